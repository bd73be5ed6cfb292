//! Bags of features and the log-linear models that weigh them.

use super::{Broken, Table, combine};

/// A reusable list of hashed features of one candidate.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    /// The features so far.
    pub features: Vec<u32>,
    /// Mixed into every template, so that one bag can serve several models' views.
    salt: u32,
}

impl Bag {
    /// Empties the bag.
    pub fn clear(&mut self) {
        self.features.clear();
        self.salt = 0;
    }

    /// Keeps the features that follow apart from those of other salts.
    pub fn salt(&mut self, salt: u32) {
        self.salt = salt.wrapping_mul(1000);
    }

    /// Adds a feature: a template's number with its values.
    #[inline]
    pub fn add(&mut self, template: u32, first: u32, second: u32) {
        self.features.push(combine(self.salt + template, first, second));
    }

    /// Adds a feature that is there or not.
    #[inline]
    pub fn flag(&mut self, template: u32, on: bool) {
        if on {
            self.add(template, 1, 0);
        }
    }
}

/// A log-linear model: the score of a candidate is the sum of its features' weights.
pub struct LogLinear(Table<1>);

impl LogLinear {
    /// A model from its weights.
    pub fn new(table: Table<1>) -> Self {
        LogLinear(table)
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// Where the file is no model of this version, or damaged.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        Table::parse(file).map(LogLinear)
    }

    /// The score of a candidate, in nats.
    #[inline]
    pub fn score(&self, bag: &Bag) -> f32 {
        let mut sum = [0];
        bag.features.iter().for_each(|&f| self.0.add(f, &mut sum));
        sum[0] as f32 * self.0.scale()
    }

    /// The probability of yes, where the score is the log odds.
    pub fn probability(&self, bag: &Bag) -> f32 {
        1.0 / (1.0 + (-self.score(bag)).exp())
    }

    /// The table behind the model.
    pub fn table(&self) -> &Table<1> {
        &self.0
    }
}

/// Where the highest score stands and its probability under a softmax over all.
pub fn best(scores: &[f32]) -> Option<(usize, f32)> {
    let (at, &top) = scores.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)))?;
    let sum: f32 = scores.iter().map(|s| (s - top).exp()).sum();
    Some((at, 1.0 / sum))
}
