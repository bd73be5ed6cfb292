//! The title or office that the text gives a person, and the person that a title or office means.

use super::Entity;
use super::form::bare;
use crate::lexicon::countries;
use crate::lexicon::cues;
use crate::lexicon::roles::{self, Role, Sort};
use crate::mention::{Kind, Mention};
use crate::segment::{Document, TokenKind};
use std::ops::Range;

/// The longest role before or behind a name, in tokens.
const LONGEST: usize = 12;

/// The role word at token `i`, proclitics and article left out.
fn role_at(doc: &Document, i: usize) -> Option<Role> {
    if doc.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    stem(doc.fold(i)).into_iter().find_map(roles::role)
}

/// A folded word as it is, and without its proclitics and article.
fn stem(word: &str) -> Vec<&str> {
    let mut stems = vec![word];
    let mut rest = word;
    for _ in 0..3 {
        if let Some(stem) = rest.strip_prefix("ال").or_else(|| rest.strip_prefix("لل")) {
            stems.push(stem);
            break;
        }
        match rest.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']) {
            Some(shorter) if shorter.len() > 4 => {
                stems.push(shorter);
                rest = shorter;
            }
            _ => break,
        }
    }
    stems
}

/// Whether a role cannot run over token `i`: punctuation, verbs and particles of another clause.
fn breaks(doc: &Document, i: usize) -> bool {
    match doc.kind(i) {
        Some(TokenKind::Word) => {
            let word = doc.fold(i);
            if matches!(
                word,
                "ان" | "الذي"
                    | "التي"
                    | "الي"
                    | "علي"
                    | "عن"
                    | "مع"
                    | "بين"
                    | "منذ"
                    | "خلال"
                    | "بعد"
                    | "قبل"
                    | "حيث"
                    | "كما"
                    | "انه"
                    | "انها"
                    | "لكن"
                    | "وقد"
                    | "قد"
                    | "كان"
                    | "كانت"
                    | "هو"
                    | "هي"
                    | "لقاء"
                    | "اليوم"
                    | "امس"
                    | "من"
                    | "بان"
                    | "اثر"
                    | "عقب"
                    | "ضد"
                    | "حول"
                    | "عبر"
                    | "لم"
                    | "لن"
                    | "لا"
                    | "ما"
            ) {
                return true;
            }
            word != "باسم"
                && role_at(doc, i).is_none()
                && cues::find(word).is_some_and(|f| {
                    f.entry.class == "verb"
                        && matches!(f.form, cues::Form::Past | cues::Form::Present | cues::Form::Participle)
                        || matches!(f.form, cues::Form::Particle)
                })
        }
        Some(TokenKind::Foreign | TokenKind::Number) => false,
        _ => true,
    }
}

/// The tokens of the role that stands right before the mention: وزير الخارجية الروسي | سيرغي لافروف.
pub fn before(doc: &Document, mentions: &[Mention], index: usize) -> Option<Range<usize>> {
    let mention = &mentions[index];
    let start = mention.tokens.start;
    if doc.tokens[start].starts_line || mention.start > doc.tokens[start].start as usize {
        return None;
    }
    let sentence = doc.sentences[doc.sentence_of(start)].tokens.start;
    let floor = start.saturating_sub(LONGEST).max(sentence);
    let mut first = None;
    let mut i = start;
    while i > floor {
        i -= 1;
        // A name inside is part of it only as the body or place of the office.
        let inside = mentions[..index].iter().rev().take(4).find(|m| m.tokens.contains(&i));
        if let Some(inside) = inside {
            if matches!(inside.kind, Kind::Organization | Kind::Place) && inside.tokens.start >= floor {
                i = inside.tokens.start;
                if doc.fold(i).starts_with('و') && inside.start > doc.tokens[i].start as usize && !in_role(first) {
                    break;
                }
                continue;
            }
            break;
        }
        if breaks(doc, i) {
            break;
        }
        if let Some(role) = role_at(doc, i) {
            if role.sort == Sort::Role {
                first = Some(i);
            }
            // A conjunction before the role word begins a new member of a list.
            if doc.fold(i).starts_with('و') && roles::role(doc.fold(i)).is_none() && first == Some(i) {
                break;
            }
        } else if first.is_none() && start - i > LONGEST - 2 {
            break;
        }
    }
    let first = first?;
    Some(first..start)
}

fn in_role(first: Option<usize>) -> bool {
    first.is_some()
}

