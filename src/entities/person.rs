//! Which mentions of persons are one person.

use super::form::{Form, bare, same_word};
use std::collections::HashMap;

/// Only so many groups, the latest, are compared with a name that is not spelled like any before it: time stays linear.
const REACH: usize = 256;

/// A mention of a person: its form, and the paragraph and token it stands at.
pub struct Person {
    /// Its form.
    pub form: Form,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// Index into the groups given by the caller where the text itself says who it is (a kunya in brackets).
    pub same_as: Option<usize>,
}

/// Whether `part`'s units stand in `whole` in the same order.
fn in_order(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|p| rest.any(|w| same_word(p, w)))
}

/// Whether two names of at least two units can be one person's.
fn compatible(a: &Form, b: &Form) -> bool {
    let (short, long) = if a.units.len() <= b.units.len() { (&a.units, &b.units) } else { (&b.units, &a.units) };
    if short.len() == long.len() {
        let different = short.iter().zip(long).filter(|(x, y)| x != y).count();
        return short.iter().zip(long).all(|(x, y)| same_word(x, y)) && different <= 2;
    }
    let ends = same_word(&short[0], &long[0]) && same_word(&short[short.len() - 1], &long[long.len() - 1]);
    // محمد بن سلمان is the start of محمد بن سلمان بن عبد العزيز; طيب أردوغان the end of رجب طيب أردوغان.
    let start = short.iter().zip(long).all(|(x, y)| same_word(x, y));
    let end = short.iter().rev().zip(long.iter().rev()).all(|(x, y)| same_word(x, y));
    ends && in_order(short, long) || start && (short.len() > 2 || patronymic(&long[short.len()..])) || end
}

/// Whether what follows is the chain of fathers: it starts with بن, or the name was cut before its father's name.
fn patronymic(rest: &[String]) -> bool {
    rest.first().is_some_and(|u| u.starts_with("بن ") || u.starts_with("ابن ") || u.starts_with("ال "))
}

/// The family name of a full name without the article and without what stands before it in a compound.
fn is_surname_of(short: &str, full: &Form) -> bool {
    full.units.len() > 1 && full.units.last().is_some_and(|last| same_word(short, last))
}

