//! The judge: exact spans for names and values, overlap of content characters for quotes, speakers by name.
//!
//! The measures are those that Isnad's figures are stated in everywhere: names and values count with exact span and
//! type; a quote matches where the characters of its content (white space and quotation marks left out) overlap with
//! intersection over union of at least 0.5, or, stricter, 0.8; a speaker counts where its quote matches and one name
//! contains the other and is at least half as many words long.

use crate::gold::Article;
use isnad::Analysis;
use isnad::analysis::Span;
use isnad::mention::Kind;
use isnad::quotes::speaker::Name;
use isnad::source::is_quotation_mark;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::ops::Range;

/// Right, found and expected.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// Expected.
    pub expected: usize,
}

impl Counts {
    /// Precision in percent.
    pub fn precision(&self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    /// Recall in percent.
    pub fn recall(&self) -> f64 {
        100.0 * self.right as f64 / self.expected.max(1) as f64
    }

    /// F1 in percent.
    pub fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.expected).max(1) as f64
    }

    fn add(&mut self, right: usize, found: usize, expected: usize) {
        self.right += right;
        self.found += found;
        self.expected += expected;
    }
}

/// The rows of the table, in the order printed.
const ROWS: [&str; 16] = [
    "names",
    "person",
    "organization",
    "place",
    "event",
    "misc",
    "values",
    "date",
    "number",
    "money",
    "percent",
    "quotes",
    "quotes@0.8",
    "content",
    "speaker",
    "terms",
];

fn row(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "person",
        Kind::Organization => "organization",
        Kind::Place => "place",
        Kind::Event => "event",
        Kind::Misc => "misc",
        Kind::Date => "date",
        Kind::Number => "number",
        Kind::Money => "money",
        Kind::Percent => "percent",
    }
}

/// The figures over any number of articles.
#[derive(Clone, Debug, Default)]
pub struct Score {
    rows: BTreeMap<&'static str, Counts>,
    kinds: Counts,
    /// What was missed or wrongly found, one line each, where asked for.
    pub faults: Option<Vec<String>>,
}

impl Score {
    /// A score that also keeps every fault.
    pub fn with_faults() -> Self {
        Score { faults: Some(Vec::new()), ..Score::default() }
    }

    /// The counts of a row by its printed name.
    pub fn get(&self, row: &str) -> Counts {
        self.rows.get(row).copied().unwrap_or_default()
    }

