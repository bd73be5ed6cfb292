//! Quotes: quotation marks, cues, content, speakers, and the terms that nobody said.

use crate::entities::Entity;
use crate::mention::Mention;
use crate::segment::Document;
use serde::Serialize;
use std::ops::Range;

/// How the words of a quote are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// All in quotation marks.
    Direct,
    /// Reported without marks.
    Indirect,
    /// Reported, part of it in marks.
    Mixed,
}

/// How the speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Via {
    /// Named beside the cue.
    Named,
    /// By a pronoun.
    Pronoun,
    /// By a verb whose subject is left out.
    Elided,
    /// By a title or office.
    Role,
    /// Not found.
    None,
}

/// What reports a quote.
#[derive(Clone, Debug)]
pub struct Cue {
    /// Its bytes, clitics included.
    pub span: Range<usize>,
    /// Its dictionary form.
    pub lemma: String,
    /// What the speaker does by it: say, affirm, deny …
    pub act: &'static str,
}

/// Who spoke.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// The fullest form in the text.
    pub name: String,
    /// Index into the entities.
    pub entity: Option<usize>,
    /// How it was found.
    pub via: Via,
}

/// Where or to whom something was said.
#[derive(Clone, Debug)]
pub struct Medium {
    /// Its bytes.
    pub span: Range<usize>,
    /// Its name.
    pub name: String,
}

/// Something somebody is reported to have said. All ranges are bytes of the text.
#[derive(Clone, Debug)]
pub struct Quote {
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// The content, outermost marks left out.
    pub parts: Vec<Range<usize>>,
    /// The word that reports.
    pub cue: Option<Cue>,
    /// What the speaker does by saying it.
    pub act: &'static str,
    /// The words that name the speaker beside the cue.
    pub source: Option<Range<usize>>,
    /// Who spoke.
    pub speaker: Speaker,
    /// The outlet, occasion or addressee.
    pub medium: Option<Medium>,
    /// The quote that this one stands in, an index.
    pub within: Option<usize>,
    /// How sure, 0 to 1.
    pub score: f32,
    /// Stable codes for how cue, boundary and speaker were decided.
    pub why: Vec<&'static str>,
}

/// A finding about the text that the reader should know of.
#[derive(Clone, Debug)]
pub struct Warning {
    /// A stable code, such as `unpaired-mark`.
    pub code: &'static str,
    /// Its bytes.
    pub span: Range<usize>,
}

/// What the stage finds.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Quotes in the order of the text.
    pub quotes: Vec<Quote>,
    /// Strings in quotation marks that nobody said.
    pub terms: Vec<Range<usize>>,
    /// What was repaired.
    pub warnings: Vec<Warning>,
}

/// All quotes and terms in a document.
pub fn find(_doc: &Document, _mentions: &[Mention], _entities: &[Entity]) -> Found {
    Found::default()
}
