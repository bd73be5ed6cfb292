//! What the model sees of a token. Trainer and analyser both go through here, so that they cannot drift apart.
//!
//! Every string is hashed once per token (`Atoms`); the features are mixtures of those numbers over a window.

use super::frames::{self, Frame, MARKS};
use super::gazetteer::Gazetteer;
use super::repeats::{self, Repeat};
use super::words::Words;
use crate::model::{combine, hash};
use crate::segment::{Document, TokenKind};
use std::ops::Range;

/// Hashes of the strings of one token; zero stands for "none", as beyond the ends of a sentence.
#[derive(Clone, Copy, Default)]
pub struct Atoms {
    word: u32,
    prefixes: [u32; 4],
    suffixes: [u32; 4],
    /// The word without و or ف, without ب ل ك س too, and without the article too.
    stems: [u32; 3],
    /// The likeliest form without clitics and article.
    pub(super) norm: u32,
    shape: u32,
    clusters: [u32; 3],
    /// What lists say of it, see [`Gazetteer::mark`].
    pub(super) list: u32,
    /// Whether it is neither a word nor a number.
    pub(super) is_mark: bool,
    /// The marks around it.
    pub(super) frame: Frame,
    /// How the rest of the article uses it.
    pub(super) repeat: Repeat,
}

/// The hash of a string in features: never zero.
fn atom(text: &str) -> u32 {
    if text.is_empty() { 0 } else { hash(text).max(1) }
}

/// Cuts the first character off if it is one of `letters` and at least `least` characters stay.
fn without<'w>(word: &'w str, letters: &[char], least: usize) -> &'w str {
    word.strip_prefix(letters).filter(|rest| rest.chars().nth(least - 1).is_some()).unwrap_or(word)
}

/// A word without its conjunction, without its particle too, without its article too.
pub fn stems(word: &str) -> [&str; 3] {
    let bare = without(word, &['و', 'ف'], 3);
    let base = without(bare, &['ب', 'ل', 'ك', 'س'], 3);
    let stem = match bare.strip_prefix("لل") {
        Some(rest) if rest.len() >= 4 => rest,
        _ => base.strip_prefix("ال").or_else(|| bare.strip_prefix("ال")).filter(|s| s.len() >= 4).unwrap_or(base),
    };
    [bare, base, stem]
}

impl Atoms {
    /// Whether it is a word, in whatever letters, of two characters at least.
    pub(super) fn is_wordlike(&self) -> bool {
        self.prefixes[1] != 0
    }

    /// The hashes under which a name may start here: the whole word, then without proclitics, then without article.
    pub fn forms(&self) -> [u32; 4] {
        [self.word, self.stems[0], self.stems[1], self.stems[2]]
    }

    fn new(doc: &Document, i: usize, words: &Words) -> Self {
        let word = doc.fold(i);
        let kind = doc.tokens[i].kind;
        let is_mark = !matches!(kind, TokenKind::Word | TokenKind::Foreign | TokenKind::Number);
        let mut atoms = Atoms { word: atom(word), is_mark, ..Atoms::default() };
        let length = word.chars().count();
        let size = match kind {
            TokenKind::Word | TokenKind::Foreign => length.min(8),
            _ => length.min(4),
        };
        atoms.shape = 1 + (kind as u32) * 16 + size as u32;
        if kind == TokenKind::Foreign && doc.surface(i).starts_with(|c: char| c.is_uppercase()) {
            atoms.shape += 128;
        }
        if kind == TokenKind::Number {
            // All numbers of a length look alike: their digits name nothing.
            atoms.word = atom(&"0000"[..size.min(4)]);
            atoms.norm = atoms.word;
            return atoms;
        }
        for (n, (at, c)) in word.char_indices().take(4).enumerate() {
            atoms.prefixes[n] = atom(&word[..at + c.len_utf8()]);
        }
        for (n, (at, _)) in word.char_indices().rev().take(4).enumerate() {
            atoms.suffixes[n] = atom(&word[at..]);
        }
        if kind == TokenKind::Word {
            let all = stems(word);
            atoms.stems = all.map(atom);
            let found = words.look_up(word, &all);
            atoms.norm = atom(found.norm);
            atoms.clusters = found.clusters;
        } else {
            atoms.norm = atoms.word;
            atoms.clusters = words.look_up(word, &[word; 3]).clusters;
        }
        atoms
    }
}

/// The atoms of all tokens of a document.
pub fn atoms(doc: &Document, words: &Words, lists: &Gazetteer) -> Vec<Atoms> {
    let mut all: Vec<Atoms> = (0..doc.len()).map(|i| Atoms::new(doc, i, words)).collect();
    let mut marks = Vec::new();
    for sentence in &doc.sentences {
        let atoms = &mut all[sentence.tokens.clone()];
        marks.clear();
        marks.resize(atoms.len(), 0);
        lists.mark(|i| atoms[i].forms(), &mut marks);
        atoms.iter_mut().zip(&marks).for_each(|(a, &m)| a.list = m);
        frames::note(doc, &sentence.tokens, &mut all);
    }
    repeats::note(doc, &mut all);
    all
}

/// The feature of a transition from one label (or from the start of a sentence).
pub fn transition(before: Option<usize>) -> u32 {
    combine(1, before.map_or(99, |b| b as u32), 0)
}

/// The most features a token can have.
pub const MOST: usize = 192;

