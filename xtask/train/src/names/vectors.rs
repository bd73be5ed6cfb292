//! Word vectors from raw text: continuous bag of words with negative sampling (Mikolov et al. 2013), one thread, so
//! that the same text always gives the same vectors.

use super::crf::Random;
use std::collections::HashMap;

/// The length of a vector.
pub const SIZE: usize = 64;
/// Words this far to either side count as context at most.
const WINDOW: usize = 4;
const NEGATIVES: usize = 5;
const RATE: f32 = 0.05;
/// Words more frequent than this share of the text are skipped now and then.
const FREQUENT: f64 = 1e-4;

/// Words with their counts and vectors, the most frequent first.
pub struct Vectors {
    /// The words.
    pub words: Vec<String>,
    /// How often each occurs.
    pub counts: Vec<u32>,
    /// One vector each, of length one.
    pub vectors: Vec<[f32; SIZE]>,
}

/// Raw text as word numbers, lines apart.
pub struct Corpus {
    words: Vec<String>,
    counts: Vec<u32>,
    /// Word numbers; `u32::MAX` ends a line.
    tokens: Vec<u32>,
}

impl Corpus {
    /// Counts words and keeps those that occur at least `least` times; others are left out of the text.
    pub fn new(lines: &[Vec<String>], least: u32) -> Self {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        lines.iter().flatten().for_each(|w| *seen.entry(w).or_default() += 1);
        let mut kept: Vec<(&str, u32)> = seen.into_iter().filter(|w| w.1 >= least).collect();
        kept.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        let index: HashMap<&str, u32> = kept.iter().enumerate().map(|(i, w)| (w.0, i as u32)).collect();
        let mut tokens = Vec::new();
        for line in lines {
            tokens.extend(line.iter().filter_map(|w| index.get(w.as_str())));
            tokens.push(u32::MAX);
        }
        Corpus {
            words: kept.iter().map(|w| w.0.to_owned()).collect(),
            counts: kept.iter().map(|w| w.1).collect(),
            tokens,
        }
    }

    /// Learns the vectors in `passes` over the text.
    pub fn learn(self, passes: usize) -> Vectors {
        let Corpus { words, counts, tokens } = self;
        let total: f64 = counts.iter().map(|&c| f64::from(c)).sum();
        let mut inputs: Vec<[f32; SIZE]> = Vec::with_capacity(words.len());
        let mut random = Random(11);
        for _ in 0..words.len() {
            inputs.push(std::array::from_fn(|_| ((random.draw() >> 40) as f32 / (1 << 24) as f32 - 0.5) / SIZE as f32));
        }
        let mut outputs = vec![[0.0f32; SIZE]; words.len()];
        let noise = noise(&counts);
        let keep: Vec<f64> = counts.iter().map(|&c| (FREQUENT * total / f64::from(c)).sqrt().min(1.0)).collect();
        let whole = tokens.len() * passes;
        let mut done = 0;
        let mut line: Vec<usize> = Vec::new();
        for pass in 0..passes {
            for sentence in tokens.split(|&t| t == u32::MAX) {
                let rate = RATE * (1.0 - done as f32 / whole as f32).max(0.01);
                done += sentence.len() + 1;
                line.clear();
                for &t in sentence {
                    let t = t as usize;
                    if keep[t] >= 1.0 || (random.draw() >> 11) as f64 / (1u64 << 53) as f64 <= keep[t] {
                        line.push(t);
                    }
                }
                for at in 0..line.len() {
                    let reach = 1 + random.below(WINDOW);
                    let (from, to) = (at.saturating_sub(reach), (at + reach + 1).min(line.len()));
                    if to - from < 2 {
                        continue;
                    }
                    let share = 1.0 / (to - from - 1) as f32;
                    let mut middle = [0.0f32; SIZE];
                    for (n, &w) in line[from..to].iter().enumerate() {
                        if from + n != at {
                            middle.iter_mut().zip(&inputs[w]).for_each(|(m, v)| *m += v * share);
                        }
                    }
                    let mut change = [0.0f32; SIZE];
                    for n in 0..=NEGATIVES {
                        let (target, right) =
                            if n == 0 { (line[at], 1.0) } else { (noise[random.below(noise.len())] as usize, 0.0) };
                        if n > 0 && target == line[at] {
                            continue;
                        }
                        let output = &mut outputs[target];
                        let dot = dot(&middle, output);
                        let step = rate * (right - 1.0 / (1.0 + (-dot).exp()));
                        for d in 0..SIZE {
                            change[d] += step * output[d];
                            output[d] += step * middle[d];
                        }
                    }
                    for (n, &w) in line[from..to].iter().enumerate() {
                        if from + n != at {
                            inputs[w].iter_mut().zip(&change).for_each(|(v, c)| *v += c);
                        }
                    }
                }
            }
            eprintln!("vectors: pass {} of {passes}", pass + 1);
        }
        let vectors = inputs
            .into_iter()
            .map(|v| {
                let length = dot(&v, &v).sqrt().max(1e-9);
                v.map(|x| x / length)
            })
            .collect();
        Vectors { words, counts, vectors }
    }
}

