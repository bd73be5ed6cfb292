//! Times longer than a day: a unit with its modifier, seasons, decades, centuries.

use super::month::{month, month_alone, month_tail};
use super::ordinal::{day_number, ordinal};
use super::quarter::quarter;
use super::year::{bare_year, take_year, year};
use super::{Draft, Parsed};
use crate::lexicon::contexts::Context;
use crate::lexicon::times::{Count, Modifier, Part, Role};
use crate::values::number::quantity;
use crate::values::words::Reader;

/// Longer times: months, years, seasons, units with a modifier. `bound`: an edge stands before it, so a bare definite
/// unit will do (نهاية الأسبوع).
pub fn long(r: &Reader, i: usize, bound: bool) -> Parsed {
    month_alone(r, i, bound)
        .or_else(|| quarter(r, i))
        .or_else(|| year(r, i))
        .or_else(|| unit(r, i, bound))
        .or_else(|| season(r, i, bound))
        .or_else(|| decade(r, i))
        .or_else(|| century(r, i))
        .or_else(|| bare_year(r, i, bound))
}

/// الشهر الماضي, هذا العام, الأشهر الستة المقبلة, الـ24 ساعة الماضية, العقدين الماضيين.
fn unit(r: &Reader, i: usize, bound: bool) -> Parsed {
    let mut at = i;
    let this = r.role(i) == Some(Role::This);
    if this {
        at += 1;
    }
    let mut many = 1.0;
    if r.cell(at).bare_article
        || r.cell(at).article && r.word(at).is_some_and(|w| w.numeral.is_some()) && r.time(at + 1).is_some()
    {
        // الـ24 ساعة الماضية
        let q = quantity(r, at)?;
        let (name, _) = r.time(q.end)?;
        if r.cell(q.end).cut > 0 {
            return None;
        }
        let (modifier, end) = r.modifier(q.end + 1)?;
        let unit = Some((name, q.value));
        return Some((Draft { unit, modifier: Some(modifier), ..Draft::default() }, end));
    }
    let cell = r.cell(at);
    let (name, count) = r.time(at)?;
    if at > i && cell.cut > 0 {
        return None;
    }
    let mut end = at + 1;
    if !cell.article {
        // موسم الحج المقبل
        if name == "season" && r.has(end, Context::SeasonNamed) {
            let (modifier, end) = r.modifier(end + 1)?;
            return Some((Draft { unit: Some((name, 1.0)), modifier: Some(modifier), ..Draft::default() }, end));
        }
        // يومنا هذا
        return None;
    }
    if matches!(name, "second" | "minute") {
        return None;
    }
    let sorted = r.has(end, Context::YearSort);
    end += usize::from(sorted);
    if count == Count::Many {
        // الساعات 72 الماضية
        let defined = r.cell(end).article || r.cell(end).bare_article || r.is_digits(end);
        let q = quantity(r, end).filter(|_| defined)?;
        many = q.value;
        end = q.end;
        // الأشهر العشرة الأولى من السنة المالية 2017-2018
        if matches!(r.fold(end), "الاولي" | "الاخيره" | "الاول") {
            let at = if r.is(end + 1, "من") { end + 2 } else { end + 1 };
            let (inner, after) = long(r, at, true)?;
            let edge = Some(if r.is(end, "الاخيره") { Part::End } else { Part::Start });
            return Some((Draft { edge, ..inner }, after));
        }
    } else if count == Count::Two {
        many = 2.0;
    }
    if this && count == Count::Open && name != "hour" {
        return Some((Draft { unit: Some((name, 1.0)), modifier: Some(Modifier::Shift(0)), ..Draft::default() }, end));
    }
    if let Some((modifier, end)) = r.modifier(end) {
        if name == "hour" && count == Count::Open || r.is(end, "علي") && r.is(end + 1, "التوالي") {
            return None;
        }
        // العام الجاري 2023
        if name == "year"
            && many == 1.0
            && let Some(found) = bare_year(r, end, sorted)
        {
            return Some(found);
        }
        return Some((Draft { unit: Some((name, many)), modifier: Some(modifier), ..Draft::default() }, end));
    }
    // الأسبوع الأول من مايو, الأسبوع الأخير من رمضان
    if name == "week" && count == Count::Open {
        let last = r.is(end, "الاخير");
        let which = if last { Some((5, end + 1)) } else { ordinal(r, end).filter(|o| r.cell(end).cut == 0 && o.0 < 6) };
        if let Some((number, at)) = which.filter(|o| r.is(o.1, "من"))
            && let Some((inner, end)) = whole_month(r, at + 1)
        {
            let edge = match number {
                1 => Some(Part::Start),
                5 => Some(Part::End),
                _ => None,
            };
            return Some((Draft { edge, ..inner }, end));
        }
    }
    if r.is(end, "الذي") && matches!(r.fold(end + 1), "سبقه" | "قبله") && name != "hour" {
        let draft = Draft { unit: Some((name, 1.0)), modifier: Some(Modifier::Previous), ..Draft::default() };
        return Some((draft, end + 2));
    }
    (bound && count == Count::Open && matches!(name, "week" | "month" | "year" | "season"))
        .then(|| (Draft { unit: Some((name, 1.0)), modifier: None, ..Draft::default() }, end))
}

