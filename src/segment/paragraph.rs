//! Paragraphs: one line each, with the role it plays on the page it came from.

use super::Document;
use crate::lexicon::furniture;
use std::ops::Range;

/// What a paragraph is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline: a short first line without a full stop.
    Headline,
    /// The article itself.
    Body,
    /// What the site put around the article: share lines, taglines, "read also".
    Furniture,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its tokens, at least one.
    pub tokens: Range<usize>,
    /// Its role.
    pub role: Role,
}

/// Headlines are shorter than this many tokens.
const HEADLINE_TOKENS: usize = 30;

/// Cuts a document at its line breaks.
pub(super) fn split(doc: &Document) -> Vec<Paragraph> {
    let mut starts: Vec<usize> = (0..doc.len()).filter(|&i| doc.tokens[i].starts_line).collect();
    starts.push(doc.len());
    let single = starts.len() <= 2;
    starts
        .windows(2)
        .enumerate()
        .map(|(i, w)| {
            let tokens = w[0]..w[1];
            let last = doc.fold(tokens.end - 1);
            let role = if furniture::is_furniture(doc, &tokens) {
                Role::Furniture
            } else if i == 0 && !single && tokens.len() < HEADLINE_TOKENS && last != "." {
                Role::Headline
            } else {
                Role::Body
            };
            Paragraph { tokens, role }
        })
        .collect()
}
