//! Features of a candidate: collected to learn from (`Bag`), or weighed at once by a log-linear model (`Scorer`).

use super::weights::Weights;
use super::{Broken, Table, combine};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU8, Ordering};

/// What takes the features of one candidate after another.
pub trait Features {
    /// Begins a new candidate.
    fn clear(&mut self);

    /// Remembers the features so far for [`Features::rewind`].
    fn mark(&mut self);

    /// Takes back the features added since the mark.
    fn rewind(&mut self);

    /// Keeps the features that follow apart from those of other salts.
    fn salt(&mut self, salt: u32);

    /// Adds a feature: a template's number with its values.
    fn add(&mut self, template: u32, first: u32, second: u32);

    /// Adds a feature that is there or not.
    #[inline]
    fn flag(&mut self, template: u32, on: bool) {
        if on {
            self.add(template, 1, 0);
        }
    }
}

/// The hash of a feature.
#[inline]
fn feature(salt: u32, template: u32, first: u32, second: u32) -> u32 {
    combine(salt.wrapping_mul(1000) + template, first, second)
}

/// A reusable list of hashed features of one candidate.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    /// The features so far.
    pub features: Vec<u32>,
    salt: u32,
    marked: usize,
}

impl Features for Bag {
    fn clear(&mut self) {
        self.features.clear();
        self.salt = 0;
        self.marked = 0;
    }

    fn mark(&mut self) {
        self.marked = self.features.len();
    }

    fn rewind(&mut self) {
        self.features.truncate(self.marked);
    }

    fn salt(&mut self, salt: u32) {
        self.salt = salt;
    }

    fn add(&mut self, template: u32, first: u32, second: u32) {
        self.features.push(feature(self.salt, template, first, second));
    }
}

/// Values below this are small: those of classes, forms, distances in steps, and not the hashes of words.
const SMALL: u32 = 40;
/// Templates with numbers below this have a place for features of small values.
const TEMPLATES: u32 = 100;
/// Salts below this have one.
const SALTS: usize = 64;

/// The weights of the features of one salt whose values are small, each 128 more than it is; 0 where nobody asked yet.
/// They are few, often asked for, and stand side by side here, which spares hashing them and waiting for memory.
type Small = Box<[AtomicU8]>;

/// A log-linear model: the score of a candidate is the sum of its features' weights.
pub struct LogLinear {
    weights: Weights,
    scale: f32,
    small: [OnceLock<Small>; SALTS],
}

impl LogLinear {
    /// A model from its weights.
    pub fn new(table: &Table<1>) -> Self {
        Self::from_rows(&table.iter().map(|(key, [weight])| (key, weight)).collect::<Vec<_>>(), table.scale())
    }

    fn from_rows(rows: &[(u32, i8)], scale: f32) -> Self {
        LogLinear { weights: Weights::new(rows), scale, small: [const { OnceLock::new() }; SALTS] }
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Where the file is no model of this version, or damaged.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        let (rows, scale) = Table::<1>::read(file)?;
        Ok(Self::from_rows(&rows.iter().map(|slot| (slot.key, slot.row[0])).collect::<Vec<_>>(), scale))
    }

    /// What weighs candidates by this model.
    pub fn scorer(&self) -> Scorer<'_> {
        let mut scorer = Scorer { model: self, small: &[], salt: 0, sum: 0, marked: 0, large: Vec::with_capacity(128) };
        scorer.clear();
        scorer
    }

    /// The model's weights.
    pub fn table(&self) -> Table<1> {
        Table::from_weights(self.weights.iter().map(|(key, weight)| (key, [weight])), self.scale)
    }
}

/// Adds up the weights of a candidate's features.
pub struct Scorer<'m> {
    model: &'m LogLinear,
    /// The small features of the present salt.
    small: &'m [AtomicU8],
    salt: u32,
    /// The sum of the weights of the small features so far.
    sum: i32,
    /// The sum of the weights of all features before the mark.
    marked: i32,
    /// Hashes of the other features so far: they are looked up together.
    large: Vec<u32>,
}

impl Scorer<'_> {
    /// The score of the candidate, in nats.
    #[inline]
    pub fn score(&self) -> f32 {
        (self.sum + self.model.weights.sum(&self.large)) as f32 * self.model.scale
    }

    /// The probability of yes, where the score is the log odds.
    #[inline]
    pub fn probability(&self) -> f32 {
        1.0 / (1.0 + (-self.score()).exp())
    }

    /// Looks a small feature up for the first time.
    #[cold]
    fn learn(&self, cell: &AtomicU8, template: u32, first: u32, second: u32) -> u8 {
        let weight = self.model.weights.sum(&[feature(self.salt, template, first, second)]);
        let stored = (weight + 128) as u8;
        cell.store(stored, Ordering::Relaxed);
        stored
    }
}

impl Features for Scorer<'_> {
    #[inline]
    fn clear(&mut self) {
        self.large.clear();
        self.sum = 0;
        self.marked = 0;
        self.salt(0);
    }

    #[inline]
    fn mark(&mut self) {
        self.sum += self.model.weights.sum(&self.large);
        self.large.clear();
        self.marked = self.sum;
    }

    #[inline]
    fn rewind(&mut self) {
        self.sum = self.marked;
        self.large.clear();
    }

    #[inline]
    fn salt(&mut self, salt: u32) {
        let new = || (0..TEMPLATES * SMALL * SMALL).map(|_| AtomicU8::new(0)).collect();
        self.salt = salt;
        self.small = self.model.small.get(salt as usize).map_or(&[], |small| small.get_or_init(new));
    }

    #[inline(always)]
    fn add(&mut self, template: u32, first: u32, second: u32) {
        if first < SMALL
            && second < SMALL
            && let Some(cell) = self.small.get(((template * SMALL + first) * SMALL + second) as usize)
        {
            let stored = match cell.load(Ordering::Relaxed) {
                0 => self.learn(cell, template, first, second),
                stored => stored,
            };
            self.sum += i32::from(stored) - 128;
        } else {
            self.large.push(feature(self.salt, template, first, second));
        }
    }
}

/// Where the highest score stands and its probability under a softmax over all.
pub fn best(scores: &[f32]) -> Option<(usize, f32)> {
    let (at, &top) = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
    let sum: f32 = scores.iter().map(|s| (s - top).exp()).sum();
    Some((at, 1.0 / sum))
}
