//! Speakers: candidates beside the cue and before it, and what speaks for each of them.

use super::context::{Class, Context};
use super::cue::{affix, bucket};
use super::{Draft, Via};
use crate::entities;
use crate::lexicon::cues::Form;
use crate::lexicon::nouns::{self, Noun};
use crate::mention::Kind;
use crate::model::{Bag, combine, hash};
use crate::morph::head;
use crate::source::fold;
use std::ops::Range;

/// Where a candidate comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Origin {
    /// A name between cue and content, or behind a cue that follows its content.
    NameAfter,
    /// A noun phrase there.
    PhraseAfter,
    /// A name before the cue in its sentence.
    NameBefore,
    /// A noun phrase there.
    PhraseBefore,
    /// The speaker of an earlier quote.
    Earlier,
    /// A name of an earlier sentence.
    Recent,
    /// A name that the text calls by the noun beside the cue: "الوزير" for "وزير … فلان".
    Called,
    /// The holder of the office beside the cue.
    Holder,
    /// An earlier noun phrase with the head of the one beside the cue: "الدراسة" for "دراسة أسترالية".
    Antecedent,
    /// Nobody.
    Nobody,
}

/// Somebody who may have said it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Where it comes from.
    pub origin: Origin,
    /// The tokens that name it, where it stands beside the cue.
    pub tokens: Option<Range<usize>>,
    /// The fullest name.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<usize>,
    /// How far back: quotes for earlier speakers, names for recent ones.
    pub rank: usize,
}

/// Who spoke before: the speakers of the quotes so far.
#[derive(Clone, Debug)]
pub struct Said {
    /// The name.
    pub name: String,
    /// The entity, where it is one.
    pub entity: Option<usize>,
    /// The draft.
    pub draft: Draft,
}

/// So many earlier speakers and recent names are weighed.
const MEMORY: usize = 5;
/// Named ones are looked for among so many mentions before the cue.
const LOOK_BACK: usize = 60;
/// Of the quotes before only so many count, which keeps the time linear.
const WINDOW: usize = 40;
/// Holders of offices are looked for in texts of at most so many tokens: in any article, but in no book, for the look-up
/// goes through all entities.
const LONGEST_ARTICLE: usize = 20_000;
/// Names and phrases are looked for so many tokens around the cue.
const REACH: usize = 26;
/// The longest noun phrase without a name, in tokens.
const LONGEST_PHRASE: usize = 9;

/// The tokens behind the cue in which a speaker may stand.
fn zone_after(context: &Context, draft: &Draft) -> Range<usize> {
    let start = draft.cue + 1;
    if draft.before {
        let end = context.sentence_tokens(draft.cue).end;
        return start..end.min(start + REACH).max(start);
    }
    let mut end = draft.content.start.max(start);
    // The "that", colon or mark before the content is no part of the zone.
    while end > start && (context.is_that(end - 1) || !context.is_wordlike(end - 1)) {
        end -= 1;
    }
    start..end.min(start + REACH)
}

/// The tokens before the cue in which a speaker may stand.
fn zone_before(context: &Context, draft: &Draft) -> Range<usize> {
    let sentence = context.sentence_tokens(draft.cue);
    let mut start = sentence.start;
    if draft.before {
        start = draft.content.end.clamp(start, draft.cue);
    }
    start.max(draft.cue.saturating_sub(REACH))..draft.cue
}

fn is_speaking_kind(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organization | Kind::Place)
}

