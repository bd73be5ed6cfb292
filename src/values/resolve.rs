//! From what an expression says to the day, month or year it means, counted from the day of publication where it must be.

use super::calendar::{self, Day};
use super::date::Draft;
use super::{Calendar, Date, Part, Precision};
use crate::lexicon::times::{Modifier, Part as Word};

/// Where relative dates are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// The day of publication.
    pub published: Option<Day>,
    /// Whether the sentence speaks of what is to come.
    pub future: bool,
}

/// A normalised date and the codes of its contradictions.
pub struct Resolved {
    pub date: Date,
    pub warnings: Vec<&'static str>,
}

fn precision(unit: &str) -> Precision {
    match unit {
        "second" | "minute" => Precision::Minute,
        "hour" => Precision::Hour,
        "day" | "night" => Precision::Day,
        "week" => Precision::Week,
        "month" => Precision::Month,
        "season" => Precision::Season,
        "quarter" | "third" => Precision::Quarter,
        "decade" => Precision::Decade,
        "century" => Precision::Century,
        _ => Precision::Year,
    }
}

/// A modifier as the tail of a symbolic value.
fn shift(modifier: Modifier) -> String {
    match modifier {
        Modifier::Shift(0) => "0".to_owned(),
        Modifier::Shift(n) => format!("{n:+}"),
        Modifier::Previous => "previous".to_owned(),
        Modifier::Following => "following".to_owned(),
        Modifier::Same => "same".to_owned(),
    }
}

fn steps(modifier: Option<Modifier>) -> Option<i32> {
    match modifier {
        Some(Modifier::Shift(n)) => Some(n.into()),
        None => Some(0),
        _ => None,
    }
}

fn part(word: Word) -> Option<Part> {
    Some(match word {
        Word::Dawn => Part::Dawn,
        Word::Morning => Part::Morning,
        Word::Noon => Part::Noon,
        Word::Afternoon => Part::Afternoon,
        Word::Evening => Part::Evening,
        Word::Night => Part::Night,
        Word::Start => Part::Start,
        Word::Middle => Part::Middle,
        Word::End => Part::End,
        Word::Day => return None,
    })
}

/// Month and year after so many months.
fn add_months(year: i32, month: u8, months: i32) -> (i32, u8) {
    let total = year * 12 + i32::from(month) - 1 + months;
    (total.div_euclid(12), total.rem_euclid(12) as u8 + 1)
}

/// The value of an expression.
pub fn resolve(draft: &Draft, anchor: Anchor) -> Resolved {
    let mut warnings = Vec::new();
    let calendar = match () {
        _ if draft.hijri => Calendar::Hijri,
        _ if draft.amazigh => Calendar::Amazigh,
        _ => Calendar::Gregorian,
    };
    let mut out = Date { iso: None, precision: Precision::Day, calendar, original: None, relative: None, part: None };
    body(draft, anchor, &mut out, &mut warnings);
    out.part = draft.edge.or(draft.part).and_then(part);
    if let Some(hour) = draft.hour {
        let time = format!("T{hour:02}:{:02}", draft.minute.unwrap_or(0));
        let has_day = out.precision == Precision::Day && (out.iso.is_some() || out.relative.is_some());
        out.iso = match out.iso.take() {
            Some(iso) if has_day => Some(iso + &time),
            None if !has_day => Some(time),
            other => other,
        };
        out.precision = if draft.minute.is_some() { Precision::Minute } else { Precision::Hour };
    }
    if let Some(same) = &draft.same {
        let other = resolve(same, anchor).date;
        let day = |d: &Date| d.iso.as_deref().and_then(calendar::parse);
        match (day(&out), day(&other)) {
            (Some(a), Some(b)) => {
                if (a - b).abs() > 1 {
                    warnings.push("calendar-mismatch");
                }
                // The Gregorian side is what the writer counted by.
                if out.calendar == Calendar::Hijri && other.calendar == Calendar::Gregorian {
                    out.iso = other.iso;
                }
            }
            (None, Some(_)) => out.iso = other.iso,
            _ => {}
        }
        if out.original.is_none() {
            out.original = other.original;
        }
    }
    Resolved { date: out, warnings }
}

