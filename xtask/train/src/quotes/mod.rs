//! Learns the quote stage from tagged articles and judges it on articles kept back.

pub mod hand;
mod judge;
mod learn;

use crate::folds::Groups;
use crate::gold::{self, Article};
use crate::names;
use isnad::entities::{self, Entity};
use isnad::mention::{Kind, Mention};
use isnad::quotes::context::Context;
use isnad::quotes::marks;
use isnad::segment::Document;
use std::collections::HashMap;
use std::ops::Range;
use std::path::Path;

const USAGE: &str = "usage: isnad-train quotes COMMAND [OPTION …]
  cv                 judges the quote stage on articles kept back, by folds or by whole outlets
  train OUT          learns from everything and writes the models into the folder OUT
  list DIR           writes the list of quotes (see --hand) for tagged articles of a corpus, DIR/NUMBER.xml
options
  --gold DIR         the tagged articles: DIR/dev/*.xml (default gold)
  --names FILE       the names of these articles as found by models that had not seen them (`names jackknife`)
  --hand DIR         lists of the quotes of further articles, read by hand (default xtask/train/quotes/lists)
  --data DIR         the corpora that these are out of (default data)
  --outlets FILE     a table of articles, corpora and outlets: whole outlets are kept back together
  --share X          learns from this share of the articles only
  --verbose          lists every fault";

/// Options with a value.
const OPTIONS: [&str; 6] = ["gold", "names", "hand", "data", "outlets", "share"];

/// Runs a command.
///
/// # Errors
/// Says how to call it, or what cannot be read or written.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let (mut rest, mut options) = (Vec::new(), HashMap::new());
    let mut all = arguments.iter().map(String::as_str);
    while let Some(argument) = all.next() {
        match argument.strip_prefix("--") {
            Some("verbose") => _ = options.insert("verbose", ""),
            Some(name) if !OPTIONS.contains(&name) => return Err(USAGE.to_owned()),
            Some(name) => _ = options.insert(name, all.next().ok_or_else(|| format!("--{name} needs a value"))?),
            None => rest.push(argument),
        }
    }
    let option = |name: &str, default| Path::new(options.get(name).copied().unwrap_or(default));
    if let ["list", folder] = rest[..] {
        print!("{}", hand::list(Path::new(folder))?);
        return Ok(());
    }
    let articles = gold::read_folder(&option("gold", "gold").join("dev"))?;
    let names = options.get("names").map(|path| read_jackknife(path)).transpose()?.unwrap_or_default();
    let prepared = prepare(&articles, &names, true);
    let further = hand::articles(option("hand", "xtask/train/quotes/lists"), option("data", "data"))?;
    let further = prepare(&further, &names, false);
    match rest[..] {
        ["cv"] => {
            let share = options.get("share").map_or(Ok(1.0), |s| s.parse()).map_err(|_| USAGE.to_owned())?;
            let groups = match options.get("outlets") {
                Some(table) => Groups::outlets(&names::data::read_text(Path::new(table))?),
                None => Groups::folds(),
            };
            let report = judge::cross_validate(&prepared, &further, &groups, share, options.contains_key("verbose"));
            report.score.faults.iter().flatten().for_each(|f| println!("{f}"));
            println!("{report}");
            Ok(())
        }
        ["train", out] => {
            let all: Vec<&Prepared> = prepared.iter().chain(&further).collect();
            learn::write(&all, Path::new(out)).map_err(|e| format!("{out}: {e}"))
        }
        _ => Err(USAGE.to_owned()),
    }
}

/// An article cut and linked, with the mentions that the quote stage will see.
pub struct Prepared<'a> {
    /// The gold.
    pub article: &'a Article,
    /// The text cut.
    pub doc: Document<'a>,
    /// Mentions, by a model that has not seen the article where there is one.
    pub mentions: Vec<Mention>,
    /// Entities over the mentions.
    pub entities: Vec<Entity>,
    /// Whether it is as likely as any other article, not picked for the many unsure quotes that it holds.
    pub by_chance: bool,
}

/// Names found by models that had not seen the article: article to spans.
pub type Jackknife = HashMap<String, Vec<(Range<usize>, Kind, f32)>>;

/// Reads `article \t start byte \t end byte \t kind \t score` lines.
///
/// # Errors
/// Where the file cannot be read or a line is off.
pub fn read_jackknife(path: &str) -> Result<Jackknife, String> {
    let mut all = Jackknife::new();
    for line in std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?.lines() {
        let off = || format!("{path}: {line}");
        let cells: Vec<&str> = line.split('\t').collect();
        let [article, start, end, kind, score] = cells[..] else { return Err(off()) };
        let kind = match kind.to_lowercase().as_str() {
            "person" => Kind::Person,
            "organization" => Kind::Organization,
            "place" => Kind::Place,
            "event" => Kind::Event,
            "misc" => Kind::Misc,
            _ => return Err(off()),
        };
        let number = |cell: &str| cell.parse::<usize>().map_err(|_| off());
        let span = number(start)?..number(end)?;
        all.entry(article.to_owned()).or_default().push((span, kind, score.parse().unwrap_or(1.0)));
    }
    Ok(all)
}

/// Cuts and links articles; names from the jackknife where it has the article, else the tagged ones, and those of the
/// embedded model where an article has no names tagged, for which it is a new one.
pub fn prepare<'a>(articles: &'a [Article], names: &Jackknife, by_chance: bool) -> Vec<Prepared<'a>> {
    articles
        .iter()
        .map(|article| {
            let doc = Document::new(&article.text);
            let mention = |span: &Range<usize>, kind, score| Mention {
                tokens: doc.tokens_in(span.clone()),
                start: span.start,
                end: span.end,
                kind,
                score,
                value: None,
            };
            let gold = |names: bool| article.mentions.iter().filter(move |m| m.1.is_name() == names);
            let found: Vec<Mention> = match names.get(&article.name) {
                Some(found) => found.iter().map(|(span, kind, score)| mention(span, *kind, *score)).collect(),
                None if gold(true).next().is_none() => isnad::names::Model::embedded().find(&doc),
                None => gold(true).map(|(span, kind)| mention(span, *kind, 1.0)).collect(),
            };
            let values = isnad::values::find(&doc, &isnad::Options::default()).mentions;
            let values = if values.is_empty() {
                gold(false).map(|(span, kind)| mention(span, *kind, 1.0)).collect()
            } else {
                values
            };
            let mentions = isnad::mention::merge(found, values);
            let entities = entities::link(&doc, &mentions);
            Prepared { article, doc, mentions, entities, by_chance }
        })
        .collect()
}

fn context<'a>(p: &'a Prepared) -> Context<'a> {
    let marks = marks::pair(&p.doc, &mut Vec::new());
    Context::new(&p.doc, &p.mentions, &p.entities, marks)
}
