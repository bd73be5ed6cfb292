//! The user's text as given: folding for comparison with a way back, and byte ↔ UTF-16 offsets.
//!
//! Nothing here knows of words. The text itself is never changed; folding writes a comparable copy elsewhere.

mod fold;
mod utf16;

pub use fold::{fold, fold_into, is_ignorable, is_quotation_mark, unfold};
pub use utf16::Utf16;
