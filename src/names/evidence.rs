//! The second look: what the first one said of the same word elsewhere in the article, and raw news of its every use.

use super::features::Atoms;
use super::label::{LABELS, OUTSIDE};
use super::usage::Usage;
use crate::model::combine;
use std::ops::Range;

/// Label probabilities of a first look over a whole document, and for every token the average over its other uses.
pub struct Evidence {
    own: Vec<[f32; LABELS]>,
    elsewhere: Vec<([f32; LABELS], usize)>,
}

impl Evidence {
    /// Gathers the uses of each word; `own` holds the label probabilities of all tokens.
    pub fn new(atoms: &[Atoms], own: Vec<[f32; LABELS]>) -> Self {
        let mut order: Vec<u32> = (0..atoms.len() as u32).filter(|&i| atoms[i as usize].is_wordlike()).collect();
        order.sort_by_key(|&i| (atoms[i as usize].norm(), i));
        let mut elsewhere = vec![([0.0; LABELS], 0); atoms.len()];
        for uses in order.chunk_by(|&a, &b| atoms[a as usize].norm() == atoms[b as usize].norm()) {
            if uses.len() < 2 {
                continue;
            }
            let mut sum = [0.0; LABELS];
            for &i in uses {
                sum.iter_mut().zip(&own[i as usize]).for_each(|(s, p)| *s += p);
            }
            let others = (uses.len() - 1) as f32;
            for &i in uses {
                let mine = &own[i as usize];
                elsewhere[i as usize] =
                    (std::array::from_fn(|l| ((sum[l] - mine[l]) / others).max(0.0)), uses.len() - 1);
            }
        }
        Evidence { own, elsewhere }
    }

    /// The likeliest name label of token `i` elsewhere, its share in steps, and how many uses there are.
    fn said(&self, i: usize) -> [u32; 3] {
        let (shares, uses) = &self.elsewhere[i];
        let (label, share) = best(shares);
        if *uses == 0 { [0; 3] } else { [label, steps(share), (*uses).min(3) as u32] }
    }

    /// Appends the features of token `i` of the sentence `tokens`.
    pub fn features(&self, atoms: &[Atoms], usage: &Usage, tokens: &Range<usize>, i: usize, out: &mut Vec<u32>) {
        let mut put = |template: u32, first: u32, second: u32| out.push(combine(template, first, second));
        let (own, sure) = best(&self.own[i]);
        let own = own * 8 + steps(sure);
        let outside = steps(self.own[i][OUTSIDE]);
        put(400, own, outside);
        let [label, share, uses] = self.said(i);
        let said = label * 8 + share;
        put(401, said, uses);
        put(402, said, own);
        for (l, p) in self.elsewhere[i].0.iter().enumerate() {
            if *p >= 0.05 {
                put(403, l as u32 * 8 + steps(*p), uses);
            }
        }
        let used = |i: usize| {
            usage.get(atoms[i].norm()).map_or([0; 2], |u| [u.first.0 * 8 + u.first.1, u.second.0 * 8 + u.second.1])
        };
        let [first, second] = used(i);
        put(404, first, second);
        put(405, first, 0);
        put(406, first, own);
        put(407, second, 0);
        for (n, j) in [i.wrapping_sub(1), i + 1].into_iter().enumerate() {
            let n = n as u32 * 10;
            if tokens.contains(&j) {
                let [label, share, _] = self.said(j);
                put(410 + n, label * 8 + share, said);
                let theirs = used(j)[0];
                put(411 + n, theirs, 0);
                let (label, sure) = best(&self.own[j]);
                put(413 + n, label * 8 + steps(sure), own);
            } else {
                put(414 + n, 0, own);
            }
        }
    }
}

/// The likeliest label other than outside, and how likely.
fn best(shares: &[f32; LABELS]) -> (u32, f32) {
    let mut best = (0, 0.0);
    for (l, &p) in shares.iter().enumerate().skip(1) {
        if p > best.1 {
            best = (l as u32, p);
        }
    }
    best
}

fn steps(share: f32) -> u32 {
    [0.02, 0.08, 0.2, 0.4, 0.6, 0.8, 0.95].iter().filter(|&&s| share >= s).count() as u32
}
