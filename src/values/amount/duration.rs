//! Lengths of time: a numeral with its unit, a dual, a unit that stands for one.

use super::unit::{Measured, half, measured, seconds};
use super::{Amount, bound::bound};
use crate::lexicon::contexts::Context;
use crate::lexicon::times::Count;
use crate::mention::Kind;
use crate::segment::TokenKind;
use crate::values::number::{Form, quantity};
use crate::values::words::Reader;
use crate::values::{Number, Value};

/// A length of time at `i`: a numeral with its unit, a dual, further parts (ساعتين و20 دقيقة). Its value is in the unit
/// of its last part.
pub fn duration(r: &Reader, i: usize) -> Option<(f64, &'static str, usize)> {
    let first = match quantity(r, i) {
        Some(q) if q.form != Form::Open => measured(r, q.end, q.value),
        _ => {
            let (_, count) = r.time(i)?;
            if count != Count::Two || r.cell(i).article {
                return None;
            }
            let (unit, _, end) = r.unit(i)?;
            let (extra, end) = half(r, end, i).unwrap_or((0.0, end));
            Some(Measured { unit: unit.name, value: 2.0 + extra, time: true, end })
        }
    }?;
    if !first.time {
        return None;
    }
    let (mut value, mut unit, mut end) = (first.value, first.unit, first.end);
    // Further parts in ever smaller units.
    for _ in 0..3 {
        let at = match () {
            _ if r.is(end, "و") => end + 1,
            _ if r.cell(end).conjunction && !r.cell(end).preposition => end,
            _ => break,
        };
        let next = match quantity(r, at) {
            Some(q) => measured(r, q.end, q.value),
            None => r.time(at).filter(|(_, c)| *c != Count::Many && !r.cell(at).article).and_then(|(name, count)| {
                let one = r.has(at + 1, Context::One);
                (count == Count::Two || one).then(|| Measured {
                    unit: name,
                    value: if count == Count::Two { 2.0 } else { 1.0 },
                    time: true,
                    end: at + 1 + usize::from(one && count == Count::Open),
                })
            }),
        };
        match next {
            Some(next) if next.time && seconds(next.unit) > 0.0 && seconds(next.unit) < seconds(unit) => {
                value = value * seconds(unit) / seconds(next.unit) + next.value;
                (unit, end) = (next.unit, next.end);
            }
            _ => break,
        }
    }
    Some((value, unit, end))
}

/// Words before a unit of time without any numeral that make it a length (لمدة شهر، منذ عام).
fn measures(r: &Reader, i: usize) -> bool {
    r.behind(i, Context::LengthBefore) && !r.cell(i).article
        || r.before(i) == "من" && i >= 2 && r.behind(i - 1, Context::Compared)
}

/// Whether عقد at `i` is the holding of something (قبل عقد اجتماع), not a decade.
pub fn is_holding(r: &Reader, i: usize) -> bool {
    r.time(i) == Some(("decade", Count::Open))
        && r.behind(i, Context::HoldingBefore)
        && !r.doc.surface(i).ends_with('ٍ')
        && r.kind(i + 1) == Some(TokenKind::Word)
        && !r.has(i + 1, Context::DecadeBehind)
}

/// A unit of time without numeral at `i` that stands for one or two of it.
pub fn bare_unit(r: &Reader, i: usize) -> Option<Amount> {
    let cell = r.cell(i);
    let before = r.before(i);
    if cell.article {
        return None;
    }
    let (name, count) = r.time(i)?;
    if is_holding(r, i) {
        return None;
    }
    let number = |value, unit, end| {
        let tokens = i..end;
        let value =
            Value::Number(Number { value, to: None, against: None, unit: Some(unit), bound: bound(r, &tokens) });
        Some(Amount { tokens, kind: Kind::Number, value })
    };
    match count {
        Count::Two => {
            let (value, unit, end) = duration(r, i)?;
            number(value, unit, end)
        }
        Count::Open => {
            if r.has(i + 1, Context::One) {
                return number(1.0, name, i + 2);
            }
            if r.has(i + 1, Context::Whole) && measures_or_accusative(r, i) {
                return number(1.0, name, i + 2);
            }
            // دقيقة و20 ثانية
            let at = if r.is(i + 1, "و") { i + 2 } else { i + 1 };
            if (at > i + 1 || r.cell(at).conjunction)
                && let Some((rest, smaller, end)) =
                    duration(r, at).filter(|d| quantity(r, at).is_some_and(|q| q.end < d.2))
                && seconds(smaller) > 0.0
                && seconds(smaller) < seconds(name)
            {
                return number(seconds(name) / seconds(smaller) + rest, smaller, end);
            }
            // دقيقة وثانية واحدة
            let and = r.cell(i + 1).conjunction && r.time(i + 1).is_some_and(|(n, _)| seconds(n) < seconds(name));
            if and && matches!(r.fold(i + 2), "واحده" | "واحد") {
                let smaller = r.time(i + 1).map_or("second", |(n, _)| n);
                return number(seconds(name) / seconds(smaller) + 1.0, smaller, i + 3);
            }
            if measures(r, i) && cell.cut == 0 || cell.preposition && cell.cut > 0 && r.before(i) == "لاكثر" {
                // ونصف behind it: سنة ونصف.
                if let Some((fraction, end)) = half(r, i + 1, i) {
                    return number(1.0 + fraction, name, end);
                }
                // A name, a date or a description behind it makes it that one time, not a length.
                let next = r.cell(i + 1);
                if name == "day" && !matches!(before.trim_start_matches('و'), "منذ" | "لمده")
                    || before.ends_with("بعد") && r.is(i + 1, "من")
                {
                    return None;
                }
                let dated = r.is_digits(i + 1)
                    || r.role(i + 1).is_some() && next.article
                    || !r.word(i + 1).is_none_or(|w| w.months.is_empty());
                if dated
                    || r.behind(i, Context::LengthVague)
                    || name == "second"
                    || name == "minute" && r.before(i) != "من"
                {
                    return None;
                }
                return number(1.0, name, i + 1);
            }
            if let Some((fraction, end)) = half(r, i + 1, i)
                && seconds(name) > 0.0
            {
                return number(1.0 + fraction, name, end);
            }
            None
        }
        Count::Many => None,
    }
}

/// السنوات التسع الأخيرة, الدقائق الـ 90: a definite plural with its numeral behind it.
pub fn definite_plural(r: &Reader, i: usize) -> Option<Amount> {
    let cell = r.cell(i);
    let (name, count) = r.time(i)?;
    let next = r.cell(i + 1);
    if !cell.article || count != Count::Many || !(next.article && next.cut == 0 || next.bare_article) {
        return None;
    }
    let q = quantity(r, i + 1)?;
    let tokens = i..q.end;
    let value = Number { value: q.value, to: None, against: None, unit: Some(name), bound: bound(r, &tokens) };
    Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) })
}

fn measures_or_accusative(r: &Reader, i: usize) -> bool {
    measures(r, i) || r.fold(i).ends_with('ا') || r.is(i, "ساعه") || r.is(i, "سنه")
}
