//! Articles of raw news whose names were read and listed by hand. The lists hold names only, no text: a line
//! `1207|p:جون كيري;كيري|l:الدوحة` gives the article's number in the corpus that the file is named after, and every
//! form of its names as written there, without the clitic before it. Wherever a form stands in the article it is a name;
//! the longest one wins.

use super::data::{Domain, Tagged, lists};
use isnad::mention::Kind;
use std::ops::Range;
use std::path::Path;

/// What may stand between the end of the word before and a name.
const PROCLITICS: [&str; 16] =
    ["", "و", "ف", "ب", "ك", "ل", "وب", "وك", "ول", "فب", "فك", "فل", "لـ", "لـ ", "بـ", "بـ "];
/// The same where the article's alef has merged into the preposition.
const MERGING: [&str; 3] = ["ل", "ول", "فل"];

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{652}' | '\u{670}')
}

/// Where `words` stand in `text` one after another as whole words, but for one of `before` glued to the first.
fn occurrences(text: &str, words: &[&str], before: &[&str]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    for (start, first) in text.match_indices(words[0]) {
        let mut end = start + first.len();
        let follows = words[1..].iter().all(|word| {
            let rest = text[end..].trim_start();
            let space = text.len() - end - rest.len();
            end += space + word.len();
            space > 0 && rest.starts_with(word)
        });
        let free = |c: char| !is_arabic(c) && !c.is_ascii_alphanumeric();
        let starts = before
            .iter()
            .any(|b| text[..start].strip_suffix(b).is_some_and(|head| head.chars().next_back().is_none_or(free)));
        if follows && starts && !text[end..].starts_with(is_arabic) && all.last().is_none_or(|l| l.end <= start) {
            all.push(start..end);
        }
    }
    all
}

/// Everywhere a listed name stands.
fn spans(text: &str, name: &str) -> Vec<Range<usize>> {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let mut all = occurrences(text, &words, &PROCLITICS);
    // للجنة is ل and اللجنة, للأردن is ل and الأردن: such a name starts at its own ل.
    if let Some(rest) = words[0].strip_prefix("ال") {
        let merged = if rest.starts_with('ل') { rest.to_owned() } else { format!("ل{rest}") };
        words[0] = &merged;
        all.extend(occurrences(text, &words, &MERGING));
    }
    all
}

/// Tags an article by a line of a list, its number left out. Also gives the names that do not stand in it.
fn tag<'l>(text: &str, line: &'l str) -> (Vec<(Range<usize>, Kind)>, Vec<&'l str>) {
    let mut listed: Vec<(&str, Kind)> = Vec::new();
    for group in line.split('|') {
        let Some((letter, names)) = group.split_once(':') else { continue };
        let kind = match letter {
            "p" => Kind::Person,
            "o" => Kind::Organization,
            "l" => Kind::Place,
            "e" => Kind::Event,
            _ => Kind::Misc,
        };
        listed.extend(names.split(';').map(str::trim).filter(|n| !n.is_empty()).map(|n| (n, kind)));
    }
    listed.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
    let (mut found, mut missing): (Vec<(Range<usize>, Kind)>, _) = (Vec::new(), Vec::new());
    for (name, kind) in listed {
        let all = spans(text, name);
        if all.is_empty() {
            missing.push(name);
        }
        for range in all {
            if !found.iter().any(|(f, _)| f.start < range.end && range.start < f.end) {
                found.push((range, kind));
            }
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    (found, missing)
}

/// The articles of all lists in a folder, out of the corpora in `data` that they are named after.
///
/// # Errors
/// Where a list or corpus cannot be read, or a list names an article that its corpus lacks or a name that its article
/// lacks.
pub fn articles(folder: &Path, data: &Path) -> Result<Vec<Tagged>, String> {
    let (mut out, mut lacking) = (Vec::new(), Vec::new());
    for list in lists(folder, data)? {
        let (corpus, articles) = (&list.corpus, list.articles());
        for line in list.lines.lines().filter(|l| !l.trim().is_empty()) {
            let (number, names) = line.split_once('|').unwrap_or((line, ""));
            let text = number.trim().parse().ok().and_then(|n: usize| articles.get(n));
            let text = text.ok_or_else(|| format!("{corpus}: no article {number}"))?;
            let (names, missing) = tag(text, names);
            if !missing.is_empty() {
                lacking.push(format!("{corpus}: article {number} lacks {}", missing.join("; ")));
            }
            let name = format!("{corpus} {number}");
            out.push(Tagged { name, domain: Domain::Ours, text: (*text).to_owned(), names });
        }
    }
    if lacking.is_empty() { Ok(out) } else { Err(lacking.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_behind_clitics_and_the_longest_wins() {
        let text = "قال كيري لجون كيري\u{a0}إن وكيريا للأردن وللجنة الطوارئ والأردنية";
        let (found, missing) = tag(text, "p:كيري;جون كيري;سالم|l:الأردن|o:اللجنة");
        let found: Vec<_> = found.into_iter().map(|(r, k)| (&text[r], k)).collect();
        let expected =
            [("كيري", Kind::Person), ("جون كيري", Kind::Person), ("لأردن", Kind::Place), ("لجنة", Kind::Organization)];
        assert_eq!(found, expected);
        assert_eq!(missing, ["سالم"]);
    }
}