/// All candidates for the speaker of `draft`.
pub fn candidates(context: &Context, draft: &Draft, said: &[Said], out: &mut Vec<Candidate>) {
    out.clear();
    let said = &said[said.len().saturating_sub(WINDOW)..];
    let (after, before) = (zone_after(context, draft), zone_before(context, draft));
    for (zone, name_origin, phrase_origin) in [
        (after.clone(), Origin::NameAfter, Origin::PhraseAfter),
        (before.clone(), Origin::NameBefore, Origin::PhraseBefore),
    ] {
        let mut rank = 0;
        let mut i = zone.start;
        while i < zone.end {
            let Some(number) = context.mention[i].checked_sub(1) else {
                i += 1;
                continue;
            };
            let mention = &context.mentions[number as usize];
            if is_speaking_kind(mention.kind) && mention.tokens.start >= zone.start {
                let entity = context.owner[number as usize];
                out.push(Candidate {
                    origin: name_origin,
                    tokens: Some(mention.tokens.clone()),
                    name: context.full_name(entity).to_owned(),
                    entity: Some(entity),
                    rank,
                });
                rank += 1;
            }
            i = mention.tokens.end.max(i + 1);
        }
        phrases(context, &zone, phrase_origin, out);
    }
    let mut seen: Vec<&str> = Vec::new();
    for (rank, earlier) in said.iter().rev().enumerate().take(3 * MEMORY) {
        if earlier.name.is_empty() || seen.contains(&earlier.name.as_str()) {
            continue;
        }
        seen.push(&earlier.name);
        out.push(Candidate {
            origin: Origin::Earlier,
            tokens: None,
            name: earlier.name.clone(),
            entity: earlier.entity,
            rank,
        });
        if seen.len() == MEMORY {
            break;
        }
    }
    let mut recent: Vec<usize> = Vec::new();
    let first = context.mentions.partition_point(|m| m.tokens.start < before.start);
    for number in (0..first).rev().take(4 * MEMORY) {
        let entity = context.owner[number];
        if is_speaking_kind(context.mentions[number].kind) && !recent.contains(&entity) {
            out.push(Candidate {
                origin: Origin::Recent,
                tokens: Some(context.mentions[number].tokens.clone()),
                name: context.full_name(entity).to_owned(),
                entity: Some(entity),
                rank: recent.len(),
            });
            recent.push(entity);
            if recent.len() == MEMORY {
                break;
            }
        }
    }
    if let Some(start) = anaphor(context, &after, &before) {
        holder(context, start, out);
        called(context, start, first, out);
        antecedents(context, start, out);
    }
    out.push(Candidate { origin: Origin::Nobody, tokens: None, name: String::new(), entity: None, rank: 0 });
}

/// The noun beside the cue that may stand for somebody named elsewhere: a definite one, or a role.
fn anaphor(context: &Context, after: &Range<usize>, before: &Range<usize>) -> Option<usize> {
    let noun = |i: &usize| {
        let i = *i;
        context.mention[i] == 0
            && (context.class(i) == Class::Definite
                || matches!(context.class(i), Class::Word | Class::Cue)
                    && (context.doc.fold(i).contains("ال") || nouns::of(context.head(i)) != Noun::Other))
    };
    let verb_first = after.clone().take(2).find(noun);
    verb_first.or_else(|| before.clone().rev().take(4).filter(noun).min())
}

/// The holder of the office that the phrase at `start` names.
fn holder(context: &Context, start: usize, out: &mut Vec<Candidate>) {
    if context.doc.len() > LONGEST_ARTICLE {
        return;
    }
    let end = (start + 1..context.doc.len().min(start + LONGEST_PHRASE))
        .find(|&j| !context.is_wordlike(j) || context.is_that(j) || context.cue_score[j] > 0.5);
    let phrase = start..end.unwrap_or(start + 1);
    if let Some(entity) = entities::holder(context.doc, context.mentions, context.entities, &phrase) {
        out.push(Candidate {
            origin: Origin::Holder,
            tokens: None,
            name: context.full_name(entity).to_owned(),
            entity: Some(entity),
            rank: 0,
        });
    }
}

/// Names before token `first_mention` that the text calls by the noun at `start`, the latest first.
fn called(context: &Context, start: usize, first_mention: usize, out: &mut Vec<Candidate>) {
    let head = context.head(start);
    let mut found: Vec<usize> = Vec::new();
    // A headline speaks of those whom the text names only later.
    let ahead = context.doc.paragraph_of(start) == 0;
    let later = (first_mention..context.mentions.len()).take(if ahead { LOOK_BACK } else { 0 });
    for number in (0..first_mention).rev().take(LOOK_BACK).chain(later) {
        let entity = context.owner[number];
        if is_speaking_kind(context.mentions[number].kind)
            && !found.contains(&entity)
            && context.is_called(entity, head)
        {
            out.push(Candidate {
                origin: Origin::Called,
                tokens: Some(context.mentions[number].tokens.clone()),
                name: context.full_name(entity).to_owned(),
                entity: Some(entity),
                rank: found.len(),
            });
            found.push(entity);
            if found.len() == MEMORY {
                break;
            }
        }
    }
}

