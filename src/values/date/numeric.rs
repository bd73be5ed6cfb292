//! Dates in digits alone.

use super::{Draft, Parsed, clock};
use crate::lexicon::contexts::Context;
use crate::values::words::Reader;

/// 3/2/1440, 10 /12 /2015م, 31-10-2024, 10.05.2015.
pub fn numeric(r: &Reader, i: usize) -> Parsed {
    let parts: Vec<u32>;
    let mut end;
    if !r.is_digits(i) {
        return None;
    }
    if r.fold(i).matches('.').count() == 2 {
        parts = r.fold(i).split('.').filter_map(|p| p.parse().ok()).collect();
        end = i + 1;
    } else {
        let separator = r.fold(i + 1);
        if !matches!(separator, "/" | "-" | "–" | "\\") || r.fold(i + 3) != separator {
            return None;
        }
        parts = [i, i + 2, i + 4].iter().filter_map(|&k| r.integer(k)).collect();
        end = i + 5;
    }
    let &[a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a > 999 { (a, b, c) } else { (c, b, a) };
    let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = match year {
        0..=99 if r.fold(i).len() <= 2 && r.fold(i + 4).len() == 2 && year > 0 => 2000 + year,
        1000..=2999 => year,
        _ => return None,
    };
    let mut draft =
        Draft { year: Some(year as i32), month: Some(month as u8), day: Some(day as u8), ..Draft::default() };
    if r.has(end, Context::YearGregorian) || r.has(end, Context::YearHijri) {
        end += 1;
    }
    draft.hijri = year < 1700;
    if let Some((hour, minute, after)) = clock::digital(r, end) {
        draft.hour = Some(hour);
        draft.minute = Some(minute);
        end = after;
    }
    Some((draft, end))
}
