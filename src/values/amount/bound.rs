//! What limits a figure: about, more than, at least.

use crate::lexicon::bounds::BOUNDS;
use crate::values::Bound;
use crate::values::words::Reader;
use std::ops::Range;

/// What the words beside a figure say of its exactness.
pub fn bound(r: &Reader, tokens: &Range<usize>) -> Option<Bound> {
    let found = BOUNDS.iter().find(|phrase| {
        let n = phrase.words.len();
        if phrase.behind {
            // Right behind the figure, or behind the noun it counts.
            return (0..3).any(|gap| r.follows(tokens.end + gap, &phrase.words));
        }
        let line = r.doc.paragraphs[r.doc.paragraph_of(tokens.start)].tokens.start;
        let Some(first) = tokens.start.checked_sub(n).filter(|&f| f >= line) else { return false };
        let head = r.fold(first);
        let clitics = head.strip_suffix(phrase.words[0].as_str());
        clitics.is_some_and(|c| matches!(c, "" | "و" | "ف" | "ب" | "ل" | "وب" | "ول"))
            && r.follows(first + 1, &phrase.words[1..])
    })?;
    Some(match found.bound {
        "about" => Bound::About,
        "more-than" => Bound::MoreThan,
        "less-than" => Bound::LessThan,
        "at-least" => Bound::AtLeast,
        _ => Bound::AtMost,
    })
}