fn body(draft: &Draft, anchor: Anchor, out: &mut Date, warnings: &mut Vec<&'static str>) {
    let today = anchor.published;
    if let Some((value, unit)) = draft.ago {
        return back(value, unit, today, out);
    }
    if draft.month.is_some() {
        return month(draft, anchor, out, warnings);
    }
    if let Some(offset) = draft.offset {
        out.relative = Some(if offset == 0 { "day:0".to_owned() } else { format!("day:{offset:+}") });
        if let Some(today) = today {
            let day = today + i64::from(offset);
            out.iso = Some(calendar::iso(day));
            if draft.weekday.is_some_and(|w| w != calendar::weekday(day)) {
                warnings.push("weekday-mismatch");
            }
        }
        return;
    }
    if let Some(weekday) = draft.weekday {
        return day_of_week(weekday, draft, anchor, out);
    }
    if let (Some(day), Some(_)) = (draft.day, draft.unit) {
        // 23 من الشهر الجاري
        let modifier = draft.modifier.unwrap_or(Modifier::Shift(0));
        out.relative = Some(format!("month:{}", shift(modifier)));
        if let (Some(today), Some(n)) = (today, steps(draft.modifier)) {
            let (year, month, _) = calendar::of(today);
            let (year, month) = add_months(year, month, n);
            days(year, month, day, draft.day_to, out, warnings);
        }
        return;
    }
    if let Some(season) = draft.season {
        out.precision = Precision::Season;
        return part_of_year(season, "season", draft, today, out);
    }
    if let Some(quarter) = draft.quarter {
        out.precision = Precision::Quarter;
        return part_of_year(32 + quarter, "quarter", draft, today, out);
    }
    if let Some(half) = draft.half {
        out.precision = Precision::Half;
        if draft.unit.is_some() || draft.month.is_some() {
            // Of a month or week: no more than its place can be told.
            let (unit, _) = draft.unit.unwrap_or(("month", 1.0));
            out.relative = Some(format!("{unit}:{}", shift(draft.modifier.unwrap_or(Modifier::Same))));
            return;
        }
        return part_of_year(39 + half, "half", draft, today, out);
    }
    if let Some(decade) = draft.decade {
        out.precision = Precision::Decade;
        // Where the century is not said, it is the last decade of that name that is over.
        let decade = if decade >= 100 { decade } else { 1900 + decade };
        out.iso = Some(format!("{}X", decade / 10));
        return;
    }
    if let Some(century) = draft.century {
        out.precision = Precision::Century;
        if draft.hijri {
            out.original = Some(format!("{:02}XX", century - 1));
        } else {
            out.iso = Some(format!("{:02}XX", century - 1));
        }
        return;
    }
    if let Some((unit, many)) = draft.unit {
        return named_unit(unit, many, draft.modifier, today, out);
    }
    if let Some(year) = draft.year {
        out.precision = Precision::Year;
        return whole_year(year, draft, out);
    }
    if let Some(modifier) = draft.year_modifier {
        named_unit("year", 1.0, Some(modifier), today, out);
    }
}

fn whole_year(year: i32, draft: &Draft, out: &mut Date) {
    if draft.amazigh {
        out.original = Some(year.to_string());
        out.iso = Some(format!("{:04}", year - 950));
    } else if draft.hijri {
        out.original = Some(year.to_string());
        // A Hijri year lies in two Gregorian ones.
        let (first, last) = (calendar::hijri(year, 1, 1), calendar::hijri(year + 1, 1, 1));
        if let (Some(first), Some(last)) = (first, last) {
            out.iso = Some(format!("{}/{}", calendar::iso(first), calendar::iso(last - 1)));
        }
    } else if let Some(to) = draft.year_to {
        out.iso = Some(format!("{year:04}/{to:04}"));
    } else {
        out.iso = Some(format!("{year:04}"));
    }
}

