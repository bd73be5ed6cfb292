//! The tools that the commands call: found, installed where that is a matter of one command, or named plainly.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The oldest Node.js that the page's tools run on.
const NODE: u32 = 20;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
}

/// Runs a command in the workspace; an exit code other than 0 is an error.
pub fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.current_dir(root()).status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        let args: Vec<_> = command.get_args().map(OsStr::to_string_lossy).collect();
        bail!("failed: {name} {}", args.join(" "));
    }
    Ok(())
}

/// What a command prints, or `None` if it cannot be run or fails.
pub fn output(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).current_dir(root()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Cargo, the one that runs this.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A program of the page's tools, all installed if they are not.
pub fn node_tool(name: &str) -> Result<Command> {
    let path = node_modules()?.join(".bin").join(if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() });
    if !path.exists() {
        bail!("node_modules lacks {name}: delete the folder and run this again");
    }
    Ok(Command::new(path))
}

/// Installs the page's tools as package-lock.json has them, unless they are there.
fn node_modules() -> Result<PathBuf> {
    let version = output("node", &["--version"]);
    let major = version.as_deref().and_then(|v| v.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!(
            "Node.js {NODE} or newer is needed, with npm; found {}. Get it from https://nodejs.org or your system's packages",
            version.as_deref().unwrap_or("none")
        );
    }
    let modules = root().join("node_modules");
    let age = |path: &Path| fs::metadata(path).and_then(|m| m.modified()).ok();
    let installed = age(&modules.join(".package-lock.json"));
    if installed.is_none() || installed < age(&root().join("package-lock.json")) {
        eprintln!("installing the page's tools (npm ci)");
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        run(Command::new(npm).args(["ci", "--loglevel=error"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    }
    Ok(modules)
}

/// Sees to it that the compiler can write wasm.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot =
        output("rustc", &["--print", "sysroot"]).context("rustc cannot be run; get Rust from https://rustup.rs")?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").exists() {
        return Ok(());
    }
    eprintln!("adding the compiler's wasm target (rustup target add {TARGET})");
    run(Command::new("rustup").args(["target", "add", TARGET])).with_context(|| {
        format!("the compiler has no target {TARGET} and rustup cannot add it; install it with your system's packages")
    })
}
