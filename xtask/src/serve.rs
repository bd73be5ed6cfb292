//! `cargo xtask serve`: the built page at an address of this machine.

use crate::{build, tool};
use anyhow::Result;

/// Builds and serves `dist/` until it is stopped, on a given port or on the first free one from 8000.
pub fn serve(port: Option<u16>) -> Result<()> {
    build::build()?;
    println!("\nThe page, until you press Ctrl+C:");
    // esbuild's server knows the types of all files and is installed anyway; it prints the address.
    let address = format!("--serve=127.0.0.1:{}", port.unwrap_or(0));
    tool::run(tool::node_tool("esbuild")?.args(["--servedir=dist", &address]))
}
