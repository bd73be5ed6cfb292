//! What the tagger said of a word wherever raw news uses it: the two likeliest labels of its form and how likely.

use super::label::LABELS;
use crate::model::{Broken, Codes};

/// Labels of words in raw news.
pub struct Usage(Codes);

/// What raw news says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// The likeliest label other than outside, and its share in eighths.
    pub first: (u32, u32),
    /// The second likeliest.
    pub second: (u32, u32),
}

fn eighths(share: f32) -> u16 {
    // Finer at the small end, where most words are.
    [0.02, 0.05, 0.1, 0.2, 0.35, 0.55, 0.8].iter().filter(|&&s| share >= s).count() as u16
}

impl Usage {
    /// The code of a word from its average label probabilities; zero where it is hardly ever a name.
    pub fn code(shares: &[f32; LABELS]) -> u16 {
        let mut order: Vec<usize> = (1..LABELS).collect();
        order.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]).then(a.cmp(&b)));
        let (a, b) = (order[0], order[1]);
        if eighths(shares[a]) == 0 {
            return 0;
        }
        let second = if eighths(shares[b]) == 0 { 0 } else { b as u16 };
        a as u16 | eighths(shares[a]) << 4 | second << 7 | eighths(shares[b]) << 11
    }

    /// Reads the file.
    ///
    /// # Errors
    /// Where it is damaged or of another version.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        Codes::parse(file).map(Usage)
    }

    /// What raw news says of the word with this hash.
    pub fn get(&self, norm: u32) -> Option<Use> {
        let code = u32::from(self.0.get(norm));
        (code != 0).then_some(Use { first: (code & 15, code >> 4 & 7), second: (code >> 7 & 15, code >> 11 & 7) })
    }
}
