//! Names made of a date: what stands behind ميدان or هجوم is called so.

use super::month::month;
use super::ordinal::day_number;
use super::year::year_number;
use crate::lexicon::times::Role;
use crate::segment::TokenKind;
use crate::values::number::quantity;
use crate::values::words::Reader;

/// Whether what stands at `i` is the name of a place or happening (ميدان، هجوم 7 أكتوبر).
pub fn is_called(r: &Reader, i: usize) -> bool {
    let mark = i > 0 && r.kind(i - 1) == Some(TokenKind::Mark);
    let at = i.wrapping_sub(1 + usize::from(mark));
    if i <= usize::from(mark) || r.before(i).is_empty() || r.cell(at).article {
        return false;
    }
    match r.role(at) {
        Some(Role::Called { dated: true }) => true,
        Some(Role::Called { dated: false }) => day_and_month(r, i).is_some_and(|end| year_number(r, end).is_none()),
        _ => false,
    }
}

/// The token behind a day and a month at `i`.
fn day_and_month(r: &Reader, i: usize) -> Option<usize> {
    let end = match day_number(r, i) {
        Some((_, end)) => end,
        None => quantity(r, i)?.end,
    };
    let at = if r.is(end, "من") { end + 1 } else { end };
    month(r, at).map(|(.., end)| end)
}

/// The token behind a day and month that are a name, to be passed over.
pub fn called(r: &Reader, i: usize) -> Option<usize> {
    if !is_called(r, i) {
        return None;
    }
    let end = day_and_month(r, i)?;
    Some(year_number(r, end).map_or(end, |(.., after)| after))
}
