//! Tagged articles: text with inline tags for names, values, quotes, cues, sources and terms.

use isnad::mention::Kind;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// A quote as a careful reader tagged it. Ranges are bytes of the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quote {
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// Who spoke; several right answers, the better one first.
    pub by: Vec<String>,
    /// The content.
    pub parts: Vec<Range<usize>>,
    /// The cue, if it has one.
    pub cue: Option<Range<usize>>,
    /// The mention of the source, if there is one beside the cue.
    pub source: Option<Range<usize>>,
}

/// A tagged article.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The file's name without its ending.
    pub name: String,
    /// The text without tags.
    pub text: String,
    /// Names and values in the order of the text.
    pub mentions: Vec<(Range<usize>, Kind)>,
    /// Quotes in the order of their numbers' first appearance.
    pub quotes: Vec<Quote>,
    /// Strings in quotation marks that nobody said.
    pub terms: Vec<Range<usize>>,
}

const TAGS: [&str; 13] = ["per", "org", "loc", "event", "misc", "date", "num", "money", "pct", "q", "c", "s", "t"];
const KINDS: [Kind; 9] = [
    Kind::Person,
    Kind::Organization,
    Kind::Place,
    Kind::Event,
    Kind::Misc,
    Kind::Date,
    Kind::Number,
    Kind::Money,
    Kind::Percent,
];

/// A tag at the start of `raw`: its name, attributes, whether it closes, and its length in bytes.
fn tag(raw: &str) -> Option<(&str, &str, bool, usize)> {
    let inner = raw.strip_prefix('<')?;
    let end = inner.find('>')?;
    let inner = &inner[..end];
    let (close, inner) = inner.strip_prefix('/').map_or((false, inner), |i| (true, i));
    let (name, attributes) = inner.split_once(' ').unwrap_or((inner, ""));
    (TAGS.contains(&name) && !attributes.contains('<')).then_some((name, attributes, close, end + 2))
}

fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let at = attributes.find(&format!("{name}=\""))?;
    let value = &attributes[at + name.len() + 2..];
    value.split('"').next()
}

/// Reads an article from its tagged form.
///
/// # Errors
/// Says what is wrong where tags do not nest or a cue or source refers to no quote.
pub fn parse(name: &str, raw: &str) -> Result<Article, String> {
    let mut article = Article { name: name.to_owned(), ..Article::default() };
    let mut open: Vec<(&str, &str, usize)> = Vec::new();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut references: Vec<(bool, &str, Range<usize>)> = Vec::new();
    let mut rest = raw;
    while !rest.is_empty() {
        let Some((tag, attributes, close, length)) = tag(rest) else {
            let c = rest.chars().next().expect("not empty");
            article.text.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        rest = &rest[length..];
        if !close {
            open.push((tag, attributes, article.text.len()));
            continue;
        }
        let (opened, attributes, start) = open.pop().ok_or_else(|| format!("{name}: </{tag}> closes nothing"))?;
        if opened != tag {
            return Err(format!("{name}: </{tag}> closes <{opened}>"));
        }
        let range = start..article.text.len();
        match tag {
            "t" => article.terms.push(range),
            "c" | "s" => {
                let of = attribute(attributes, "q").ok_or_else(|| format!("{name}: <{tag}> without q"))?;
                references.extend(of.split_whitespace().map(|id| (tag == "c", id, range.clone())));
            }
            "q" => {
                let id = attribute(attributes, "id").ok_or_else(|| format!("{name}: <q> without id"))?;
                let at = *ids.entry(id).or_insert_with(|| {
                    article.quotes.push(Quote::default());
                    article.quotes.len() - 1
                });
                let quote = &mut article.quotes[at];
                if quote.parts.is_empty() {
                    quote.kind = attribute(attributes, "k").unwrap_or_default().to_owned();
                    let by = attribute(attributes, "by").unwrap_or_default();
                    quote.by = by.split('|').map(str::to_owned).collect();
                }
                quote.parts.push(range);
            }
            _ => {
                let at = TAGS.iter().position(|t| *t == tag).expect("a known tag");
                article.mentions.push((range, KINDS[at]));
            }
        }
    }
    if let Some((tag, ..)) = open.last() {
        return Err(format!("{name}: <{tag}> never closes"));
    }
    for (is_cue, id, range) in references {
        let at = *ids.get(id).ok_or_else(|| format!("{name}: no quote {id}"))?;
        let slot = if is_cue { &mut article.quotes[at].cue } else { &mut article.quotes[at].source };
        slot.get_or_insert(range);
    }
    article.mentions.sort_by_key(|m| m.0.start);
    Ok(article)
}

/// Reads one file.
///
/// # Errors
/// As [`parse`], or where the file cannot be read.
pub fn read(path: &Path) -> Result<Article, String> {
    let raw = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    parse(&path.file_stem().unwrap_or_default().to_string_lossy(), &raw)
}

/// Reads all `.xml` files of a folder, by name.
///
/// # Errors
/// As [`read`].
pub fn read_folder(folder: &Path) -> Result<Vec<Article>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "xml"));
    paths.sort();
    paths.iter().map(|p| read(p)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_nest_and_offsets_are_those_of_the_bare_text() {
        let raw = r#"<c q="1">قال</c> <s q="1"><per>سامي</per></s> إن <q id="1" k="indirect" by="سامي|س">الأمر < 5</q>، و<q id="1">انتهى</q>"#;
        let a = parse("x", raw).unwrap();
        assert_eq!(a.text, "قال سامي إن الأمر < 5، وانتهى");
        assert_eq!(a.quotes.len(), 1);
        let quote = &a.quotes[0];
        assert_eq!(&a.text[quote.parts[1].clone()], "انتهى");
        assert_eq!(&a.text[quote.source.clone().unwrap()], "سامي");
        assert_eq!(quote.by, ["سامي", "س"]);
        assert!(parse("x", "<q id=\"1\">a").is_err());
        assert!(parse("x", "<per>a</loc>").is_err());
    }
}
