//! From the sums over all labellings to names: those that together promise the most right spans.

use super::label::{self, KINDS};
use super::lattice::{Lattice, Transitions};
use crate::mention::Kind;
use std::ops::Range;

/// A name found in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Its tokens, counted from the start of the sentence.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// The probability of exactly this span and type.
    pub score: f32,
}

/// No name is longer than this many tokens.
const LONGEST: usize = 16;
/// Names are not begun where their first label is less likely than this, nor followed further below it.
const LEAST: f32 = 0.02;

/// All spans likelier than what their type needs, by their last token.
pub fn candidates(lattice: &Lattice, steps: &Transitions, least: &[f32; KINDS.len()], out: &mut Vec<Span>) {
    out.clear();
    let n = lattice.local.len();
    for t in 0..n {
        for kind in KINDS {
            let (first, further) = (label::first(kind), label::further(kind));
            if lattice.forward[t][first] * lattice.backward[t][first] < LEAST {
                continue;
            }
            let (mut mass, mut last) = (lattice.forward[t][first], first);
            for end in t..n.min(t + LONGEST) {
                // What goes on as the same name behind `end`.
                let step = match lattice.local.get(end + 1) {
                    Some(next) => steps.between[last][further] * next[further] / lattice.norm[end + 1],
                    None => 0.0,
                };
                let ahead = lattice.backward.get(end + 1).map_or(0.0, |b| b[further]);
                let score = (mass * (lattice.backward[end][last] - step * ahead)).clamp(0.0, 1.0);
                if score >= least[kind as usize] {
                    out.push(Span { tokens: t..end + 1, kind, score });
                }
                mass *= step;
                last = further;
                if mass * ahead < LEAST {
                    break;
                }
            }
        }
    }
    out.sort_by_key(|s| s.tokens.end);
}

/// Of all spans those that do not overlap and whose scores, each less what its type needs, add up to the most.
pub fn choose(spans: &[Span], length: usize, least: &[f32; KINDS.len()]) -> Vec<Span> {
    // best[e]: the most to be had from the tokens before e, and the span that ends there, if one does.
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(length + 1);
    best.push((0.0, None));
    let mut s = 0;
    for end in 1..=length {
        let mut here = (best[end - 1].0, None);
        while s < spans.len() && spans[s].tokens.end == end {
            let span = &spans[s];
            let gain = best[span.tokens.start].0 + span.score - least[span.kind as usize];
            if gain > here.0 {
                here = (gain, Some(s));
            }
            s += 1;
        }
        best.push(here);
    }
    let mut chosen = Vec::new();
    let mut end = length;
    while end > 0 {
        match best[end].1 {
            Some(s) => {
                chosen.push(spans[s].clone());
                end = spans[s].tokens.start;
            }
            None => end -= 1,
        }
    }
    chosen.reverse();
    chosen
}
