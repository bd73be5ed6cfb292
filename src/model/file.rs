//! What the files of tables and codes have in common: variable-length numbers, a magic number, a checksum.

/// The file is no model of this version, or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// The next `N` bytes.
#[inline]
pub fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], Broken> {
    let (head, tail) = rest.split_first_chunk::<N>().ok_or(Broken)?;
    *rest = tail;
    Ok(*head)
}

/// Appends a number in LEB128.
pub fn write_varint(mut n: u32, out: &mut Vec<u8>) {
    while n >= 0x80 {
        out.push(n as u8 | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// Reads a number in LEB128.
#[inline]
pub fn read_varint(rest: &mut &[u8]) -> Result<u32, Broken> {
    let mut n = 0u32;
    for shift in (0..35).step_by(7) {
        let [byte] = take(rest)?;
        n |= u32::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Ok(n);
        }
    }
    Err(Broken)
}

/// Reads ascending keys from the differences between them.
pub fn read_keys(rest: &mut &[u8], count: usize) -> Result<Vec<u32>, Broken> {
    // Every key takes a byte at least: a damaged count asks for no more memory than the file has.
    if count > rest.len() {
        return Err(Broken);
    }
    let (mut last, mut keys) = (0u32, Vec::with_capacity(count));
    for i in 0..count {
        let step = read_varint(rest)?;
        if i > 0 && step == 0 {
            return Err(Broken);
        }
        last = last.checked_add(step).ok_or(Broken)?;
        keys.push(last);
    }
    Ok(keys)
}

/// Appends ascending keys as the differences between them.
pub fn write_keys(keys: impl IntoIterator<Item = u32>, out: &mut Vec<u8>) {
    let mut last = 0;
    for key in keys {
        write_varint(key - last, out);
        last = key;
    }
}

/// Appends the checksum of a file.
pub fn seal(mut file: Vec<u8>) -> Vec<u8> {
    file.extend(checksum(&file).to_le_bytes());
    file
}

/// What stands between the magic number and the checksum of a file that is whole and of the right kind.
pub fn unseal<'f>(file: &'f [u8], magic: &[u8]) -> Result<&'f [u8], Broken> {
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
