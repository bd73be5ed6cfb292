//! Numbers in digits and in words, and the two together (39 مليوناً و702 ألف و451).

use super::words::Reader;
use crate::lexicon::times::Class;
use crate::segment::TokenKind;

/// A number and where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// The token behind it.
    pub end: usize,
    /// The number.
    pub value: f64,
    /// The upper end where the number is open (بضعة آلاف).
    pub to: Option<f64>,
    /// How it is written.
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits, perhaps with words for thousands.
    Digits,
    /// Words.
    Words,
    /// The word for one alone.
    One,
    /// A scale without any numeral (ألف، مليون).
    Scale,
    /// A fraction alone (نصف).
    Fraction,
    /// The word for nought.
    Zero,
    /// An open numeral alone (بضعة).
    Open,
}

/// The value of digits with separators of either custom.
///
/// A dot or comma is the decimal mark unless three digits stand behind it, or unless it is there twice. `scaled`: a word
/// for thousands or a share follows, before which a dot is the decimal mark whatever stands behind it.
pub fn digits(folded: &str, scaled: bool) -> Option<f64> {
    if folded.bytes().all(|b| b.is_ascii_digit()) {
        return folded.parse().ok();
    }
    let marks: Vec<(usize, char)> = folded.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let &(at, last) = marks.last()?;
    let behind = folded.len() - at - last.len_utf8();
    let before = marks[0].0;
    let several = marks.iter().filter(|(_, c)| *c == last).count() > 1;
    let leading_zero = folded.starts_with('0') && before == 1;
    let thousands = match last {
        '٫' => false,
        '٬' => true,
        _ if several => true,
        _ if marks.len() > 1 => false,
        '.' => behind == 3 && before <= 3 && !leading_zero && !scaled,
        _ => behind == 3 && before <= 3 && !leading_zero,
    };
    let plain = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    if thousands {
        plain(folded).parse().ok()
    } else {
        format!("{}.{}", plain(&folded[..at]), &folded[at + last.len_utf8()..]).parse().ok()
    }
}

/// Digits at `i` as a number: `None` where they are part of a code, a link, a version.
fn in_digits(r: &Reader, i: usize) -> Option<(f64, usize)> {
    if !r.is_digits(i) || r.fold(i).len() > 20 {
        return None;
    }
    if r.kind(i + 1) == Some(TokenKind::Foreign) && r.is_glued(i + 1) {
        return None;
    }
    // 02ر5 and 02,5 typed from right to left: the fraction comes first.
    if r.is(i + 1, "ر") && r.is_glued(i + 1) && r.is_glued(i + 2) && r.is_digits(i + 2) {
        let value = format!("{}.{}", r.fold(i + 2), r.fold(i)).parse().ok()?;
        return Some((value, i + 3));
    }
    if let Some(found) = spaced(r, i) {
        return Some(found);
    }
    let scaled = scale(r, i + 1).is_some() || matches!(r.fold(i + 1), "%" | "٪") || r.is(i + 1, "في");
    Some((digits(r.fold(i), scaled)?, i + 1))
}

/// Digits in groups of three with spaces between them (10 000, 1 200 000).
fn spaced(r: &Reader, i: usize) -> Option<(f64, usize)> {
    let first = r.integer(i).filter(|n| *n > 0 && r.fold(i).len() <= 3 && !r.fold(i).starts_with('0'))?;
    let mut value = f64::from(first);
    let mut end = i + 1;
    while let Some(group) = r.integer(end).filter(|_| r.fold(end).len() == 3 && r.is_one_space(end)) {
        value = value * 1000.0 + f64::from(group);
        end += 1;
    }
    // Another figure beside them makes it a list.
    let list = end > i + 4 || r.is_digits(end) || i > 0 && r.is_digits(i - 1);
    (end > i + 1 && !list).then_some((value, end))
}

/// The scale at `i`, if it stands behind a numeral.
fn scale(r: &Reader, i: usize) -> Option<f64> {
    match r.word(i)?.numeral? {
        (Class::Scale | Class::Accusative | Class::Many, value) if r.cell(i).cut == 0 && !r.cell(i).article => {
            Some(value)
        }
        _ => None,
    }
}

fn numeral(r: &Reader, i: usize) -> Option<(Class, f64)> {
    r.word(i)?.numeral
}

/// A numeral at `i` without و before it.
fn direct(r: &Reader, i: usize) -> Option<(Class, f64)> {
    if r.cell(i).cut == 0 { numeral(r, i) } else { None }
}

