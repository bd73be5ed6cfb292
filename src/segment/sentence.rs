//! Sentences: cut at full stops, question and exclamation marks, but not at abbreviations or inside quotation marks.

use super::{Document, TokenKind};
use std::ops::Range;

/// A sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens, at least one.
    pub tokens: Range<usize>,
}

/// A quotation that stays open for more tokens than this is taken for a stray mark.
const LONGEST_QUOTATION: usize = 250;

/// The mark that closes an opening one.
fn closing(mark: &str) -> Option<&'static str> {
    Some(match mark {
        "«" => "»",
        "“" => "”",
        "\"" => "\"",
        "‹" => "›",
        _ => return None,
    })
}

/// Whether token `i` ends a sentence by itself.
fn is_terminator(doc: &Document, i: usize) -> bool {
    match doc.fold(i) {
        "!" | "?" | "؟" | "…" => true,
        // A single letter before the stop is an abbreviation or an initial: د. أحمد، أ.د. سامي، ج. ك. رولينغ.
        "." => {
            let before = i.checked_sub(1).filter(|_| doc.is_glued(i));
            !before.is_some_and(|b| match doc.kind(b) {
                Some(TokenKind::Word) => doc.fold(b).chars().count() == 1 && doc.fold(b) != "ه",
                Some(TokenKind::Foreign) => {
                    doc.surface(b).chars().count() == 1
                        || doc.is_glued(i + 1) && doc.kind(i + 1) == Some(TokenKind::Foreign)
                }
                _ => false,
            })
        }
        _ => false,
    }
}

/// Cuts every paragraph into sentences.
pub(super) fn split(doc: &Document) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(doc.paragraphs.len() * 2);
    for paragraph in &doc.paragraphs {
        let Range { start: mut first, end } = paragraph.tokens;
        let mut i = first;
        while i < end {
            if doc.kind(i) == Some(TokenKind::Mark)
                && let Some(mark) = closing(doc.fold(i))
                && let Some(close) = (i + 1..end.min(i + LONGEST_QUOTATION)).find(|&j| doc.fold(j) == mark)
            {
                // A quotation is skipped whole; its own last stop may end the sentence that holds it.
                i = close + 1;
                let stops = is_terminator(doc, close - 1);
                if stops && i < end && !continues(doc, i) {
                    sentences.push(Sentence { tokens: first..i });
                    first = i;
                }
                continue;
            }
            i += 1;
            if is_terminator(doc, i - 1) {
                while i < end && doc.is_glued(i) && matches!(doc.fold(i), "." | "!" | "؟" | "?" | "…" | ")" | "»" | "”")
                {
                    i += 1;
                }
                if i < end {
                    sentences.push(Sentence { tokens: first..i });
                    first = i;
                }
            }
        }
        if first < end {
            sentences.push(Sentence { tokens: first..end });
        }
    }
    sentences
}

/// Whether the sentence goes on behind a closed quotation: punctuation, or a word glued to the mark.
fn continues(doc: &Document, i: usize) -> bool {
    matches!(doc.kind(i), Some(TokenKind::Sign)) || doc.is_glued(i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let doc = Document::new(text);
        doc.sentences.iter().map(|s| &text[doc.bytes(&s.tokens)]).collect()
    }

    #[test]
    fn abbreviations_decimals_and_quotations_do_not_cut() {
        assert_eq!(
            cut("قال د. أحمد إن النسبة 3.5 في المئة. وأضاف أنها ترتفع."),
            ["قال د. أحمد إن النسبة 3.5 في المئة.", "وأضاف أنها ترتفع."]
        );
        assert_eq!(cut("قال: «هذا يكفي. لن نعود» ثم خرج. وصمت."), ["قال: «هذا يكفي. لن نعود» ثم خرج.", "وصمت."]);
        assert_eq!(cut("قال: «هذا يكفي.» وخرج؟ نعم"), ["قال: «هذا يكفي.»", "وخرج؟", "نعم"]);
    }

    #[test]
    fn a_mark_that_never_closes_does_not_swallow_the_text() {
        assert_eq!(cut("قال «نعم. ثم خرج. وعاد."), ["قال «نعم.", "ثم خرج.", "وعاد."]);
    }
}
