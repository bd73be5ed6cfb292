//! The command line as its users meet it.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "قال وزير النقل أحمد سالم إن الميناء سيفتح غدا.";

fn isnad(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that stops over its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// A file that is gone when the test is.
struct File(PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> File {
        let path = std::env::temp_dir().join(format!("isnad-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        File(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn stdin_gives_one_line_of_json() {
    let output = isnad(&[], ARTICLE.as_bytes());
    assert_eq!((output.status.code(), err(&output)), (Some(0), ""));
    assert_eq!(out(&output).lines().count(), 1);
    let result = json(out(&output));
    assert_eq!(result["schema"], "isnad/1");
    assert_eq!(result.get("source"), None);
    assert_eq!(result["paragraphs"][0]["end"], ARTICLE.encode_utf16().count());
}

#[test]
fn pretty_is_the_same_over_many_lines() {
    let (plain, pretty) = (isnad(&[], ARTICLE.as_bytes()), isnad(&["--pretty", "-"], ARTICLE.as_bytes()));
    assert!(out(&pretty).lines().count() > 10);
    assert_eq!(json(out(&plain)), json(out(&pretty)));
}

#[test]
fn several_files_give_a_line_each_with_its_source() {
    let (a, b) = (File::new("a.txt", ARTICLE.as_bytes()), File::new("b.txt", "\u{FEFF}نعم".as_bytes()));
    let output = isnad(&[a.path(), b.path()], b"");
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<_> = out(&output).lines().map(json).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["source"], a.path());
    assert_eq!(lines[1]["source"], b.path());
    assert_eq!(lines[1]["sentences"][0]["end"], 3, "a byte order mark does not count");
}

#[test]
fn lines_are_articles() {
    let output = isnad(&["-l"], format!("{ARTICLE}\n\nنعم\n").as_bytes());
    let lines: Vec<_> = out(&output).lines().map(json).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2]["source"], "(stdin):3");
    assert_eq!(lines[1]["sentences"], json("[]"));
}

#[test]
fn explain_names_the_speaker() {
    let output = isnad(&["--explain"], ARTICLE.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert!(out(&output).contains("1. "), "{}", out(&output));
    assert!(out(&output).contains("قال"), "{}", out(&output));
}

#[test]
fn a_day_of_publication_is_taken_and_checked() {
    for good in [&["--published", "2024-02-29"][..], &["--published=2017-01-20"], &["-d2017-01-20"]] {
        assert_eq!(isnad(good, ARTICLE.as_bytes()).status.code(), Some(0), "{good:?}");
    }
    for bad in ["2023-02-29", "2017-1-20", "yesterday", "2017-13-01", "2017-01-20T10:00", "٢٠١٧-٠١-٢٠", ""] {
        let output = isnad(&["--published", bad], ARTICLE.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{bad}");
        assert!(err(&output).contains("YYYY-MM-DD"), "{}", err(&output));
        assert_eq!(out(&output), "");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let (good, bad) = (File::new("good.txt", ARTICLE.as_bytes()), File::new("bad.txt", b"\xD9\x82\xFF"));
    let output = isnad(&["/nowhere/at all", bad.path(), good.path(), "/"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output).lines().count(), 1);
    let said: Vec<_> = err(&output).lines().collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(said[0], "isnad: /nowhere/at all: no such file");
    assert_eq!(said[1], format!("isnad: {}: not UTF-8 (byte 2 on)", bad.path()));
    assert!(said[2].starts_with("isnad: /: "), "{}", said[2]);
}

#[test]
fn wrong_usage_is_told_from_bad_input() {
    for wrong in [&["--no-such"][..], &["-x"], &["--published"], &["--pretty=yes"], &["--explain", "--pretty"]] {
        let output = isnad(wrong, ARTICLE.as_bytes());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(err(&output).starts_with("isnad: "), "{}", err(&output));
        assert_eq!(out(&output), "");
    }
}

#[test]
fn help_and_version_go_to_stdout() {
    let help = isnad(&["--help"], b"");
    assert_eq!((help.status.code(), err(&help)), (Some(0), ""));
    assert!(out(&help).contains("Usage: isnad"));
    assert!(out(&help).lines().all(|line| line.len() <= 80));
    assert_eq!(out(&isnad(&["-V"], b"")), format!("isnad {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_isnad"))
        .arg("--lines")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let _ = child.stdin.take().unwrap().write_all(format!("{ARTICLE}\n").repeat(500).as_bytes());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output)), (Some(141), ""));
}
