//! Which raw articles to tag next: those whose labels the model is least sure of, bodies, events and works above all.

use super::data::{Tagged, read_text};
use isnad::mention::Kind;
use isnad::names::Model;
use isnad::names::label;
use isnad::segment::Document;
use isnad::source::fold;
use std::collections::BTreeSet;
use std::path::Path;

/// Articles of this many words are worth a reader's time.
const WORDS: std::ops::RangeInclusive<usize> = 100..=400;
/// Doubt about these counts twice.
const WANTED: [Kind; 3] = [Kind::Organization, Kind::Event, Kind::Misc];
/// Letters at the start by which an article that is tagged already is known.
const START: usize = 60;

fn start(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphabetic()).take(START).collect()
}

/// The numbers and lengths of the `most` articles of a file that the model is least sure of, a word, the least sure first.
///
/// # Errors
/// Where the file cannot be read.
pub fn list(model: &Model, file: &Path, tagged: &[Tagged], most: usize) -> Result<Vec<(usize, usize)>, String> {
    let known: BTreeSet<String> = tagged.iter().map(|a| start(&a.text)).collect();
    let mut all = Vec::new();
    for (number, text) in read_text(file)?.split("\n\n").enumerate() {
        let words = text.split_whitespace().count();
        if !WORDS.contains(&words) || known.contains(&start(text)) {
            continue;
        }
        let doc = Document::new(text);
        let doubt: f32 = model
            .shares(&doc)
            .iter()
            .map(|shares| {
                let best = shares.iter().copied().fold(0.0, f32::max);
                let wanted: f32 = WANTED.iter().map(|&k| shares[label::first(k)] + shares[label::further(k)]).sum();
                (1.0 - best) * (1.0 + wanted)
            })
            .sum();
        all.push((doubt / doc.len() as f32, number, words));
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(all.into_iter().take(most).map(|(_, number, words)| (number, words)).collect())
}
