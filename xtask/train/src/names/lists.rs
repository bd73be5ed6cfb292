//! Compiles name lists: facts from `gaz/names.tsv.xz` that occur in raw news, and all of the readable lists.

use super::data::read_text;
use super::raw;
use isnad::model::hash;
use isnad::names::features::stems;
use isnad::names::gazetteer::{Class, Gazetteer};
use isnad::segment::Document;
use isnad::source::fold;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// A name given by the hashes of its words.
type Key = Vec<u32>;

/// How often a name of a class must occur in raw news to be kept, alone and with several words.
fn least(classes: u16) -> (u32, u32) {
    let has = |class: Class| classes >> class as u16 & 1 == 1;
    match () {
        _ if has(Class::Organization) => (2, 1),
        _ if has(Class::Place) => (3, 2),
        _ if has(Class::Given) || has(Class::Family) => (5, 3),
        _ if has(Class::Person) => (6, 2),
        _ => (12, 5),
    }
}

/// The columns of the readable lists that hold names, and what they are.
const LEXICON: &[(&str, &[usize], Class)] = &[
    ("roles.tsv", &[0, 2, 3], Class::Role),
    ("org-heads.tsv", &[0, 4], Class::OrganizationHead),
    ("place-heads.tsv", &[0, 3], Class::PlaceHead),
    ("event-heads.tsv", &[0, 3], Class::EventHead),
    ("misc-heads.tsv", &[0, 3], Class::MiscHead),
    ("sources.tsv", &[0, 3], Class::SourceHead),
    ("countries.tsv", &[1, 2, 4], Class::Place),
    ("orgs.tsv", &[0, 1], Class::Organization),
    ("places.tsv", &[0, 1], Class::Place),
    ("countries.tsv", &[6, 7], Class::Nationality),
];

fn key(name: &str) -> Key {
    let doc = Document::new(name);
    (0..doc.len()).map(|i| hash(doc.fold(i)).max(1)).collect()
}

/// Reads the readable lists.
fn lexicon(folder: &Path) -> Result<BTreeMap<Key, u16>, String> {
    let mut all: BTreeMap<Key, u16> = BTreeMap::new();
    for &(file, columns, class) in LEXICON {
        let text = read_text(&folder.join(file))?;
        for row in text.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty()) {
            let cells: Vec<&str> = row.split('\t').collect();
            for name in columns.iter().filter_map(|&c| cells.get(c)).flat_map(|c| c.split(['|', ','])) {
                let name = fold(name.trim());
                if name.is_empty() || name == "-" {
                    continue;
                }
                *all.entry(key(&name)).or_default() |= 1 << class as u16;
                // Heads and titles are looked up without their article.
                if class as u16 > Class::NamePart as u16
                    && let Some(bare) = name.strip_prefix("ال")
                {
                    *all.entry(key(bare)).or_default() |= 1 << class as u16;
                }
            }
        }
    }
    Ok(all)
}

/// Reads the large list of facts.
fn facts(path: &Path) -> Result<BTreeMap<Key, u16>, String> {
    let mut all: BTreeMap<Key, u16> = BTreeMap::new();
    for row in read_text(path)?.lines().skip(1) {
        let mut cells = row.split('\t');
        let (Some(name), Some(class)) = (cells.next(), cells.next()) else { continue };
        let class = match class {
            "place" => Class::Place,
            "person" => Class::Person,
            "org" | "club" => Class::Organization,
            "given" => Class::Given,
            "family" => Class::Family,
            _ => Class::NamePart,
        };
        let name = fold(name);
        if name.chars().count() < 3 {
            continue;
        }
        *all.entry(key(&name)).or_default() |= 1 << class as u16;
    }
    Ok(all)
}

/// Compiles the lists into the file `out`.
///
/// # Errors
/// Where a list cannot be read or the file not be written.
pub fn compile(data: &Path, folder: &Path, out: &Path) -> Result<(), String> {
    let facts = facts(&data.join("gaz/names.tsv.xz"))?;
    let everything = Gazetteer::build(facts.iter().map(|(k, &c)| (&k[..], c))).to_bytes();
    let everything = Gazetteer::parse(&everything).expect("codes just written");
    let mut seen: HashMap<u32, u32> = HashMap::new();
    for path in raw::files(data)? {
        for line in read_text(&path)?.lines() {
            let doc = Document::new(line);
            for i in 0..doc.len() {
                let forms = [doc.fold(i), stems(doc.fold(i))[1]].map(|w| hash(w).max(1));
                let forms = if forms[0] == forms[1] { &forms[..1] } else { &forms };
                for &first in forms {
                    let rest = (i + 1..doc.len()).map(|j| hash(doc.fold(j)).max(1));
                    everything.matches(first, rest, |_, node, _| *seen.entry(node).or_default() += 1);
                }
            }
        }
    }
    let node =
        |k: &Key| k.iter().fold(isnad::names::gazetteer::ROOT, |node, &w| isnad::names::gazetteer::step(node, w));
    let mut kept = lexicon(folder)?;
    let listed = kept.len();
    for (key, classes) in facts {
        let (alone, several) = least(classes);
        let least = if key.len() == 1 { alone } else { several };
        if seen.get(&node(&key)).is_some_and(|&n| n >= least) {
            *kept.entry(key).or_default() |= classes;
        }
    }
    let file = Gazetteer::build(kept.iter().map(|(k, &c)| (&k[..], c))).to_bytes();
    std::fs::write(out, &file).map_err(|e| format!("{}: {e}", out.display()))?;
    println!("{} names, {listed} of them from readable lists; {} bytes", kept.len(), file.len());
    Ok(())
}
