//! The labels of tokens: outside, first token of a name, further token of a name.

use crate::mention::Kind;

/// The number of labels: one outside, two for each type of name.
pub const LABELS: usize = 11;

/// Outside every name.
pub const OUTSIDE: usize = 0;

/// The types of names, in the order of the labels.
pub const KINDS: [Kind; 5] = [Kind::Person, Kind::Organization, Kind::Place, Kind::Event, Kind::Misc];

/// The label of the first token of a name.
pub fn first(kind: Kind) -> usize {
    1 + 2 * kind as usize
}

/// The label of any further token of a name.
pub fn further(kind: Kind) -> usize {
    2 + 2 * kind as usize
}

/// The type a label speaks of.
pub fn kind(label: usize) -> Option<Kind> {
    label.checked_sub(1).map(|l| KINDS[l / 2])
}

/// Whether a label is that of a further token.
pub fn is_further(label: usize) -> bool {
    label != OUTSIDE && label.is_multiple_of(2)
}

/// Whether `label` may follow `before` (`None` at the start of a sentence).
pub fn may_follow(before: Option<usize>, label: usize) -> bool {
    !is_further(label) || before.is_some_and(|b| b != OUTSIDE && (b - 1) / 2 == (label - 1) / 2)
}
