//! Isnad reads an Arabic news article and says who and what is in it and who said what.
//!
//! One pure function does it all:
//!
//! ```
//! let analysis = isnad::analyze("قال محمد: «نعم».", &isnad::Options::default());
//! assert_eq!(analysis.schema, "isnad/1");
//! ```
//!
//! Text flows through the modules in this order: `source`, `segment`, `morph` and `lexicon`, `names` and `values`,
//! `entities`, `quotes`, `analysis`. Imports never run back.

pub mod analysis;
pub mod entities;
pub mod lexicon;
pub mod mention;
pub mod model;
pub mod morph;
pub mod names;
pub mod quotes;
pub mod segment;
pub mod source;
pub mod values;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use analysis::Analysis;

/// What the caller knows about the article beside its text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The day the article was published, ISO 8601 (`2017-01-20`); relative dates need it.
    pub published: Option<String>,
}

impl Options {
    /// Options for an article of a day written `YYYY-MM-DD`, month and day of the Gregorian calendar.
    ///
    /// # Errors
    /// If `day` is anything else.
    pub fn published_on(day: &str) -> Result<Options, NotADay> {
        if is_day(day) { Ok(Options { published: Some(day.to_owned()) }) } else { Err(NotADay(day.to_owned())) }
    }
}

/// What was given as a day and is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotADay(pub String);

impl std::fmt::Display for NotADay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "'{}' is no day of the form YYYY-MM-DD, such as 2017-01-20", self.0)
    }
}

impl std::error::Error for NotADay {}

fn is_day(day: &str) -> bool {
    let digits = |range: std::ops::Range<usize>| {
        let part = day.get(range)?;
        if part.bytes().all(|b| b.is_ascii_digit()) { part.parse::<u32>().ok() } else { None }
    };
    let (Some(year), Some(month), Some(date)) = (digits(0..4), digits(5..7), digits(8..10)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    day.len() == 10 && &day[4..5] == "-" && &day[7..8] == "-" && (1..=last).contains(&date)
}

/// Analyses one article. Never panics, whatever the text; time grows linearly with its length.
///
/// Offsets in the result are UTF-16 code units of `text` as given.
pub fn analyze(text: &str, options: &Options) -> Analysis {
    let doc = segment::Document::new(text);
    let values = values::find(&doc, options);
    let mentions = mention::merge(names::find(&doc), values.mentions);
    let entities = entities::link(&doc, &mentions);
    let found = quotes::find(&doc, &mentions, &entities);
    Analysis::new(&doc, mentions, entities, found, values.published, &values.warnings)
}