/// Earlier noun phrases whose head is that of the noun at `start`, the latest first.
fn antecedents(context: &Context, start: usize, out: &mut Vec<Candidate>) {
    let head = context.head(start);
    let mut rank = 0;
    for i in (start.saturating_sub(4 * LOOK_BACK)..start).rev().filter(|&i| context.head(i) == head) {
        let inside = |j: usize| {
            matches!(
                context.class(j),
                Class::Word | Class::Definite | Class::Body | Class::Place | Class::Open | Class::Close
            )
        };
        let end = (i + 1..context.doc.len().min(i + 7)).find(|&j| !inside(j)).unwrap_or(i + 1);
        let end = (i + 1..=end).rev().find(|&j| context.is_wordlike(j - 1)).unwrap_or(i + 1);
        if end == i + 1 && context.doc.fold(i).starts_with("ال") {
            continue; // As short of words as the one to be explained.
        }
        let bytes = context.doc.bytes(&(i..end));
        out.push(Candidate {
            origin: Origin::Antecedent,
            tokens: Some(i..end),
            name: context.doc.text[bytes].to_owned(),
            entity: None,
            rank,
        });
        rank += 1;
        if rank == MEMORY {
            break;
        }
    }
}

/// Noun phrases of a zone: from its first words to where a phrase may end.
fn phrases(context: &Context, zone: &Range<usize>, origin: Origin, out: &mut Vec<Candidate>) {
    let is_start = |i: usize| {
        matches!(
            context.class(i),
            Class::Word | Class::Definite | Class::Cue | Class::Number | Class::Body | Class::Place
        ) || context.class(i) == Class::Value && context.mentions[context.mention[i] as usize - 1].kind == Kind::Number
    };
    let mut starts = 0;
    for start in zone.clone() {
        let fresh = start == zone.start
            || !context.is_wordlike(start - 1)
            || origin == Origin::PhraseAfter && start <= zone.start + 3
            || origin == Origin::PhraseBefore
                && (context.is_that(start - 1) || matches!(context.class(start - 1), Class::Clause | Class::Was));
        if !fresh || !is_start(start) {
            continue;
        }
        for end in start + 1..=zone.end.min(start + LONGEST_PHRASE) {
            if !context.is_wordlike(end - 1) && context.class(end - 1) != Class::Close {
                if !matches!(context.class(end - 1), Class::Open) {
                    break;
                }
                continue;
            }
            let splits_name =
                end < zone.end && context.mention[end] != 0 && context.mention[end] == context.mention[end - 1];
            if splits_name
                || matches!(context.class(end - 1), Class::Preposition | Class::To | Class::On | Class::About)
            {
                continue;
            }
            let cut = if context.doc.fold(start).starts_with("لل") { "ل".len() } else { 0 };
            let bytes = context.doc.start_after(start, cut)..context.doc.tokens[end - 1].end as usize;
            out.push(Candidate {
                origin,
                tokens: Some(start..end),
                name: context.doc.text[bytes].to_owned(),
                entity: None,
                rank: starts,
            });
        }
        starts += 1;
        if starts == 4 {
            break;
        }
    }
}

/// Person and gender that a cue's form shows: 0 unknown, 1 masculine singular, 2 feminine, 3 plural, 4 first person.
pub fn agreement(context: &Context, cue: usize) -> u32 {
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
            noun: heads.first().map_or(20, |&h| nouns::of(h) as u32),
            heads,
            after,
            before,
        }
    }
}

