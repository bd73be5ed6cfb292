//! Months and days of months, Gregorian and Hijri; the year of one that is named without it.

use super::calendar;
use super::day::days;
use super::relative::{add_months, shift, steps};
use super::{Anchor, Draft};
use crate::lexicon::times::Modifier;
use crate::values::{Date, Precision};

/// A month or a day of a month.
pub fn month(draft: &Draft, anchor: Anchor, out: &mut Date, warnings: &mut Vec<&'static str>) {
    let month = draft.month.unwrap_or(1);
    if draft.day.is_none() {
        out.precision = Precision::Month;
    }
    if let Some(modifier) = draft.modifier.or(draft.year_modifier) {
        let scope = if draft.modifier.is_some() { format!("month-{month}") } else { "year".to_owned() };
        out.relative = Some(format!("{scope}:{}", shift(modifier)));
    } else if let Some(offset) = draft.offset {
        out.relative = Some(if offset == 0 { "day:0".to_owned() } else { format!("day:{offset:+}") });
    }
    if draft.hijri {
        return hijri(draft, month, anchor, out, warnings);
    }
    let year = draft.year.or_else(|| year_of(draft, month, anchor));
    let Some(year) = year else {
        out.iso = Some(match (draft.day, draft.day_to) {
            (Some(day), Some(to)) => format!("XXXX-{month:02}-{day:02}/XXXX-{month:02}-{to:02}"),
            (Some(day), None) => format!("XXXX-{month:02}-{day:02}"),
            _ => format!("XXXX-{month:02}"),
        });
        if draft.day.is_some_and(|d| calendar::gregorian(2000, month, d).is_none()) {
            warnings.push("no-such-day");
        }
        return;
    };
    let Some(day) = draft.day else {
        out.iso = Some(format!("{year:04}-{month:02}"));
        return;
    };
    days(year, month, day, draft.day_to, out, warnings);
    if let (Some(weekday), Some(fixed)) = (draft.weekday, calendar::gregorian(year, month, day))
        && weekday != calendar::weekday(fixed)
        && draft.weekday_to.is_none()
    {
        warnings.push("weekday-mismatch");
    }
    if let (Some(offset), Some(today), Some(fixed)) =
        (draft.offset, anchor.published, calendar::gregorian(year, month, day))
        && today + i64::from(offset) != fixed
        && draft.year.is_some()
    {
        warnings.push("weekday-mismatch");
    }
}

/// The year of a month that is named without one.
fn year_of(draft: &Draft, month: u8, anchor: Anchor) -> Option<i32> {
    let today = anchor.published?;
    let (year, now, _) = calendar::of(today);
    if let Some(modifier) = draft.year_modifier {
        return steps(Some(modifier)).map(|n| year + n);
    }
    let day = draft.day.unwrap_or(1);
    match draft.modifier {
        Some(Modifier::Shift(0)) => Some(year),
        Some(Modifier::Shift(n)) if n < 0 => {
            let over = month < now
                || month == now
                    && draft.day.is_some_and(|d| calendar::gregorian(year, month, d).is_some_and(|d| d < today));
            Some(year - i32::from(!over) + i32::from(n) + 1)
        }
        Some(Modifier::Shift(n)) => {
            let ahead = month > now
                || month == now
                    && draft.day.is_some_and(|d| calendar::gregorian(year, month, d).is_some_and(|d| d > today));
            Some(year + i32::from(!ahead) + i32::from(n) - 1)
        }
        Some(_) => None,
        None => {
            if let Some(offset) = draft.offset {
                return Some(calendar::of(today + i64::from(offset)).0);
            }
            // A weekday beside the date decides, then the nearest.
            let candidates = [year, year - 1, year + 1];
            let fixed = |y: i32| calendar::gregorian(y, month, day);
            if let (Some(weekday), Some(_)) = (draft.weekday, draft.day) {
                let fits = |y: &&i32| fixed(**y).is_some_and(|d| calendar::weekday(d) == weekday);
                if let Some(year) = candidates.iter().find(fits) {
                    return Some(*year);
                }
            }
            if draft.day.is_none() {
                return Some(match anchor.future {
                    true => year + i32::from(month < now),
                    false => year - i32::from(month > now),
                });
            }
            candidates.into_iter().min_by_key(|y| fixed(*y).map_or(i64::MAX, |d| (d - today).abs()))
        }
    }
}

fn hijri(draft: &Draft, month: u8, anchor: Anchor, out: &mut Date, warnings: &mut Vec<&'static str>) {
    let year = draft.year.or_else(|| {
        let (year, now, _) = calendar::hijri_of(anchor.published?);
        Some(match draft.modifier {
            Some(Modifier::Shift(n)) if n < 0 => year - i32::from(month >= now),
            Some(Modifier::Shift(n)) if n > 0 => year + i32::from(month <= now),
            _ => year,
        })
    });
    let shown = year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
    out.original = Some(match draft.day {
        Some(day) => format!("{shown}-{month:02}-{day:02}"),
        None => format!("{shown}-{month:02}"),
    });
    let Some(year) = year else { return };
    match draft.day {
        Some(day) => match calendar::hijri(year, month, day) {
            Some(fixed) => {
                let last = draft.day_to.and_then(|to| calendar::hijri(year, month, to));
                out.iso = Some(match last {
                    Some(last) => format!("{}/{}", calendar::iso(fixed), calendar::iso(last)),
                    None => calendar::iso(fixed),
                });
                // The moon may be seen a day earlier or later than the calendar has it.
                let off = draft.weekday.map(|w| (i64::from(w) - i64::from(calendar::weekday(fixed))).rem_euclid(7));
                if off.is_some_and(|o| (2..=5).contains(&o)) && draft.weekday_to.is_none() {
                    warnings.push("weekday-mismatch");
                }
            }
            None => warnings.push("no-such-day"),
        },
        None => {
            if let (Some(first), Some(next)) = (calendar::hijri(year, month, 1), {
                let (y, m) = add_months(year, month, 1);
                calendar::hijri(y, m, 1)
            }) {
                out.iso = Some(format!("{}/{}", calendar::iso(first), calendar::iso(next - 1)));
            }
        }
    }
}
