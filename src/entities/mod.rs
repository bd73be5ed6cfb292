//! Entities: which mentions are the same person, body, place or thing.

use crate::mention::{Kind, Mention};
use crate::segment::Document;

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
    /// An English gloss.
    pub gloss: Option<String>,
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
                code: None,
                role: None,
            }),
        }
    }
    entities
}
