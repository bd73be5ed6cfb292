//! Speakers: what stands around the cue (`setting`), who may have said it (`candidates`), what speaks for each of them
//! (`features`, `known`), and the choice.

mod candidates;
mod features;
mod known;
mod name;
mod setting;

pub use candidates::candidates;
pub use features::features;
pub use name::Name;
pub use setting::Setting;
pub(super) use setting::agreement;

use super::context::Context;
use super::{Draft, Via};
use crate::lexicon::nouns::{self, Noun};
use crate::model::hash;
use crate::morph::head;
use crate::source::fold;
use std::borrow::Cow;
use std::ops::Range;

/// Where a candidate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Origin {
    /// A name between cue and content, or behind a cue that follows its content.
    NameAfter,
    /// A noun phrase there.
    PhraseAfter,
    /// A name before the cue in its sentence.
    NameBefore,
    /// A noun phrase there.
    PhraseBefore,
    /// The speaker of an earlier quote.
    Earlier,
    /// A name of an earlier sentence.
    Recent,
    /// A name of the text below the headline, for a headline.
    Ahead,
    /// A name that the text calls by the noun beside the cue: "الوزير" for "وزير … فلان".
    Called,
    /// The holder of the office beside the cue.
    Holder,
    /// An earlier noun phrase with the head of the one beside the cue: "الدراسة" for "دراسة أسترالية".
    Antecedent,
    /// Nobody.
    Nobody,
}

/// Somebody who may have said it.
#[derive(Clone, Debug)]
pub struct Candidate<'d> {
    /// Where it comes from.
    pub origin: Origin,
    /// The tokens that name it, where it stands beside the cue.
    pub tokens: Option<Range<usize>>,
    /// The fullest name.
    pub name: Cow<'d, str>,
    /// The entity, where it is one.
    pub entity: Option<usize>,
    /// How far back: quotes for earlier speakers, names for recent ones.
    pub rank: usize,
    /// Folded bytes of a phrase's first token that are clitics before it.
    pub cut: usize,
    /// The noun beside the cue that it would explain.
    pub anaphor: Option<usize>,
}

/// Who spoke before: the speakers of the quotes so far.
#[derive(Clone, Debug)]
pub struct Said {
    /// The name.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<usize>,
    /// The draft.
    pub draft: Draft,
}

/// Of the quotes before only so many count, which keeps the time linear.
const WINDOW: usize = 40;
/// Names and phrases are looked for so many tokens around the cue.
const REACH: usize = 26;

/// The quotes before that count.
fn window(said: &[Said]) -> &[Said] {
    &said[said.len().saturating_sub(WINDOW)..]
}

/// The tokens behind the cue in which a speaker may stand.
fn zone_after(context: &Context, draft: &Draft) -> Range<usize> {
    let start = draft.cue + 1;
    if draft.before {
        let end = context.sentence_tokens(draft.cue).end;
        return start..end.min(start + REACH).max(start);
    }
    let mut end = draft.content.start.max(start);
    // The "that", colon or mark before the content is no part of the zone.
    while end > start && (context.is_that(end - 1) || !context.is_wordlike(end - 1)) {
        end -= 1;
    }
    start..end.min(start + REACH)
}

/// The tokens before the cue in which a speaker may stand.
fn zone_before(context: &Context, draft: &Draft) -> Range<usize> {
    let sentence = context.sentence_tokens(draft.cue);
    let mut start = sentence.start;
    if draft.before {
        start = draft.content.end.clamp(start, draft.cue);
    }
    start.max(draft.cue.saturating_sub(REACH))..draft.cue
}

