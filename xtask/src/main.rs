//! Every developer command in one place: `cargo xtask <command>`.
fn main() {}
