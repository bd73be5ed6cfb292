//! What a value says, in a form that a program can use.

use serde::Serialize;

/// A normalised value. The type of its mention says which of the four it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Of a `date`.
    Date(Date),
    /// Of a `number`.
    Number(Number),
    /// Of `money`.
    Money(Money),
    /// Of a `percent`.
    Percent(Percent),
}

/// A calendar expression or clock time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Date {
    /// ISO 8601, with its extensions EDTF level 1 and 2 (ISO 8601-2) where needed: `2017-01-23`, `2017-01`, `2017`,
    /// `2015-21` to `-24` (spring to winter), `2015-33` to `-36` (quarters), `2015-40`, `-41` (halves), `199X`, `19XX`,
    /// `2017-W03`, `2016-07-28/2016-07-30`, `2017-01-23T08:00`, `T08:00`; `XXXX-01-23` where the year is not known.
    /// Always Gregorian. Left out where nothing but `relative` is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// The unit that the expression names.
    pub precision: Precision,
    /// The calendar that the text uses.
    pub calendar: Calendar,
    /// The date as the text has it where that is not Gregorian (`1436-10-28`, year-month-day).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original: Option<String>,
    /// How far from the day of publication, in the unit of `precision` or the unit before the colon: `day:0` (today),
    /// `day:-1`, `week:+1`, `month:-2`, `year:0`, `season:+1`; `weekday:2` (a Tuesday, ISO number; `:-1` and `:+1`
    /// behind it for last and next); `month-11:-1` (last November). Left out for absolute dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative: Option<String>,
    /// The part of the day, or of the longer time, that is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
}

/// The unit that a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Precision {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

/// A calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Proleptic Gregorian.
    Gregorian,
    /// Islamic, Umm al-Qura (the civil calendar of Saudi Arabia).
    Hijri,
    /// Berber (the Gregorian year plus 950).
    Amazigh,
}

/// A part of a day, or the start, middle or end of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Start,
    Middle,
    End,
}

/// How a figure is limited by the words before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// نحو، حوالي، قرابة
    About,
    /// أكثر من، يزيد على
    MoreThan,
    /// أقل من
    LessThan,
    /// ما لا يقل عن، على الأقل
    AtLeast,
    /// ما يصل إلى، لا يتجاوز
    AtMost,
}

/// A number, measure, duration or score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// The number; the lower end of a range; the first side of a score.
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// The second side of a match score.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<f64>,
    /// English name of the unit, SI spelling in the singular: `kilometre`, `tonne`, `year`, `degree Celsius`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<&'static str>,
    /// How the words before it limit it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Money {
    /// The amount in the currency's main unit; the lower end of a range.
    pub amount: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// ISO 4217, where the words or the countries in the article make it plain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<&'static str>,
    /// How the words before it limit it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}

/// A share in hundredths.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Percent {
    /// Per cent; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<f64>,
    /// Whether these are percentage points, a difference of two shares.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub points: bool,
    /// How the words before it limit it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<Bound>,
}
