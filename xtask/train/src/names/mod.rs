//! The names model: reading tagged text, learning, judging.

pub mod clitics;
pub mod crf;
pub mod data;
pub mod judge;
pub mod learn;
pub mod lists;
pub mod raw;
pub mod vectors;

use crate::folds::{FOLDS, fold_of};
use data::{Domain, Tagged, read_text};
use isnad::segment::Document;
use judge::Judge;
use learn::{Files, Given, Settings};
use std::path::{Path, PathBuf};

const USAGE: &str = "usage: isnad-train names COMMAND [OPTION …]
  train OUT          learns from everything and writes the model's files into the folder OUT
  words OUT          learns clusters and frequencies of words from raw news and writes the file OUT
  lists OUT          compiles name lists into the file OUT, those that occur in raw news
  cv                 cross-validation over articles
  jackknife OUT.tsv  the names of every article as found by a model that has not seen it:
                     article, first byte, byte behind the last, type, score
  anercorp           the last tenth of ANERcorp, in its own domain
options
  --data DIR         the tagged corpora (default data)
  --gold DIR         the tagged articles: DIR/dev/*.xml and DIR/names.conll (default gold)
  --model DIR        where the files of words and lists are (default src/names)
  --lexicon DIR      the readable lists (default src/lexicon)
  --folds 0,1        only these folds
  --domains a,q,w    further domains: ANERcorp, AQMAR, WikiFANE (default a)
  --epochs N --rate X --l1 X --l2 X --least N
  --verbose";

/// What to do and with what.
struct Plan {
    data: PathBuf,
    gold: PathBuf,
    folds: Vec<usize>,
    domains: String,
    model: PathBuf,
    lexicon: PathBuf,
    settings: Settings,
    rest: Vec<String>,
}

impl Plan {
    fn parse(arguments: &[String]) -> Result<Self, String> {
        let mut plan = Plan {
            data: "data".into(),
            gold: "gold".into(),
            folds: (0..FOLDS).collect(),
            domains: "a".into(),
            model: "src/names".into(),
            lexicon: "src/lexicon".into(),
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
                "folds" if !value.contains(',') && number()? as usize == FOLDS => {}
                "folds" => {
                    let read = |f: &str| f.parse().map_err(|_| format!("--folds: {f} is no fold"));
                    plan.folds = value.split(',').map(read).collect::<Result<_, _>>()?;
                }
                "model" => plan.model = value.into(),
                "lexicon" => plan.lexicon = value.into(),
                "domains" => plan.domains = value.clone(),
                "epochs" => plan.settings.crf.epochs = number()? as usize,
                "rate" => plan.settings.crf.rate = number()?,
                "l1" => plan.settings.crf.l1 = number()?,
                "l2" => plan.settings.crf.l2 = number()?,
                "least" => plan.settings.least = number()? as u32,
                _ => return Err(USAGE.to_owned()),
            }
        }
        Ok(plan)
    }

    /// Our own tagged articles: those with everything tagged, and those with names only.
    fn ours(&self) -> Result<(Vec<Tagged>, Vec<Tagged>), String> {
        let full = data::articles(&self.gold.join("dev"))?;
        let more = data::conll("ours", Domain::Ours, &read_text(&self.gold.join("names.conll"))?);
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
        ["cv"] => cross_validate(&plan, None),
        ["jackknife", out] => cross_validate(&plan, Some(Path::new(out))),
        ["anercorp"] => anercorp(&plan),
        _ => Err(USAGE.to_owned()),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

fn train(plan: &Plan, out: &Path) -> Result<(), String> {
    let (full, more) = plan.ours()?;
    let others = plan.others()?;
    let all: Vec<&Tagged> = full.iter().chain(&more).chain(&others).collect();
    let Files { tagger, clitics, .. } = learn::model(&all, &plan.given()?, Domain::Ours, plan.settings);
    write(&out.join("tagger.bin"), &tagger)?;
    write(&out.join("clitics.bin"), &clitics)?;
    println!("tagger.bin {} bytes, clitics.bin {} bytes", tagger.len(), clitics.len());
    Ok(())
}

/// Every fold's articles by a model that has not seen them; at most two folds at a time.
fn cross_validate(plan: &Plan, out: Option<&Path>) -> Result<(), String> {
    let (full, more) = plan.ours()?;
    let others = plan.others()?;
    let given = plan.given()?;
    let fold = |fold: usize| {
        let kept = full.iter().filter(|a| fold_of(&a.name) != fold);
        let all: Vec<&Tagged> = kept.chain(&more).chain(&others).collect();
        let model = learn::model(&all, &given, Domain::Ours, plan.settings).load();
        let (mut judge, mut lines) = (Judge::default(), String::new());
        for article in full.iter().filter(|a| fold_of(&a.name) == fold) {
            let found = model.find(&Document::new(&article.text));
            judge.add(article, &found);
            for m in &found {
                let kind = format!("{:?}", m.kind).to_lowercase();
                lines += &format!("{}\t{}\t{}\t{kind}\t{:.3}\n", article.name, m.start, m.end, m.score);
            }
        }
        println!("fold {fold}  {judge}");
        (judge, lines)
    };
    let (mut judge, mut lines) = (Judge::default(), String::new());
    for pair in plan.folds.chunks(2) {
        let results: Vec<_> = std::thread::scope(|scope| {
            let running: Vec<_> = pair.iter().map(|&f| scope.spawn(move || fold(f))).collect();
            running.into_iter().map(|r| r.join().expect("a fold does not panic")).collect()
        });
        for (j, l) in results {
            judge.merge(&j);
            lines += &l;
        }
    }
    println!("all     {judge}");
    if plan.settings.crf.verbose {
        print!("{}", judge.reliability());
    }
    out.map_or(Ok(()), |path| write(path, lines.as_bytes()))
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
    let all: Vec<&Tagged> = full.iter().chain(&more).chain(&seen).collect();
    let model = learn::model(&all, &plan.given()?, Domain::Anercorp, plan.settings).load();
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
