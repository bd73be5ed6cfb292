//! Content: where what was said starts and ends, as ranked choices among candidates.

use super::between::Between;
use super::context::{Class, Context};
use super::cue::{affix, bucket};
use crate::lexicon::cues::Form;
use crate::model::{Features, Scorer, best};

/// A place where content may start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    /// The first token of the content.
    pub token: usize,
    /// Whether the content stands before its cue.
    pub before: bool,
}

/// Content starts at most this many tokens behind its cue.
const START_REACH: usize = 48;
/// At most so many ends are weighed.
const MOST_ENDS: usize = 90;
/// A token at least this likely to be a cue bounds content.
const LIKELY_CUE: f32 = 0.1;

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
    for token in cue + 1..limit.min(cue + START_REACH) {
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
    let from = sentence.start.max(cue.saturating_sub(2 * START_REACH));
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

/// How content starts, coarsely: what its boundaries are mostly decided by.
fn opening(context: &Context, token: usize) -> Class {
    match token.checked_sub(1).map(|t| context.class(t)) {
        Some(Class::Open) if token >= 2 && context.is_that(token - 2) => Class::FaIn,
        Some(class) => class,
        None => Class::None,
    }
}

/// Fills `bag` with what speaks for or against `start` as the start of the content of `cue`.
pub fn start_features(context: &Context, cue: usize, start: Start, bag: &mut impl Features) {
    bag.clear();
    let t = start.token;
    let class = |j: usize| context.class(j) as u32;
    let back = |n: usize| t.checked_sub(n).unwrap_or(usize::MAX);
    let form = context.cue[cue].map_or(0, |c| 1 + c.form as u32);
    let act = context.cue[cue].map_or(0, |c| crate::model::hash(c.entry.act));
    let stem = context.stem(cue);
    bag.salt(u32::from(start.before));
    let (low, high) = if start.before { (t, cue) } else { (cue + 1, t) };
    let between = low..high;
    let distance = between.len();
    let Between { thats, commas, marks, names, stops, colons, cues, plain, verbs } =
        Between::new(context, low..high, t);
    let opening = opening(context, t) as u32;
    let [letter, letters] = [1, 2].map(|n| affix(context.doc.fold(t), n, false));
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
        let pattern = between.clone().fold(7, |h, j| crate::model::combine(50, h, class(j)));
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

/// Where content that starts at `start` may end: the last token of the content, nearest first.
pub fn ends(context: &Context, cue: usize, start: Start, out: &mut Vec<usize>) {
    out.clear();
    let t = start.token;
    let closing = t.checked_sub(1).and_then(|open| context.marks.opened_at(open)).filter(|m| m.closed);
    let sentence_end = context.sentence_tokens(t).end;
    let mut limit = if start.before && t < cue { cue } else { sentence_end };
    if let (Some(marked), false) = (closing, start.before) {
        let last = marked.inner.end - 1;
        limit = limit.max(context.sentence_tokens(last).end);
        // A quotation over several paragraphs goes on as long as they open again.
        if let Some(end) = reopened(context, t - 1) {
            limit = limit.max(end);
        }
    }
    for e in t..limit {
        let solid = context.is_wordlike(e) || matches!(context.class(e), Class::CloseBracket | Class::Sign);
        if solid && (e + 1 >= limit || is_boundary(context, e)) {
            out.push(e);
            if out.len() == MOST_ENDS {
                break;
            }
        }
    }
    if let Some(marked) = closing {
        let last = last_solid(context, marked.inner.clone());
        if !out.contains(&last) {
            out.push(last);
        }
    }
}

/// The last token of a quotation that later paragraphs open again, if they do.
fn reopened(context: &Context, open: usize) -> Option<usize> {
    let mut paragraph = context.doc.paragraph_of(open);
    let mut end = None;
    while let Some(next) = context.doc.paragraphs.get(paragraph + 1) {
        let marked = context.marks.opened_at(context.doc.paragraphs[paragraph].tokens.start.max(open));
        let runs_on = marked.is_some_and(|m| m.inner.end == context.doc.paragraphs[paragraph].tokens.end);
        if !runs_on || context.word(next.tokens.start) != context.word(open) {
            break;
        }
        end = Some(next.tokens.end);
        paragraph += 1;
    }
    end
}

/// The last token of a range that is a word, number or closing bracket; its first token where none is.
pub fn last_solid(context: &Context, range: std::ops::Range<usize>) -> usize {
    range
        .clone()
        .rev()
        .find(|&j| context.is_wordlike(j) || matches!(context.class(j), Class::CloseBracket | Class::Sign))
        .unwrap_or(range.start)
}

/// Whether content may end with token `e`, by what follows.
fn is_boundary(context: &Context, e: usize) -> bool {
    let next = e + 1;
    match context.class(next) {
        Class::Word | Class::Definite | Class::Person | Class::Body | Class::Place | Class::Value => {
            context.cue_score[next] > LIKELY_CUE || context.doc.fold(next).starts_with(['و', 'ف'])
        }
        Class::Number | Class::Foreign | Class::Not | Class::An | Class::BiAn | Class::AnPronoun | Class::To => false,
        Class::Preposition | Class::On | Class::About | Class::In => true,
        Class::Cue => context.cue_score[next] > LIKELY_CUE || context.doc.fold(next).starts_with(['و', 'ف']),
        _ => true,
    }
}

/// Fills `bag` with what speaks for or against token `e` as the last one of content from `start` on.
pub fn end_features(context: &Context, cue: usize, start: Start, e: usize, passed: &Passed, bag: &mut impl Features) {
    bag.clear();
    let t = start.token;
    let class = |j: usize| context.class(j) as u32;
    let n = e + 1;
    let form = context.cue[cue].map_or(0, |c| 1 + c.form as u32);
    let opening = opening(context, t) as u32;
    bag.salt(10 + u32::from(start.before));
    let sentence = context.sentence_tokens(e);
    let at_end = last_solid(context, sentence.clone()) <= e;
    let cue_after = |j: usize| (context.cue_score.get(j).copied().unwrap_or(0.0) * 4.0).ceil() as u32;
    let (closing_near, relation) = match t.checked_sub(1).and_then(|open| context.marks.opened_at(open)) {
        None => (0, 0),
        Some(m) if !m.closed => (1, 1),
        Some(m) => {
            let last = last_solid(context, m.inner.clone());
            (
                2,
                if e == last {
                    2
                } else if e < last {
                    3
                } else {
                    4
                },
            )
        }
    };
    let cut_mark = context.marks.around[e] != 0
        && context.marks.around[e] != context.marks.around[t]
        && context.marks.around.get(n).is_some_and(|&a| a == context.marks.around[e]);
    let length = bucket(n - t);
    bag.add(0, 0, 0);
    bag.add(1, class(n), opening);
    bag.add(2, class(n), relation);
    bag.add(3, context.word(n), 0);
    bag.add(4, context.word(n), class(n + 1));
    bag.add(5, class(n), context.word(n + 1));
    bag.add(6, class(n), context.stem(n + 1));
    bag.add(7, class(n), class(n + 1));
    bag.add(8, crate::model::combine(60, class(n), class(n + 1)), class(n + 2));
    bag.add(9, crate::model::combine(61, class(n), context.word(n + 1)), context.word(n + 2));
    bag.add(10, class(n), cue_after(n + 1));
    bag.add(11, cue_after(n), class(n));
    bag.add(12, cue_after(n + 1), cue_after(n + 2));
    bag.add(13, u32::from(at_end), relation);
    bag.add(14, u32::from(at_end), opening);
    bag.add(15, u32::from(at_end), form);
    bag.add(16, relation, closing_near);
    bag.add(17, relation, opening);
    bag.flag(18, cut_mark);
    bag.flag(19, passed.brackets > 0);
    bag.add(20, passed.commas, class(n));
    bag.add(21, passed.cues, class(n));
    bag.add(22, passed.cues, u32::from(at_end));
    bag.add(23, passed.stops, relation);
    bag.add(24, length, class(n));
    bag.add(25, length, opening);
    bag.add(26, length, u32::from(at_end));
    bag.add(27, affix(context.doc.fold(n), 2, false), 0);
    bag.add(28, context.stem(n), form);
    bag.add(29, class(e), class(n));
    bag.add(30, form, class(n));
    bag.add(31, context.stem(cue), class(n));
    bag.add(32, passed.clauses, class(n));
    bag.add(33, context.doc.paragraphs[context.doc.paragraph_of(e)].role as u32, u32::from(at_end));
    bag.add(34, u32::from(context.marks.around[cue] != 0), class(n));
    bag.add(
        35,
        u32::from(context.marks.around[cue] == context.marks.around[e]),
        u32::from(context.marks.around[cue] != 0),
    );
    bag.add(36, bucket(sentence.end.saturating_sub(n)), class(n));
    bag.add(37, class(n), affix(context.doc.fold(n + 1), 1, false));
    bag.add(38, class(n), affix(context.doc.fold(n + 1), 2, true));
    bag.add(39, u32::from(context.mention.get(n).is_some_and(|&m| m != 0 && m == context.mention[e])), 0);
    // What comes next once marks and signs are passed: a new cue, a conjunction, a clause of the writer's.
    let solid = (n..context.doc.len().min(n + 4)).find(|&j| context.is_wordlike(j)).unwrap_or(n);
    let signs = (n..solid).fold(0, |h, j| crate::model::combine(62, h, class(j)));
    bag.add(60, cue_after(solid), signs);
    bag.add(61, context.stem(solid), signs);
    bag.add(62, context.word(solid), context.word(solid + 1));
    bag.add(63, context.cluster(solid, 1), signs);
    let form_next = context.cue.get(solid).copied().flatten().map_or(0, |c| 1 + c.form as u32);
    bag.add(64, crate::model::combine(63, form_next, cue_after(solid)), signs);
    bag.add(65, crate::model::combine(64, form_next, cue_after(solid)), u32::from(context.marks.around[cue] != 0));
    bag.add(66, crate::model::combine(65, form_next, form), cue_after(solid));
    bag.add(67, affix(context.doc.fold(solid), 1, false), crate::model::combine(66, signs, class(solid)));
    // A verb behind its subject: "، فموسكو قالت".
    let second = if context.mention.get(solid).is_some_and(|&m| m != 0) {
        context.mentions[context.mention[solid] as usize - 1].tokens.end
    } else {
        solid + 1
    };
    bag.add(68, crate::model::combine(67, cue_after(second), signs), class(solid));
    bag.add(69, cue_after(second + 1), signs);
    bag.add(70, cue_after(second), affix(context.doc.fold(solid), 1, false));
    let path = passed.participles * 3 + passed.verbs;
    bag.add(71, path, u32::from(at_end));
    bag.add(72, path, opening);
    bag.add(73, path, form);
    bag.add(74, path, relation);
    bag.add(75, passed.participles, crate::model::combine(68, form, u32::from(at_end)));
    bag.add(76, passed.verbs, crate::model::combine(69, form, opening));
    bag.add(77, passed.closed, relation);
    bag.add(78, passed.closed, u32::from(at_end));
    bag.add(50, context.cluster(n, 1), opening);
    bag.add(51, context.cluster(n + 1, 1), class(n));
    bag.add(52, context.cluster(n + 1, 2), class(n));
    bag.add(53, context.cluster(n, 0), context.cluster(e, 0));
    bag.add(54, context.cluster(n, 2), form);
    if start.before {
        bag.add(40, bucket(cue.saturating_sub(n)), class(n));
        bag.flag(41, (n..cue).all(|j| !context.is_wordlike(j)));
    }
}

/// What lies between the start of content and a possible end; updated token by token, so that weighing all ends stays
/// linear.
#[derive(Clone, Copy, Debug, Default)]
pub struct Passed {
    commas: u32,
    cues: u32,
    stops: u32,
    clauses: u32,
    brackets: i32,
    /// Closing marks.
    closed: u32,
    /// Participles that go on reporting: "، مؤكدا …".
    participles: u32,
    /// Verbs that report anew, at the head of a clause or behind their subject.
    verbs: u32,
    upto: usize,
}

impl Passed {
    /// Nothing passed yet.
    pub fn from(start: usize) -> Self {
        Passed { upto: start, ..Passed::default() }
    }

    /// Moves on to token `e`, included.
    pub fn advance(&mut self, context: &Context, e: usize) {
        for j in self.upto..=e {
            match context.class(j) {
                Class::Comma | Class::Semicolon => self.commas = (self.commas + 1).min(6),
                Class::Stop if j < e => self.stops = (self.stops + 1).min(3),
                Class::OpenBracket => self.brackets += 1,
                Class::CloseBracket => self.brackets -= 1,
                Class::Clause => self.clauses = (self.clauses + 1).min(4),
                _ => {}
            }
            if context.class(j) == Class::Close && j < e {
                self.closed = (self.closed + 1).min(3);
            }
            if context.cue_score[j] > 0.5 {
                self.cues = (self.cues + 1).min(4);
            }
            if context.cue_score[j] > 0.3 && context.heads_clause(j) {
                match context.cue[j].map(|c| c.form) {
                    Some(Form::Participle) => self.participles = (self.participles + 1).min(2),
                    Some(Form::Past | Form::Present) => self.verbs = (self.verbs + 1).min(2),
                    _ => {}
                }
            }
        }
        self.upto = self.upto.max(e + 1);
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

/// The best end of content from `start` on and its probability among all candidates.
pub fn best_end(context: &Context, cue: usize, start: Start, scorer: &mut Scorer) -> Option<(usize, f32)> {
    let mut candidates = Vec::new();
    ends(context, cue, start, &mut candidates);
    candidates.sort_unstable();
    let mut passed = Passed::from(start.token);
    let mut scores = Vec::with_capacity(candidates.len());
    for &e in &candidates {
        passed.advance(context, e);
        end_features(context, cue, start, e, &passed, scorer);
        scores.push(scorer.score());
    }
    best(&scores).map(|(at, p)| (candidates[at], p))
}

/// Where content that stands before its cue may go on behind the source: "اقتصر الهدف، بحسب إيران، على …". The tokens
/// from behind the comma or dash after the source to the end of the sentence.
pub fn rest(context: &Context, cue: usize) -> Option<std::ops::Range<usize>> {
    let sentence = context.sentence_tokens(cue);
    let separates = |j: &usize| matches!(context.class(*j), Class::Comma | Class::Dash | Class::Semicolon);
    let comma = (cue + 1..sentence.end.min(cue + START_REACH)).find(separates)?;
    let start = (comma + 1..sentence.end).find(|&j| context.is_wordlike(j))?;
    // It ends with the sentence or before the next cue that a comma or a conjunction sets off.
    let next = (start..sentence.end).find(|&j| {
        context.cue_score[j] > 0.5 && (context.class(j - 1) == Class::Comma || context.doc.fold(j).starts_with('و'))
    });
    let end = last_solid(context, start..next.unwrap_or(sentence.end).max(start + 1)) + 1;
    (end > start).then_some(start..end)
}

/// Fills `bag` with what speaks for or against `rest` as a second part of the content `first`.
pub fn rest_features(
    context: &Context,
    cue: usize,
    first: &std::ops::Range<usize>,
    rest: &std::ops::Range<usize>,
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
    bag.add(8, affix(context.doc.fold(t), 1, false), 0);
    bag.add(9, bucket(rest.len()), 0);
    bag.add(10, class(cue.wrapping_sub(1)), 0);
    bag.add(11, class(t - 1), class(cue.wrapping_sub(1)));
    bag.add(12, u32::from(finite), bucket(first.len()));
    bag.add(13, class(first.start), bucket(first.len()));
    bag.add(14, bucket(t - cue), 0);
    bag.flag(15, rest.clone().any(|j| context.cue_score[j] > 0.5));
}