/// A numeral at `i` with nothing but و before it; also where و stands apart.
fn joined(r: &Reader, i: usize) -> Option<(Class, f64, usize)> {
    let cell = r.cell(i);
    if cell.conjunction && !cell.preposition {
        return numeral(r, i).map(|(c, v)| (c, v, i + 1));
    }
    if r.is(i, "و") {
        return direct(r, i + 1).map(|(c, v)| (c, v, i + 2));
    }
    None
}

/// A number below one hundred in words at `i`, whose class and value are given.
fn below_hundred(r: &Reader, i: usize, class: Class, value: f64) -> Option<(f64, usize)> {
    match class {
        Class::Unit => {
            if let Some((Class::Teen, ten)) = direct(r, i + 1) {
                return Some((value + ten, i + 2));
            }
            if let Some((Class::Ten, ten, end)) = joined(r, i + 1) {
                return Some((value + ten, end));
            }
            Some((value, i + 1))
        }
        Class::Eleven => match direct(r, i + 1) {
            Some((Class::Teen, ten)) => Some((value + ten, i + 2)),
            _ => match joined(r, i + 1) {
                Some((Class::Ten, ten, end)) => Some((value + ten, end)),
                _ => None,
            },
        },
        Class::Teen | Class::Ten => Some((value, i + 1)),
        _ => None,
    }
}

/// A number below one thousand in words at `i`.
fn below_thousand(r: &Reader, i: usize) -> Option<(f64, usize)> {
    let (class, value) = numeral(r, i)?;
    let (hundreds, end) = match class {
        Class::Hundred => (value, i + 1),
        Class::Unit => match direct(r, i + 1) {
            Some((Class::Hundred, 100.0)) if value > 2.0 => (value * 100.0, i + 2),
            _ => return below_hundred(r, i, class, value),
        },
        _ => return below_hundred(r, i, class, value),
    };
    if let Some((class, value, after)) = joined(r, end)
        && let Some((rest, end)) = below_hundred(r, after - 1, class, value)
    {
        return Some((hundreds + rest, end));
    }
    Some((hundreds, end))
}

/// A group: a number with the scales behind it, in all its value; and the last scale, 1 for none.
struct Group {
    value: f64,
    scale: f64,
    end: usize,
    form: Form,
}

fn group(r: &Reader, i: usize) -> Option<Group> {
    let (mut value, mut end, form) = if let Some((value, end)) = in_digits(r, i) {
        (value, end, Form::Digits)
    } else {
        let (class, value) = numeral(r, i)?;
        // وأحد أشهر: one of, not the numeral واحد.
        if class == Class::Unit && value == 1.0 && r.doc.surface(i).contains('أ') {
            return None;
        }
        match class {
            Class::Scale => (value, i + 1, Form::Scale),
            Class::Dual => (value, i + 1, Form::Words),
            // ألفا من and ألفا وخمسمئة are one thousand, ألفا شخص two.
            Class::Accusative => {
                let construct = r.kind(i + 1) == Some(TokenKind::Word) && !r.is(i + 1, "من") && !r.is(i + 1, "و");
                let one = !construct || r.cell(i + 1).conjunction || r.doc.surface(i).contains('ً');
                (if one { value } else { 2.0 * value }, i + 1, if one { Form::Scale } else { Form::Words })
            }
            Class::Fraction => (value, i + 1, Form::Fraction),
            Class::Zero => (value, i + 1, Form::Zero),
            Class::Some => (value, i + 1, Form::Open),
            Class::Many => return None,
            _ => {
                let (value, end) = below_thousand(r, i)?;
                (value, end, if value == 1.0 { Form::One } else { Form::Words })
            }
        }
    };
    let mut last = match numeral(r, i) {
        Some((Class::Scale | Class::Accusative, scale)) => scale,
        Some((Class::Dual, two)) => two / 2.0,
        _ => 1.0,
    };
    let mut form = form;
    // ثلاث مئات
    if form == Form::Words && value < 10.0 && r.is(end, "مئات") {
        value *= 100.0;
        end += 1;
    }
    while let Some(scale) = scale(r, end) {
        value *= scale;
        last = scale;
        end += 1;
        if !matches!(form, Form::Digits | Form::Open) {
            form = Form::Words;
        }
    }
    Some(Group { value, scale: last, end, form })
}

