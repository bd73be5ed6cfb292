//! Cross-validation: whole articles kept back, by folds or by groups of whole outlets.

use super::calibrate;
use super::data::{Domain, Tagged, read_text};
use super::judge::Judge;
use super::learn::Learning;
use super::{Plan, write};
use crate::folds::{FOLDS, Groups, fold_of, two_at_a_time};
use isnad::mention::Mention;
use isnad::model::hash;
use isnad::names::scores::Scores;
use isnad::segment::Document;
use std::collections::HashMap;
use std::path::Path;

/// Groups that whole outlets are spread over.
const OUTLET_GROUPS: usize = 8;
/// The first line of a file of scores.
const SCORES_HEAD: &str = "# From probabilities of names to scores, written by `isnad-train names jackknife`.\n";

/// Outlets spread over groups of about equal size, the largest first; the group of every article.
fn outlet_groups(table: &str, articles: &[Tagged]) -> HashMap<String, usize> {
    let outlets = Groups::outlets(table);
    let mut sizes = vec![(0, 0); outlets.count];
    articles.iter().for_each(|a| sizes[outlets.of(&a.name)].0 += a.text.len());
    sizes.iter_mut().enumerate().for_each(|(n, s)| s.1 = n);
    sizes.sort_by_key(|&(size, n)| (std::cmp::Reverse(size), n));
    let (mut group_of, mut loads) = (vec![0; outlets.count], [0; OUTLET_GROUPS]);
    for (size, n) in sizes {
        let lightest = (0..OUTLET_GROUPS).min_by_key(|&g| loads[g]).unwrap_or_default();
        loads[lightest] += size;
        group_of[n] = lightest;
    }
    articles.iter().map(|a| (a.name.clone(), group_of[outlets.of(&a.name)])).collect()
}

/// Every group's articles by a model that has not seen them; where asked for, the names found and the line of scores
/// that they show go into files.
pub fn cross_validate(plan: &Plan, out: Option<(&Path, &Path)>) -> Result<(), String> {
    let (full, more) = plan.ours()?;
    let others = plan.others()?;
    let given = plan.given()?;
    let by_outlet = plan.outlets.as_ref().map(|t| read_text(t).map(|t| outlet_groups(&t, &full))).transpose()?;
    let (groups, kind) = if by_outlet.is_some() { (OUTLET_GROUPS, "outlets") } else { (FOLDS, "fold") };
    let group = |a: &Tagged| match &by_outlet {
        Some(of) => of[&a.name],
        None => fold_of(&a.name),
    };
    let wanted = |a: &Tagged| hash(&a.name) as f32 <= plan.share * u32::MAX as f32;
    let all: Vec<usize> = plan.folds.clone().unwrap_or_else(|| (0..groups).collect());
    let learnt = two_at_a_time(&all, |held| {
        let ours = full.iter().filter(|a| group(a) != held).chain(&more).filter(|a| wanted(a));
        let seen: Vec<&Tagged> = ours.chain(&others).collect();
        plan.cached(&format!("{kind}-{held}"), || Learning::new(&seen, &given, Domain::Ours, plan.settings))
    });
    let mut found = Vec::new();
    for (held, learning) in learnt {
        let model = learning?.model(&given);
        let mut own = Judge::default();
        for article in full.iter().filter(|a| group(a) == held) {
            let names = model.find(&Document::new(&article.text));
            own.add(article, &names);
            found.push((article, names));
        }
        println!("{kind} {held}  {own}");
    }
    let right = |a: &Tagged, m: &Mention| a.names.contains(&(m.start..m.end, m.kind));
    let pairs = found.iter().flat_map(|(a, names)| names.iter().map(|m| (m.score, right(a, m)))).collect();
    let line = calibrate::line(pairs);
    let scores = Scores::new(line.clone()).map_err(|_| "the line of scores does not rise")?;
    found.iter_mut().flat_map(|(_, names)| names).for_each(|m| m.score = scores.score(m.score));
    let mut judge = Judge::default();
    found.iter().for_each(|(article, names)| judge.add(article, names));
    print!("all     {judge}\n{}", judge.reliability());
    let Some((out, scores)) = out else { return Ok(()) };
    let mut lines = String::new();
    for (article, m) in found.iter().flat_map(|(a, names)| names.iter().map(move |m| (a, m))) {
        let kind = format!("{:?}", m.kind).to_lowercase();
        lines += &format!("{}\t{}\t{}\t{kind}\t{:.3}\n", article.name, m.start, m.end, m.score);
    }
    write(out, lines.as_bytes())?;
    let points: String = line.iter().map(|(from, to)| format!("{from:.5}\t{to:.5}\n")).collect();
    write(scores, format!("{SCORES_HEAD}{points}").as_bytes())
}
