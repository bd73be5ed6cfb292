//! Writes the tables that the crate embeds, from Unicode's own data and from the readable lists under `src`.
use std::{env, fs, path::Path};
use unicode_normalization::UnicodeNormalization;

/// Presentation forms and ligatures as ranges (Unicode Standard 9.2 and 23.8): Arabic Presentation Forms A and B.
const PRESENTATION: [(u32, u32); 2] = [(0xFB50, 0xFDFF), (0xFE70, 0xFEFC)];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut table = String::from("&[\n");
    for (first, last) in PRESENTATION {
        for c in (first..=last).filter_map(char::from_u32) {
            let plain: String = std::iter::once(c).nfkc().collect();
            if plain != c.to_string() {
                table += &format!("({c:?}, {plain:?}),\n");
            }
        }
    }
    table += "]\n";
    fs::write(Path::new(&out).join("presentation.rs"), table).expect("OUT_DIR is writable");
}
