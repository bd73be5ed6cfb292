//! What speaks for or against a candidate.

use super::known::{anaphor, earlier, entity, profile};
use super::setting::Setting;
use super::{Candidate, Origin, Said, window};
use crate::model::{Features, combine, hash};
use crate::quotes::Draft;
use crate::quotes::context::{Class, Context};
use crate::quotes::cue::{affix, bucket};
use std::ops::Range;

/// Words inside a phrase behind its first that count.
const INSIDE: usize = 8;

/// Fills `bag` with what speaks for or against a candidate.
///
/// `last` is the candidate that the bag was filled for before, if any of the same quote: of phrases that start at the
/// same word only what their ends change is added anew.
pub fn features(
    context: &Context,
    draft: &Draft,
    setting: &Setting,
    said: &[Said],
    c: &Candidate,
    last: Option<&Candidate>,
    bag: &mut impl Features,
) {
    let alike = last.filter(|last| last.is_phrase() && c.is_phrase() && last.origin == c.origin);
    let alike = alike.and_then(|last| last.tokens.as_ref()).zip(c.tokens.as_ref()).filter(|(a, b)| a.start == b.start);
    match alike {
        Some(_) => bag.rewind(),
        None => {
            bag.clear();
            bag.salt(20 + c.origin as u32);
            beginning(context, draft, setting, window(said), c, bag);
        }
    }
    let Some(tokens) = &c.tokens else { return };
    let first = tokens.start + 1;
    let from = alike.map_or(first, |(last, _)| last.end.max(first));
    for j in from..tokens.end.min(first + INSIDE) {
        bag.add(106, context.cluster(j, 1), 0);
        bag.add(107, context.word(j), 0);
        bag.add(108, context.prefix(j, 1), context.class(j) as u32);
    }
    bag.mark();
    end(context, draft, setting, c, tokens, bag);
}

/// Adds what does not depend on where a phrase ends.
fn beginning(context: &Context, draft: &Draft, s: &Setting, said: &[Said], c: &Candidate, bag: &mut impl Features) {
    let (kind, rank) = (c.kind(context), c.rank as u32);
    let after_empty = u32::from(s.after.is_empty());
    bag.add(0, kind, 0);
    bag.add(1, rank.min(6), kind);
    bag.add(2, s.form, s.beside);
    bag.add(3, s.form, rank.min(6));
    bag.add(4, s.agreement, kind);
    bag.add(5, s.lemma, kind);
    bag.add(6, s.next, kind);
    bag.add(7, s.direction, s.form);
    bag.add(8, after_empty, s.form);
    bag.add(9, combine(70, s.beside, s.form), kind);
    bag.add(12, s.noun, kind);
    bag.add(13, s.noun, combine(72, s.beside, rank.min(3)));
    bag.add(10, context.marks.around[draft.cue].min(1), kind);
    bag.add(11, bucket(s.before.len()), s.form);
    let profile = profile(context, c);
    bag.add(160, profile, s.agreement);
    bag.add(161, profile, combine(88, s.agreement, s.form));
    bag.add(162, profile, s.noun);
    bag.add(163, profile, s.phrase_head);
    bag.add(164, profile, s.lemma);
    bag.add(165, profile, combine(89, s.noun, rank.min(3)));
    bag.add(140, s.lemma, combine(83, rank.min(3), after_empty));
    bag.add(141, s.names_after, combine(84, s.form, kind));
    bag.add(142, s.names_before, combine(85, s.form, after_empty));
    bag.add(150, s.names_before, combine(86, s.names_after, kind));
    if let Some(tokens) = &c.tokens {
        start(context, draft, s, c, tokens.start, bag);
    }
    if let Some(noun) = c.anaphor {
        anaphor(context, draft, s, c, noun, bag);
    }
    // What stands beside the cue speaks for or against those who are named elsewhere.
    let first = if s.after.is_empty() { usize::MAX } else { s.after.start };
    bag.add(110, context.cluster(first, 0), s.form);
    bag.add(111, context.cluster(first, 1), kind);
    bag.add(112, context.cluster(first, 2), 0);
    bag.add(113, context.word(first), 0);
    bag.add(114, bucket(s.after.len()), combine(78, s.form, s.beside));
    if let Some(id) = c.entity {
        entity(context, s, said, c, id, bag);
    }
    if c.origin == Origin::Earlier {
        earlier(context, draft, s, said, c, bag);
    }
}

