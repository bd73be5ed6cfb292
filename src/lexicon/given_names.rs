//! What given names tell of a person's gender.

use super::{Table, named_words};
use std::sync::LazyLock;

static NAMES: LazyLock<Table<i32>> = LazyLock::new(|| {
    let sign = |gender: &str| match gender {
        "feminine" => 1,
        "masculine" => -1,
        other => unreachable!("given-names.tsv: gender {other}"),
    };
    named_words(include_str!("given-names.tsv"), sign, |entry, sign| *entry = sign)
});

/// A vote on the gender of a person with this name, folded: 1 feminine, -1 masculine, 0 where the name tells nothing.
pub fn gender(name: &str) -> i32 {
    let (given, is_full) = name.split_once(' ').map_or((name, false), |(given, _)| (given, true));
    // An unlisted first name in ta marbuta is a woman's; a lone surname may be anybody's.
    NAMES.get(given).copied().unwrap_or(i32::from(is_full && given.ends_with('ه')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::count_words;
    use crate::source::fold;

    #[test]
    fn every_name_is_in_one_list_only() {
        assert_eq!(NAMES.iter().count(), count_words(include_str!("given-names.tsv")));
    }

    #[test]
    fn names_vote() {
        assert_eq!(gender(&fold("شيرين أبو عاقلة")), 1);
        assert_eq!(gender(&fold("نزيهة العبيدي")), 1);
        assert_eq!(gender(&fold("أسامة سعد")), -1);
        assert_eq!(gender(&fold("خليفة")), -1);
        assert_eq!(gender(&fold("بوشهوة")), 0);
        assert_eq!(gender(""), 0);
    }
}
