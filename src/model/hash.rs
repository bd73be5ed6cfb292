//! Feature hashing: strings once to 32 bits, then templates and conjunctions by mixing numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Multiplier of the Fx hash (Firefox; `rustc-hash`), an odd number near 2^64 divided by the golden ratio.
const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// A 32-bit hash of a string, the same on every platform.
#[inline]
pub fn hash(text: &str) -> u32 {
    let mut state = text.len() as u64;
    let mut rest = text.as_bytes();
    while let Some((chunk, tail)) = rest.split_first_chunk() {
        state = (state.rotate_left(5) ^ u64::from_le_bytes(*chunk)).wrapping_mul(K);
        rest = tail;
    }
    // Most words end here with an even number of bytes; a loop costs less than copying so few.
    let last = rest.iter().rev().fold(0, |last, &byte| last << 8 | u64::from(byte));
    state = (state.rotate_left(5) ^ last).wrapping_mul(K);
    finish(state)
}

/// Hashes keys that are hashes already, as those of [`hash`] and [`combine`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(u32::from(byte)));
    }

    fn write_u32(&mut self, key: u32) {
        self.0 = (self.0.rotate_left(5) ^ u64::from(key)).wrapping_mul(K);
    }
}

/// A map whose keys are hashes.
pub type HashedMap<V> = HashMap<u32, V, BuildHasherDefault<Hashed>>;

/// A feature: a template's number with one or two hashed values (0 where there is no second).
#[inline]
pub fn combine(template: u32, first: u32, second: u32) -> u32 {
    let state = (u64::from(first) << 32 | u64::from(second)) ^ u64::from(template).wrapping_mul(K).rotate_left(17);
    finish(state.wrapping_mul(K))
}

#[inline]
fn finish(state: u64) -> u32 {
    let mixed = (state ^ state >> 32).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed ^ mixed >> 32) as u32
}
