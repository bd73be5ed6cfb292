//! Paragraphs and their role, sentences, tokens: the text as ranges, with a folded form beside every token.
//!
//! Nothing here knows of meaning. All ranges are bytes of the user's text unless they say tokens.

mod paragraph;
mod sentence;
mod token;

use crate::source;
use std::ops::Range;

pub use paragraph::{Paragraph, Role};
pub use sentence::Sentence;
pub use token::{Token, TokenKind};

/// A text cut into tokens, sentences and paragraphs.
pub struct Document<'t> {
    /// The user's text, borrowed as given.
    pub text: &'t str,
    /// The folded forms of all tokens, one after another.
    folded: String,
    /// All tokens in the order of the text; white space is between them.
    pub tokens: Vec<Token>,
    /// All sentences; none runs over the end of a paragraph.
    pub sentences: Vec<Sentence>,
    /// All lines that hold a token.
    pub paragraphs: Vec<Paragraph>,
}

impl<'t> Document<'t> {
    /// Cuts `text`, at most 4 GiB long, in one pass for tokens and one for sentences.
    pub fn new(text: &'t str) -> Self {
        let mut folded = String::with_capacity(text.len());
        let tokens = token::tokenize(text, &mut folded);
        let mut doc = Document { text, folded, tokens, sentences: Vec::new(), paragraphs: Vec::new() };
        doc.paragraphs = paragraph::split(&doc);
        doc.sentences = sentence::split(&doc);
        doc
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the text has no token at all.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The folded form of token `i`; the empty string beyond either end, so that windows need no special case.
    #[inline]
    pub fn fold(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| &self.folded[t.fold_start as usize..t.fold_end as usize])
    }

    /// Token `i` as written.
    #[inline]
    pub fn surface(&self, i: usize) -> &'t str {
        let token = &self.tokens[i];
        &self.text[token.start as usize..token.end as usize]
    }

    /// The kind of token `i`; `None` beyond either end.
    #[inline]
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    /// Where token `i` starts in the text once its first `cut` folded bytes (proclitics) are left out.
    pub fn start_after(&self, i: usize, cut: usize) -> usize {
        let start = self.tokens[i].start as usize;
        start + if cut == 0 { 0 } else { source::unfold(self.surface(i), cut) }
    }

    /// Whether token `i` follows the token before it without white space.
    #[inline]
    pub fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.tokens[i - 1].end == self.tokens[i].start
    }

    /// The tokens that lie wholly or partly in a byte range.
    pub fn tokens_in(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.tokens.partition_point(|t| t.end as usize <= bytes.start);
        let last = self.tokens.partition_point(|t| (t.start as usize) < bytes.end);
        first..last.max(first)
    }

    /// The index of the sentence that holds token `i`.
    #[inline]
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= i)
    }

    /// The index of the paragraph that holds token `i`.
    #[inline]
    pub fn paragraph_of(&self, i: usize) -> usize {
        self.paragraphs.partition_point(|p| p.tokens.end <= i)
    }

    /// The byte range from the first to the last of some tokens.
    pub fn bytes(&self, tokens: &Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start as usize..self.tokens[tokens.end - 1].end as usize
    }
}
