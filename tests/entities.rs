//! Which mentions are one thing: own articles with every name's entity written beside it, scored by B³ (Bagga and Baldwin
//! 1998) over the names that both have.

use isnad::mention::{Kind, Mention};
use isnad::segment::Document;
use isnad::{entities, mention, values};
use std::collections::BTreeMap;

/// An article with names as `[name|kind entity]`, kinds p o l e m.
fn read(marked: &str) -> (String, Vec<(usize, usize, Kind, String)>) {
    let (mut text, mut names) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find(']').expect("a closing bracket");
        let (name, tag) = rest[open + 1..close].split_once('|').expect("a tag");
        let kind = match &tag[..1] {
            "p" => Kind::Person,
            "o" => Kind::Organization,
            "l" => Kind::Place,
            "e" => Kind::Event,
            _ => Kind::Misc,
        };
        names.push((text.len(), text.len() + name.len(), kind, tag.to_owned()));
        text.push_str(name);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, names)
}

fn linked(doc: &Document, names: &[(usize, usize, Kind, String)]) -> (Vec<Mention>, Vec<entities::Entity>) {
    let found = names
        .iter()
        .map(|(start, end, kind, _)| Mention {
            tokens: doc.tokens_in(*start..*end),
            start: *start,
            end: *end,
            kind: *kind,
            score: 1.0,
            value: None,
        })
        .collect();
    let mentions = mention::merge(found, values::find(doc, &isnad::Options::default()).mentions);
    let entities = entities::link(doc, &mentions);
    (mentions, entities)
}

#[test]
fn names_are_linked_and_no_two_persons_merged() {
    let (mut precision, mut recall, mut count) = (0.0, 0.0, 0.0);
    let mut faults = Vec::new();
    for marked in include_str!("entities.txt").split("\n---\n") {
        let marked: String = marked.lines().filter(|l| !l.starts_with('#')).collect::<Vec<_>>().join("\n");
        let (text, names) = read(&marked);
        let doc = Document::new(&text);
        let (mentions, entities) = linked(&doc, &names);
        let mut owner: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (id, entity) in entities.iter().enumerate() {
            for &m in &entity.mentions {
                owner.insert((mentions[m].start, mentions[m].end), id);
            }
        }
        let all: Vec<(usize, &str, Kind)> =
            names.iter().map(|(s, e, k, tag)| (owner[&(*s, *e)], tag.as_str(), *k)).collect();
        for (i, &(mine, tag, kind)) in all.iter().enumerate() {
            let same = all.iter().filter(|o| o.0 == mine).count() as f64;
            let want = all.iter().filter(|o| o.1 == tag).count() as f64;
            let both = all.iter().filter(|o| o.0 == mine && o.1 == tag).count() as f64;
            precision += both / same;
            recall += both / want;
            count += 1.0;
            let name = &text[names[i].0..names[i].1];
            if let Some(other) = all.iter().position(|o| o.0 == mine && o.1 != tag) {
                let other_name = &text[names[other].0..names[other].1];
                faults.push(format!("merged {name} with {other_name}"));
                assert!(kind != Kind::Person, "two persons merged: {name}, {other_name}");
            }
            if both < want {
                faults.push(format!("split {name} ({tag})"));
            }
        }
    }
    let (p, r) = (100.0 * precision / count, 100.0 * recall / count);
    let f = 2.0 * p * r / (p + r);
    println!("B³ over {count} names: P {p:.1} R {r:.1} F1 {f:.1}");
    assert!(count >= 120.0, "only {count} names");
    assert!(f >= 92.0, "B³ F1 {f:.1}\n{}", faults.join("\n"));
}

#[test]
fn roles_lead_to_their_holders() {
    let text = "أعلن وزير الخارجية الروسي سيرغي لافروف أن بلاده مستعدة. والتقى لافروف نظيره السوري في موسكو.\n\
                من جهته قال الرئيس السوري بشار الأسد إن الحوار مستمر.\n\
                وقالت ماريا زاخاروفا، المتحدثة باسم الوزارة، إن اللقاء مثمر.\n\
                وأضاف الوزير أن الاجتماع المقبل قريب. وشكر الرئيس السوري ضيفه.";
    let at = |name: &str| text.find(name).expect("the name");
    let names: Vec<(usize, usize, Kind, String)> = ["سيرغي لافروف", "لافروف نظيره", "بشار الأسد", "ماريا زاخاروفا"]
        .iter()
        .map(|n| {
            let name = n.trim_end_matches(" نظيره");
            (at(n), at(n) + name.len(), Kind::Person, String::new())
        })
        .collect();
    let doc = Document::new(text);
    let (mentions, entities) = linked(&doc, &names);
    let holder = |phrase: &str, from: usize| {
        let start = from + text[from..].find(phrase).expect("the phrase");
        let tokens = doc.tokens_in(start..start + phrase.len());
        entities::holder(&doc, &mentions, &entities, &tokens).map(|id| entities[id].name.clone())
    };
    let last = at("وأضاف الوزير");
    assert_eq!(holder("الوزير", last).as_deref(), Some("سيرغي لافروف"));
    assert_eq!(holder("الرئيس السوري", last).as_deref(), Some("بشار الأسد"));
    assert_eq!(holder("المتحدثة باسم الوزارة", 0).as_deref(), Some("ماريا زاخاروفا"));
    assert_eq!(holder("الاجتماع", last), None);
    let role = |name: &str| entities.iter().find(|e| e.name == name).and_then(|e| e.role.clone());
    assert_eq!(role("سيرغي لافروف").as_deref(), Some("وزير الخارجية الروسي"));
    assert_eq!(role("بشار الأسد").as_deref(), Some("الرئيس السوري"));
    assert_eq!(role("ماريا زاخاروفا").as_deref(), Some("المتحدثة باسم الوزارة"));
}

#[test]
fn countries_have_codes_and_everything_a_gloss() {
    let (text, names) = read("زار [أندريه كليموف|p1] [سوريا|l1] و[دمشق|l2] ثم [القاهرة|l3]، وفق [اليونسكو|o1].");
    let doc = Document::new(&text);
    let (_, entities) = linked(&doc, &names);
    let of = |name: &str| entities.iter().find(|e| e.name == name).expect("the entity");
    let syria = of("سوريا");
    assert_eq!((syria.code.as_deref(), syria.gloss.as_deref(), syria.known), (Some("SY"), Some("Syria"), true));
    assert_eq!(of("دمشق").gloss.as_deref(), Some("Damascus"));
    // The capital is kept apart from its country, but each knows of the other.
    assert_eq!(entities[of("دمشق").related[0]].name, "سوريا");
    assert!(of("القاهرة").related.is_empty());
    assert_eq!(of("اليونسكو").gloss.as_deref(), Some("UNESCO"));
    let klimov = of("أندريه كليموف");
    assert!(!klimov.known && klimov.gloss.is_some());
}