/// So long ago.
fn back(value: f64, unit: &str, today: Option<Day>, out: &mut Date) {
    out.precision = precision(unit);
    out.relative = Some(format!("{unit}:-{value}"));
    let Some(today) = today else { return };
    let (year, month, _) = calendar::of(today);
    out.iso = match unit {
        "day" | "night" => Some(calendar::iso(today - value.min(1e6) as i64)),
        "week" => Some(calendar::iso_week(today - (value.min(1e5) * 7.0) as i64)),
        "month" => {
            let (year, month) = add_months(year, month, -(value.min(1e5) as i32));
            Some(format!("{year:04}-{month:02}"))
        }
        "year" if value.fract() != 0.0 => {
            let (year, month) = add_months(year, month, -((value.min(1e4) * 12.0) as i32));
            out.precision = Precision::Month;
            Some(format!("{year:04}-{month:02}"))
        }
        "year" if value < f64::from(year) => Some(format!("{:04}", year - value as i32)),
        "decade" if value < 100.0 => Some(format!("{:04}", year - (value * 10.0) as i32)),
        "century" if value < 20.0 => Some(format!("{:02}XX", (year - (value * 100.0) as i32) / 100)),
        _ => None,
    };
}

/// الشهر الماضي, هذا العام, الأشهر الثلاثة المقبلة.
fn named_unit(unit: &str, many: f64, modifier: Option<Modifier>, today: Option<Day>, out: &mut Date) {
    out.precision = precision(unit);
    let modifier = modifier.unwrap_or(Modifier::Shift(0));
    let times = if many == 1.0 { String::new() } else { format!("{many}*") };
    out.relative = Some(format!("{times}{unit}:{}", shift(modifier)));
    let (Some(today), Modifier::Shift(n)) = (today, modifier) else { return };
    let n = i32::from(n);
    let (year, month, _) = calendar::of(today);
    if many != 1.0 {
        // Several of them up to today, or from today on.
        let length = match unit {
            "day" | "night" => many as i64,
            "week" => (many * 7.0) as i64,
            "month" | "year" | "decade" | "century" => {
                let months = many.min(4000.0)
                    * match unit {
                        "month" => 1.0,
                        "year" => 12.0,
                        "decade" => 120.0,
                        _ => 1200.0,
                    };
                let (y, m) = add_months(year, month, months as i32 * n.signum());
                let other = format!("{y:04}-{m:02}");
                let now = format!("{year:04}-{month:02}");
                out.iso = Some(if n < 0 { format!("{other}/{now}") } else { format!("{now}/{other}") });
                return;
            }
            "hour" if many >= 24.0 => (many / 24.0).round() as i64,
            _ => return,
        };
        let other = today + length.min(1_000_000) * i64::from(n.signum());
        let (a, b) = if other < today { (other, today) } else { (today, other) };
        out.iso = Some(format!("{}/{}", calendar::iso(a), calendar::iso(b)));
        return;
    }
    out.iso = match unit {
        "day" | "night" => Some(calendar::iso(today + i64::from(n))),
        "week" => Some(calendar::iso_week(today + 7 * i64::from(n))),
        "month" => {
            let (year, month) = add_months(year, month, n);
            Some(format!("{year:04}-{month:02}"))
        }
        "year" => Some(format!("{:04}", year + n)),
        "decade" => Some(format!("{}X", (year + 10 * n) / 10)),
        "century" => Some(format!("{:02}XX", (year + 100 * n) / 100)),
        _ => None,
    };
}

/// الثلاثاء [الماضي]: the last such day up to today, or the next one where the sentence looks ahead.
fn day_of_week(weekday: u8, draft: &Draft, anchor: Anchor, out: &mut Date) {
    out.relative = Some(match draft.modifier {
        Some(modifier @ Modifier::Shift(n)) if n != 0 => format!("weekday:{weekday}:{}", shift(modifier)),
        _ => format!("weekday:{weekday}"),
    });
    let Some(today) = anchor.published else { return };
    let (weekday, now) = (i64::from(weekday), i64::from(calendar::weekday(today)));
    let since = (now - weekday).rem_euclid(7);
    let until = (weekday - now).rem_euclid(7);
    let day = match draft.modifier {
        Some(Modifier::Shift(n)) if n < 0 => today - if since == 0 { 7 } else { since } + 7 * (i64::from(n) + 1),
        Some(Modifier::Shift(n)) if n > 0 => today + if until == 0 { 7 } else { until } + 7 * (i64::from(n) - 1),
        Some(Modifier::Previous | Modifier::Following | Modifier::Same) => return,
        _ if anchor.future => today + until,
        _ => today - since,
    };
    out.iso = Some(match draft.weekday_to {
        Some(to) => {
            let gap = (i64::from(to) - weekday).rem_euclid(7);
            format!("{}/{}", calendar::iso(day), calendar::iso(day + gap))
        }
        None => calendar::iso(day),
    });
}

