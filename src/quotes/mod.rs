//! Quotes: quotation marks, cues, content, speakers, and the terms that nobody said.

mod class;
pub mod content;
pub mod context;
pub mod cue;
pub mod keep;
pub mod marks;
mod medium;
pub mod speaker;
pub mod term;
mod why;

use crate::entities::Entity;
use crate::mention::Mention;
use crate::model::LogLinear;
use crate::segment::Document;
use context::Context;
use serde::Serialize;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

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

/// The models of the stage.
pub struct Models {
    /// Which tokens are cues.
    pub cue: LogLinear,
    /// Where content starts.
    pub start: LogLinear,
    /// Where content ends.
    pub end: LogLinear,
    /// Whether content goes on behind a cue that interrupts it.
    pub rest: LogLinear,
    /// Which proposals are quotes.
    pub keep: LogLinear,
    /// Who spoke.
    pub speaker: LogLinear,
    /// Which marked stretches are terms.
    pub term: LogLinear,
}

/// A cue at least this likely is worth looking for its content.
const LEAST_CUE: f32 = 0.06;

/// A quote in the making: its cue and content as tokens.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The token that reports.
    pub cue: usize,
    /// The content, half-open.
    pub content: Range<usize>,
    /// Whether the content stands before the cue.
    pub before: bool,
    /// How sure of the start, given the cue.
    pub p_start: f32,
    /// How sure of the end, given the start.
    pub p_end: f32,
    /// How sure that it is a quote.
    pub score: f32,
}

/// Everything that may be a quote: likely cues with the best content of each, in the order of the cues.
pub fn propose(context: &Context, models: &Models) -> Vec<Draft> {
    let (mut starts, mut ends) = (models.start.scorer(), models.end.scorer());
    let mut drafts: Vec<Draft> = Vec::new();
    for cue in 0..context.doc.len() {
        if context.cue_score[cue] < LEAST_CUE {
            continue;
        }
        let Some((start, p_start)) = content::best_start(context, cue, &mut starts) else { continue };
        let Some((end, p_end)) = content::best_end(context, cue, start, &mut ends) else { continue };
        let content = start.token..end + 1;
        drafts.push(Draft { cue, content, before: start.before, p_start, p_end, score: context.cue_score[cue] });
    }
    drafts
}

/// The words that name a speaker beside the cue.
struct Source {
    tokens: Range<usize>,
    bytes: Range<usize>,
}

/// The speaker of every draft, in order, with the words that name it beside the cue.
fn speakers(context: &Context, drafts: &[Draft], model: &LogLinear) -> Vec<(Speaker, Option<Source>)> {
    let mut scorer = model.scorer();
    let (mut candidates, mut scores) = (Vec::new(), Vec::new());
    let mut said: Vec<speaker::Said> = Vec::new();
    let mut out = Vec::with_capacity(drafts.len());
    for draft in drafts {
        speaker::candidates(context, draft, &said, &mut candidates);
        let setting = speaker::Setting::new(context, draft);
        scores.clear();
        let mut last = None;
        for candidate in &candidates {
            speaker::features(context, draft, &setting, &said, candidate, last.replace(candidate), &mut scorer);
            scores.push(scorer.score());
        }
        let chosen = speaker::pick(context, &mut candidates, &scores);
        let via = speaker::via(context, draft, &chosen);
        let bytes = chosen.span(context).filter(|_| via == Via::Named);
        let source = bytes.zip(chosen.tokens).map(|(bytes, tokens)| Source { tokens, bytes });
        let name = chosen.name.into_owned();
        said.push(speaker::Said { name: name.clone(), entity: chosen.entity, draft: draft.clone() });
        out.push((Speaker { name, entity: chosen.entity, via }, source));
    }
    out
}

/// Where the contents of drafts lie, for asking of marked stretches.
pub struct Contents {
    spans: HashSet<(usize, usize)>,
    starts: HashSet<usize>,
    ends: HashSet<usize>,
    /// Starts in ascending order, each with the farthest end of all contents that start there or before.
    reach: Vec<(usize, usize)>,
}

impl Contents {
    /// Reads the drafts once.
    pub fn new(drafts: &[Draft]) -> Self {
        let mut reach: Vec<(usize, usize)> = drafts.iter().map(|d| (d.content.start, d.content.end)).collect();
        let spans = reach.iter().copied().collect();
        let starts = reach.iter().map(|r| r.0).collect();
        let ends = reach.iter().map(|r| r.1).collect();
        reach.sort_unstable();
        let mut farthest = 0;
        for (_, end) in &mut reach {
            farthest = farthest.max(*end);
            *end = farthest;
        }
        Contents { spans, starts, ends, reach }
    }

    /// How a marked stretch lies to the contents.
    pub fn place(&self, context: &Context, marked: &marks::Marked) -> term::Place {
        let (start, end) = (marked.inner.start, context.last_solid(marked.inner.clone()) + 1);
        let before = self.reach.partition_point(|r| r.0 <= marked.open);
        term::Place {
            whole: self.spans.contains(&(start, end)),
            starts: self.starts.contains(&start),
            ends: self.ends.contains(&end),
            inside: before > 0 && self.reach[before - 1].1 >= end,
        }
    }
}

