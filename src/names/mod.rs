//! Names: person, organization, place, event and misc mentions.
//!
//! A linear-chain conditional random field over hashed features (`features`), some of them out of quotation marks
//! around (`frames`) and the rest of the article (`repeats`), gives every token a weight for each label (`label`). Sums
//! over all labellings (`lattice`) give every span a probability, and the best spans that do not overlap are the names
//! (`decode`). Where a name starts within its first word is decided last (`clitics`), and the probability becomes a
//! score that can be trusted (`scores`). All that is learnt is in the files beside this one, written by
//! `isnad-train names`.

pub mod clitics;
pub mod decode;
pub mod features;
mod frames;
pub mod gazetteer;
pub mod label;
pub mod lattice;
mod repeats;
pub mod scores;
pub mod words;

use crate::mention::Mention;
use crate::model::{Broken, Table};
use crate::segment::Document;
use decode::Span;
use gazetteer::Gazetteer;
use label::LABELS;
use lattice::{Lattice, Transitions};
use scores::Scores;
use std::sync::LazyLock;
use words::Words;

/// A span is taken for a name of each type from this probability on: below one half, for what is missed costs as much as
/// what is wrong, and a span that has no rival is right more often than its probability says.
const LEAST: [f32; label::KINDS.len()] = [0.3, 0.3, 0.35, 0.4, 0.3];

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
    /// From probabilities to scores.
    pub scores: &'f str,
}

/// The files beside this one.
const EMBEDDED: Files = Files {
    tagger: include_bytes!("tagger.bin"),
    clitics: include_bytes!("clitics.bin"),
    words: include_bytes!("words.bin"),
    lists: include_bytes!("gazetteer.bin"),
    scores: include_str!("scores.tsv"),
};

/// Everything learnt that names need.
pub struct Model {
    tagger: Table<LABELS>,
    steps: Transitions,
    cuts: Table<1>,
    words: Words,
    lists: Gazetteer,
    scores: Scores,
}

impl Model {
    /// Reads a model from its files.
    ///
    /// # Errors
    /// Where a file is damaged or of another version.
    pub fn parse(files: &Files) -> Result<Self, Broken> {
        let tagger = Table::parse(files.tagger)?;
        Ok(Model {
            steps: Transitions::new(|before| step_scores(&tagger, before)),
            tagger,
            cuts: Table::parse(files.clitics)?,
            words: Words::parse(files.words)?,
            lists: Gazetteer::parse(files.lists)?,
            scores: Scores::parse(files.scores)?,
        })
    }

    /// The model that the crate carries.
    pub fn embedded() -> &'static Model {
        static MODEL: LazyLock<Model> =
            LazyLock::new(|| Model::parse(&EMBEDDED).expect("the embedded files are whole, as a test makes sure"));
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
        for (first, span) in self.spans(doc) {
            let tokens = first + span.tokens.start..first + span.tokens.end;
            let name = (tokens.start, tokens.len(), span.kind);
            let cut = clitics::decide(doc, &forms, &self.words, &self.cuts, name, &mut buffer);
            let (start, end) = (doc.start_after(tokens.start, cut), doc.bytes(&tokens).end);
            let score = self.scores.score(span.score);
            found.push(Mention { tokens, start, end, kind: span.kind, score, value: None });
        }
        found
    }

    /// The probabilities of the labels of all tokens.
    pub fn shares(&self, doc: &Document) -> Vec<[f32; LABELS]> {
        let scores = self.scores(doc);
        let mut shares = Vec::with_capacity(doc.len());
        let mut lattice = Lattice::default();
        for sentence in &doc.sentences {
            lattice.run(&scores[sentence.tokens.clone()], &self.steps);
            shares.extend((0..sentence.tokens.len()).map(|t| lattice.marginal(t)));
        }
        shares
    }

    /// The log scores of the labels of all tokens.
    fn scores(&self, doc: &Document) -> Vec<[f32; LABELS]> {
        let atoms = features::atoms(doc, &self.words, &self.lists);
        let mut scores = Vec::with_capacity(doc.len());
        let mut buffer = Vec::with_capacity(features::MOST);
        for sentence in &doc.sentences {
            for i in sentence.tokens.clone() {
                buffer.clear();
                features::features(&atoms, &sentence.tokens, i, &mut buffer);
                let sums = self.tagger.sum(&mut buffer);
                scores.push(sums.map(|s| s as f32 * self.tagger.scale()));
            }
        }
        scores
    }

    /// The names of every sentence, each with the sentence's first token.
    fn spans(&self, doc: &Document) -> Vec<(usize, Span)> {
        let scores = self.scores(doc);
        let mut all = Vec::new();
        let (mut lattice, mut candidates) = (Lattice::default(), Vec::new());
        for sentence in &doc.sentences {
            lattice.run(&scores[sentence.tokens.clone()], &self.steps);
            decode::candidates(&lattice, &self.steps, &LEAST, &mut candidates);
            let chosen = decode::choose(&candidates, sentence.tokens.len(), &LEAST);
            all.extend(chosen.into_iter().map(|s| (sentence.tokens.start, s)));
        }
        all
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_model_is_whole_and_a_damaged_one_is_refused() {
        let files = EMBEDDED;
        assert!(Model::parse(&files).is_ok());
        let damaged = |file: &[u8]| {
            let mut bytes = file.to_vec();
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
            bytes
        };
        let [tagger, clitics, words, lists] = [files.tagger, files.clitics, files.words, files.lists].map(damaged);
        assert!(Model::parse(&Files { tagger: &tagger, ..files }).is_err());
        assert!(Model::parse(&Files { clitics: &clitics, ..files }).is_err());
        assert!(Model::parse(&Files { words: &words, ..files }).is_err());
        assert!(Model::parse(&Files { lists: &lists, ..files }).is_err());
        assert!(Model::parse(&Files { scores: "0.5\tmuch\n", ..files }).is_err());
        assert!(Model::parse(&Files { tagger: &files.tagger[..files.tagger.len() - 1], ..files }).is_err());
        assert!(Model::parse(&Files { tagger: b"", ..files }).is_err());
    }
}
