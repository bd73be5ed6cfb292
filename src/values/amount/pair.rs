//! Two figures with a dash between them: a score or a range.

use super::currency::currency;
use super::unit::measured;
use super::{Amount, Countries, bound::bound, percent::percent};
use crate::mention::Kind;
use crate::values::number::{digits, quantity};
use crate::values::words::Reader;
use crate::values::{Money, Number, Percent, Value};

/// A dash, slash or colon between the sides of a score or the ends of a range.
fn is_dash(folded: &str) -> bool {
    matches!(folded, "-" | "–" | "—" | "‑" | "/" | "−" | "ـ" | ":")
}

fn side(r: &Reader, i: usize) -> Option<f64> {
    match r.integer(i) {
        Some(n) if r.fold(i).len() <= 3 => Some(n.into()),
        None if r.is(i, "صفر") => Some(0.0),
        _ => None,
    }
}

/// A match score or a range in digits at `i`: both figures and the token behind.
pub fn pair(r: &Reader, i: usize) -> Option<(f64, f64, usize)> {
    let first = side(r, i)?;
    let mut at = i + 1;
    // A tatweel between digits is no token of its own.
    if !(r.is_glued(at) && r.is_digits(at)) {
        if !is_dash(r.fold(at)) {
            return None;
        }
        at += 1;
    }
    let second = side(r, at)?;
    // A third figure makes it a date or a telephone number.
    let more = is_dash(r.fold(at + 1)) && side(r, at + 2).is_some();
    (!more).then_some((first, second, at + 1))
}

/// Two figures up to `end` as hundredths, money or a measure, or else as a score.
pub fn score_or_range(
    r: &Reader,
    i: usize,
    first: f64,
    second: f64,
    end: usize,
    countries: &Countries,
) -> Option<Amount> {
    let tokens = i..end;
    if let Some((end, points)) = percent(r, end) {
        let value = Value::Percent(Percent { value: first, to: Some(second), points, bound: bound(r, &tokens) });
        return Some(Amount { tokens: i..end, kind: Kind::Percent, value });
    }
    let q = quantity(r, end - 1)?;
    let factor = if second > 0.0 { q.value / second } else { 1.0 };
    if let Some((code, divisor, end, _)) = currency(r, q.end, countries) {
        let to = Some(q.value / divisor);
        let value = Money { amount: first * factor / divisor, to, currency: code, bound: bound(r, &tokens) };
        return Some(Amount { tokens: i..end, kind: Kind::Money, value: Value::Money(value) });
    }
    if let Some(m) = measured(r, q.end, q.value) {
        let value = Number {
            value: first * factor,
            to: Some(m.value),
            against: None,
            unit: Some(m.unit),
            bound: bound(r, &tokens),
        };
        return Some(Amount { tokens: i..m.end, kind: Kind::Number, value: Value::Number(value) });
    }
    let sep = r.fold(i + 1);
    let code = matches!(r.before(i), "رقم" | "رقمه" | "(") && sep == "/";
    if code || sep == ":" || first > 199.0 || second > 199.0 {
        return None;
    }
    let value = Number { value: first, to: None, against: Some(second), unit: None, bound: None };
    Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) })
}

/// A range of figures that are no sides of a score (1500-2000 يورو, 0.5-1.5%), which a unit, money or hundredths behind
/// it must tell from other figures.
pub fn wide_range(r: &Reader, i: usize, countries: &Countries) -> Option<Amount> {
    if !r.is_digits(i) || !matches!(r.fold(i + 1), "-" | "–" | "—") || !r.is_digits(i + 2) {
        return None;
    }
    let (first, second) = (digits(r.fold(i), false)?, digits(r.fold(i + 2), false)?);
    let found = score_or_range(r, i, first, second, i + 3, countries).filter(|_| first < second)?;
    // 1585-1604م: years.
    let years = r.fold(i).len() == 4 && r.is(i + 3, "م");
    match &found.value {
        Value::Number(number) if !years => number.unit.is_some().then_some(found),
        Value::Number(_) => None,
        _ => Some(found),
    }
}
