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
