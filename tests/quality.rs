//! The golden articles: their tags keep the rules of the guide, and the analyser keeps its figures on them.
//!
//! The articles are news of our own invention, tagged by hand; whom they quote and what is said is made up.

use isnad::source::is_quotation_mark;
use isnad_train::gold::{self, Article};
use isnad_train::{floors, score::Score};
use std::ops::Range;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn articles() -> Vec<Article> {
    gold::read_folder(&folder()).expect("every golden file parses and nests")
}

/// What is formally wrong with an article, one line each.
fn faults(article: &Article) -> Vec<String> {
    let text = article.text.as_str();
    let mut faults = Vec::new();
    let mut say = |what: &str, range: &Range<usize>| {
        faults.push(format!("{}: {what} «{}»", article.name, &text[range.clone()]));
    };
    let words = text.split_whitespace().count();
    if !(90..=220).contains(&words) {
        say(&format!("{words} words"), &(0..0));
    }
    for (range, _) in &article.mentions {
        let span = &text[range.clone()];
        if span.is_empty() || span.trim() != span || span.ends_with(['،', '.', ':', '؛']) {
            say("a name or value with something around it", range);
        }
        if text[..range.start].ends_with('ل') && span.starts_with("ال") {
            say("a span after لل starts at its second lam", range);
        }
    }
    for pair in article.mentions.windows(2) {
        if pair[0].0.end > pair[1].0.start {
            say("an entity inside an entity", &pair[1].0);
        }
    }
    for quote in &article.quotes {
        let all = quote.parts[0].start..quote.parts[quote.parts.len() - 1].end;
        for part in &quote.parts {
            if text[part.clone()].trim() != &text[part.clone()] || part.is_empty() {
                say("a quote with space around it", part);
            }
        }
        let marked = |r: &Range<usize>| {
            text[..r.start].ends_with(is_quotation_mark)
                || text[r.end..].starts_with(is_quotation_mark)
                || text[r.clone()].contains(is_quotation_mark)
        };
        match quote.kind.as_str() {
            "direct" if !quote.parts.iter().all(marked) => say("direct without marks", &all),
            "mixed" if !quote.parts.iter().any(marked) => say("mixed without marks", &all),
            "direct" | "mixed" | "indirect" => {}
            _ => say("a quote of no kind", &all),
        }
        if ["أن ", "إن ", "بأن ", "إلى أن "].iter().any(|c| text[quote.parts[0].clone()].starts_with(c)) {
            say("a conjunction inside the quote", &all);
        }
        // A speaker stands somewhere in the text, in one of the forms given; `by=""` is said by nobody named.
        if quote.by != [""] && !quote.by.iter().any(|by| text.contains(by.as_str())) {
            say(&format!("nobody called {}", quote.by.join("|")), &all);
        }
        for span in [&quote.cue, &quote.source].into_iter().flatten() {
            if text[span.clone()].trim() != &text[span.clone()] || span.is_empty() {
                say("a cue or source with space around it", span);
            }
        }
    }
    for term in &article.terms {
        if !text[..term.start].trim_end().ends_with(is_quotation_mark) {
            say("a term without marks", term);
        }
    }
    faults
}

#[test]
fn golden_articles_keep_the_rules_of_the_guide() {
    let articles = articles();
    assert!(articles.len() >= 44, "{} golden articles", articles.len());
    let faults: Vec<String> = articles.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Each kind of thing that the analyser must get right stands in several articles.
#[test]
fn golden_articles_cover_what_is_judged() {
    let articles = articles();
    let with = |what: &dyn Fn(&Article) -> bool| articles.iter().filter(|a| what(a)).count();
    let quote = |what: fn(&Article, &gold::Quote) -> bool| with(&|a| a.quotes.iter().any(|q| what(a, q)));
    let nested = with(&|a| {
        a.quotes.iter().any(|q| {
            let inside = |r: &Range<usize>| q.parts.iter().any(|p| p != r && p.start <= r.start && r.end <= p.end);
            a.quotes.iter().any(|other| inside(&other.parts[0]))
        })
    });
    for (what, count, least) in [
        ("direct", quote(|_, q| q.kind == "direct"), 20),
        ("indirect", quote(|_, q| q.kind == "indirect"), 20),
        ("mixed", quote(|_, q| q.kind == "mixed"), 20),
        ("in parts", quote(|_, q| q.parts.len() > 1), 5),
        ("without a cue", quote(|_, q| q.cue.is_none() && q.source.is_some()), 5),
        ("without a source", quote(|_, q| q.cue.is_some() && q.source.is_none()), 10),
        ("before its cue", quote(|_, q| q.cue.as_ref().is_some_and(|c| c.start >= q.parts[0].end)), 5),
        ("inside another", nested, 5),
        ("terms", with(&|a| !a.terms.is_empty()), 15),
    ] {
        assert!(count >= least, "{what}: {count} articles, not {least}");
    }
}

#[test]
fn quality_stays_above_its_floors() {
    let mut score = Score::default();
    for article in &articles() {
        score.add(article, &isnad::analyze(&article.text, &isnad::Options::default()));
    }
    println!("{score}");
    let text = std::fs::read_to_string(folder().join("floors.tsv")).expect("tests/golden/floors.tsv");
    let floors = floors::parse(&text).expect("floors.tsv");
    let rows: Vec<_> = score.figures().map(|(row, _)| row).collect();
    assert_eq!(floors.iter().map(|f| f.0).collect::<Vec<_>>(), rows, "one floor for each row");
    let broken = floors::broken(&floors, &score);
    assert!(broken.is_empty(), "\n{}\n{score}", broken.join("\n"));
}
