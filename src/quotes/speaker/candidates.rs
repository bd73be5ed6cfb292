//! Who may have said it: names and phrases beside the cue, earlier speakers, and whom a noun beside it stands for.

use super::{Candidate, Origin, Said, window, zone_after, zone_before};
use crate::entities;
use crate::lexicon::nouns::Noun;
use crate::mention::Kind;
use crate::names;
use crate::quotes::Draft;
use crate::quotes::context::{Class, Context};
use crate::segment::TokenKind;
use std::borrow::Cow;
use std::ops::Range;

/// So many earlier speakers and recent names are weighed.
const MEMORY: usize = 5;
/// Named ones are looked for among so many mentions before the cue.
const LOOK_BACK: usize = 60;
/// Holders of offices are looked for in texts of at most so many tokens: in any article, but in no book, for the look-up
/// goes through all entities.
const LONGEST_ARTICLE: usize = 20_000;
/// Noun phrases of at most so many starts are weighed on either side of the cue.
const STARTS: usize = 6;
/// The longest noun phrase without a name, in tokens.
const LONGEST_PHRASE: usize = 9;

fn is_speaking_kind(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Place)
}

impl<'d> Candidate<'d> {
    /// One of whom no words beside the cue are taken.
    fn absent(origin: Origin, name: Cow<'d, str>, entity: Option<usize>, rank: usize) -> Self {
        Candidate { origin, tokens: None, name, entity, rank, cut: 0, anaphor: None }
    }

    /// The entity of a mention, with the mention's own tokens.
    fn named(context: &Context<'d>, origin: Origin, mention: usize, rank: usize) -> Self {
        let entity = context.owner[mention];
        let name = Cow::Borrowed(context.full_name(entity));
        let tokens = Some(context.mentions[mention].tokens.clone());
        Candidate { tokens, ..Candidate::absent(origin, name, Some(entity), rank) }
    }

    /// A phrase as it stands in the text, but for folded bytes that are clitics before it.
    fn phrase(context: &Context<'d>, origin: Origin, tokens: Range<usize>, cut: usize, rank: usize) -> Self {
        let bytes = context.doc.start_after(tokens.start, cut)..context.doc.tokens[tokens.end - 1].end as usize;
        let name = Cow::Borrowed(&context.doc.text[bytes]);
        Candidate { tokens: Some(tokens), cut, ..Candidate::absent(origin, name, None, rank) }
    }
}

/// All candidates for the speaker of `draft`.
pub fn candidates<'d>(context: &Context<'d>, draft: &Draft, said: &[Said], out: &mut Vec<Candidate<'d>>) {
    out.clear();
    let said = window(said);
    let (after, before) = (zone_after(context, draft), zone_before(context, draft));
    for (zone, name_origin, phrase_origin) in [
        (after.clone(), Origin::NameAfter, Origin::PhraseAfter),
        (before.clone(), Origin::NameBefore, Origin::PhraseBefore),
    ] {
        let mut rank = 0;
        let mut i = zone.start;
        while i < zone.end {
            let Some(number) = context.mention[i].checked_sub(1) else {
                i += 1;
                continue;
            };
            let mention = &context.mentions[number as usize];
            if is_speaking_kind(mention.kind) && mention.tokens.start >= zone.start {
                out.push(Candidate::named(context, name_origin, number as usize, rank));
                rank += 1;
            }
            i = mention.tokens.end.max(i + 1);
        }
        phrases(context, &zone, phrase_origin, out);
    }
    let mut seen: Vec<&str> = Vec::new();
    for (rank, earlier) in said.iter().rev().enumerate().take(3 * MEMORY) {
        if earlier.name.is_empty() || seen.contains(&earlier.name.as_str()) {
            continue;
        }
        seen.push(&earlier.name);
        out.push(Candidate::absent(Origin::Earlier, Cow::Owned(earlier.name.clone()), earlier.entity, rank));
        if seen.len() == MEMORY {
            break;
        }
    }
    let first = context.mentions.partition_point(|m| m.tokens.start < before.start);
    latest(context, Origin::Recent, (0..first).rev().take(4 * MEMORY), |e| !context.is_person(e), out);
    latest(context, Origin::Recent, (0..first).rev().take(8 * MEMORY), |e| context.is_person(e), out);
    if context.paragraph[draft.cue] == 0 {
        let body = context.mentions.partition_point(|m| context.paragraph[m.tokens.start] == 0);
        latest(context, Origin::Ahead, body..context.mentions.len().min(body + 3 * MEMORY), |_| true, out);
    }
    for start in anaphors(context, &after, &before).into_iter().flatten() {
        let from = out.len();
        holder(context, start, out);
        called(context, start, first, out);
        antecedents(context, start, out);
        out[from..].iter_mut().for_each(|c| c.anaphor = Some(start));
    }
    out.push(Candidate::absent(Origin::Nobody, Cow::Borrowed(""), None, 0));
}

