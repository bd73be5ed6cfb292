//! Where a name starts in its first word: which of its letters are و ف ب ل ك before the name.
//!
//! والي is a governor and والأردن is "and Jordan": only the word, what the news knows of it, the kind of name and the
//! bare form elsewhere in the article can tell. A small learnt ranking weighs them.

use super::words::Words;
use crate::mention::Kind;
use crate::model::{Table, combine, hash};
use crate::morph::splits;
use crate::segment::{Document, TokenKind};

/// The ways to cut a first word: bytes of its folded form before the name, none first.
pub fn cuts(doc: &Document, i: usize) -> impl Iterator<Item = usize> {
    let word = if doc.kind(i) == Some(TokenKind::Word) { doc.fold(i) } else { "" };
    let mut last = usize::MAX;
    splits(word).filter(|s| !s.proclitics.article && s.proclitics.particle != Some('س')).map(|s| s.cut).filter(
        move |&cut| {
            let new = cut != last;
            last = cut;
            new
        },
    )
}

/// The folded words of a document, for looking up whether a form occurs bare.
pub struct Forms(Vec<u32>);

impl Forms {
    /// All words of a document.
    pub fn new(doc: &Document) -> Self {
        let mut all: Vec<u32> = (0..doc.len()).map(|i| hash(doc.fold(i))).collect();
        all.sort_unstable();
        Forms(all)
    }

    fn count(&self, word: &str) -> usize {
        let key = hash(word);
        let first = self.0.partition_point(|&w| w < key);
        self.0[first..].iter().take(3).filter(|&&w| w == key).count()
    }
}

/// What speaks for or against cutting `cut` folded bytes off token `i`, the first of a name of `length` tokens.
pub fn features(
    doc: &Document,
    forms: &Forms,
    words: &Words,
    name: (usize, usize, Kind),
    cut: usize,
    out: &mut Vec<u32>,
) {
    let (i, length, kind) = name;
    let word = doc.fold(i);
    let (before, rest) = word.split_at(cut);
    let p = hash(before);
    let kind = kind as u32;
    let article = u32::from(rest.starts_with("ال")) + 2 * u32::from(before.ends_with('ل') && rest.starts_with('ل'));
    let size = rest.chars().count().min(6) as u32;
    let known = |w: &str| words.get(w).1 as i32;
    let drift = (known(rest) - known(word)).clamp(-6, 6) + 8;
    let whole_known = u32::from(known(word) > 0);
    let bare = forms.count(rest).min(2) as u32;
    let whole = forms.count(word).saturating_sub(1).min(2) as u32;
    let start: String = rest.chars().take(3).collect();
    let previous = i.checked_sub(1).map_or(0, |b| hash(doc.fold(b)));
    let glued = u32::from(cut == 0);
    out.extend([
        combine(200, p, 0),
        combine(201, p, kind),
        combine(202, p, article * 8 + size),
        combine(203, hash(rest), 0),
        combine(204, p, hash(word)),
        combine(205, glued * 64 + drift as u32, whole_known),
        combine(206, p, (drift as u32) * 2 + whole_known),
        combine(207, glued, bare * 3 + whole),
        combine(208, p, bare * 3 + whole),
        combine(209, p, previous),
        combine(210, p, hash(&start)),
        combine(211, p, length.min(4) as u32),
        combine(212, glued, hash(&start)),
        combine(213, hash(rest), glued),
    ]);
}

/// The likeliest cut of the first word of a name, in bytes of its folded form.
pub fn decide(
    doc: &Document,
    forms: &Forms,
    words: &Words,
    weights: &Table<1>,
    name: (usize, usize, Kind),
    buffer: &mut Vec<u32>,
) -> usize {
    let mut best = (i32::MIN, 0);
    for cut in cuts(doc, name.0) {
        buffer.clear();
        features(doc, forms, words, name, cut, buffer);
        let mut sum = [0];
        buffer.iter().for_each(|&f| weights.add(f, &mut sum));
        if sum[0] > best.0 {
            best = (sum[0], cut);
        }
    }
    best.1
}
