//! Entities: which mentions are the same person, body, place or thing.

use crate::mention::{Kind, Mention};
use crate::segment::Document;
use std::ops::Range;

/// One person, body, place or thing with all its mentions.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Its fullest form in the text.
    pub name: String,
    /// Indices into the mentions, ascending.
    pub mentions: Vec<usize>,
    /// Other forms in the text.
    pub aliases: Vec<String>,
    /// An English name or, where none is known, a romanisation.
    pub gloss: Option<String>,
    /// Whether the gloss is a known English name rather than a romanisation.
    pub known: bool,
    /// ISO 3166 code of a country.
    pub code: Option<String>,
    /// The title or office that the text gives a person.
    pub role: Option<String>,
}

/// Groups the mentions of a document into entities; every mention is in exactly one.
pub fn link(doc: &Document, mentions: &[Mention]) -> Vec<Entity> {
    let mut entities: Vec<Entity> = Vec::new();
    for (i, m) in mentions.iter().enumerate() {
        let name = &doc.text[m.start..m.end];
        match entities.iter_mut().find(|e| e.kind == m.kind && e.name == name) {
            Some(entity) => entity.mentions.push(i),
            None => entities.push(Entity {
                kind: m.kind,
                name: name.to_owned(),
                mentions: vec![i],
                aliases: Vec::new(),
                gloss: None,
                known: false,
                code: None,
                role: None,
            }),
        }
    }
    entities
}

/// The person or body that a noun phrase stands for in this article: the holder of an office (وزير الخارجية،
/// الرئيس السوري), a short title (الوزير، المتحدث), a short name.
///
/// `tokens` is the phrase. The answer is an index into `entities`; `None` where nobody fits or more than one would.
pub fn holder(_doc: &Document, mentions: &[Mention], entities: &[Entity], tokens: &Range<usize>) -> Option<usize> {
    let inside = mentions.iter().position(|m| m.tokens.start >= tokens.start && m.tokens.end <= tokens.end)?;
    entities.iter().position(|e| e.kind == Kind::Person && e.mentions.contains(&inside))
}
