//! A read-only map from hashed strings to small codes (a word's cluster, what a name list says of it), and its file.
//!
//! The file: `ISNC`, format version, number of entries (u32); the sorted keys as differences in LEB128; the low bytes
//! of all codes, then their high bytes; the FNV-1a checksum (u32) of all before it. Everything little-endian.

use super::file::{Broken, read_keys, seal, take, unseal, write_keys};
use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"ISNC";
const VERSION: u8 = 1;

/// Codes of hashed strings; a code is never zero.
pub struct Codes {
    /// Open addressing with linear probing; as many slots as a power of two, at most half of them taken.
    slots: Vec<(u32, u16)>,
    len: usize,
}

impl Codes {
    /// A map with these codes; zeros are left out.
    pub fn build(codes: &BTreeMap<u32, u16>) -> Self {
        Self::from_pairs(codes.len(), codes.iter().map(|(&k, &c)| (k, c)))
    }

    /// A map with at most `count` codes of different keys.
    fn from_pairs(count: usize, codes: impl Iterator<Item = (u32, u16)>) -> Self {
        let mut slots = vec![(0, 0); (count * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        let mut len = 0;
        for (key, code) in codes.filter(|&(_, code)| code != 0) {
            let mut at = key as usize & mask;
            while slots[at].1 != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = (key, code);
            len += 1;
        }
        Codes { slots, len }
    }

    /// The code of a hashed string, zero where there is none.
    #[inline]
    pub fn get(&self, key: u32) -> u16 {
        let mask = self.slots.len() - 1;
        let mut at = key as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => return 0,
                (k, code) if k == key => return code,
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// The number of strings with a code.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no string has a code.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The map in its file format.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut taken: Vec<_> = self.slots.iter().filter(|s| s.1 != 0).copied().collect();
        taken.sort_unstable();
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        out.extend((taken.len() as u32).to_le_bytes());
        write_keys(taken.iter().map(|t| t.0), &mut out);
        out.extend(taken.iter().map(|t| t.1 as u8));
        out.extend(taken.iter().map(|t| (t.1 >> 8) as u8));
        seal(out)
    }

    /// Reads the file format.
    ///
    /// # Errors
    /// Where the file is of another kind or version, or damaged.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        let mut rest = unseal(file, MAGIC)?;
        if take(&mut rest)? != [VERSION] {
            return Err(Broken);
        }
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let keys = read_keys(&mut rest, count)?;
        if rest.len() != count * 2 {
            return Err(Broken);
        }
        let (low, high) = rest.split_at(count);
        let codes = low.iter().zip(high).map(|(&low, &high)| u16::from_le_bytes([low, high]));
        Ok(Self::from_pairs(count, keys.into_iter().zip(codes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hash;

    #[test]
    fn codes_survive_their_file_and_damage_is_refused() {
        let codes: BTreeMap<u32, u16> = (0..300u16).map(|i| (hash(&i.to_string()), i * 100 + 1)).collect();
        let file = Codes::build(&codes).to_bytes();
        let again = Codes::parse(&file).unwrap();
        assert_eq!(again.len(), 300);
        assert!(codes.iter().all(|(&k, &c)| again.get(k) == c));
        assert_eq!(again.get(hash("no")), 0);
        for i in 0..file.len() {
            let mut bad = file.clone();
            bad[i] ^= 1;
            assert!(Codes::parse(&bad).is_err(), "byte {i}");
        }
    }
}
