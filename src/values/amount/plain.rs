//! Numbers with nothing behind them that they measure: which are worth telling of.

use crate::lexicon::contexts::Context;
use crate::lexicon::figures::{self, Figure};
use crate::segment::TokenKind;
use crate::values::number::{Form, Quantity};
use crate::values::words::Reader;

/// Whether digits at `i` are glued to what makes them a code: letters, a hash, an underscore, a slash of a link.
pub fn is_code(r: &Reader, i: usize) -> bool {
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
            // 00:11 in a film.
            ":" => i > 1 && r.doc.is_glued(i - 1) && r.is_digits(i - 2),
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

/// Whether a number with nothing behind it that it measures is one to tell of.
pub fn is_plain(r: &Reader, i: usize, q: &Quantity) -> bool {
    let before = r.before(i);
    let next = r.fold(q.end);
    let cell = r.cell(i);
    match q.form {
        Form::Zero | Form::Open => return false,
        Form::Fraction => {
            return before == "من" && i >= 2 && r.behind(i - 1, Context::Compared) || r.behind(i, Context::Approximate);
        }
        Form::Scale => return !cell.article && before != "اكثر",
        Form::One => {
            // The adjective behind an indefinite noun; one of many (واحدة من) is no number.
            let counted = r.kind(i.wrapping_sub(1)) == Some(TokenKind::Word) && !before.starts_with("ال") && i > 0;
            let fixed = r.behind(i, Context::OneFixed);
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
        let number = i >= 2 && r.behind(i - 1, Context::Numbered);
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

/// A definite noun of the plural stands before a numeral with the article (الدول الثلاث), not of the singular.
fn behind_plural(r: &Reader, i: usize) -> bool {
    !matches!(figures::behind(r.before(i)), Figure::Order | Figure::Rank)
}
