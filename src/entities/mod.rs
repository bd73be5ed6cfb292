//! Entities: which mentions are the same person, body, place or thing; their fullest name, English name, code and role.

mod form;
mod gloss;
mod person;
mod role;
mod thing;

use crate::mention::{Kind, Mention};
use crate::segment::{Document, TokenKind};
use form::Form;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// One person, body, place or thing with all its mentions.
#[derive(Clone, Debug)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// Its fullest form in the text.
    pub name: String,
    /// Indices into the mentions, ascending.
    pub mentions: Vec<usize>,
    /// Other forms in the text.
    pub aliases: Vec<String>,
    /// An English name or, where none is known, a romanisation.
    pub gloss: Option<String>,
    /// Whether the gloss is a known English name rather than a romanisation.
    pub known: bool,
    /// ISO 3166 code: of a country itself, of the country that a known place, body or person belongs to.
    pub code: Option<String>,
    /// The title or office that the text gives a person.
    pub role: Option<String>,
    /// All tokens that give a person a title or office, in the order of the text.
    pub roles: Vec<Range<usize>>,
    /// Entities that speak for one another: a country and its capital. Indices into the entities.
    pub related: Vec<usize>,
}

/// Groups the mentions of a document into entities; every mention is in exactly one.
///
/// Entities stand in the order of their first mention. Time grows linearly with the number of mentions.
pub fn link(doc: &Document, mentions: &[Mention]) -> Vec<Entity> {
    let forms: Vec<Form> =
        mentions.iter().map(|m| if m.kind.is_name() { Form::new(doc, m) } else { Form::default() }).collect();
    let groups = groups(doc, mentions, &forms);
    let mut entities: Vec<Entity> = Vec::new();
    let mut ids: HashMap<usize, usize> = HashMap::new();
    for (i, m) in mentions.iter().enumerate() {
        let id = *ids.entry(groups[i]).or_insert_with(|| {
            entities.push(Entity {
                kind: m.kind,
                name: String::new(),
                mentions: Vec::new(),
                aliases: Vec::new(),
                gloss: None,
                known: false,
                code: None,
                role: None,
                roles: Vec::new(),
                related: Vec::new(),
            });
            entities.len() - 1
        });
        entities[id].mentions.push(i);
    }
    let mut countries: BTreeMap<&str, usize> = BTreeMap::new();
    let mut capitals: Vec<(&str, usize)> = Vec::new();
    for (id, entity) in entities.iter_mut().enumerate() {
        let fullest = name(doc, mentions, &forms, entity);
        if !entity.kind.is_name() {
            continue;
        }
        let known = match entity.kind {
            // A surname alone is proof of identity only where no fuller name stands in the article.
            Kind::Person => thing::known(Kind::Person, &forms[fullest]),
            kind => entity.mentions.iter().find_map(|&m| thing::known(kind, &forms[m])),
        };
        if let Some(known) = known {
            entity.gloss = known.english.map(str::to_owned);
            entity.known = known.english.is_some();
            entity.code = known.country.map(str::to_owned);
            if let Some(code) = known.country {
                if known.is_country {
                    countries.insert(code, id);
                } else if known.is_capital {
                    capitals.push((code, id));
                }
            }
        }
        if entity.gloss.is_none() {
            entity.gloss = Some(gloss::romanise(&forms[fullest])).filter(|g| !g.is_empty());
        }
        if entity.kind == Kind::Person {
            give_roles(doc, mentions, entity);
        }
    }
    for (code, capital) in capitals {
        if let Some(&country) = countries.get(code) {
            entities[capital].related.push(country);
            entities[country].related.push(capital);
        }
    }
    entities
}

/// The number of each mention's group.
fn groups(doc: &Document, mentions: &[Mention], forms: &[Form]) -> Vec<usize> {
    let of_kind = |person: bool| -> Vec<usize> {
        (0..mentions.len())
            .filter(|&i| mentions[i].kind.is_name() && (mentions[i].kind == Kind::Person) == person)
            .collect()
    };
    let (people, things) = (of_kind(true), of_kind(false));
    let position = |all: &[usize], i: usize| all.binary_search(&i).ok();
    let persons: Vec<person::Person> = people
        .iter()
        .map(|&i| person::Person {
            form: forms[i].clone(),
            paragraph: doc.paragraph_of(mentions[i].tokens.start),
            same_as: bracketed(doc, mentions, i)
                .filter(|_| nickname(doc, &mentions[i], &forms[i]))
                .and_then(|j| position(&people, j)),
        })
        .collect();
    let bodies: Vec<thing::Thing> = things
        .iter()
        .map(|&i| thing::Thing {
            kind: mentions[i].kind,
            form: forms[i].clone(),
            same_as: bracketed(doc, mentions, i)
                .filter(|&j| mentions[i].kind == Kind::Organization && short_form(doc, mentions, forms, j, i))
                .and_then(|j| position(&things, j)),
        })
        .collect();
    let mut groups = vec![0; mentions.len()];
    for (&i, group) in people.iter().zip(person::group(&persons)) {
        groups[i] = 3 * group;
    }
    for (&i, group) in things.iter().zip(thing::group(&bodies)) {
        groups[i] = 3 * group + 1;
    }
    // Values are the same where they read the same.
    let mut values: HashMap<(Kind, &str), usize> = HashMap::new();
    for (i, m) in mentions.iter().enumerate().filter(|(_, m)| !m.kind.is_name()) {
        let next = values.len();
        groups[i] = 3 * *values.entry((m.kind, &doc.text[m.start..m.end])).or_insert(next) + 2;
    }
    groups
}