/// Puts every mention in a group; returns the group's number for each.
///
/// Full names first: equal, one the other's shortening, or spelled a little differently. A single name (surname, kunya,
/// given name) joins the only full name it fits; where it fits several, the only one of them spoken of before it, or
/// the one spoken of in its own paragraph while no other was; else it stays by itself. Two full names never join
/// through a short one.
pub fn group(persons: &[Person]) -> Vec<usize> {
    let mut of: Vec<Option<usize>> = vec![None; persons.len()];
    // Groups: the fullest form and all mentions.
    let mut groups: Vec<(Form, Vec<usize>)> = Vec::new();
    let mut exact: HashMap<&[String], usize> = HashMap::new();
    for (i, person) in persons.iter().enumerate().filter(|(_, p)| p.form.units.len() > 1) {
        let group = exact.get(person.form.units.as_slice()).copied().unwrap_or_else(|| {
            let from = groups.len().saturating_sub(REACH);
            let mut fits = (from..groups.len()).filter(|&g| compatible(&person.form, &groups[g].0));
            match (fits.next(), fits.next()) {
                (Some(only), None) => only,
                _ => {
                    groups.push((person.form.clone(), Vec::new()));
                    groups.len() - 1
                }
            }
        });
        exact.insert(&person.form.units, group);
        if person.form.units.len() > groups[group].0.units.len() {
            groups[group].0 = person.form.clone();
        }
        groups[group].1.push(i);
        of[i] = Some(group);
    }
    let full = groups.len();
    // A kunya or nickname that is once said to be somebody's means the same one everywhere.
    let mut said: HashMap<&[String], usize> = HashMap::new();
    for (i, person) in persons.iter().enumerate().filter(|(_, p)| p.form.units.len() == 1) {
        if let Some(group) = person.same_as.and_then(|m| of[m]) {
            of[i] = Some(group);
            groups[group].1.push(i);
            said.insert(&person.form.units, group);
        }
    }
    let mut single: HashMap<&str, usize> = HashMap::new();
    for (i, person) in persons.iter().enumerate() {
        if of[i].is_some() {
            continue;
        }
        if let Some(&group) = said.get(person.form.units.as_slice()) {
            groups[group].1.push(i);
            of[i] = Some(group);
            continue;
        }
        let name = person.form.units.first().map_or("", String::as_str);
        let from = full.saturating_sub(REACH);
        let fits =
            |test: &dyn Fn(&Form) -> bool| -> Vec<usize> { (from..full).filter(|&g| test(&groups[g].0)).collect() };
        let mut candidates = fits(&|f| is_surname_of(name, f));
        if candidates.is_empty() {
            candidates = fits(&|f| f.units.iter().any(|u| bare(u) == bare(name)));
        }
        let before = |g: usize| groups[g].1.first().is_some_and(|&m| m < i);
        let near =
            |g: usize| groups[g].1.iter().rev().take(REACH).any(|&m| persons[m].paragraph == person.paragraph && m < i);
        let only = |keep: &dyn Fn(usize) -> bool| {
            let mut kept = candidates.iter().copied().filter(|&g| keep(g));
            kept.next().filter(|_| kept.next().is_none())
        };
        let chosen = match candidates.len() {
            0 => single.get(name).copied().or_else(|| {
                let from = full.max(groups.len().saturating_sub(REACH));
                (from..groups.len()).find(|&g| groups[g].0.units.first().is_some_and(|u| same_word(u, name)))
            }),
            1 => Some(candidates[0]),
            _ => only(&before).or_else(|| only(&near)),
        };
        let group = chosen.unwrap_or_else(|| {
            // One that fits several full names must not gather others that may mean another of them.
            let form = if candidates.is_empty() { person.form.clone() } else { Form::default() };
            groups.push((form, Vec::new()));
            groups.len() - 1
        });
        if candidates.is_empty() {
            single.insert(name, group);
        }
        groups[group].1.push(i);
        of[i] = Some(group);
    }
    of.into_iter().map(|g| g.unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(names: &[&str]) -> Vec<usize> {
        let persons: Vec<Person> = names
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let folded = crate::source::fold(name);
                let words: Vec<&str> = folded.split(' ').collect();
                Person { form: Form::of(&words), paragraph: i, same_as: None }
            })
            .collect();
        group(&persons)
    }

    #[test]
    fn surnames_lead_to_the_only_bearer() {
        let g = grouped(&["ترمب", "دونالد ترامب", "جو بايدن", "ترامب", "بايدن"]);
        assert_eq!((g[0], g[3], g[4]), (g[1], g[1], g[2]));
        assert_ne!(g[1], g[2]);
    }

    #[test]
    fn two_bearers_of_one_surname_stay_two() {
        let g = grouped(&["بشار الأسد", "ماهر الأسد", "الأسد"]);
        assert_ne!(g[0], g[1]);
        assert!(g[2] != g[0] && g[2] != g[1]);
        let g = grouped(&["بشار الأسد", "الأسد", "ماهر الأسد"]);
        assert_eq!(g[0], g[1]);
        assert_ne!(g[0], g[2]);
        let g = grouped(&["محمد بن سلمان", "خالد بن سلمان"]);
        assert_ne!(g[0], g[1]);
    }

    #[test]
    fn longer_and_shorter_forms() {
        let g = grouped(&["رجب طيب أردوغان", "أردوغان", "طيب أردوغان", "محمد بن سلمان بن عبد العزيز", "محمد بن سلمان"]);
        assert_eq!(g[..3], [g[0]; 3]);
        assert_eq!(g[3], g[4]);
        assert_ne!(g[0], g[3]);
    }
}
