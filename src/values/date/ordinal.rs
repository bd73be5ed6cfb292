//! Ordinals that count days and centuries, and those that count nothing here.

use super::month::month;
use crate::lexicon::times::{Class, Role, Trust};
use crate::values::words::Reader;

/// One day of a month at `i`: digits, ordinal, الفاتح من.
pub fn day_number(r: &Reader, i: usize) -> Option<(u8, usize)> {
    let at = if r.cell(i).bare_article { i + 1 } else { i };
    if r.is_digits(at) {
        let day = r.integer(at).filter(|d| (1..=31).contains(d) && r.fold(at).len() <= 2)?;
        return Some((day as u8, at + 1));
    }
    if at > i {
        return None;
    }
    let cell = r.cell(i);
    let word = cell.word?;
    if word.role == Some(Role::First) {
        return Some((1, i + 1));
    }
    if !cell.article {
        // سابع أكتوبر
        let month = word.ordinal > 0 && month(r, i + 1).is_some_and(|m| m.2 == Trust::Sure && r.cell(i + 1).cut == 0);
        return month.then_some((word.ordinal, i + 1));
    }
    let mut day = word.ordinal;
    if day == 0 {
        return match word.numeral {
            Some((Class::Ten, tens @ (20.0 | 30.0))) => Some((tens as u8, i + 1)),
            _ => None,
        };
    }
    let mut end = i + 1;
    let next = r.cell(end);
    match next.word.and_then(|w| w.numeral) {
        Some((Class::Teen, _)) if next.cut == 0 && !next.article => {
            day = day % 10 + 10;
            end += 1;
        }
        Some((Class::Ten, tens @ (20.0 | 30.0))) if next.conjunction && next.article => {
            day = day % 10 + tens as u8;
            end += 1;
        }
        _ => {}
    }
    (day <= 31).then_some((day, end))
}

/// The ordinal at `i`, up to 31 (التاسع عشر، الحادي والعشرين).
pub fn ordinal(r: &Reader, i: usize) -> Option<(u8, usize)> {
    if r.is_digits(i) && !r.cell(i).bare_article { None } else { day_number(r, i) }
}

/// The token behind an ordinal in words (السابعة عشرة، الثالث والثلاثين، بعد المئة), to be passed over.
pub fn passed_ordinal(r: &Reader, i: usize) -> Option<usize> {
    let cell = r.cell(i);
    if cell.word?.ordinal == 0 {
        return None;
    }
    let mut end = i + 1;
    let next = r.cell(end);
    match next.word.and_then(|w| w.numeral) {
        Some((Class::Teen, _)) if next.cut == 0 => end += 1,
        Some((Class::Ten, _)) if next.conjunction => end += 1,
        _ => {}
    }
    if r.is(end, "بعد") && matches!(r.fold(end + 1), "المئه" | "المائه") {
        end += 2;
    }
    (end > i + 1).then_some(end)
}
