//! Which mentions of bodies, places, events and works are one thing.

use super::form::{Form, bare, same_word};
use crate::lexicon::known::{self, Sort};
use crate::mention::Kind;
use std::collections::HashMap;

/// Only so many groups, the latest, are compared with a name that is not spelled like any before it: time stays linear.
const REACH: usize = 256;

/// A mention: its type, its form, and the mention before it that it is a short form of in brackets.
pub struct Thing {
    /// Its type.
    pub kind: Kind,
    /// Its form.
    pub form: Form,
    /// Index of the mention that the text says is the same.
    pub same_as: Option<usize>,
}

/// Kinds of body that a name goes with or without (وكالة رويترز، رويترز).
fn is_loose_head(word: &str) -> bool {
    matches!(
        word,
        "وكاله"
            | "صحيفه"
            | "جريده"
            | "قناه"
            | "موقع"
            | "شبكه"
            | "مجله"
            | "اذاعه"
            | "شركه"
            | "نادي"
            | "فريق"
            | "منظمه"
            | "تنظيم"
            | "حركه"
            | "حلف"
            | "مجموعه"
            | "منصه"
            | "يوميه"
            | "تلفزيون"
            | "مؤسسه"
            | "هيئه"
    )
}

/// The form without a loose head, where something is left.
fn core(form: &Form) -> &[String] {
    match form.units.as_slice() {
        [head, rest @ ..] if !rest.is_empty() && is_loose_head(head) => rest,
        all => all,
    }
}

fn sort(kind: Kind) -> Option<Sort> {
    match kind {
        Kind::Place => Some(Sort::Place),
        Kind::Organization => Some(Sort::Body),
        Kind::Person => Some(Sort::Person),
        _ => None,
    }
}

/// What the lexicon knows of a form.
pub fn known(kind: Kind, form: &Form) -> Option<&'static known::Known> {
    let sort = sort(kind)?;
    let key = form.key();
    known::find(&key, sort)
        .or_else(|| key.strip_prefix("ال").filter(|_| sort != Sort::Person).and_then(|k| known::find(k, sort)))
        .or_else(|| {
            let core = core(form).join(" ");
            (sort == Sort::Body && core.len() < key.len()).then(|| known::find(&core, sort)).flatten()
        })
        .or_else(|| if sort == Sort::Place { known::find(&format!("ال{key}"), sort) } else { None })
}

fn same_units(a: &[String], b: &[String], near: bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| if near { same_word(x, y) } else { bare(x) == bare(y) })
}

/// Whether two forms of one type name one thing, as far as their words go.
fn same(kind: Kind, a: &Form, b: &Form) -> bool {
    let (x, y) = (core(a), core(b));
    same_units(x, y, matches!(kind, Kind::Place | Kind::Organization) && a.units.len() == b.units.len())
}

/// Whether `long` goes on where `short` ends (البنك المركزي المصري), or begins with وزارة before it.
fn extends(kind: Kind, short: &Form, long: &Form) -> bool {
    let (s, l) = (&short.units, &long.units);
    if s.is_empty() || s.len() >= l.len() {
        return false;
    }
    let starts = s.iter().zip(l).all(|(x, y)| bare(x) == bare(y));
    match kind {
        Kind::Organization => {
            let ends = l.len() == s.len() + 1
                && matches!(l[0].as_str(), "وزاره" | "جهاز" | "حلف" | "تنظيم" | "حركه" | "منظمه")
                && same_units(&l[1..], s, false);
            starts && s.len() >= 2 || ends
        }
        Kind::Event | Kind::Misc => starts && s.len() >= 2,
        // ولاية أريانة is not the town, قطاع غزة not the city.
        _ => false,
    }
}

/// Puts every mention in a group; returns the group's number for each.
pub fn group(things: &[Thing]) -> Vec<usize> {
    struct Group {
        kind: Kind,
        known: Option<u32>,
        forms: Vec<usize>,
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut of = vec![0; things.len()];
    let mut exact: HashMap<(Kind, &[String]), usize> = HashMap::new();
    let ids: Vec<Option<u32>> = things.iter().map(|t| known(t.kind, &t.form).map(|k| k.id)).collect();
    for (i, thing) in things.iter().enumerate() {
        let by_words = |g: &Group| {
            g.kind == thing.kind
                && match (g.known, ids[i]) {
                    // Two things that the lexicon tells apart are two things.
                    (Some(a), Some(b)) => a == b,
                    _ => g.forms.iter().any(|&f| same(thing.kind, &things[f].form, &thing.form)),
                }
        };
        let found = exact.get(&(thing.kind, thing.form.units.as_slice())).copied().or_else(|| {
            let from = groups.len().saturating_sub(REACH);
            groups[from..].iter().position(by_words).map(|g| from + g)
        });
        let group = found.unwrap_or_else(|| {
            groups.push(Group { kind: thing.kind, known: ids[i], forms: Vec::new() });
            groups.len() - 1
        });
        groups[group].known = groups[group].known.or(ids[i]);
        exact.insert((thing.kind, &thing.form.units), group);
        if groups[group].forms.iter().all(|&f| things[f].form != thing.form) {
            groups[group].forms.push(i);
        }
        of[i] = group;
    }
    // Short forms: the only longer form of the same type, or the one in brackets before it.
    let mut into: Vec<usize> = (0..groups.len()).collect();
    for g in 0..groups.len() {
        let longer: Vec<usize> = (g.saturating_sub(REACH)..groups.len().min(g + REACH))
            .filter(|&h| {
                h != g
                    && groups[h].kind == groups[g].kind
                    && !(groups[g].known.is_some() && groups[h].known.is_some())
                    && groups[g].forms.iter().any(|&s| {
                        groups[h].forms.iter().any(|&l| extends(groups[g].kind, &things[s].form, &things[l].form))
                    })
            })
            .collect();
        if let [only] = longer[..] {
            into[g] = only;
        }
    }
    for (i, thing) in things.iter().enumerate() {
        if let Some(other) = thing.same_as
            && things[other].kind == thing.kind
            && into[of[i]] == of[i]
            && of[other] != of[i]
            && groups[of[i]].forms.iter().all(|&f| things[f].form == thing.form)
        {
            into[of[i]] = of[other];
        }
    }
    let root = |mut g: usize| {
        // Chains are short; a cycle of two is cut at its lower end.
        for _ in 0..8 {
            if into[g] == g {
                break;
            }
            g = into[g];
        }
        g
    };
    of.into_iter().map(root).collect()
}
