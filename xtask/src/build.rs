//! `cargo xtask build`: the core as wasm, the page around it, `dist/` and `dist/isnad.html`.

use crate::{standalone, tool};
use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// What wasm-opt may assume: what the compiler assumes by default, in every browser since 2022.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What wasm-opt does. Left to itself, it makes the analysis one function of 200,000 lines, which engines compile badly: a
/// fifth of the time.
const OPTIMISE: [&str; 2] = ["-O3", "--one-caller-inline-max-function-size=60"];

/// Builds everything.
pub fn build() -> Result<()> {
    wasm()?;
    page()?;
    sizes()
}

/// Compiles the crate to `www/pkg`: wasm, its JavaScript and its types.
pub fn wasm() -> Result<()> {
    tool::wasm_target()?;
    let target = tool::root().join("target");
    tool::run(
        tool::cargo()
            .args(["build", "--quiet", "--release", "--lib", "--package=isnad", "--target=wasm32-unknown-unknown"])
            .arg("--target-dir")
            .arg(&target),
    )?;
    let pkg = tool::root().join("www/pkg");
    Bindgen::new()
        .input_path(target.join("wasm32-unknown-unknown/release/isnad.wasm"))
        .web(true)?
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .typescript(true)
        .generate(&pkg)?;
    let wasm = pkg.join("isnad_bg.wasm");
    tool::run(tool::node_tool("wasm-opt")?.args(OPTIMISE).args(FEATURES).arg(&wasm).arg("-o").arg(&wasm))
}

/// Bundles `www/` into `dist/`.
fn page() -> Result<()> {
    let (www, dist) = (tool::root().join("www"), tool::root().join("dist"));
    if dist.exists() {
        fs::remove_dir_all(&dist).context("cannot clear dist/")?;
    }
    fs::create_dir_all(&dist)?;
    copy(&www.join("public"), &dist)?;
    fs::copy(www.join("index.html"), dist.join("index.html")).context("www/index.html")?;
    fs::copy(www.join("pkg/isnad_bg.wasm"), dist.join("isnad_bg.wasm"))?;

    scripts(&dist, &[])?;
    style("file", &dist.join("style.css"))?;
    standalone::write(&dist)?;
    stamp(&dist)
}

/// Bundles the scripts into a folder.
pub fn scripts(to: &Path, more: &[&str]) -> Result<()> {
    let www = tool::root().join("www");
    let scripts = ["src/main.ts", "src/worker.ts", "sw.ts"].map(|script| www.join(script));
    tool::run(
        tool::node_tool("esbuild")?
            .args(scripts.iter().filter(|script| script.exists()))
            .args(["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=utf8"])
            .args(["--entry-names=[name]", "--log-level=warning"])
            .args(more)
            .arg(format!("--outdir={}", to.display())),
    )
}

/// Tells the service worker which files there are, and their digest, so that each build has a cache of its own.
fn stamp(dist: &Path) -> Result<()> {
    let script = dist.join("sw.js");
    if !script.exists() {
        return Ok(());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && name != "sw.js" && name != "isnad.html" {
            names.push(name);
        }
    }
    names.sort();
    let mut digest = Sha256::new();
    for name in &names {
        digest.update(name);
        digest.update(fs::read(dist.join(name))?);
    }
    let version = BASE64_STANDARD.encode(&digest.finalize()[..9]);
    let text = fs::read_to_string(&script)?;
    fs::write(script, text.replace("__VERSION__", &version).replace("__FILES__", &names.join(" ")))?;
    Ok(())
}

/// Bundles the style, its fonts as `file`s beside it or in it as `dataurl`.
pub fn style(fonts: &str, to: &Path) -> Result<()> {
    tool::run(
        tool::node_tool("esbuild")?
            .arg("www/style.css")
            .args(["--bundle", "--minify", "--charset=utf8", "--asset-names=[name]", "--log-level=warning"])
            .args(["woff2", "svg", "png"].map(|kind| format!("--loader:.{kind}={fonts}")))
            .arg(format!("--outfile={}", to.display())),
    )
}

/// Copies a folder with all it holds, if it is there.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Prints what a visitor downloads: bytes as they are and as a host sends them, in brotli.
fn sizes() -> Result<()> {
    const SCRIPT: &str = r#"
        const { readdirSync, readFileSync, statSync } = require("fs"), zlib = require("zlib");
        for (const file of readdirSync("dist", { recursive: true }).sort()) {
            if (statSync("dist/" + file).isDirectory()) continue;
            const bytes = readFileSync("dist/" + file);
            console.log(file.padEnd(28) + String(bytes.length).padStart(10) + " bytes" +
                String(zlib.brotliCompressSync(bytes).length).padStart(10) + " in brotli");
        }"#;
    let table = tool::output("node", &["-e", SCRIPT]).context("node cannot read dist/")?;
    println!("{table}");
    Ok(())
}
