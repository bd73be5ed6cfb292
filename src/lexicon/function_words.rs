//! Words of grammar that show how a sentence that reports speech is built.

use super::{Table, named_words};
use std::sync::LazyLock;

/// What a word does in the sentence; the lists of `function-words.tsv`, where each is explained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Function {
    #[default]
    That,
    ThatWith,
    ThatPronoun,
    Then,
    About,
    To,
    On,
    Preposition,
    Relative,
    Already,
    Was,
    Not,
    Clause,
}

impl Function {
    fn parse(name: &str) -> Function {
        match name {
            "that" => Function::That,
            "that-with" => Function::ThatWith,
            "that-pronoun" => Function::ThatPronoun,
            "then" => Function::Then,
            "about" => Function::About,
            "to" => Function::To,
            "on" => Function::On,
            "preposition" => Function::Preposition,
            "relative" => Function::Relative,
            "already" => Function::Already,
            "was" => Function::Was,
            "not" => Function::Not,
            "clause" => Function::Clause,
            other => unreachable!("function-words.tsv: list {other}"),
        }
    }
}

static FUNCTIONS: LazyLock<Table<Function>> = LazyLock::new(|| {
    named_words(include_str!("function-words.tsv"), Function::parse, |entry, function| *entry = function)
});

/// What a folded word without و does, if it is one of the list.
pub fn find(bare: &str) -> Option<Function> {
    FUNCTIONS.get(bare).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::count_words;
    use crate::source::fold;

    #[test]
    fn every_word_is_in_one_list_only() {
        assert_eq!(FUNCTIONS.iter().count(), count_words(include_str!("function-words.tsv")));
        assert_eq!(find(&fold("إلى")), Some(Function::To));
        assert_eq!(find("كتاب"), None);
    }
}
