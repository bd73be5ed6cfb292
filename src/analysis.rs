//! The result, schema `isnad/1`: what every stage found, with offsets in UTF-16 code units of the text as given.

use crate::mention::Kind;
use crate::quotes::{Found, QuoteKind, Via};
use crate::segment::{Document, Role, TokenKind};
use crate::source::Utf16;
use crate::values::Value;
use crate::{entities, mention, values};
use serde::Serialize;
use std::ops::Range;

/// A half-open range of UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First code unit.
    pub start: u32,
    /// Code unit behind the last one.
    pub end: u32,
}

/// The whole result.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// Always `isnad/1`.
    pub schema: &'static str,
    /// What the text is written in.
    pub language: Language,
    /// Lines with their role.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences.
    pub sentences: Vec<Span>,
    /// Names and values in the order of the text.
    pub mentions: Vec<Mention>,
    /// What the mentions stand for.
    pub entities: Vec<Entity>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// Strings in quotation marks that nobody said.
    pub terms: Vec<Span>,
    /// The day of publication that relative dates were counted from, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Published>,
    /// What the reader should know about the text.
    pub warnings: Vec<Warning>,
}

/// The day of publication.
#[derive(Clone, Debug, Serialize)]
pub struct Published {
    /// ISO 8601 (`2017-01-20`).
    pub iso: String,
    /// Where the text says so; left out where the caller gave the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// The script of the text.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Language {
    /// The share of words that are in Arabic letters, 0 to 1.
    pub arabic: f64,
    /// The dominant script: `arabic`, `other`, or `none` where there are no words.
    pub script: &'static str,
}

/// A paragraph and its role.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Paragraph {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// `headline`, `body` or `furniture`.
    pub role: &'static str,
}

/// A name or value.
#[derive(Clone, Debug, Serialize)]
pub struct Mention {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// What.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The entity it stands for.
    pub entity: usize,
    /// How sure, 0 to 1, in thousandths.
    pub score: f64,
    /// What a value says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
}

/// A person, body, place or thing.
#[derive(Clone, Debug, Serialize)]
pub struct Entity {
    /// Its number, an index into `entities`.
    pub id: usize,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The fullest form in the text.
    pub name: String,
    /// Indices into `mentions`.
    pub mentions: Vec<usize>,
    /// Other forms in the text.
    pub aliases: Vec<String>,
    /// An English name or, where none is known, a romanisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<String>,
    /// Whether `gloss` is a known English name; `false` for a romanisation.
    pub known: bool,
    /// ISO 3166 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The title or office that the text gives a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Entities that speak for one another (a country and its capital), indices into `entities`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<usize>,
}

/// A quote.
#[derive(Clone, Debug, Serialize)]
pub struct Quote {
    /// Its number, an index into `quotes`.
    pub id: usize,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// The content, outermost marks left out.
    pub parts: Vec<Span>,
    /// The word that reports.
    pub cue: Option<Cue>,
    /// What the speaker does by saying it.
    pub act: &'static str,
    /// The words that name the speaker beside the cue.
    pub source: Option<Span>,
    /// Who spoke.
    pub speaker: Speaker,
    /// The outlet, occasion or addressee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medium: Option<Medium>,
    /// The quote around this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// How sure, 0 to 1, in thousandths.
    pub score: f64,
    /// Stable codes for how cue, boundary and speaker were decided.
    pub why: Vec<&'static str>,
}

/// A cue.
#[derive(Clone, Debug, Serialize)]
pub struct Cue {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Its dictionary form.
    pub lemma: String,
    /// What the speaker does by it.
    pub act: &'static str,
}

/// A speaker.
#[derive(Clone, Debug, Serialize)]
pub struct Speaker {
    /// The fullest form in the text, empty where nobody is named.
    pub name: String,
    /// Index into `entities`.
    pub entity: Option<usize>,
    /// How it was found.
    pub via: Via,
}

/// A medium.
#[derive(Clone, Debug, Serialize)]
pub struct Medium {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// Its name.
    pub name: String,
}

