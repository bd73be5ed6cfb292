//! What raw news says of a word: its cluster at three grains and how frequent it is.

use crate::model::{Broken, Codes, combine, hash};
use std::collections::BTreeMap;

/// Clusters and frequencies of words.
pub struct Words {
    codes: Codes,
    /// The coarse clusters of each fine one, side by side.
    coarse: Vec<[u8; 2]>,
}

/// What was found of a word.
pub struct Found<'w> {
    /// The likeliest form without clitics and article.
    pub norm: &'w str,
    /// Clusters, coarse to fine, counted from one; zero where the word is unknown.
    pub clusters: [u32; 3],
}

/// Bits of a code that hold the fine cluster, counted from one; above them the frequency class.
const CLUSTER_BITS: u32 = 11;
/// Where the coarse clusters of a fine one are found among the codes.
const COARSE: u32 = 900;

impl Words {
    /// Knows no word.
    pub fn none() -> Self {
        Words { codes: Codes::build(&Default::default()), coarse: Vec::new() }
    }

    /// From the fine cluster and frequency class (at most 31) of each hashed word, and the two coarse clusters, coarsest
    /// first, of each fine one. Clusters are counted from zero here.
    pub fn build(words: &BTreeMap<u32, (u16, u16)>, coarse: &[[u8; 2]]) -> Codes {
        let mut codes: BTreeMap<u32, u16> =
            words.iter().map(|(&w, &(fine, frequency))| (w, fine + 1 + (frequency << CLUSTER_BITS))).collect();
        for (fine, both) in coarse.iter().enumerate() {
            for (level, &c) in both.iter().enumerate() {
                codes.insert(combine(COARSE + level as u32, fine as u32, 0), u16::from(c) + 1);
            }
        }
        Codes::build(&codes)
    }

    /// Reads what [`Words::build`] wrote.
    ///
    /// # Errors
    /// Where the file is damaged or of another version.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        let codes = Codes::parse(file)?;
        let level = |level: u32, fine: u32| codes.get(combine(COARSE + level, fine, 0)).checked_sub(1).map(|c| c as u8);
        let coarse = (0..1 << CLUSTER_BITS).map_while(|f| Some([level(0, f)?, level(1, f)?])).collect();
        Ok(Words { codes, coarse })
    }

    /// The fine cluster of a folded word, counted from one, and its frequency class; zeros where it is unknown.
    pub fn get(&self, word: &str) -> (usize, u32) {
        let code = u32::from(self.codes.get(hash(word)));
        ((code & ((1 << CLUSTER_BITS) - 1)) as usize, code >> CLUSTER_BITS)
    }

    /// The clusters of a folded word or of the longest of its stems that is known, coarse to fine, counted from one.
    pub fn clusters(&self, word: &str) -> [u32; 3] {
        self.look_up(word, &super::features::stems(word)).clusters
    }

    /// Looks a folded word up, or else its stems, the longest first.
    pub fn look_up<'w>(&self, word: &'w str, stems: &[&'w str; 3]) -> Found<'w> {
        let mut best = (word, self.get(word));
        for &stem in stems {
            if best.1.0 == 0 && stem.len() < best.0.len() {
                best = (stem, self.get(stem));
            }
        }
        let (_, (fine, _)) = best;
        let clusters = match fine.checked_sub(1).and_then(|f| self.coarse.get(f)) {
            Some(&[a, b]) => [u32::from(a) + 1, u32::from(b) + 1, fine as u32],
            None => [0; 3],
        };
        // The article goes together with any clitics before it; a clitic right at the stem is not cut blindly.
        let norm = if stems[2].len() + 4 <= word.len() { stems[2] } else { word };
        Found { norm, clusters }
    }
}
