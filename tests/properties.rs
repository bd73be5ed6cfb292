//! What holds of every text, whatever it says.

use isnad::analysis::{Analysis, Span};
use isnad::source::{fold, unfold};
use isnad::{Options, analyze};
use proptest::prelude::*;

fn check(text: &str) -> Analysis {
    let analysis = analyze(text, &Options::default());
    let units: Vec<u16> = text.encode_utf16().collect();
    let whole = |span: &Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && end <= units.len(), "{start}..{end} of {} in {text:?}", units.len());
        assert!(String::from_utf16(&units[start..end]).is_ok(), "{start}..{end} cuts a character of {text:?}");
    };
    let solid = |span: &Span| {
        whole(span);
        assert!(span.start < span.end, "empty at {} in {text:?}", span.start);
    };
    analysis.paragraphs.iter().for_each(|p| solid(&p.span));
    analysis.sentences.iter().for_each(solid);
    analysis.mentions.iter().for_each(|m| solid(&m.span));
    analysis.terms.iter().for_each(solid);
    analysis.warnings.iter().for_each(|w| whole(&w.span));
    for pair in analysis.mentions.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "mentions overlap in {text:?}");
    }
    for pair in analysis.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "sentences overlap in {text:?}");
    }
    for (i, mention) in analysis.mentions.iter().enumerate() {
        assert!(analysis.entities[mention.entity].mentions.contains(&i), "mention {i} is lost in {text:?}");
        assert!((0.0..=1.0).contains(&mention.score));
    }
    for (id, entity) in analysis.entities.iter().enumerate() {
        assert_eq!(entity.id, id);
        assert!(!entity.mentions.is_empty() && entity.mentions.iter().all(|&m| analysis.mentions[m].entity == id));
    }
    for (id, quote) in analysis.quotes.iter().enumerate() {
        assert_eq!(quote.id, id);
        assert!(!quote.parts.is_empty(), "a quote without words in {text:?}");
        quote.parts.iter().for_each(solid);
        quote.cue.iter().for_each(|c| solid(&c.span));
        quote.source.iter().for_each(solid);
        quote.medium.iter().for_each(|m| solid(&m.span));
        assert!(quote.within.is_none_or(|outer| outer != id && outer < analysis.quotes.len()));
        assert!(quote.speaker.entity.is_none_or(|e| e < analysis.entities.len()));
        assert!((0.0..=1.0).contains(&quote.score));
    }
    analysis
}

/// Pieces that news is made of, and that trip up readers of it.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "قال", "وأضاف", "أن", "إن", "مؤكدا", "بحسب", "وفقا", "لـ", "الرئيس", "محمد", "أحمد سالم", "القاهرة", "وزارة الخارجية",
            "لصحيفة", "في", "من", "20", "٣٠", "1.5", "مليون", "دولار", "%", "في المئة", "يناير", "الثلاثاء", "عام", "2017",
            "1436هـ", "أمس", "بن", "آل", "عبد", "هو", "أنه", "نفى", "سؤال",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            "\"", "“", "”", "«", "»", "„", "‹", "›", "'", "’", ".", "،", "؛", ":", "؟", "!", "...", "(", ")", "-", "–", "/",
            "\n", "\r\n", "\n\n", "\t", "\u{200f}", "\u{202b}", "\u{200d}", "\u{a0}", "ـ", "\u{64b}", "\u{651}", "ﷺ", "ﻻ", "🙂",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec((piece, prop::bool::weighted(0.7)), 0..60)
        .prop_map(|parts| parts.into_iter().map(|(p, space)| if space { p + " " } else { p }).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters_give_a_sound_result(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_news_like_text_gives_a_sound_result(text in pieces()) {
        check(&text);
    }

    #[test]
    fn the_same_text_gives_the_same_result(text in pieces()) {
        let json = || serde_json::to_string(&analyze(&text, &Options::default())).unwrap();
        prop_assert_eq!(json(), json());
    }

    #[test]
    fn folding_leads_back_into_the_text(text in pieces()) {
        let folded = fold(&text);
        let mut last = 0;
        for (at, _) in folded.char_indices() {
            let back = unfold(&text, at);
            prop_assert!(text.is_char_boundary(back) && back >= last);
            last = back;
        }
    }
}

#[test]
fn hostile_texts_are_taken() {
    let long = "قال محمد إن \"الأمر\" انتهى، وأضاف أن 20 شركة ستعود. ".repeat(20_000);
    let texts = [
        String::new(),
        " \n\t\u{a0}\u{feff}".to_owned(),
        "\u{64b}\u{64c}\u{651}".repeat(5_000),
        "«“\"'".repeat(5_000),
        "\"قال ".repeat(5_000),
        "(".repeat(20_000),
        "אמר ראש הממשלה כי המשא ומתן יימשך. ".repeat(200),
        "The minister said the port would open tomorrow. ".repeat(200),
        (0..=255u8).map(char::from).cycle().take(20_000).collect(),
        "\u{0}\u{fffd}\u{10ffff}".repeat(3_000),
        "والمستشفيات".repeat(10_000),
        "1".repeat(20_000),
        "محمد بن ".repeat(5_000),
        long,
    ];
    texts.iter().for_each(|text| drop(check(text)));
}

#[test]
fn what_stands_before_moves_spans_and_no_more() {
    let article = "قال وزير النقل أحمد سالم: «سيفتح الميناء غدا».";
    let spans = |text: &str| -> Vec<(u32, u32)> {
        check(text).quotes.iter().flat_map(|q| q.parts.iter().map(|p| (p.start, p.end)).collect::<Vec<_>>()).collect()
    };
    let plain = spans(article);
    assert!(!plain.is_empty());
    let by = "🙂\n\n".encode_utf16().count() as u32;
    let moved: Vec<_> = plain.iter().map(|(start, end)| (start + by, end + by)).collect();
    assert_eq!(spans(&format!("🙂\n\n{article}")), moved);
}
