//! From tagged articles to a model: labels, features, domains, weights.

use super::clitics;
use super::crf::{self, Options, Problem};
use super::data::{Domain, Tagged};
use isnad::model::Table;
use isnad::names::features::{self, MOST};
use isnad::names::gazetteer::Gazetteer;
use isnad::names::label::{self, LABELS};
use isnad::names::words::Words;
use isnad::names::{Files, Model};
use isnad::segment::Document;
use std::collections::{BTreeMap, HashMap};

/// The right label of every token of a document.
pub fn labels(doc: &Document, article: &Tagged) -> Vec<u8> {
    let mut labels = vec![label::OUTSIDE as u8; doc.len()];
    for (range, kind) in &article.names {
        let tokens = doc.tokens_in(range.clone());
        for (n, i) in tokens.enumerate() {
            labels[i] = if n == 0 { label::first(*kind) } else { label::further(*kind) } as u8;
        }
    }
    // A name that starts inside the last token of another one would leave a further token without a first.
    for sentence in &doc.sentences {
        let mut before = None;
        for i in sentence.tokens.clone() {
            let here = usize::from(labels[i]);
            if !label::may_follow(before, here) {
                labels[i] -= 1;
            }
            before = Some(usize::from(labels[i]));
        }
    }
    labels
}

/// How to learn a model.
#[derive(Clone, Copy)]
pub struct Settings {
    /// How to learn the tagger.
    pub crf: Options,
    /// A feature must occur this often.
    pub least: u32,
}

impl Default for Settings {
    fn default() -> Self {
        let crf = Options { epochs: 10, rate: 0.1, l1: 0.1, l2: 1.5, drop: 0.4, averaged: 6, verbose: false };
        Settings { crf, least: 4 }
    }
}

/// Weights smaller than this become zero.
const SMALLEST: f32 = 0.06;
/// Features whose weights are all smaller than this are left out.
const SMALLEST_ROW: f32 = 0.1;

/// Weights for each domain that was learnt from.
pub struct Learnt {
    general: BTreeMap<u32, [f32; LABELS]>,
    own: BTreeMap<Domain, BTreeMap<u32, [f32; LABELS]>>,
}

impl Learnt {
    /// The weights that count for text of one domain: the shared ones and its own, without those that are too small to
    /// pay for their bytes.
    pub fn weights(&self, domain: Domain) -> BTreeMap<u32, [f32; LABELS]> {
        let mut all = self.general.clone();
        for (&feature, own) in self.own.get(&domain).into_iter().flatten() {
            let row = all.entry(feature).or_insert([0.0; LABELS]);
            row.iter_mut().zip(own).for_each(|(a, b)| *a += b);
        }
        all.retain(|_, row| row.iter().any(|w| w.abs() >= SMALLEST_ROW));
        all.values_mut().flatten().filter(|w| w.abs() < SMALLEST).for_each(|w| *w = 0.0);
        all
    }
}

/// Learns the tagger.
pub fn tagger(articles: &[&Tagged], words: &Words, lists: &Gazetteer, settings: Settings) -> Learnt {
    // First the features of all tokens, then rows for those that occur often enough.
    let mut hashes: Vec<u32> = Vec::new();
    let mut problem = Problem { starts: vec![0], ..Problem::default() };
    let mut domains: Vec<Domain> = Vec::new();
    let mut domain_of_token: Vec<u8> = Vec::new();
    let mut buffer = Vec::with_capacity(MOST);
    let mut ends = vec![0usize];
    for article in articles {
        let domain = domains.iter().position(|d| *d == article.domain).unwrap_or_else(|| {
            domains.push(article.domain);
            domains.len() - 1
        });
        let doc = Document::new(&article.text);
        let atoms = features::atoms(&doc, words, lists);
        let gold = labels(&doc, article);
        for sentence in &doc.sentences {
            let first = problem.labels.len();
            for i in sentence.tokens.clone() {
                buffer.clear();
                features::features(&atoms, &sentence.tokens, i, &mut buffer);
                hashes.extend(&buffer);
                ends.push(hashes.len());
                problem.labels.push(gold[i]);
                domain_of_token.push(domain as u8);
            }
            problem.sentences.push((first..problem.labels.len(), domain));
        }
    }
    let mut counts: HashMap<u32, [u32; 4]> = HashMap::new();
    for (t, window) in ends.windows(2).enumerate() {
        for &h in &hashes[window[0]..window[1]] {
            counts.entry(h).or_default()[usize::from(domain_of_token[t])] += 1;
        }
    }
    // Rows in the order of first appearance: deterministic, and frequent ones close together.
    let mut rows: HashMap<u32, [u32; 5]> = HashMap::new();
    let mut owners: Vec<(u32, usize)> = Vec::new();
    let mut assign = |h: u32, domain: usize, shared: bool, out: &mut Vec<u32>| {
        let slots = rows.entry(h).or_insert([u32::MAX; 5]);
        for slot in [domain].into_iter().chain(shared.then_some(4)) {
            if slots[slot] == u32::MAX {
                slots[slot] = owners.len() as u32;
                owners.push((h, slot));
            }
            out.push(slots[slot]);
        }
    };
    let several = domains.len() > 1;
    for domain in 0..domains.len() {
        let befores = (0..LABELS).map(Some).chain([None]);
        let of_label = |before| {
            let mut out = Vec::new();
            assign(features::transition(before), domain, several, &mut out);
            out
        };
        problem.transitions.push(befores.map(of_label).collect());
    }
    for (t, window) in ends.windows(2).enumerate() {
        let domain = usize::from(domain_of_token[t]);
        for &h in &hashes[window[0]..window[1]] {
            let seen = &counts[&h];
            if seen.iter().sum::<u32>() >= settings.least {
                let shared = several && seen.iter().filter(|n| **n > 0).count() > 1;
                assign(h, domain, shared, &mut problem.rows);
            }
        }
        problem.starts.push(problem.rows.len());
    }
    problem.size = owners.len();
    drop((hashes, counts, rows));
    if settings.crf.verbose {
        eprintln!("{} tokens, {} sentences, {} rows", problem.labels.len(), problem.sentences.len(), problem.size);
    }
    let weights = crf::train(&problem, settings.crf);
    let mut learnt = Learnt { general: BTreeMap::new(), own: BTreeMap::new() };
    for ((h, slot), row) in owners.into_iter().zip(weights) {
        let map = if slot == 4 { &mut learnt.general } else { learnt.own.entry(domains[slot]).or_default() };
        if row.iter().any(|w| *w != 0.0) {
            map.insert(h, row);
        }
    }
    learnt
}

