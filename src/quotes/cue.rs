//! Cues: which tokens report that somebody said something.

use super::context::{Class, Context};
use crate::model::{Features, LogLinear, hash};
use crate::segment::Role;

/// How far to the right the signs of reported speech (أن, a colon, an opening mark) are looked for, in tokens.
const REACH: usize = 14;

/// Whether token `i` may be a cue at all: a listed form, a word before أن, a colon or a mark, or a bare colon or mark
/// where a headline or an interview turn names its speaker.
pub fn is_candidate(context: &Context, i: usize) -> bool {
    match context.class(i) {
        Class::Cue => true,
        Class::Colon => is_speaker_colon(context, i),
        Class::Open => is_bare_opening(context, i),
        Class::Word | Class::Definite | Class::Clause | Class::About | Class::Not => {
            context.doc.fold(i).len() > 4 && signal(context, i).1 != 0
        }
        _ => context.cue[i].is_some(),
    }
}

/// The most tokens before a colon that names a speaker, in a headline and elsewhere.
const LONGEST_LEAD: [usize; 2] = [20, 9];

/// A colon whose line or sentence begins with a few words of a speaker, or what follows an earlier colon does:
/// "لافروف: …", "س: …", "«رويترز»: …", "رابط الخبر: لافروف: …".
fn is_speaker_colon(context: &Context, i: usize) -> bool {
    let paragraph = &context.doc.paragraphs[context.paragraph[i] as usize];
    let longest = LONGEST_LEAD[usize::from(paragraph.role != Role::Headline)];
    let from = context.sentence_tokens(i).start.max(i.saturating_sub(longest + 1));
    let start = (from..i).rev().find(|&j| context.class(j) == Class::Colon).map_or(from, |colon| colon + 1);
    let is_short = i - start <= longest || i - paragraph.tokens.start <= longest;
    i > start && is_short && (start..i).all(|j| is_in_lead(context, j))
}

/// Whether a token may stand in the words that name a speaker before a colon.
fn is_in_lead(context: &Context, i: usize) -> bool {
    use Class::{Close, CloseBracket, Dash, Open, OpenBracket, Stray};
    context.is_wordlike(i)
        || context.mention[i] != 0
        || matches!(context.class(i), Open | Close | Stray | OpenBracket | CloseBracket | Dash)
}

/// An opening mark at the start of a line or sentence.
fn is_bare_opening(context: &Context, i: usize) -> bool {
    i == context.sentence_tokens(i).start
}

/// The nearest sign of reported speech to the right: its distance in tokens and its kind (0 none).
fn signal(context: &Context, i: usize) -> (usize, u32) {
    let end = context.sentence_tokens(i).end.min(i + REACH);
    for j in i + 1..end {
        let kind = match context.class(j) {
            Class::An | Class::BiAn => 1,
            Class::In => 2,
            Class::AnPronoun => 3,
            Class::FaIn => 4,
            Class::Colon => 5,
            Class::Open => 6,
            Class::Stop => return (j - i, 0),
            _ => continue,
        };
        return (j - i, kind);
    }
    (end - i, 0)
}

/// A length or distance, coarser the larger it is.
pub(super) fn bucket(n: usize) -> u32 {
    match n {
        0..=4 => n as u32,
        5..=7 => 5,
        8..=11 => 6,
        12..=19 => 7,
        20..=39 => 8,
        _ => 9,
    }
}

/// A hash of the first or last `n` characters of a word.
pub(super) fn affix(word: &str, n: usize, end: bool) -> u32 {
    if end {
        let at = word.char_indices().nth_back(n - 1).map_or(0, |c| c.0);
        if at == 0 { 0 } else { hash(&word[at..]) }
    } else {
        word.char_indices().nth(n).map_or(0, |(at, _)| hash(&word[..at]))
    }
}

