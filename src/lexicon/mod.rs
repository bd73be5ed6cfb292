//! What the project knows of Arabic, as readable lists (`*.tsv` with `#` comments) and the look-ups into them.
//!
//! Nothing here knows which stage asks.

pub mod bounds;
pub mod contexts;
pub mod countries;
pub mod cues;
pub mod figures;
pub mod function_words;
pub mod furniture;
pub mod given_names;
pub mod known;
pub mod nouns;
pub mod occasions;
pub mod roles;
pub mod romanised;
mod table;
pub mod times;

pub use table::Table;

use crate::source::fold;

/// The rows of a list: comments and blank lines left out, cells cut at tabs.
pub fn rows(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    list.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()).map(|l| l.split('\t').collect())
}

/// A table of a list whose rows are a name and words with spaces between: `enter` notes for every folded word what
/// `parse` makes of the name.
fn named_words<T: Default, N: Copy>(
    list: &'static str,
    parse: impl Fn(&str) -> N,
    enter: impl Fn(&mut T, N),
) -> Table<T> {
    let mut table = Table::default();
    for row in rows(list) {
        let name = parse(row[0]);
        row[1].split(' ').for_each(|word| enter(table.entry(&fold(word)), name));
    }
    table
}

/// How many words a list for [`named_words`] has, a word in two lists counted twice.
#[cfg(test)]
fn count_words(list: &'static str) -> usize {
    rows(list).map(|row| row[1].split(' ').count()).sum()
}