/// Whether the article, or what looks like it, is anywhere in a folded word.
fn holds_article(folded: &str) -> bool {
    const ARTICLE: &[u8] = "ال".as_bytes();
    folded.as_bytes().windows(ARTICLE.len()).any(|bytes| bytes == ARTICLE)
}

/// The nouns beside the cue that may stand for somebody named elsewhere: a definite one, or a role; first the likeliest.
fn anaphors(context: &Context, after: &Range<usize>, before: &Range<usize>) -> [Option<usize>; 3] {
    let noun = |i: &usize| {
        let i = *i;
        context.mention[i] == 0
            && (context.class(i) == Class::Definite
                || matches!(context.class(i), Class::Word | Class::Cue)
                    && (context.noun(i) != Noun::Other || holds_article(context.doc.fold(i))))
    };
    let verb_first = after.clone().take(2).find(noun);
    let best = verb_first.or_else(|| before.clone().rev().take(4).filter(noun).min());
    // Farther ones only where they name an office, a source or a body.
    let mut listed = before
        .clone()
        .rev()
        .filter(|&i| context.mention[i] == 0 && Some(i) != best)
        .filter(|&i| !matches!(context.noun(i), Noun::Other | Noun::Honorific | Noun::Kin));
    [best, listed.next(), listed.next()]
}

/// The holder of the office that the phrase at `start` names.
fn holder<'d>(context: &Context<'d>, start: usize, out: &mut Vec<Candidate<'d>>) {
    if context.doc.len() > LONGEST_ARTICLE {
        return;
    }
    let end = (start + 1..context.doc.len().min(start + LONGEST_PHRASE))
        .find(|&j| !context.is_wordlike(j) || context.is_that(j) || context.cue_score[j] > 0.5);
    let phrase = start..end.unwrap_or(start + 1);
    if let Some(entity) = entities::holder(context.doc, context.mentions, context.entities, &phrase) {
        let name = Cow::Borrowed(context.full_name(entity));
        out.push(Candidate::absent(Origin::Holder, name, Some(entity), 0));
    }
}

/// Names before token `first_mention` that the text calls by the noun at `start`, the latest first.
fn called<'d>(context: &Context<'d>, start: usize, first_mention: usize, out: &mut Vec<Candidate<'d>>) {
    let head = context.head(start);
    // Some are named only later, most of all those of a headline.
    let later = (first_mention..context.mentions.len()).take(LOOK_BACK);
    let numbers = (0..first_mention).rev().take(LOOK_BACK).chain(later);
    latest(context, Origin::Called, numbers, |entity| context.is_called(entity, head), out);
}

/// The first few entities that can speak and that `wanted` accepts among some mentions, each once.
fn latest<'d>(
    context: &Context<'d>,
    origin: Origin,
    mentions: impl Iterator<Item = usize>,
    wanted: impl Fn(usize) -> bool,
    out: &mut Vec<Candidate<'d>>,
) {
    let mut found: Vec<usize> = Vec::new();
    for number in mentions {
        let entity = context.owner[number];
        if is_speaking_kind(context.mentions[number].kind) && !found.contains(&entity) && wanted(entity) {
            out.push(Candidate::named(context, origin, number, found.len()));
            found.push(entity);
            if found.len() == MEMORY {
                break;
            }
        }
    }
}

/// Earlier noun phrases whose head is that of the noun at `start`, the latest first.
fn antecedents<'d>(context: &Context<'d>, start: usize, out: &mut Vec<Candidate<'d>>) {
    let head = context.head(start);
    let mut rank = 0;
    for i in (start.saturating_sub(4 * LOOK_BACK)..start).rev().filter(|&i| context.head(i) == head) {
        let inside = |j: usize| {
            matches!(
                context.class(j),
                Class::Word | Class::Definite | Class::Body | Class::Place | Class::Open | Class::Close
            )
        };
        let end = (i + 1..context.doc.len().min(i + 7)).find(|&j| !inside(j)).unwrap_or(i + 1);
        let end = (i + 1..=end).rev().find(|&j| context.is_wordlike(j - 1)).unwrap_or(i + 1);
        if end == i + 1 && context.doc.fold(i).starts_with("ال") {
            continue; // As short of words as the one to be explained.
        }
        out.push(Candidate::phrase(context, Origin::Antecedent, i..end, proclitic(context, i), rank));
        rank += 1;
        if rank == MEMORY {
            break;
        }
    }
}

