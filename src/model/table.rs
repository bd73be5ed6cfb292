//! A read-only table from hashed features to one small weight per label, and its file format.
//!
//! The file: `ISNM`, format version, number of labels, scale (f32), number of rows (u32); the sorted keys as
//! differences in LEB128; for every row a LEB128 bit mask of the labels with a weight; the weights, one signed byte
//! each, row by row; the FNV-1a checksum (u32) of all before it. Everything little-endian. Streams of one kind stand
//! together so that brotli finds what they have in common.

use std::collections::BTreeMap;

const MAGIC: &[u8; 4] = b"ISNM";
const VERSION: u8 = 1;
/// The key of an empty slot; the builder leaves a feature with this hash out.
const EMPTY: u32 = u32::MAX;

/// The file is no model of this version, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// Weights of hashed features for `L` labels, at most 32.
pub struct Table<const L: usize> {
    /// Open addressing with linear probing; as many slots as a power of two, at most half of them taken.
    slots: Vec<(u32, u32)>,
    rows: Vec<[i8; L]>,
    scale: f32,
}

impl<const L: usize> Table<L> {
    /// Quantises weights to signed bytes; rows whose weights all round to zero are left out.
    pub fn build(weights: &BTreeMap<u32, [f32; L]>) -> Self {
        let largest = weights.values().flatten().fold(0f32, |m, w| m.max(w.abs()));
        let scale = if largest > 0.0 { largest / 127.0 } else { 1.0 };
        let rows = weights
            .iter()
            .map(|(&key, row)| (key, row.map(|w| (w / scale).round() as i8)))
            .filter(|(key, row)| *key != EMPTY && row.iter().any(|&w| w != 0));
        Self::from_rows(rows.collect(), scale)
    }

    fn from_rows(rows: Vec<(u32, [i8; L])>, scale: f32) -> Self {
        let mut slots = vec![(EMPTY, 0); (rows.len() * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        for (i, &(key, _)) in rows.iter().enumerate() {
            let mut at = key as usize & mask;
            while slots[at].0 != EMPTY {
                at = (at + 1) & mask;
            }
            slots[at] = (key, i as u32);
        }
        Table { slots, rows: rows.into_iter().map(|r| r.1).collect(), scale }
    }

    /// The quantised weights of a feature.
    #[inline]
    pub fn row(&self, feature: u32) -> Option<&[i8; L]> {
        let mask = self.slots.len() - 1;
        let mut at = feature as usize & mask;
        loop {
            match self.slots[at].0 {
                key if key == feature && key != EMPTY => return Some(&self.rows[self.slots[at].1 as usize]),
                EMPTY => return None,
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Adds a feature's quantised weights to running sums.
    #[inline]
    pub fn add(&self, feature: u32, sums: &mut [i32; L]) {
        if let Some(row) = self.row(feature) {
            sums.iter_mut().zip(row).for_each(|(sum, &w)| *sum += i32::from(w));
        }
    }

    /// What one quantised unit is worth.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// The number of features with a weight.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether no feature has a weight.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table in its file format.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut keyed: Vec<(u32, usize)> =
            self.slots.iter().filter(|s| s.0 != EMPTY).map(|s| (s.0, s.1 as usize)).collect();
        keyed.sort_unstable();
        let mut out = MAGIC.to_vec();
        out.extend([VERSION, L as u8]);
        out.extend(self.scale.to_le_bytes());
        out.extend((keyed.len() as u32).to_le_bytes());
        let mut last = 0;
        for &(key, _) in &keyed {
            write_varint(key - last, &mut out);
            last = key;
        }
        for &(_, row) in &keyed {
            let mask = self.rows[row].iter().enumerate().fold(0, |m, (l, &w)| m | u32::from(w != 0) << l);
            write_varint(mask, &mut out);
        }
        for &(_, row) in &keyed {
            out.extend(self.rows[row].iter().filter(|&&w| w != 0).map(|&w| w as u8));
        }
        seal(out)
    }

    /// Reads the file format.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        let mut rest = unseal(file, MAGIC)?;
        if take(&mut rest)? != [VERSION, L as u8] {
            return Err(Broken);
        }
        let scale = f32::from_le_bytes(take(&mut rest)?);
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        if count > rest.len() {
            return Err(Broken);
        }
        let mut rows = Vec::with_capacity(count);
        let mut last = 0u32;
        for _ in 0..count {
            last = last.checked_add(read_varint(&mut rest)?).ok_or(Broken)?;
            rows.push((last, [0i8; L]));
        }
        let masks = (0..count).map(|_| read_varint(&mut rest)).collect::<Result<Vec<_>, _>>()?;
        for ((_, row), mask) in rows.iter_mut().zip(masks) {
            for (_, w) in row.iter_mut().enumerate().filter(|(l, _)| mask >> l & 1 == 1) {
                *w = take::<1>(&mut rest)?[0] as i8;
            }
        }
        if rest.is_empty() { Ok(Self::from_rows(rows, scale)) } else { Err(Broken) }
    }
}

pub(super) fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Broken> {
    let (head, tail) = rest.split_first_chunk::<N>().ok_or(Broken)?;
    *rest = tail;
    Ok(*head)
}

pub(super) fn write_varint(mut n: u32, out: &mut Vec<u8>) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

pub(super) fn read_varint(rest: &mut &[u8]) -> Result<u32, Broken> {
    let mut n = 0u32;
    for shift in (0..35).step_by(7) {
        let [byte] = take(rest)?;
        n |= u32::from(byte & 0x7F).checked_shl(shift).ok_or(Broken)?;
        if byte < 0x80 {
            return Ok(n);
        }
    }
    Err(Broken)
}

/// Appends the checksum of a file.
pub(super) fn seal(mut file: Vec<u8>) -> Vec<u8> {
    file.extend(checksum(&file).to_le_bytes());
    file
}

/// What stands between the magic number and the checksum of a file that is whole and of the right kind.
pub(super) fn unseal<'f>(file: &'f [u8], magic: &[u8]) -> Result<&'f [u8], Broken> {
    let (body, sum) = file.split_last_chunk::<4>().ok_or(Broken)?;
    if checksum(body) != u32::from_le_bytes(*sum) {
        return Err(Broken);
    }
    body.strip_prefix(magic).ok_or(Broken)
}

/// FNV-1a, 32 bits.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
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
}
