//! Sums over all labellings of a sentence: the probability of every label, and of every name.

use super::label::{self, LABELS};

/// Scores of labels, exponentiated, for transitions: row by the label before, column by the label.
pub struct Transitions {
    /// From label to label; zero where it may not be.
    pub between: [[f32; LABELS]; LABELS],
    /// At the start of a sentence.
    pub start: [f32; LABELS],
}

impl Transitions {
    /// From log weights; forbidden steps get no weight at all.
    pub fn new(score: impl Fn(Option<usize>) -> [f32; LABELS]) -> Self {
        let row = |before: Option<usize>| {
            let scores = score(before);
            std::array::from_fn(|l| if label::may_follow(before, l) { scores[l].exp() } else { 0.0 })
        };
        Transitions { between: std::array::from_fn(|b| row(Some(b))), start: row(None) }
    }
}

/// Forward and backward sums of one sentence, rescaled at every token; buffers are kept between sentences.
#[derive(Default)]
pub struct Lattice {
    /// Exponentiated scores of the labels at every token, the best of them 1.
    pub local: Vec<[f32; LABELS]>,
    /// Sums over everything up to a token, its own score included; they add up to 1.
    pub forward: Vec<[f32; LABELS]>,
    /// Sums over everything after a token, scaled so that `forward · backward` adds up to 1.
    pub backward: Vec<[f32; LABELS]>,
    /// What `forward` was divided by at every token.
    pub norm: Vec<f32>,
}

impl Lattice {
    /// Computes all sums from the log scores of the labels.
    pub fn run(&mut self, scores: &[[f32; LABELS]], steps: &Transitions) {
        let n = scores.len();
        self.local.clear();
        self.forward.clear();
        self.norm.clear();
        for row in scores {
            let best = row.iter().fold(f32::MIN, |m, &s| m.max(s));
            self.local.push(row.map(|s| (s - best).exp()));
        }
        for t in 0..n {
            let mut sums = match t.checked_sub(1) {
                None => steps.start,
                Some(before) => {
                    let mut sums = [0.0; LABELS];
                    for (p, row) in self.forward[before].iter().zip(&steps.between) {
                        sums.iter_mut().zip(row).for_each(|(s, w)| *s += p * w);
                    }
                    sums
                }
            };
            sums.iter_mut().zip(&self.local[t]).for_each(|(s, l)| *s *= l);
            let total = sums.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            self.forward.push(sums.map(|s| s / total));
            self.norm.push(total);
        }
        self.backward.clear();
        self.backward.resize(n, [1.0; LABELS]);
        for t in (0..n.saturating_sub(1)).rev() {
            let mut ahead = self.backward[t + 1];
            ahead.iter_mut().zip(&self.local[t + 1]).for_each(|(a, l)| *a *= l / self.norm[t + 1]);
            self.backward[t] = std::array::from_fn(|p| steps.between[p].iter().zip(&ahead).map(|(w, a)| w * a).sum());
        }
    }

    /// The probabilities of the labels at token `t`.
    pub fn marginal(&self, t: usize) -> [f32; LABELS] {
        std::array::from_fn(|l| self.forward[t][l] * self.backward[t][l])
    }
}
