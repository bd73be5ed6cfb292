//! Values: dates, numbers, money and percentages, recognised and normalised.

mod value;

use crate::Options;
use crate::mention::Mention;
use crate::segment::Document;
use std::ops::Range;

pub use value::{Bound, Calendar, Date, Money, Number, Part, Percent, Precision, Value};

/// The day an article was published, as far as anybody knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// ISO 8601 (`2017-01-20`).
    pub iso: String,
    /// Where the text says so; `None` where the caller gave the day.
    pub span: Option<Range<usize>>,
}

/// A finding about a value that the reader should know of: `weekday-mismatch` where a named weekday is not the one
/// that the calendar gives, `calendar-mismatch` where a Hijri and a Gregorian date said to be the same day differ by
/// more than a day, `no-such-day` where a date does not exist (31 April).
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// A stable code.
    pub code: &'static str,
    /// Bytes of the text.
    pub span: Range<usize>,
}

/// What the stage finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// All values in the order of the text, none overlapping another.
    pub mentions: Vec<Mention>,
    /// The day of publication that relative dates were counted from.
    pub published: Option<Published>,
    /// What contradicts itself.
    pub warnings: Vec<Warning>,
}

/// All values in a document.
pub fn find(_doc: &Document, _options: &Options) -> Found {
    Found::default()
}
