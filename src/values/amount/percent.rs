//! Signs and words for hundredths.

use crate::lexicon::contexts::Context;
use crate::values::words::Reader;

/// The end of a percent sign or word at `i`; whether it is percentage points.
pub fn percent(r: &Reader, i: usize) -> Option<(usize, bool)> {
    match r.fold(i) {
        "%" | "٪" | "﹪" | "％" => return Some((i + 1, false)),
        _ if r.has(i, Context::Percent) => return Some((i + 1, false)),
        "في" | "فى" if r.has(i + 1, Context::Hundred) => {
            return Some((i + 2, false));
        }
        "نقطه" | "نقاط" | "نقطتين" if matches!(r.fold(i + 1), "مئويه" | "مئويتين") => {
            return Some((i + 2, true));
        }
        "ب" if r.has(i + 1, Context::Hundred) => return Some((i + 2, false)),
        _ => {}
    }
    None
}
