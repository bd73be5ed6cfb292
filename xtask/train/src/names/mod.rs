//! The names model: reading tagged text, learning, judging.

pub mod calibrate;
pub mod clitics;
pub mod crf;
pub mod data;
pub mod hand;
pub mod judge;
pub mod learn;
pub mod lists;
pub mod raw;
pub mod unsure;
mod validate;
pub mod vectors;

use data::{Domain, Tagged, read_text};
use isnad::names::Model;
use isnad::segment::Document;
use judge::Judge;
use learn::{Given, Learning, Settings};
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: isnad-train names COMMAND [OPTION …]
  train OUT          learns from everything and writes the model's files into the folder OUT
  words OUT          learns clusters and frequencies of words from raw news and writes the file OUT
  lists OUT          compiles name lists into the file OUT, those that occur in raw news
  cv                 cross-validation over articles
  jackknife OUT.tsv SCORES.tsv
                     the names of every article as found by a model that has not seen it: article, first byte, byte
                     behind the last, type, score; and the line from probabilities to scores that they show
  unsure OUT.tsv FILE …  articles of raw news (files in the data folder) worth tagging next: file, number, words
  anercorp           the last tenth of ANERcorp, in its own domain
options
  --data DIR         the tagged corpora (default data)
  --gold DIR         the tagged articles: DIR/dev/*.xml and DIR/names.conll (default gold)
  --hand DIR         lists of names of further articles, read by hand (default xtask/train/names/lists)
  --model DIR        where the files of words and lists are (default src/names)
  --lexicon DIR      the readable lists (default src/lexicon)
  --folds 0,1        only these folds
  --outlets FILE     a table of articles, corpora and outlets: whole outlets are kept back together, in eight groups
  --share X          learns from this share of our own articles only
  --domains a,q,w    further domains: ANERcorp, AQMAR, WikiFANE (default aq)
  --cache DIR        keeps what was learnt, fold by fold, so that a call that was cut off goes on
  --epochs N --rate X --l1 X --l2 X --drop X --averaged N --least N
  --verbose";

/// Articles of each file that are worth tagging next.
const UNSURE: usize = 80;

/// What to do and with what.
struct Plan {
    data: PathBuf,
    gold: PathBuf,
    folds: Option<Vec<usize>>,
    outlets: Option<PathBuf>,
    share: f32,
    domains: String,
    model: PathBuf,
    lexicon: PathBuf,
    hand: PathBuf,
    cache: Option<PathBuf>,
    settings: Settings,
    rest: Vec<String>,
}

impl Plan {
    fn parse(arguments: &[String]) -> Result<Self, String> {
        let mut plan = Plan {
            data: "data".into(),
            gold: "gold".into(),
            folds: None,
            outlets: None,
            share: 1.0,
            domains: "aq".into(),
            model: "src/names".into(),
            lexicon: "src/lexicon".into(),
            hand: "xtask/train/names/lists".into(),
            cache: None,
            settings: Settings::default(),
            rest: Vec::new(),
        };
        let mut all = arguments.iter();
        while let Some(argument) = all.next() {
            let Some(option) = argument.strip_prefix("--") else {
                plan.rest.push(argument.clone());
                continue;
            };
            if option == "verbose" {
                plan.settings.crf.verbose = true;
                continue;
            }
            let value = all.next().ok_or_else(|| format!("--{option} needs a value"))?;
            let number = || value.parse::<f32>().map_err(|_| format!("--{option}: {value} is no number"));
            match option {
                "data" => plan.data = value.into(),
                "gold" => plan.gold = value.into(),
                "folds" => {
                    let read = |f: &str| f.parse().map_err(|_| format!("--folds: {f} is no fold"));
                    plan.folds = Some(value.split(',').map(read).collect::<Result<_, _>>()?);
                }
                "outlets" => plan.outlets = Some(value.into()),
                "share" => plan.share = number()?,
                "cache" => plan.cache = Some(value.into()),
                "hand" => plan.hand = value.into(),
                "model" => plan.model = value.into(),
                "lexicon" => plan.lexicon = value.into(),
                "domains" => plan.domains = value.clone(),
                "epochs" => plan.settings.crf.epochs = number()? as usize,
                "rate" => plan.settings.crf.rate = number()?,
                "l1" => plan.settings.crf.l1 = number()?,
                "l2" => plan.settings.crf.l2 = number()?,
                "drop" => plan.settings.crf.drop = number()?,
                "averaged" => plan.settings.crf.averaged = number()? as usize,
                "least" => plan.settings.least = number()? as u32,
                _ => return Err(USAGE.to_owned()),
            }
        }
        Ok(plan)
    }

    /// Our own tagged articles: those that figures are measured on, and those that are only learnt from.
    fn ours(&self) -> Result<(Vec<Tagged>, Vec<Tagged>), String> {
        let full = data::articles(&self.gold.join("dev"))?;
        let mut more = data::conll("ours", Domain::Ours, &read_text(&self.gold.join("names.conll"))?);
        more.extend(hand::articles(&self.hand, &self.data)?);
        Ok((full, more))
    }

    /// Text of other domains.
    fn others(&self) -> Result<Vec<Tagged>, String> {
        let mut all = Vec::new();
        for domain in self.domains.chars() {
            let (domain, files): (_, &[&str]) = match domain {
                'a' => (Domain::Anercorp, &["anercorp-train.txt"]),
                'q' => (Domain::Aqmar, &["aqmar-train.txt", "aqmar-dev.txt", "aqmar-test.txt"]),
                'w' => (Domain::Wikifane, &["gaz/wikifane_gold.conll.xz"]),
                _ => continue,
            };
            for file in files {
                all.extend(data::conll(file, domain, &read_text(&self.data.join(file))?));
            }
        }
        Ok(all)
    }

    /// The files that are made before a model is learnt.
    fn given(&self) -> Result<Given, String> {
        let read = |name: &str| {
            let path = self.model.join(name);
            std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))
        };
        Ok(Given { words: read("words.bin")?, lists: read("gazetteer.bin")? })
    }
}

/// Runs a command.
///
/// # Errors
/// Says how to call it, or what cannot be read or written.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let plan = Plan::parse(arguments)?;
    match plan.rest.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["train", out] => train(&plan, Path::new(out)),
        ["words", out] => raw::words(&plan.data, Path::new(out)),
        ["lists", out] => lists::compile(&plan.data, &plan.lexicon, Path::new(out)),
        ["cv"] => validate::cross_validate(&plan, None),
        ["jackknife", out, scores] => validate::cross_validate(&plan, Some((Path::new(out), Path::new(scores)))),
        ["unsure", out, ref files @ ..] => unsure(&plan, Path::new(out), files),
        ["anercorp"] => anercorp(&plan),
        _ => Err(USAGE.to_owned()),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

impl Plan {
    /// What `learn` gives, or what it gave at an earlier call with the same cache.
    fn cached(&self, name: &str, learn: impl FnOnce() -> Learning) -> Result<Learning, String> {
        let Some(cache) = &self.cache else { return Ok(learn()) };
        let path = |file: &str| cache.join(format!("{name}-{file}"));
        let mut learning = Learning::default();
        let read = |(file, bytes): (&str, &mut Vec<u8>)| std::fs::read(path(file)).map(|b| *bytes = b).is_ok();
        if !learning.files().into_iter().all(read) {
            learning = learn();
            for (file, bytes) in learning.files() {
                write(&path(file), bytes)?;
            }
        }
        Ok(learning)
    }
}

fn train(plan: &Plan, out: &Path) -> Result<(), String> {
    let (full, more) = plan.ours()?;
    let others = plan.others()?;
    let given = plan.given()?;
    let all: Vec<&Tagged> = full.iter().chain(&more).chain(&others).collect();
    let mut learning = Learning::new(&all, &given, Domain::Ours, plan.settings);
    for (name, bytes) in learning.files() {
        write(&out.join(name), bytes)?;
        println!("{name} {} bytes", bytes.len());
    }
    Ok(())
}

fn unsure(plan: &Plan, out: &Path, files: &[&str]) -> Result<(), String> {
    let (full, more) = plan.ours()?;
    let tagged: Vec<Tagged> = full.into_iter().chain(more).collect();
    let mut lines = String::new();
    for file in files {
        for (number, words) in unsure::list(Model::embedded(), &plan.data.join(file), &tagged, UNSURE)? {
            lines += &format!("{file}\t{number}\t{words}\n");
        }
    }
    write(out, lines.as_bytes())
}

/// The figure that published systems can be compared with: token spans on text kept back from ANERcorp.
fn anercorp(plan: &Plan) -> Result<(), String> {
    let raw = read_text(&plan.data.join("anercorp-train.txt"))?;
    let words = raw.lines().filter(|l| !l.trim().is_empty()).count();
    let mut seen = 0;
    let at = raw
        .split_inclusive('\n')
        .scan(0, |at, line| {
            let start = *at;
            *at += line.len();
            let cut = seen >= words - words / 10 && line.trim().is_empty();
            seen += usize::from(!line.trim().is_empty());
            Some((cut, start))
        })
        .find_map(|(cut, start)| cut.then_some(start))
        .ok_or("no last tenth")?;
    let seen = data::conll("anercorp", Domain::Anercorp, &raw[..at]);
    let unseen = data::conll("anercorp-last", Domain::Anercorp, &raw[at..]);
    let (full, more) = plan.ours()?;
    let others = plan.others()?;
    let others = others.iter().filter(|a| a.domain != Domain::Anercorp);
    let all: Vec<&Tagged> = full.iter().chain(&more).chain(&seen).chain(others).collect();
    let given = plan.given()?;
    let model = Learning::new(&all, &given, Domain::Anercorp, plan.settings).model(&given);
    let mut judge = Judge::default();
    for article in &unseen {
        let doc = Document::new(&article.text);
        let mut found = model.find(&doc);
        // ANERcorp's spans are whole tokens.
        found.iter_mut().for_each(|m| m.start = doc.bytes(&m.tokens).start);
        judge.add(article, &found);
    }
    println!("{judge}");
    Ok(())
}
