//! Learns where names start in their first word: a ranking of the possible cuts, by likelihood with adaptive steps.

use super::crf::Random;
use super::data::Tagged;
use isnad::model::Table;
use isnad::names::clitics::{Forms, cuts, features};
use isnad::names::words::Words;
use isnad::segment::Document;
use std::collections::BTreeMap;

const EPOCHS: usize = 12;
const RATE: f32 = 0.15;
/// Weights smaller than this are left out.
const SMALLEST: f32 = 0.08;

/// One name: the features of each possible cut, and which cut is right.
struct Case {
    options: Vec<Vec<u32>>,
    right: usize,
}

/// Learns from all names of these articles whose start a cut can reach.
pub fn train(articles: &[&Tagged], words: &Words) -> Table<1> {
    let mut cases = Vec::new();
    for article in articles {
        let doc = Document::new(&article.text);
        let forms = Forms::new(&doc);
        for (range, kind) in &article.names {
            let tokens = doc.tokens_in(range.clone());
            if tokens.is_empty() {
                continue;
            }
            let all: Vec<usize> = cuts(&doc, tokens.start).collect();
            let Some(right) = all.iter().position(|&cut| doc.start_after(tokens.start, cut) == range.start) else {
                continue;
            };
            if all.len() < 2 {
                continue;
            }
            let name = (tokens.start, tokens.len(), *kind);
            let options = all
                .iter()
                .map(|&cut| {
                    let mut out = Vec::new();
                    features(&doc, &forms, words, name, cut, &mut out);
                    out
                })
                .collect();
            cases.push(Case { options, right });
        }
    }
    let mut weights: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
    let mut random = Random(7);
    for _ in 0..EPOCHS {
        random.shuffle(&mut cases);
        for case in &cases {
            let scores: Vec<f32> =
                case.options.iter().map(|o| o.iter().map(|f| weights.get(f).map_or(0.0, |w| w.0)).sum()).collect();
            let best = scores.iter().copied().fold(f32::MIN, f32::max);
            let total: f32 = scores.iter().map(|s| (s - best).exp()).sum();
            for (n, option) in case.options.iter().enumerate() {
                let slope = (scores[n] - best).exp() / total - f32::from(u8::from(n == case.right));
                for &f in option {
                    let (w, g) = weights.entry(f).or_default();
                    *g += slope * slope;
                    *w = (*w - RATE * slope / (*g + 1e-2).sqrt()) * 0.9999;
                }
            }
        }
    }
    weights.retain(|_, w| w.0.abs() >= SMALLEST);
    Table::build(&weights.into_iter().map(|(f, w)| (f, [w.0])).collect())
}
