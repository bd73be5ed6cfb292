//! Signs and words for hundredths.

use crate::values::words::Reader;

/// The end of a percent sign or word at `i`; whether it is percentage points.
pub fn percent(r: &Reader, i: usize) -> Option<(usize, bool)> {
    match r.fold(i) {
        "%" | "٪" | "﹪" | "％" => return Some((i + 1, false)),
        "بالمئه" | "بالمائه" | "بالميه" | "بالمايه" | "المئه" | "المائه" => {
            return Some((i + 1, false));
        }
        "في" | "فى" if matches!(r.fold(i + 1), "المئه" | "المائه" | "الميه" | "المايه") => {
            return Some((i + 2, false));
        }
        "نقطه" | "نقاط" | "نقطتين" if matches!(r.fold(i + 1), "مئويه" | "مئويتين") => {
            return Some((i + 2, true));
        }
        "ب" if matches!(r.fold(i + 1), "المئه" | "المائه") => return Some((i + 2, false)),
        _ => {}
    }
    None
}
