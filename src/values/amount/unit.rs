//! Units behind a number, with the fraction that may follow them.

use crate::lexicon::times::Count;
use crate::values::date::year_number;
use crate::values::number::{Form, quantity};
use crate::values::words::Reader;

/// A quantity with its unit.
pub struct Measured {
    /// English name.
    pub unit: &'static str,
    /// How many of it.
    pub value: f64,
    /// Whether it measures time.
    pub time: bool,
    /// The token behind it.
    pub end: usize,
}

/// A unit behind a number, with the fraction that may follow it (عامين ونصف العام).
pub fn measured(r: &Reader, i: usize, value: f64) -> Option<Measured> {
    let cell = r.cell(i);
    if cell.cut > 0 {
        return None;
    }
    let (unit, count, mut end) = r.unit(i)?;
    // 67.9 مليونا عام 2013: the year is another thing.
    if unit.name == "year" && count == Count::Open && year_number(r, end).is_some() {
        return None;
    }
    let mut value = value;
    if count == Count::Two {
        value = 2.0;
    }
    // The article only in the counted-noun order (الـ24 ساعة has none, الثلاث ساعات has none).
    if cell.article && !(unit.time && r.is(i.wrapping_sub(1), "نصف")) {
        return None;
    }
    if let Some((fraction, after)) = half(r, end, i) {
        value += fraction;
        end = after;
    }
    Some(Measured { unit: unit.name, value, time: unit.time, end })
}

/// ونصف، وربع، ونصف العام behind a unit: the fraction and the token behind it.
pub fn half(r: &Reader, i: usize, unit: usize) -> Option<(f64, usize)> {
    let at = if r.is(i, "و") { i + 1 } else { i };
    let cell = r.cell(at);
    if at == i && !cell.conjunction || cell.preposition {
        return None;
    }
    let q = quantity(r, at).filter(|q| q.form == Form::Fraction)?;
    let mut end = q.end;
    let again = r.time(end).zip(r.time(unit));
    if r.cell(end).cut == 0 && again.is_some_and(|((a, _), (b, _))| a == b) {
        end += 1;
    }
    Some((q.value, end))
}

/// The seconds in a unit of time, to put the parts of a duration in order.
pub fn seconds(unit: &str) -> f64 {
    match unit {
        "second" => 1.0,
        "minute" => 60.0,
        "hour" => 3600.0,
        "day" | "night" => 86400.0,
        "week" => 604_800.0,
        "month" => 2_629_746.0,
        "year" => 31_556_952.0,
        "decade" => 315_569_520.0,
        "century" => 3_155_695_200.0,
        _ => 0.0,
    }
}