/// Adds what stands where the candidate starts.
fn start(context: &Context, draft: &Draft, s: &Setting, c: &Candidate, start: usize, bag: &mut impl Features) {
    let class = |j: usize| context.class(j) as u32;
    let kind = c.kind(context);
    let prior = start.wrapping_sub(1);
    let mention = context.mention_at(start);
    // A name behind ل or ب is whom it was said to or where, not who said it.
    let cut = match mention {
        Some(m) => m.start.saturating_sub(context.doc.tokens[m.tokens.start].start as usize),
        None => c.cut,
    };
    let clitic = match context.doc.fold(start).get(..cut.min(2)) {
        Some("و" | "ف") => 1,
        Some(clitic) if cut > 0 => hash(clitic),
        _ => 0,
    };
    bag.add(85, sure(context, start), kind);
    bag.add(22, clitic, kind);
    bag.add(23, class(prior), kind);
    bag.add(24, context.word(prior), 0);
    bag.add(28, context.head(start), 0);
    bag.add(166, context.head(start), s.agreement);
    bag.add(167, context.head(start), s.form);
    bag.add(31, u32::from(start == s.after.start), s.form);
    bag.add(33, u32::from(start == s.before.start), kind);
    if s.before.contains(&start) {
        let offset = bucket(start - s.before.start);
        bag.add(143, offset, s.form);
        bag.add(144, offset, class(s.before.start));
        bag.add(145, offset, context.prefix(s.before.start, 1));
        bag.add(149, offset, context.cluster(s.before.start, 1));
    }
    bag.add(146, class(prior), combine(87, class(prior.wrapping_sub(1)), kind));
    bag.add(147, context.word(prior), s.form);
    bag.add(37, context.prefix(start, 2), s.form);
    bag.add(38, affix(context.doc.fold(start), 1, true), s.agreement);
    bag.add(39, context.stem(prior), s.form);
    let noun = context.noun(start) as u32;
    bag.add(53, noun, s.form);
    bag.add(55, context.noun(prior) as u32, kind);
    bag.add(58, u32::from(context.doc.fold(start).ends_with('ه')), combine(74, s.agreement, noun));
    bag.add(94, context.cluster(start, 0), s.form);
    bag.add(101, context.cluster(prior, 1), s.form);
    bag.add(102, context.cluster(prior, 1), context.cluster(start, 0));
    bag.add(103, s.lemma, context.word(prior));
    bag.add(43, u32::from(context.marks.around[start] != context.marks.around[draft.cue]), kind);
    // The phrase right before a name: its role, or what it belongs to.
    bag.add(44, context.head(prior), kind);
    bag.add(47, u32::from(context.sentence[start] != context.sentence[draft.cue]), kind);
    if matches!(c.origin, Origin::Recent | Origin::Ahead | Origin::Called | Origin::Antecedent) {
        let back = context.sentence[draft.cue].saturating_sub(context.sentence[start]);
        bag.add(49, bucket(back as usize), kind);
        let own = context.sentence_tokens(start);
        bag.add(50, bucket(start - own.start), kind);
        bag.add(51, u32::from(s.after.is_empty()), s.agreement);
    }
}

/// How sure the name at a token is, in tenths: an unsure one yields to the phrase around it.
fn sure(context: &Context, token: usize) -> u32 {
    context.mention_at(token).map_or(11, |m| (m.score * 10.0) as u32)
}

/// Adds what depends on where the candidate ends.
fn end(
    context: &Context,
    draft: &Draft,
    s: &Setting,
    c: &Candidate,
    &Range { start, end }: &Range<usize>,
    bag: &mut impl Features,
) {
    let class = |j: usize| context.class(j) as u32;
    let kind = c.kind(context);
    let noun = context.noun(start) as u32;
    let length = bucket(end - start);
    // A phrase that holds the cue itself is as far as can be.
    let gap = if start > draft.cue { start - draft.cue - 1 } else { draft.cue.checked_sub(end).unwrap_or(usize::MAX) };
    let between = if start > draft.cue { draft.cue + 1..start } else { end..draft.cue };
    bag.add(86, sure(context, start), length);
    bag.add(20, bucket(gap), kind);
    bag.add(21, bucket(gap), s.form);
    bag.add(25, class(end), length);
    bag.add(26, class(end), class(end - 1));
    bag.add(27, context.word(end), 0);
    bag.add(29, class(start), class(end - 1));
    bag.add(30, length, class(start));
    bag.add(32, u32::from(end == s.after.end), kind);
    let (mut commas, mut cues, mut names) = (0, 0, 0);
    for j in between.clone() {
        commas += u32::from(context.class(j) == Class::Comma);
        cues += u32::from(context.cue_score[j] > 0.5);
        names += u32::from(context.mention[j] != 0);
    }
    bag.add(34, commas.min(3), kind);
    bag.add(35, cues.min(3), kind);
    bag.add(36, names.min(3), kind);
    bag.add(52, noun, combine(73, length, class(end)));
    bag.add(54, noun, bucket(gap));
    let held = context.kinds_in(&(start..end));
    let holds_name = (start..end).any(|j| context.mention[j] != 0);
    bag.add(56, held, noun);
    bag.add(57, held, length);
    bag.add(40, u32::from(holds_name), length);
    bag.add(41, u32::from(holds_name), class(end));
    // How the phrase fills the room beside the cue, and what its words are like in raw news.
    let fills = u32::from(start == s.after.start) | u32::from(end == s.after.end) << 1;
    bag.add(90, fills, s.form);
    bag.add(91, fills, s.beside);
    bag.add(92, fills, s.agreement);
    bag.add(93, combine(77, fills, length), kind);
    bag.add(95, context.cluster(start, 1), fills);
    bag.add(96, context.cluster(start, 2), bucket(gap));
    bag.add(97, context.cluster(end - 1, 0), class(end));
    bag.add(98, context.cluster(end - 1, 1), 0);
    bag.add(99, context.cluster(end, 1), class(end - 1));
    bag.add(100, context.cluster(end, 2), 0);
    bag.add(104, s.lemma, bucket(gap));
    for j in start + 1..end.min(start + 1 + INSIDE) {
        bag.add(105, class(j), fills);
    }
    bag.flag(42, draft.content.start <= start && end <= draft.content.end);
    bag.add(45, class(end), class(end + 1));
    bag.add(46, u32::from(end < s.after.end && context.mention[end] != 0), c.origin as u32);
    if matches!(c.origin, Origin::NameAfter | Origin::NameBefore) && gap <= 6 {
        let pattern = between.clone().fold(3, |h, j| combine(71, h, class(j)));
        bag.add(48, pattern, kind);
        let pattern = between.fold(3, |h, j| combine(76, h, context.noun(j) as u32));
        bag.add(59, pattern, kind);
    }
}
