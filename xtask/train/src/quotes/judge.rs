//! Judges the quote stage on articles kept back, as a whole and by class of quote.

use super::learn::{Coverage, learn, targets};
use super::{Prepared, context};
use crate::folds::{Groups, two_at_a_time};
use crate::gold::{Article, Quote};
use crate::score::{Score, same_name};
use isnad::analysis::Analysis;
use isnad::quotes::{QuoteKind, cue, find_with, keep, propose};
use std::fmt;

/// Where quotes are lost, step by step.
const LOSSES: [&str; 6] =
    ["no trigger", "cue missed", "wrong start", "wrong end", "turned down", "found, overlap below 0.8"];

/// The figures of the quote stage on articles kept back.
#[derive(Debug, Default)]
pub struct Report {
    /// The table.
    pub score: Score,
    /// The classes of quotes, each judged by recall alone.
    classes: [Score; 4],
    /// Tagged direct quotes, found as whatever kind.
    direct_tagged: Score,
    /// Quotes found as direct, against all tagged ones.
    direct_found: Score,
    losses: [usize; LOSSES.len()],
    /// How many quotes were found with a score of so many tenths, and how many of them overlap a tagged one by half.
    scores: [(usize, usize); 10],
}

const CLASSES: [&str; 4] =
    ["named beside the cue", "role, pronoun or short form", "no source at all", "in the headline"];

/// Which classes a quote belongs to.
fn classes(article: &Article, quote: &Quote) -> [bool; 4] {
    let source = quote.source.as_ref().map(|s| &article.text[s.clone()]);
    let named = source
        .is_some_and(|s| quote.by.iter().any(|by| !by.is_empty() && (s.contains(by.as_str()) || same_name(s, by))));
    let headline = article.text.trim_start().find('\n').is_some_and(|end| quote.parts[0].start < end);
    [named, source.is_some() && !named, source.is_none(), headline]
}

/// The article with only the quotes that `wanted` keeps.
fn only(article: &Article, wanted: impl Fn(&Quote) -> bool) -> Article {
    let mut article = article.clone();
    article.quotes.retain(wanted);
    article
}

impl Report {
    fn add(&mut self, p: &Prepared, analysis: &Analysis) {
        self.score.add(p.article, analysis);
        for (class, score) in self.classes.iter_mut().enumerate() {
            score.add(&only(p.article, |q| classes(p.article, q)[class]), analysis);
        }
        self.direct_tagged.add(&only(p.article, |q| q.kind == "direct"), analysis);
        let mut direct = analysis.clone();
        direct.quotes.retain(|q| q.kind == QuoteKind::Direct);
        self.direct_found.add(p.article, &direct);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.score)?;
        let direct = (self.direct_found.get("quotes").precision(), self.direct_tagged.get("quotes").recall());
        writeln!(f, "direct quotes: P {:.1}, R {:.1}", direct.0, direct.1)?;
        for (name, score) in CLASSES.iter().zip(&self.classes) {
            let (quotes, speaker) = (score.get("quotes"), score.get("speaker"));
            let (found, right) = (quotes.recall(), speaker.recall());
            writeln!(f, "{name}: {} quotes, {found:.1} % found, {right:.1} % with the right speaker", quotes.expected)?;
        }
        write!(f, "lost:")?;
        LOSSES.iter().zip(self.losses).try_for_each(|(name, n)| write!(f, " {name} {n};"))?;
        write!(f, "\nright by score:")?;
        self.scores.iter().enumerate().filter(|(_, (all, _))| *all > 0).try_for_each(|(tenth, (all, right))| {
            write!(f, " 0.{tenth} {:.0} % of {all};", 100.0 * *right as f64 / *all as f64)
        })
    }
}

/// Learns from all groups but one and from `further` articles and judges the one group, for every group. Learns from a
/// share of the articles only where `share` is less than 1.
pub fn cross_validate(
    prepared: &[Prepared],
    further: &[Prepared],
    groups: &Groups,
    share: f32,
    faults: bool,
) -> Report {
    let mut report = Report::default();
    if faults {
        report.score = Score::with_faults();
    }
    // Spread evenly over the articles, which are in the order of their sources.
    let wanted = |i: usize| (i as f32 * share) as usize != ((i + 1) as f32 * share) as usize;
    let learnt = two_at_a_time(&(0..groups.count).collect::<Vec<_>>(), |held| {
        let mut seen: Vec<&Prepared> = prepared.iter().filter(|p| groups.of(&p.article.name) != held).collect();
        seen.extend(further.iter().filter(|p| groups.allows(held, &p.article.name)));
        let seen: Vec<&Prepared> = seen.into_iter().enumerate().filter(|(i, _)| wanted(*i)).map(|(_, p)| p).collect();
        let mut coverage = Coverage::default();
        let models = learn(&seen, &mut coverage);
        eprintln!("group {held} of {}: {coverage:?}", groups.count);
        models
    });
    for (held, models) in learnt {
        for p in prepared.iter().filter(|p| groups.of(&p.article.name) == held) {
            let mut context = context(p);
            cue::score_all(&mut context, &models.cue);
            let proposed = propose(&context, &models);
            let kept = keep::keep(&context, &models.keep, proposed.clone());
            let targets = targets(&context, &p.article.quotes);
            for draft in &kept {
                let (all, right) = &mut report.scores[((draft.score * 10.0) as usize).min(9)];
                *all += 1;
                *right += usize::from(targets.iter().any(|t| t.is_met_by(draft)));
            }
            for target in targets {
                let span = target.span();
                let best = kept.iter().map(|d| keep::overlap(&d.content, &span)).fold(0.0, f32::max);
                if best >= 0.8 {
                    continue;
                }
                let step = match proposed.iter().find(|d| Some(d.cue) == target.cue) {
                    _ if best >= 0.5 => 5,
                    None if target.cue.is_none() => 0,
                    None => 1,
                    Some(d) if d.content.start != target.start => 2,
                    Some(d) if keep::overlap(&d.content, &span) < 0.5 => 3,
                    Some(_) => 4,
                };
                report.losses[step] += 1;
            }
            let found = find_with(&models, &p.doc, &p.mentions, &p.entities);
            report.add(p, &Analysis::new(&p.doc, p.mentions.clone(), p.entities.clone(), found, None, &[]));
        }
    }
    report
}