/// Noun phrases of a zone, the nearest to the cue first: from where a phrase may start to where it may end.
fn phrases<'d>(context: &Context<'d>, zone: &Range<usize>, origin: Origin, out: &mut Vec<Candidate<'d>>) {
    let mut starts = 0;
    let mut add = |start: usize| {
        // Once there are enough, nothing more is looked up.
        if starts == STARTS {
            return;
        }
        let cut = proclitic(context, start);
        if starts_phrase(context, zone, origin, start, cut) {
            ends(context, zone, origin, start, (cut, starts), out);
            starts += 1;
        }
    };
    match origin {
        Origin::PhraseAfter => zone.clone().for_each(&mut add),
        _ => zone.clone().rev().for_each(&mut add),
    }
}

/// Whether a noun phrase may start at a token of the zone.
fn starts_phrase(context: &Context, zone: &Range<usize>, origin: Origin, start: usize, cut: usize) -> bool {
    let noun = matches!(
        context.class(start),
        Class::Word | Class::Definite | Class::Cue | Class::Number | Class::Body | Class::Place
    ) || context.class(start) == Class::Value
        && context.mention_at(start).is_some_and(|m| m.kind == Kind::Number);
    if !noun {
        return false;
    }
    let prior = start.wrapping_sub(1);
    cut > 0
        || start == zone.start
        || !context.is_wordlike(prior)
        || context.is_that(prior)
        || matches!(
            context.class(prior),
            Class::Preposition | Class::About | Class::To | Class::On | Class::Clause | Class::Was | Class::Already
        )
        || context.mention[prior] != 0 && context.mention[prior] != context.mention[start]
        || origin == Origin::PhraseAfter && start <= zone.start + 3
        || origin == Origin::PhraseBefore && (start == zone.start + 1 || opens_clause(context, prior))
}

/// Whether a word opens a clause, as a verb does before its subject.
fn opens_clause(context: &Context, i: usize) -> bool {
    if !matches!(context.class(i), Class::Word | Class::Cue) {
        return false;
    }
    let prior = i.wrapping_sub(1);
    let joined = context.doc.fold(i).strip_prefix('و').is_some_and(|word| word.chars().count() > 2);
    joined
        || !context.is_wordlike(prior)
        || context.is_that(prior)
        || matches!(context.class(prior), Class::Clause | Class::Relative | Class::Already | Class::Was | Class::Not)
}

/// All phrases from `start` that may end in the zone.
fn ends<'d>(
    context: &Context<'d>,
    zone: &Range<usize>,
    origin: Origin,
    start: usize,
    (cut, rank): (usize, usize),
    out: &mut Vec<Candidate<'d>>,
) {
    for end in start + 1..=zone.end.min(start + LONGEST_PHRASE) {
        if !context.is_wordlike(end - 1) && context.class(end - 1) != Class::Close {
            if !matches!(context.class(end - 1), Class::Open) {
                break;
            }
            continue;
        }
        let splits_name =
            end < zone.end && context.mention[end] != 0 && context.mention[end] == context.mention[end - 1];
        if splits_name
            || context.marks.splits(&(start..end))
            || matches!(context.class(end - 1), Class::Preposition | Class::To | Class::On | Class::About)
        {
            continue;
        }
        out.push(Candidate::phrase(context, origin, start..end, cut, rank));
    }
}

/// Bytes of the folded token `i` that are clitics before a noun: those without which the news knows it better.
fn proclitic(context: &Context, i: usize) -> usize {
    if context.doc.kind(i) != Some(TokenKind::Word) || context.mention[i] != 0 {
        return 0;
    }
    let word = context.doc.fold(i);
    if word.starts_with("لل") {
        return "ل".len();
    }
    let words = names::Model::embedded().words();
    let known = |cut: usize| words.get(&word[cut..]).1;
    names::clitics::cuts(context.doc, i)
        .map(|cut| (known(cut), cut))
        .reduce(|a, b| if b.0 > a.0 { b } else { a })
        .map_or(0, |c| c.1)
}