impl Candidate<'_> {
    /// The kind of its entity as a number, 9 where it is none.
    fn kind(&self, context: &Context) -> u32 {
        self.entity.map_or(9, |e| context.entities.get(e).map_or(9, |e| e.kind as u32))
    }

    /// Whether it is a noun phrase beside the cue.
    fn is_phrase(&self) -> bool {
        matches!(self.origin, Origin::PhraseAfter | Origin::PhraseBefore)
    }

    /// The bytes that name it, clitics before them left out, where it stands beside the cue.
    pub fn span(&self, context: &Context) -> Option<Range<usize>> {
        let tokens = self.tokens.as_ref()?;
        let bytes = context.doc.bytes(tokens);
        let named = context.mention_at(tokens.start).filter(|_| self.entity.is_some());
        Some(named.map_or_else(|| context.doc.start_after(tokens.start, self.cut), |m| m.start)..bytes.end)
    }
}

/// How the speaker was found, from where it stood.
pub fn via(context: &Context, draft: &Draft, c: &Candidate) -> Via {
    match c.origin {
        Origin::NameAfter | Origin::PhraseAfter | Origin::NameBefore | Origin::PhraseBefore => Via::Named,
        Origin::Nobody => Via::None,
        Origin::Called | Origin::Holder | Origin::Antecedent => Via::Role,
        Origin::Earlier | Origin::Recent | Origin::Ahead => {
            match (zone_after(context, draft).is_empty(), agreement(context, draft.cue)) {
                (_, 5..) => Via::Pronoun,
                (true, _) => Via::Elided,
                (false, _) => Via::Role,
            }
        }
    }
}

/// The best of `candidates` by their `scores`, with the fullest name that the text has for it.
pub fn pick<'d>(context: &Context<'d>, candidates: &mut Vec<Candidate<'d>>, scores: &[f32]) -> Candidate<'d> {
    // There is always a candidate: nobody.
    let at = choose(candidates, scores).unwrap_or(candidates.len() - 1);
    let mut chosen = candidates.swap_remove(at);
    if let Some((entity, name)) = fullest(context, &chosen.name) {
        (chosen.entity, chosen.name) = (Some(entity), name.into());
    }
    chosen
}

/// How much a candidate's own weight counts where others share its support.
const TIE: f32 = 1e-3;
/// Candidates whose score is this much below the best one have no say.
const MARGIN: f32 = 5.0;

/// The index of the candidate whose name is the likeliest to be right: what speaks for the others that name the same one
/// speaks for it, too (decoding for least risk, Goel and Byrne 2000).
fn choose(candidates: &[Candidate], scores: &[f32]) -> Option<usize> {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let near: Vec<(usize, f32, Name)> = (0..scores.len())
        .filter(|&i| scores[i] > top - MARGIN)
        .map(|i| (i, (scores[i] - top).exp(), Name::new(&candidates[i].name)))
        .collect();
    let support = |(i, own, name): &(usize, f32, Name)| {
        let entity = candidates[*i].entity;
        let alike = near
            .iter()
            .filter(|(j, _, other)| name.is_same(other) || entity.is_some() && entity == candidates[*j].entity);
        // Of those who share it all, the likeliest itself.
        alike.map(|(_, weight, _)| weight).sum::<f32>() + TIE * own
    };
    near.iter().map(|c| (c.0, support(c))).reduce(|a, b| if b.1 > a.1 { b } else { a }).map(|c| c.0)
}

/// The fullest name of whom a short one stands for: the only person of the text whose last word is that of `name`,
/// where `name` is a single word or a title and a word. Such names are often taken for places or bodies.
fn fullest<'d>(context: &Context<'d>, name: &str) -> Option<(usize, &'d str)> {
    let mut words = name.split_whitespace();
    let last = match (words.next()?, words.next(), words.next()) {
        (only, None, _) => only,
        (title, Some(last), None) if matches!(nouns::of(hash(head(&fold(title)))), Noun::Role | Noun::Honorific) => {
            last
        }
        _ => return None,
    };
    let last = fold(last);
    match context.by_last_word.get(&hash(&last))?[..] {
        [entity] => Some((entity, context.full_name(entity))),
        _ => None,
    }
}
