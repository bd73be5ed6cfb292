//! Where content starts.

use super::between::Between;
use super::{REACH, opening};
use crate::model::{Features, Scorer, best, combine};
use crate::quotes::context::{Class, Context};
use crate::quotes::cue::bucket;

/// A place where content may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The first token of the content.
    pub token: usize,
    /// Whether the content stands before its cue.
    pub before: bool,
}

/// Where the content of the cue at token `cue` may start: behind it first, then before it.
pub fn starts(context: &Context, cue: usize, out: &mut Vec<Start>) {
    out.clear();
    let after = |token| Start { token, before: false };
    if context.class(cue) == Class::Open {
        out.push(after(cue + 1));
        return;
    }
    let sentence = context.sentence_tokens(cue);
    let mut limit = sentence.end;
    // "… وقال:" at the end of a line: what was said begins the next one.
    let last = context.class(sentence.end - 1);
    let next = context.class(sentence.end);
    if last == Class::Colon || next == Class::Open && sentence.end - cue < 12 {
        limit = (sentence.end + 3).min(context.doc.len());
    }
    for token in cue + 1..limit.min(cue + REACH) {
        let inside_name = context.mention[token] != 0 && context.mention[token] == context.mention[token - 1];
        if context.is_wordlike(token) && !inside_name {
            out.push(after(token));
        }
    }
    if context.class(cue) == Class::Colon {
        out.truncate(1);
        return;
    }
    // Before the cue: from the sentence's start or from behind a sign, a mark or a "that".
    let from = sentence.start.max(cue.saturating_sub(2 * REACH));
    for token in from..cue {
        let fresh = token == sentence.start
            || !context.is_wordlike(token - 1)
            || context.is_that(token - 1)
            || matches!(context.class(token), Class::Clause)
            || matches!(context.class(token - 1), Class::Clause);
        if fresh && context.is_wordlike(token) {
            out.push(Start { token, before: true });
        }
    }
    // "…". قال فلان: the quotation is a sentence of its own.
    if cue - sentence.start < 8 && sentence.start > 0 && context.class(sentence.start - 1) == Class::Close {
        let inner = context.marks.around[sentence.start - 2];
        if inner != 0 {
            out.push(Start { token: context.marks.all[inner as usize - 1].inner.start, before: true });
        }
    }
}

/// Fills `bag` with what speaks for or against `start` as the start of the content of `cue`.
pub fn start_features(context: &Context, cue: usize, start: Start, bag: &mut impl Features) {
    bag.clear();
    let t = start.token;
    let class = |j: usize| context.class(j) as u32;
    let back = |n: usize| t.checked_sub(n).unwrap_or(usize::MAX);
    let form = context.form(cue);
    let act = context.act(cue);
    let stem = context.stem(cue);
    bag.salt(u32::from(start.before));
    let (low, high) = if start.before { (t, cue) } else { (cue + 1, t) };
    let between = low..high;
    let distance = between.len();
    let Between { thats, commas, marks, names, stops, colons, cues, plain, verbs } =
        Between::new(context, low..high, t);
    let opening = opening(context, t) as u32;
    let [letter, letters] = [1, 2].map(|n| context.prefix(t, n));
    bag.add(0, 0, 0);
    bag.add(1, bucket(distance), form);
    bag.add(2, context.word(back(1)), 0);
    bag.add(3, context.word(back(1)), stem);
    bag.add(4, class(back(1)), stem);
    bag.add(5, opening, bucket(distance));
    bag.add(6, opening, class(back(2)));
    bag.add(7, thats, opening);
    bag.add(8, marks, opening);
    bag.add(9, commas, opening);
    bag.add(10, names, opening);
    bag.add(11, stops, colons);
    bag.add(12, cues, opening);
    bag.add(13, plain, opening);
    bag.add(14, class(t), class(back(1)));
    bag.add(15, context.word(t), 0);
    bag.add(16, context.word(back(2)), class(back(1)));
    bag.add(17, act, opening);
    bag.add(18, form, opening);
    bag.add(19, class(t), form);
    bag.add(20, letter, class(back(1)));
    bag.add(21, letters, form);
    bag.add(22, names, plain);
    bag.add(23, context.stem(t), stem);
    bag.add(24, letters, act);
    // What the words between are, as one pattern where they are few.
    if distance <= 6 && !start.before {
        let pattern = between.clone().fold(7, |h, j| combine(50, h, class(j)));
        bag.add(25, pattern, 0);
        bag.add(26, pattern, form);
        bag.add(27, pattern, act);
    }
    let name_ends = t > 0 && context.mention[t - 1] != 0 && context.mention[t] != context.mention[t - 1];
    bag.add(28, u32::from(name_ends), class(t));
    bag.add(29, u32::from(name_ends), letter);
    // Another "that", colon or mark further on that would explain the cue better.
    let sentence = context.sentence_tokens(cue);
    let later = (t..sentence.end.min(t + 12)).find_map(|j| match context.class(j) {
        Class::Stop | Class::Comma => Some(0),
        Class::Open => Some(2),
        Class::Colon => Some(3),
        _ if context.is_that(j) => Some(1),
        _ => None,
    });
    bag.add(30, later.unwrap_or(4), opening);
    bag.add(31, later.unwrap_or(4), form);
    bag.add(32, later.unwrap_or(4), stem);
    bag.add(33, u32::from(context.marks.around.get(t) != context.marks.around.get(cue)), opening);
    bag.add(50, context.cluster(t, 1), form);
    bag.add(51, context.cluster(t, 2), act);
    bag.add(52, context.cluster(t, 0), opening);
    bag.add(53, context.cluster(t, 1), class(back(1)));
    bag.add(54, context.cluster(back(1), 1), class(t));
    bag.add(55, context.cluster(back(1), 0), context.cluster(t, 0));
    bag.add(56, context.cluster(cue, 1), opening);
    bag.add(57, context.cluster(cue, 1), letter);
    // How marks and clauses lie between: content seldom crosses into marks, or over a verb that reports by itself.
    let (here, there) = (context.marks.around[cue], context.marks.around.get(t).copied().unwrap_or(0));
    let crossing = match (here, there) {
        _ if here == there => u32::from(here != 0),
        (_, 0) => 2,
        (0, _) => 3,
        _ => 4,
    };
    bag.add(60, crossing, form);
    bag.add(61, crossing, class(back(1)));
    bag.add(62, verbs, form);
    bag.add(63, verbs, class(back(1)));
    if start.before {
        bag.flag(34, t == sentence.start);
        bag.add(35, class(cue + 1), class(cue.wrapping_sub(1)));
        bag.add(36, context.stem(cue + 1), class(cue.wrapping_sub(1)));
        bag.add(37, stem, class(cue.wrapping_sub(1)));
        bag.add(38, stem, u32::from(t == sentence.start));
        bag.add(39, bucket(sentence.end - cue), class(cue.wrapping_sub(1)));
        bag.add(40, context.word(cue), 0);
        bag.add(41, u32::from(t == sentence.start), cues);
    }
}

/// The best start of the content of `cue` and its probability among all candidates.
pub fn best_start(context: &Context, cue: usize, scorer: &mut Scorer) -> Option<(Start, f32)> {
    let mut candidates = Vec::new();
    starts(context, cue, &mut candidates);
    let mut scores = Vec::with_capacity(candidates.len());
    for &start in &candidates {
        start_features(context, cue, start, scorer);
        scores.push(scorer.score());
    }
    best(&scores).map(|(at, p)| (candidates[at], p))
}
