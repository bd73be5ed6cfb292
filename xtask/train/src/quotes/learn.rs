//! Turns tagged articles into choices and learns the models of the quote stage from them.

use super::{Prepared, context};
use crate::gold::{Article, Quote};
use crate::loglinear::{Choice, Settings, train};
use crate::score::same_name;
use isnad::model::{Bag, Features, LogLinear, Table};
use isnad::quotes::context::{Class, Context};
use isnad::quotes::{Contents, Draft, Models, content, cue, keep, propose, speaker, term};
use std::collections::BTreeMap;
use std::ops::Range;

/// A gold quote as tokens.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its number in the article.
    pub quote: usize,
    /// The token that reports: the cue's first, or the colon or mark before content without a cue.
    pub cue: Option<usize>,
    /// The content's first token.
    pub start: usize,
    /// The last token of its first part.
    pub end: usize,
    /// Whether content stands before the cue.
    pub before: bool,
}

impl Target {
    /// The content of its first part.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end.max(self.start) + 1
    }

    /// Whether a draft is taken for this quote.
    pub fn is_met_by(&self, draft: &Draft) -> bool {
        keep::overlap(&draft.content, &self.span()) >= 0.5
    }
}

/// Lays the gold quotes of an article onto its tokens.
pub fn targets(context: &Context, quotes: &[Quote]) -> Vec<Target> {
    let mut out = Vec::new();
    for (number, quote) in quotes.iter().enumerate() {
        let Some(part) = quote.parts.first() else { continue };
        let tokens = context.doc.tokens_in(part.clone());
        let Some(start) = tokens.clone().find(|&i| context.is_wordlike(i)) else { continue };
        let end = context.last_solid(start..tokens.end.max(start + 1));
        let cue = match &quote.cue {
            Some(cue) => context.doc.tokens_in(cue.clone()).find(|&i| context.is_wordlike(i)),
            None => (start.saturating_sub(3)..start)
                .rev()
                .take_while(|&i| !context.is_wordlike(i))
                .filter(|&i| matches!(context.class(i), Class::Colon | Class::Open))
                .last(),
        };
        let before = cue.is_some_and(|c| start < c);
        out.push(Target { quote: number, cue, start, end, before });
    }
    out
}

fn cue_choices(context: &Context, targets: &[Target], out: &mut Vec<Choice>) {
    let mut bag = Bag::default();
    for i in 0..context.doc.len() {
        if cue::is_candidate(context, i) {
            cue::features(context, i, &mut bag);
            out.push(Choice::binary(&bag.features, targets.iter().any(|t| t.cue == Some(i))));
        }
    }
}

fn start_choice(context: &Context, target: &Target) -> Option<Choice> {
    let cue = target.cue?;
    let (mut bag, mut candidates, mut choice) = (Bag::default(), Vec::new(), Choice::default());
    content::starts(context, cue, &mut candidates);
    for &start in &candidates {
        content::start_features(context, cue, start, &mut bag);
        choice.push(&bag.features, start.token == target.start);
    }
    Some(choice)
}

fn end_choice(context: &Context, target: &Target) -> Option<Choice> {
    let cue = target.cue?;
    let start = content::Start { token: target.start, before: target.before };
    let (mut bag, mut candidates, mut choice) = (Bag::default(), Vec::new(), Choice::default());
    content::ends(context, cue, start, &mut candidates);
    candidates.sort_unstable();
    let mut passed = content::Passed::from(start.token);
    for &e in &candidates {
        passed.advance(context, e);
        content::end_features(context, cue, start, e, &passed, &mut bag);
        choice.push(&bag.features, e == target.end);
    }
    Some(choice)
}

