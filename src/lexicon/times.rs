//! The words of times and amounts: numerals, months, the calendar, units, currencies. One look-up by folded form.

use super::{Table, rows};
use crate::source::fold;
use std::sync::LazyLock;

/// What a numeral does in the number around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 1 to 9.
    Unit,
    /// Ten, alone or behind a unit.
    Teen,
    /// أحد، إحدى: a one that only counts before a teen.
    Eleven,
    /// 20 to 90.
    Ten,
    /// 100 to 900.
    Hundred,
    /// Thousand, million …
    Scale,
    /// The same with the ending of the accusative, which is also the construct of the dual (ألفا).
    Accusative,
    /// Two of a scale.
    Dual,
    /// The plural of a scale, which counts only behind a numeral.
    Many,
    /// A half, a third …
    Fraction,
    /// بضع: from three to nine.
    Some,
    /// صفر
    Zero,
}

/// How far a month's name can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// Also a person's name or a common noun.
    Name,
    /// Also a person's name, but more often the month where a word of time stands before it.
    Kept,
    /// Also another word.
    Weak,
    /// Nothing but a month.
    Sure,
}

/// A month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// The folded words behind the first one.
    pub rest: Vec<String>,
    /// Whether it belongs to the Hijri calendar.
    pub hijri: bool,
    /// 1 to 12.
    pub number: u8,
    /// How sure.
    pub trust: Trust,
}

/// How many of a unit a form means by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// One, or any number behind a numeral.
    Open,
    /// More than two.
    Many,
    /// Two.
    Two,
}

/// A unit of time or measure.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Folded word sequences, one of which must follow; empty where the form stands alone.
    pub tails: Vec<Vec<String>>,
    /// English name.
    pub name: &'static str,
    /// Whether it measures time.
    pub time: bool,
}

/// A currency under one of its names.
#[derive(Clone, Debug)]
pub struct Currency {
    /// Folded word sequences, one of which must follow; empty where the name stands alone.
    pub tails: Vec<Vec<String>>,
    /// ISO 4217.
    pub code: &'static str,
    /// Whether the name is that of the hundredth.
    pub hundredth: bool,
    /// The country (ISO 3166) in whose articles the bare name means this.
    pub country: &'static str,
}

/// What a modifier says of the time before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// So many of it from now: last −1, this 0, next +1.
    Shift(i8),
    /// The one before the one spoken of.
    Previous,
    /// The one after the one spoken of.
    Following,
    /// The one spoken of.
    Same,
}

/// A part of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Day,
    Start,
    Middle,
    End,
}

/// What else a word does in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A day of the week, 1 (Monday) to 7.
    Weekday(u8),
    /// Days from the day of publication.
    Deictic(i8),
    /// الليلة
    Tonight,
    /// الماضي، المقبل …
    Modifier(Modifier),
    /// مطلع، منتصف، نهاية
    Edge(Part),
    /// صباح، مساء …
    Part(Part),
    /// صباحا، مساء …
    Adverb(Part),
    /// A season as EDTF numbers it.
    Season(u8),
    /// A decade by its first year in the century.
    Decade(u8),
    /// هذا
    This,
    /// الموافق
    SameDay,
    /// الساعة
    Clock,
    /// فاتح، غرة: the first of a month.
    First,
    /// قبل
    Ago,
    /// A word that may open a date and means nothing by itself (يومي، فصل).
    Lead,
    /// A place or happening that is called by a date (ميدان، مجزرة): what follows is its name; where `dated` is false
    /// (ثورة), only if no year stands with it.
    Called {
        #[allow(missing_docs)]
        dated: bool,
    },
    /// A day of the Hijri year that has a name (عرفة): month and day.
    Feast(Option<(u8, u8)>),
}

/// Everything that a word may mean.
#[derive(Clone, Debug, Default)]
pub struct Word {
    /// Its value as a numeral.
    pub numeral: Option<(Class, f64)>,
    /// Its value as an ordinal, 0 for none.
    pub ordinal: u8,
    /// The months that begin with it.
    pub months: Vec<Month>,
    /// Its use in dates.
    pub role: Option<Role>,
    /// The units that begin with it, longest first.
    pub units: Vec<Unit>,
    /// How many units it means.
    pub count: Option<Count>,
    /// The currencies that begin with it, longest first.
    pub currencies: Vec<Currency>,
    /// Whether it names two of a currency.
    pub two: bool,
}

static WORDS: LazyLock<Table<Word>> = LazyLock::new(load);

/// What a folded form, without article, may mean.
pub fn word(folded: &str) -> Option<&'static Word> {
    WORDS.get(folded)
}

fn sequences(cell: &str) -> Vec<Vec<String>> {
    cell.split('|').filter(|s| !s.is_empty()).map(|s| s.split(' ').map(fold).collect()).collect()
}

fn part(value: &str) -> Part {
    match value {
        "dawn" => Part::Dawn,
        "morning" => Part::Morning,
        "noon" => Part::Noon,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        "day" => Part::Day,
        "start" => Part::Start,
        "middle" => Part::Middle,
        _ => Part::End,
    }
}

