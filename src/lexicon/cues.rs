//! Words that report speech: every form of every entry of `cues.tsv`, found by its folded form.

use super::rows;
use crate::model::{HashedMap, hash};
use crate::source::fold;
use std::sync::LazyLock;

/// An entry of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The dictionary form.
    pub lemma: &'static str,
    /// What the speaker does by it.
    pub act: &'static str,
    /// `verb`, `noun`, `prep` or `phrase`.
    pub class: &'static str,
}

/// What a form is of its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A finite verb in the past.
    Past,
    /// A finite verb in the present or future.
    Present,
    /// A participle.
    Participle,
    /// A verbal noun or another noun.
    Noun,
    /// A preposition or fixed phrase.
    Particle,
}

/// An entry found by one of its forms.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The entry.
    pub entry: &'static Entry,
    /// Its number in the list.
    pub number: u32,
    /// Which form was found.
    pub form: Form,
}

static LIST: LazyLock<Vec<(Entry, Vec<&'static str>)>> = LazyLock::new(|| {
    rows(include_str!("cues.tsv"))
        .filter(|row| row.len() >= 3)
        .map(|row| {
            let forms = row.get(4).map_or("", |cell| cell.trim());
            let forms = forms.split(',').map(str::trim).filter(|f| !f.is_empty() && *f != "-").collect();
            (Entry { lemma: row[0], class: row[1], act: row[2] }, forms)
        })
        .collect()
});

/// From the hash of a folded form, clitics before it left out, to its entry.
static FORMS: LazyLock<HashedMap<(u32, Form)>> = LazyLock::new(|| {
    // Room for all forms at once, without growing step by step.
    let mut map = HashedMap::with_capacity_and_hasher(56_000, Default::default());
    for (number, (entry, forms)) in LIST.iter().enumerate() {
        let mut insert = |form: &str, kind: Form| {
            // Earlier entries win: the list is ordered by use.
            map.entry(hash(form)).or_insert((number as u32, kind));
        };
        let lemma = fold(entry.lemma);
        match entry.class {
            "verb" => inflect(&lemma, Form::Past, &mut insert),
            "noun" => inflect(&lemma, Form::Noun, &mut insert),
            _ => inflect(lemma.split(' ').next().unwrap_or(&lemma), Form::Particle, &mut insert),
        }
        for form in forms {
            let form = fold(form);
            let kind = kind_of(&form, &lemma, entry.class);
            inflect(form.split(' ').next().unwrap_or(&form), kind, &mut insert);
        }
    }
    map
});

/// What a listed form is, by its shape.
fn kind_of(form: &str, lemma: &str, class: &str) -> Form {
    let mut letters = form.chars();
    match (class, letters.next(), letters.next()) {
        ("prep" | "phrase", ..) => Form::Particle,
        ("noun", ..) => Form::Noun,
        (_, Some('ي' | 'ت'), _) if !lemma.starts_with(['ي', 'ت']) => Form::Present,
        (_, Some('ي'), _) => Form::Present,
        (_, Some('م'), _) if !lemma.starts_with('م') => Form::Participle,
        (_, _, Some('ا')) if lemma.chars().nth(1) != Some('ا') || form.chars().count() > lemma.chars().count() => {
            Form::Participle
        }
        _ => Form::Noun,
    }
}

/// The inflected forms of one listed form: person, number, gender, attached pronouns where they occur in reports.
fn inflect(form: &str, kind: Form, insert: &mut impl FnMut(&str, Form)) {
    // Some fifty thousand forms are made at the start: one buffer serves them all.
    let mut word = String::with_capacity(64);
    let mut add = |parts: [&str; 3]| {
        word.clear();
        word.extend(parts);
        insert(&word, kind);
    };
    add(["", form, ""]);
    match kind {
        Form::Past => {
            ["ت", "وا", "ا", "تا", "نا", "ه", "ها", "ته", "تها", "هم", "ن"].iter().for_each(|e| add(["", form, e]));
            // A weak last letter changes before endings: دعا دعت دعوا, نفي نفت نفوا.
            if let Some(stem) = form.strip_suffix(['ا', 'ي']) {
                ["ت", "وا", "تا", "يا", "وه", "ته"].iter().for_each(|e| add(["", stem, e]));
            }
        }
        Form::Present => {
            let stem = form.strip_prefix(['ي', 'ت']).unwrap_or(form);
            let short = stem.strip_suffix(['ي', 'و', 'ا']).filter(|s| s.chars().count() > 1);
            for person in ["ي", "ت", "ن", "ا"] {
                for ending in ["", "ون", "ان", "وا", "ن", "ه", "ها", "ونه", "ين"] {
                    add([person, stem, ending]);
                    if let Some(short) = short.filter(|_| ending.starts_with('و')) {
                        add([person, short, ending]);
                    }
                }
            }
        }
        Form::Participle => {
            ["ا", "ه", "ين", "ون", "ات", "تين", "ان", "تان"].iter().for_each(|e| add(["", form, e]));
        }
        Form::Noun => {
            ["ه", "ها", "هم", "هما", "ات", "اته", "اتها", "اتهم", "ا", "ين", "ان"]
                .iter()
                .for_each(|e| add(["", form, e]));
            if let Some(stem) = form.strip_suffix('ه') {
                ["ته", "تها", "تهم", "ات"].iter().for_each(|e| add(["", stem, e]));
            }
        }
        Form::Particle => ["ا", "ما", "ه", "ها", "هم"].iter().for_each(|e| add(["", form, e])),
    }
}

/// Looks a folded word up, with و ف س ل ب ك ال before it left out where that is needed.
pub fn find(word: &str) -> Option<Found> {
    let forms = &*FORMS;
    let mut best = None;
    for split in crate::morph::splits(word) {
        if let Some(&(number, form)) = forms.get(&hash(split.stem)) {
            let fits = match form {
                Form::Past => split.proclitics.particle.is_none() && !split.proclitics.article,
                Form::Present => !split.proclitics.article && !matches!(split.proclitics.particle, Some('ب' | 'ك')),
                Form::Participle | Form::Noun | Form::Particle => split.proclitics.particle != Some('س'),
            };
            if fits {
                best = Some(Found { entry: &LIST[number as usize].0, number, form });
                break;
            }
        }
    }
    best
}