/// What the speaker model is asked about in an article, in the order of the cues: the quotes found, each with the
/// tagged one that it matches if any, and the tagged ones that were missed.
fn questions<'t>(found: &[Draft], targets: &'t [Target]) -> Vec<(Draft, Option<&'t Target>)> {
    let mut out: Vec<(Draft, Option<&Target>)> =
        found.iter().map(|draft| (draft.clone(), targets.iter().find(|t| t.is_met_by(draft)))).collect();
    for target in targets.iter().filter(|t| !found.iter().any(|d| t.is_met_by(d))) {
        let Some(cue) = target.cue else { continue };
        let draft = Draft { cue, content: target.span(), before: target.before, p_start: 1.0, p_end: 1.0, score: 1.0 };
        out.push((draft, Some(target)));
    }
    out.sort_by_key(|(draft, _)| draft.cue);
    out
}

/// Speakers as choices. Who spoke before is read off the tags, or found by `model` where there is one.
fn speaker_choices(
    context: &Context,
    questions: &[(Draft, Option<&Target>)],
    article: &Article,
    model: Option<&LogLinear>,
    coverage: &mut Coverage,
    out: &mut Vec<Choice>,
) {
    let mut said: Vec<speaker::Said> = Vec::new();
    let (mut bag, mut candidates, mut scores) = (Bag::default(), Vec::new(), Vec::new());
    let mut scorer = model.map(LogLinear::scorer);
    for (draft, target) in questions {
        speaker::candidates(context, draft, &said, &mut candidates);
        let setting = speaker::Setting::new(context, draft);
        let by = target.map(|t| &article.quotes[t.quote].by);
        let mut choice = Choice::default();
        scores.clear();
        let mut last = None;
        for candidate in &candidates {
            let before = last.replace(candidate);
            speaker::features(context, draft, &setting, &said, candidate, before, &mut bag);
            choice.push(&bag.features, by.is_some_and(|by| by.iter().any(|by| same_name(&candidate.name, by))));
            if let Some(scorer) = &mut scorer {
                speaker::features(context, draft, &setting, &said, candidate, before, scorer);
                scores.push(scorer.score());
            }
        }
        coverage.speakers += usize::from(choice.is_learnable());
        if by.is_some() {
            out.push(choice);
        }
        said.push(match (model, by) {
            (None, Some(by)) => {
                let entity =
                    candidates.iter().find(|c| c.entity.is_some() && same_name(&c.name, &by[0])).and_then(|c| c.entity);
                speaker::Said { name: by[0].clone(), entity, draft: draft.clone() }
            }
            (None, None) => continue,
            (Some(_), _) => {
                let chosen = speaker::pick(context, &mut candidates, &scores);
                speaker::Said { name: chosen.name.into_owned(), entity: chosen.entity, draft: draft.clone() }
            }
        });
    }
}

/// Proposals as choices: whether each is a quote.
fn keep_choices(context: &Context, targets: &[Target], drafts: &[Draft], bag: &mut Bag) -> Vec<Choice> {
    let choice = |at: usize| {
        keep::features(context, drafts, at, bag);
        Choice::binary(&bag.features, targets.iter().any(|t| t.is_met_by(&drafts[at])))
    };
    (0..drafts.len()).map(choice).collect()
}

/// The model with `shift` added to all log odds.
fn shifted(model: &LogLinear, shift: f32) -> LogLinear {
    let table = model.table();
    let mut weights: BTreeMap<u32, [f32; 1]> =
        table.iter().map(|(key, [weight])| (key, [f32::from(weight) * table.scale()])).collect();
    // Every proposal has this feature.
    let mut bag = Bag::default();
    bag.salt(keep::SALT);
    bag.add(0, 0, 0);
    weights.entry(bag.features[0]).or_default()[0] += shift;
    LogLinear::new(&Table::build(&weights))
}

/// What has to be added to log odds so that they mean what they say: as many are right as they make expect.
fn shift(odds: &[(f32, bool)]) -> f32 {
    let right = odds.iter().filter(|x| x.1).count() as f32;
    let (mut low, mut high) = (-4f32, 4f32);
    for _ in 0..20 {
        let middle = (low + high) / 2.0;
        let expected: f32 = odds.iter().map(|x| 1.0 / (1.0 + (-x.0 - middle).exp())).sum();
        if expected > right { high = middle } else { low = middle }
    }
    (low + high) / 2.0
}

