//! Years: with the word for one, behind a month, or four digits alone.

use super::{Draft, Parsed};
use crate::lexicon::contexts::Context;
use crate::lexicon::figures::{self, Figure};
use crate::lexicon::times::{Count, Modifier, Role};
use crate::segment::TokenKind;
use crate::values::number::quantity;
use crate::values::words::Reader;

/// A year's number at `i`, with م or هـ behind it.
pub fn year_number(r: &Reader, i: usize) -> Option<(i32, bool, usize)> {
    let value = r.integer(i).filter(|y| (1000..=2999).contains(y) && r.fold(i).len() == 4)? as i32;
    let mut end = i + 1;
    let mut hijri = false;
    if r.has(end, Context::YearGregorian) {
        end += 1;
    } else if r.has(end, Context::YearHijri) {
        hijri = true;
        end += 1;
    }
    Some((value, hijri, end))
}

/// Fills in the year behind a month or a smaller time: 2015, عام 2015, من العام الماضي, هذا العام.
pub fn take_year(r: &Reader, i: usize, draft: &mut Draft) -> usize {
    let at = match r.fold(i) {
        "من" | "ل" | "في" | "،" | "," => i + 1,
        _ => i,
    };
    if let Some((year, hijri, end)) = year_number(r, at)
        && (at == i || r.is(i, "،") || r.is(i, ",") || r.is(i, "من"))
    {
        draft.year = Some(year);
        draft.hijri |= hijri;
        return end;
    }
    let skip = usize::from(r.role(at) == Some(Role::This));
    let head = at + skip;
    if r.time(head).is_some_and(|(name, c)| name == "year" && c == Count::Open) && !matches!(r.fold(i), "في" | "،") {
        let cell = r.cell(head);
        if let Some((year, hijri, end)) = year_number(r, head + 1) {
            draft.year = Some(year);
            draft.hijri |= hijri;
            return end;
        }
        if skip == 1 && cell.article {
            draft.year_modifier = Some(Modifier::Shift(0));
            return head + 1;
        }
        if let Some((modifier, end)) = r.modifier(head + 1)
            && cell.article
        {
            draft.year_modifier = Some(modifier);
            return end;
        }
    }
    i
}

/// عام 2015, السنة الأمازيغية 2967, عام ألفين وعشرة.
pub fn year(r: &Reader, i: usize) -> Parsed {
    let cell = r.cell(i);
    let (name, count) = r.time(i)?;
    if !matches!(name, "year" | "season") || count != Count::Open {
        return None;
    }
    let mut at = i + 1;
    if r.has(at, Context::YearSort) {
        at += 1;
    }
    let amazigh = matches!(r.fold(at), "الامازيغيه" | "الامازيغي");
    if amazigh {
        at += 1;
    }
    if let Some((year, hijri, mut end)) = year_number(r, at) {
        let mut draft =
            Draft { year: Some(year), hijri: hijri || year < 1500 && !amazigh, amazigh, ..Draft::default() };
        if matches!(r.fold(end), "-" | "/" | "–")
            && let Some(to) = r.integer(end + 1)
            && (to as i32 == year + 1 || to as i32 == (year + 1) % 100 && r.fold(end + 1).len() == 2)
        {
            draft.year_to = Some(year + 1);
            end += 2;
        }
        return Some((draft, end));
    }
    if name == "season" {
        return None;
    }
    // عام 67
    if !cell.article
        && let Some(short) = r.integer(at).filter(|y| (40..=99).contains(y) && r.fold(at).len() == 2)
        && r.kind(at + 1) != Some(TokenKind::Word)
    {
        return Some((Draft { year: Some(1900 + short as i32), ..Draft::default() }, at + 1));
    }
    if !r.is_digits(at)
        && let Some(q) = quantity(r, at).filter(|q| (1000.0..2100.0).contains(&q.value) && q.end > at + 1)
    {
        return Some((Draft { year: Some(q.value as i32), ..Draft::default() }, q.end));
    }
    None
}

