//! Clock times: الساعة الثامنة والنصف مساء, 21:00, الثالثة فجرا.

use super::Draft;
use super::day::day_core;
use super::ordinal::ordinal;
use crate::lexicon::contexts::Context;
use crate::lexicon::figures::{self, Figure};
use crate::lexicon::times::{Part, Role};
use crate::values::number::{Form, quantity};
use crate::values::words::Reader;

/// 21:00 or 20:29:13 at `i`: hour, minute, the token behind.
pub fn digital(r: &Reader, i: usize) -> Option<(u8, u8, usize)> {
    let hour = r.integer(i).filter(|h| *h < 25 && r.fold(i).len() <= 2)?;
    if !r.is(i + 1, ":") || !r.is_glued(i + 1) || !r.is_glued(i + 2) {
        return None;
    }
    let minute = r.integer(i + 2).filter(|m| *m < 60 && r.fold(i + 2).len() == 2)?;
    let seconds = r.is(i + 3, ":") && r.is_glued(i + 3) && r.is_digits(i + 4);
    Some((hour as u8, minute as u8, if seconds { i + 5 } else { i + 3 }))
}

/// The part of the day at `i`, as an adverb, and the token behind: صباحا, مساء, ص, بعد الظهر.
fn adverb(r: &Reader, i: usize) -> Option<(Part, usize)> {
    match r.fold(i) {
        "ص" => return Some((Part::Morning, i + 1)),
        "م" => return Some((Part::Evening, i + 1)),
        "بعد" | "عقب" => {
            return match r.fold(i + 1) {
                "الظهر" | "العصر" | "الزوال" => Some((Part::Afternoon, i + 2)),
                "منتصف" if r.is(i + 2, "الليل") => Some((Part::Night, i + 3)),
                _ => None,
            };
        }
        "قبل" if matches!(r.fold(i + 1), "الظهر" | "الزوال") => return Some((Part::Morning, i + 2)),
        "مساء" if r.kind(i).is_some() => return Some((Part::Evening, i + 1)),
        "ليلا" => return Some((Part::Night, i + 1)),
        _ => {}
    }
    match r.plain_role(i) {
        Some(Role::Adverb(part)) => Some((part, i + 1)),
        _ => None,
    }
}

/// The hour on a clock of 24, given the part of the day.
fn on_24(hour: u8, part: Option<Part>) -> u8 {
    match part {
        Some(Part::Evening | Part::Afternoon) if hour < 12 => hour + 12,
        Some(Part::Noon) if hour < 10 => hour + 12,
        Some(Part::Night) if (6..12).contains(&hour) => hour + 12,
        Some(Part::Night | Part::Dawn | Part::Morning) if hour == 12 => 0,
        _ => hour % 24,
    }
}

