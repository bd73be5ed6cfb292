//! Expressions of time and amount with their values, from `values.tsv`: the span and the value must be right.

use isnad::values::{Bound, Value};
use isnad::{Options, analyze};

/// A value as the table writes it.
fn show(value: &Value) -> String {
    let mut out = Vec::new();
    let bound = match value {
        Value::Date(d) => {
            out.push(d.iso.clone().unwrap_or_else(|| "-".to_owned()));
            out.push(format!("{:?}", d.precision).to_lowercase());
            out.extend(d.original.clone().map(|o| format!("original={o}")));
            out.extend(d.relative.clone());
            out.extend(d.part.map(|p| format!("{p:?}").to_lowercase()));
            None
        }
        Value::Number(n) => {
            out.push(n.value.to_string());
            out.extend(n.to.map(|t| format!("to {t}")));
            out.extend(n.against.map(|t| format!(": {t}")));
            out.extend(n.unit.map(str::to_owned));
            n.bound
        }
        Value::Money(m) => {
            out.push(m.amount.to_string());
            out.extend(m.to.map(|t| format!("to {t}")));
            out.push(m.currency.unwrap_or("?").to_owned());
            m.bound
        }
        Value::Percent(p) => {
            out.push(format!("{}%", p.value));
            out.extend(p.to.map(|t| format!("to {t}%")));
            out.extend(p.points.then(|| "points".to_owned()));
            p.bound
        }
    };
    out.extend(bound.map(|b| {
        match b {
            Bound::About => "about",
            Bound::MoreThan => "more-than",
            Bound::LessThan => "less-than",
            Bound::AtLeast => "at-least",
            Bound::AtMost => "at-most",
        }
        .to_owned()
    }));
    out.join(" ")
}

#[test]
fn every_expression_of_the_table_has_its_span_and_value() {
    let mut faults = Vec::new();
    let mut count = 0;
    for line in include_str!("values.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (published, marked) = (cells[0], cells[1]);
        let published = (published != "-").then(|| published.to_owned());
        let text = marked.replace(['[', ']'], "");
        let analysis = analyze(&text, &Options { published });
        let units: Vec<u16> = text.encode_utf16().collect();
        let found: Vec<String> = analysis
            .mentions
            .iter()
            .filter(|m| !m.kind.is_name())
            .map(|m| {
                let span = String::from_utf16_lossy(&units[m.span.start as usize..m.span.end as usize]);
                format!("{span} = {}", m.value.as_ref().map_or(String::new(), show))
            })
            .collect();
        let spans = marked.split('[').skip(1).filter_map(|s| s.split(']').next());
        let expected: Vec<String> = spans.zip(&cells[2..]).map(|(span, value)| format!("{span} = {value}")).collect();
        count += expected.len();
        if found != expected {
            faults.push(format!("{text}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(count >= 250, "only {count} expressions");
    assert!(faults.is_empty(), "{} of {count} wrong\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn contradictions_are_warned_of() {
    let codes = |text: &str, published: Option<&str>| -> Vec<&'static str> {
        let options = Options { published: published.map(str::to_owned) };
        analyze(text, &options).warnings.iter().map(|w| w.code).filter(|c| *c != "not-arabic").collect()
    };
    // 20 January 2017 was a Friday.
    assert_eq!(codes("قال الوزير اليوم الجمعة إن الأمر انتهى.", Some("2017-01-20")), [""; 0]);
    assert_eq!(codes("قال الوزير اليوم الخميس إن الأمر انتهى.", Some("2017-01-20")), ["weekday-mismatch"]);
    assert_eq!(codes("وصل الوفد أمس الخميس إلى العاصمة.", Some("2017-01-20")), [""; 0]);
    assert_eq!(codes("وصل الوفد أمس الأربعاء إلى العاصمة.", Some("2017-01-20")), ["weekday-mismatch"]);
    assert_eq!(codes("يعقد الاجتماع يوم الاثنين 4 ديسمبر 2015.", None), ["weekday-mismatch"]);
    assert_eq!(codes("انتهت المهلة في 31 أبريل 2015.", None), ["no-such-day"]);
    assert_eq!(codes("صدر القرار في 28 شوال 1436هـ الموافق 20 أغسطس 2015م.", None), ["calendar-mismatch"]);
}

#[test]
fn the_day_of_publication_is_guessed_where_the_text_says_it() {
    let published = |text: &str| analyze(text, &Options::default()).published.map(|p| p.iso);
    let dateline = "الرياض 28 شوال 1436 هـ الموافق 13 أغسطس 2015 م واس\nوصل الوزير أمس.";
    assert_eq!(published(dateline).as_deref(), Some("2015-08-13"));
    assert_eq!(published("أعلن الجيش اليوم الجمعة 4 ديسمبر 2015 انتهاء العملية.").as_deref(), Some("2015-12-04"));
    assert_eq!(published("وقعت المعركة في 4 ديسمبر 2015 قرب المدينة."), None);
}
