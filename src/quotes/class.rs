//! Classes of tokens: what a word or sign is to reported speech.

use crate::lexicon::function_words::{self, Function};

/// A small set of word classes that matter for reported speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// Beyond either end.
    #[default]
    None,
    /// Any other word.
    Word,
    /// A word with the article.
    Definite,
    /// A word in another script.
    Foreign,
    /// Digits.
    Number,
    /// An opening quotation mark.
    Open,
    /// A closing quotation mark.
    Close,
    /// A quotation mark whose other half is missing.
    Stray,
    /// A full stop, question or exclamation mark, ellipsis.
    Stop,
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// A colon.
    Colon,
    /// An opening bracket.
    OpenBracket,
    /// A closing bracket.
    CloseBracket,
    /// A dash.
    Dash,
    /// Any other sign.
    Sign,
    /// أن.
    An,
    /// إن.
    In,
    /// بأن.
    BiAn,
    /// فإن, or فقد: the start of what was said after "according to".
    FaIn,
    /// One of these with an attached pronoun: أنه, بأنها.
    AnPronoun,
    /// عن.
    About,
    /// إلى.
    To,
    /// على.
    On,
    /// Another preposition by itself.
    Preposition,
    /// الذي and its forms, ما, من as relatives.
    Relative,
    /// قد, لقد.
    Already,
    /// كان, كانت with و or without.
    Was,
    /// لا لم لن ليس.
    Not,
    /// وذلك, حيث, بينما, فيما, في حين, كما: words that open a clause of the writer's.
    Clause,
    /// A form of a listed cue.
    Cue,
    /// Part of a person's name.
    Person,
    /// Part of a body's name.
    Body,
    /// Part of a place's name.
    Place,
    /// Part of another name or of a value.
    Value,
}

impl From<Function> for Class {
    fn from(function: Function) -> Self {
        match function {
            Function::That => Class::An,
            Function::ThatWith => Class::BiAn,
            Function::ThatPronoun => Class::AnPronoun,
            Function::Then => Class::FaIn,
            Function::About => Class::About,
            Function::To => Class::To,
            Function::On => Class::On,
            Function::Preposition => Class::Preposition,
            Function::Relative => Class::Relative,
            Function::Already => Class::Already,
            Function::Was => Class::Was,
            Function::Not => Class::Not,
            Function::Clause => Class::Clause,
        }
    }
}

/// The class of a word that is no name, cue or value, by its folded form and as written.
pub(super) fn of_word(folded: &str, surface: &str) -> Class {
    let bare = folded.strip_prefix('و').filter(|b| b.len() > 2).unwrap_or(folded);
    match function_words::find(bare) {
        // The name آن folds like them.
        Some(Function::That) if surface.contains('آ') => return Class::Word,
        // Folding makes one word of أن and إن; what was written tells them apart where it was written at all.
        Some(Function::That) => return if surface.contains('إ') { Class::In } else { Class::An },
        Some(function) => return function.into(),
        None => {}
    }
    if bare.starts_with("ال") || bare.starts_with("لل") || bare.starts_with("بال") {
        Class::Definite
    } else {
        Class::Word
    }
}

/// The class of a sign that is no quotation mark.
pub(super) fn of_sign(sign: &str) -> Class {
    match sign {
        "." | "!" | "?" | "؟" | "…" => Class::Stop,
        "،" | "," | "٬" => Class::Comma,
        "؛" | ";" => Class::Semicolon,
        ":" | "：" => Class::Colon,
        "(" | "[" | "{" | "﴾" => Class::OpenBracket,
        ")" | "]" | "}" | "﴿" => Class::CloseBracket,
        "-" | "–" | "—" | "ـ" => Class::Dash,
        _ => Class::Sign,
    }
}