/// The clock time that begins at `i`, with the day that may follow it.
pub fn time(r: &Reader, i: usize) -> Option<(Draft, usize)> {
    let headed = r.role(i) == Some(Role::Clock);
    // القناة الثامنة
    if !headed && figures::behind(r.before(i)) == Figure::Code {
        return None;
    }
    // الساعة الـ16
    let apart = headed && r.cell(i + 1).bare_article && r.is_digits(i + 2);
    let at = i + usize::from(headed) + usize::from(apart);
    let mut minute = None;
    let spelled;
    let (hour, mut end) = if let Some((hour, m, end)) = digital(r, at) {
        minute = Some(m);
        spelled = true;
        (hour, end)
    } else if headed && r.is_digits(at) {
        spelled = false;
        match r.fold(at).split_once(['.', ',']) {
            Some((h, m)) if m.len() == 2 => {
                minute = m.parse().ok().filter(|m| *m < 60);
                (h.parse().ok().filter(|h| *h < 25)?, at + 1)
            }
            // الساعة 1428 بتوقيت غرينتش
            None if r.fold(at).len() == 4 && r.has(at + 2, Context::ZoneUniversal) => {
                let both = r.integer(at).filter(|t| t / 100 < 25 && t % 100 < 60)?;
                minute = Some((both % 100) as u8);
                ((both / 100) as u8, at + 1)
            }
            _ => (r.integer(at).filter(|h| *h < 25)? as u8, at + 1),
        }
    } else if r.is_digits(at) {
        // 6 مساء
        let hour = r.integer(at).filter(|h| (1..=12).contains(h) && r.fold(at).len() <= 2)? as u8;
        let (_, after) = adverb(r, at + 1).filter(|_| !matches!(r.fold(at + 1), "م" | "ص") && !r.is(at + 1, "بعد"))?;
        // خلال 6 مساء yesterday: a part before a day belongs to the day.
        if day_core(r, after).is_some() {
            return None;
        }
        spelled = false;
        (hour, at + 1)
    } else {
        spelled = false;
        if at > i && r.cell(at).cut > 0 {
            return None;
        }
        match r.fold(at).get(r.cell(at).cut as usize..) {
            Some("الواحده") => (1, at + 1),
            _ => {
                let (hour, end) = ordinal(r, at)?;
                let feminine = r.fold(at).ends_with('ه') || r.fold(at).ends_with("الثانيه");
                (if feminine && hour <= 12 { hour } else { return None }, end)
            }
        }
    };
    let code = !headed
        && spelled
        && (matches!(r.before(i), "الدقيقه" | ":") || r.before(i) == "(" && i >= 2 && r.before(i - 1) == "الدقيقه");
    if code || hour > 24 {
        return None;
    }
    // والنصف, والربع, وعشرين دقيقة, إلا ربعا
    let mut hour = hour;
    if minute.is_none() {
        let joined = r.cell(end).conjunction || r.is(end, "و");
        let from = if r.is(end, "و") { end + 1 } else { end };
        if joined && let Some(q) = quantity(r, from) {
            if q.form == Form::Fraction {
                minute = Some((q.value * 60.0).round() as u8);
                end = q.end;
            } else if q.value < 60.0 && r.time(q.end).is_some_and(|(n, _)| n == "minute") {
                minute = Some(q.value as u8);
                end = q.end + 1;
            } else if q.value < 60.0 && headed && q.value.fract() == 0.0 && r.is_digits(from) && !r.is(q.end, "دقيقه")
            {
                // الساعة 8 و30
                return None;
            }
        } else if joined && r.is(from, "دقيقتين") {
            minute = Some(2);
            end = from + 1;
        } else if matches!(r.fold(end), "الا") && matches!(r.fold(end + 1), "ربعا" | "الربع" | "ربع" | "ثلثا" | "الثلث")
        {
            minute = Some(if r.fold(end + 1).contains("ثلث") { 40 } else { 45 });
            hour = if hour == 1 { 12 } else { hour - 1 };
            end += 2;
        }
    }
    let mut draft = Draft::default();
    let mut sure = headed;
    if let Some((found, after)) = day_core(r, end).filter(|(d, _)| d.offset.is_some() && headed) {
        draft = found;
        end = after;
    } else if let Some((part, after)) = adverb(r, end) {
        // مساء اليوم: the day follows its part.
        if let Some((found, after_day)) = day_core(r, after).filter(|(d, _)| d.offset.is_some() || d.weekday.is_some())
        {
            draft = found;
            end = after_day;
        } else {
            end = after;
        }
        draft.part = Some(part);
        sure = true;
    } else {
        let from = if r.is(end, "من") { end + 1 } else { end };
        if let Some(Role::Part(part)) = r.plain_role(from)
            && let Some((found, after)) = day_core(r, from + 1)
        {
            draft = found;
            draft.part = Some(part);
            end = after;
            sure = true;
        } else if from > end
            && headed
            && let Some((found, after)) = day_core(r, from).filter(|(d, _)| d.offset.is_some() || d.weekday.is_some())
        {
            draft = found;
            end = after;
        }
    }
    // The zone belongs to a time that has no الساعة before it.
    let zoned = r.is(end, "بتوقيت") || r.is(end, "بالتوقيت");
    if zoned && (!headed && !spelled || headed && draft.part.is_none() && r.has(end + 1, Context::ZoneUniversal)) {
        end += if r.is(end + 2, "المكرمه") || r.is(end + 2, "المتحده") { 3 } else { 2 };
        end = end.min(r.end);
        sure = true;
    }
    if spelled {
        sure = sure || !r.is_digits(i.wrapping_sub(1)) && (hour > 0 || minute != Some(0)) && r.fold(at).len() == 2;
        if r.is(end, "ت") && matches!(r.fold(end + 1), "م" | "غ") {
            end += 2;
        }
    }
    if !sure {
        return None;
    }
    draft.hour = Some(on_24(hour, draft.part));
    draft.minute = minute;
    Some((draft, end))
}
