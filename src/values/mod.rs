//! Values: dates, numbers, money and percentages, recognised and normalised.

use crate::Options;
use crate::mention::Mention;
use crate::segment::Document;
use serde::Serialize;

/// What a value says, in a form that a program can use.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A plain number.
    Number {
        /// The number.
        value: f64,
    },
}

/// All values in a document, in the order of the text, none overlapping another.
pub fn find(_doc: &Document, _options: &Options) -> Vec<Mention> {
    Vec::new()
}
