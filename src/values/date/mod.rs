//! The grammar of dates: which tokens make one, and what they say, not yet what day that is.

mod clock;
mod day;
mod draft;
mod month;
mod name;
mod numeric;
mod ordinal;
mod period;
mod quarter;
mod relative;
mod weekday;
mod year;

pub use draft::{Draft, Found};
pub use name::called;
pub use ordinal::passed_ordinal;
pub use year::year_number;

use super::words::Reader;
use crate::lexicon::times::{Part, Role};
use day::day_core;
use period::long;
use relative::{ago, early_hours};

type Parsed = Option<(Draft, usize)>;

/// The date that begins at token `i`.
pub fn date(r: &Reader, i: usize) -> Option<Found> {
    let cell = r.cell(i);
    // Cheap refusal of most words.
    match cell.word {
        Some(word) => {
            let any = word.role.is_some() || word.ordinal > 0 || !word.months.is_empty() || !word.units.is_empty();
            if !any && word.numeral.is_none() {
                return None;
            }
        }
        None if r.is_digits(i) || cell.bare_article => {}
        None => return None,
    }
    let (draft, end) = expression(r, i)?;
    Some(Found { tokens: i..end, draft })
}

fn expression(r: &Reader, i: usize) -> Parsed {
    match r.role(i) {
        // عطلة نهاية الأسبوع
        Some(Role::Lead) if r.is(i + 1, "نهايه") && r.is(i + 2, "الاسبوع") => {
            return expression(r, i + 1);
        }
        Some(Role::Edge(edge)) if !r.cell(i).article => {
            let at = if r.is(i + 1, "من") { i + 2 } else { i + 1 };
            if let Some((mut draft, end)) = long(r, at, true) {
                draft.edge = Some(edge);
                return Some((draft, end));
            }
            // منتصف الليل
            if edge == Part::Middle && r.is(i + 1, "الليل") {
                return Some((Draft { hour: Some(0), part: Some(Part::Night), ..Draft::default() }, i + 2));
            }
            // منتصف ليل السبت
            if edge == Part::Middle && r.is(i + 1, "ليل") {
                let (draft, end) = day_core(r, i + 2)?;
                return Some((Draft { hour: Some(0), part: Some(Part::Night), ..draft }, end));
            }
            return None;
        }
        Some(Role::Part(part)) if !r.cell(i).article => {
            if let Some((mut draft, end)) = day_core(r, i + 1) {
                draft.part = Some(part);
                return Some((draft, end));
            }
        }
        Some(Role::Ago) => return ago(r, i),
        _ => {}
    }
    if let Some(found) = clock::time(r, i) {
        return Some(found);
    }
    if let Some(found) = day_core(r, i) {
        return Some(found);
    }
    if let Some(found) = early_hours(r, i) {
        return Some(found);
    }
    long(r, i, false)
}
