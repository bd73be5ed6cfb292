//! Trains log-linear models over hashed features: ranked choices, and yes or no as a choice against nothing.

use isnad::model::{LogLinear, Table};
use std::collections::{BTreeMap, HashMap};

/// A choice: the features of every candidate and whether it is right.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    features: Vec<u32>,
    ends: Vec<usize>,
    right: Vec<bool>,
}

impl Choice {
    /// Adds a candidate.
    pub fn push(&mut self, features: &[u32], right: bool) {
        self.features.extend_from_slice(features);
        self.ends.push(self.features.len());
        self.right.push(right);
    }

    /// A yes-or-no decision: the candidate against nothing.
    pub fn binary(features: &[u32], yes: bool) -> Self {
        let mut choice = Choice::default();
        choice.push(features, yes);
        choice.push(&[], !yes);
        choice
    }

    /// Whether a right candidate is among them.
    pub fn is_learnable(&self) -> bool {
        self.right.contains(&true)
    }

    /// The log odds of a yes-or-no decision and whether yes is right.
    pub fn odds(&self, weights: &Table<1>) -> (f32, bool) {
        let sum: f32 = self.candidate(0).iter().filter_map(|&f| weights.row(f)).map(|r| f32::from(r[0])).sum();
        (sum * weights.scale(), self.right[0])
    }

    fn candidate(&self, i: usize) -> &[u32] {
        let start = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.features[start..self.ends[i]]
    }
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the data.
    pub epochs: usize,
    /// AdaGrad's step (Duchi, Hazan, Singer 2011).
    pub rate: f32,
    /// Strength of the L2 penalty on every touched weight.
    pub penalty: f32,
    /// Features of right or wrong candidates seen less often than this are left out.
    pub least: u32,
    /// Weights smaller than this are dropped at the end.
    pub prune: f32,
    /// Share of the features left out by chance of every choice in every pass, which keeps a few strong ones from
    /// explaining the training text alone (Hinton et al. 2012, "Improving neural networks by preventing co-adaptation").
    pub dropout: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings { epochs: 20, rate: 0.03, penalty: 6e-3, least: 3, prune: 0.02, dropout: 0.0 }
    }
}

/// xorshift64* (Vigna 2016): the same numbers on every machine.
fn random(seed: &mut u64) -> u64 {
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    seed.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33
}

/// A number from 0 to 1 that depends on all bits of `x`.
fn chance(x: u32) -> f32 {
    let x = (x ^ x >> 15).wrapping_mul(0x9E37_79B1);
    let x = (x ^ x >> 15).wrapping_mul(0x85EB_CA77);
    ((x ^ x >> 13) & 0xFFFF) as f32 / 65536.0
}

/// Learns the weights; the same choices give the same bytes.
pub fn train(choices: &[Choice], settings: Settings) -> LogLinear {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for choice in choices {
        choice.features.iter().for_each(|&f| *counts.entry(f).or_default() += 1);
    }
    let mut keys: Vec<u32> = counts.iter().filter(|(_, n)| **n >= settings.least).map(|(k, _)| *k).collect();
    keys.sort_unstable();
    let index: HashMap<u32, u32> = keys.iter().enumerate().map(|(i, &k)| (k, i as u32)).collect();
    let compact: Vec<Vec<Vec<u32>>> = choices
        .iter()
        .map(|c| {
            let known = |i| c.candidate(i).iter().filter_map(|f| index.get(f).copied()).collect();
            (0..c.ends.len()).map(known).collect()
        })
        .collect();
    let mut weights = vec![0f32; keys.len()];
    let mut squares = vec![1e-6f32; keys.len()];
    let mut order: Vec<usize> = (0..choices.len()).filter(|&i| choices[i].is_learnable()).collect();
    let mut seed = 0x2545_F491_4F6C_DD1Du64;
    let (mut scores, mut candidates): (Vec<f32>, Vec<Vec<u32>>) = (Vec::new(), Vec::new());
    let mut averaged = vec![0f32; keys.len()];
    let first_averaged = settings.epochs / 2;
    for epoch in 0..settings.epochs {
        for i in (1..order.len()).rev() {
            order.swap(i, random(&mut seed) as usize % (i + 1));
        }
        for &c in &order {
            let right = &choices[c].right;
            let salt = random(&mut seed) as u32;
            let stays = |i: &u32| settings.dropout == 0.0 || chance(*i ^ salt) >= settings.dropout;
            candidates.resize(compact[c].len(), Vec::new());
            for (seen, all) in candidates.iter_mut().zip(&compact[c]) {
                seen.clear();
                seen.extend(all.iter().copied().filter(stays));
            }
            scores.clear();
            scores.extend(candidates.iter().map(|f| f.iter().map(|&i| weights[i as usize]).sum::<f32>()));
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            scores.iter_mut().for_each(|s| *s = (*s - top).exp());
            let all: f32 = scores.iter().sum();
            let good: f32 = scores.iter().zip(right).filter(|(_, r)| **r).map(|(s, _)| s).sum::<f32>().max(1e-9);
            for ((features, score), &right) in candidates.iter().zip(&scores).zip(right) {
                let gradient = score / all - if right { score / good } else { 0.0 };
                if gradient.abs() < 1e-4 {
                    continue;
                }
                for &i in features {
                    let (w, s) = (&mut weights[i as usize], &mut squares[i as usize]);
                    let g = gradient + settings.penalty * *w;
                    *s += g * g;
                    *w -= settings.rate * g / s.sqrt();
                }
            }
        }
        // The mean over the later passes is steadier than the last state (Polyak and Juditsky 1992).
        if epoch >= first_averaged {
            let share = 1.0 / (settings.epochs - first_averaged) as f32;
            averaged.iter_mut().zip(&weights).for_each(|(a, w)| *a += w * share);
        }
    }
    // What was learnt with some features missing meets all of them later.
    let share = 1.0 - settings.dropout;
    let kept = keys.iter().zip(&averaged).filter(|(_, w)| w.abs() >= settings.prune).map(|(&k, w)| (k, [w * share]));
    LogLinear::new(&Table::build(&kept.collect::<BTreeMap<u32, [f32; 1]>>()))
}
