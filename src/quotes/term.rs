//! Terms: names, titles and scare quotes in marks, told from what somebody said.

use super::context::Context;
use super::cue::bucket;
use super::marks::Marked;
use crate::model::Features;

/// How a marked stretch lies to the contents of the quotes found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// It is the whole content of a quote.
    pub whole: bool,
    /// It starts where content starts.
    pub starts: bool,
    /// It ends where content ends.
    pub ends: bool,
    /// It lies inside content.
    pub inside: bool,
}

/// Fills `bag` with what speaks for `marked` as a term and against it as speech.
pub fn features(context: &Context, marked: &Marked, place: Place, bag: &mut impl Features) {
    bag.clear();
    let Marked { open, inner, closed } = marked;
    let class = |j: usize| context.class(j) as u32;
    let before = |n: usize| open.checked_sub(n).unwrap_or(usize::MAX);
    let length = bucket(inner.len());
    let named = inner.clone().filter(|&j| context.mention[j] != 0).count();
    let share = (named * 3).div_ceil(inner.len()) as u32;
    let whole_name = named == inner.len() && context.mention[inner.start] == context.mention[inner.end - 1];
    let where_ = u32::from(place.whole)
        | u32::from(place.starts) << 1
        | u32::from(place.ends) << 2
        | u32::from(place.inside) << 3;
    bag.add(0, 0, 0);
    bag.add(1, where_, 0);
    bag.add(2, length, where_);
    bag.add(3, share, where_);
    bag.add(4, length, share);
    bag.add(5, u32::from(whole_name), where_);
    bag.add(6, class(before(1)), where_);
    bag.add(7, context.word(before(1)), 0);
    bag.add(8, context.stem(before(1)), 0);
    bag.add(9, class(before(1)), length);
    bag.add(10, class(inner.end + 1), where_);
    bag.add(11, class(inner.end + 1), length);
    bag.add(12, class(inner.start), length);
    bag.add(13, context.word(inner.start), 0);
    bag.add(14, context.prefix(inner.start, 2), length);
    bag.add(15, u32::from(*closed), where_);
    bag.add(16, u32::from(context.marks.around[*open] != 0), where_);
    bag.add(17, context.word(before(2)), context.word(before(1)));
    bag.add(18, class(inner.end - 1), length);
    bag.add(19, context.role(*open), where_);
    let verbs = inner.clone().filter(|&j| context.cue[j].is_some()).count().min(2);
    bag.add(20, verbs as u32, length);
    bag.add(21, u32::from(context.cue_score[open.saturating_sub(1)] > 0.5), length);
    let sentence = context.sentence_tokens(*open);
    let cue_before = (sentence.start..*open).rev().take(12).any(|j| context.cue_score[j] > 0.5);
    bag.add(22, u32::from(cue_before), where_);
    let foreign = inner.clone().all(|j| class(j) == super::context::Class::Foreign as u32);
    bag.flag(23, foreign);
}
