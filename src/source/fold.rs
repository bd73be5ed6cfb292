//! Folding: one spelling for the many that mean the same word.

/// Presentation forms and ligatures with their plain letters, sorted by the form (from Unicode NFKC, by `build.rs`).
static PRESENTATION: &[(char, &str)] = include!(concat!(env!("OUT_DIR"), "/presentation.rs"));

/// Characters that folding drops: harakat, Quranic marks, tatweel, bidi controls, joiners, variation selectors.
pub fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}' | '\u{061C}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}'
        | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{034F}')
}

/// Every quotation mark that Arabic media use, straight, typographic, angled, low, single and double.
pub fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201F}' | '〝' | '〞' | '＂' | '`' | '´')
}

/// Appends the folded form of `c` to `out`: nothing for an ignorable character, several letters for a ligature.
///
/// Alef and hamza-on-alef forms become bare alef, final ya becomes ya, ta marbuta ha, Persian letters their Arabic
/// cousins, all three sets of digits ASCII, Latin letters lower case, presentation forms their plain letters.
#[inline]
pub fn fold_char(c: char, out: &mut String) {
    match c {
        // Most letters stay as they are: between them lie آ أ إ, ة, tatweel and ى, which do not.
        'ا' | 'ب' | '\u{062A}'..='\u{063A}' | '\u{0641}'..='\u{0648}' | 'ي' | ' ' => out.push(c),
        _ => fold_other(c, out),
    }
}

/// Folds what does not stay as it is, and rare characters that do.
fn fold_other(c: char, out: &mut String) {
    if is_ignorable(c) {
        return;
    }
    let plain = match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => 'ا',
        'ى' | 'ی' | 'ې' | 'ے' => 'ي',
        'ة' | 'ە' | 'ہ' | 'ۀ' | 'ھ' => 'ه',
        'ک' | 'گ' | 'ڪ' | 'ڭ' => 'ك',
        'پ' => 'ب',
        'چ' => 'ج',
        'ڤ' | 'ڥ' => 'ف',
        'ژ' => 'ز',
        '٠'..='٩' => char::from(b'0' + (c as u32 - 0x0660) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - 0x06F0) as u8),
        '\u{FB50}'..='\u{FEFC}' => {
            match PRESENTATION.binary_search_by_key(&c, |row| row.0) {
                // A form's plain letters may be marks or alef forms, which fold further.
                Ok(i) => PRESENTATION[i].1.chars().for_each(|c| fold_char(c, out)),
                Err(_) => out.push(c),
            }
            return;
        }
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ if c.is_whitespace() => ' ',
        _ if c < '\u{0600}' => {
            out.extend(c.to_lowercase());
            return;
        }
        _ => c,
    };
    out.push(plain);
}

/// Appends the folded form of `text` to `out`.
pub fn fold_into(text: &str, out: &mut String) {
    text.chars().for_each(|c| fold_char(c, out));
}

/// The folded form of `text`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// The byte offset in `text` behind which lies what folds to the bytes from `folded` on: the way back.
///
/// Ignorable characters at the cut stay with what is before them, so a span that starts there starts with a letter.
/// A cut inside a ligature falls before it.
pub fn unfold(text: &str, folded: usize) -> usize {
    let (mut buffer, mut seen) = (String::new(), 0);
    for (at, c) in text.char_indices() {
        buffer.clear();
        fold_char(c, &mut buffer);
        if !buffer.is_empty() && seen + buffer.len() > folded {
            return at;
        }
        seen += buffer.len();
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_together() {
        for (given, folded) in [
            ("أُستَانَة", "استانه"),
            ("مســــتشفى", "مستشفي"),
            ("إلى", "الي"),
            ("ﷲ", "الله"),
            ("ﻻ", "لا"),
            ("٢٠١٧", "2017"),
            ("۲۰۱۷", "2017"),
            ("كاراكاس\u{200F}", "كاراكاس"),
            ("گوگل", "كوكل"),
            ("BBC", "bbc"),
        ] {
            assert_eq!(fold(given), folded, "{given}");
        }
    }

    #[test]
    fn a_cut_in_the_folded_form_leads_back_to_the_text() {
        assert_eq!(unfold("وَتركيا", "و".len()), "وَ".len());
        assert_eq!(unfold("بـ\u{200F}القاهرة", "ب".len()), "بـ\u{200F}".len());
        assert_eq!(unfold("سوريا", 0), 0);
        assert_eq!(unfold("سوريا", 99), "سوريا".len());
    }
}
