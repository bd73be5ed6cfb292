//! Days of the week and days of a known month.

use super::calendar;
use super::relative::shift;
use super::{Anchor, Draft};
use crate::lexicon::times::Modifier;
use crate::values::Date;

/// الثلاثاء [الماضي]: the last such day up to today, or the next one where the sentence looks ahead.
pub fn day_of_week(weekday: u8, draft: &Draft, anchor: Anchor, out: &mut Date) {
    out.relative = Some(match draft.modifier {
        Some(modifier @ Modifier::Shift(n)) if n != 0 => format!("weekday:{weekday}:{}", shift(modifier)),
        _ => format!("weekday:{weekday}"),
    });
    let Some(today) = anchor.published else { return };
    let (weekday, now) = (i64::from(weekday), i64::from(calendar::weekday(today)));
    let since = (now - weekday).rem_euclid(7);
    let until = (weekday - now).rem_euclid(7);
    let day = match draft.modifier {
        Some(Modifier::Shift(n)) if n < 0 => today - if since == 0 { 7 } else { since } + 7 * (i64::from(n) + 1),
        Some(Modifier::Shift(n)) if n > 0 => today + if until == 0 { 7 } else { until } + 7 * (i64::from(n) - 1),
        Some(Modifier::Previous | Modifier::Following | Modifier::Same) => return,
        _ if anchor.future => today + until,
        _ => today - since,
    };
    out.iso = Some(match draft.weekday_to {
        Some(to) => {
            let gap = (i64::from(to) - weekday).rem_euclid(7);
            format!("{}/{}", calendar::iso(day), calendar::iso(day + gap))
        }
        None => calendar::iso(day),
    });
}

/// Days of a known month.
pub fn days(year: i32, month: u8, day: u8, to: Option<u8>, out: &mut Date, warnings: &mut Vec<&'static str>) {
    match calendar::gregorian(year, month, day) {
        Some(first) => {
            let last = to.and_then(|to| calendar::gregorian(year, month, to));
            out.iso = Some(match last {
                Some(last) => format!("{}/{}", calendar::iso(first), calendar::iso(last)),
                None => calendar::iso(first),
            });
        }
        None => warnings.push("no-such-day"),
    }
}
