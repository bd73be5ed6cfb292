//! Names in Latin letters for whoever does not read Arabic: English where one is known, a romanisation otherwise.
//!
//! The romanisation is that of BGN/PCGN 1956 without diacritics for the consonants and long vowels. Short vowels are not
//! written in Arabic: the parts of names that the lexicon knows take their usual Latin spelling, the others an `a`
//! between consonants that cannot stand together. It is a help to the eye, not a transliteration to be read back.

use super::form::Form;
use crate::lexicon::romanised::part;

/// A consonant or long vowel in Latin letters.
fn letter(c: char) -> &'static str {
    match c {
        'ا' | 'أ' | 'آ' => "a",
        'إ' => "i",
        'ء' | 'ئ' | 'ؤ' | 'ع' => "'",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' | 'ة' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' => "u",
        'ي' => "i",
        _ => "",
    }
}

/// One unknown folded word.
fn word(folded: &str) -> String {
    if !folded.chars().any(|c| ('\u{0620}'..='\u{064A}').contains(&c)) {
        return folded.to_owned();
    }
    let (article, stem) = match folded.strip_prefix("ال") {
        Some(stem) if stem.chars().count() > 2 => ("Al-", stem),
        _ => ("", folded),
    };
    let letters: Vec<char> = stem.chars().collect();
    let vowel = |c: char| matches!(c, 'ا' | 'و' | 'ي');
    let mut out = String::new();
    let mut run = 0;
    for (i, &c) in letters.iter().enumerate() {
        let last = i + 1 == letters.len();
        // A final ta marbuta is the vowel before it.
        if last && c == 'ه' && i > 0 {
            out.push('a');
            break;
        }
        let next_is_vowel = letters.get(i + 1).is_some_and(|&n| vowel(n));
        let consonantal = vowel(c) && c != 'ا' && (i == 0 || next_is_vowel);
        if vowel(c) && !consonantal {
            out.push_str(letter(c));
            run = 0;
            continue;
        }
        if run > 0 {
            out.push('a');
        }
        out.push_str(match c {
            'و' => "w",
            'ي' => "y",
            c => letter(c),
        });
        run = 1;
    }
    let mut chars = out.trim_matches('\'').chars();
    let capital: String = chars.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(chars).collect();
    format!("{article}{capital}")
}

/// A name in Latin letters, word by word.
pub fn romanise(form: &Form) -> String {
    let mut out: Vec<String> = Vec::new();
    for unit in &form.units {
        if let Some(known) = part(unit) {
            out.push(known.to_owned());
            continue;
        }
        for w in unit.split(' ') {
            out.push(match part(w) {
                Some(known) => known.to_owned(),
                None => word(w),
            });
        }
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_parts_take_their_usual_spelling_and_others_go_by_letters() {
        let name = |words: &[&str]| romanise(&Form::of(words));
        assert_eq!(name(&["محمد", "خالد"]), "Mohamed Khaled");
        assert_eq!(name(&["عبد", "الله"]), "Abdullah");
        assert_eq!(word("كليموف"), "Kalimuf");
        assert_eq!(word("الزغبوره"), "Al-Zaghabura");
        assert_eq!(name(&["bbc"]), "bbc");
    }
}