/// How often the right answer was among the candidates.
#[derive(Debug, Default)]
pub struct Coverage {
    /// Quotes.
    pub quotes: usize,
    /// Quotes whose cue was a candidate.
    pub cues: usize,
    /// Quotes whose start was a candidate.
    pub starts: usize,
    /// Quotes whose end was a candidate, from the right start.
    pub ends: usize,
    /// Quotes whose speaker was a candidate.
    pub speakers: usize,
}

/// Learns all models of the stage from some articles.
pub fn learn(prepared: &[&Prepared], coverage: &mut Coverage) -> Models {
    let mut contexts: Vec<Context> = prepared.iter().map(|p| context(p)).collect();
    let targets: Vec<Vec<Target>> = contexts.iter().zip(prepared).map(|(c, p)| targets(c, &p.article.quotes)).collect();

    // What later models see of earlier ones on the training articles comes from models that have not seen them, as it
    // will on new ones: two halves, each read by models of the other.
    // The settings are those that serve each model best by cross-validation; leaving rare features out costs nothing and
    // keeps the models small.
    let cue_settings = Settings { dropout: 0.3, least: 12, ..Settings::default() };
    let start_settings = Settings { penalty: 2e-3, least: 24, ..Settings::default() };
    let end_settings = Settings { penalty: 3e-3, dropout: 0.2, least: 24, ..Settings::default() };
    let keep_settings = Settings { dropout: 0.3, ..Settings::default() };
    let speaker_settings = Settings { penalty: 2e-3, dropout: 0.5, least: 40, ..Settings::default() };
    let halves = |half: usize, other: bool| (0..prepared.len()).filter(move |i| (i % 2 == half) != other);
    for half in 0..2 {
        let mut choices = Vec::new();
        halves(half, true).for_each(|i| cue_choices(&contexts[i], &targets[i], &mut choices));
        let model = train(&choices, cue_settings);
        halves(half, false).for_each(|i| cue::score_all(&mut contexts[i], &model));
    }
    let mut choices = Vec::new();
    contexts.iter().zip(&targets).for_each(|(c, t)| cue_choices(c, t, &mut choices));
    let cue_model = train(&choices, cue_settings);

    let content_models = |articles: &mut dyn Iterator<Item = usize>, coverage: &mut Coverage| {
        let (mut start_choices, mut end_choices) = (Vec::new(), Vec::new());
        for i in articles {
            let context = &contexts[i];
            for target in &targets[i] {
                coverage.quotes += 1;
                coverage.cues += usize::from(target.cue.is_some_and(|c| cue::is_candidate(context, c)));
                if let Some(choice) = start_choice(context, target) {
                    coverage.starts += usize::from(choice.is_learnable());
                    start_choices.push(choice);
                }
                if let Some(choice) = end_choice(context, target) {
                    coverage.ends += usize::from(choice.is_learnable());
                    end_choices.push(choice);
                }
            }
        }
        Models {
            cue: empty(),
            start: train(&start_choices, start_settings),
            end: train(&end_choices, end_settings),
            rest: empty(),
            keep: empty(),
            speaker: empty(),
            term: empty(),
        }
    };
    let mut models = content_models(&mut (0..prepared.len()), coverage);
    models.cue = cue_model;

    let mut proposed: Vec<Vec<Draft>> = vec![Vec::new(); prepared.len()];
    for half in 0..2 {
        let other = content_models(&mut halves(half, true), &mut Coverage::default());
        halves(half, false).for_each(|i| proposed[i] = propose(&contexts[i], &other));
    }
    let mut bag = Bag::default();
    let mut choices = Vec::new();
    for ((context, targets), prepared) in contexts.iter().zip(&targets).zip(prepared) {
        for target in targets.iter().filter(|t| t.before) {
            let Some(cue) = target.cue else { continue };
            let Some(rest) = content::rest(context, cue) else { continue };
            let first = target.span();
            content::rest_features(context, cue, &first, &rest, &mut bag);
            let goes_on = prepared.article.quotes[target.quote].parts.len() > 1;
            choices.push(Choice::binary(&bag.features, goes_on));
        }
    }
    models.rest = train(&choices, Settings { penalty: 1e-3, rate: 0.1, ..Settings::default() });

    let keep_choices: Vec<Vec<Choice>> = contexts
        .iter()
        .zip(&targets)
        .zip(&proposed)
        .map(|((context, targets), drafts)| keep_choices(context, targets, drafts, &mut bag))
        .collect();
    let gather = |articles: &mut dyn Iterator<Item = usize>| -> Vec<Choice> {
        articles.flat_map(|i| keep_choices[i].iter().cloned()).collect()
    };
    models.keep = train(&gather(&mut (0..prepared.len())), keep_settings);
    let mut odds = Vec::new();
    for half in 0..2 {
        let table = train(&gather(&mut halves(half, true)), keep_settings).table();
        let by_chance = halves(half, false).filter(|&i| prepared[i].by_chance);
        odds.extend(by_chance.flat_map(|i| &keep_choices[i]).map(|choice| choice.odds(&table)));
    }
    models.keep = shifted(&models.keep, shift(&odds));

    // Earlier speakers, too, are seen in training as they will be on new articles: found, and now and then wrong.
    let found: Vec<Vec<Draft>> = contexts.iter().zip(proposed).map(|(c, d)| keep::keep(c, &models.keep, d)).collect();
    let asked: Vec<_> = found.iter().zip(&targets).map(|(found, targets)| questions(found, targets)).collect();
    let mut choices = Vec::new();
    for half in 0..2 {
        let mut told = Vec::new();
        halves(half, true).for_each(|i| {
            let article = prepared[i].article;
            speaker_choices(&contexts[i], &asked[i], article, None, &mut Coverage::default(), &mut told);
        });
        let model = train(&told, speaker_settings);
        halves(half, false).for_each(|i| {
            speaker_choices(&contexts[i], &asked[i], prepared[i].article, Some(&model), coverage, &mut choices);
        });
        choices.append(&mut told);
    }
    models.speaker = train(&choices, speaker_settings);

    let mut term_choices = Vec::new();
    for ((context, prepared), found) in contexts.iter().zip(prepared).zip(&found) {
        let contents = Contents::new(found);
        for marked in context.marks.all.iter().filter(|m| m.closed) {
            term::features(context, marked, contents.place(context, marked), &mut bag);
            let bytes = prepared.doc.bytes(&marked.inner);
            let is_term = prepared.article.terms.iter().any(|t| {
                let both = t.end.min(bytes.end).saturating_sub(t.start.max(bytes.start));
                2 * both >= (t.end.max(bytes.end) - t.start.min(bytes.start))
            });
            term_choices.push(Choice::binary(&bag.features, is_term));
        }
    }
    models.term = train(&term_choices, Settings::default());
    models
}

fn empty() -> LogLinear {
    train(&[], Settings::default())
}

/// Learns from all articles and writes the model files into a folder.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(prepared: &[&Prepared], folder: &std::path::Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let models = learn(prepared, &mut Coverage::default());
    for (name, model) in [
        ("cue", &models.cue),
        ("start", &models.start),
        ("end", &models.end),
        ("rest", &models.rest),
        ("keep", &models.keep),
        ("speaker", &models.speaker),
        ("term", &models.term),
    ] {
        let bytes = model.table().to_bytes();
        eprintln!("{name}: {} features, {} bytes", model.table().len(), bytes.len());
        std::fs::write(folder.join(format!("{name}.bin")), bytes)?;
    }
    Ok(())
}