/// A warning.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Warning {
    /// A stable code.
    pub code: &'static str,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
}

/// A text with fewer Arabic words than this share is reported as not Arabic.
const LEAST_ARABIC: f32 = 0.5;

impl Analysis {
    /// Lays the findings of all stages into the schema.
    pub fn new(
        doc: &Document,
        mentions: Vec<mention::Mention>,
        entities: Vec<entities::Entity>,
        found: Found,
        published: Option<values::Published>,
        value_warnings: &[values::Warning],
    ) -> Analysis {
        let map = Utf16::new(doc.text);
        let span = |r: &Range<usize>| Span { start: map.offset(r.start), end: map.offset(r.end) };
        let language = language(doc);
        let mut owner = vec![0; mentions.len()];
        for (id, entity) in entities.iter().enumerate() {
            entity.mentions.iter().for_each(|&m| owner[m] = id);
        }
        let mut warnings: Vec<Warning> =
            found.warnings.iter().map(|w| Warning { code: w.code, span: span(&w.span) }).collect();
        warnings.extend(value_warnings.iter().map(|w| Warning { code: w.code, span: span(&w.span) }));
        warnings.sort_by_key(|w| w.span.start);
        if language.script != "arabic" {
            warnings.push(Warning { code: "not-arabic", span: span(&(0..doc.text.len())) });
        }
        Analysis {
            schema: "isnad/1",
            language,
            paragraphs: doc
                .paragraphs
                .iter()
                .map(|p| Paragraph {
                    span: span(&doc.bytes(&p.tokens)),
                    role: match p.role {
                        Role::Headline => "headline",
                        Role::Body => "body",
                        Role::Furniture => "furniture",
                    },
                })
                .collect(),
            sentences: doc.sentences.iter().map(|s| span(&doc.bytes(&s.tokens))).collect(),
            mentions: mentions
                .into_iter()
                .zip(owner)
                .map(|(m, entity)| Mention {
                    span: span(&(m.start..m.end)),
                    kind: m.kind,
                    entity,
                    score: thousandths(m.score),
                    value: m.value,
                })
                .collect(),
            entities: entities
                .into_iter()
                .enumerate()
                .map(|(id, e)| Entity {
                    id,
                    kind: e.kind,
                    name: e.name,
                    mentions: e.mentions,
                    aliases: e.aliases,
                    gloss: e.gloss,
                    known: e.known,
                    code: e.code,
                    role: e.role,
                    related: e.related,
                })
                .collect(),
            quotes: found
                .quotes
                .into_iter()
                .enumerate()
                .map(|(id, q)| Quote {
                    id,
                    kind: q.kind,
                    parts: q.parts.iter().map(&span).collect(),
                    cue: q.cue.map(|c| Cue { span: span(&c.span), lemma: c.lemma, act: c.act }),
                    act: q.act,
                    source: q.source.as_ref().map(&span),
                    speaker: Speaker { name: q.speaker.name, entity: q.speaker.entity, via: q.speaker.via },
                    medium: q.medium.map(|m| Medium { span: span(&m.span), name: m.name }),
                    within: q.within,
                    score: thousandths(q.score),
                    why: q.why,
                })
                .collect(),
            published: published.map(|p| Published { span: p.span.as_ref().map(&span), iso: p.iso }),
            terms: found.terms.iter().map(&span).collect(),
            warnings,
        }
    }
}

/// A share or score, rounded so that every platform's arithmetic gives the same digits.
fn thousandths(share: f32) -> f64 {
    (f64::from(share) * 1000.0).round() / 1000.0
}

fn language(doc: &Document) -> Language {
    let count = |kind| doc.tokens.iter().filter(|t| t.kind == kind).count();
    let (arabic, foreign) = (count(TokenKind::Word), count(TokenKind::Foreign));
    let all = arabic + foreign;
    let share = if all == 0 { 0.0 } else { arabic as f32 / all as f32 };
    let script = match () {
        _ if all == 0 => "none",
        _ if share >= LEAST_ARABIC => "arabic",
        _ => "other",
    };
    Language { arabic: thousandths(share), script }
}
