//! Articles of raw news whose quotes were read and listed by hand, as offsets in characters of the article, with no text
//! of theirs. A list is named after its corpus; an article is its number there and below it a line for every quote and
//! term:
//!
//! ```text
//! 1207
//! i 45-120 c 30-34 s 35-44 by 35-44|80-91
//! d 130-150 140-160 by -
//! t 200-210
//! ```
//!
//! `d`, `i` and `m` are direct, indirect and mixed; then come the parts of the content, the cue, the source, and who
//! spoke: places where the text names him, or the name itself where the text has it in no such form.

use crate::gold::{self, Article, Quote};
use crate::names::data::lists;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

const KINDS: [&str; 3] = ["direct", "indirect", "mixed"];

/// The range in bytes behind a cell `45-120` in characters, `starts` being where every character starts.
fn range(cell: &str, starts: &[usize]) -> Option<Range<usize>> {
    let (start, end) = cell.split_once('-')?;
    let at = |number: &str| starts.get(number.parse::<usize>().ok()?).copied();
    Some(at(start)?..at(end)?).filter(|r| r.start < r.end)
}

/// A quote, or none where the line tells of a term.
fn quote(line: &str, text: &str, starts: &[usize]) -> Option<Quote> {
    let (line, by) = line.split_once(" by ")?;
    let name = |cell: &str| match range(cell, starts) {
        Some(bytes) => text[bytes].split_whitespace().collect::<Vec<_>>().join(" "),
        None => cell.trim_start_matches('-').to_owned(),
    };
    let mut cells = line.split(' ');
    let letter = cells.next()?;
    let kind = KINDS.iter().find(|k| k.starts_with(letter))?;
    let mut quote = Quote { kind: (*kind).to_owned(), by: by.split('|').map(name).collect(), ..Quote::default() };
    while let Some(cell) = cells.next() {
        match cell {
            "c" => quote.cue = Some(range(cells.next()?, starts)?),
            "s" => quote.source = Some(range(cells.next()?, starts)?),
            part => quote.parts.push(range(part, starts)?),
        }
    }
    Some(quote)
}

/// The articles of one list, by their numbers among those of its corpus.
fn read(list: &str, corpus: &str, all: &[&str]) -> Result<Vec<Article>, String> {
    let mut out: Vec<Article> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    for line in list.lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let off = || format!("{corpus}: {line}");
        if let Ok(number) = line.parse::<usize>() {
            let text = (*all.get(number).ok_or_else(off)?).to_owned();
            starts = text.char_indices().map(|c| c.0).chain([text.len()]).collect();
            out.push(Article { name: format!("{corpus} {number}"), text, ..Article::default() });
            continue;
        }
        let article = out.last_mut().ok_or_else(off)?;
        match line.strip_prefix("t ") {
            Some(cell) => article.terms.push(range(cell, &starts).ok_or_else(off)?),
            None => article.quotes.push(quote(line, &article.text, &starts).ok_or_else(off)?),
        }
    }
    Ok(out)
}

/// The articles of all lists in a folder, out of the corpora in `data` that they are named after.
///
/// # Errors
/// Where a list or corpus cannot be read, or a list tells of what its corpus lacks.
pub fn articles(folder: &Path, data: &Path) -> Result<Vec<Article>, String> {
    let mut out = Vec::new();
    for list in lists(folder, data)? {
        out.extend(read(&list.lines, &list.corpus, &list.articles())?);
    }
    Ok(out)
}

/// The list for tagged articles of a corpus, in files named after their numbers there.
///
/// # Errors
/// Where a file cannot be read or is not tagged well.
pub fn list(folder: &Path) -> Result<String, String> {
    let mut articles = gold::read_folder(folder)?;
    let number = |a: &Article| a.name.parse::<usize>().map_err(|_| format!("{}: no number", a.name));
    articles.iter().try_for_each(|a| number(a).map(drop))?;
    articles.sort_by_key(|a| number(a).unwrap_or_default());
    Ok(articles.iter().map(|a| format!("{}\n{}", a.name, lines(a))).collect())
}

/// The lines of a list for a tagged article, its number left out.
fn lines(article: &Article) -> String {
    let text = &article.text;
    let at = |bytes: usize| text[..bytes].chars().count();
    let cell = |r: &Range<usize>| format!("{}-{}", at(r.start), at(r.end));
    let mut out = String::new();
    for quote in &article.quotes {
        out += &quote.kind[..1];
        quote.parts.iter().for_each(|part| _ = write!(out, " {}", cell(part)));
        for (letter, span) in [("c", &quote.cue), ("s", &quote.source)] {
            span.iter().for_each(|span| _ = write!(out, " {letter} {}", cell(span)));
        }
        let by = quote.by.iter().map(|name| match text.find(name.as_str()) {
            _ if name.is_empty() => "-".to_owned(),
            Some(start) => cell(&(start..start + name.len())),
            None => name.clone(),
        });
        _ = writeln!(out, " by {}", by.collect::<Vec<_>>().join("|"));
    }
    article.terms.iter().for_each(|term| _ = writeln!(out, "t {}", cell(term)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::parse;

    #[test]
    fn a_list_gives_back_what_was_tagged() {
        let raw = "«<q id=\"1\" k=\"direct\" by=\"سامي|الوزير المغربي\">لا</q>» <c q=\"1 2\">قال</c> <s q=\"1 2\">سامي</s>، \
                   «<q id=\"1\">أبدا</q>»، إن <q id=\"2\" k=\"indirect\" by=\"\">كتاب «<t>ألف</t>» باق</q>";
        let tagged = parse("news 1", raw).unwrap();
        let list = format!("# A comment.\n1\n{}", lines(&tagged));
        let again = read(&list, "news", &["", &tagged.text]).unwrap().remove(0);
        assert_eq!(again.quotes, tagged.quotes);
        assert_eq!(again.terms, tagged.terms);
        assert!(!list.contains("سامي") && list.contains("الوزير المغربي"), "{list}");
        assert!(read("2\n", "news", &["", "نص"]).is_err());
        assert!(read("1\ni 0-9 by -\n", "news", &["", "نص"]).is_err());
    }
}
