//! Titles, offices and occupations: وزير، الرئيس، المتحدثة.

use super::{Table, rows};
use crate::source::fold;
use std::sync::LazyLock;

/// What a role word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A post, rank or occupation of one person.
    Role,
    /// A form of address.
    Honorific,
}

/// A role word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Equal for masculine and feminine, with and without article.
    pub id: u32,
    /// Its sort.
    pub sort: Sort,
}

static ROLES: LazyLock<Table<Option<Role>>> = LazyLock::new(|| {
    let mut table: Table<Option<Role>> = Table::default();
    let mut id = 0;
    for row in rows(include_str!("roles.tsv")).filter(|r| r.len() > 3) {
        let sort = match row[1] {
            "office" | "title" | "occupation" => Sort::Role,
            "honorific" => Sort::Honorific,
            _ => continue,
        };
        let stem = |cell: &str| {
            let first = fold(cell.split([' ', ',']).next().unwrap_or_default());
            first.strip_prefix("ال").map(str::to_owned).unwrap_or(first)
        };
        let masculine = stem(row[0]);
        // ولي العهد and والي عهد: the first word stands for the phrase; nouns of general use need the whole of it.
        let role = match *table.entry(&masculine) {
            Some(role) => role,
            None => {
                id += 1;
                Role { id, sort }
            }
        };
        table.entry(&masculine).get_or_insert(role);
        if row[2] != "-" {
            table.entry(&stem(row[2])).get_or_insert(role);
        }
    }
    table
});

/// The role that a folded word without article names.
pub fn role(stem: &str) -> Option<Role> {
    *ROLES.get(stem)?
}
