//! Whether a clause speaks of what is to come, for dates that do not say so themselves.

use crate::lexicon::contexts::{self, Context};
use crate::segment::{Document, TokenKind};
use std::ops::Range;

/// How many words before a date its verb may stand.
const REACH: usize = 8;

/// Whether the words before a date, in its sentence, look ahead: سوف, المقرر, a verb with س.
pub fn looks_ahead(doc: &Document, tokens: &Range<usize>) -> bool {
    let sentence = &doc.sentences[doc.sentence_of(tokens.start)].tokens;
    let from = tokens.start.saturating_sub(REACH).max(sentence.start);
    let to = (tokens.end + 3).min(sentence.end);
    (from..tokens.start).any(|i| is_ahead(doc, i))
        || (tokens.end..to).any(|i| matches!(doc.fold(i), "المقبل" | "المقرر"))
}

fn is_ahead(doc: &Document, i: usize) -> bool {
    if doc.kind(i) != Some(TokenKind::Word) {
        return false;
    }
    let word = doc.fold(i);
    let bare = word.strip_prefix(['و', 'ف']).filter(|b| b.len() > 6).unwrap_or(word);
    if contexts::is(bare, Context::Ahead) {
        return true;
    }
    // سيزور، ستعقد، سنبحث: س and the prefix of the imperfect, at least three letters behind; nouns like سياسي, ستين,
    // سيارة and سيادة share the look.
    let Some(rest) = bare.strip_prefix('س') else { return false };
    let verb = rest.starts_with(['ي', 'ت', 'ن']) && rest.chars().count() >= 4;
    verb && !contexts::begins(bare, Context::NoFuture) && !bare.ends_with('ه')
}