/// A season, quarter or half by its EDTF number.
fn part_of_year(number: u8, name: &str, draft: &Draft, today: Option<Day>, out: &mut Date) {
    if let Some(year) = draft.year {
        out.iso = Some(format!("{year:04}-{number}"));
        return;
    }
    if let Some(modifier) = draft.year_modifier {
        out.relative = Some(format!("year:{}", shift(modifier)));
        match (today, steps(Some(modifier))) {
            (Some(today), Some(n)) => out.iso = Some(format!("{:04}-{number}", calendar::of(today).0 + n)),
            _ => out.iso = Some(format!("XXXX-{number}")),
        }
        return;
    }
    let modifier = draft.modifier;
    out.relative = modifier.map(|m| format!("{name}:{}", shift(m)));
    out.iso = match (today, steps(modifier)) {
        (Some(today), Some(n)) if modifier.is_some() && name == "season" => {
            let (year, month, _) = calendar::of(today);
            // The season's first month; winter begins in December of the year before.
            let first = match number {
                21 => 3,
                22 => 6,
                23 => 9,
                _ => 12,
            };
            let begun = month >= first;
            let year = match n {
                n if n < 0 => year - i32::from(!(month >= first + 3 || first == 12 && month > 2 && month < 12)),
                0 => year,
                _ => year + i32::from(begun),
            };
            Some(format!("{year:04}-{number}"))
        }
        _ => Some(format!("XXXX-{number}")),
    };
}

/// Days of a known month.
fn days(year: i32, month: u8, day: u8, to: Option<u8>, out: &mut Date, warnings: &mut Vec<&'static str>) {
    match calendar::gregorian(year, month, day) {
        Some(first) => {
            let last = to.and_then(|to| calendar::gregorian(year, month, to));
            out.iso = Some(match last {
                Some(last) => format!("{}/{}", calendar::iso(first), calendar::iso(last)),
                None => calendar::iso(first),
            });
        }
        None => warnings.push("no-such-day"),
    }
}

/// A month or a day of a month.
fn month(draft: &Draft, anchor: Anchor, out: &mut Date, warnings: &mut Vec<&'static str>) {
    let month = draft.month.unwrap_or(1);
    if draft.day.is_none() {
        out.precision = Precision::Month;
    }
    if let Some(modifier) = draft.modifier.or(draft.year_modifier) {
        let scope = if draft.modifier.is_some() { format!("month-{month}") } else { "year".to_owned() };
        out.relative = Some(format!("{scope}:{}", shift(modifier)));
    } else if let Some(offset) = draft.offset {
        out.relative = Some(if offset == 0 { "day:0".to_owned() } else { format!("day:{offset:+}") });
    }
    if draft.hijri {
        return hijri(draft, month, anchor, out, warnings);
    }
    let year = draft.year.or_else(|| year_of(draft, month, anchor));
    let Some(year) = year else {
        out.iso = Some(match (draft.day, draft.day_to) {
            (Some(day), Some(to)) => format!("XXXX-{month:02}-{day:02}/XXXX-{month:02}-{to:02}"),
            (Some(day), None) => format!("XXXX-{month:02}-{day:02}"),
            _ => format!("XXXX-{month:02}"),
        });
        if draft.day.is_some_and(|d| calendar::gregorian(2000, month, d).is_none()) {
            warnings.push("no-such-day");
        }
        return;
    };
    let Some(day) = draft.day else {
        out.iso = Some(format!("{year:04}-{month:02}"));
        return;
    };
    days(year, month, day, draft.day_to, out, warnings);
    if let (Some(weekday), Some(fixed)) = (draft.weekday, calendar::gregorian(year, month, day))
        && weekday != calendar::weekday(fixed)
        && draft.weekday_to.is_none()
    {
        warnings.push("weekday-mismatch");
    }
    if let (Some(offset), Some(today), Some(fixed)) =
        (draft.offset, anchor.published, calendar::gregorian(year, month, day))
        && today + i64::from(offset) != fixed
        && draft.year.is_some()
    {
        warnings.push("weekday-mismatch");
    }
}

