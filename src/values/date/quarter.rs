//! Quarters, thirds and halves of a time.

use super::ordinal::ordinal;
use super::period::long;
use super::{Draft, Parsed};
use crate::lexicon::contexts::Context;
use crate::lexicon::times::{Class, Modifier};
use crate::segment::TokenKind;
use crate::values::words::Reader;

/// الربع الأول [من العام الماضي], النصف الثاني من 2015.
pub fn quarter(r: &Reader, i: usize) -> Parsed {
    let cell = r.cell(i);
    let (Class::Fraction, value) = cell.word?.numeral? else { return None };
    if !cell.article || value > 0.5 {
        return None;
    }
    let mut at = i + 1;
    if r.has(at, Context::YearSort) {
        at += 1;
    }
    let (number, mut end) = match r.fold(at) {
        "الاخير" | "الاخيره" => (if value == 0.5 { 2 } else { 4 }, at + 1),
        _ => ordinal(r, at).filter(|_| r.cell(at).cut == 0)?,
    };
    if number > 4 {
        return None;
    }
    let mut draft = Draft::default();
    match value {
        0.5 => draft.half = Some(number),
        0.25 => draft.quarter = Some(number),
        _ => draft.unit = Some(("third", 1.0)),
    }
    let mut dated = false;
    let at = if r.is(end, "من") || r.is(end, "ل") { end + 1 } else { end };
    if let Some((modifier, after)) = r.modifier(end) {
        draft.modifier = Some(modifier);
        end = after;
        dated = true;
    } else if let Some((inner, after)) =
        long(r, at, true).filter(|(d, _)| d.year.is_some() || d.unit.is_some() || d.month.is_some())
    {
        dated = true;
        draft.year = inner.year;
        draft.year_to = inner.year_to;
        draft.hijri = inner.hijri;
        draft.month = inner.month;
        match inner.unit {
            Some(("year", _)) | None => {
                draft.year_modifier = inner.modifier.or(if inner.year.is_none() { Some(Modifier::Same) } else { None })
            }
            other => {
                draft.unit = other;
                draft.modifier = inner.modifier;
            }
        }
        end = after;
    } else if r.is(end, "من") && r.kind(end + 1) == Some(TokenKind::Word) {
        return None;
    }
    (dated || value == 0.25).then_some((draft, end))
}
