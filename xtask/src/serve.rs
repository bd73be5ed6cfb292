//! `cargo xtask serve`: the built page at an address of this machine.

use crate::{build, tool};
use anyhow::{Context, Result, ensure};
use std::process::Stdio;

/// Builds and serves `dist/` until it is stopped, on a given port or on the first free one from 8000.
pub fn serve(port: Option<u16>) -> Result<()> {
    build::build()?;
    println!("\nThe page, until you press Ctrl+C:");
    // esbuild's server knows the types of all files and is installed anyway; it prints the address. It stops when its
    // standard input ends, so it gets one that does not.
    let address = format!("--serve=127.0.0.1:{}", port.unwrap_or(0));
    let mut server = tool::node_tool("esbuild")?
        .args(["--servedir=dist", &address])
        .current_dir(tool::root())
        .stdin(Stdio::piped())
        .spawn()
        .context("cannot start esbuild")?;
    let open = server.stdin.take();
    let status = server.wait()?;
    drop(open);
    ensure!(status.success(), "the server stopped; is the port taken?");
    Ok(())
}
