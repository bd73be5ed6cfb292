//! Nouns that speak or name those who speak: roles, unnamed sources, documents, media, heads of bodies.

use super::rows;
use crate::model::{HashedMap, hash};
use crate::morph::head;
use crate::source::fold;
use std::sync::LazyLock;

/// What a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Noun {
    /// Not listed.
    Other,
    /// A form of address: السيد, الدكتور.
    Honorific,
    /// An office, rank or occupation that one person holds: وزير, متحدث.
    Role,
    /// A relative: شقيق, والدة.
    Kin,
    /// Several people: شهود, نواب.
    People,
    /// An unnamed person: مصدر, مسؤول.
    Source,
    /// Something written that speaks: بيان, دراسة.
    Document,
    /// An outlet: صحيفة, وكالة.
    Media,
    /// A body or its head word: وزارة, لجنة.
    Body,
}

static NOUNS: LazyLock<HashedMap<Noun>> = LazyLock::new(|| {
    let mut map = HashedMap::default();
    let mut insert = |cell: &str, noun| {
        for word in cell.split(',').filter(|w| *w != "-") {
            let folded = fold(word);
            let first = folded.split(' ').next().unwrap_or_default();
            map.entry(hash(head(first))).or_insert(noun);
        }
    };
    for row in rows(include_str!("sources.tsv")) {
        let noun = match row[1] {
            "person" => Noun::Source,
            "people" => Noun::People,
            "document" => Noun::Document,
            "media" => Noun::Media,
            _ => Noun::Body,
        };
        insert(row[0], noun);
        insert(row[3], if noun == Noun::Source { Noun::People } else { noun });
    }
    for row in rows(include_str!("roles.tsv")) {
        let noun = match row[1] {
            "honorific" => Noun::Honorific,
            "kin" => Noun::Kin,
            "group" => Noun::People,
            _ => Noun::Role,
        };
        insert(row[0], noun);
        insert(row[2], noun);
        insert(row[3], Noun::People);
    }
    for row in rows(include_str!("org-heads.tsv")) {
        insert(row[0], Noun::Body);
    }
    map
});

/// What the noun with this hashed head (see [`head`]) stands for.
pub fn of(head: u32) -> Noun {
    NOUNS.get(&head).copied().unwrap_or(Noun::Other)
}
