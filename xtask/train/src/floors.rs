//! Floors: the figures below which the golden articles may never fall again.
//!
//! One line a row of the score table, `row<TAB>figure`; comments start with `#`. A floor only rises.

use crate::{gold, score::Score};
use std::path::Path;

/// How far below the measured figure a raised floor is set, in points, so that a small change elsewhere does not
/// fail the tests.
pub const SLACK: f64 = 1.0;

/// Reads the rows of a floors file.
///
/// # Errors
/// Names the line that is neither a comment nor a row with a figure.
pub fn parse(text: &str) -> Result<Vec<(&str, f64)>, String> {
    text.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (row, figure) = line.split_once('\t').ok_or_else(|| format!("no tab in “{line}”"))?;
            Ok((row, figure.trim().parse().map_err(|e| format!("{row}: {e}"))?))
        })
        .collect()
}

/// The rows that lie under their floor, one readable line each; a floor for a row that does not exist is one too.
pub fn broken(floors: &[(&str, f64)], score: &Score) -> Vec<String> {
    let figures: Vec<_> = score.figures().collect();
    let figure = |row: &str| figures.iter().find(|(name, _)| *name == row).map(|(_, figure)| *figure);
    floors
        .iter()
        .filter_map(|&(row, floor)| match figure(row) {
            Some(figure) if figure >= floor => None,
            Some(figure) => Some(format!("{row}: {figure:.2} is under its floor {floor:.1}")),
            None => Some(format!("{row}: no such row")),
        })
        .collect()
}

/// The same file with every floor raised to [`SLACK`] under the figure now reached; none sinks, none is added.
///
/// # Errors
/// As [`parse`].
pub fn raised(text: &str, score: &Score) -> Result<String, String> {
    parse(text)?;
    let figures: Vec<_> = score.figures().collect();
    let line = |line: &str| match line.split_once('\t') {
        Some((row, old)) if !line.starts_with('#') => {
            let old: f64 = old.trim().parse().unwrap_or_default();
            let now = figures.iter().find(|(name, _)| *name == row).map_or(0.0, |(_, figure)| figure - SLACK);
            format!("{row}\t{:.1}\n", old.max((now * 10.0).floor() / 10.0))
        }
        _ => format!("{line}\n"),
    };
    Ok(text.lines().map(line).collect())
}

/// Raises the floors in `floors.tsv` of a folder of tagged articles, and gives the score they were raised to.
///
/// # Errors
/// Where an article or the floors cannot be read or written.
pub fn raise(folder: &Path) -> Result<Score, String> {
    let mut score = Score::default();
    for article in gold::read_folder(folder)? {
        score.add(&article, &isnad::analyze(&article.text, &isnad::Options::default()));
    }
    let path = folder.join("floors.tsv");
    let say = |e: std::io::Error| format!("{}: {e}", path.display());
    let raised = raised(&std::fs::read_to_string(&path).map_err(say)?, &score)?;
    std::fs::write(&path, raised).map_err(say)?;
    Ok(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One article whose only name is found by nobody and whose only quote is missing: every figure is 0.
    fn nothing_found() -> Score {
        let mut score = Score::default();
        let article = gold::parse("x", "<q id=\"1\" k=\"direct\" by=\"\">ا</q>").unwrap();
        score.add(&article, &isnad::analyze("", &isnad::Options::default()));
        score
    }

    #[test]
    fn a_floor_holds_breaks_and_never_sinks() {
        let text = "# why\nquotes\t12.5\n\nterms\t0.0\n";
        let floors = parse(text).unwrap();
        assert_eq!(floors, [("quotes", 12.5), ("terms", 0.0)]);
        let score = nothing_found();
        assert_eq!(broken(&floors, &score), ["quotes: 0.00 is under its floor 12.5"]);
        assert_eq!(broken(&[("quote", 0.0)], &score), ["quote: no such row"]);
        assert_eq!(raised(text, &score).unwrap(), text);
        assert!(parse("quotes 3").is_err());
    }
}