/// The files that are made before a model is learnt.
#[derive(Clone)]
pub struct Given {
    /// `words.bin`.
    pub words: Vec<u8>,
    /// `gazetteer.bin`.
    pub lists: Vec<u8>,
}

/// The files of a model that are learnt from tagged text.
#[derive(Clone, Default)]
pub struct Learning {
    /// `tagger.bin`.
    pub tagger: Vec<u8>,
    /// `clitics.bin`.
    pub clitics: Vec<u8>,
}

impl Learning {
    /// Learns both files; the tagger's weights are those that count for one domain.
    pub fn new(articles: &[&Tagged], given: &Given, domain: Domain, settings: Settings) -> Self {
        let words = Words::parse(&given.words).expect("a file of words");
        let lists = Gazetteer::parse(&given.lists).expect("a file of lists");
        let weights = tagger(articles, &words, &lists, settings).weights(domain);
        let ours: Vec<&Tagged> = articles.iter().copied().filter(|a| a.domain == Domain::Ours).collect();
        Learning {
            tagger: Table::<LABELS>::build(&weights).to_bytes(),
            clitics: clitics::train(&ours, &words).to_bytes(),
        }
    }

    /// The model in these files.
    pub fn model(&self, given: &Given) -> Model {
        let Learning { tagger, clitics } = self;
        Model::parse(&Files { tagger, clitics, words: &given.words, lists: &given.lists, scores: "" })
            .expect("files just written")
    }

    /// The files with their names.
    pub fn files(&mut self) -> [(&'static str, &mut Vec<u8>); 2] {
        [("tagger.bin", &mut self.tagger), ("clitics.bin", &mut self.clitics)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold;
    use isnad::mention::Kind;
    use isnad::names::gazetteer::Class;

    fn articles() -> Vec<Tagged> {
        let raw = [
            "قال <per>سامي حداد</per> من <loc>بيروت</loc> إن <org>وزارة النقل</org> وافقت.",
            "زارت <per>ليلى حداد</per> <loc>عمان</loc> وتحدثت إلى <org>وزارة الصحة</org>.",
            "عاد <per>سامي حداد</per> إلى <loc>بيروت</loc> بعد <event>مهرجان الربيع</event>.",
        ];
        let tagged = |(n, raw): (usize, &&str)| {
            let article = gold::parse(&n.to_string(), raw).expect("tags nest");
            Tagged { name: article.name, domain: Domain::Ours, text: article.text, names: article.mentions }
        };
        raw.iter().enumerate().map(tagged).collect()
    }

    fn given() -> Given {
        let place = [isnad::model::hash("بيروت")];
        Given {
            words: Words::build(&BTreeMap::new(), &[]).to_bytes(),
            lists: Gazetteer::build([(&place[..], 1 << Class::Place as u16)]).to_bytes(),
        }
    }

    #[test]
    fn the_same_text_gives_the_same_bytes_and_a_model_that_knows_it() {
        let (articles, given) = (articles(), given());
        let all: Vec<&Tagged> = articles.iter().collect();
        let learn = || Learning::new(&all, &given, Domain::Ours, Settings { least: 1, ..Settings::default() });
        let (mut first, mut second) = (learn(), learn());
        for ((name, a), (_, b)) in first.files().into_iter().zip(second.files()) {
            assert!(!a.is_empty() && a == b, "{name}");
        }
        let model = first.model(&given);
        let found = model.find(&Document::new(&articles[0].text));
        assert!(found.iter().any(|m| m.kind == Kind::Person && articles[0].text[m.start..m.end] == *"سامي حداد"));
    }
}
