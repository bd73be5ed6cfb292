//! What the rankers look at: every token's word, stem, class and surroundings, computed once for a document.

use super::class;
use super::cue::affix;
use super::marks::{self, Marks};
use crate::entities::Entity;
use crate::lexicon::nouns::{self, Noun};
use crate::lexicon::{cues, given_names};
use crate::mention::{Kind, Mention};
use crate::model::{HashedMap, hash};
use crate::segment::{Document, TokenKind};
use crate::source::fold;
use crate::{morph, names};
use std::ops::Range;

pub use super::class::Class;

/// Everything known of a document before quotes are sought.
pub struct Context<'d> {
    /// The document.
    pub doc: &'d Document<'d>,
    /// Names and values.
    pub mentions: &'d [Mention],
    /// What they stand for.
    pub entities: &'d [Entity],
    /// The entity of every mention.
    pub owner: Vec<usize>,
    /// Quotation marks.
    pub marks: Marks,
    /// Hash of every token's folded form.
    pub word: Vec<u32>,
    /// Hash of every token's light stem: conjunction, and gender and number endings left out.
    pub stem: Vec<u32>,
    /// Hash of every token's head: article, clitics and endings left out.
    head: Vec<u32>,
    /// Hashes of the first letter and of the first two letters of every token.
    prefixes: Vec<[u32; 2]>,
    /// What the noun of every token's head stands for.
    noun: Vec<Noun>,
    /// Every token's clusters in raw news, coarse to fine, 0 unknown.
    cluster: Vec<[u32; 3]>,
    /// Every token's class.
    pub class: Vec<Class>,
    /// Every token's listed cue.
    pub cue: Vec<Option<cues::Found>>,
    /// One more than the mention that covers a token, 0 for none.
    pub mention: Vec<u32>,
    /// The sentence of every token.
    pub sentence: Vec<u32>,
    /// The paragraph of every token.
    pub paragraph: Vec<u32>,
    /// The last solid token of every sentence, see [`Context::last_solid`].
    last_solid: Vec<u32>,
    /// Hashes of the words that stand beside the mentions of every entity: its roles and kinds.
    called: Vec<Vec<u32>>,
    /// Persons of several words by the hash of the last one, folded.
    pub by_last_word: HashedMap<Vec<usize>>,
    /// How likely every token is a cue, 0 to 1; filled by the cue stage.
    pub cue_score: Vec<f32>,
    /// What the given name, titles and verbs of every entity say of its gender: above 0 feminine, below masculine.
    gender: Vec<i32>,
    /// How often a likely cue stands beside each entity anywhere in the text; filled with the cue scores.
    beside: Vec<u32>,
}

/// The folded word without و or ف and without endings of gender, number and case.
fn light_stem(word: &str) -> &str {
    let long = |w: &str, n: usize| w.len() >= 2 * n; // Arabic letters are two bytes each.
    let mut stem = word;
    if let Some(rest) = stem.strip_prefix(['و', 'ف']).filter(|r| long(r, 3)) {
        stem = rest;
    }
    let endings: &[&str] = match stem.chars().next_back() {
        Some('ا') => &["وا", "ا"],
        Some('ن') => &["ون", "ين"],
        Some('ت') => &["ات", "ت"],
        Some('ه') => &["ه"],
        _ => &[],
    };
    for &ending in endings {
        if let Some(rest) = stem.strip_suffix(ending).filter(|r| long(r, 3)) {
            return rest;
        }
    }
    stem
}

/// Persons of several words by the hash of the last one, folded.
fn by_last_word(entities: &[Entity]) -> HashedMap<Vec<usize>> {
    let mut persons: HashedMap<Vec<usize>> = HashedMap::default();
    for (id, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person) {
        if let Some((_, last)) = entity.name.rsplit_once(' ') {
            persons.entry(hash(&fold(last))).or_default().push(id);
        }
    }
    persons
}