/// Fills `bag` with what speaks for or against token `i` as a cue.
pub fn features(context: &Context, i: usize, bag: &mut impl Features) {
    bag.clear();
    let class = |j: usize| context.class(j) as u32;
    let before = |n: usize| i.checked_sub(n).unwrap_or(usize::MAX);
    let (word, stem) = (context.word(i), context.stem(i));
    let folded = context.doc.fold(i);
    let sentence = context.sentence_tokens(i);
    let (distance, signal) = signal(context, i);
    let form = context.form(i);
    let act = context.act(i);
    let lemma = context.cue[i].map_or(0, |c| 1 + c.number);
    let at_start = i == sentence.start || context.class(before(1)) as u32 == Class::Open as u32;

    bag.add(0, 0, 0);
    bag.add(1, word, 0);
    bag.add(2, stem, 0);
    bag.add(3, stem, form);
    bag.add(4, lemma, signal);
    bag.add(5, lemma, class(i + 1));
    bag.add(6, lemma, class(before(1)));
    bag.add(7, act, form);
    bag.add(8, form, signal);
    bag.add(9, signal, bucket(distance));
    bag.add(10, context.prefix(i, 2), signal);
    bag.add(11, affix(folded, 3, false), 0);
    bag.add(12, affix(folded, 2, true), signal);
    bag.add(13, affix(folded, 3, true), 0);
    bag.add(14, context.word(i + 1), 0);
    bag.add(15, context.word(before(1)), 0);
    bag.add(16, context.word(before(1)), lemma);
    bag.add(17, context.word(i + 1), lemma);
    bag.add(18, context.word(i + 2), 0);
    bag.add(19, context.word(before(2)), 0);
    bag.add(20, class(i + 1), class(before(1)));
    bag.add(21, class(i + 1), class(i + 2));
    bag.add(22, class(i), form);
    bag.add(23, class(before(1)), class(before(2)));
    bag.flag(24, at_start);
    bag.add(25, u32::from(at_start), stem);
    bag.add(26, u32::from(at_start), form);
    bag.add(27, u32::from(context.marks.around[i] != 0), form);
    bag.add(28, u32::from(context.marks.around[i] != 0), signal);
    let role = context.role(i);
    bag.add(29, role, form);
    bag.add(30, role, class(i));
    // Who could have spoken: a name or a definite noun right after the verb, or a name before it.
    let next_name = (i + 1..sentence.end.min(i + 6)).find(|&j| context.mention[j] != 0).map_or(9, |j| j - i);
    bag.add(31, next_name as u32, form);
    let last_name = (sentence.start.max(i.saturating_sub(6))..i).rev().find(|&j| context.mention[j] != 0);
    bag.add(32, last_name.map_or(9, |j| i - j) as u32, form);
    bag.add(33, class(i + 1), form);
    bag.add(34, class(i + 2), form);
    bag.add(35, class(i + 3), form);
    bag.add(36, context.stem(i + 1), form);
    bag.add(37, context.stem(before(1)), form);
    // Another listed cue between here and the sign makes this one less likely to own it.
    let rivals = (i + 1..i + distance.min(REACH)).filter(|&j| context.class(j) == Class::Cue).count();
    bag.add(38, rivals.min(3) as u32, signal);
    bag.add(39, context.doc.surface(i).chars().next().map_or(0, |c| c as u32), form);
    bag.flag(40, context.doc.surface(i).contains(['أ', 'إ']));
    bag.flag(41, context.doc.surface(i).contains('\u{064B}') || folded.ends_with('ا'));
    let to_end = sentence.end - i;
    bag.add(42, bucket(to_end), form);
    bag.add(43, word, signal);
    bag.add(44, word, class(i + 1));
    for grain in 0..3 {
        let g = grain as u32;
        bag.add(50 + g, context.cluster(i, grain), signal);
        bag.add(53 + g, context.cluster(i, grain), class(i + 1));
        bag.add(56 + g, context.cluster(i + 1, grain), form);
    }
    bag.add(59, context.cluster(i, 2), context.prefix(i, 1));
    bag.add(60, context.cluster(i, 1), u32::from(at_start));
    bag.add(61, context.cluster(before(1), 1), form);
    if context.class(i) == Class::Colon || context.class(i) == Class::Open {
        let line = context.doc.paragraphs[context.paragraph[i] as usize].tokens.clone();
        bag.salt(1);
        bag.add(0, role, bucket(i - sentence.start));
        bag.add(1, class(i + 1), role);
        bag.add(2, class(before(1)), role);
        bag.add(3, class(sentence.start), role);
        bag.add(4, context.stem(sentence.start), 0);
        bag.add(5, bucket(i - line.start), bucket(line.end - i));
        bag.flag(6, (sentence.start..i).any(|j| context.class(j) == Class::Cue));
        bag.flag(7, (sentence.start..i).any(|j| matches!(context.class(j), Class::Person)));
        bag.add(8, role, u32::from((sentence.start..i).all(|j| context.mention[j] != 0)));
        if context.class(i) == Class::Open {
            let marked = context.marks.opened_at(i);
            bag.add(9, marked.map_or(99, |m| bucket(m.inner.len())), role);
            bag.add(10, marked.map_or(99, |m| class(m.inner.end + 1)), role);
        }
    }
}

/// Fills `context.cue_score` for all candidates.
pub fn score_all(context: &mut Context, model: &LogLinear) {
    let mut scorer = model.scorer();
    for i in 0..context.doc.len() {
        if is_candidate(context, i) {
            features(context, i, &mut scorer);
            context.cue_score[i] = scorer.probability();
        }
    }
    context.count_speakers();
}
