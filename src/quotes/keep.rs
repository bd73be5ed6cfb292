//! The last word on a proposal: whether cue and content together are a quote, and which of two rivals stays.

use super::Draft;
use super::context::{Class, Context};
use super::cue::bucket;
use crate::model::{Features, LogLinear, combine};
use std::ops::Range;

/// Proposals at least this likely stay.
const LEAST: f32 = 0.45;
/// Of two contents that overlap by more than this only the likelier stays.
const RIVALS: f32 = 0.5;
/// A proposal is held against so many neighbours on either side.
const NEIGHBOURS: usize = 4;

/// What keeps its features apart.
pub const SALT: u32 = 40;

/// Intersection over union of two token ranges.
pub fn overlap(a: &Range<usize>, b: &Range<usize>) -> f32 {
    let both = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    both as f32 / (a.len() + b.len() - both).max(1) as f32
}

/// A probability in ten steps.
fn step(p: f32) -> u32 {
    (p * 10.0) as u32
}

/// Fills `bag` with what speaks for or against the proposal at `at`.
pub fn features(context: &Context, drafts: &[Draft], at: usize, bag: &mut impl Features) {
    bag.clear();
    bag.salt(SALT);
    let draft = &drafts[at];
    let (start, end) = (draft.content.start, draft.content.end);
    let class = |j: usize| context.class(j) as u32;
    let form = context.form(draft.cue);
    let act = context.act(draft.cue);
    let stem = context.stem(draft.cue);
    let cue_score = context.cue_score[draft.cue];
    let opening = class(start.wrapping_sub(1));
    let role = context.role(draft.cue);
    let direction = u32::from(draft.before);
    let marked = start.checked_sub(1).and_then(|open| context.marks.opened_at(open));
    let relation = marked.map_or(0, |m| if context.last_solid(m.inner.clone()) + 1 == end { 2 } else { 1 });
    let gap = if draft.before { draft.cue.saturating_sub(end) } else { start.saturating_sub(draft.cue + 1) };
    let joint = cue_score * draft.p_start * draft.p_end;
    bag.add(0, 0, 0);
    bag.add(1, step(cue_score), 0);
    bag.add(2, step(draft.p_start), direction);
    bag.add(3, step(draft.p_end), 0);
    bag.add(4, step(joint), 0);
    bag.add(5, step(cue_score), opening);
    bag.add(6, step(cue_score), form);
    bag.add(7, stem, direction);
    bag.add(8, stem, opening);
    bag.add(9, act, opening);
    bag.add(10, form, opening);
    bag.add(11, bucket(end - start), opening);
    bag.add(12, bucket(end - start), form);
    bag.add(13, relation, form);
    bag.add(14, relation, step(cue_score));
    bag.add(15, bucket(gap), form);
    bag.add(16, role, form);
    bag.add(17, role, step(cue_score));
    bag.add(18, class(start), form);
    bag.add(19, context.word(start), 0);
    bag.add(20, context.prefix(start, 2), form);
    bag.add(21, context.word(start.wrapping_sub(1)), form);
    bag.add(22, class(end), direction);
    bag.add(23, context.prefix(start, 1), act);
    bag.add(24, class(draft.cue.wrapping_sub(1)), form);
    bag.add(25, context.marks.around[draft.cue].min(1), combine(80, form, direction));
    let zone = if draft.before { draft.cue + 1..(draft.cue + 6).min(context.doc.len()) } else { draft.cue + 1..start };
    let person = zone.clone().any(|j| context.class(j) == Class::Person);
    let body = zone.clone().any(|j| matches!(context.class(j), Class::Body | Class::Place));
    bag.add(26, u32::from(person) | u32::from(body) << 1, form);
    bag.add(27, u32::from(person) | u32::from(body) << 1, act);
    bag.add(28, context.cluster(draft.cue, 1), opening);
    bag.add(29, context.cluster(start, 1), form);
    // Neighbours: one around it, one that claims the same words, one that shares its cue's clause.
    let near = at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(drafts.len());
    let (mut around, mut rival, mut inside, mut told) = (0f32, 0f32, 0, 0f32);
    for other in near.filter(|&o| o != at).map(|o| &drafts[o]) {
        let strength = context.cue_score[other.cue] * other.p_start;
        if draft.content.contains(&other.cue) && other.cue < start + 6 {
            told = told.max(strength);
        }
        if overlap(&other.content, &draft.content) > RIVALS {
            rival = rival.max(strength);
        } else if other.content.contains(&draft.cue) {
            around = around.max(strength);
        } else if draft.content.contains(&other.cue) {
            inside = (inside + 1).min(3);
        }
    }
    bag.add(30, step(rival), u32::from(rival > cue_score * draft.p_start));
    bag.add(31, step(around), form);
    bag.add(32, step(around), opening);
    bag.add(33, inside, direction);
    // Content that begins with a reporting verb of its own already has a speaker: a relay behind it adds none.
    bag.add(35, step(told), direction);
    bag.add(36, step(told), form);
    bag.add(37, step(told), u32::from(rival > 0.0));
    let crossing = drafts[at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(drafts.len())].iter().any(|o| {
        let (a, b) = (&o.content, &draft.content);
        a.start < b.start && b.start < a.end && a.end < b.end || b.start < a.start && a.start < b.end && b.end < a.end
    });
    bag.flag(34, crossing);
}

/// The proposals that are quotes, with how sure that is, in their order.
pub fn keep(context: &Context, model: &LogLinear, mut drafts: Vec<Draft>) -> Vec<Draft> {
    let mut scorer = model.scorer();
    let scores: Vec<f32> = (0..drafts.len())
        .map(|at| {
            features(context, &drafts, at, &mut scorer);
            scorer.probability()
        })
        .collect();
    drafts.iter_mut().zip(scores).for_each(|(d, s)| d.score = s);
    drafts.retain(|d| d.score >= LEAST);
    // The surest first; a rival of one that stays goes.
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by(|&a, &b| drafts[b].score.total_cmp(&drafts[a].score).then(a.cmp(&b)));
    let mut stays = vec![false; drafts.len()];
    for at in order {
        let near = at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS + 1).min(drafts.len());
        stays[at] = !near.into_iter().any(|o| stays[o] && overlap(&drafts[o].content, &drafts[at].content) > RIVALS);
    }
    let mut stays = stays.into_iter();
    drafts.retain(|_| stays.next() == Some(true));
    drafts
}
