//! Times longer than a day: units counted from now, years, seasons, quarters, halves.

use super::Draft;
use super::calendar::{self, Day};
use super::relative::{add_months, shift, steps};
use crate::lexicon::times::Modifier;
use crate::values::{Date, Precision};

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

pub fn whole_year(year: i32, draft: &Draft, out: &mut Date) {
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
pub fn back(value: f64, unit: &str, today: Option<Day>, out: &mut Date) {
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
pub fn named_unit(unit: &str, many: f64, modifier: Option<Modifier>, today: Option<Day>, out: &mut Date) {
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

/// A season, quarter or half by its EDTF number.
pub fn part_of_year(number: u8, name: &str, draft: &Draft, today: Option<Day>, out: &mut Date) {
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