fn role(name: &str, value: &str) -> Role {
    let number = || value.parse().unwrap_or_default();
    match name {
        "weekday" => Role::Weekday(number()),
        "deictic" => Role::Deictic(value.parse().unwrap_or_default()),
        "tonight" => Role::Tonight,
        "modifier" => Role::Modifier(match value {
            "previous" => Modifier::Previous,
            "following" => Modifier::Following,
            "same" => Modifier::Same,
            _ => Modifier::Shift(value.parse().unwrap_or_default()),
        }),
        "edge" => Role::Edge(part(value)),
        "part" => Role::Part(part(value)),
        "adverb" => Role::Adverb(part(value)),
        "season" => Role::Season(number()),
        "decade" => Role::Decade(number()),
        "this" => Role::This,
        "same-day" => Role::SameDay,
        "clock" => Role::Clock,
        "first" => Role::First,
        "ago" => Role::Ago,
        "lead" => Role::Lead,
        "called" => Role::Called { dated: value != "undated" },
        "feast" => Role::Feast(value.split_once('-').and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?)))),
        other => unreachable!("calendar.tsv: role {other}"),
    }
}

fn load() -> Table<Word> {
    let mut table: Table<Word> = Table::default();
    let forms = |cell: &'static str| cell.split(' ').filter(|f| !f.is_empty()).map(fold);
    for row in rows(include_str!("numerals.tsv")) {
        let value: f64 = row[2].parse().unwrap_or_default();
        let class = match row[1] {
            "unit" => Class::Unit,
            "teen" => Class::Teen,
            "eleven" => Class::Eleven,
            "ten" => Class::Ten,
            "hundred" => Class::Hundred,
            "scale" => Class::Scale,
            "accusative" => Class::Accusative,
            "dual" => Class::Dual,
            "many" => Class::Many,
            "fraction" => Class::Fraction,
            "some" => Class::Some,
            "zero" => Class::Zero,
            _ => {
                forms(row[0]).for_each(|f| table.entry(&f).ordinal = value as u8);
                continue;
            }
        };
        forms(row[0]).for_each(|f| table.entry(&f).numeral = Some((class, value)));
    }
    for row in rows(include_str!("months.tsv")) {
        let trust = match row[3] {
            "name" => Trust::Name,
            "kept" => Trust::Kept,
            "weak" => Trust::Weak,
            _ => Trust::Sure,
        };
        for name in row[0].split('|') {
            let mut words = name.split(' ').map(fold);
            let first = words.next().unwrap_or_default();
            let number = row[2].parse().unwrap_or_default();
            let month = Month { rest: words.collect(), hijri: row[1] == "hijri", number, trust };
            let months = &mut table.entry(&first).months;
            if !months.contains(&month) {
                months.push(month);
            }
        }
    }
    for row in rows(include_str!("calendar.tsv")) {
        let role = role(row[1], row.get(2).copied().unwrap_or_default());
        for form in forms(row[0]) {
            table.entry(&form).role = Some(role);
            // With ل before it the article is written without its alef: للجمعة.
            if let Role::Weekday(_) = role
                && let Some(stem) = form.strip_prefix("ال")
            {
                table.entry(&format!("ل{stem}")).role = Some(role);
            }
        }
    }
    for row in rows(include_str!("units.tsv")) {
        for (cell, count) in [(row[0], Count::Open), (row[1], Count::Two)] {
            for form in cell.split(' ').filter(|f| !f.is_empty()) {
                let (form, count) = form.strip_prefix('+').map_or((form, count), |f| (f, Count::Many));
                let word = table.entry(&fold(form));
                // What a time's form counts stands, whatever else the form names (سنة ضوئية).
                if row.get(4) == Some(&"time") || word.count.is_none() {
                    word.count = Some(count);
                }
                word.units.push(Unit {
                    tails: sequences(row[2]),
                    name: row[3],
                    time: row.get(4).is_some_and(|k| *k == "time"),
                });
            }
        }
    }
    for row in rows(include_str!("currencies.tsv")) {
        for (cell, two) in [(row[0], false), (row[1], true)] {
            for form in forms(cell) {
                let word = table.entry(&form);
                word.two = two;
                let (code, hundredth) = row[3].split_once('/').map_or((row[3], false), |(c, _)| (c, true));
                let country = row.get(4).copied().unwrap_or_default();
                word.currencies.push(Currency { tails: sequences(row[2]), code, hundredth, country });
            }
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_mean_several_things() {
        let second = word("ثانيه").unwrap();
        assert_eq!(second.ordinal, 2);
        assert_eq!(second.units[0].name, "second");
        assert_eq!(word("صفر").unwrap().numeral, Some((Class::Zero, 0.0)));
        assert_eq!(word("صفر").unwrap().months[0].number, 2);
        assert_eq!(word("كانون").unwrap().months.len(), 4);
        assert!(word("كتاب").is_none());
    }
}
