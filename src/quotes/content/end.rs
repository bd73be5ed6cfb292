//! Where content ends.

use super::{Start, opening};
use crate::lexicon::cues::Form;
use crate::model::{Features, Scorer, best, combine};
use crate::quotes::context::{Class, Context};
use crate::quotes::cue::{affix, bucket};

/// At most so many ends are weighed.
const MOST_ENDS: usize = 90;
/// A token at least this likely to be a cue bounds content.
const LIKELY_CUE: f32 = 0.1;

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
        let last = context.last_solid(marked.inner.clone());
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
    let form = context.form(cue);
    let opening = opening(context, t) as u32;
    bag.salt(10 + u32::from(start.before));
    let sentence = context.sentence_tokens(e);
    let at_end = context.last_solid_beside(e) <= e;
    let cue_after = |j: usize| (context.cue_score.get(j).copied().unwrap_or(0.0) * 4.0).ceil() as u32;
    let (closing_near, relation) = match t.checked_sub(1).and_then(|open| context.marks.opened_at(open)) {
        None => (0, 0),
        Some(m) if !m.closed => (1, 1),
        Some(m) => {
            let last = context.last_solid(m.inner.clone());
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
    bag.add(8, combine(60, class(n), class(n + 1)), class(n + 2));
    bag.add(9, combine(61, class(n), context.word(n + 1)), context.word(n + 2));
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
    bag.add(27, context.prefix(n, 2), 0);
    bag.add(28, context.stem(n), form);
    bag.add(29, class(e), class(n));
    bag.add(30, form, class(n));
    bag.add(31, context.stem(cue), class(n));
    bag.add(32, passed.clauses, class(n));
    bag.add(33, context.role(e), u32::from(at_end));
    bag.add(34, u32::from(context.marks.around[cue] != 0), class(n));
    bag.add(
        35,
        u32::from(context.marks.around[cue] == context.marks.around[e]),
        u32::from(context.marks.around[cue] != 0),
    );
    bag.add(36, bucket(sentence.end.saturating_sub(n)), class(n));
    bag.add(37, class(n), context.prefix(n + 1, 1));
    bag.add(38, class(n), affix(context.doc.fold(n + 1), 2, true));
    bag.add(39, u32::from(context.mention.get(n).is_some_and(|&m| m != 0 && m == context.mention[e])), 0);
    // What comes next once marks and signs are passed: a new cue, a conjunction, a clause of the writer's.
    let solid = (n..context.doc.len().min(n + 4)).find(|&j| context.is_wordlike(j)).unwrap_or(n);
    let signs = (n..solid).fold(0, |h, j| combine(62, h, class(j)));
    bag.add(60, cue_after(solid), signs);
    bag.add(61, context.stem(solid), signs);
    bag.add(62, context.word(solid), context.word(solid + 1));
    bag.add(63, context.cluster(solid, 1), signs);
    let form_next = context.form(solid);
    bag.add(64, combine(63, form_next, cue_after(solid)), signs);
    bag.add(65, combine(64, form_next, cue_after(solid)), u32::from(context.marks.around[cue] != 0));
    bag.add(66, combine(65, form_next, form), cue_after(solid));
    bag.add(67, context.prefix(solid, 1), combine(66, signs, class(solid)));
    // A verb behind its subject: "، فموسكو قالت".
    let second = context.mention_at(solid).map_or(solid + 1, |m| m.tokens.end);
    bag.add(68, combine(67, cue_after(second), signs), class(solid));
    bag.add(69, cue_after(second + 1), signs);
    bag.add(70, cue_after(second), context.prefix(solid, 1));
    let path = passed.participles * 3 + passed.verbs;
    bag.add(71, path, u32::from(at_end));
    bag.add(72, path, opening);
    bag.add(73, path, form);
    bag.add(74, path, relation);
    bag.add(75, passed.participles, combine(68, form, u32::from(at_end)));
    bag.add(76, passed.verbs, combine(69, form, opening));
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
                Class::Close if j < e => self.closed = (self.closed + 1).min(3),
                _ => {}
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