    /// Every row of the table with its F1, and `kind`: quotes matched that have the right kind too, as an F1 over all
    /// quotes like the speaker's (their share of the matched ones alone may fall where more is found).
    pub fn figures(&self) -> impl Iterator<Item = (&'static str, f64)> + '_ {
        let kinds = Counts { right: self.kinds.right, ..self.get("quotes") };
        ROWS.iter().map(|row| (*row, self.get(row).f1())).chain([("kind", kinds.f1())])
    }

    /// The share of matched quotes with the right kind, in percent.
    pub fn kind_accuracy(&self) -> f64 {
        self.kinds.recall()
    }

    fn count(&mut self, row: &'static str, right: usize, found: usize, expected: usize) {
        self.rows.entry(row).or_default().add(right, found, expected);
    }

    fn fault(&mut self, line: impl FnOnce() -> String) {
        if let Some(faults) = &mut self.faults {
            faults.push(line());
        }
    }

    /// Judges one article.
    pub fn add(&mut self, gold: &Article, got: &Analysis) {
        let text: Vec<u16> = gold.text.encode_utf16().collect();
        let map = isnad::source::Utf16::new(&gold.text);
        let units = |r: &Range<usize>| (map.offset(r.start), map.offset(r.end));
        let show = |(s, e): (u32, u32)| String::from_utf16_lossy(&text[s as usize..e as usize]);

        let expected: BTreeSet<_> = gold.mentions.iter().map(|(r, k)| (units(r), *k)).collect();
        let found: BTreeSet<_> = got.mentions.iter().map(|m| ((m.span.start, m.span.end), m.kind)).collect();
        for (set, is_found) in [(&found, true), (&expected, false)] {
            for item @ (span, kind) in set {
                let right = is_found && expected.contains(item);
                for name in [row(*kind), if kind.is_name() { "names" } else { "values" }] {
                    self.count(name, right.into(), is_found.into(), (!is_found).into());
                }
                if if is_found { !right } else { !found.contains(item) } {
                    let what = if is_found { "spurious" } else { "missed" };
                    self.fault(|| format!("{}: {what} {} «{}»", gold.name, row(*kind), show(*span)));
                }
            }
        }

        let content = |spans: &mut dyn Iterator<Item = (u32, u32)>| -> BTreeSet<u32> {
            spans
                .flat_map(|(s, e)| s..e)
                .filter(|&i| {
                    char::from_u32(text[i as usize].into()).is_none_or(|c| !c.is_whitespace() && !is_quotation_mark(c))
                })
                .collect()
        };
        let of_spans = |spans: &[Span]| content(&mut spans.iter().map(|s| (s.start, s.end)));
        let of_ranges = |ranges: &[Range<usize>]| content(&mut ranges.iter().map(units));
        let gold_quotes: Vec<_> = gold.quotes.iter().map(|q| of_ranges(&q.parts)).collect();
        let got_quotes: Vec<_> = got.quotes.iter().map(|q| of_spans(&q.parts)).collect();
        let pairs = pair(&got_quotes, &gold_quotes, 0.5);
        let strict = pair(&got_quotes, &gold_quotes, 0.8).len();
        self.count("quotes", pairs.len(), got_quotes.len(), gold_quotes.len());
        self.count("quotes@0.8", strict, got_quotes.len(), gold_quotes.len());
        let mut speakers = 0;
        for &(i, j) in &pairs {
            let (quote, want) = (&got.quotes[i], &gold.quotes[j]);
            let right = want.by.iter().any(|by| same_name(&quote.speaker.name, by));
            speakers += usize::from(right);
            let kind = format!("{:?}", quote.kind).to_lowercase();
            self.kinds.add((kind == want.kind).into(), 1, 1);
            if !right {
                self.fault(|| {
                    let by = want.by.join("|");
                    let cue = quote.cue.as_ref().map_or(quote.parts[0].start, |c| c.span.start);
                    let near = show((cue.saturating_sub(90), (cue + 110).min(text.len() as u32))).replace('\n', " ¶ ");
                    let source = want.source.as_ref().map_or("", |s| &gold.text[s.clone()]);
                    format!(
                        "{}: speaker «{}» ({:?}) should be «{by}», tagged beside the cue «{source}»: {near}",
                        gold.name, quote.speaker.name, quote.speaker.via
                    )
                });
            }
            if kind != want.kind {
                self.fault(|| format!("{}: kind {kind} should be {}", gold.name, want.kind));
            }
        }
        self.count("speaker", speakers, got_quotes.len(), gold_quotes.len());
        let around = |set: &BTreeSet<u32>| match (set.first(), set.last()) {
            (Some(&s), Some(&e)) => show((s, e + 1)),
            _ => String::new(),
        };
        for (i, set) in got_quotes.iter().enumerate().filter(|(i, _)| !pairs.iter().any(|p| p.0 == *i)) {
            let cue = got.quotes[i].cue.as_ref().map_or(String::new(), |c| show((c.span.start, c.span.end)));
            self.fault(|| format!("{}: spurious quote [{cue}] «{}»", gold.name, around(set)));
        }
        for (j, set) in gold_quotes.iter().enumerate().filter(|(j, _)| !pairs.iter().any(|p| p.1 == *j)) {
            let cue = gold.quotes[j].cue.as_ref().map_or("", |c| &gold.text[c.clone()]);
            self.fault(|| format!("{}: missed quote [{cue}] «{}»", gold.name, around(set)));
        }
        let all = |sets: &[BTreeSet<u32>]| sets.iter().flatten().copied().collect::<BTreeSet<u32>>();
        let (a, b) = (all(&got_quotes), all(&gold_quotes));
        self.count("content", a.intersection(&b).count(), a.len(), b.len());

        let gold_terms: Vec<_> = gold.terms.iter().map(|t| of_ranges(std::slice::from_ref(t))).collect();
        let got_terms: Vec<_> = got.terms.iter().map(|t| of_spans(std::slice::from_ref(t))).collect();
        let pairs = pair(&got_terms, &gold_terms, 0.5);
        self.count("terms", pairs.len(), got_terms.len(), gold_terms.len());
        for (_, set) in got_terms.iter().enumerate().filter(|(i, _)| !pairs.iter().any(|p| p.0 == *i)) {
            self.fault(|| format!("{}: spurious term «{}»", gold.name, around(set)));
        }
        for (_, set) in gold_terms.iter().enumerate().filter(|(j, _)| !pairs.iter().any(|p| p.1 == *j)) {
            self.fault(|| format!("{}: missed term «{}»", gold.name, around(set)));
        }
    }
}

/// One-to-one pairs of found and expected whose overlap is at least `least`, best overlap first.
fn pair(found: &[BTreeSet<u32>], expected: &[BTreeSet<u32>], least: f64) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, a) in found.iter().enumerate() {
        for (j, b) in expected.iter().enumerate() {
            let (Some(a0), Some(a1), Some(b0), Some(b1)) = (a.first(), a.last(), b.first(), b.last()) else { continue };
            if a1 < b0 || b1 < a0 {
                continue;
            }
            let both = a.intersection(b).count();
            let overlap = both as f64 / (a.len() + b.len() - both) as f64;
            if both > 0 && overlap >= least {
                candidates.push((overlap, i, j));
            }
        }
    }
    candidates.sort_by(|a, b| b.partial_cmp(a).expect("no NaN"));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, i, j) in candidates {
        if pairs.iter().all(|p| p.0 != i && p.1 != j) {
            pairs.push((i, j));
        }
    }
    pairs
}

/// Whether one name contains the other and is at least half as many words long.
pub fn same_name(a: &str, b: &str) -> bool {
    Name::new(a).is_same(&Name::new(b))
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:14}{:>7}{:>7}{:>7}{:>7}", "", "P", "R", "F1", "gold")?;
        for name in ROWS {
            let c = self.get(name);
            writeln!(f, "{name:14}{:7.1}{:7.1}{:7.1}{:7}", c.precision(), c.recall(), c.f1(), c.expected)?;
        }
        write!(f, "kind accuracy on matched quotes: {:.1}", self.kind_accuracy())
    }
}
