//! `dist/isnad.html`: the whole page in one file, which works from disk.
//!
//! A page from `file://` may load nothing, so the file holds everything: script, style and fonts in place, the
//! worker's script and the compressed wasm as data blocks that `www/src/engine.ts` reads. Its security policy allows
//! exactly these scripts, by their hashes, and no connection at all.

use crate::build;
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

const POLICY_START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
const SCRIPT: &str = "<script src=\"main.js\" defer></script>";
const STYLE: &str = "<link rel=\"stylesheet\" href=\"style.css\">";

/// Writes `isnad.html` from what `dist` holds.
pub fn write(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("index.html"))?;
    let main = script(dist, "main.js")?;
    let worker = script(dist, "worker.js")?;
    let style = style(dist)?;

    let page = replace(&page, STYLE, &format!("<style>{style}</style>"))?;
    let page = replace(&page, SCRIPT, "")?;
    let page = links(&page, dist)?;
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; font-src data:; img-src data: blob:; \
         worker-src blob:; base-uri 'none'; form-action 'none'",
        hash(&main),
        hash(&style)
    );
    let page = with_policy(&page, &policy)?;

    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&fs::read(dist.join("isnad_bg.wasm"))?)?;
    let wasm = BASE64_STANDARD.encode(packed.finish()?);
    let blocks = format!(
        "<script type=\"text/plain\" id=\"isnad-worker\">{worker}</script>\n\
         <script type=\"text/plain\" id=\"isnad-wasm\">{wasm}</script>\n\
         <script>{main}</script>\n</body>"
    );
    fs::write(dist.join("isnad.html"), replace(&page, "</body>", &blocks)?)?;
    Ok(())
}

/// A script that may stand inside HTML.
fn script(dist: &Path, name: &str) -> Result<String> {
    let text = fs::read_to_string(dist.join(name))?;
    // Both would change where the element ends; esbuild writes neither, save for a string of ours that holds it.
    for mark in ["</script", "<!--"] {
        ensure!(!text.contains(mark), "{name} holds {mark}: write it as two strings");
    }
    Ok(text.trim_end().to_owned())
}

/// The style with its fonts inside.
fn style(dist: &Path) -> Result<String> {
    let file = dist.join("inline.css");
    build::style("dataurl", &file)?;
    let text = fs::read_to_string(&file)?;
    fs::remove_file(file)?;
    ensure!(!text.contains("</style"), "style.css holds </style");
    Ok(text.trim_end().to_owned())
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn replace(page: &str, old: &str, new: &str) -> Result<String> {
    ensure!(page.matches(old).count() == 1, "www/index.html must hold exactly once: {old}");
    Ok(page.replacen(old, new, 1))
}

fn with_policy(page: &str, policy: &str) -> Result<String> {
    let start = page.find(POLICY_START).context("www/index.html must hold a Content-Security-Policy")?;
    let start = start + POLICY_START.len();
    let end = start + page[start..].find('"').context("www/index.html: the policy has no end")?;
    Ok(format!("{}{policy}{}", &page[..start], &page[end..]))
}

/// Puts icons in place and leaves out links that mean nothing to a file on disk.
fn links(page: &str, dist: &Path) -> Result<String> {
    let mut out = String::new();
    for line in page.split_inclusive('\n') {
        let href = |line: &str| Some(line.split_once("href=\"")?.1.split_once('"')?.0.to_owned());
        match href(line).filter(|_| line.trim_start().starts_with("<link ")) {
            Some(_) if line.contains("rel=\"manifest\"") || line.contains("preload\"") => {}
            Some(name) => {
                let kind = match Path::new(&name).extension().and_then(|e| e.to_str()) {
                    Some("svg") => "image/svg+xml",
                    Some("png") => "image/png",
                    Some("ico") => "image/x-icon",
                    _ => bail!("isnad.html cannot hold the link to {name}"),
                };
                let bytes = fs::read(dist.join(&name)).with_context(|| format!("www/index.html links to {name}"))?;
                let data = format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes));
                out += &line.replacen(&name, &data, 1);
            }
            None => out += line,
        }
    }
    Ok(out)
}
