//! The weights of a log-linear model, laid out for looking many features up at once.

use super::cuckoo::place;

/// A cuckoo table of one number a slot: a feature is in one of two slots, and looking at both
/// takes no branch that a processor could guess wrong, so that many look-ups run at the same time.
///
/// Where a slot stands tells some bits of the feature; the rest of them, at most 24, and the weight fill the slot.
pub struct Weights {
    /// Two halves, a power of two each; a free slot is zero, which adds nothing whatever matches it.
    slots: Vec<u32>,
    /// The binary logarithm of a half's length.
    bits: u32,
}

/// An odd number: multiplying by it keeps features apart, and its high bits depend on all bits of the feature.
const MIX: u32 = 0x9E37_79B1;
/// Undoes `MIX`.
const UNMIX: u32 = inverse(MIX);

/// What makes 1 with an odd number modulo 2³² (Newton's iteration; each step doubles the right bits).
const fn inverse(odd: u32) -> u32 {
    let (mut x, mut i) = (odd, 0);
    while i < 4 {
        x = x.wrapping_mul(2u32.wrapping_sub(odd.wrapping_mul(x)));
        i += 1;
    }
    x
}

/// The least bits that a place must tell, so that the others and a weight fit into a slot.
const LEAST_BITS: u32 = 8;

impl Weights {
    /// The weights of different features.
    pub fn new(rows: &[(u32, i8)]) -> Self {
        // Beyond half full, some feature finds no place.
        let mut bits = (rows.len() * 25 / 24 + 1).next_power_of_two().ilog2().max(LEAST_BITS + 1) - 1;
        loop {
            if let Some(slots) = packed(rows, bits) {
                return Weights { slots, bits };
            }
            bits += 1;
        }
    }

    /// All features with their weights, in no order of meaning.
    pub fn iter(&self) -> impl Iterator<Item = (u32, i8)> {
        let half = self.slots.len() / 2;
        self.slots.iter().enumerate().filter(|(_, slot)| **slot as u8 != 0).map(move |(at, &slot)| {
            let (place, rest) = ((at % half) as u32, slot >> 8);
            let key = if at < half { rest << self.bits | place } else { place << (32 - self.bits) | rest };
            (if at < half { key } else { key.wrapping_mul(UNMIX) }, slot as i8)
        })
    }

    /// The sum of the weights of some features.
    #[inline]
    pub fn sum(&self, features: &[u32]) -> i32 {
        let (bits, half) = (self.bits, self.slots.len() / 2);
        let (first, second) = self.slots.split_at(half);
        features.iter().fold(0, |sum, &feature| {
            let mixed = feature.wrapping_mul(MIX);
            let a = first[feature as usize & (half - 1)];
            let b = second[(mixed >> (32 - bits)) as usize & (half - 1)];
            sum + weight(a, feature >> bits) + weight(b, mixed << bits >> bits)
        })
    }
}

/// The weight in a slot if it is that of the feature with these other bits.
#[inline]
fn weight(slot: u32, rest: u32) -> i32 {
    let known = -i32::from(slot >> 8 == rest);
    i32::from(slot as i8) & known
}

/// Lays rows into two halves of `1 << bits` slots; `None` where one finds no place.
fn packed(rows: &[(u32, i8)], bits: u32) -> Option<Vec<u32>> {
    let half = 1usize << bits;
    let slot = |&(key, _): &(u32, i8), side: usize| match side {
        0 => key as usize & (half - 1),
        _ => (key.wrapping_mul(MIX) >> (32 - bits)) as usize,
    };
    let placed = place(rows, half, (0, 0), |row| row.1 == 0, slot)?;
    let pack = |(at, &(key, weight)): (usize, &(u32, i8))| {
        let rest = if at < half { key >> bits } else { key.wrapping_mul(MIX) << bits >> bits };
        if weight == 0 { 0 } else { rest << 8 | u32::from(weight as u8) }
    };
    Some(placed.iter().enumerate().map(pack).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Table, combine};
    use std::collections::BTreeMap;

    #[test]
    fn every_weight_is_found_and_no_other() {
        for count in [0, 1, 300, 5000] {
            let weights: BTreeMap<u32, [f32; 1]> =
                (0..count).map(|i| (combine(1, i, 0), [(i % 9) as f32 + 1.0])).collect();
            let table = Table::build(&weights);
            let rows: BTreeMap<u32, i8> = table.iter().map(|(key, row)| (key, row[0])).collect();
            let packed = Weights::new(&rows.iter().map(|(&key, &weight)| (key, weight)).collect::<Vec<_>>());
            let again: BTreeMap<u32, i8> = packed.iter().collect();
            assert_eq!(again, rows);
            for (&key, &weight) in &again {
                assert_eq!(packed.sum(&[key]), i32::from(weight));
            }
            let others: Vec<u32> = (0..1000).map(|i| combine(2, i, 0)).filter(|k| !again.contains_key(k)).collect();
            assert_eq!(packed.sum(&others), 0);
        }
    }
}