/// Lists of titles and of nouns that introduce names.
const HEADS: u32 = 0b11_1111 << 8;
/// How far back such a noun is looked for, in tokens.
const HEAD_DISTANCE: usize = 7;

/// The numbers of the bits of a set, ascending.
fn bits(mut set: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (set != 0).then(|| set.trailing_zeros())?;
        set &= set - 1;
        Some(bit)
    })
}

/// Appends the features of token `i` of the sentence `tokens`.
pub fn features(atoms: &[Atoms], tokens: &Range<usize>, i: usize, out: &mut Vec<u32>) {
    let none = Atoms::default();
    let at = |offset: isize| -> &Atoms {
        let j = i.wrapping_add_signed(offset);
        if tokens.contains(&j) { &atoms[j] } else { &none }
    };
    let (a, b, c, d, e) = (at(-2), at(-1), at(0), at(1), at(2));
    let mut put = |template: u32, first: u32, second: u32| out.push(combine(template, first, second));
    put(2, 0, 0);
    put(3, c.word, 0);
    for n in 0..4 {
        if c.prefixes[n] != 0 {
            put(4, c.prefixes[n], 0);
            put(5, c.suffixes[n], 0);
        }
    }
    let mut last = c.word;
    for &stem in &c.stems {
        if stem != last && stem != 0 {
            put(6, stem, 0);
            last = stem;
        }
    }
    put(7, c.norm, 0);
    put(8, c.shape, 0);
    put(9, b.shape, c.shape);
    put(10, c.shape, d.shape);
    put(11, b.word, 0);
    put(12, d.word, 0);
    put(13, a.word, 0);
    put(14, e.word, 0);
    put(15, b.norm, 0);
    put(16, d.norm, 0);
    put(17, a.norm, 0);
    put(18, e.norm, 0);
    put(19, b.norm, c.norm);
    put(20, c.norm, d.norm);
    put(21, b.norm, d.norm);
    put(22, a.norm, b.norm);
    put(23, d.norm, e.norm);
    put(24, b.suffixes[1], 0);
    put(25, d.prefixes[1], 0);
    put(26, b.prefixes[1], 0);
    put(27, d.suffixes[1], 0);
    for n in 0..3 {
        let t = 30 + 10 * n as u32;
        put(t, c.clusters[n], 0);
        put(t + 1, b.clusters[n], 0);
        put(t + 2, d.clusters[n], 0);
        put(t + 3, a.clusters[n], 0);
        put(t + 4, e.clusters[n], 0);
    }
    put(35, b.clusters[1], c.clusters[1]);
    put(36, c.clusters[1], d.clusters[1]);
    put(37, b.clusters[0], c.clusters[0]);
    put(38, c.clusters[0], d.clusters[0]);
    put(60, c.list, 0);
    put(61, b.list, 0);
    put(62, d.list, 0);
    bits(c.list).for_each(|bit| put(63, bit, 0));
    for (n, neighbour) in [b, d].into_iter().enumerate() {
        bits(neighbour.list).for_each(|bit| put(64 + n as u32, bit, 0));
    }
    put(66, c.list, b.list);
    let Frame { kind, lead, place, length } = c.frame;
    if kind != 0 {
        put(71, kind, u32::from(place == length));
        let place = kind * 8 + place.min(3);
        put(70, place, length.min(6));
        if lead > 0 {
            let lead = &atoms[i - lead as usize];
            put(72, lead.norm, place);
            put(73, lead.clusters[1], place);
            put(74, lead.clusters[2], kind);
            put(75, lead.list & 0x7FFF, place);
            put(76, lead.list & 0x7FFF, c.list);
        }
    }
    // The nearest word before and behind, whatever marks stand between.
    if b.is_mark
        && let Some(p) = (tokens.start..i).rev().skip(1).take(MARKS).map(|j| &atoms[j]).find(|p| !p.is_mark)
    {
        put(80, p.norm, 0);
        put(81, p.clusters[1], 0);
        put(82, p.list, 0);
    }
    if d.is_mark
        && let Some(n) = (i + 2..tokens.end).take(MARKS).map(|j| &atoms[j]).find(|n| !n.is_mark)
    {
        put(83, n.norm, 0);
        put(84, n.clusters[1], 0);
        put(85, n.list, 0);
    }
    // The nearest title or head noun before.
    let mut before = (tokens.start..i).rev().take(HEAD_DISTANCE).map(|j| &atoms[j]).zip(0..);
    if let Some((head, distance)) = before.find(|(h, _)| h.list & HEADS != 0) {
        let (kind, near) = (head.list & HEADS, distance.min(3));
        put(86, kind, distance);
        put(87, kind, c.norm);
        put(88, kind * 8 + near, c.clusters[0]);
        put(89, kind * 8 + near, c.clusters[1]);
        put(90, kind, c.list);
        put(91, head.norm, near);
        put(92, head.norm, c.clusters[0]);
    }
    // The rest of the article.
    let Repeat { times, shown, first } = c.repeat;
    let Some(first) = first.map(|f| f as usize) else { return };
    put(112, shown, 0);
    put(113, times, c.clusters[1]);
    put(114, shown, c.list & 0x7FFF);
    bits(shown).for_each(|bit| put(115, bit, 0));
    if let Some(p) = first.checked_sub(1).map(|p| &atoms[p]) {
        put(116, p.norm, 0);
        put(117, p.clusters[1], 0);
    }
    if let Some(n) = atoms.get(first + 1) {
        put(118, n.norm, 0);
        put(119, n.clusters[1], 0);
    }
}