/// The mention right before mention `i`, where `i` stands in brackets behind it: وكالة الأنباء السعودية (واس).
fn bracketed(doc: &Document, mentions: &[Mention], i: usize) -> Option<usize> {
    let j = i.checked_sub(1)?;
    let (a, b) = (&mentions[j], &mentions[i]);
    if a.kind != b.kind || doc.fold(b.tokens.end).is_empty() {
        return None;
    }
    let is_mark = |t: usize| doc.kind(t) == Some(TokenKind::Mark);
    let mut between: Vec<usize> = (a.tokens.end..b.tokens.start).collect();
    between.retain(|&t| !is_mark(t));
    let mut end = b.tokens.end;
    while is_mark(end) {
        end += 1;
    }
    (between.len() == 1 && doc.fold(between[0]) == "(" && doc.fold(end) == ")" && a.tokens.end + 3 > b.tokens.start)
        .then_some(j)
}

/// Whether a name in brackets behind a person is another name of his: a kunya, or one in quotation marks.
fn nickname(doc: &Document, mention: &Mention, form: &Form) -> bool {
    let quoted = mention.tokens.start > 0 && doc.kind(mention.tokens.start - 1) == Some(TokenKind::Mark);
    form.is_kunya() || quoted && form.units.len() == 1
}

/// Whether a body in brackets is the short or foreign form of the one before it, not another body.
fn short_form(doc: &Document, mentions: &[Mention], forms: &[Form], long: usize, short: usize) -> bool {
    let foreign = doc.kind(mentions[short].tokens.start) == Some(TokenKind::Foreign);
    let (l, s) = (forms[long].units.len(), forms[short].units.len());
    foreign || l >= 2 && s == 1
}

/// Sets the fullest form as the name and the others as aliases; returns the mention of the fullest form.
fn name(doc: &Document, mentions: &[Mention], forms: &[Form], entity: &mut Entity) -> usize {
    let surface = |m: usize| -> String {
        let text = &doc.text[mentions[m].start..mentions[m].end];
        let mut words = text.split_whitespace();
        let mut out = words.next().unwrap_or_default().to_owned();
        for word in words {
            out.push(' ');
            out.push_str(word);
        }
        // For لل = ل + ال the span starts at the second ل.
        let token = mentions[m].tokens.start;
        if mentions[m].start > doc.tokens[token].start as usize
            && mentions[m].kind.is_name()
            && doc.text[..mentions[m].start].ends_with('ل')
            && out.starts_with('ل')
            && out.chars().count() > 3
        {
            out.insert(0, 'ا');
        }
        out
    };
    let mut fullest = entity.mentions[0];
    for &m in &entity.mentions[1..] {
        if forms[m].units.len() > forms[fullest].units.len() {
            fullest = m;
        }
    }
    entity.name = surface(fullest);
    let mut seen: Vec<String> = Vec::new();
    for &m in &entity.mentions {
        let other = surface(m);
        if other != entity.name && seen.len() < 64 && !seen.contains(&other) {
            seen.push(other);
        }
    }
    entity.aliases = seen;
    fullest
}

/// Collects the roles that the text gives a person; the longest is the one told.
fn give_roles(doc: &Document, mentions: &[Mention], entity: &mut Entity) {
    for &m in &entity.mentions {
        entity.roles.extend(role::before(doc, mentions, m));
        entity.roles.extend(role::behind(doc, mentions, m));
    }
    let best = entity.roles.iter().max_by_key(|r| (r.len(), std::cmp::Reverse(r.start)));
    entity.role = best.map(|r| {
        let bytes = doc.bytes(r);
        let words: Vec<&str> = doc.text[bytes].split_whitespace().collect();
        let text = words.join(" ");
        // A conjunction written with the role word is not part of it.
        text.strip_prefix('و').filter(|t| t.starts_with("ال") || role::is_role(t)).map_or(text.clone(), str::to_owned)
    });
}

/// The person that a noun phrase stands for in this article: the holder of an office (وزير الخارجية، الرئيس السوري), a
/// short title (الوزير، المتحدث), a name in it.
///
/// `tokens` is the phrase. The answer is an index into `entities`; `None` where nobody fits or more than one would. The
/// words of the phrase must agree with a role that the text gives the person somewhere (a country's name agrees with its
/// adjective); a bare title with several holders means the one last spoken of.
pub fn holder(doc: &Document, mentions: &[Mention], entities: &[Entity], tokens: &Range<usize>) -> Option<usize> {
    role::holder(doc, mentions, entities, tokens)
}
