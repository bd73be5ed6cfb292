//! Names: person, organization, place, event and misc mentions.
//!
//! A linear-chain conditional random field over hashed features (`features`) gives every token a weight for each label
//! (`label`). A second look (`evidence`) adds what the first said of the same word elsewhere in the article and in raw
//! news (`usage`). Sums over all labellings (`lattice`) give every span a probability, and the best spans that do not
//! overlap are the names (`decode`). Where a name starts within its first word is decided last (`clitics`). All that
//! is learnt is in the files beside this one, written by `isnad-train names train`.

pub mod clitics;
pub mod decode;
pub mod evidence;
pub mod features;
pub mod gazetteer;
pub mod label;
pub mod lattice;
pub mod usage;
pub mod words;

use crate::mention::Mention;
use crate::model::{Broken, Table};
use crate::segment::Document;
use decode::Span;
use evidence::Evidence;
use features::Atoms;
use gazetteer::Gazetteer;
use label::LABELS;
use lattice::{Lattice, Transitions};
use std::sync::LazyLock;
use usage::Usage;
use words::Words;

/// A span is taken for a name from this probability on: below one half, for what is missed costs as much as what is
/// wrong.
const LEAST: f32 = 0.4;

/// By how much the first look's scores are brought down: it is surer of text like its own than of new text.
const COOLING: f32 = 1.0;

/// The files that make up a model.
#[derive(Clone, Copy)]
pub struct Files<'f> {
    /// Weights of the labels.
    pub tagger: &'f [u8],
    /// Weights of the cuts in a first word.
    pub clitics: &'f [u8],
    /// Clusters and frequencies of words.
    pub words: &'f [u8],
    /// Name lists.
    pub lists: &'f [u8],
    /// Weights of the second look.
    pub second: &'f [u8],
    /// What the tagger said of words in raw news.
    pub usage: &'f [u8],
}

/// Everything learnt that names need.
pub struct Model {
    tagger: Table<LABELS>,
    steps: Transitions,
    second: Table<LABELS>,
    second_steps: Transitions,
    cuts: Table<1>,
    words: Words,
    lists: Gazetteer,
    usage: Usage,
}

impl Model {
    /// Reads a model from its files.
    ///
    /// # Errors
    /// Where a file is damaged or of another version.
    pub fn parse(files: &Files) -> Result<Self, Broken> {
        let (tagger, second) = (Table::parse(files.tagger)?, Table::parse(files.second)?);
        let first = |before| step_scores(&tagger, before).map(|s| s * COOLING);
        let both = |before| {
            let (a, b) = (first(before), step_scores(&second, before));
            std::array::from_fn(|l| a[l] + b[l])
        };
        Ok(Model {
            steps: Transitions::new(first),
            second_steps: Transitions::new(both),
            tagger,
            second,
            cuts: Table::parse(files.clitics)?,
            words: Words::parse(files.words)?,
            lists: Gazetteer::parse(files.lists)?,
            usage: Usage::parse(files.usage)?,
        })
    }

