//! How content goes on behind a cue and source that interrupt it.

use super::REACH;
use crate::model::Features;
use crate::quotes::context::{Class, Context};
use crate::quotes::cue::bucket;
use std::ops::Range;

/// Where content that stands before its cue may go on behind the source: "اقتصر الهدف، بحسب إيران، على …". The tokens
/// from behind the comma or dash after the source to the end of the sentence.
pub fn rest(context: &Context, cue: usize) -> Option<Range<usize>> {
    let sentence = context.sentence_tokens(cue);
    let separates = |j: &usize| matches!(context.class(*j), Class::Comma | Class::Dash | Class::Semicolon);
    let comma = (cue + 1..sentence.end.min(cue + REACH)).find(separates)?;
    let start = (comma + 1..sentence.end).find(|&j| context.is_wordlike(j))?;
    // It ends with the sentence or before the next cue that a comma or a conjunction sets off.
    let next = (start..sentence.end).find(|&j| {
        context.cue_score[j] > 0.5 && (context.class(j - 1) == Class::Comma || context.doc.fold(j).starts_with('و'))
    });
    let end = context.last_solid(start..next.unwrap_or(sentence.end).max(start + 1)) + 1;
    (end > start).then_some(start..end)
}

/// Fills `bag` with what speaks for or against `rest` as a second part of the content `first`.
pub fn rest_features(
    context: &Context,
    cue: usize,
    first: &Range<usize>,
    rest: &Range<usize>,
    bag: &mut impl Features,
) {
    bag.clear();
    bag.salt(50);
    let class = |j: usize| context.class(j) as u32;
    let t = rest.start;
    let finite = first.clone().any(|j| matches!(context.doc.fold(j).as_bytes(), [0xD9, 0x8A, ..] | [0xD8, 0xAA, ..]));
    bag.add(0, 0, 0);
    bag.add(1, bucket(first.len()), 0);
    bag.add(2, class(t), 0);
    bag.add(3, class(t), bucket(first.len()));
    bag.add(4, context.word(t), 0);
    bag.add(5, context.cluster(t, 0), 0);
    bag.add(6, context.cluster(t, 1), 0);
    bag.add(7, (context.cue_score[t] * 4.0).ceil() as u32, 0);
    bag.add(8, context.prefix(t, 1), 0);
    bag.add(9, bucket(rest.len()), 0);
    bag.add(10, class(cue.wrapping_sub(1)), 0);
    bag.add(11, class(t - 1), class(cue.wrapping_sub(1)));
    bag.add(12, u32::from(finite), bucket(first.len()));
    bag.add(13, class(first.start), bucket(first.len()));
    bag.add(14, bucket(t - cue), 0);
    bag.flag(15, rest.clone().any(|j| context.cue_score[j] > 0.5));
}