/// Fills `bag` with what speaks for or against a candidate.
pub fn features(context: &Context, draft: &Draft, setting: &Setting, said: &[Said], c: &Candidate, bag: &mut Bag) {
    let said = &said[said.len().saturating_sub(WINDOW)..];
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
        let mention = context.mention[start].checked_sub(1).map(|m| &context.mentions[m as usize]);
        // A name behind ل or ب is whom it was said to or where, not who said it.
        let clitic = mention.map_or(0, |m| {
            let cut = m.start.saturating_sub(context.doc.tokens[m.tokens.start].start as usize);
            if cut > 0 { hash(context.doc.fold(start).get(..cut.min(2)).unwrap_or("")) } else { 0 }
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
        bag.add(37, affix(context.doc.fold(start), 2, false), s.form);
        bag.add(38, affix(context.doc.fold(start), 1, true), s.agreement);
        bag.add(39, context.stem(prior), s.form);
        let noun = nouns::of(context.head(start)) as u32;
        bag.add(52, noun, combine(73, bucket(end - start), class(end)));
        bag.add(53, noun, s.form);
        bag.add(54, noun, bucket(gap));
        bag.add(55, nouns::of(context.head(prior)) as u32, kind);
        let holds = |class: Class| tokens.clone().any(|j| context.class(j) == class);
        let held =
            u32::from(holds(Class::Person)) | u32::from(holds(Class::Body)) << 1 | u32::from(holds(Class::Place)) << 2;
        bag.add(56, held, noun);
        bag.add(57, held, bucket(end - start));
        bag.add(58, u32::from(context.doc.fold(start).ends_with('ه')), combine(74, s.agreement, noun));
        let holds_name = tokens.clone().any(|j| context.mention[j] != 0);
        bag.add(40, u32::from(holds_name), bucket(end - start));
        bag.add(41, u32::from(holds_name), class(end));
        let in_content = draft.content.start <= start && end <= draft.content.end;
        bag.flag(42, in_content);
        bag.add(43, u32::from(context.marks.around[start] != context.marks.around[draft.cue]), kind);
        // The phrase right before a name: its role, or what it belongs to.
        bag.add(44, context.head(prior), kind);
        bag.add(45, class(end), class(end + 1));
        let phrase_before_name = end < s.after.end && context.mention[end] != 0;
        bag.add(46, u32::from(phrase_before_name), o);
        bag.add(47, u32::from(context.doc.sentence_of(start) != context.doc.sentence_of(draft.cue)), kind);
        if matches!(c.origin, Origin::NameAfter | Origin::NameBefore) && gap <= 6 {
            let pattern = between.clone().fold(3, |h, j| combine(71, h, class(j)));
            bag.add(48, pattern, kind);
            let pattern = between.clone().fold(3, |h, j| combine(76, h, nouns::of(context.head(j)) as u32));
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
    if let Some(entity) = c.entity {
        let count = context.entities.get(entity).map_or(0, |e| e.mentions.len());
        bag.add(60, bucket(count), kind);
        bag.flag(61, said.iter().any(|x| x.entity == c.entity));
        // What the text calls this one elsewhere, against the phrase beside the cue: "الوزير" and "وزير … فلان".
        let first = context.entities.get(entity).map_or("", |e| e.name.split(' ').next().unwrap_or(""));
        bag.add(65, s.agreement, combine(75, kind, first.chars().next_back().map_or(0, |c| c as u32)));
        let matches = s.heads.iter().filter(|h| context.is_called(entity, **h)).count().min(3) as u32;
        bag.add(62, matches, o);
        bag.add(63, u32::from(context.is_called(entity, s.phrase_head)), s.beside);
        bag.add(64, u32::from(context.is_called(entity, s.phrase_head)), kind);
    }
    if c.origin == Origin::Earlier {
        let last = said.iter().rev().find(|x| x.name == c.name);
        if let Some(last) = last {
            let gap = context.doc.sentence_of(draft.cue).saturating_sub(context.doc.sentence_of(last.draft.cue));
            bag.add(70, gap.min(6) as u32, s.form);
            bag.add(71, gap.min(6) as u32, after_empty);
            bag.add(72, u32::from(last.draft.content.contains(&draft.cue)), s.form);
            bag.add(73, gap.min(3) as u32, s.beside);
            let same_paragraph = context.doc.paragraph_of(draft.cue) == context.doc.paragraph_of(last.draft.cue);
            bag.add(74, u32::from(same_paragraph), s.form);
            let nested =
                said.iter().any(|x| x.draft.cue != last.draft.cue && x.draft.content.contains(&last.draft.cue));
            bag.add(81, u32::from(nested), s.form);
            bag.add(82, u32::from(nested), gap.min(2) as u32);
            let turns = said.iter().filter(|x| x.name == c.name).count();
            bag.add(83, bucket(turns), s.form);
            bag.add(84, bucket(turns), c.rank.min(4) as u32);
            bag.add(75, s.agreement, agreement(context, last.draft.cue));
            bag.add(76, u32::from(last.draft.cue > draft.cue), 0);
            bag.add(77, context.class(draft.cue.wrapping_sub(1)) as u32, gap.min(2) as u32);
        }
        let names_between = s.before.clone().filter(|&j| context.class(j) == Class::Person).count().min(2) as u32;
        bag.add(78, names_between, s.form);
        let mut words = c.name.split_whitespace().map(crate::source::fold);
        let own_head = words.next().map_or(0, |w| hash(head(&w)));
        bag.add(79, u32::from(own_head == s.phrase_head), s.beside);
        bag.add(80, u32::from(words.any(|w| s.heads.contains(&hash(head(&w))))), s.beside);
    }
}

/// How the speaker was found, from where it stood.
pub fn via(context: &Context, draft: &Draft, c: &Candidate) -> Via {
    match c.origin {
        Origin::NameAfter | Origin::PhraseAfter | Origin::NameBefore | Origin::PhraseBefore => Via::Named,
        Origin::Nobody => Via::None,
        Origin::Called | Origin::Holder | Origin::Antecedent => Via::Role,
        Origin::Earlier | Origin::Recent => {
            match (zone_after(context, draft).is_empty(), agreement(context, draft.cue)) {
                (_, 5..) => Via::Pronoun,
                (true, _) => Via::Elided,
                (false, _) => Via::Role,
            }
        }
    }
}

/// The index of the best candidate and its share of the probability. Candidates that name the same one stand
/// together: an entity wherever it was found, a phrase however far it reaches.
pub fn choose(candidates: &[Candidate], scores: &[f32]) -> Option<(usize, f32)> {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let key = |c: &Candidate| match (c.entity, &c.tokens) {
        (Some(entity), _) => (1, entity),
        (None, Some(tokens)) => (2, tokens.start),
        (None, None) => (3, hash(&c.name) as usize),
    };
    let mut groups: Vec<((u8, usize), f32, usize)> = Vec::new();
    let mut all = 0.0;
    for (i, (candidate, score)) in candidates.iter().zip(scores).enumerate() {
        let weight = (score - top).exp();
        all += weight;
        let key = key(candidate);
        match groups.iter_mut().find(|g| g.0 == key) {
            Some(group) => {
                group.1 += weight;
                if *score > scores[group.2] {
                    group.2 = i;
                }
            }
            None => groups.push((key, weight, i)),
        }
    }
    groups.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|g| (g.2, g.1 / all))
}

/// The fullest name of whom a short one stands for: the only person of the text whose last word is that of `name`,
/// where `name` is a single word or a title and a word. Such names are often taken for places or bodies.
pub fn fullest<'c>(context: &'c Context, name: &str) -> Option<(usize, &'c str)> {
    let mut words = name.split_whitespace();
    let last = match (words.next()?, words.next(), words.next()) {
        (only, None, _) => only,
        (title, Some(last), None) if matches!(nouns::of(hash(head(&fold(title)))), Noun::Role | Noun::Honorific) => {
            last
        }
        _ => return None,
    };
    let last = fold(last);
    match context.by_last_word.get(&hash(&last))?[..] {
        [entity] => Some((entity, context.full_name(entity))),
        _ => None,
    }
}
