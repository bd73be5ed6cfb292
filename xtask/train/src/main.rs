//! Learns and judges: `isnad-train score [-v] FILE.xml|FOLDER …`, `isnad-train floors`.

use isnad_train::{
    floors,
    folds::{FOLDS, fold_of},
    gold, names, quotes,
    score::Score,
};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.first().map(String::as_str) {
        Some("score") => score(&arguments[1..]),
        Some("floors") => floors::raise(Path::new("tests/golden")).map(|score| println!("{score}")),
        Some("quotes") => quotes(&arguments[1..]),
        Some("names") => names::run(&arguments[1..]),
        _ => Err("usage: isnad-train score [-v] FILE.xml|FOLDER … | floors | names … | quotes …".to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("isnad-train: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Prints the table over tagged files or folders of them; `-v` lists every fault first.
fn score(arguments: &[String]) -> Result<(), String> {
    let mut score = Score::default();
    for argument in arguments {
        if argument == "-v" {
            score = Score::with_faults();
            continue;
        }
        let path = Path::new(argument);
        let articles = if path.is_dir() { gold::read_folder(path)? } else { vec![gold::read(path)?] };
        for article in &articles {
            score.add(article, &isnad::analyze(&article.text, &isnad::Options::default()));
        }
    }
    score.faults.iter().flatten().for_each(|f| println!("{f}"));
    println!("{score}");
    Ok(())
}

/// The value behind an option such as `--names`.
fn option<'a>(arguments: &'a [String], name: &str) -> Option<&'a str> {
    let at = arguments.iter().position(|a| a == name)?;
    arguments.get(at + 1).map(String::as_str)
}

/// `quotes cv FOLDER [--names JACKKNIFE.tsv] [--outlets SOURCES.tsv] [-v]` judges the quote stage on articles kept
/// back, by folds or by whole outlets;
/// `quotes train FOLDER [--names JACKKNIFE.tsv] [--out FOLDER]` writes its models.
fn quotes(arguments: &[String]) -> Result<(), String> {
    let usage =
        "usage: isnad-train quotes cv|train FOLDER [--names JACKKNIFE.tsv] [--outlets SOURCES.tsv] [--out FOLDER] [-v]";
    let [command, folder, rest @ ..] = arguments else { return Err(usage.to_owned()) };
    let articles = gold::read_folder(Path::new(folder))?;
    let names = option(rest, "--names").map(quotes::read_jackknife).transpose()?.unwrap_or_default();
    let prepared = quotes::prepare(&articles, &names);
    match command.as_str() {
        "cv" => {
            let faults = rest.iter().any(|a| a == "-v");
            let report = match option(rest, "--outlets") {
                Some(table) => {
                    let table = std::fs::read_to_string(table).map_err(|e| format!("{table}: {e}"))?;
                    let (groups, of) = quotes::outlets(&table);
                    let group = |name: &str| of.get(name).copied().unwrap_or(groups - 1);
                    quotes::cross_validate(&prepared, groups, group, faults)
                }
                None => quotes::cross_validate(&prepared, FOLDS, fold_of, faults),
            };
            report.score.faults.iter().flatten().for_each(|f| println!("{f}"));
            println!("{report}");
            Ok(())
        }
        "train" => {
            let out = option(rest, "--out").unwrap_or("src/quotes/model");
            quotes::write(&prepared, Path::new(out)).map_err(|e| format!("{out}: {e}"))
        }
        _ => Err(usage.to_owned()),
    }
}
