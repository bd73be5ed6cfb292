//! Months by name, in one calendar or two, and what follows them.

use super::year::take_year;
use super::{Draft, Parsed};
use crate::lexicon::contexts::Context;
use crate::lexicon::times::Trust;
use crate::segment::TokenKind;
use crate::values::words::Reader;

/// The month at `i`: hijri, number, trust, whether it is named twice (يناير/كانون الثاني), the token behind.
pub fn month(r: &Reader, i: usize) -> Option<(bool, u8, Trust, bool, usize)> {
    let word = r.word(i)?;
    let best = word.months.iter().filter(|m| r.follows(i + 1, &m.rest)).max_by_key(|m| m.rest.len())?;
    let mut end = i + 1 + best.rest.len();
    let mut twice = false;
    let (open, close) = match r.fold(end) {
        "/" | "\\" | "-" | "–" | "ـ" => (1, 0),
        "(" => (1, 1),
        _ => (0, 0),
    };
    // صفر/صفر is a score.
    if let Some(second) = r.word(end + open)
        && r.cell(end + open).cut == 0
        && !(open > 0 && r.is(end + open, r.fold(i)) && best.rest.is_empty())
        && let Some(second) =
            second.months.iter().filter(|m| r.follows(end + open + 1, &m.rest)).max_by_key(|m| m.rest.len())
        && second.hijri == best.hijri
        && (second.number == best.number || open == 1 && close == 0 && r.is(end, "/"))
    {
        let after = end + open + 1 + second.rest.len();
        if close == 0 || r.is(after, ")") {
            end = after + close;
            twice = true;
        }
    }
    Some((best.hijri, best.number, best.trust, twice, end))
}

/// What follows a month: a modifier, a year, the calendar.
pub fn month_tail(r: &Reader, i: usize, mut draft: Draft) -> (Draft, usize) {
    let mut end = i;
    if let Some((modifier, after)) = r.modifier(end) {
        draft.modifier = Some(modifier);
        end = after;
    }
    // May 26, 2026
    if draft.day.is_none()
        && r.kind(i - 1) == Some(TokenKind::Foreign)
        && let Some(day) = r.integer(end).filter(|d| (1..=31).contains(d))
    {
        draft.day = Some(day as u8);
        end += 1;
    }
    let after = take_year(r, end, &mut draft);
    // Two modifiers in a row never happen; a year behind one does (الماضي 2015).
    end = after;
    if r.has(end, Context::MonthHoly) && draft.hijri && draft.year.is_none() {
        end += 1;
    }
    // 8 مارس من كل سنة
    if draft.year.is_none() && r.is(end, "من") && r.is(end + 1, "كل") && matches!(r.fold(end + 2), "سنه" | "عام")
    {
        end += 3;
    }
    (draft, end)
}

pub fn month_alone(r: &Reader, i: usize, bound: bool) -> Parsed {
    let headed = !r.cell(i).article && r.time(i).is_some_and(|(n, _)| n == "month") && r.fold(i).ends_with("شهر")
        || r.fold(i).trim_start_matches(['و', 'ل', 'ب']) == "شهري";
    let at = if headed { i + 1 } else { i };
    if headed && r.cell(at).cut > 0 {
        return None;
    }
    let (hijri, number, trust, twice, end) = month(r, at)?;
    let draft = Draft { hijri, month: Some(number), ..Draft::default() };
    let (draft, after) = month_tail(r, end, draft);
    let said_more = after > end || twice || headed;
    let prepared = r.behind(i, Context::MonthBefore) || r.cell(i).preposition;
    let enough = match trust {
        Trust::Sure => true,
        Trust::Weak => said_more || prepared || bound,
        Trust::Kept if bound || !headed && r.behind(i, Context::MonthSurelyBefore) => r.cell(i).cut == 0 || bound,
        Trust::Kept | Trust::Name => said_more && (draft.year.is_some() || draft.modifier.is_some() || twice || headed),
    };
    // رمضان صبحي is a person even behind شهر-less prepositions; آب is written with its madda.
    if !enough || r.is(at, "اب") && !r.doc.surface(at).contains('آ') {
        return None;
    }
    if trust != Trust::Sure && !said_more && r.is(end, "بي") {
        return None;
    }
    Some((draft, after))
}