/// The year of a month that is named without one.
fn year_of(draft: &Draft, month: u8, anchor: Anchor) -> Option<i32> {
    let today = anchor.published?;
    let (year, now, _) = calendar::of(today);
    if let Some(modifier) = draft.year_modifier {
        return steps(Some(modifier)).map(|n| year + n);
    }
    let day = draft.day.unwrap_or(1);
    match draft.modifier {
        Some(Modifier::Shift(0)) => Some(year),
        Some(Modifier::Shift(n)) if n < 0 => {
            let over = month < now
                || month == now
                    && draft.day.is_some_and(|d| calendar::gregorian(year, month, d).is_some_and(|d| d < today));
            Some(year - i32::from(!over) + i32::from(n) + 1)
        }
        Some(Modifier::Shift(n)) => {
            let ahead = month > now
                || month == now
                    && draft.day.is_some_and(|d| calendar::gregorian(year, month, d).is_some_and(|d| d > today));
            Some(year + i32::from(!ahead) + i32::from(n) - 1)
        }
        Some(_) => None,
        None => {
            if let Some(offset) = draft.offset {
                return Some(calendar::of(today + i64::from(offset)).0);
            }
            // A weekday beside the date decides, then the nearest.
            let candidates = [year, year - 1, year + 1];
            let fixed = |y: i32| calendar::gregorian(y, month, day);
            if let (Some(weekday), Some(_)) = (draft.weekday, draft.day) {
                let fits = |y: &&i32| fixed(**y).is_some_and(|d| calendar::weekday(d) == weekday);
                if let Some(year) = candidates.iter().find(fits) {
                    return Some(*year);
                }
            }
            if draft.day.is_none() {
                return Some(match anchor.future {
                    true => year + i32::from(month < now),
                    false => year - i32::from(month > now),
                });
            }
            candidates.into_iter().min_by_key(|y| fixed(*y).map_or(i64::MAX, |d| (d - today).abs()))
        }
    }
}

fn hijri(draft: &Draft, month: u8, anchor: Anchor, out: &mut Date, warnings: &mut Vec<&'static str>) {
    let year = draft.year.or_else(|| {
        let (year, now, _) = calendar::hijri_of(anchor.published?);
        Some(match draft.modifier {
            Some(Modifier::Shift(n)) if n < 0 => year - i32::from(month >= now),
            Some(Modifier::Shift(n)) if n > 0 => year + i32::from(month <= now),
            _ => year,
        })
    });
    let shown = year.map_or_else(|| "XXXX".to_owned(), |y| format!("{y:04}"));
    out.original = Some(match draft.day {
        Some(day) => format!("{shown}-{month:02}-{day:02}"),
        None => format!("{shown}-{month:02}"),
    });
    let Some(year) = year else { return };
    match draft.day {
        Some(day) => match calendar::hijri(year, month, day) {
            Some(fixed) => {
                let last = draft.day_to.and_then(|to| calendar::hijri(year, month, to));
                out.iso = Some(match last {
                    Some(last) => format!("{}/{}", calendar::iso(fixed), calendar::iso(last)),
                    None => calendar::iso(fixed),
                });
                // The moon may be seen a day earlier or later than the calendar has it.
                let off = draft.weekday.map(|w| (i64::from(w) - i64::from(calendar::weekday(fixed))).rem_euclid(7));
                if off.is_some_and(|o| (2..=5).contains(&o)) && draft.weekday_to.is_none() {
                    warnings.push("weekday-mismatch");
                }
            }
            None => warnings.push("no-such-day"),
        },
        None => {
            if let (Some(first), Some(next)) = (calendar::hijri(year, month, 1), {
                let (y, m) = add_months(year, month, 1);
                calendar::hijri(y, m, 1)
            }) {
                out.iso = Some(format!("{}/{}", calendar::iso(first), calendar::iso(next - 1)));
            }
        }
    }
}
