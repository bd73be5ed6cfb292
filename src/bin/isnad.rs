//! The command line: articles on stdin or in files, schema JSON on stdout.

use isnad::{Analysis, Options, analyze};
use std::fmt::Write as _;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

const HELP: &str = "\
Says who and what is in an Arabic news article, and who said what.

Usage: isnad [option ...] [file ...]

Reads the files, or standard input where there is none or the file is -, as
UTF-8, and writes one JSON result (schema isnad/1) for each, one a line.
Offsets are UTF-16 code units, as in JavaScript strings.

Options:
  -p, --pretty          write JSON over many lines
  -l, --lines           every line of the input is an article of its own
  -e, --explain         write for people: who said what, and why it was decided so
  -d, --published DATE  the day of publication, YYYY-MM-DD; relative dates need it
  -h, --help            write this and stop
  -V, --version         write the version and stop

With more than one article, each JSON result has the field source first: the
file's name, and the line's number with --lines.

Exit status: 0 done, 1 an input could not be read, 2 wrong usage.
";

/// What was asked for.
#[derive(Debug, Default)]
struct Request {
    pretty: bool,
    lines: bool,
    explain: bool,
    options: Options,
    files: Vec<String>,
}

/// A result with the name of its article.
#[derive(serde::Serialize)]
struct Named<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

fn main() -> ExitCode {
    let request = match parse(std::env::args_os().skip(1)) {
        Ok(Some(request)) => request,
        Ok(None) => return ExitCode::SUCCESS,
        Err(message) => {
            complain(&format!("{message}\nTry 'isnad --help'."));
            return ExitCode::from(2);
        }
    };
    let mut failed = false;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for file in &request.files {
        match read(file) {
            Ok(text) => {
                if let Err(error) = answer(&mut out, &request, file, &text) {
                    return stop(&error);
                }
            }
            Err(message) => {
                complain(&format!("{file}: {message}"));
                failed = true;
            }
        }
    }
    match out.flush() {
        Ok(()) => ExitCode::from(u8::from(failed)),
        Err(error) => stop(&error),
    }
}
