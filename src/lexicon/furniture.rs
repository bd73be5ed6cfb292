//! Site furniture: the lines around an article that are no part of it.

use super::rows;
use crate::segment::Document;
use crate::source::fold;
use std::ops::Range;
use std::sync::LazyLock;

/// How furniture lines begin, folded, words joined by single spaces.
static OPENINGS: LazyLock<Vec<String>> =
    LazyLock::new(|| rows(include_str!("furniture.tsv")).map(|row| fold(row[0])).collect());

/// A furniture line has fewer tokens than this.
const LONGEST: usize = 16;

/// Whether the tokens of one line are site furniture.
pub fn is_furniture(doc: &Document, tokens: &Range<usize>) -> bool {
    if tokens.len() >= LONGEST {
        return false;
    }
    OPENINGS.iter().any(|opening| {
        let mut words = opening.split(' ');
        let mut i = tokens.start;
        words.all(|word| {
            i += 1;
            i <= tokens.end && doc.fold(i - 1) == word
        })
    })
}
