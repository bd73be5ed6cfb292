//! What the rest of the text says of a candidate: what it is, what it is called, what it said before.

use super::setting::{Setting, agreement};
use super::{Candidate, Said};
use crate::lexicon::nouns;
use crate::mention::Kind;
use crate::model::{Features, combine, hash};
use crate::morph::head;
use crate::quotes::Draft;
use crate::quotes::context::{Class, Context};
use crate::quotes::cue::bucket;
use crate::source::fold;

/// How a folded word ends, as far as that tells gender and number.
fn ending(word: &str) -> u32 {
    match word {
        _ if word.ends_with('ه') => 1,
        _ if word.ends_with("ات") => 2,
        _ if word.ends_with("ون") || word.ends_with("ين") => 3,
        _ if word.ends_with("وا") || word.ends_with("اء") => 4,
        _ => 0,
    }
}

/// What a candidate is, as verbs agree with it and nouns stand for it.
pub(super) fn profile(context: &Context, c: &Candidate) -> u32 {
    match (c.entity.and_then(|e| Some((e, context.entities.get(e)?.kind))), &c.tokens) {
        (Some((e, Kind::Person)), _) => 1 + context.gender(e),
        (Some((_, kind)), _) => {
            let first = c.name.split_whitespace().next().unwrap_or("");
            10 + 8 * kind as u32 + ending(&fold(first))
        }
        (None, Some(tokens)) => {
            let start = tokens.start;
            200 + 8 * context.noun(start) as u32 + ending(context.doc.fold(start))
        }
        (None, None) if c.name.is_empty() => 0,
        (None, None) => {
            let first = fold(c.name.split_whitespace().next().unwrap_or(""));
            200 + 8 * nouns::of(hash(head(&first))) as u32 + ending(&first)
        }
    }
}

/// Adds what speaks for or against the noun beside the cue standing for a candidate.
pub(super) fn anaphor(
    context: &Context,
    draft: &Draft,
    s: &Setting,
    c: &Candidate,
    noun: usize,
    bag: &mut impl Features,
) {
    let kind = c.kind(context);
    let gap = noun.abs_diff(draft.cue);
    bag.add(120, context.noun(noun) as u32, bucket(gap));
    bag.add(121, bucket(gap), s.form);
    bag.add(122, context.head(noun), kind);
    bag.add(123, u32::from(noun > draft.cue), combine(81, s.form, s.beside));
    bag.add(124, context.cluster(noun, 1), kind);
    bag.add(125, context.class(noun.wrapping_sub(1)) as u32, bucket(gap));
    bag.add(126, u32::from(context.doc.fold(noun).starts_with("ال")), context.noun(noun) as u32);
    let ahead = c.tokens.as_ref().is_some_and(|t| t.start > draft.cue);
    bag.add(127, u32::from(ahead), context.noun(noun) as u32);
}

/// Adds what the text says of a candidate that is an entity.
pub(super) fn entity(
    context: &Context,
    s: &Setting,
    said: &[Said],
    c: &Candidate,
    entity: usize,
    bag: &mut impl Features,
) {
    let (kind, o, after_empty) = (c.kind(context), c.origin as u32, u32::from(s.after.is_empty()));
    let count = context.entities.get(entity).map_or(0, |e| e.mentions.len());
    bag.add(60, bucket(count), kind);
    bag.flag(61, said.iter().any(|x| x.entity == c.entity));
    // What the text calls this one elsewhere, against the phrase beside the cue: "الوزير" and "وزير … فلان".
    let first = context.entities.get(entity).map_or("", |e| e.name.split(' ').next().unwrap_or(""));
    bag.add(65, s.agreement, combine(75, kind, first.chars().next_back().map_or(0, |c| c as u32)));
    let beside = context.beside_cues(entity);
    bag.add(130, context.gender(entity), s.agreement);
    bag.add(131, context.gender(entity), combine(82, s.form, s.agreement));
    bag.add(66, beside.min(5), o);
    bag.add(67, beside.min(5), kind);
    bag.add(68, beside.min(5), combine(79, s.form, after_empty));
    bag.add(69, beside.min(5), s.beside);
    let matches = s.heads.iter().filter(|h| context.is_called(entity, **h)).count().min(3) as u32;
    bag.add(62, matches, o);
    bag.add(63, u32::from(context.is_called(entity, s.phrase_head)), s.beside);
    bag.add(64, u32::from(context.is_called(entity, s.phrase_head)), kind);
}

/// Adds how and where a candidate spoke before.
pub(super) fn earlier(
    context: &Context,
    draft: &Draft,
    s: &Setting,
    said: &[Said],
    c: &Candidate,
    bag: &mut impl Features,
) {
    let after_empty = u32::from(s.after.is_empty());
    let last = said.iter().rev().find(|x| x.name == c.name);
    if let Some(last) = last {
        let gap = context.sentence[draft.cue].saturating_sub(context.sentence[last.draft.cue]);
        bag.add(70, gap.min(6), s.form);
        bag.add(71, gap.min(6), after_empty);
        bag.add(148, gap.min(3), s.lemma);
        bag.add(72, u32::from(last.draft.content.contains(&draft.cue)), s.form);
        bag.add(73, gap.min(3), s.beside);
        let same_paragraph = context.paragraph[draft.cue] == context.paragraph[last.draft.cue];
        bag.add(74, u32::from(same_paragraph), s.form);
        let nested = said.iter().any(|x| x.draft.cue != last.draft.cue && x.draft.content.contains(&last.draft.cue));
        bag.add(81, u32::from(nested), s.form);
        bag.add(82, u32::from(nested), gap.min(2));
        let turns = said.iter().filter(|x| x.name == c.name).count();
        bag.add(83, bucket(turns), s.form);
        bag.add(84, bucket(turns), c.rank.min(4) as u32);
        bag.add(75, s.agreement, agreement(context, last.draft.cue));
        bag.add(76, u32::from(last.draft.cue > draft.cue), 0);
        bag.add(77, context.class(draft.cue.wrapping_sub(1)) as u32, gap.min(2));
    }
    let names_between = s.before.clone().filter(|&j| context.class(j) == Class::Person).count().min(2) as u32;
    bag.add(78, names_between, s.form);
    let mut words = c.name.split_whitespace().map(fold);
    let own_head = words.next().map_or(0, |w| hash(head(&w)));
    bag.add(79, u32::from(own_head == s.phrase_head), s.beside);
    bag.add(80, u32::from(words.any(|w| s.heads.contains(&hash(head(&w))))), s.beside);
}
