//! Countries and their adjectives: سوريا، سوري، السورية → SY.

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
    /// Its adjectives in the masculine singular, folded.
    pub adjectives: Vec<String>,
}

/// All countries in the order of the list.
pub static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    rows(include_str!("demonyms.tsv"))
        .map(|row| Country {
            code: row[0],
            names: row[1].split('|').collect(),
            adjectives: row[2].split('|').map(fold).collect(),
        })
        .collect()
});

/// Folded one-word names and adjective stems with the index of their country, plus one.
static BY_WORD: LazyLock<Table<usize>> = LazyLock::new(|| {
    let mut table: Table<usize> = Table::default();
    for (i, country) in COUNTRIES.iter().enumerate() {
        let names = country.names.iter().map(|n| fold(n));
        for word in names.chain(country.adjectives.iter().cloned()).filter(|w| !w.contains(' ')) {
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
        for ending in ["", "ه", "ا", "ون", "ين", "ات", "تين", "تان", "ان"] {
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
        for (word, code) in [
            ("سوريا", "SY"),
            ("السوري", "SY"),
            ("والسوريه", "SY"),
            ("للسوريين", "SY"),
            ("بالمغرب", "MA"),
            ("ومصر", "MA"),
        ] {
            let code = if word == "ومصر" { "EG" } else { code };
            assert_eq!(country(word).map(|c| c.code), Some(code), "{word}");
        }
        assert!(country("الرئيس").is_none());
    }
}
