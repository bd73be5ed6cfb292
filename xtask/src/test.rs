//! `cargo xtask test`: every test there is, or one part of them.

use crate::{build, tool};
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

/// The most that the page's own scripts may weigh together, in bytes of brotli.
const SCRIPTS: u64 = 60_000;

/// A part of the tests: its name, what it covers, how it runs.
type Part = (&'static str, &'static str, fn() -> Result<()>);

const PARTS: [Part; 6] = [
    ("native", "the crate and the tools, with their documentation's examples", native),
    ("types", "the page's scripts, and real results, against the types of the schema", types),
    ("unit", "the page's modules by themselves", unit),
    ("wasm", "the wasm in Chromium", || playwright("wasm")),
    ("page", "the page in Chromium", || playwright("page")),
    ("firefox", "the main ways through the page in Firefox", || playwright("firefox")),
];

/// Runs the named parts, or all.
pub fn test(names: &[&str]) -> Result<()> {
    if let Some(name) = names.iter().find(|name| !PARTS.iter().any(|part| part.0 == **name)) {
        bail!("no part of the tests is called '{name}'; there are: {}", PARTS.map(|part| part.0).join(", "));
    }
    let wanted: Vec<Part> = PARTS.into_iter().filter(|part| names.is_empty() || names.contains(&part.0)).collect();

    // What is missing is said before the first long step.
    if wanted.iter().any(|part| ["wasm", "page"].contains(&part.0)) {
        browser(
            "ISNAD_CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            "chromium",
        )?;
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

/// Sees to it that a browser is there, and tells the tests where.
fn browser(variable: &str, names: &[&str], package: &str) -> Result<()> {
    let named = env::var_os(variable).map(PathBuf::from);
    let path = env::var_os("PATH").unwrap_or_default();
    let mut found = named
        .into_iter()
        .chain(names.iter().flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name))));
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

/// Has `tsc` check the scripts, and what the crate says of every golden article as a literal of type `Analysis`: a
/// field that is missing, unknown or of another type fails.
fn types() -> Result<()> {
    let folder = tool::root().join("target/schema");
    let mut source =
        String::from("import type { Analysis } from \"../../src/schema\";\n\nexport const results: Analysis[] = [\n");
    for article in golden()? {
        source += &fs::read_to_string(article.with_extension("json"))?;
        source += ",\n";
    }
    source += "];\n";
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("golden.ts"), source)?;
    tool::run(tool::node_tool("tsc")?.args(["--noEmit", "--project", "tsconfig.json"]))?;
    println!("no fault in the types");
    Ok(())
}

fn unit() -> Result<()> {
    tool::run(Command::new("node").arg("tests/unit/run.mjs"))
}

/// Writes every golden article without its tags to `target/golden/*.txt`, and what the command line says of it beside
/// it as `.json`, for the tests that compare with it.
fn golden() -> Result<Vec<PathBuf>> {
    let (from, to) = (tool::root().join("tests/golden"), tool::root().join("target/golden"));
    fs::create_dir_all(&to)?;
    let mut articles = Vec::new();
    for entry in fs::read_dir(&from)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "xml") {
            let article = to.join(path.file_stem().unwrap_or_default()).with_extension("txt");
            fs::write(&article, bare(&fs::read_to_string(&path)?))?;
            articles.push(article);
        }
    }
    ensure!(!articles.is_empty(), "no golden articles in {}", from.display());
    articles.sort();
    tool::run(tool::cargo().args(["build", "--quiet", "--package=isnad"]))?;
    for article in &articles {
        let json = fs::File::create(article.with_extension("json"))?;
        tool::run(tool::cargo().args(["run", "--quiet", "--package=isnad", "--"]).arg(article).stdout(json))?;
    }
    Ok(articles)
}

/// An article without its tags.
fn bare(tagged: &str) -> String {
    const TAGS: [&str; 13] = ["per", "org", "loc", "event", "misc", "date", "num", "money", "pct", "q", "c", "s", "t"];
    let mut text = String::new();
    for (i, part) in tagged.split('<').enumerate() {
        let tag = part.split_once('>').filter(|(tag, _)| {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
            i > 0 && TAGS.contains(&name)
        });
        match tag {
            Some((_, rest)) => text += rest,
            None if i == 0 => text += part,
            None => text.extend(["<", part]),
        }
    }
    text
}

/// Times the wasm in Chromium.
pub fn bench() -> Result<()> {
    playwright("bench")
}

fn playwright(project: &str) -> Result<()> {
    golden()?;
    tool::run(tool::node_tool("playwright")?.args(["test", "--project", project, "--pass-with-no-tests"]))
}

/// Fails if the page's own scripts have grown too heavy. The libraries in them, which run only once a file asks for
/// them, are left out.
fn weight() -> Result<()> {
    const SCRIPT: &str = r#"
        const { readdirSync, readFileSync } = require("fs"), zlib = require("zlib"), folder = "target/own/";
        console.log(readdirSync(folder).filter((f) => f.endsWith(".js"))
            .reduce((sum, f) => sum + zlib.brotliCompressSync(readFileSync(folder + f)).length, 0));"#;
    build::scripts(&tool::root().join("target/own"), &["--packages=external"])?;
    let bytes: u64 = tool::output("node", &["-e", SCRIPT]).context("node cannot read target/own/")?.parse()?;
    println!("scripts: {bytes} of {SCRIPTS} bytes in brotli");
    ensure!(bytes <= SCRIPTS, "the page's scripts are heavier than {SCRIPTS} bytes in brotli");
    Ok(())
}