/// A figure in brackets at `i` with the scales behind it: (445) مليون.
pub fn bracketed(r: &Reader, i: usize) -> Option<Quantity> {
    if !r.is(i, "(") || !r.is(i + 2, ")") {
        return None;
    }
    let (mut value, _) = in_digits(r, i + 1)?;
    let mut end = i + 3;
    while let Some(scale) = scale(r, end) {
        value *= scale;
        end += 1;
    }
    Some(Quantity { end, value, to: None, form: Form::Digits })
}

/// The number that begins at `i`, as long as it gets; an article apart from its digits belongs to it.
pub fn quantity(r: &Reader, i: usize) -> Option<Quantity> {
    let first = if r.cell(i).bare_article { i + 1 } else { i };
    if first > i && !r.is_digits(first) {
        return None;
    }
    let Group { mut value, mut scale, mut end, mut form } = group(r, first)?;
    let open = form == Form::Open;
    while scale > 1.0 && !open {
        // و and a smaller group, or و and a fraction of the last scale with its name perhaps said again.
        let at = match () {
            _ if r.is(end, "و") => end + 1,
            _ if r.cell(end).conjunction && !r.cell(end).preposition => end,
            _ => break,
        };
        let Some(next) = group(r, at) else { break };
        if next.form == Form::Fraction && scale > 100.0 {
            value += next.value * scale;
            end = next.end;
            let cell = r.cell(end);
            if cell.article && cell.cut == 0 && numeral(r, end).is_some_and(|(_, v)| v == scale) {
                end += 1;
            }
            form = Form::Words;
            break;
        }
        // مليون ونصف مليون
        if next.scale == scale && numeral(r, at).is_some_and(|(class, _)| class == Class::Fraction) {
            value += next.value;
            end = next.end;
            form = Form::Words;
            break;
        }
        let plausible = next.value < scale && next.value > 0.0 && next.scale < scale && next.form != Form::Fraction;
        // ألف و2015 are two numbers, 32 ألفا و782 is one; a year is never the rest of a number.
        if !plausible || next.form == Form::Zero || next.form == Form::Open {
            break;
        }
        value += next.value;
        scale = next.scale;
        end = next.end;
        if form == Form::Scale {
            form = Form::Words;
        }
    }
    // ثلاثمئة 300 and ثلاثة (3): the same number again.
    if form == Form::Words && r.is_digits(end) && digits(r.fold(end), false) == Some(value) {
        end += 1;
    } else if form == Form::Words
        && r.is(end, "(")
        && r.is(end + 2, ")")
        && r.is_digits(end + 1)
        && digits(r.fold(end + 1), false) == Some(value)
    {
        end += 3;
    }
    let to = open.then_some(value * 3.0);
    let form = if open && value > 3.0 { Form::Words } else { form };
    Some(Quantity { end, value, to, form })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::Document;

    #[test]
    fn separators_of_both_customs() {
        for (text, value) in [
            ("1,234", 1234.0),
            ("1.234", 1234.0),
            ("1,234,567", 1_234_567.0),
            ("1.234.567", 1_234_567.0),
            ("16,606.27", 16606.27),
            ("16.606,27", 16606.27),
            ("3,5", 3.5),
            ("3.5", 3.5),
            ("0.125", 0.125),
            ("9،44", 9.44),
            ("3٫25", 3.25),
            ("12٬500", 12500.0),
            ("2017", 2017.0),
        ] {
            assert_eq!(digits(text, false), Some(value), "{text}");
        }
        assert_eq!(digits("1.234", true), Some(1.234));
    }

    #[test]
    fn words_make_numbers() {
        for (text, value) in [
            ("ثلاثة وعشرون ألفا", 23000.0),
            ("مئتي", 200.0),
            ("ثلاثمائة وخمسة وستين", 365.0),
            ("ألف وخمس مائة", 1500.0),
            ("خمسة عشر", 15.0),
            ("إحدى عشرة", 11.0),
            ("نصف مليون", 500_000.0),
            ("مليون ونصف المليون", 1_500_000.0),
            ("39 مليوناً و702 ألف و451", 39_702_451.0),
            ("مليارين و800 مليون", 2_800_000_000.0),
            ("ثلاثة آلاف مليار", 3e12),
            ("02ر5 مليون", 5_020_000.0),
            ("ألفان وسبعة عشر", 2017.0),
            ("ثلاثمئة 300", 300.0),
        ] {
            let doc = Document::new(text);
            let r = Reader::new(&doc);
            let found = quantity(&r, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.value, found.end), (value, doc.len()), "{text}");
        }
    }
}
