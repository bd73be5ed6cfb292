//! `cargo xtask test`: every test there is, or one part of them.

use crate::{build, tool};
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

/// The most that the page's own scripts may weigh together, in bytes of brotli.
const SCRIPTS: u64 = 60_000;

/// A part of the tests: its name, what it covers, how it runs.
type Part = (&'static str, &'static str, fn() -> Result<()>);

const PARTS: [Part; 5] = [
    ("native", "the crate and the tools, with their documentation's examples", native),
    ("types", "the page's scripts, and real results, against the types of the schema", types),
    ("unit", "the page's modules by themselves", || playwright("unit")),
    ("wasm", "the wasm in Chromium", || playwright("wasm")),
    ("page", "the page in Chromium", || playwright("page")),
];

const FIREFOX: Part = ("firefox", "the main ways through the page in Firefox", || playwright("firefox"));

/// Runs the named parts, or all.
pub fn test(names: &[&str]) -> Result<()> {
    let parts: Vec<Part> = PARTS.into_iter().chain([FIREFOX]).collect();
    if let Some(name) = names.iter().find(|name| !parts.iter().any(|part| part.0 == **name)) {
        bail!("no part of the tests is called '{name}'; there are: {}", parts.map_names());
    }
    let wanted: Vec<Part> =
        parts.into_iter().filter(|part| names.is_empty() || names.contains(&part.0)).collect();

    // What is missing is said before the first long step.
    if wanted.iter().any(|part| ["wasm", "page", "unit"].contains(&part.0)) {
        browser("ISNAD_CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromium")?;
    }
    if wanted.iter().any(|part| part.0 == "firefox") {
        browser("ISNAD_FIREFOX", &["firefox-esr", "firefox"], "firefox-esr")?;
    }
    if wanted.iter().any(|part| part.0 != "native") {
        tool::node_tool("playwright")?;
        println!("== build");
        build::build()?;
        weight()?;
    }
    let mut closing = Vec::new();
    for (name, what, run) in wanted {
        println!("\n== {name}: {what}");
        let start = Instant::now();
        run().with_context(|| format!("the tests of '{name}' fail"))?;
        closing.push(format!("{name:8} passed in {} s", start.elapsed().as_secs()));
    }
    println!("\n{}", closing.join("\n"));
    Ok(())
}

trait Names {
    fn map_names(&self) -> String;
}

impl Names for Vec<Part> {
    fn map_names(&self) -> String {
        self.iter().map(|part| part.0).collect::<Vec<_>>().join(", ")
    }
}

/// Sees to it that a browser is there, and tells the tests where.
fn browser(variable: &str, names: &[&str], package: &str) -> Result<()> {
    let named = env::var_os(variable).map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let mut found = named.into_iter().chain(
        names.iter().flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name))),
    );
    ensure!(
        found.any(|path| path.is_file()),
        "a browser is missing: none of {} is installed. Get it with your system's packages (Debian, Ubuntu: apt-get \
         install {package}), or set {variable} to the path of one",
        names.join(", ")
    );
    Ok(())
}

fn native() -> Result<()> {
    if tool::output("cargo", &["nextest", "--version"]).is_some() {
        tool::run(tool::cargo().args(["nextest", "run", "--workspace", "--cargo-quiet"]))?;
        tool::run(tool::cargo().args(["test", "--quiet", "--workspace", "--doc"]))
    } else {
        tool::run(tool::cargo().args(["test", "--quiet", "--workspace"]))
    }
}

/// Has `tsc` check the scripts, and every golden article's result as a literal of type `Analysis`: a field that is
/// missing, unknown or of another type fails.
fn types() -> Result<()> {
    let folder = tool::root().join("target/schema");
    fs::create_dir_all(&folder)?;
    let mut source = String::from("import type { Analysis } from \"../../src/schema\";\n\nexport const results: Analysis[] = [\n");
    for article in golden()? {
        source += &isnad(&article)?;
        source += ",\n";
    }
    source += "];\n";
    fs::write(folder.join("golden.ts"), source)?;
    tool::run(tool::node_tool("tsc")?.args(["--noEmit", "--project", "tsconfig.json"]))?;
    println!("no fault in the types");
    Ok(())
}

/// The text of every golden article.
fn golden() -> Result<Vec<String>> {
    let folder = tool::root().join("tests/golden");
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|e| e == "xml"));
    paths.sort();
    ensure!(!paths.is_empty(), "no golden articles in {}", folder.display());
    paths.iter().map(|path| text(path)).collect()
}

/// An article without its tags.
fn text(path: &Path) -> Result<String> {
    let tagged = fs::read_to_string(path)?;
    let mut text = String::new();
    for (i, part) in tagged.split('<').enumerate() {
        text += if i == 0 { part } else { part.split_once('>').map_or("", |(_, rest)| rest) };
    }
    Ok(text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

/// What the command line says of a text.
fn isnad(text: &str) -> Result<String> {
    use std::io::Write;
    use std::process::Stdio;
    let mut child = tool::cargo()
        .args(["run", "--quiet", "--package=isnad"])
        .current_dir(tool::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child.stdin.take().context("no stdin")?.write_all(text.as_bytes())?;
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "isnad failed");
    Ok(String::from_utf8(output.stdout)?)
}

fn playwright(project: &str) -> Result<()> {
    let mut command: Command = tool::node_tool("playwright")?;
    tool::run(command.args(["test", "--project", project, "--pass-with-no-tests"]))
}

/// Fails if the page's own scripts have grown too heavy.
fn weight() -> Result<()> {
    const SCRIPT: &str = r#"
        const { readdirSync, readFileSync } = require("fs"), zlib = require("zlib");
        console.log(readdirSync("dist").filter((f) => f.endsWith(".js"))
            .reduce((sum, f) => sum + zlib.brotliCompressSync(readFileSync("dist/" + f)).length, 0));"#;
    let bytes: u64 = tool::output("node", &["-e", SCRIPT]).context("node cannot read dist/")?.parse()?;
    println!("scripts: {bytes} of {SCRIPTS} bytes in brotli");
    ensure!(bytes <= SCRIPTS, "the page's scripts are heavier than {SCRIPTS} bytes in brotli");
    Ok(())
}
