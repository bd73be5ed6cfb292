//! The usual Latin spelling of parts of names.

use super::{Table, rows};
use std::sync::LazyLock;

static PARTS: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    let mut table: Table<&'static str> = Table::default();
    for row in rows(include_str!("romanised.tsv")).filter(|r| r.len() > 1) {
        *table.entry(row[0]) = row[1];
    }
    table
});

/// The usual Latin spelling of a folded word (or two) in names.
pub fn part(folded: &str) -> Option<&'static str> {
    PARTS.get(folded).copied()
}
