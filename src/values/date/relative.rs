//! Days and times counted from the day of publication: today, yesterday, three years ago.

use super::day::{day_core, day_month};
use super::numeric::numeric;
use super::{Draft, Parsed, expression};
use crate::lexicon::contexts::Context;
use crate::lexicon::times::{Count, Modifier, Part, Role};
use crate::values::amount::{duration, half, is_holding};
use crate::values::words::Reader;

/// اليوم، أمس الأول، غدا، الليلة, with a weekday and a date behind them.
pub fn deictic(r: &Reader, i: usize) -> Parsed {
    let mut draft = Draft::default();
    let mut end = i + 1;
    match r.role(i) {
        Some(Role::Deictic(offset)) => {
            let offset = i32::from(offset);
            draft.offset = Some(offset);
            if offset == 0 {
                if r.behind(i, Context::DayTold) {
                    return None;
                }
                match r.modifier(end) {
                    Some((modifier @ (Modifier::Same | Modifier::Following | Modifier::Previous), after)) => {
                        return Some((
                            Draft { unit: Some(("day", 1.0)), modifier: Some(modifier), ..Draft::default() },
                            after,
                        ));
                    }
                    Some((Modifier::Shift(_), _)) => return None,
                    None => {}
                }
                let next = r.word(end);
                let ordinal = r.cell(end).article && next.is_some_and(|w| w.ordinal > 0 && w.role.is_none());
                if ordinal || r.cell(end).bare_article || r.is_digits(end) && r.before(i).is_empty() {
                    // اليوم الثامن من شهر ذي الحجة
                    return day_month(r, end);
                }
                if r.has(end, Context::DayNamed) {
                    return None;
                }
                if r.is(i, "يوم") {
                    return None;
                }
            }
            if offset == 1 && r.cell(i).article {
                return None;
            }
            if offset == -1 {
                if matches!(r.fold(end), "الاول" | "الاولي") {
                    draft.offset = Some(-2);
                    end += 1;
                } else if r.is(i, "البارحه") {
                    draft.part = Some(Part::Night);
                }
            }
        }
        Some(Role::Tonight) => {
            if r.behind(i, Context::DayTold) {
                return None;
            }
            if let Some((Modifier::Shift(-1), after)) = r.modifier(end) {
                return Some((Draft { offset: Some(-1), part: Some(Part::Night), ..Draft::default() }, after));
            }
            if r.word(end).is_some_and(|w| w.ordinal > 0) || matches!(r.fold(end), "الكبيره" | "الواحده")
            {
                return None;
            }
            draft.offset = Some(0);
            draft.part = Some(Part::Night);
        }
        _ => {
            // أول (من) أمس، بعد غد
            if matches!(r.fold(i), "اول" | "واول") {
                let at = if r.is(i + 1, "من") { i + 2 } else { i + 1 };
                if r.is(at, "امس") {
                    draft.offset = Some(-2);
                    end = at + 1;
                } else {
                    return None;
                }
            } else if r.is(i, "يومنا") && r.is(i + 1, "هذا") {
                draft.offset = Some(0);
                return Some((draft, i + 2));
            } else if matches!(r.fold(i), "بعد" | "وبعد") && matches!(r.fold(i + 1), "غد" | "غدا" | "الغد")
            {
                draft.offset = Some(2);
                end = i + 2;
            } else {
                return None;
            }
        }
    }
    // مساء behind it: أمس مساء
    if let Some(Role::Part(part)) = r.plain_role(end)
        && !r.cell(end).article
        && day_core(r, end + 1).is_none()
    {
        draft.part = Some(part);
        end += 1;
    }
    let at = if r.is(end, "،") { end + 1 } else { end };
    if let Some(Role::Weekday(weekday)) = r.plain_role(at) {
        draft.weekday = Some(weekday);
        end = at + 1;
        if let Some((date, after)) = day_month(r, end).or_else(|| numeric(r, end)) {
            draft = Draft { weekday: draft.weekday, offset: draft.offset, part: draft.part, ..date };
            end = after;
        }
    } else if at == end
        && let Some((date, after)) = day_month(r, end)
    {
        draft = Draft { offset: draft.offset, part: draft.part, ..date };
        end = after;
    }
    Some((draft, end))
}

/// قبل ثلاث سنوات, قبل نحو أسبوع.
pub fn ago(r: &Reader, i: usize) -> Parsed {
    let mut at = i + 1;
    if r.has(at, Context::Approximate) {
        at += 1;
    } else if r.has(at, Context::Compared) && r.is(at + 1, "من") {
        at += 2;
    }
    let (value, name, end) = match duration(r, at) {
        Some(found) => found,
        None => {
            let (name, count) = r.time(at)?;
            let cell = r.cell(at);
            if count != Count::Open
                || cell.article
                || cell.cut > 0
                || matches!(name, "second" | "minute" | "season" | "night")
            {
                return None;
            }
            let named = r.is_digits(at + 1) || r.word(at + 1).is_some_and(|w| !w.months.is_empty() || w.role.is_some());
            if named || r.cell(at + 1).article || is_holding(r, at) {
                return None;
            }
            match half(r, at + 1, at) {
                Some((fraction, end)) => (1.0 + fraction, name, end),
                None => (1.0, name, at + 1 + usize::from(r.has(at + 1, Context::One))),
            }
        }
    };
    if r.is(end, "من") && !r.has(end + 1, Context::LengthOf) || r.is(end, "علي") {
        return None;
    }
    Some((Draft { ago: Some((value, name)), ..Draft::default() }, end))
}

/// الساعات الأولى من صباح اليوم
pub fn early_hours(r: &Reader, i: usize) -> Parsed {
    if !matches!(r.fold(i), "الساعات" | "ساعات") {
        return None;
    }
    if !r.has(i + 1, Context::HoursWhich) || !r.is(i + 2, "من") {
        return None;
    }
    expression(r, i + 3)
        .filter(|(d, _)| d.offset.is_some() || d.weekday.is_some() || d.day.is_some() || d.unit.is_some())
}
