//! Raw news: what words are like and how frequent they are.

use super::data::read_text;
use super::vectors::{self, Corpus, SIZE, Vectors};
use isnad::model::hash;
use isnad::names::words::Words;
use isnad::segment::{Document, TokenKind};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Words rarer than this are left out.
const LEAST: u32 = 8;
/// Clusters, fine to coarse.
const GRAINS: [usize; 3] = [1024, 250, 64];
const PASSES: usize = 3;

/// The files of raw news in a folder, by name.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut all: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    all.retain(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with("news")));
    all.sort();
    Ok(all)
}

/// The sentences of raw news as folded words; numbers are all alike, signs are left out.
fn sentences(folder: &Path) -> Result<Vec<Vec<String>>, String> {
    let mut all = Vec::new();
    for path in files(folder)? {
        eprintln!("reading {}", path.display());
        for line in read_text(&path)?.lines() {
            let doc = Document::new(line);
            for sentence in &doc.sentences {
                let words = sentence.tokens.clone().filter_map(|i| match doc.kind(i)? {
                    TokenKind::Word | TokenKind::Foreign => Some(doc.fold(i).to_owned()),
                    TokenKind::Number => Some("0".to_owned()),
                    _ => None,
                });
                all.push(words.collect());
            }
        }
    }
    Ok(all)
}

/// Learns clusters and frequencies and writes the file of words.
///
/// # Errors
/// Where the news cannot be read or the file not be written.
pub fn words(folder: &Path, out: &Path) -> Result<(), String> {
    let corpus = Corpus::new(&sentences(folder)?, LEAST);
    let Vectors { words, counts, vectors } = corpus.learn(PASSES);
    eprintln!("{} words", words.len());
    let weights: Vec<f32> = counts.iter().map(|&c| (c as f32).ln()).collect();
    let (fine, centres) = vectors::cluster(&vectors, &weights, GRAINS[0], 12);
    let mut sizes = vec![0.0; centres.len()];
    fine.iter().zip(&weights).for_each(|(&f, w)| sizes[f] += w);
    let coarser = |k: usize| vectors::cluster(&centres, &sizes, k, 20).0;
    let (middle, coarse) = (coarser(GRAINS[1]), coarser(GRAINS[2]));
    let levels: Vec<[u8; 2]> = coarse.iter().zip(&middle).map(|(&c, &m)| [c as u8, m as u8]).collect();
    let codes: BTreeMap<u32, (u16, u16)> = words
        .iter()
        .zip(&counts)
        .zip(&fine)
        .map(|((w, &c), &f)| (hash(w), (f as u16, (c as f32).log2().round().min(31.0) as u16)))
        .collect();
    let file = Words::build(&codes, &levels).to_bytes();
    std::fs::write(out, &file).map_err(|e| format!("{}: {e}", out.display()))?;
    println!("{} words, {} bytes, {SIZE} dimensions", codes.len(), file.len());
    Ok(())
}
