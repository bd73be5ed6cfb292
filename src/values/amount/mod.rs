//! What a number counts: nothing said (a plain number), a unit, money, hundredths; ranges and scores.

mod bound;
mod currency;
mod duration;
mod pair;
mod percent;
mod plain;
mod unit;

pub use currency::Countries;
pub use duration::{duration, is_holding};
pub use unit::half;

use super::number::{Form, Quantity, bracketed, quantity};
use super::words::Reader;
use super::{Money, Number, Percent, Value};
use crate::mention::Kind;
use crate::segment::TokenKind;
use bound::bound;
use currency::{counted_by_form, currency};
use duration::{bare_unit, definite_plural};
use pair::{pair, score_or_range, wide_range};
use percent::percent;
use plain::{is_code, is_plain};
use std::ops::Range;
use unit::measured;

/// A recognised amount: its tokens, type and value.
pub struct Amount {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Number, money or percent.
    pub kind: Kind,
    /// What it says.
    pub value: Value,
}

/// The amount that begins at token `i`.
pub fn amount(r: &Reader, i: usize, countries: &Countries) -> Option<Amount> {
    // (7) سبعة
    if r.is(i, "(")
        && r.is(i + 2, ")")
        && let Some(digits) = r.integer(i + 1)
        && r.word(i + 3).is_some_and(|w| w.numeral.is_some())
        && let Some(q) = quantity(r, i + 3)
        && q.value == f64::from(digits)
    {
        return counted(r, i, q, countries);
    }
    // (445) مليون ريال
    if let Some(q) = bracketed(r, i)
        && let Some(found) = counted(r, i, q, countries).filter(|found| found.tokens.end > i + 3)
    {
        return Some(found);
    }
    // %98
    if matches!(r.fold(i), "%" | "٪")
        && r.is_glued(i + 1)
        && let Some(q) = quantity(r, i + 1)
        && !(i > 0 && r.doc.is_glued(i) && r.doc.kind(i - 1) == Some(TokenKind::Number))
    {
        let tokens = i..q.end;
        let value = Value::Percent(Percent { value: q.value, to: None, points: false, bound: bound(r, &tokens) });
        return Some(Amount { tokens, kind: Kind::Percent, value });
    }
    // $500
    if matches!(r.fold(i), "$" | "€" | "£") && r.is_digits(i + 1) {
        let (code, ..) = currency(r, i, countries)?;
        let q = quantity(r, i + 1)?;
        let tokens = i..q.end;
        let value = Value::Money(Money { amount: q.value, to: None, currency: code, bound: bound(r, &tokens) });
        return Some(Amount { tokens, kind: Kind::Money, value });
    }
    if r.is_digits(i) && is_code(r, i) {
        return None;
    }
    // A score: صفر first is also a numeral.
    if let Some((first, second, end)) = pair(r, i) {
        return score_or_range(r, i, first, second, end, countries);
    }
    if let Some(found) = wide_range(r, i, countries) {
        return Some(found);
    }
    if let Some(q) = quantity(r, i) {
        return counted(r, i, q, countries);
    }
    if let Some((amount, currency, end)) = counted_by_form(r, i, countries) {
        let tokens = i..end;
        let value = Value::Money(Money { amount, to: None, currency, bound: bound(r, &tokens) });
        return Some(Amount { tokens, kind: Kind::Money, value });
    }
    bare_unit(r, i).or_else(|| definite_plural(r, i))
}

/// A number at `i` with what it counts.
fn counted(r: &Reader, i: usize, q: Quantity, countries: &Countries) -> Option<Amount> {
    if q.form == Form::Open {
        return None;
    }
    let (value, to) = (q.value, q.to);
    if let Some((end, points)) = percent(r, q.end) {
        let tokens = i..end;
        let bound = bound(r, &tokens);
        return Some(Amount {
            tokens,
            kind: Kind::Percent,
            value: Value::Percent(Percent { value, to, points, bound }),
        });
    }
    if let Some((currency, divisor, end, two)) = currency(r, q.end, countries)
        && !two
    {
        let tokens = i..end;
        let bound = bound(r, &tokens);
        let value = Money { amount: value / divisor, to: to.map(|t| t / divisor), currency, bound };
        return Some(Amount { tokens, kind: Kind::Money, value: Value::Money(value) });
    }
    if let Some((value, unit, end)) = duration(r, i).filter(|d| d.2 > q.end) {
        let tokens = i..end;
        let bound = bound(r, &tokens);
        let value = Number { value, to, against: None, unit: Some(unit), bound };
        return Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) });
    }
    if q.form != Form::Fraction
        && let Some(m) = measured(r, q.end, value)
    {
        let tokens = i..m.end;
        let bound = bound(r, &tokens);
        let value = Number { value: m.value, to, against: None, unit: Some(m.unit), bound };
        return Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) });
    }
    if !is_plain(r, i, &q) {
        return None;
    }
    let mut end = q.end;
    let mut unit = None;
    // Points of an index have decimals, points in a league have none.
    if r.is(end, "نقطه") && value.fract() != 0.0 {
        end += 1;
        unit = Some("point");
    }
    let tokens = i..end;
    let bound = bound(r, &tokens);
    let value = Number { value, to, against: None, unit, bound };
    Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) })
}
