//! Feature hashing: strings once to 32 bits, then templates and conjunctions by mixing numbers.

/// Multiplier of the Fx hash (Firefox; `rustc-hash`), an odd number near 2^64 divided by the golden ratio.
const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// A 32-bit hash of a string, the same on every platform.
pub fn hash(text: &str) -> u32 {
    let mut state = text.len() as u64;
    let mut chunks = text.as_bytes().chunks_exact(8);
    for chunk in &mut chunks {
        state = (state.rotate_left(5) ^ u64::from_le_bytes(chunk.try_into().expect("eight bytes"))).wrapping_mul(K);
    }
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    state = (state.rotate_left(5) ^ u64::from_le_bytes(last)).wrapping_mul(K);
    finish(state)
}

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
