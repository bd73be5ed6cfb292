//! Words that limit the figure beside them: about, more than, at least.

use super::rows;
use crate::source::fold;
use std::sync::LazyLock;

/// A phrase and what it says of the figure.
pub struct Phrase {
    /// Its folded words.
    pub words: Vec<String>,
    /// Whether it stands behind the figure.
    pub behind: bool,
    /// `about`, `more-than`, `less-than`, `at-least` or `at-most`.
    pub bound: &'static str,
}

/// All phrases, longer ones first.
pub static BOUNDS: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let mut phrases: Vec<Phrase> = rows(include_str!("bounds.tsv"))
        .map(|row| {
            let (behind, text) = row[0].strip_prefix("> ").map_or((false, row[0]), |t| (true, t));
            Phrase { words: text.split(' ').map(fold).collect(), behind, bound: row[1] }
        })
        .collect();
    phrases.sort_by_key(|p| std::cmp::Reverse(p.words.len()));
    phrases
});