/// The tokens of the role that stands behind the mention, after a comma or at once: أحمد علي، المتحدث باسم الوزارة،.
pub fn behind(doc: &Document, mentions: &[Mention], index: usize) -> Option<Range<usize>> {
    let end = mentions[index].tokens.end;
    let sentence = &doc.sentences[doc.sentence_of(end.checked_sub(1)?)].tokens;
    let comma = matches!(doc.fold(end), "،" | ",");
    let open = matches!(doc.fold(end), "(");
    let start = end + usize::from(comma || open);
    if start >= sentence.end || role_at(doc, start)?.sort != Sort::Role {
        return None;
    }
    // A role with و or another proclitic before it begins something else.
    let word = doc.fold(start);
    if roles::role(bare(word)).is_none()
        && roles::role(word).is_none()
        && word.strip_prefix("ال").and_then(roles::role).is_none()
    {
        return None;
    }
    let mut i = start + 1;
    let limit = sentence.end.min(start + LONGEST);
    while i < limit {
        let person = mentions.get(index + 1).is_some_and(|m| m.kind == Kind::Person && m.tokens.contains(&i));
        if person {
            // What was taken for a role behind one name is the role before the next one.
            return None;
        }
        let body = mentions[index + 1..].iter().take(4).find(|m| m.tokens.contains(&i)).map(|m| m.tokens.end);
        if let Some(after) = body {
            i = after;
            continue;
        }
        if breaks(doc, i) {
            break;
        }
        i += 1;
    }
    let end = i.min(limit);
    // Without a comma only a construct or a definite role with its qualifier is one, and only up to what ends it.
    let closed = end < sentence.end
        && (matches!(doc.kind(end), Some(TokenKind::Sign | TokenKind::Mark)) || breaks(doc, end))
        || end == sentence.end;
    (closed && (comma || open || end - start > 1)).then_some(start..end)
}

/// What a qualifier of a role is compared by: its country, or its stem.
fn qualifier(word: &str) -> String {
    match countries::country(word) {
        Some(country) => country.code.to_owned(),
        None => stem(word).last().map_or_else(String::new, |s| (*s).to_owned()),
    }
}

fn qualifiers(doc: &Document, tokens: &Range<usize>) -> (Option<Role>, Vec<String>) {
    let mut head = None;
    let mut rest = Vec::new();
    for i in tokens.clone() {
        if doc.kind(i) != Some(TokenKind::Word) {
            continue;
        }
        if head.is_none() {
            head = role_at(doc, i).filter(|r| r.sort == Sort::Role);
            if head.is_some() {
                continue;
            }
        }
        let word = doc.fold(i);
        if !matches!(word, "في" | "من" | "باسم" | "لدي" | "العام" | "السابق" | "الحالي" | "الجديد" | "شؤون")
        {
            rest.push(qualifier(word));
        }
    }
    (head, rest)
}

/// The holder of the office, title or short name that the phrase `tokens` says. See [`super::holder`].
pub fn holder(doc: &Document, mentions: &[Mention], entities: &[Entity], tokens: &Range<usize>) -> Option<usize> {
    let named = mentions.partition_point(|m| m.tokens.start < tokens.start);
    let inside = mentions[named..].iter().take_while(|m| m.tokens.start < tokens.end);
    for (k, mention) in inside.enumerate() {
        if mention.kind == Kind::Person && mention.tokens.end <= tokens.end {
            let found =
                entities.iter().position(|e| e.kind == Kind::Person && e.mentions.binary_search(&(named + k)).is_ok());
            if found.is_some() {
                return found;
            }
        }
    }
    let (head, wanted) = qualifiers(doc, tokens);
    let head = head?;
    let mut exact: Option<(usize, usize)> = None;
    let mut fits: Vec<(usize, usize)> = Vec::new();
    for (id, entity) in entities.iter().enumerate().filter(|(_, e)| e.kind == Kind::Person) {
        for role in &entity.roles {
            let (other, said) = qualifiers(doc, role);
            if other != Some(head) {
                continue;
            }
            // The latest mention before the phrase, or the first one after it.
            let at = entity.mentions.iter().rev().map(|&m| mentions[m].tokens.start).find(|&t| t < tokens.start);
            let at = at.unwrap_or(0);
            if !wanted.is_empty() && wanted.len() == said.len() && wanted.iter().all(|w| said.contains(w)) {
                exact = match exact {
                    Some((other, _)) if other != id => return None,
                    _ => Some((id, at)),
                };
            } else if wanted.iter().all(|w| said.contains(w)) || said.iter().all(|s| wanted.contains(s)) {
                fits.push((id, at));
            }
        }
    }
    if let Some((id, _)) = exact {
        return Some(id);
    }
    fits.dedup_by_key(|f| f.0);
    match fits[..] {
        [] => None,
        [(only, _)] => Some(only),
        // A bare title means the holder last spoken of.
        _ if wanted.is_empty() => fits.into_iter().filter(|f| f.1 > 0).max_by_key(|f| f.1).map(|f| f.0),
        _ => None,
    }
}

/// Whether a text begins with a role word.
pub fn is_role(text: &str) -> bool {
    let first = crate::source::fold(text.split_whitespace().next().unwrap_or_default());
    roles::role(bare(&first)).or_else(|| roles::role(&first)).is_some()
}
