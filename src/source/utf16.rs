//! Byte offsets to UTF-16 code units, the currency of JavaScript strings.

/// Bytes between two checkpoints.
const STEP: usize = 128;

/// A map from byte offsets of one text to offsets in UTF-16 code units.
pub struct Utf16<'t> {
    text: &'t str,
    /// Code units before the first character that starts at or after each multiple of `STEP`, with its byte offset.
    checkpoints: Vec<(u32, u32)>,
}

impl<'t> Utf16<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0u32;
        for (at, c) in text.char_indices() {
            while checkpoints.len() * STEP <= at {
                checkpoints.push((at as u32, units));
            }
            units += c.len_utf16() as u32;
        }
        Utf16 { text, checkpoints }
    }

    /// The UTF-16 offset of the character boundary at byte `at`.
    ///
    /// # Panics
    /// If `at` is not a character boundary of the text.
    pub fn offset(&self, at: usize) -> u32 {
        let Some(last) = self.checkpoints.len().checked_sub(1) else { return 0 };
        let mut i = (at / STEP).min(last);
        while self.checkpoints[i].0 as usize > at {
            i -= 1;
        }
        let (byte, units) = self.checkpoints[i];
        units + self.text[byte as usize..at].chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_encoding() {
        let text = "قال 🙂 «نعم» 👩‍👩‍👧 ".repeat(40);
        let map = Utf16::new(&text);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            assert_eq!(map.offset(at) as usize, text[..at].encode_utf16().count());
        }
        assert_eq!(Utf16::new("").offset(0), 0);
    }
}