/// Four digits that are a year by themselves (في 2011, بين 2011 و2014, انتخابات 2016).
pub fn bare_year(r: &Reader, i: usize, bound: bool) -> Parsed {
    let (year, hijri, end) = year_number(r, i)?;
    let before = r.before(i);
    let prepared = bound || r.behind(i, Context::YearBefore);
    if hijri {
        return (1300..1500).contains(&year).then(|| (Draft { year: Some(year), hijri, ..Draft::default() }, end));
    }
    // (1585-1604م)
    let dash = |k: usize| matches!(r.fold(k), "-" | "–");
    let marked = |k: usize| r.has(k, Context::YearGregorian) && r.is_glued(k);
    let aged = (1000..1800).contains(&year)
        && (dash(i.wrapping_sub(1)) && marked(i + 1) || dash(i + 1) && r.is_digits(i + 2) && marked(i + 3));
    if !(1800..=2100).contains(&year) && !aged {
        return None;
    }
    if i > 0 && r.doc.is_glued(i) {
        let sign = r.doc.fold(i - 1);
        let word = r.doc.kind(i - 1);
        // عامي1993 and و2016 are run together; codes are not years.
        if matches!(word, Some(TokenKind::Foreign))
            || matches!(sign, "#" | "_" | "@" | "/" | ":") && !r.is_digits(i.wrapping_sub(2))
        {
            return None;
        }
    }
    if !prepared {
        if figures::behind(before) != Figure::Plain || r.behind(i, Context::NumberBefore) {
            return None;
        }
        if before == "من" && i >= 2 && r.behind(i - 1, Context::Compared) {
            return None;
        }
        // مونديال قطر 2022
        if i >= 2 && figures::behind(r.before(i - 1)) == Figure::Year && r.kind(i - 1) == Some(TokenKind::Word) {
            return None;
        }
        // 1820 رحلة: a noun in the feminine without article is what is counted.
        let next = r.fold(end);
        if r.kind(end) == Some(TokenKind::Word)
            && next.ends_with('ه')
            && next.chars().count() > 3
            && !next.starts_with("ال")
            && !next.starts_with('و')
            && !next.starts_with('ب')
            && !next.starts_with('ل')
        {
            return None;
        }
        // 2000 سيارة is a number as likely as a year where nothing before it tells.
        if year % 100 == 0
            && r.kind(end) == Some(TokenKind::Word)
            && !r.fold(end).starts_with("ال")
            && r.fold(end).chars().count() > 3
        {
            return None;
        }
    }
    // A counted noun or unit behind the digits.
    if r.is_digits(i) && end == i + 1 {
        let next = r.fold(end);
        let word = r.word(end);
        let counts = r.kind(end) == Some(TokenKind::Word)
            && (!bound
                && !r.behind(i, Context::YearSurelyBefore)
                && next.chars().count() > 2
                && next.ends_with('ا')
                && r.doc.surface(end).ends_with(['ا', 'ً'])
                && !r.has(end, Context::AdverbLikeNoun)
                && !next.starts_with('و')
                || r.has(end, Context::CountedNoun) && !(next == "من" && prepared)
                || word.is_some_and(|w| {
                    r.cell(end).cut == 0
                        && !r.cell(end).article
                        && (!w.currencies.is_empty()
                            || w.numeral.is_some()
                            || w.count.is_some_and(|_| !w.units.is_empty()))
                }));
        if counts
            || matches!(next, "%" | "٪" | "$")
            || next == "في" && r.has(end + 1, Context::Hundred)
            || r.has(end, Context::Percent)
        {
            return None;
        }
    }
    let mut draft = Draft { year: Some(year), ..Draft::default() };
    let mut end = end;
    // ميزانية 2023-2024 is one time, (2007-2009) are two years.
    if matches!(r.fold(end), "-" | "–" | "/")
        && before != "("
        && let Some(to) = r.integer(end + 1)
        && to as i32 == year + 1
        && r.fold(end + 2) != ")"
    {
        draft.year_to = Some(year + 1);
        end += 2;
    }
    Some((draft, end))
}
