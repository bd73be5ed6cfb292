//! Learns a linear-chain conditional random field: likelihood with L1 and L2, by adaptive steps (AdaGrad, Duchi, Hazan
//! and Singer 2011) one sentence at a time, penalties caught up lazily when a weight is next touched.

use isnad::names::label::LABELS;
use isnad::names::lattice::{Lattice, Transitions};
use std::ops::Range;

/// Labels padded to a cache line.
const WIDE: usize = 16;
/// Tokens whose labels are all this close to right teach nothing.
const SMALLEST: f32 = 2e-3;
type Row = [f32; WIDE];

/// What to learn from. Every token has the rows of its features, every domain its own rows for transitions.
#[derive(Clone, Default)]
pub struct Problem {
    /// Rows of all tokens, one token after another.
    pub rows: Vec<u32>,
    /// Where each token's rows start; one more than there are tokens.
    pub starts: Vec<usize>,
    /// The right label of each token.
    pub labels: Vec<u8>,
    /// The sentences, as ranges of tokens, each with the rows of the transitions from each label and from the start
    /// that count for it.
    pub sentences: Vec<(Range<usize>, usize)>,
    /// The rows of transitions of each domain: for each label before, then the start, one or two rows.
    pub transitions: Vec<Vec<Vec<u32>>>,
    /// The number of rows.
    pub size: usize,
}

impl Problem {
    fn rows_of(&self, token: usize) -> &[u32] {
        &self.rows[self.starts[token]..self.starts[token + 1]]
    }
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Passes over the data.
    pub epochs: usize,
    /// Step size.
    pub rate: f32,
    /// L1 penalty on the whole objective.
    pub l1: f32,
    /// L2 penalty on the whole objective.
    pub l2: f32,
    /// The share of a token's features that a step leaves out by chance, so that none relies on the others.
    pub drop: f32,
    /// The weights are the mean of those behind each of so many last passes.
    pub averaged: usize,
    /// Whether to say how it goes.
    pub verbose: bool,
}

/// A small fixed generator (splitmix64), so that the same call always gives the same model.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.draw() % n as u64) as usize
    }

    /// Brings `items` into an order of its own.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

struct Learner {
    weights: Vec<Row>,
    squares: Vec<Row>,
    touched: Vec<u32>,
    rate: f32,
    l1: f32,
    l2: f32,
}

impl Learner {
    /// Catches up with the penalties of the sentences since a row was last touched.
    fn settle(&mut self, row: usize, now: u32) {
        let idle = (now - self.touched[row]) as f32;
        if idle == 0.0 {
            return;
        }
        self.touched[row] = now;
        let (l1, l2) = (self.l1 * idle, self.l2 * idle);
        for (w, g) in self.weights[row].iter_mut().zip(&self.squares[row]) {
            let rate = self.rate / (g + 1e-3).sqrt();
            let size = ((w.abs() - l1 * rate) / (1.0 + l2 * rate)).max(0.0);
            *w = size.copysign(*w);
        }
    }

    fn step(&mut self, row: usize, slope: &Row) {
        let squares = &mut self.squares[row];
        let weights = &mut self.weights[row];
        for l in 0..WIDE {
            squares[l] += slope[l] * slope[l];
            weights[l] -= self.rate * slope[l] / (squares[l] + 1e-3).sqrt();
        }
    }

    fn sum(&self, rows: &[u32]) -> [f32; LABELS] {
        let mut sums = [0.0; WIDE];
        for &r in rows {
            sums.iter_mut().zip(&self.weights[r as usize]).for_each(|(s, w)| *s += w);
        }
        std::array::from_fn(|l| sums[l])
    }
}

