//! Quotation marks: which opens, which closes, and what became of those that lost their other half.

use super::Warning;
use crate::segment::{Document, TokenKind};
use std::ops::Range;

/// A stretch of text in quotation marks, as tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The opening mark.
    pub open: usize,
    /// What stands between the marks; never empty.
    pub inner: Range<usize>,
    /// Whether the closing mark was there; otherwise `inner` runs to where it was most likely left out.
    pub closed: bool,
}

/// All marked stretches of a document in the order of their opening marks, and what every mark does.
#[derive(Debug, Default)]
pub struct Marks {
    /// The stretches.
    pub all: Vec<Marked>,
    /// For every token: 0 no mark, 1 opens, 2 closes, 3 closes what nothing opened.
    pub role: Vec<u8>,
    /// For every token: one more than the innermost stretch around it, 0 for none.
    pub around: Vec<u32>,
}

impl Marks {
    /// The stretch whose opening mark is token `i`.
    pub fn opened_at(&self, i: usize) -> Option<&Marked> {
        self.all.binary_search_by_key(&i, |m| m.open).ok().map(|at| &self.all[at])
    }

    /// Whether only one half of some pair of marks lies in a range of tokens.
    pub fn splits(&self, tokens: &Range<usize>) -> bool {
        let mut depth = 0;
        for &role in &self.role[tokens.clone()] {
            match role {
                OPENS => depth += 1,
                CLOSES | STRAY if depth == 0 => return true,
                CLOSES => depth -= 1,
                _ => {}
            }
        }
        depth != 0
    }
}

/// A mark opens.
pub const OPENS: u8 = 1;
/// A mark closes what another opened.
pub const CLOSES: u8 = 2;
/// A mark closes what nothing opened.
pub const STRAY: u8 = 3;

/// More marks than this are never open at once; the outermost is given up, which keeps the time linear.
pub const DEEPEST: usize = 8;

/// Families of marks that pair with each other; typographic ones may close straight ones and the other way round.
fn family(mark: &str) -> u8 {
    match mark {
        "«" | "»" | "‹" | "›" => 1,
        "'" | "\u{2018}" | "\u{2019}" | "\u{201A}" | "\u{201B}" | "`" | "´" => 2,
        _ => 0,
    }
}

/// Which way a mark leans by its own shape: opening, closing or neither.
fn lean(mark: &str) -> i8 {
    match mark {
        "«" | "“" | "‹" | "„" | "‟" | "\u{2018}" | "〝" => 1,
        "»" | "”" | "›" | "\u{2019}" | "〞" => -1,
        _ => 0,
    }
}

/// Whether the word before a glued mark is a clitic that reaches over it: و"الحزب", لـ«الشرق».
fn is_clitic(doc: &Document, i: usize) -> bool {
    doc.kind(i) == Some(TokenKind::Word) && (doc.fold(i).chars().count() <= 2 || doc.surface(i).ends_with('ـ'))
}

