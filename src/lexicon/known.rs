//! Names that the lexicon knows: countries, places, organizations, public figures, with English names and codes.

use super::countries::COUNTRIES;
use super::{Table, rows};
use crate::source::fold;
use std::sync::LazyLock;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A country, city or region.
    Place,
    /// A body.
    Body,
    /// A person.
    Person,
}

/// A thing that the lexicon knows.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Equal for all names of one thing.
    pub id: u32,
    /// Its sort.
    pub sort: Sort,
    /// English name, where one is in use.
    pub english: Option<&'static str>,
    /// ISO 3166 alpha-2 of the country it is or lies in.
    pub country: Option<&'static str>,
    /// Whether it is a country itself.
    pub is_country: bool,
    /// Whether it is a capital.
    pub is_capital: bool,
}

static NAMES: LazyLock<Table<Vec<Known>>> = LazyLock::new(load);

/// All things of a sort with this folded name; the best known one first.
pub fn find(folded: &str, sort: Sort) -> Option<&'static Known> {
    NAMES.get(folded)?.iter().find(|k| k.sort == sort)
}

fn load() -> Table<Vec<Known>> {
    let mut table: Table<Vec<Known>> = Table::default();
    let mut id = 0;
    let mut enter = |names: &mut dyn Iterator<Item = &'static str>, known: Known| {
        id += 1;
        for name in names.filter(|n| !n.is_empty() && *n != "-") {
            let all = table.entry(&fold(name));
            if !all.iter().any(|k| k.id == id) {
                all.push(Known { id, ..known });
            }
        }
    };
    let some = |cell: &'static str| Some(cell).filter(|c| *c != "-" && !c.is_empty());
    let blank = Known { id: 0, sort: Sort::Place, english: None, country: None, is_country: false, is_capital: false };
    for c in COUNTRIES.iter() {
        let known = Known { english: some(c.english), country: Some(c.code), is_country: true, ..blank };
        enter(&mut c.names.iter().copied(), known);
    }
    for c in COUNTRIES.iter() {
        let known = Known { english: some(c.capital_english), country: Some(c.code), is_capital: true, ..blank };
        enter(&mut c.capital.iter().copied(), known);
    }
    for row in rows(include_str!("places.tsv")).filter(|r| r.len() > 5) {
        let known = Known { english: some(row[3]), country: some(row[5]), ..blank };
        enter(&mut row[0].split('|').chain(row[1].split('|')), known);
    }
    for row in rows(include_str!("orgs.tsv")).filter(|r| r.len() > 5) {
        let known = Known { sort: Sort::Body, english: some(row[3]), country: some(row[5]), ..blank };
        enter(&mut row[0].split('|').chain(row[1].split('|')), known);
    }
    for row in rows(include_str!("people.tsv")).filter(|r| r.len() > 5) {
        // Names that many bear are no proof of identity.
        let weak: Vec<&str> = row[2].split('|').collect();
        let sure = |n: &&str| !weak.contains(n);
        let known = Known { sort: Sort::Person, english: some(row[3]), country: some(row[5]), ..blank };
        enter(&mut row[0].split('|').chain(row[1].split('|')).filter(sure), known);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aliases_share_an_id_and_sorts_are_apart() {
        let id = |name: &str, sort| find(&fold(name), sort).map(|k| k.id);
        assert_eq!(id("سوريا", Sort::Place), id("سورية", Sort::Place));
        assert_ne!(id("سوريا", Sort::Place), id("دمشق", Sort::Place));
        assert_eq!(find(&fold("دمشق"), Sort::Place).and_then(|k| k.country), Some("SY"));
        assert!(id("اليونسكو", Sort::Body).is_some());
        assert!(id("سوريا", Sort::Body).is_none());
    }
}
