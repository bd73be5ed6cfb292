//! From what an expression says to the day, month or year it means, counted from the day of publication where it must be.

pub mod calendar;
mod day;
mod month;
mod period;
mod relative;
pub mod tense;

use super::date::Draft;
use super::{Calendar, Date, Part, Precision};
use crate::lexicon::times::{Modifier, Part as Word};
use calendar::Day;
use day::{day_of_week, days};
use month::month;
use period::{back, named_unit, part_of_year, whole_year};
use relative::{add_months, shift, steps};

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
