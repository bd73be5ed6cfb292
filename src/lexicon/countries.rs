//! Countries, their capitals and adjectives: سوريا، دمشق، السورية → SY.

use super::{Table, rows};
use crate::source::fold;
use std::sync::LazyLock;

/// A country.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub code: &'static str,
    /// Its names, the usual one first.
    pub names: Vec<&'static str>,
    /// English name.
    pub english: &'static str,
    /// Its capital's names, the usual one first.
    pub capital: Vec<&'static str>,
    /// English name of the capital.
    pub capital_english: &'static str,
    /// Its adjectives in the masculine singular and the feminine, without article.
    pub adjectives: Vec<&'static str>,
}

fn cells(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|c| *c != "-" && !c.is_empty())
}

/// All countries in the order of the list.
pub static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    rows(include_str!("countries.tsv"))
        .map(|row| Country {
            code: row[0],
            names: cells(row[1]).chain(cells(row[2])).collect(),
            english: row[3],
            capital: cells(row[4]).collect(),
            capital_english: row[5],
            adjectives: cells(row[6]).chain(cells(row[7])).collect(),
        })
        .collect()
});

/// Folded one-word names and adjectives with the index of their country, plus one.
static BY_WORD: LazyLock<Table<usize>> = LazyLock::new(|| {
    let mut table: Table<usize> = Table::default();
    for (i, country) in COUNTRIES.iter().enumerate() {
        for word in country.names.iter().chain(&country.adjectives).map(|n| fold(n)).filter(|w| !w.contains(' ')) {
            let slot = table.entry(&word);
            if *slot == 0 {
                *slot = i + 1;
            }
        }
    }
    table
});

/// The country that a folded word names or describes: سوريا، السوري، للسوريين، والسورية.
pub fn country(folded: &str) -> Option<&'static Country> {
    let found = |word: &str| BY_WORD.get(word).map(|i| &COUNTRIES[*i - 1]);
    let mut rest = folded;
    for _ in 0..3 {
        if let Some(country) = found(rest) {
            return Some(country);
        }
        let stem = rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل")).unwrap_or(rest);
        if stem.len() < rest.len()
            && let Some(country) = found(stem)
        {
            return Some(country);
        }
        for ending in ["ا", "ون", "ين", "ات", "تين", "تان", "ان"] {
            if let Some(masculine) = stem.strip_suffix(ending)
                && masculine.ends_with('ي')
                && let Some(country) = found(masculine)
            {
                return Some(country);
            }
        }
        let mut letters = rest.chars();
        match letters.next() {
            Some('و' | 'ف' | 'ب' | 'ل' | 'ك') => rest = letters.as_str(),
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_adjectives_lead_to_the_country() {
        let words = [
            ("سوريا", "SY"),
            ("السوري", "SY"),
            ("والسوريه", "SY"),
            ("للسوريين", "SY"),
            ("بالمغرب", "MA"),
            ("ومصر", "EG"),
        ];
        for (word, code) in words {
            assert_eq!(country(word).map(|c| c.code), Some(code), "{word}");
        }
        assert!(country("الرئيس").is_none());
    }
}
