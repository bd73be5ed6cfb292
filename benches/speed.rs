//! How fast the core is on this machine: `cargo xtask bench`. The text is the golden articles, repeated.

use isnad::segment::Document;
use isnad::{Options, analyze, entities, mention, names, quotes, values};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Bytes of text that each stage reads in one run.
const SIZE: usize = 1 << 20;
const RUNS: usize = 5;

/// The best of some runs, in seconds.
fn best(mut run: impl FnMut()) -> f64 {
    (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let articles = isnad_train::gold::read_folder(&folder).expect("the golden articles parse");
    let texts: Vec<&str> = articles.iter().map(|a| a.text.as_str()).collect();
    let size: usize = texts.iter().map(|t| t.len()).sum();
    let times = SIZE.div_ceil(size);
    let texts: Vec<&str> = texts.repeat(times);
    let megabytes = (size * times) as f64 / 1e6;
    let options = Options::default();

    let docs: Vec<Document> = texts.iter().map(|text| Document::new(text)).collect();
    let mentions: Vec<_> =
        docs.iter().map(|doc| mention::merge(names::find(doc), values::find(doc, &options).mentions)).collect();
    let linked: Vec<_> = docs.iter().zip(&mentions).map(|(doc, m)| entities::link(doc, m)).collect();

    println!("{megabytes:.1} MB in {} articles, best of {RUNS} runs", texts.len());
    let print = |stage: &str, seconds: f64| println!("{stage:10} {:8.1} MB/s", megabytes / seconds);
    print("segment", best(|| texts.iter().for_each(|text| drop(black_box(Document::new(text))))));
    print("names", best(|| docs.iter().for_each(|doc| drop(black_box(names::find(doc))))));
    print("values", best(|| docs.iter().for_each(|doc| drop(black_box(values::find(doc, &options))))));
    print("entities", best(|| docs.iter().zip(&mentions).for_each(|(doc, m)| drop(black_box(entities::link(doc, m))))));
    print(
        "quotes",
        best(|| {
            for ((doc, m), e) in docs.iter().zip(&mentions).zip(&linked) {
                drop(black_box(quotes::find(doc, m, e)));
            }
        }),
    );
    print("all", best(|| texts.iter().for_each(|text| drop(black_box(analyze(text, &options))))));
}
