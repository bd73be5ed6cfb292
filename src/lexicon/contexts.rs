//! Words that tell what a value beside them is.

use super::{Table, named_words};
use std::sync::LazyLock;

/// What a word does to a value beside it; the lists of `contexts.tsv`, where each is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Context {
    DayNamed,
    WeekdayNamed,
    WeekdayPair,
    HoursWhich,
    DayTold,
    ZoneUniversal,
    HoldingBefore,
    DecadeBehind,
    LengthOf,
    DaysUntil,
    DaysFrom,
    MonthBefore,
    MonthSurelyBefore,
    MonthHoly,
    YearGregorian,
    YearHijri,
    YearSort,
    YearBefore,
    YearSurelyBefore,
    NumberBefore,
    CountedNoun,
    AdverbLikeNoun,
    SeasonNamed,
    SeasonHead,
    DecadeHead,
    Approximate,
    Compared,
    One,
    Whole,
    LengthBefore,
    LengthVague,
    OneFixed,
    Numbered,
    Percent,
    Hundred,
    Lookalike,
    Ahead,
    NoFuture,
    NotDateline,
}

impl Context {
    fn parse(name: &str) -> Context {
        match name {
            "day-named" => Context::DayNamed,
            "weekday-named" => Context::WeekdayNamed,
            "weekday-pair" => Context::WeekdayPair,
            "hours-which" => Context::HoursWhich,
            "day-told" => Context::DayTold,
            "zone-universal" => Context::ZoneUniversal,
            "holding-before" => Context::HoldingBefore,
            "decade-behind" => Context::DecadeBehind,
            "length-of" => Context::LengthOf,
            "days-until" => Context::DaysUntil,
            "days-from" => Context::DaysFrom,
            "month-before" => Context::MonthBefore,
            "month-surely-before" => Context::MonthSurelyBefore,
            "month-holy" => Context::MonthHoly,
            "year-gregorian" => Context::YearGregorian,
            "year-hijri" => Context::YearHijri,
            "year-sort" => Context::YearSort,
            "year-before" => Context::YearBefore,
            "year-surely-before" => Context::YearSurelyBefore,
            "number-before" => Context::NumberBefore,
            "counted-noun" => Context::CountedNoun,
            "adverb-like-noun" => Context::AdverbLikeNoun,
            "season-named" => Context::SeasonNamed,
            "season-head" => Context::SeasonHead,
            "decade-head" => Context::DecadeHead,
            "approximate" => Context::Approximate,
            "compared" => Context::Compared,
            "one" => Context::One,
            "whole" => Context::Whole,
            "length-before" => Context::LengthBefore,
            "length-vague" => Context::LengthVague,
            "one-fixed" => Context::OneFixed,
            "numbered" => Context::Numbered,
            "percent" => Context::Percent,
            "hundred" => Context::Hundred,
            "lookalike" => Context::Lookalike,
            "ahead" => Context::Ahead,
            "no-future" => Context::NoFuture,
            "not-dateline" => Context::NotDateline,
            other => unreachable!("contexts.tsv: list {other}"),
        }
    }

    fn bit(self) -> u64 {
        1 << self as u32
    }
}

static CONTEXTS: LazyLock<Table<u64>> =
    LazyLock::new(|| named_words(include_str!("contexts.tsv"), Context::parse, |bits, context| *bits |= context.bit()));

/// Whether the folded word does this.
pub fn is(folded: &str, context: Context) -> bool {
    CONTEXTS.get(folded).is_some_and(|bits| bits & context.bit() != 0)
}

/// Whether the folded word begins with one that does this.
pub fn begins(folded: &str, context: Context) -> bool {
    folded.char_indices().any(|(at, letter)| is(&folded[..at + letter.len_utf8()], context))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_in_several_lists() {
        assert!(is("نحو", Context::Approximate) && is("نحو", Context::NumberBefore));
        assert!(!is("نحو", Context::One) && !is("", Context::One));
    }
}
