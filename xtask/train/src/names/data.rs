//! Tagged text of every kind, brought to one form: an article with the bytes of its names.

use crate::gold;
use isnad::mention::Kind;
use std::ops::Range;
use std::path::Path;

/// Whose conventions a text follows; each has weights of its own beside those that all share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Domain {
    /// The guide's.
    Ours,
    /// ANERcorp's.
    Anercorp,
    /// AQMAR's.
    Aqmar,
    /// WikiFANE's, brought down to five types.
    Wikifane,
}

/// A tagged article.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// A name for folds and reports.
    pub name: String,
    /// Whose conventions.
    pub domain: Domain,
    /// The text.
    pub text: String,
    /// Names in the order of the text, as bytes.
    pub names: Vec<(Range<usize>, Kind)>,
}

/// Fully annotated articles of a folder.
///
/// # Errors
/// As [`gold::read_folder`].
pub fn articles(folder: &Path) -> Result<Vec<Tagged>, String> {
    let articles = gold::read_folder(folder)?;
    Ok(articles
        .into_iter()
        .map(|a| Tagged {
            name: a.name,
            domain: Domain::Ours,
            text: a.text,
            names: a.mentions.into_iter().filter(|m| m.1.is_name()).collect(),
        })
        .collect())
}

/// The type behind a tag of any of the corpora; none for what the guide doesn't count as a name.
fn kind(tag: &str) -> Option<Kind> {
    Some(match tag {
        "PERS" | "PER" | "Politician" | "Artist" | "Scientist" | "Religious_PER" | "Other_PER" | "Athlete"
        | "Businessperson" | "Engineer" | "Lawyer" | "Police_PER" => Kind::Person,
        "ORG" | "Non-Governmental" | "Commercial" | "Government" | "Educational" | "Media" | "Sports"
        | "Religious_ORG" | "Medical-Science" | "Entertainment" => Kind::Organization,
        "LOC"
        | "Population-Center"
        | "Nation"
        | "Water-Body"
        | "State-or-Province"
        | "Building-Grounds"
        | "Continent"
        | "Land-Region-Natural"
        | "Path"
        | "GPE-Cluster"
        | "County-or-District"
        | "Airport"
        | "Subarea-Facility"
        | "Celestial"
        | "Plant" => Kind::Place,
        "EVENT" => Kind::Event,
        "MISC" | "MIS" | "Book" | "Software" | "Hardware" | "Movie" | "Sound" | "Air" | "Water" | "Projectile"
        | "Drug" | "Land" | "Nuclear" | "Exploding" => Kind::Misc,
        _ => return None,
    })
}

/// Sentences of a corpus without article boundaries that are taken for one article.
const SENTENCES: usize = 20;

/// Puts tokens back together as text.
#[derive(Default)]
struct Builder {
    text: String,
    names: Vec<(Range<usize>, Kind)>,
    /// No space before the next token.
    tight: bool,
    quoted: bool,
    sentences: usize,
}

impl Builder {
    /// Appends a token; `clitics` characters of it are before the name it begins.
    fn push(&mut self, word: &str, tag: &str, clitics: usize) {
        let closing = matches!(word, "." | "،" | "," | ":" | "؛" | ";" | "؟" | "?" | "!" | ")" | "»" | "”" | "]" | "%")
            || word == "\"" && self.quoted;
        if !self.tight && !closing && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push(' ');
        }
        self.tight = matches!(word, "(" | "«" | "“" | "[") || word == "\"" && !self.quoted;
        if word == "\"" {
            self.quoted = !self.quoted;
        }
        let start = self.text.len();
        self.text.push_str(word);
        let Some((part, kind)) = tag.split_once('-').and_then(|(part, name)| Some((part, kind(name)?))) else { return };
        match self.names.last_mut() {
            Some((range, last)) if part == "I" && *last == kind && range.end + 1 >= start => {
                range.end = self.text.len()
            }
            _ => {
                let skip: usize = word.chars().take(clitics).map(char::len_utf8).sum();
                self.names.push((start + skip..self.text.len(), kind));
            }
        }
    }

    fn line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
            self.sentences += 1;
        }
        (self.tight, self.quoted) = (false, false);
    }

    fn finish(&mut self, name: String, domain: Domain, out: &mut Vec<Tagged>) {
        let Builder { text, names, .. } = std::mem::take(self);
        if !text.trim().is_empty() {
            out.push(Tagged { name, domain, text, names });
        }
    }
}

/// Reads `word tag [clitics]` lines; a `#` line starts an article where the corpus knows articles.
pub fn conll(name: &str, domain: Domain, raw: &str) -> Vec<Tagged> {
    let mut out = Vec::new();
    let mut builder = Builder::default();
    let mut title = format!("{name} 0");
    for line in raw.lines() {
        if let Some(header) = line.strip_prefix("# ").filter(|_| domain == Domain::Ours) {
            builder.finish(std::mem::replace(&mut title, header.to_owned()), domain, &mut out);
            continue;
        }
        let mut cells = line.split_whitespace();
        let (Some(word), Some(tag)) = (cells.next(), cells.next()) else {
            builder.line();
            if domain != Domain::Ours && builder.sentences == SENTENCES {
                let next = format!("{name} {}", out.len() + 1);
                builder.finish(std::mem::replace(&mut title, next), domain, &mut out);
            }
            continue;
        };
        let clitics = cells.next().and_then(|c| c.parse().ok()).unwrap_or(0);
        builder.push(word, tag, clitics);
    }
    builder.finish(title, domain, &mut out);
    out
}

/// The whole of a file, unpacked where its name ends in `.xz`.
///
/// # Errors
/// Where it cannot be read or is damaged.
pub fn read_text(path: &Path) -> Result<String, String> {
    let fail = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let raw = std::fs::read(path).map_err(|e| fail(&e))?;
    let raw = if path.extension().is_some_and(|e| e == "xz") {
        let mut out = Vec::new();
        lzma_rs::xz_decompress(&mut raw.as_slice(), &mut out).map_err(|e| fail(&format!("{e:?}")))?;
        out
    } else {
        raw
    };
    String::from_utf8(raw).map_err(|e| fail(&e))
}

/// A list of what was read by hand in articles of a corpus, and that corpus.
pub struct List {
    /// The corpus's name, which is the list's too.
    pub corpus: String,
    /// The list.
    pub lines: String,
    /// The corpus whole.
    raw: String,
}

impl List {
    /// The articles of the corpus, by their numbers.
    pub fn articles(&self) -> Vec<&str> {
        self.raw.split("\n\n").collect()
    }
}

/// All lists of a folder, each with the corpus in `data` that it is named after.
///
/// # Errors
/// Where the folder, a list or a corpus cannot be read.
pub fn lists(folder: &Path, data: &Path) -> Result<Vec<List>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let corpus = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let raw = read_text(&data.join(format!("{corpus}.txt.xz")))?;
        Ok(List { lines: read_text(path)?, corpus, raw })
    };
    paths.iter().map(read).collect()
}
