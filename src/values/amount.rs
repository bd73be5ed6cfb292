//! What a number counts: nothing said (a plain number), a unit, money, hundredths; ranges and scores.

use super::currency::Countries;
use super::number::{Form, Quantity, quantity};
use super::words::Reader;
use super::{Bound, Money, Number, Percent, Value};
use crate::lexicon::bounds::BOUNDS;
use crate::lexicon::figures::{self, Figure};
use crate::lexicon::times::Count;
use crate::mention::Kind;
use crate::segment::TokenKind;
use std::ops::Range;

/// A recognised amount: its tokens, type and value.
pub struct Amount {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Number, money or percent.
    pub kind: Kind,
    /// What it says.
    pub value: Value,
}

/// What the words beside a figure say of its exactness.
fn bound(r: &Reader, tokens: &Range<usize>) -> Option<Bound> {
    let found = BOUNDS.iter().find(|phrase| {
        let n = phrase.words.len();
        if phrase.behind {
            // Right behind the figure, or behind the noun it counts.
            return (0..3).any(|gap| r.follows(tokens.end + gap, &phrase.words));
        }
        let line = r.doc.paragraphs[r.doc.paragraph_of(tokens.start)].tokens.start;
        let Some(first) = tokens.start.checked_sub(n).filter(|&f| f >= line) else { return false };
        let head = r.fold(first);
        let clitics = head.strip_suffix(phrase.words[0].as_str());
        clitics.is_some_and(|c| matches!(c, "" | "و" | "ف" | "ب" | "ل" | "وب" | "ول"))
            && r.follows(first + 1, &phrase.words[1..])
    })?;
    Some(match found.bound {
        "about" => Bound::About,
        "more-than" => Bound::MoreThan,
        "less-than" => Bound::LessThan,
        "at-least" => Bound::AtLeast,
        _ => Bound::AtMost,
    })
}

/// The end of a percent sign or word at `i`; whether it is percentage points.
fn percent(r: &Reader, i: usize) -> Option<(usize, bool)> {
    match r.fold(i) {
        "%" | "٪" | "﹪" | "％" => return Some((i + 1, false)),
        "بالمئه" | "بالمائه" | "بالميه" | "بالمايه" | "المئه" | "المائه" => {
            return Some((i + 1, false));
        }
        "في" | "فى" if matches!(r.fold(i + 1), "المئه" | "المائه" | "الميه" | "المايه") => {
            return Some((i + 2, false));
        }
        "نقطه" | "نقاط" | "نقطتين" if matches!(r.fold(i + 1), "مئويه" | "مئويتين") => {
            return Some((i + 2, true));
        }
        "ب" if matches!(r.fold(i + 1), "المئه" | "المائه") => return Some((i + 2, false)),
        _ => {}
    }
    None
}

/// A currency at `i`: code, divisor, the token behind it, and whether the word means two.
fn currency(r: &Reader, i: usize, countries: &Countries) -> Option<(Option<&'static str>, f64, usize, bool)> {
    if let Some(code) = match r.fold(i) {
        "$" => Some("USD"),
        "€" => Some("EUR"),
        "£" => Some("GBP"),
        "¥" => Some("JPY"),
        "usd" => Some("USD"),
        "eur" => Some("EUR"),
        _ => None,
    } {
        return Some((Some(code), 1.0, i + 1, false));
    }
    let cell = r.cell(i);
    let word = cell.word?;
    if cell.cut > 0 || cell.article && !r.is(i, "اليورو") || word.currencies.is_empty() {
        return None;
    }
    let mut best = i;
    for currency in &word.currencies {
        let ends = currency.tails.iter().filter(|t| r.follows(i + 1, t)).map(|t| i + 1 + t.len());
        best = best.max(ends.max().unwrap_or(if currency.tails.is_empty() { i + 1 } else { i }));
    }
    if best == i {
        return None;
    }
    let matching: Vec<_> = word
        .currencies
        .iter()
        .filter(|c| {
            if best == i + 1 {
                c.tails.is_empty()
            } else {
                c.tails.iter().any(|t| i + 1 + t.len() == best && r.follows(i + 1, t))
            }
        })
        .collect();
    let chosen = countries.choose(r, &matching);
    let divisor = if matching[0].hundredth { 100.0 } else { 1.0 };
    Some((chosen, divisor, best, word.two))
}