impl<'d> Context<'d> {
    /// Looks every token of `doc` up once.
    pub fn new(doc: &'d Document<'d>, mentions: &'d [Mention], entities: &'d [Entity], marks: Marks) -> Self {
        let n = doc.len();
        let mut owner = vec![usize::MAX; mentions.len()];
        for (id, entity) in entities.iter().enumerate() {
            entity.mentions.iter().for_each(|&m| owner[m] = id);
        }
        let mut mention = vec![0; n];
        for (number, m) in mentions.iter().enumerate() {
            mention[m.tokens.clone()].fill(number as u32 + 1);
        }
        let mut context = Context {
            doc,
            mentions,
            entities,
            owner,
            marks,
            word: Vec::with_capacity(n),
            stem: Vec::with_capacity(n),
            head: Vec::with_capacity(n),
            prefixes: Vec::with_capacity(n),
            noun: Vec::with_capacity(n),
            cluster: Vec::with_capacity(n),
            class: Vec::with_capacity(n),
            cue: Vec::with_capacity(n),
            mention,
            sentence: vec![0; n],
            paragraph: vec![0; n],
            last_solid: Vec::with_capacity(doc.sentences.len()),
            called: Vec::new(),
            by_last_word: by_last_word(entities),
            cue_score: vec![0.0; n],
            beside: Vec::new(),
            gender: vec![0; entities.len()],
        };
        for (number, sentence) in doc.sentences.iter().enumerate() {
            context.sentence[sentence.tokens.clone()].fill(number as u32);
        }
        for (number, paragraph) in doc.paragraphs.iter().enumerate() {
            context.paragraph[paragraph.tokens.clone()].fill(number as u32);
        }
        let words = names::Model::embedded().words();
        for i in 0..n {
            let folded = doc.fold(i);
            context.word.push(hash(folded));
            context.cluster.push(if doc.tokens[i].kind == TokenKind::Word { words.clusters(folded) } else { [0; 3] });
            let head = hash(morph::head(folded));
            context.head.push(head);
            context.noun.push(nouns::of(head));
            context.prefixes.push([1, 2].map(|n| affix(folded, n, false)));
            let kind = doc.tokens[i].kind;
            let is_word = kind == TokenKind::Word;
            let named = context.mention[i].checked_sub(1).map(|m| mentions[m as usize].kind);
            let cue = if is_word && named.is_none_or(|k| !k.is_name()) { cues::find(folded) } else { None };
            context.stem.push(match cue {
                Some(found) => hash(found.entry.lemma),
                None if is_word => hash(light_stem(folded)),
                None => context.word[i],
            });
            context.class.push(match kind {
                TokenKind::Mark => match context.marks.role[i] {
                    marks::OPENS => Class::Open,
                    marks::CLOSES => Class::Close,
                    _ => Class::Stray,
                },
                TokenKind::Sign => class::of_sign(folded),
                _ => match named {
                    Some(Kind::Person) => Class::Person,
                    Some(Kind::Organization) => Class::Body,
                    Some(Kind::Place) => Class::Place,
                    Some(_) => Class::Value,
                    None if kind == TokenKind::Foreign => Class::Foreign,
                    None if kind == TokenKind::Number => Class::Number,
                    None => match class::of_word(folded, doc.surface(i)) {
                        Class::Word | Class::Definite if cue.is_some() => Class::Cue,
                        class => class,
                    },
                },
            });
            context.cue.push(cue);
        }
        context.last_solid = doc.sentences.iter().map(|s| context.last_solid(s.tokens.clone()) as u32).collect();
        context.called = context.callings();
        context.gender = context.genders();
        context
    }

    /// Roles and kinds: up to four words before every mention in its clause, and three behind a comma or dash.
    fn callings(&self) -> Vec<Vec<u32>> {
        let mut called = vec![Vec::new(); self.entities.len()];
        for (number, mention) in self.mentions.iter().enumerate().filter(|(_, m)| m.kind.is_name()) {
            let of = &mut called[self.owner[number]];
            if of.len() > 40 {
                continue;
            }
            let word = |j: usize| matches!(self.class(j), Class::Word | Class::Definite | Class::Body | Class::Place);
            let marked = usize::from(self.class(mention.tokens.start.wrapping_sub(1)) == Class::Open);
            let front = mention.tokens.start - marked;
            let before = (front.saturating_sub(5)..front).rev().take_while(|&j| word(j));
            let end = mention.tokens.end;
            let behind = matches!(self.class(end), Class::Comma | Class::Dash)
                .then(|| (end + 1..end + 5).take_while(|&j| word(j)));
            of.extend(before.chain(behind.into_iter().flatten()).map(|j| self.head(j)));
            of.extend(mention.tokens.clone().take(2).map(|j| self.head(j)));
        }
        called
    }

