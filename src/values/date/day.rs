//! Days: today, a weekday, a day of a month, each perhaps with the same day in another calendar.

use super::month::{month, month_tail};
use super::name::is_called;
use super::numeric::numeric;
use super::ordinal::day_number;
use super::relative::deictic;
use super::weekday::weekday;
use super::{Draft, Parsed};
use crate::lexicon::contexts::Context;
use crate::lexicon::figures::{self, Figure};
use crate::lexicon::times::{Count, Modifier, Role};
use crate::segment::TokenKind;
use crate::values::words::Reader;

/// A time that is a day: today, a weekday, a day of a month.
pub fn day_core(r: &Reader, i: usize) -> Parsed {
    if let Some((mut draft, mut end)) = day_once(r, i) {
        // (الثلاثاء) and الموافق …
        if draft.offset.is_some()
            && draft.weekday.is_none()
            && r.is(end, "(")
            && r.is(end + 2, ")")
            && let Some(Role::Weekday(weekday)) = r.role(end + 1)
        {
            draft.weekday = Some(weekday);
            end += 3;
        }
        let at = if r.is(end, "،") { end + 1 } else { end };
        if r.plain_role(at) == Some(Role::SameDay) {
            let next = if matches!(r.fold(at + 1), "ل" | "لـ" | ":") { at + 2 } else { at + 1 };
            if let Some((same, after)) = day_once(r, next) {
                if draft.day.is_none() {
                    let (weekday, offset) = (draft.weekday, draft.offset);
                    draft = Draft { weekday, offset, ..same };
                } else {
                    draft.same = Some(Box::new(same));
                }
                end = after;
            }
        }
        return Some((draft, end));
    }
    None
}

fn day_once(r: &Reader, i: usize) -> Parsed {
    deictic(r, i)
        .or_else(|| weekday(r, i))
        .or_else(|| day_head(r, i))
        .or_else(|| day_month(r, i))
        .or_else(|| numeric(r, i))
}

/// يوم and يومي before a day.
fn day_head(r: &Reader, i: usize) -> Parsed {
    let cell = r.cell(i);
    let stem = r.fold(i).get(cell.cut as usize..)?;
    if cell.article || !matches!(stem, "يوم" | "يومي" | "ايام") {
        // يومي is no unit in the list of forms.
        let bare = r.fold(i).trim_start_matches(['و', 'ب', 'ل', 'ف']);
        if bare != "يومي" {
            return None;
        }
    }
    let at = i + 1;
    // يوم عرفة
    if let (Some(Role::Feast(day)), "يوم") = (r.plain_role(at), stem) {
        let draft = Draft { hijri: true, month: day.map(|d| d.0), day: day.map(|d| d.1), ..Draft::default() };
        return Some(month_tail(r, at + 1, draft));
    }
    if let Some(found) = day_core(r, at).filter(|(d, _)| d.hour.is_none()) {
        return Some(found);
    }
    // يوم 11 الجاري
    let (day, day_to, end) = days(r, at, true)?;
    if let Some((modifier @ Modifier::Shift(_), end)) = r.modifier(end)
        && r.is_digits(at)
    {
        let draft =
            Draft { day: Some(day), day_to, unit: Some(("month", 1.0)), modifier: Some(modifier), ..Draft::default() };
        return Some((draft, end));
    }
    None
}

/// A day or several (27 و28، 26-27-28): first, last, end.
fn days(r: &Reader, i: usize, list: bool) -> Option<(u8, Option<u8>, usize)> {
    let (first, mut end) = day_number(r, i)?;
    let mut last = None;
    while list && !matches!(r.before(i), "بين" | "من") {
        let at = match r.fold(end) {
            "و" | "-" | "–" | "،" => end + 1,
            _ if r.cell(end).conjunction && r.cell(end).article => end,
            _ => break,
        };
        let Some((next, after)) = day_number(r, at).filter(|(d, _)| *d > last.unwrap_or(first)) else { break };
        last = Some(next);
        end = after;
    }
    Some((first, last, end))
}

/// A day of a month: 23 من يناير [الجاري] [2017] [م], الثالث والرابع من أبريل, 23 من الشهر الجاري.
pub fn day_month(r: &Reader, i: usize) -> Parsed {
    // badr19march@…
    let inside = r.is_digits(i) && i > 0 && r.is_glued(i) && r.kind(i - 1) == Some(TokenKind::Foreign);
    if inside || figures::behind(r.before(i)) == Figure::Code || is_called(r, i) {
        return None;
    }
    let (day, day_to, end) = days(r, i, true)?;
    // الأولى صفر/صفر is a score.
    if r.is(end, "صفر") && !r.is_digits(i) {
        return None;
    }
    if let Some((mut draft, end)) = month_behind(r, end) {
        draft.day = Some(day);
        draft.day_to = day_to;
        return Some((draft, end));
    }
    // من 12 إلى 14 ماي، بين 27 و31 مايو: the month stands with the last day only.
    if day_to.is_none() && (r.is_digits(i) || r.cell(i).bare_article || r.cell(i).article) {
        let (at, list) = match r.fold(end) {
            _ if r.has(end, Context::DaysUntil) => (end + 1, false),
            "-" | "–" | "و" => (end + 1, true),
            _ if r.cell(end).conjunction && r.cell(end).article => (end, true),
            _ => return None,
        };
        let at = if r.is(at, "غايه") || r.is(at, "يوم") { at + 1 } else { at };
        if !list && !r.behind(i, Context::DaysFrom) && !r.cell(i).article {
            return None;
        }
        if let Some((last, after)) = day_number(r, at)
            && last > day
            && let Some((mut draft, _)) = month_behind(r, after)
        {
            draft.day = Some(day);
            return Some((draft, end));
        }
    }
    None
}

/// [من] [شهر] MONTH … behind a day; or من الشهر الجاري.
fn month_behind(r: &Reader, i: usize) -> Parsed {
    let mut at = i;
    if r.is(at, "من") {
        at += 1;
    }
    if matches!(r.fold(at), "شهر" | "شهري") {
        at += 1;
    }
    let mut draft = Draft::default();
    if r.cell(at).cut == 0
        && let Some((hijri, number, _, _, end)) = month(r, at)
    {
        draft.hijri = hijri;
        draft.month = Some(number);
        return Some(month_tail(r, end, draft));
    }
    // السادس والعشرين من هذا الشهر
    if at > i && r.role(at) == Some(Role::This) && r.is(at + 1, "الشهر") {
        draft.unit = Some(("month", 1.0));
        draft.modifier = Some(Modifier::Shift(0));
        return Some((draft, at + 2));
    }
    // السابع من الجاري
    if at == i + 1
        && r.is(i, "من")
        && let Some((modifier @ Modifier::Shift(_), end)) = r.modifier(at)
    {
        draft.unit = Some(("month", 1.0));
        draft.modifier = Some(modifier);
        return Some((draft, end));
    }
    if at > i
        && r.is(i, "من")
        && r.cell(at).article
        && r.time(at) == Some(("month", Count::Open))
        && let Some((modifier, end)) = r.modifier(at + 1)
    {
        draft.unit = Some(("month", 1.0));
        draft.modifier = Some(modifier);
        return Some((draft, end));
    }
    None
}
