//! The command line: articles on stdin or in files, schema JSON on stdout.

use isnad::analysis::Quote;
use isnad::{Analysis, Options, analyze};
use lexopt::prelude::*;
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
Says who and what is in an Arabic news article, and who said what.

Usage: isnad [option ...] [file ...]

Reads the files, or standard input where none is named or one is -, as UTF-8,
and writes one JSON result (schema isnad/1) for each article, one a line.
Offsets are UTF-16 code units, as in JavaScript strings; a byte order mark at
the start of a file does not count.

Options:
  -p, --pretty          write JSON over many lines
  -l, --lines           every line of the input is an article of its own
  -e, --explain         write for people: who said what, and what decided so
  -d, --published DATE  the day of publication, YYYY-MM-DD, for relative dates
  -h, --help            write this and stop
  -V, --version         write the version and stop

Where there may be more than one article, each JSON result starts with the
field source: the file's name, and with --lines a colon and the line's number.

Exit status: 0 done, 1 some input could not be read, 2 wrong usage.
";

/// What was asked for.
#[derive(Debug, Default)]
struct Request {
    pretty: bool,
    lines: bool,
    explain: bool,
    options: Options,
    files: Vec<PathBuf>,
}

/// A result with the name of its article.
#[derive(serde::Serialize)]
struct Named<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(flatten)]
    analysis: &'a Analysis,
}

fn main() -> ExitCode {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match parse(lexopt::Parser::from_env()) {
        Ok(Command::Help) => out.write_all(HELP.as_bytes()).map(|()| true),
        Ok(Command::Version) => writeln!(out, "isnad {}", env!("CARGO_PKG_VERSION")).map(|()| true),
        Ok(Command::Analyze(request)) => run(&request, &mut out),
        Err(error) => {
            complain(&format!("{error}\nTry 'isnad --help' for the options."));
            return ExitCode::from(2);
        }
    };
    match done.and_then(|clean| out.flush().map(|()| clean)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // The reader, such as `head`, has seen enough: end as one that the signal stops, and say nothing.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::from(141),
        Err(error) => {
            complain(&format!("cannot write: {error}"));
            ExitCode::from(1)
        }
    }
}

enum Command {
    Help,
    Version,
    Analyze(Request),
}

fn parse(mut arguments: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut request = Request::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('p') | Long("pretty") => request.pretty = true,
            Short('l') | Long("lines") => request.lines = true,
            Short('e') | Long("explain") => request.explain = true,
            Short('d') | Long("published") => {
                request.options = Options::published_on(&arguments.value()?.string()?).map_err(|e| e.to_string())?;
            }
            Short('h') | Long("help") => return Ok(Command::Help),
            Short('V') | Long("version") => return Ok(Command::Version),
            Value(file) => request.files.push(file.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    if request.explain && request.pretty {
        return Err("--explain writes no JSON that could be --pretty".into());
    }
    if request.files.is_empty() {
        request.files.push("-".into());
    }
    Ok(Command::Analyze(request))
}

/// Answers all files; `false` where one could not be read.
fn run(request: &Request, out: &mut impl Write) -> io::Result<bool> {
    let mut clean = true;
    for file in &request.files {
        let name = if file == Path::new("-") { "(stdin)".into() } else { file.to_string_lossy() };
        let text = match read(file) {
            Ok(text) => text,
            Err(message) => {
                complain(&format!("{name}: {message}"));
                clean = false;
                continue;
            }
        };
        if request.lines {
            for (i, line) in text.lines().enumerate() {
                answer(request, Some(&format!("{name}:{}", i + 1)), line, out)?;
            }
        } else {
            answer(request, (request.files.len() > 1).then_some(&*name), &text, out)?;
        }
    }
    Ok(clean)
}

/// The text of a file, its byte order mark left out.
fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let all = if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(file).map(|read| bytes = read)
    };
    all.map_err(|error| match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::IsADirectory => "is a directory".to_owned(),
        _ => error.to_string(),
    })?;
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("not UTF-8 (byte {} on)", error.utf8_error().valid_up_to()))?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

fn answer(request: &Request, source: Option<&str>, text: &str, out: &mut impl Write) -> io::Result<()> {
    let analysis = analyze(text, &request.options);
    if request.explain {
        return explain(source, text, &analysis, out);
    }
    let named = Named { source, analysis: &analysis };
    if request.pretty {
        serde_json::to_writer_pretty(&mut *out, &named)?;
    } else {
        serde_json::to_writer(&mut *out, &named)?;
    }
    out.write_all(b"\n")
}

/// Writes an analysis for people: each quote with its speaker, then the names and values with their counts.
fn explain(source: Option<&str>, text: &str, analysis: &Analysis, out: &mut impl Write) -> io::Result<()> {
    if let Some(source) = source {
        writeln!(out, "== {source}")?;
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |span: &isnad::analysis::Span| String::from_utf16_lossy(&units[span.start as usize..span.end as usize]);
    for Quote { id, kind, parts, cue, act, speaker, medium, within, score, why, .. } in &analysis.quotes {
        let who = if speaker.name.is_empty() { "?" } else { &speaker.name };
        writeln!(out, "{}. {who}: {}", id + 1, parts.iter().map(&slice).collect::<Vec<_>>().join(" … "))?;
        let cue = cue.as_ref().map_or_else(|| "no cue".to_owned(), |c| format!("cue {} ({})", slice(&c.span), c.lemma));
        let via = format!("{:?}", speaker.via).to_lowercase();
        write!(out, "   {}, {act}, {cue}, speaker {via}", format!("{kind:?}").to_lowercase())?;
        if let Some(medium) = medium {
            write!(out, ", to {}", medium.name)?;
        }
        if let Some(outer) = within {
            write!(out, ", inside {}", outer + 1)?;
        }
        writeln!(out, ", score {score:.2}")?;
        if !why.is_empty() {
            writeln!(out, "   because {}", why.join(", "))?;
        }
    }
    if !analysis.quotes.is_empty() && !analysis.entities.is_empty() {
        writeln!(out)?;
    }
    for entity in &analysis.entities {
        let kind = format!("{:?}", entity.kind).to_lowercase();
        writeln!(out, "{kind:12} {:3}  {}", entity.mentions.len(), entity.name)?;
    }
    for term in &analysis.terms {
        writeln!(out, "term           1  {}", slice(term))?;
    }
    for warning in &analysis.warnings {
        writeln!(out, "warning {} at {}..{}", warning.code, warning.span.start, warning.span.end)?;
    }
    Ok(())
}

fn complain(message: &str) {
    // Nothing is left to tell if even this cannot be written.
    let _ = writeln!(io::stderr(), "isnad: {message}");
}
