//! Nouns that make the digits behind them an ordinal, a minute of play, a code or the year in a name.

use super::{Table, rows};
use crate::source::fold;
use std::sync::LazyLock;

/// What the digits behind a noun are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Figure {
    /// A number of things, for all that is known.
    #[default]
    Plain,
    /// An ordinal, if the article stands before them.
    Order,
    /// An ordinal, whatever stands before them.
    Rank,
    /// A minute of play.
    Minute,
    /// Part of a type or name.
    Code,
    /// The year in a name.
    Year,
}

static FIGURES: LazyLock<Table<Figure>> = LazyLock::new(|| {
    let mut table: Table<Figure> = Table::default();
    for row in rows(include_str!("figures.tsv")) {
        let figure = match row[1] {
            "order" => Figure::Order,
            "rank" => Figure::Rank,
            "minute" => Figure::Minute,
            "code" => Figure::Code,
            _ => Figure::Year,
        };
        row[0].split(' ').for_each(|word| *table.entry(&fold(word)) = figure);
    }
    table
});

/// What digits are behind this folded word, with or without proclitics.
pub fn behind(folded: &str) -> Figure {
    let mut rest = folded;
    for _ in 0..3 {
        if let Some(figure) = FIGURES.get(rest) {
            return *figure;
        }
        match rest.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']) {
            Some(shorter) if shorter.len() > 2 => rest = shorter,
            _ => break,
        }
    }
    Figure::Plain
}
