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
pub fn splits(word: &str) -> impl Iterator<Item = Split<'_>> {
    let uncut = |rest| Some((None, rest));
    [uncut(word), cut(word, &['و', 'ف'])]
        .into_iter()
        .flatten()
        .flat_map(move |(conjunction, rest)| {
            [uncut(rest), cut(rest, &['ب', 'ل', 'ك', 'س'])].into_iter().flatten().flat_map(move |(particle, rest)| {
                let cut = word.len() - rest.len();
                let plain = Split { proclitics: Proclitics { conjunction, particle, article: false }, cut, stem: rest };
                let with_article = rest
                    .strip_prefix("ال")
                    .or_else(|| rest.strip_prefix('ل').filter(|_| particle == Some('ل')))
                    .map(|stem| Split { proclitics: Proclitics { conjunction, particle, article: true }, cut, stem });
                [Some(plain), with_article].into_iter().flatten()
            })
        })
        .filter(move |s| s.stem.len() == word.len() || s.stem.chars().count() >= SHORTEST_STEM)
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
    let mut word = folded;
    for prefix in ["وال", "بال", "فال", "كال", "لل", "ال"] {
        if let Some(rest) = word.strip_prefix(prefix).filter(long) {
            word = rest;
            break;
        }
    }
    for ending in ["ات", "ين", "ون", "ه", "ا"] {
        if let Some(rest) = word.strip_suffix(ending).filter(long) {
            return rest;
        }
    }
    word
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