/// Pairs the marks of a document, paragraph by paragraph, and reports what had to be repaired.
pub fn pair(doc: &Document, warnings: &mut Vec<Warning>) -> Marks {
    let mut marks = Marks { all: Vec::new(), role: vec![0; doc.len()], around: vec![0; doc.len()] };
    for (number, paragraph) in doc.paragraphs.iter().enumerate() {
        let mut open: Vec<usize> = Vec::new();
        for i in paragraph.tokens.clone().filter(|&i| doc.kind(i) == Some(TokenKind::Mark)) {
            // Punctuation behind a mark says nothing: both «نعم»، and a closing mark before a comma are glued to it.
            let leads = |j: usize| doc.kind(j) != Some(TokenKind::Sign) || matches!(doc.fold(j), "(" | "[" | "#" | "@");
            let glued = (
                doc.is_glued(i) && i > paragraph.tokens.start,
                doc.is_glued(i + 1) && i + 1 < paragraph.tokens.end && leads(i + 1),
            );
            let mark = doc.fold(i);
            let family = family(mark);
            let word = |j: usize| matches!(doc.kind(j), Some(TokenKind::Word | TokenKind::Foreign | TokenKind::Number));
            if family == 2 && glued.0 && glued.1 && word(i - 1) && word(i + 1) && !is_clitic(doc, i - 1) {
                continue; // An apostrophe inside a word.
            }
            // A mark of the other doubled straight pair: '' stands for ".
            let partner = open.iter().rposition(|&j| self::family(doc.fold(j)) == family);
            let before_opens =
                glued.0 && (is_clitic(doc, i - 1) || matches!(doc.fold(i - 1), "(" | ":" | "[" | "-" | "/"));
            let opens = match (glued.0 && !before_opens, glued.1) {
                (false, true) => match lean(mark) {
                    // A closing shape in an opening place: marks the wrong way round, or a blank too many.
                    -1 => partner.is_none() || before_opens,
                    _ => true,
                },
                (true, false) => lean(mark) > 0 && partner.is_none() && word(i + 1),
                _ => lean(mark) > 0 || lean(mark) == 0 && partner.is_none(),
            };
            if opens {
                marks.role[i] = OPENS;
                if open.len() == DEEPEST {
                    open.remove(0);
                }
                open.push(i);
            } else if let Some(at) = partner {
                marks.role[i] = CLOSES;
                // Marks opened inside and never closed end here, too.
                for lost in open.drain(at + 1..).collect::<Vec<_>>() {
                    push(&mut marks, lost, lost + 1..i, false);
                }
                let start = open.pop().expect("the partner is open");
                push(&mut marks, start, start + 1..i, true);
            } else {
                marks.role[i] = STRAY;
                warnings.push(Warning { code: "unpaired-mark", span: doc.bytes(&(i..i + 1)) });
            }
        }
        for lost in open {
            let end = paragraph.tokens.end;
            // The next paragraph opens again: one quotation over several paragraphs, nothing was lost.
            let reopened = doc.paragraphs.get(number + 1).is_some_and(|next| {
                doc.kind(next.tokens.start) == Some(TokenKind::Mark)
                    && doc.fold(next.tokens.start) == doc.fold(lost)
                    && lean(doc.fold(lost)) >= 0
            });
            if !reopened {
                warnings.push(Warning { code: "unpaired-mark", span: doc.bytes(&(lost..lost + 1)) });
            }
            let stop = if reopened { end } else { doc.sentences[doc.sentence_of(lost)].tokens.end.min(end) };
            push(&mut marks, lost, lost + 1..stop, reopened);
        }
    }
    marks.all.sort_by_key(|m| m.open);
    for (number, marked) in marks.all.iter().enumerate() {
        if marked.closed {
            marks.around[marked.inner.clone()].fill(number as u32 + 1);
        }
    }
    marks
}

fn push(marks: &mut Marks, open: usize, inner: Range<usize>, closed: bool) {
    if !inner.is_empty() {
        marks.all.push(Marked { open, inner, closed });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> (Vec<(String, bool)>, usize) {
        let doc = Document::new(text);
        let mut warnings = Vec::new();
        let marks = pair(&doc, &mut warnings);
        (marks.all.iter().map(|m| (text[doc.bytes(&m.inner)].to_owned(), m.closed)).collect(), warnings.len())
    }

    #[test]
    fn balanced_marks_of_every_family_pair() {
        for text in
            ["قال: «نعم» ثم", "قال: \"نعم\" ثم", "قال: “نعم” ثم", "قال: ”نعم“ ثم", "قال و\"نعم\" ثم", "قال لـ'نعم' ثم"]
        {
            assert_eq!(marked(text), (vec![("نعم".to_owned(), true)], 0), "{text}");
        }
    }

    #[test]
    fn nested_and_broken_marks_are_repaired() {
        let (all, warnings) = marked("قال: «شاهدت \"الفيلم\" أمس»، وخرج");
        assert_eq!(warnings, 0);
        assert_eq!(all[0].0, "شاهدت \"الفيلم\" أمس");
        assert_eq!(all[1].0, "الفيلم");
        let (all, warnings) = marked("قال إن \"الأمر انتهى. ثم خرج.");
        assert_eq!((all[0].0.as_str(), all[0].1, warnings), ("الأمر انتهى.", false, 1));
        let (all, warnings) = marked("قال إن الأمر انتهى\"، ثم خرج.");
        assert_eq!((all.len(), warnings), (0, 1));
    }

    #[test]
    fn a_quotation_may_be_opened_again_in_the_next_paragraph() {
        let (all, warnings) = marked("وقال: «هذا أول الكلام.\n«وهذا آخره».");
        assert_eq!((all.len(), warnings), (2, 0));
        assert!(all[0].1);
    }
}