/// Sorts quotes by where they start and links each to the innermost one around it.
fn nest(quotes: &mut [Quote]) {
    quotes.sort_by_key(|q| (q.parts[0].start, std::cmp::Reverse(q.parts[0].end)));
    let mut open: Vec<usize> = Vec::new();
    for i in 0..quotes.len() {
        let part = quotes[i].parts[0].clone();
        while open.last().is_some_and(|&o| quotes[o].parts[0].end <= part.start) {
            open.pop();
        }
        quotes[i].within = open.iter().rev().copied().find(|&o| part.end <= quotes[o].parts[0].end);
        open.push(i);
    }
}

/// The parts of a quote: its content, and what follows the interruption by cue and source where there is such.
fn parts(context: &Context, draft: &Draft, model: &LogLinear) -> Vec<Range<usize>> {
    let mut parts = vec![draft.content.clone()];
    let interrupts = draft.before && context.sentence[draft.cue] == context.sentence[draft.content.start];
    if let Some(rest) = content::rest(context, draft.cue).filter(|_| interrupts) {
        let mut scorer = model.scorer();
        content::rest_features(context, draft.cue, &draft.content, &rest, &mut scorer);
        if scorer.score() > 0.0 {
            parts.push(rest);
        }
    }
    parts
}

/// Direct where all of the content is marked, mixed where some of it is and is no term, else indirect.
fn kind(context: &Context, content: &Range<usize>, terms: &[bool]) -> QuoteKind {
    let mut kind = QuoteKind::Indirect;
    // Marks nest no deeper than this, so no earlier stretch reaches into the content.
    let first = context.marks.all.partition_point(|m| m.open < content.start).saturating_sub(marks::DEEPEST);
    for (marked, &is_term) in context.marks.all[first..].iter().zip(&terms[first..]) {
        if marked.open >= content.end {
            break;
        }
        if marked.inner.end <= content.start {
            continue;
        }
        let covers = marked.inner.start <= content.start && marked.inner.end >= content.end;
        if covers && marked.inner.start == content.start {
            return QuoteKind::Direct;
        }
        if !is_term && !covers {
            kind = QuoteKind::Mixed;
        }
    }
    kind
}

/// All quotes and terms in a document by the given models.
pub fn find_with(models: &Models, doc: &Document, mentions: &[Mention], entities: &[Entity]) -> Found {
    let mut warnings = Vec::new();
    let marks = marks::pair(doc, &mut warnings);
    let mut context = Context::new(doc, mentions, entities, marks);
    cue::score_all(&mut context, &models.cue);
    let drafts = keep::keep(&context, &models.keep, propose(&context, models));
    let contents = Contents::new(&drafts);
    let mut scorer = models.term.scorer();
    let terms: Vec<bool> = context
        .marks
        .all
        .iter()
        .map(|marked| {
            term::features(&context, marked, contents.place(&context, marked), &mut scorer);
            marked.closed && scorer.score() > 0.0
        })
        .collect();
    let speakers = speakers(&context, &drafts, &models.speaker);
    let mut quotes: Vec<Quote> = drafts
        .iter()
        .zip(speakers)
        .map(|(draft, (speaker, source))| {
            let found = context.cue[draft.cue];
            let act = found.map_or("say", |f| f.entry.act);
            Quote {
                kind: kind(&context, &draft.content, &terms),
                parts: parts(&context, draft, &models.rest).iter().map(|tokens| doc.bytes(tokens)).collect(),
                cue: context.is_wordlike(draft.cue).then(|| Cue {
                    span: doc.bytes(&(draft.cue..draft.cue + 1)),
                    lemma: found.map_or_else(|| doc.fold(draft.cue).to_owned(), |f| f.entry.lemma.to_owned()),
                    act,
                }),
                act,
                medium: medium::find(&context, draft, source.as_ref().map(|s| &s.tokens)),
                within: None,
                score: draft.score,
                why: why::codes(&context, draft, &speaker),
                source: source.map(|s| s.bytes),
                speaker,
            }
        })
        .collect();
    nest(&mut quotes);
    let terms = context.marks.all.iter().zip(&terms).filter(|(_, t)| **t).map(|(m, _)| doc.bytes(&m.inner)).collect();
    Found { quotes, terms, warnings }
}

/// The models that the project trained; see `xtask/train`.
static MODELS: LazyLock<Models> = LazyLock::new(|| {
    let read = |file: &[u8]| LogLinear::parse(file).expect("the embedded models are whole, as a test makes sure");
    Models {
        cue: read(include_bytes!("model/cue.bin")),
        start: read(include_bytes!("model/start.bin")),
        end: read(include_bytes!("model/end.bin")),
        rest: read(include_bytes!("model/rest.bin")),
        keep: read(include_bytes!("model/keep.bin")),
        speaker: read(include_bytes!("model/speaker.bin")),
        term: read(include_bytes!("model/term.bin")),
    }
});

/// All quotes and terms in a document.
pub fn find(doc: &Document, mentions: &[Mention], entities: &[Entity]) -> Found {
    find_with(&MODELS, doc, mentions, entities)
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze};

    #[test]
    fn the_embedded_models_find_a_plain_quote() {
        let analysis = analyze("وقال وزير الخارجية إن الاجتماع كان مفيدا للطرفين.", &Options::default());
        assert_eq!(analysis.quotes.len(), 1);
        assert_eq!(analysis.quotes[0].speaker.name, "وزير الخارجية");
    }
}
