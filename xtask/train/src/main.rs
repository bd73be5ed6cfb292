//! Learns and judges: `isnad-train score [-v] FILE.xml|FOLDER …`, `isnad-train floors`.

use isnad_train::{floors, gold, names, quotes, score::Score};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.first().map(String::as_str) {
        Some("score") => score(&arguments[1..]),
        Some("floors") => floors::raise(Path::new("tests/golden")).map(|score| println!("{score}")),
        Some("quotes") => quotes::run(&arguments[1..]),
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