    /// The model that the crate carries.
    pub fn embedded() -> &'static Model {
        static MODEL: LazyLock<Model> = LazyLock::new(|| {
            let files = Files {
                tagger: include_bytes!("tagger.bin"),
                clitics: include_bytes!("clitics.bin"),
                words: include_bytes!("words.bin"),
                lists: include_bytes!("gazetteer.bin"),
                second: include_bytes!("second.bin"),
                usage: include_bytes!("usage.bin"),
            };
            Model::parse(&files).expect("the embedded files are checked by a test")
        });
        &MODEL
    }

    /// What the raw news says of words.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// All names in a document, in the order of the text, none overlapping another.
    pub fn find(&self, doc: &Document) -> Vec<Mention> {
        let mut found = Vec::new();
        let forms = LazyLock::new(|| clitics::Forms::new(doc));
        let mut buffer = Vec::with_capacity(features::MOST);
        for (first, span) in self.spans(doc, LEAST) {
            let tokens = first + span.tokens.start..first + span.tokens.end;
            let name = (tokens.start, tokens.len(), span.kind);
            let cut = clitics::decide(doc, &forms, &self.words, &self.cuts, name, &mut buffer);
            let (start, end) = (doc.start_after(tokens.start, cut), doc.bytes(&tokens).end);
            found.push(Mention { tokens, start, end, kind: span.kind, score: span.score, value: None });
        }
        found
    }

    /// The first look: scores and probabilities of all labels, without the rest of the article.
    pub fn first_look(&self, doc: &Document, atoms: &[Atoms]) -> Look {
        let scores = self.first_scores(doc, atoms);
        let mut shares = Vec::with_capacity(doc.len());
        let mut lattice = Lattice::default();
        for sentence in &doc.sentences {
            lattice.run(&scores[sentence.tokens.clone()], &self.steps);
            shares.extend((0..sentence.tokens.len()).map(|t| lattice.marginal(t)));
        }
        Look { scores, shares }
    }

    /// The log scores of the labels of all tokens in the first look.
    fn first_scores(&self, doc: &Document, atoms: &[Atoms]) -> Vec<[f32; LABELS]> {
        let mut scores = Vec::with_capacity(doc.len());
        let mut buffer = Vec::with_capacity(features::MOST);
        for sentence in &doc.sentences {
            for i in sentence.tokens.clone() {
                buffer.clear();
                features::features(atoms, &sentence.tokens, i, &mut buffer);
                let mut sums = [0; LABELS];
                buffer.iter().for_each(|&f| self.tagger.add(f, &mut sums));
                scores.push(sums.map(|s| s as f32 * self.tagger.scale() * COOLING));
            }
        }
        scores
    }

    /// The log scores of both looks together.
    fn second_scores(&self, doc: &Document, atoms: &[Atoms]) -> Vec<[f32; LABELS]> {
        let Look { mut scores, shares } = self.first_look(doc, atoms);
        let evidence = Evidence::new(atoms, shares);
        let mut buffer = Vec::with_capacity(features::MOST);
        for sentence in &doc.sentences {
            for i in sentence.tokens.clone() {
                buffer.clear();
                evidence.features(atoms, &self.usage, &sentence.tokens, i, &mut buffer);
                let mut sums = [0; LABELS];
                buffer.iter().for_each(|&f| self.second.add(f, &mut sums));
                scores[i].iter_mut().zip(sums).for_each(|(s, w)| *s += w as f32 * self.second.scale());
            }
        }
        scores
    }

    /// The names of every sentence, each with the sentence's first token.
    fn spans(&self, doc: &Document, least: f32) -> Vec<(usize, Span)> {
        let atoms = self.atoms(doc);
        // A model without a second look saves its cost: the look over the whole article is as dear as the first one.
        let scores =
            if self.second.is_empty() { self.first_scores(doc, &atoms) } else { self.second_scores(doc, &atoms) };
        let mut all = Vec::new();
        let (mut lattice, mut candidates) = (Lattice::default(), Vec::new());
        for sentence in &doc.sentences {
            lattice.run(&scores[sentence.tokens.clone()], &self.second_steps);
            decode::candidates(&lattice, &self.second_steps, least, &mut candidates);
            let chosen = decode::choose(&candidates, sentence.tokens.len(), least);
            all.extend(chosen.into_iter().map(|s| (sentence.tokens.start, s)));
        }
        all
    }

    /// The hashes of the strings of all tokens, with what words and lists say of them.
    pub fn atoms(&self, doc: &Document) -> Vec<Atoms> {
        features::atoms(doc, &self.words, &self.lists)
    }

    /// The log weights of transitions in the first look: from each label, then from the start.
    pub fn first_steps(&self) -> Vec<[f32; LABELS]> {
        (0..LABELS)
            .map(Some)
            .chain([None])
            .map(|before| step_scores(&self.tagger, before).map(|s| s * COOLING))
            .collect()
    }

    /// What the tagger said of words in raw news.
    pub fn usage(&self) -> &Usage {
        &self.usage
    }
}

/// A first look at a document.
pub struct Look {
    /// Log scores of the labels of all tokens.
    pub scores: Vec<[f32; LABELS]>,
    /// Probabilities of the labels of all tokens.
    pub shares: Vec<[f32; LABELS]>,
}

fn step_scores(table: &Table<LABELS>, before: Option<usize>) -> [f32; LABELS] {
    let mut sums = [0; LABELS];
    table.add(features::transition(before), &mut sums);
    sums.map(|s| s as f32 * table.scale())
}

/// All names in a document, in the order of the text, none overlapping another.
pub fn find(doc: &Document) -> Vec<Mention> {
    Model::embedded().find(doc)
}
