//! Clitics and affixes of folded words: what may be cut off, not yet what must be.
//!
//! Arabic is ambiguous without vowels (والي is a governor, not و + الي); the stages decide with lexicon and context.

/// Proclitics that a word may carry, as written before the stem in this order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proclitics {
    /// و or ف.
    pub conjunction: Option<char>,
    /// ب ل ك, or س of the future.
    pub particle: Option<char>,
    /// The article ال, or its remnant in لل.
    pub article: bool,
}

/// One way to cut a folded word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split<'w> {
    /// What stands before the stem.
    pub proclitics: Proclitics,
    /// Bytes of the folded word before the stem and before its article: where a name would start (for لل the second ل).
    pub cut: usize,
    /// What is left without proclitics and article.
    pub stem: &'w str,
}

/// The shortest stem worth cutting for, in characters.
const SHORTEST_STEM: usize = 2;

/// All ways to cut proclitics off a folded word: the uncut word first, longer cuts after shorter ones.
pub fn splits<'w>(word: &'w str) -> impl Iterator<Item = Split<'w>> {
    let uncut = |rest| Some((None, rest));
    let mut all = [None; 8];
    let mut places = all.iter_mut();
    let mut add = |split: Split<'w>| {
        if let Some(place) = places.next().filter(|_| split.stem.len() == word.len() || is_stem(split.stem)) {
            *place = Some(split);
        }
    };
    for (conjunction, rest) in [uncut(word), cut(word, &['و', 'ف'])].into_iter().flatten() {
        for (particle, rest) in [uncut(rest), cut(rest, &['ب', 'ل', 'ك', 'س'])].into_iter().flatten() {
            let cut = word.len() - rest.len();
            let split = |article, stem| Split { proclitics: Proclitics { conjunction, particle, article }, cut, stem };
            add(split(false, rest));
            let bare = rest.strip_prefix("ال").or_else(|| rest.strip_prefix('ل').filter(|_| particle == Some('ل')));
            if let Some(stem) = bare {
                add(split(true, stem));
            }
        }
    }
    all.into_iter().flatten()
}

/// Whether a stem is long enough to cut for.
fn is_stem(stem: &str) -> bool {
    stem.chars().nth(SHORTEST_STEM - 1).is_some()
}

/// The first letter and the rest of a word that begins with one of these letters.
fn cut<'w>(word: &'w str, letters: &[char]) -> Option<(Option<char>, &'w str)> {
    let mut rest = word.chars();
    let first = rest.next()?;
    letters.contains(&first).then_some((Some(first), rest.as_str()))
}

/// A folded noun without conjunction, preposition, article and endings: what الوزير, للوزيرة and وزير have in common.
pub fn head(folded: &str) -> &str {
    // Letters are two bytes each; what is left has at least three.
    let long = |w: &&str| w.len() > 4;
    // No two prefixes begin alike, so the first letter tells which one it may be; endings likewise by the last.
    let prefix = match folded.chars().next() {
        Some('و') => "وال",
        Some('ب') => "بال",
        Some('ف') => "فال",
        Some('ك') => "كال",
        Some('ل') => "لل",
        Some('ا') => "ال",
        _ => "",
    };
    let word = folded.strip_prefix(prefix).filter(long).unwrap_or(folded);
    let rest = match word.chars().next_back() {
        Some('ت') => word.strip_suffix("ات"),
        Some('ن') => word.strip_suffix("ين").or_else(|| word.strip_suffix("ون")),
        Some('ه') => word.strip_suffix('ه'),
        Some('ا') => word.strip_suffix('ا'),
        _ => None,
    };
    rest.filter(long).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stacks_of_proclitics_are_cut_in_every_way() {
        let all: Vec<_> = splits("وللاردن").map(|s| (s.cut, s.stem, s.proclitics.article)).collect();
        assert!(all.contains(&("ول".len(), "اردن", true)));
        assert!(all.contains(&("ول".len(), "لاردن", false)));
        let all: Vec<_> = splits("وبالقاهره").map(|s| (s.cut, s.stem)).collect();
        assert!(all.contains(&(0, "وبالقاهره")));
        assert!(all.contains(&("وب".len(), "القاهره")));
        assert!(all.contains(&("وب".len(), "قاهره")));
    }
}
