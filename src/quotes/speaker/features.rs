//! What speaks for or against a candidate.

use super::{Candidate, Origin, Said, window, zone_after, zone_before};
use crate::lexicon::cues::Form;
use crate::model::{Features, combine, hash};
use crate::morph::head;
use crate::quotes::Draft;
use crate::quotes::context::{Class, Context};
use crate::quotes::cue::{affix, bucket};
use std::ops::Range;

/// Person and gender that a cue's form shows: 0 unknown, 1 masculine singular, 2 feminine, 3 plural, 4 first person.
pub(super) fn agreement(context: &Context, cue: usize) -> u32 {
    let Some(found) = context.cue[cue] else { return 0 };
    let folded = context.doc.fold(cue);
    let bare = folded.strip_prefix(['و', 'ف']).filter(|b| b.len() > 4).unwrap_or(folded);
    let bare = bare.strip_prefix('س').filter(|b| b.len() > 6).unwrap_or(bare);
    match found.form {
        Form::Past if bare.ends_with("وا") => 3,
        Form::Past if bare.ends_with("نا") => 4,
        Form::Past if bare.ends_with('ت') => 2,
        Form::Past => 1,
        Form::Present if bare.ends_with("ون") || bare.ends_with("وا") => 3,
        Form::Present if bare.starts_with('ت') => 2,
        Form::Present if bare.starts_with('ن') || bare.starts_with('ا') => 4,
        Form::Present => 1,
        Form::Participle if bare.ends_with("ين") || bare.ends_with("ون") => 3,
        Form::Participle if bare.ends_with('ه') => 2,
        Form::Participle => 1,
        Form::Noun | Form::Particle if bare.ends_with("ها") => 6,
        Form::Noun | Form::Particle if bare.ends_with("هم") => 7,
        Form::Noun | Form::Particle if bare.ends_with('ه') => 5,
        Form::Noun | Form::Particle => 0,
    }
}

/// What stays the same for all candidates of one quote.
pub struct Setting {
    form: u32,
    agreement: u32,
    lemma: u32,
    next: u32,
    after: Range<usize>,
    before: Range<usize>,
    direction: u32,
    /// What stands right behind the cue, coarsely.
    beside: u32,
    /// The head of the phrase beside the cue.
    phrase_head: u32,
    heads: Vec<u32>,
    /// What the noun beside the cue stands for.
    noun: u32,
}

impl Setting {
    /// Looks around the cue of `draft` once.
    pub fn new(context: &Context, draft: &Draft) -> Self {
        let (after, before) = (zone_after(context, draft), zone_before(context, draft));
        let heads: Vec<u32> = after.clone().take(4).map(|i| context.head(i)).collect();
        Setting {
            form: context.cue[draft.cue].map_or(
                match context.class(draft.cue) {
                    Class::Colon => 7,
                    Class::Open => 8,
                    _ => 0,
                },
                |c| 1 + c.form as u32,
            ),
            agreement: agreement(context, draft.cue),
            lemma: context.stem(draft.cue),
            next: context.class(draft.cue + 1) as u32,
            direction: u32::from(draft.before),
            beside: if after.is_empty() { 0 } else { 1 + context.class(after.start) as u32 },
            phrase_head: heads.first().copied().unwrap_or(0),
            noun: if after.is_empty() { 20 } else { context.noun(after.start) as u32 },
            heads,
            after,
            before,
        }
    }
}