/// Learns the weights of all rows.
pub fn train(problem: &Problem, options: Options) -> Vec<[f32; LABELS]> {
    let scale = 1.0 / problem.sentences.len().max(1) as f32;
    let mut learner = Learner {
        weights: vec![[0.0; WIDE]; problem.size],
        squares: vec![[0.0; WIDE]; problem.size],
        touched: vec![0; problem.size],
        rate: options.rate,
        l1: options.l1 * scale,
        l2: options.l2 * scale,
    };
    let mut order: Vec<usize> = (0..problem.sentences.len()).collect();
    let mut random = Random(1);
    let (mut lattice, mut scores) = (Lattice::default(), Vec::new());
    let mut now = 0u32;
    let averaged = options.averaged.clamp(1, options.epochs);
    let mut mean: Vec<Row> = vec![[0.0; WIDE]; problem.size];
    let drop = (options.drop * (1 << 24) as f32) as u64;
    let inverse = 1.0 / (1.0 - options.drop);
    let (mut kept, mut kept_starts): (Vec<u32>, Vec<usize>) = (Vec::new(), Vec::new());
    let begun = std::time::Instant::now();
    for epoch in 0..options.epochs {
        random.shuffle(&mut order);
        let mut loss = 0.0f64;
        for &s in &order {
            now += 1;
            let (tokens, domain) = &problem.sentences[s];
            let steps_rows = &problem.transitions[*domain];
            steps_rows.iter().flatten().for_each(|&r| learner.settle(r as usize, now));
            scores.clear();
            kept.clear();
            kept_starts.clear();
            for t in tokens.clone() {
                kept_starts.push(kept.len());
                for &r in problem.rows_of(t) {
                    if random.draw() >> 40 >= drop {
                        kept.push(r);
                    }
                }
                scores.push(learner.sum(&kept[kept_starts[kept_starts.len() - 1]..]).map(|s| s * inverse));
            }
            kept_starts.push(kept.len());
            let logs: Vec<[f32; LABELS]> = steps_rows.iter().map(|rows| learner.sum(rows)).collect();
            let steps = Transitions::new(|before| logs[before.unwrap_or(LABELS)]);
            lattice.run(&scores, &steps);
            let mut step_slopes = [[0.0f32; WIDE]; LABELS + 1];
            let mut before = LABELS;
            for (n, t) in tokens.clone().enumerate() {
                let right = usize::from(problem.labels[t]);
                let marginal = lattice.marginal(n);
                loss -= f64::from(marginal[right].max(1e-9).ln());
                let mut slope = [0.0; WIDE];
                slope[..LABELS].copy_from_slice(&marginal);
                slope[right] -= 1.0;
                if n == 0 {
                    step_slopes[LABELS] = slope;
                } else {
                    for (p, slopes) in step_slopes[..LABELS].iter_mut().enumerate() {
                        let from = lattice.forward[n - 1][p] / lattice.norm[n];
                        let ahead = lattice.local[n].iter().zip(&lattice.backward[n]);
                        for ((slope, step), (local, back)) in slopes.iter_mut().zip(&steps.between[p]).zip(ahead) {
                            *slope += from * step * local * back;
                        }
                    }
                    step_slopes[before][right] -= 1.0;
                }
                before = right;
                if slope.iter().all(|s| s.abs() < SMALLEST) {
                    continue;
                }
                let slope = slope.map(|x| x * inverse);
                for &r in &kept[kept_starts[n]..kept_starts[n + 1]] {
                    learner.settle(r as usize, now);
                    learner.step(r as usize, &slope);
                }
            }
            for (rows, slopes) in steps_rows.iter().zip(&step_slopes) {
                rows.iter().for_each(|&r| learner.step(r as usize, slopes));
            }
        }
        if epoch + averaged >= options.epochs {
            (0..problem.size).for_each(|r| learner.settle(r, now));
            mean.iter_mut().flatten().zip(learner.weights.iter().flatten()).for_each(|(m, w)| *m += w);
        }
        if options.verbose {
            let per_token = loss / problem.labels.len() as f64;
            eprintln!("epoch {:2}  loss {per_token:.4}  {:.0} s", epoch + 1, begun.elapsed().as_secs_f32());
        }
    }
    mean.iter().map(|w| std::array::from_fn(|l| w[l] / averaged as f32)).collect()
}