    /// Votes on the gender of persons: their given names, and the roles and verbs right before their names.
    fn genders(&self) -> Vec<i32> {
        let given = |e: &Entity| if e.kind == Kind::Person { given_names::gender(&fold(&e.name)) } else { 0 };
        let mut votes: Vec<i32> = self.entities.iter().map(given).collect();
        for (number, mention) in self.mentions.iter().enumerate().filter(|(_, m)| m.kind == Kind::Person) {
            let vote = &mut votes[self.owner[number]];
            let start = mention.tokens.start;
            for j in (start.saturating_sub(5)..start).rev() {
                let feminine = match self.class(j) {
                    Class::Cue => {
                        match super::speaker::agreement(self, j) {
                            1 => *vote -= 1,
                            2 => *vote += 1,
                            _ => {}
                        }
                        break;
                    }
                    Class::Word | Class::Definite if matches!(self.noun(j), Noun::Role | Noun::Honorific) => {
                        self.doc.fold(j).ends_with('ه')
                    }
                    Class::Word | Class::Definite | Class::Body | Class::Place => continue,
                    _ => break,
                };
                *vote += if feminine { 2 } else { -2 };
            }
        }
        votes
    }

    /// The gender of a person as far as the text shows it: 0 unknown, 1 masculine, 2 feminine; 3 for what is no person.
    pub fn gender(&self, entity: usize) -> u32 {
        match (self.is_person(entity), self.gender.get(entity).copied().unwrap_or(0)) {
            (false, _) => 3,
            (_, 0) => 0,
            (_, vote) => 1 + u32::from(vote > 0),
        }
    }

    /// Whether an entity is a person.
    pub fn is_person(&self, entity: usize) -> bool {
        self.entities.get(entity).is_some_and(|e| e.kind == Kind::Person)
    }

    /// Counts for every entity how often it stands right behind a likely cue, or behind the title there, or before it.
    pub(super) fn count_speakers(&mut self) {
        const LIKELY: f32 = 0.4;
        const TITLE: usize = 5;
        let mut beside = vec![0; self.entities.len()];
        for i in (0..self.doc.len()).filter(|&i| self.cue_score[i] > LIKELY) {
            let behind = (i + 1..self.doc.len().min(i + 1 + TITLE))
                .take_while(|&j| {
                    matches!(self.doc.kind(j), Some(TokenKind::Word | TokenKind::Foreign | TokenKind::Mark))
                })
                .take_while(|&j| !self.is_that(j))
                .find(|&j| self.mention[j] != 0 && self.speaks(j));
            let before = i.checked_sub(1).filter(|&j| self.mention[j] != 0 && self.speaks(j));
            if let Some(j) = behind.or(before) {
                beside[self.owner[self.mention[j] as usize - 1]] += 1;
            }
        }
        self.beside = beside;
    }

    /// Whether the word at `j` opens a clause, or only its subject stands before it there.
    pub fn heads_clause(&self, j: usize) -> bool {
        let ends = |i: usize| matches!(self.class(i), Class::Comma | Class::Semicolon | Class::Stop);
        let opens = |j: usize| self.doc.fold(j).starts_with(['و', 'ف']) || j.checked_sub(1).is_none_or(ends);
        let subject = j.checked_sub(1).map(|i| self.mention_at(i).map_or(i, |m| m.tokens.start));
        opens(j) || subject.is_some_and(opens)
    }

    /// Which kinds of names that can speak stand in a range, as bits: persons, bodies, places.
    pub fn kinds_in(&self, tokens: &Range<usize>) -> u32 {
        tokens.clone().fold(0, |kinds, j| match self.class(j) {
            Class::Person => kinds | 1,
            Class::Body => kinds | 2,
            Class::Place => kinds | 4,
            _ => kinds,
        })
    }

    /// Whether the name at token `j` is of somebody who can speak.
    fn speaks(&self, j: usize) -> bool {
        matches!(self.class(j), Class::Person | Class::Body | Class::Place)
    }

    /// How often an entity stands beside a likely cue in the whole text.
    pub fn beside_cues(&self, entity: usize) -> u32 {
        self.beside.get(entity).copied().unwrap_or(0)
    }