/// Whether digits at `i` are glued to what makes them a code: letters, a hash, an underscore, a slash of a link.
fn is_code(r: &Reader, i: usize) -> bool {
    if i == 0 || !r.doc.is_glued(i) {
        return false;
    }
    match r.doc.kind(i - 1) {
        Some(TokenKind::Foreign) => true,
        Some(TokenKind::Word) => {
            r.cell(i - 1).word.is_none()
                && !r.cell(i - 1).bare_article
                && r.before(i).len() > 2
                && {
                    // Letters glued before digits are proclitics and tatweel (بـ30) or a noun run together with its number.
                    !matches!(r.before(i), "وب" | "ول" | "فب" | "بنحو")
                }
                && r.doc.surface(i - 1).ends_with('_')
        }
        Some(TokenKind::Sign) => match r.doc.fold(i - 1) {
            "#" | "_" | "@" => true,
            "-" | "‑" | "–" | "/" => {
                i > 1
                    && r.doc.is_glued(i - 1)
                    && matches!(r.doc.kind(i - 2), Some(TokenKind::Foreign | TokenKind::Word))
                    && r.doc.fold(i - 2) != "صفر"
            }
            _ => false,
        },
        _ => false,
    }
}

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
fn pair(r: &Reader, i: usize) -> Option<(f64, f64, usize)> {
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

/// A duration or measure behind a quantity: unit, its end and how many halves were added.
struct Measured {
    unit: &'static str,
    value: f64,
    time: bool,
    end: usize,
}

/// A unit behind a number, with the fraction that may follow it (عامين ونصف العام).
fn measured(r: &Reader, i: usize, value: f64) -> Option<Measured> {
    let cell = r.cell(i);
    if cell.cut > 0 {
        return None;
    }
    let (unit, count, mut end) = r.unit(i)?;
    // 67.9 مليونا عام 2013: the year is another thing.
    if unit.name == "year" && count == Count::Open && super::date::year_number(r, end).is_some() {
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
fn half(r: &Reader, i: usize, unit: usize) -> Option<(f64, usize)> {
    let at = if r.is(i, "و") { i + 1 } else { i };
    let cell = r.cell(at);
    if at == i && !cell.conjunction || cell.preposition {
        return None;
    }
    let q = quantity(r, at).filter(|q| q.form == Form::Fraction)?;
    let mut end = q.end;
    let again = r.time(end).zip(r.time(unit));
    if r.cell(end).article && again.is_some_and(|((a, _), (b, _))| a == b) {
        end += 1;
    }
    Some((q.value, end))
}

/// The seconds in a unit of time, to put the parts of a duration in order.
fn seconds(unit: &str) -> f64 {
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

/// A length of time at `i`: a numeral with its unit, a dual, further parts (ساعتين و20 دقيقة). Its value is in the unit
/// of its last part.
pub fn duration(r: &Reader, i: usize) -> Option<(f64, &'static str, usize)> {
    let first = match quantity(r, i) {
        Some(q) if q.form != Form::Open => measured(r, q.end, q.value).map(|m| follow_one(r, m)),
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
            Some(q) => measured(r, q.end, q.value).map(|m| follow_one(r, m)),
            None => r.time(at).filter(|(_, c)| *c != Count::Many && !r.cell(at).article).and_then(|(name, count)| {
                let one = matches!(r.fold(at + 1), "واحده" | "واحد" | "واحدا");
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

/// Takes in the word for one behind a unit (يوما واحدا).
fn follow_one(_r: &Reader, m: Measured) -> Measured {
    m
}

/// Words before a unit of time without any numeral that make it a length (لمدة شهر، منذ عام).
fn measures(r: &Reader, i: usize) -> bool {
    let before = r.before(i);
    match before {
        "لمده" | "مده" | "مدته" | "مدتها" | "ومدته" | "ومدتها" | "قرابه" | "لقرابه" | "نحو" | "حوالي" | "يقارب"
        | "منذ" | "بعد" | "طوال" | "مدي" | "مدار" | "غضون" | "مرور" | "خلال" | "طيله" => {
            !r.cell(i).article
        }
        "من" => {
            i >= 2 && matches!(r.before(i - 1), "اكثر" | "لاكثر" | "ازيد" | "اقل" | "باكثر" | "باقل" | "لاقل" | "واكثر")
        }
        _ => false,
    }
}

/// A unit of time without numeral at `i` that stands for one or two of it.
fn bare_unit(r: &Reader, i: usize) -> Option<Amount> {
    let cell = r.cell(i);
    let before = r.before(i);
    if cell.article {
        return None;
    }
    let (name, count) = r.time(i)?;
    let number = |value, end| {
        let tokens = i..end;
        let value =
            Value::Number(Number { value, to: None, against: None, unit: Some(name), bound: bound(r, &tokens) });
        Some(Amount { tokens, kind: Kind::Number, value })
    };
    match count {
        Count::Two => {
            let (value, unit, end) = duration(r, i)?;
            let tokens = i..end;
            let value = Number { value, to: None, against: None, unit: Some(unit), bound: bound(r, &tokens) };
            Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) })
        }
        Count::Open => {
            if matches!(r.fold(i + 1), "واحد" | "واحده" | "واحدا") {
                return number(1.0, i + 2);
            }
            if matches!(r.fold(i + 1), "كامله" | "كاملا" | "كامل") && measures_or_accusative(r, i) {
                return number(1.0, i + 2);
            }
            // دقيقة و20 ثانية
            let at = if r.is(i + 1, "و") { i + 2 } else { i + 1 };
            if (at > i + 1 || r.cell(at).conjunction)
                && let Some((rest, smaller, end)) =
                    duration(r, at).filter(|d| quantity(r, at).is_some_and(|q| q.end < d.2))
                && seconds(smaller) > 0.0
                && seconds(smaller) < seconds(name)
            {
                let tokens = i..end;
                let value = seconds(name) / seconds(smaller) + rest;
                let value = Number { value, to: None, against: None, unit: Some(smaller), bound: bound(r, &tokens) };
                return Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) });
            }
            // دقيقة وثانية واحدة
            let and = r.cell(i + 1).conjunction && r.time(i + 1).is_some_and(|(n, _)| seconds(n) < seconds(name));
            if and && matches!(r.fold(i + 2), "واحده" | "واحد") {
                let smaller = r.time(i + 1).map_or("second", |(n, _)| n);
                let tokens = i..i + 3;
                let value = seconds(name) / seconds(smaller) + 1.0;
                let value = Number { value, to: None, against: None, unit: Some(smaller), bound: bound(r, &tokens) };
                return Some(Amount { tokens, kind: Kind::Number, value: Value::Number(value) });
            }
            if measures(r, i) && cell.cut == 0 || cell.preposition && cell.cut > 0 && r.before(i) == "لاكثر" {
                // ونصف behind it: سنة ونصف.
                if let Some((fraction, end)) = half(r, i + 1, i) {
                    return number(1.0 + fraction, end);
                }
                // A name, a date or a description behind it makes it that one time, not a length.
                let next = r.cell(i + 1);
                if name == "day" && !matches!(before, "منذ" | "لمده") || before == "بعد" && r.is(i + 1, "من")
                {
                    return None;
                }
                let dated = r.is_digits(i + 1)
                    || r.role(i + 1).is_some() && next.article
                    || !r.word(i + 1).is_none_or(|w| w.months.is_empty());
                if dated
                    || r.before(i) == "خلال"
                    || r.before(i) == "طوال"
                    || r.before(i) == "طيله"
                    || name == "second"
                    || name == "minute" && r.before(i) != "من"
                {
                    return None;
                }
                return number(1.0, i + 1);
            }
            if let Some((fraction, end)) = half(r, i + 1, i)
                && seconds(name) > 0.0
            {
                return number(1.0 + fraction, end);
            }
            None
        }
        Count::Many => None,
    }
}

/// السنوات التسع الأخيرة, الدقائق الـ 90: a definite plural with its numeral behind it.
fn definite_plural(r: &Reader, i: usize) -> Option<Amount> {
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

/// A definite noun of the plural stands before a numeral with the article (الدول الثلاث), not of the singular.
fn behind_plural(r: &Reader, i: usize) -> bool {
    !matches!(figures::behind(r.before(i)), Figure::Order | Figure::Rank)
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
    if let Some(q) = quantity(r, i) {
        return counted(r, i, q, countries);
    }
    if r.word(i).is_some_and(|w| !w.currencies.is_empty() && w.two)
        && let Some((code, divisor, end, true)) = currency_two(r, i, countries)
    {
        let tokens = i..end;
        let value = Value::Money(Money { amount: 2.0 / divisor, to: None, currency: code, bound: bound(r, &tokens) });
        return Some(Amount { tokens, kind: Kind::Money, value });
    }
    bare_unit(r, i).or_else(|| definite_plural(r, i))
}

fn currency_two(r: &Reader, i: usize, countries: &Countries) -> Option<(Option<&'static str>, f64, usize, bool)> {
    if r.cell(i).article { None } else { currency(r, i, countries) }
}

fn score_or_range(r: &Reader, i: usize, first: f64, second: f64, end: usize, countries: &Countries) -> Option<Amount> {
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

/// Whether a number with nothing behind it that it measures is one to tell of.
fn is_plain(r: &Reader, i: usize, q: &Quantity) -> bool {
    let before = r.before(i);
    let next = r.fold(q.end);
    let cell = r.cell(i);
    match q.form {
        Form::Zero | Form::Open => return false,
        Form::Fraction => {
            return before == "من" && i >= 2 && matches!(r.before(i - 1), "اكثر" | "اقل" | "لاكثر" | "باكثر")
                || matches!(before, "نحو" | "حوالي" | "قرابه");
        }
        Form::Scale => return !cell.article && before != "اكثر",
        Form::One => {
            // The adjective behind an indefinite noun; one of many (واحدة من) is no number.
            let counted = r.kind(i.wrapping_sub(1)) == Some(TokenKind::Word) && !before.starts_with("ال") && i > 0;
            let fixed = matches!(
                before,
                "مره"
                    | "جانب"
                    | "دفعه"
                    | "وقت"
                    | "ان"
                    | "صفا"
                    | "صف"
                    | "كل"
                    | "عائله"
                    | "محور"
                    | "باتجاه"
                    | "اتجاه"
                    | "يد"
                    | "لا"
                    | "وطن"
                    | "توقيت"
                    | "لكل"
                    | "والهدف"
                    | "هدف"
            );
            return counted
                && !cell.article
                && cell.cut == 0
                && q.end == i + 1
                && next != "من"
                && !fixed
                && !r.doc.surface(i).contains('أ');
        }
        Form::Words => {
            if cell.article && !behind_plural(r, i) {
                return false;
            }
            return true;
        }
        Form::Digits => {}
    }
    if q.end > i + 1 && !cell.bare_article {
        return true;
    }
    let figure = figures::behind(before);
    if cell.bare_article {
        return !matches!(figure, Figure::Order | Figure::Rank);
    }
    let at_line_start = r.doc.tokens[i].starts_line;
    if at_line_start && matches!(next, "-" | "." | ")" | "–") {
        return false;
    }
    // Digits alone in brackets are minutes of a match, a note, a year; with a noun or a count behind them they count.
    if before == "(" && next == ")" {
        let noun = r.kind(q.end + 1) == Some(TokenKind::Word)
            && !r.cell(q.end + 1).conjunction
            && !r.fold(q.end + 1).starts_with("ال");
        let number = i >= 2 && matches!(r.before(i - 1), "رقم" | "عدد" | "الرقم" | "بعدد");
        return number || noun && !r.fold(q.end + 1).starts_with('و');
    }
    if before == "(" && next == "خطا" || before == "(" && q.end < r.end && r.is(q.end, "من") && r.is(q.end + 1, "ركله")
    {
        return false;
    }
    if next == "+" || before == "+" {
        return false;
    }
    if before == "/" && r.is_glued(i) && i >= 2 && r.is_digits(i - 2) {
        return false;
    }
    if before == "رقم" && r.fold(i).contains('.') || next == "/" && r.is_digits(q.end + 1) {
        return false;
    }
    match figure {
        Figure::Minute | Figure::Code | Figure::Rank => return false,
        Figure::Year if r.fold(i).len() == 4 => return false,
        _ => {}
    }
    // One letter or two before the digits are the name of a type.
    let short = r.kind(i.wrapping_sub(1)) == Some(TokenKind::Foreign)
        && i > 0
        && q.value < 1000.0
        && before.chars().count() <= 3;
    !short
}