/// A month that a week is counted in: by name, with شهر before it, or الشهر الجاري.
fn whole_month(r: &Reader, i: usize) -> Parsed {
    let named = i + usize::from(r.is(i, "شهر"));
    match month(r, named).filter(|_| r.cell(named).cut == 0) {
        Some((hijri, number, .., end)) => {
            Some(month_tail(r, end, Draft { hijri, month: Some(number), ..Draft::default() }))
        }
        None => unit(r, i, true).filter(|(d, _)| d.unit.is_some_and(|(name, _)| name == "month")),
    }
}

/// صيف 2015, صيف عام 2007, الصيف المقبل, فصل الشتاء.
fn season(r: &Reader, i: usize, bound: bool) -> Parsed {
    let headed = r.has(i, Context::SeasonHead);
    let this = r.role(i) == Some(Role::This);
    let at = i + usize::from(headed || this);
    let Some(Role::Season(season)) = r.role(at) else { return None };
    let cell = r.cell(at);
    if at > i && cell.cut > 0 {
        return None;
    }
    let mut draft = Draft { season: Some(season), ..Draft::default() };
    let mut end = at + 1;
    if cell.article {
        if let Some((modifier, after)) = r.modifier(end) {
            draft.modifier = Some(modifier);
            end = after;
        } else if this {
            draft.modifier = Some(Modifier::Shift(0));
        } else if !headed && !bound {
            return None;
        }
        return Some((draft, end));
    }
    if headed {
        return None;
    }
    end = take_year(r, end, &mut draft);
    (draft.year.is_some() || draft.year_modifier.is_some()).then_some((draft, end))
}

/// التسعينيات, ستينيات القرن الماضي, حقبة التسعينيات.
fn decade(r: &Reader, i: usize) -> Parsed {
    let headed = r.has(i, Context::DecadeHead);
    let at = i + usize::from(headed);
    let Some(Role::Decade(decade)) = r.role(at) else { return None };
    let mut draft = Draft { decade: Some(i32::from(decade)), ..Draft::default() };
    let mut end = at + 1;
    let next = if r.is(end, "من") { end + 1 } else { end };
    if r.is(next, "القرن") {
        if let Some((Modifier::Shift(shift @ -1..=0), after)) = r.modifier(next + 1) {
            draft.decade = Some(2000 + 100 * i32::from(shift) + i32::from(decade));
            end = after;
        } else if let Some((century, after)) = century_number(r, next + 1) {
            draft.decade = Some((century - 1) * 100 + i32::from(decade));
            end = after;
        }
    } else if !r.cell(at).article || r.is(end, "من") && r.fold(end + 1).starts_with("عمر") {
        return None;
    }
    Some((draft, end))
}

fn century_number(r: &Reader, i: usize) -> Option<(i32, usize)> {
    if r.cell(i).cut > 0 {
        return None;
    }
    day_number(r, i).map(|(number, end)| (number.into(), end))
}

/// القرن السادس عشر [الميلادي]
fn century(r: &Reader, i: usize) -> Parsed {
    if !r.cell(i).article || r.time(i) != Some(("century", Count::Open)) {
        return None;
    }
    let (century, mut end) = century_number(r, i + 1)?;
    let mut draft = Draft { century: Some(century), ..Draft::default() };
    match r.fold(end) {
        "الميلادي" => end += 1,
        "الهجري" => {
            draft.hijri = true;
            end += 1;
        }
        "قبل" if r.is(end + 1, "الميلاد") => return None,
        _ => {}
    }
    Some((draft, end))
}
