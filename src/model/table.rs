//! A read-only table from hashed features to one small weight per label, and its file format.
//!
//! The file: `ISNM`, format version, number of labels, scale (f32), number of rows (u32); the sorted keys as
//! differences in LEB128; for every row a LEB128 bit mask of the labels with a weight; the weights, one signed byte
//! each, row by row; the FNV-1a checksum (u32) of all before it. Everything little-endian. Streams of one kind stand
//! together so that brotli finds what they have in common.

use super::cuckoo::place;
use super::file::{Broken, read_keys, read_varint, seal, take, unseal, write_keys, write_varint};
use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"ISNM";
const VERSION: u8 = 1;

/// A feature with its weights; a row of zeros where the slot is free, so that a key that matches by chance adds none.
#[derive(Clone, Copy)]
pub(super) struct Slot<const L: usize> {
    pub key: u32,
    pub row: [i8; L],
}

/// Weights of hashed features for `L` labels, at most 32.
///
/// A cuckoo table: a feature is in one of two slots, and looking at both takes no branch that a processor could guess
/// wrong. Most features are found, so there is nothing to gain from leaving early.
pub struct Table<const L: usize> {
    /// Two halves of equal length, a feature's first slot in one and its second in the other.
    slots: Vec<Slot<L>>,
    len: usize,
    scale: f32,
}

/// Slots for every hundred features: below two for one, some feature finds no place.
const SLOTS: usize = 220;

/// The slots of a feature in either half of `half` slots.
#[inline]
fn places(key: u32, half: usize) -> [usize; 2] {
    // Scaled to the length by the high bits of a product (Lemire 2019); the second from a hash of the hash.
    let scaled = |hash: u32| ((u64::from(hash) * half as u64) >> 32) as usize;
    [scaled(key), scaled((key ^ key >> 15).wrapping_mul(0x9E37_79B9))]
}

impl<const L: usize> Table<L> {
    /// Quantises weights to signed bytes; rows whose weights all round to zero are left out.
    pub fn build(weights: &BTreeMap<u32, [f32; L]>) -> Self {
        let largest = weights.values().flatten().fold(0f32, |m, w| m.max(w.abs()));
        let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let rows = weights
            .iter()
            .map(|(&key, row)| Slot { key, row: row.map(|w| (w / scale).round() as i8) })
            .filter(|slot| slot.row.iter().any(|&w| w != 0));
        Self::from_rows(&rows.collect::<Vec<_>>(), scale)
    }

    /// A table of quantised weights.
    pub fn from_weights(rows: impl Iterator<Item = (u32, [i8; L])>, scale: f32) -> Self {
        Self::from_rows(&rows.map(|(key, row)| Slot { key, row }).collect::<Vec<_>>(), scale)
    }

    /// All features with their quantised weights, in no order of meaning.
    pub fn iter(&self) -> impl Iterator<Item = (u32, [i8; L])> {
        self.slots.iter().filter(|s| s.row != [0; L]).map(|s| (s.key, s.row))
    }

    fn from_rows(rows: &[Slot<L>], scale: f32) -> Self {
        let mut half = (rows.len() * SLOTS / 200).max(1);
        loop {
            let free = Slot { key: 0, row: [0; L] };
            let slots = place(rows, half, free, |s| s.row == [0; L], |s, side| places(s.key, half)[side]);
            if let Some(slots) = slots {
                return Table { slots, len: rows.len(), scale };
            }
            half += half / 4 + 1;
        }
    }

    /// The slot of a feature if it has one, else one of another or of none.
    #[inline]
    fn slot(&self, feature: u32) -> &Slot<L> {
        let (first, second) = self.slots.split_at(self.slots.len() / 2);
        let [a, b] = places(feature, first.len());
        let (a, b) = (&first[a], &second[b]);
        if a.key == feature { a } else { b }
    }

    /// The quantised weights of a feature.
    pub fn row(&self, feature: u32) -> Option<&[i8; L]> {
        let slot = self.slot(feature);
        (slot.key == feature && slot.row != [0; L]).then_some(&slot.row)
    }

    /// Adds a feature's quantised weights to running sums.
    #[inline]
    pub fn add(&self, feature: u32, sums: &mut [i32; L]) {
        let slot = self.slot(feature);
        let known = -i32::from(slot.key == feature);
        sums.iter_mut().zip(&slot.row).for_each(|(sum, &w)| *sum += i32::from(w) & known);
    }

