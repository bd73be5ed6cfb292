//! Occasions and channels of speech: مؤتمر صحفي, تصريح, حسابه.

use super::rows;
use crate::model::hash;
use crate::source::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

static OCCASIONS: LazyLock<HashSet<u32>> =
    LazyLock::new(|| rows(include_str!("occasions.tsv")).map(|row| hash(&fold(row[0]))).collect());

/// Whether the folded word with this hash, article left out, is one.
pub fn contains(word: u32) -> bool {
    OCCASIONS.contains(&word)
}