/// The dot product, in lanes that a compiler can keep side by side.
pub fn dot(a: &[f32; SIZE], b: &[f32; SIZE]) -> f32 {
    let mut lanes = [0.0f32; 8];
    for (x, y) in a.chunks_exact(8).zip(b.chunks_exact(8)) {
        lanes.iter_mut().zip(x).zip(y).for_each(|((l, x), y)| *l += x * y);
    }
    lanes.iter().sum()
}

/// A table to draw negative samples from: words by the power 3/4 of their counts.
fn noise(counts: &[u32]) -> Vec<u32> {
    const SLOTS: usize = 1 << 22;
    let total: f64 = counts.iter().map(|&c| f64::from(c).powf(0.75)).sum();
    let mut table = Vec::with_capacity(SLOTS);
    let mut sum = 0.0;
    for (w, &c) in counts.iter().enumerate() {
        sum += f64::from(c).powf(0.75);
        let to = ((sum / total) * SLOTS as f64) as usize;
        table.resize(to.min(SLOTS), w as u32);
    }
    table
}

/// Groups points around `k` centres by the angle between them (spherical k-means); every point's centre and the centres.
pub fn cluster(points: &[[f32; SIZE]], weights: &[f32], k: usize, rounds: usize) -> (Vec<usize>, Vec<[f32; SIZE]>) {
    // Starts from points spread evenly over the order given: for words, over all frequencies.
    let mut random = Random(k as u64);
    let mut picked: Vec<usize> = (0..points.len()).collect();
    random.shuffle(&mut picked);
    let mut centres: Vec<[f32; SIZE]> = picked.iter().take(k).map(|&p| points[p]).collect();
    let mut owner = vec![0; points.len()];
    for _ in 0..rounds {
        let half = points.len().div_ceil(2).max(1);
        std::thread::scope(|scope| {
            for (points, owner) in points.chunks(half).zip(owner.chunks_mut(half)) {
                let centres = &centres;
                scope.spawn(move || {
                    for (p, o) in points.iter().zip(owner) {
                        let mut best = (f32::MIN, 0);
                        for (c, centre) in centres.iter().enumerate() {
                            let d = dot(p, centre);
                            if d > best.0 {
                                best = (d, c);
                            }
                        }
                        *o = best.1;
                    }
                });
            }
        });
        let mut sums = vec![[0.0f32; SIZE]; centres.len()];
        for ((p, &o), w) in points.iter().zip(&owner).zip(weights) {
            sums[o].iter_mut().zip(p).for_each(|(s, x)| *s += x * w);
        }
        for (centre, sum) in centres.iter_mut().zip(sums) {
            let length = dot(&sum, &sum).sqrt();
            if length > 0.0 {
                *centre = sum.map(|x| x / length);
            }
        }
    }
    (owner, centres)
}
