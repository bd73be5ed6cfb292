//! How the rest of the article uses a word: a surname alone was introduced with its title and full form elsewhere.

use super::features::Atoms;
use crate::segment::Document;

/// What the article says of a word where it stands again.
#[derive(Clone, Copy, Default)]
pub struct Repeat {
    /// How often it stands elsewhere, counted up to three.
    pub times: u32,
    /// The lists that the words before its other uses are in, longer listed names that it is part of there, and the kinds
    /// of marks around it.
    pub shown: u32,
    /// The token of its first other use.
    pub first: Option<u32>,
}

/// The lists of a word before that tell something: given and family names, titles, nouns that introduce names,
/// nationalities.
const TELLING: u32 = 0x7f60;

/// What one use shows: the lists of the last word before it in its sentence, the longer listed names it is part of, the
/// kind of marks around it.
fn shown(starts: &[bool], atoms: &[Atoms], i: usize) -> u32 {
    let mut before = 0;
    let mut j = i;
    while j > 0 && !starts[j] {
        j -= 1;
        if !atoms[j].is_mark {
            before = atoms[j].list & TELLING;
            break;
        }
    }
    before | (atoms[i].list >> 15 | atoms[i].list >> 20) & 31 | atoms[i].frame.kind << 16
}

/// Notes for every word what its other uses show.
pub fn note(doc: &Document, atoms: &mut [Atoms]) {
    let wordlike = |(i, a): (usize, &Atoms)| a.is_wordlike().then_some((a.norm, i as u32));
    let mut order: Vec<(u32, u32)> = atoms.iter().enumerate().filter_map(wordlike).collect();
    order.sort_unstable();
    let mut starts = vec![false; atoms.len()];
    doc.sentences.iter().for_each(|s| starts[s.tokens.start] = true);
    let (mut each, mut after) = (Vec::new(), Vec::new());
    for uses in order.chunk_by(|a, b| a.0 == b.0).filter(|uses| uses.len() > 1) {
        each.clear();
        each.extend(uses.iter().map(|&(_, i)| shown(&starts, atoms, i as usize)));
        after.clear();
        after.resize(uses.len() + 1, 0);
        for n in (0..uses.len()).rev() {
            after[n] = after[n + 1] | each[n];
        }
        let mut before = 0;
        for (n, &(_, i)) in uses.iter().enumerate() {
            atoms[i as usize].repeat = Repeat {
                times: (uses.len() as u32 - 1).min(3),
                shown: before | after[n + 1],
                first: Some(uses[usize::from(n == 0)].1),
            };
            before |= each[n];
        }
    }
}