/// Fills `bag` with what speaks for or against a candidate.
pub fn features(
    context: &Context,
    draft: &Draft,
    setting: &Setting,
    said: &[Said],
    c: &Candidate,
    bag: &mut impl Features,
) {
    let said = window(said);
    bag.clear();
    let class = |j: usize| context.class(j) as u32;
    let o = c.origin as u32;
    let kind = c.entity.map_or(9, |e| context.entities.get(e).map_or(9, |e| e.kind as u32));
    let s = setting;
    let after_empty = u32::from(s.after.is_empty());
    bag.salt(20 + o);
    bag.add(0, kind, 0);
    bag.add(1, c.rank.min(6) as u32, kind);
    bag.add(2, s.form, s.beside);
    bag.add(3, s.form, c.rank.min(6) as u32);
    bag.add(4, s.agreement, kind);
    bag.add(5, s.lemma, kind);
    bag.add(6, s.next, kind);
    bag.add(7, s.direction, s.form);
    bag.add(8, after_empty, s.form);
    bag.add(9, combine(70, s.beside, s.form), kind);
    bag.add(12, s.noun, kind);
    bag.add(13, s.noun, combine(72, s.beside, c.rank.min(3) as u32));
    bag.add(10, context.marks.around[draft.cue].min(1), kind);
    bag.add(11, bucket(s.before.len()), s.form);
    if let Some(tokens) = &c.tokens {
        let (start, end) = (tokens.start, tokens.end);
        let prior = start.wrapping_sub(1);
        let mention = context.mention_at(start);
        // A name behind ل or ب is whom it was said to or where, not who said it.
        let clitic = mention.map_or(0, |m| {
            let cut = m.start.saturating_sub(context.doc.tokens[m.tokens.start].start as usize);
            match context.doc.fold(start).get(..cut.min(2)) {
                Some("و" | "ف") => 1,
                Some(clitic) if cut > 0 => hash(clitic),
                _ => 0,
            }
        });
        // How sure the name is; an unsure one yields to the phrase around it.
        let sure = mention.map_or(11, |m| (m.score * 10.0) as u32);
        bag.add(85, sure, kind);
        bag.add(86, sure, bucket(end - start));
        // A phrase that holds the cue itself is as far as can be.
        let gap =
            if start > draft.cue { start - draft.cue - 1 } else { draft.cue.checked_sub(end).unwrap_or(usize::MAX) };
        let between = if start > draft.cue { draft.cue + 1..start } else { end..draft.cue };
        bag.add(20, bucket(gap), kind);
        bag.add(21, bucket(gap), s.form);
        bag.add(22, clitic, kind);
        bag.add(23, class(prior), kind);
        bag.add(24, context.word(prior), 0);
        bag.add(25, class(end), bucket(end - start));
        bag.add(26, class(end), class(end - 1));
        bag.add(27, context.word(end), 0);
        bag.add(28, context.head(start), 0);
        bag.add(29, class(start), class(end - 1));
        bag.add(30, bucket(end - start), class(start));
        bag.add(31, u32::from(start == s.after.start), s.form);
        bag.add(32, u32::from(end == s.after.end), kind);
        bag.add(33, u32::from(start == s.before.start), kind);
        let commas = between.clone().filter(|&j| context.class(j) == Class::Comma).count().min(3) as u32;
        let cues = between.clone().filter(|&j| context.cue_score[j] > 0.5).count().min(3) as u32;
        let names = between.clone().filter(|&j| context.mention[j] != 0).count().min(3) as u32;
        bag.add(34, commas, kind);
        bag.add(35, cues, kind);
        bag.add(36, names, kind);
        bag.add(37, context.prefix(start, 2), s.form);
        bag.add(38, affix(context.doc.fold(start), 1, true), s.agreement);
        bag.add(39, context.stem(prior), s.form);
        let noun = context.noun(start) as u32;
        bag.add(52, noun, combine(73, bucket(end - start), class(end)));
        bag.add(53, noun, s.form);
        bag.add(54, noun, bucket(gap));
        bag.add(55, context.noun(prior) as u32, kind);
        let holds = |class: Class| tokens.clone().any(|j| context.class(j) == class);
        let held =
            u32::from(holds(Class::Person)) | u32::from(holds(Class::Body)) << 1 | u32::from(holds(Class::Place)) << 2;
        bag.add(56, held, noun);
        bag.add(57, held, bucket(end - start));
        bag.add(58, u32::from(context.doc.fold(start).ends_with('ه')), combine(74, s.agreement, noun));
        let holds_name = tokens.clone().any(|j| context.mention[j] != 0);
        bag.add(40, u32::from(holds_name), bucket(end - start));
        bag.add(41, u32::from(holds_name), class(end));
        // How the phrase fills the room beside the cue, and what its words are like in raw news.
        let fills = u32::from(start == s.after.start) | u32::from(end == s.after.end) << 1;
        let reach = combine(77, fills, bucket(end - start));
        bag.add(90, fills, s.form);
        bag.add(91, fills, s.beside);
        bag.add(92, fills, s.agreement);
        bag.add(93, reach, kind);
        bag.add(94, context.cluster(start, 0), s.form);
        bag.add(95, context.cluster(start, 1), fills);
        bag.add(96, context.cluster(start, 2), bucket(gap));
        bag.add(97, context.cluster(end - 1, 0), class(end));
        bag.add(98, context.cluster(end - 1, 1), 0);
        bag.add(99, context.cluster(end, 1), class(end - 1));
        bag.add(100, context.cluster(end, 2), 0);
        bag.add(101, context.cluster(prior, 1), s.form);
        bag.add(102, context.cluster(prior, 1), context.cluster(start, 0));
        bag.add(103, s.lemma, context.word(prior));
        bag.add(104, s.lemma, bucket(gap));
        for j in start + 1..end.min(start + 9) {
            bag.add(105, class(j), fills);
            bag.add(106, context.cluster(j, 1), 0);
            bag.add(107, context.word(j), 0);
            bag.add(108, context.prefix(j, 1), class(j));
        }
        let in_content = draft.content.start <= start && end <= draft.content.end;
        bag.flag(42, in_content);
        bag.add(43, u32::from(context.marks.around[start] != context.marks.around[draft.cue]), kind);
        // The phrase right before a name: its role, or what it belongs to.
        bag.add(44, context.head(prior), kind);
        bag.add(45, class(end), class(end + 1));
        let phrase_before_name = end < s.after.end && context.mention[end] != 0;
        bag.add(46, u32::from(phrase_before_name), o);
        bag.add(47, u32::from(context.sentence[start] != context.sentence[draft.cue]), kind);
        if matches!(c.origin, Origin::NameAfter | Origin::NameBefore) && gap <= 6 {
            let pattern = between.clone().fold(3, |h, j| combine(71, h, class(j)));
            bag.add(48, pattern, kind);
            let pattern = between.clone().fold(3, |h, j| combine(76, h, context.noun(j) as u32));
            bag.add(59, pattern, kind);
        }
        if matches!(c.origin, Origin::Recent | Origin::Called | Origin::Antecedent) {
            let back = context.sentence[draft.cue].saturating_sub(context.sentence[start]);
            bag.add(49, bucket(back as usize), kind);
            let own = context.sentence_tokens(start);
            bag.add(50, bucket(start - own.start), kind);
            bag.add(51, after_empty, s.agreement);
        }
    }
    // What stands beside the cue speaks for or against those who are named elsewhere.
    let first = if s.after.is_empty() { usize::MAX } else { s.after.start };
    bag.add(110, context.cluster(first, 0), s.form);
    bag.add(111, context.cluster(first, 1), kind);
    bag.add(112, context.cluster(first, 2), 0);
    bag.add(113, context.word(first), 0);
    bag.add(114, bucket(s.after.len()), combine(78, s.form, s.beside));
    if let Some(entity) = c.entity {
        let count = context.entities.get(entity).map_or(0, |e| e.mentions.len());
        bag.add(60, bucket(count), kind);
        bag.flag(61, said.iter().any(|x| x.entity == c.entity));
        // What the text calls this one elsewhere, against the phrase beside the cue: "الوزير" and "وزير … فلان".
        let first = context.entities.get(entity).map_or("", |e| e.name.split(' ').next().unwrap_or(""));
        bag.add(65, s.agreement, combine(75, kind, first.chars().next_back().map_or(0, |c| c as u32)));
        let beside = context.beside_cues(entity);
        bag.add(66, beside.min(5), o);
        bag.add(67, beside.min(5), kind);
        bag.add(68, beside.min(5), combine(79, s.form, after_empty));
        bag.add(69, beside.min(5), s.beside);
        let matches = s.heads.iter().filter(|h| context.is_called(entity, **h)).count().min(3) as u32;
        bag.add(62, matches, o);
        bag.add(63, u32::from(context.is_called(entity, s.phrase_head)), s.beside);
        bag.add(64, u32::from(context.is_called(entity, s.phrase_head)), kind);
    }
    if c.origin == Origin::Earlier {
        let last = said.iter().rev().find(|x| x.name == c.name);
        if let Some(last) = last {
            let gap = context.sentence[draft.cue].saturating_sub(context.sentence[last.draft.cue]);
            bag.add(70, gap.min(6), s.form);
            bag.add(71, gap.min(6), after_empty);
            bag.add(72, u32::from(last.draft.content.contains(&draft.cue)), s.form);
            bag.add(73, gap.min(3), s.beside);
            let same_paragraph = context.paragraph[draft.cue] == context.paragraph[last.draft.cue];
            bag.add(74, u32::from(same_paragraph), s.form);
            let nested =
                said.iter().any(|x| x.draft.cue != last.draft.cue && x.draft.content.contains(&last.draft.cue));
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
        let mut words = c.name.split_whitespace().map(crate::source::fold);
        let own_head = words.next().map_or(0, |w| hash(head(&w)));
        bag.add(79, u32::from(own_head == s.phrase_head), s.beside);
        bag.add(80, u32::from(words.any(|w| s.heads.contains(&hash(head(&w))))), s.beside);
    }
}
