//! What a date says, field by field.

use crate::lexicon::times::{Modifier, Part};
use std::ops::Range;

/// What an expression says, field by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub hijri: bool,
    pub amazigh: bool,
    pub year: Option<i32>,
    /// The second year of a pair that makes one time (العام الدراسي 2017-2018).
    pub year_to: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// The last day where several are named (يومي 13 و14 مايو).
    pub day_to: Option<u8>,
    pub weekday: Option<u8>,
    /// The second of two days of the week.
    pub weekday_to: Option<u8>,
    /// Days from the day of publication.
    pub offset: Option<i32>,
    /// A time named by its unit (الشهر الماضي), how many of it.
    pub unit: Option<(&'static str, f64)>,
    /// What modifies the smallest named time.
    pub modifier: Option<Modifier>,
    /// What modifies the year behind a smaller time (من العام الماضي).
    pub year_modifier: Option<Modifier>,
    /// As EDTF numbers them: 21 to 24.
    pub season: Option<u8>,
    pub quarter: Option<u8>,
    pub half: Option<u8>,
    /// The first year of a decade; below 100 where the century is not said.
    pub decade: Option<i32>,
    /// 20 for the twentieth century.
    pub century: Option<i32>,
    pub hour: Option<u8>,
    pub minute: Option<u8>,
    /// Part of the day.
    pub part: Option<Part>,
    /// Start, middle or end of a longer time.
    pub edge: Option<Part>,
    /// So long before the day of publication.
    pub ago: Option<(f64, &'static str)>,
    /// The same day in the other calendar.
    pub same: Option<Box<Draft>>,
}

/// An expression: its tokens and what they say.
pub struct Found {
    pub tokens: Range<usize>,
    pub draft: Draft,
}
