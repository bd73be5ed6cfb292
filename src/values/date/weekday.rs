//! Days of the week, with a modifier or a date behind them.

use super::day::{day_core, day_month};
use super::numeric::numeric;
use super::{Draft, Parsed};
use crate::lexicon::contexts::Context;
use crate::lexicon::times::Role;
use crate::values::words::Reader;

/// الثلاثاء [الماضي] [3 تموز]
pub fn weekday(r: &Reader, i: usize) -> Parsed {
    let Some(Role::Weekday(first)) = r.role(i) else { return None };
    if r.behind(i, Context::WeekdayNamed) {
        return None;
    }
    let mut draft = Draft { weekday: Some(first), ..Draft::default() };
    let mut end = i + 1;
    // ليل الجمعة السبت، يومي الاثنين والثلاثاء
    let pair = r.behind(i, Context::WeekdayPair);
    let at = if matches!(r.fold(end), "-" | "/" | "–") { end + 1 } else { end };
    if let Some(Role::Weekday(second)) = r.role(at)
        && pair
        && second != first
    {
        draft.weekday_to = Some(second);
        end = at + 1;
    }
    if let Some((modifier, after)) = r.modifier(end) {
        draft.modifier = Some(modifier);
        end = after;
    }
    let at = if r.is(end, "،") { end + 1 } else { end };
    if let Some((date, after)) = day_month(r, at).or_else(|| numeric(r, at)).filter(|(d, _)| d.day.is_some()) {
        let weekday_to = draft.weekday_to;
        return Some((Draft { weekday: Some(first), weekday_to, ..date }, after));
    }
    // الثلاثاء المقبل مساء
    if let Some(Role::Part(part)) = r.plain_role(end)
        && r.is(end, "مساء")
        && day_core(r, end + 1).is_none()
    {
        draft.part = Some(part);
        end += 1;
    }
    Some((draft, end))
}
