//! Tokens: words with their clitics, numbers, marks and signs.

use crate::source::{fold_into, is_ignorable, is_quotation_mark};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word in Arabic letters, clitics and marks included.
    Word,
    /// A word in another script.
    Foreign,
    /// Digits, with separators between digits.
    Number,
    /// A quotation mark.
    Mark,
    /// Any other sign, one character each.
    Sign,
}

/// A token: its bytes in the text and the bytes of its folded form.
#[derive(Clone, Debug)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// Byte behind the last one in the text.
    pub end: u32,
    pub(super) fold_start: u32,
    pub(super) fold_end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether a line break lies between the token before and this one (true for the first token).
    pub starts_line: bool,
}

/// Character classes, as far as tokens need them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Newline,
    Ignorable,
    Arabic,
    Letter,
    Digit,
    Mark,
    Sign,
}

fn class(c: char) -> Class {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{0B}' | '\u{0C}' | '\u{85}' => Class::Newline,
        '0'..='9' | '٠'..='٩' | '۰'..='۹' => Class::Digit,
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '\u{0620}'..='\u{063F}'
        | '\u{0641}'..='\u{064A}'
        | '\u{066E}'
        | '\u{066F}'
        | '\u{0671}'..='\u{06D3}'
        | '\u{06D5}'
        | '\u{06EE}'
        | '\u{06EF}'
        | '\u{06FA}'..='\u{06FC}'
        | '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08C7}'
        | '\u{FB50}'..='\u{FBB1}'
        | '\u{FBD3}'..='\u{FD3D}'
        | '\u{FD50}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}' => Class::Arabic,
        _ if is_ignorable(c) => Class::Ignorable,
        _ if is_quotation_mark(c) => Class::Mark,
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Sign,
    }
}

/// Ignorable characters that are part of the word they follow: harakat and tatweel, not bidi controls.
fn is_part_of_word(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}')
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬' | '،')
}

/// Cuts `text` into tokens and appends their folded forms to `folded`.
pub(super) fn tokenize(text: &str, folded: &mut String) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 9);
    let mut chars = text.char_indices().peekable();
    let mut starts_line = true;
    while let Some((start, c)) = chars.next() {
        let class_here = class(c);
        let kind = match class_here {
            Class::Newline => {
                starts_line = true;
                continue;
            }
            Class::Space | Class::Ignorable => continue,
            Class::Arabic => TokenKind::Word,
            Class::Letter => TokenKind::Foreign,
            Class::Digit => TokenKind::Number,
            Class::Mark => TokenKind::Mark,
            Class::Sign => TokenKind::Sign,
        };
        let mut end = start + c.len_utf8();
        if matches!(class_here, Class::Arabic | Class::Letter | Class::Digit) {
            while let Some(&(at, c)) = chars.peek() {
                let class = class(c);
                if class == class_here || is_part_of_word(c) {
                    end = at + c.len_utf8();
                } else if class_here == Class::Digit && is_separator(c) {
                    let mut rest = text[at + c.len_utf8()..].chars();
                    if rest.next().is_none_or(|d| self::class(d) != Class::Digit) {
                        break;
                    }
                } else if class != Class::Ignorable {
                    break;
                }
                chars.next();
            }
        }
        let fold_start = folded.len() as u32;
        fold_into(&text[start..end], folded);
        tokens.push(Token {
            start: start as u32,
            end: end as u32,
            fold_start,
            fold_end: folded.len() as u32,
            kind,
            starts_line,
        });
        starts_line = false;
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokenize(text, &mut String::new()).iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn words_numbers_marks_and_signs_are_apart() {
        assert_eq!(
            cut("قال: «بـ3,5 مليون» في الـ23 من (سو24)."),
            ["قال", ":", "«", "بـ", "3,5", "مليون", "»", "في", "الـ", "23", "من", "(", "سو", "24", ")", "."]
        );
        assert_eq!(cut("عام 2015، و10."), ["عام", "2015", "،", "و", "10", "."]);
    }

    #[test]
    fn bidi_controls_do_not_belong_to_words() {
        assert_eq!(cut("\u{202B}سوريا\u{202C} وَ\u{200F}BBC"), ["سوريا", "وَ", "BBC"]);
    }
}
