//! Every developer command in one place: `cargo xtask <command>`.

mod build;
mod serve;
mod standalone;
mod test;
mod tool;

use anyhow::{Result, bail};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  build            write dist/: the page, and beside it the self-contained isnad.html
  serve [port]     build, serve dist/ on this machine and print the address
  test [part ...]  run every test, or the named parts: native types unit wasm page firefox
  bench            print how fast the core is, here and in Chromium
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[&str]) -> Result<()> {
    match args {
        ["build"] => build::build(),
        ["serve"] => serve::serve(None),
        ["serve", port] => match port.parse() {
            Ok(port) => serve::serve(Some(port)),
            Err(_) => bail!("'{port}' is no port"),
        },
        ["test", parts @ ..] => test::test(parts),
        ["bench"] => bench(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        _ => bail!("no such command\n\n{USAGE}"),
    }
}

/// Times the core natively and in Chromium.
fn bench() -> Result<()> {
    build::build()?;
    tool::run(tool::cargo().args(["bench", "--quiet", "--package=isnad", "--bench=speed"]))?;
    test::bench()
}
