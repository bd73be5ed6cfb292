//! Learns the quote stage from tagged articles and judges it on articles kept back.

mod judge;
mod learn;

pub use judge::{Report, cross_validate, outlets};
pub use learn::{learn, write};

use crate::gold::Article;
use isnad::entities::{self, Entity};
use isnad::mention::{Kind, Mention};
use isnad::quotes::context::Context;
use isnad::quotes::marks;
use isnad::segment::Document;
use std::collections::HashMap;
use std::ops::Range;

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

/// Cuts and links articles; names from the jackknife where it has the article, else the tagged ones.
pub fn prepare<'a>(articles: &'a [Article], names: &Jackknife) -> Vec<Prepared<'a>> {
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
            Prepared { article, doc, mentions, entities }
        })
        .collect()
}

fn context<'a>(p: &'a Prepared) -> Context<'a> {
    let marks = marks::pair(&p.doc, &mut Vec::new());
    Context::new(&p.doc, &p.mentions, &p.entities, marks)
}