    /// Whether the text calls an entity by a word with this head anywhere.
    #[inline]
    pub fn is_called(&self, entity: usize, head: u32) -> bool {
        self.called.get(entity).is_some_and(|words| words.contains(&head))
    }

    /// The fullest name of an entity.
    #[inline]
    pub fn full_name(&self, entity: usize) -> &'d str {
        self.entities.get(entity).map_or("", |e| &e.name)
    }

    /// The class of token `i`, `Class::None` beyond either end.
    #[inline]
    pub fn class(&self, i: usize) -> Class {
        self.class.get(i).copied().unwrap_or(Class::None)
    }

    /// The word hash of token `i`, 0 beyond either end.
    #[inline]
    pub fn word(&self, i: usize) -> u32 {
        self.word.get(i).copied().unwrap_or(0)
    }

    /// The hash of the head of token `i` (see [`morph::head`]), 0 beyond either end.
    #[inline]
    pub fn head(&self, i: usize) -> u32 {
        self.head.get(i).copied().unwrap_or(0)
    }

    /// The hash of the first `n` letters of token `i`, one or two; 0 where it has no more, or beyond either end.
    #[inline]
    pub fn prefix(&self, i: usize, n: usize) -> u32 {
        self.prefixes.get(i).map_or(0, |p| p[n - 1])
    }

    /// What the noun of token `i` stands for.
    #[inline]
    pub fn noun(&self, i: usize) -> Noun {
        self.noun.get(i).copied().unwrap_or(Noun::Other)
    }

    /// The role of the paragraph of token `i`, as a number.
    #[inline]
    pub fn role(&self, i: usize) -> u32 {
        self.doc.paragraphs[self.paragraph[i] as usize].role as u32
    }

    /// The name or value that covers token `i`.
    #[inline]
    pub fn mention_at(&self, i: usize) -> Option<&'d Mention> {
        self.mention.get(i)?.checked_sub(1).map(|m| &self.mentions[m as usize])
    }

    /// The form of the listed cue at token `i`, as a number; 0 where there is none.
    #[inline]
    pub fn form(&self, i: usize) -> u32 {
        self.cue.get(i).copied().flatten().map_or(0, |c| 1 + c.form as u32)
    }

    /// The hash of the act of the listed cue at token `i`; 0 where there is none.
    #[inline]
    pub fn act(&self, i: usize) -> u32 {
        self.cue.get(i).copied().flatten().map_or(0, |c| hash(c.entry.act))
    }

    /// The cluster of token `i` at a grain of 0 (coarse) to 2 (fine), 0 where it is unknown or beyond either end.
    #[inline]
    pub fn cluster(&self, i: usize, grain: usize) -> u32 {
        self.cluster.get(i).map_or(0, |c| c[grain])
    }

    /// The stem hash of token `i`, 0 beyond either end.
    #[inline]
    pub fn stem(&self, i: usize) -> u32 {
        self.stem.get(i).copied().unwrap_or(0)
    }

    /// Whether token `i` is a word, name or number rather than a mark or sign.
    #[inline]
    pub fn is_wordlike(&self, i: usize) -> bool {
        matches!(self.doc.kind(i), Some(TokenKind::Word | TokenKind::Foreign | TokenKind::Number))
    }

    /// Whether token `i` opens a clause of what was said: أن, إن, بأنه, فإن …
    #[inline]
    pub fn is_that(&self, i: usize) -> bool {
        matches!(self.class(i), Class::An | Class::In | Class::BiAn | Class::FaIn | Class::AnPronoun)
    }

    /// The first and the last token of the sentence of token `i`, half-open; beyond the end, nothing.
    #[inline]
    pub fn sentence_tokens(&self, i: usize) -> Range<usize> {
        let end = self.doc.len();
        self.sentence.get(i).map_or(end..end, |&s| self.doc.sentences[s as usize].tokens.clone())
    }

    /// The last token of a range that is a word, number or closing bracket; its first token where none is.
    pub fn last_solid(&self, range: Range<usize>) -> usize {
        let solid = |&j: &usize| self.is_wordlike(j) || matches!(self.class(j), Class::CloseBracket | Class::Sign);
        range.clone().rev().find(solid).unwrap_or(range.start)
    }

    /// The last solid token of the sentence of token `i`.
    #[inline]
    pub fn last_solid_beside(&self, i: usize) -> usize {
        self.last_solid[self.sentence[i] as usize] as usize
    }
}
