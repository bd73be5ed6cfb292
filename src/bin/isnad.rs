//! The command line: an article on stdin or in files, schema JSON on stdout.
use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).expect("stdin is UTF-8");
    let analysis = isnad::analyze(&text, &isnad::Options::default());
    println!("{}", serde_json::to_string(&analysis).expect("the result is plain data"));
}