    /// The sums of the quantised weights of many features, which are used up.
    ///
    /// First all slots are found, each look independent of the one before, so that the processor waits for several parts
    /// of the memory at once; then their rows are added.
    pub fn sum(&self, features: &mut [u32]) -> [i32; L] {
        let (first, second) = self.slots.split_at(self.slots.len() / 2);
        let mut found = 0;
        for n in 0..features.len() {
            let feature = features[n];
            let [a, b] = places(feature, first.len());
            let (in_first, in_second) = (first[a].key == feature, second[b].key == feature);
            // Written always and counted if found: no branch that could be guessed wrong.
            features[found] = if in_first { a } else { first.len() + b } as u32;
            found += usize::from(in_first | in_second);
        }
        // So many weights of a byte fit into a sum of two bytes, of which twice as many are added at once.
        const MOST: usize = (i16::MAX / 128) as usize;
        let mut sums = [0; L];
        for found in features[..found].chunks(MOST) {
            let mut part = [0i16; L];
            for &slot in found {
                let row = &self.slots[slot as usize].row;
                part.iter_mut().zip(row).for_each(|(sum, &w)| *sum += i16::from(w));
            }
            sums.iter_mut().zip(part).for_each(|(sum, p)| *sum += i32::from(p));
        }
        sums
    }

    /// What one quantised unit is worth.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// The number of features with a weight.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether no feature has a weight.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The table in its file format.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut rows: Vec<&Slot<L>> = self.slots.iter().filter(|s| s.row != [0; L]).collect();
        rows.sort_unstable_by_key(|s| s.key);
        let mut out = MAGIC.to_vec();
        out.extend([VERSION, L as u8]);
        out.extend(self.scale.to_le_bytes());
        out.extend((rows.len() as u32).to_le_bytes());
        write_keys(rows.iter().map(|s| s.key), &mut out);
        for slot in &rows {
            let mask = slot.row.iter().enumerate().fold(0, |m, (l, &w)| m | u32::from(w != 0) << l);
            write_varint(mask, &mut out);
        }
        for slot in &rows {
            out.extend(slot.row.iter().filter(|&&w| w != 0).map(|&w| w as u8));
        }
        seal(out)
    }

    /// Reads the file format.
    ///
    /// # Errors
    /// Where the file is of another kind or version, or damaged.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        Self::read(file).map(|(rows, scale)| Self::from_rows(&rows, scale))
    }

    /// Reads the rows of a file, each with its feature, and the scale.
    pub(super) fn read(file: &[u8]) -> Result<(Vec<Slot<L>>, f32), Broken> {
        let mut rest = unseal(file, MAGIC)?;
        if take(&mut rest)? != [VERSION, L as u8] {
            return Err(Broken);
        }
        let scale = f32::from_le_bytes(take(&mut rest)?);
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let keys = read_keys(&mut rest, count)?;
        let masks = keys.iter().map(|_| read_varint(&mut rest)).collect::<Result<Vec<_>, _>>()?;
        let mut rows = Vec::with_capacity(count);
        for (key, mask) in keys.into_iter().zip(masks) {
            let mut row = [0; L];
            for (_, w) in row.iter_mut().enumerate().filter(|(l, _)| mask >> l & 1 == 1) {
                *w = take::<1>(&mut rest)?[0] as i8;
            }
            rows.push(Slot { key, row });
        }
        if rest.is_empty() { Ok((rows, scale)) } else { Err(Broken) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{combine, hash};

    #[test]
    fn a_table_survives_its_file() {
        let weights: BTreeMap<u32, [f32; 3]> =
            (0..500).map(|i| (combine(1, hash(&i.to_string()), 0), [i as f32 / 500.0, 0.0, -1.0])).collect();
        let table = Table::build(&weights);
        let file = table.to_bytes();
        let again = Table::<3>::parse(&file).unwrap();
        for (&key, row) in &weights {
            assert_eq!(table.row(key), again.row(key));
            assert!((f32::from(again.row(key).unwrap()[0]) * again.scale() - row[0]).abs() < 0.01);
        }
        assert_eq!(again.row(combine(2, 7, 0)), None);
        assert_eq!(again.to_bytes(), file);
    }

    #[test]
    fn a_damaged_file_is_refused() {
        let table = Table::build(&BTreeMap::from([(7, [1.0, 2.0]), (9, [0.5, -2.0])]));
        let file = table.to_bytes();
        assert!(Table::<3>::parse(&file).is_err());
        for i in 0..file.len() {
            let mut bad = file.clone();
            bad[i] ^= 1;
            assert!(Table::<2>::parse(&bad).is_err(), "byte {i}");
            assert!(Table::<2>::parse(&file[..i]).is_err());
        }
    }

    #[test]
    fn features_without_weights_add_nothing() {
        let table = Table::build(&BTreeMap::from([(7, [1.0])]));
        for feature in [0, 6, 8, u32::MAX] {
            let mut sums = [0];
            table.add(feature, &mut sums);
            assert_eq!((sums, table.row(feature)), ([0], None));
        }
        let mut sums = [0];
        table.add(7, &mut sums);
        assert_eq!(sums, [127]);
        assert!(Table::<1>::build(&BTreeMap::new()).row(0).is_none());
    }
}
