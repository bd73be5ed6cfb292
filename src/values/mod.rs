//! Values: dates, numbers, money and percentages, recognised and normalised.

mod amount;
mod date;
mod number;
mod published;
mod resolve;
mod value;
mod words;

use crate::Options;
use crate::mention::{Kind, Mention};
use crate::segment::Document;
use amount::Countries;
use date::Draft;
use resolve::{Anchor, calendar, tense};
use std::ops::Range;
use words::Reader;

pub use value::{Bound, Calendar, Date, Money, Number, Part, Percent, Precision, Value};

/// The day an article was published, as far as anybody knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// ISO 8601 (`2017-01-20`).
    pub iso: String,
    /// Where the text says so; `None` where the caller gave the day.
    pub span: Option<Range<usize>>,
}

/// A finding about a value that the reader should know of: `weekday-mismatch` where a named weekday is not the one
/// that the calendar gives, `calendar-mismatch` where a Hijri and a Gregorian date said to be the same day differ by
/// more than a day, `no-such-day` where a date does not exist (31 April).
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// A stable code.
    pub code: &'static str,
    /// Bytes of the text.
    pub span: Range<usize>,
}

/// What the stage finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// All values in the order of the text, none overlapping another.
    pub mentions: Vec<Mention>,
    /// The day of publication that relative dates were counted from.
    pub published: Option<Published>,
    /// What contradicts itself.
    pub warnings: Vec<Warning>,
}

/// All values in a document. Linear in its length.
pub fn find(doc: &Document, options: &Options) -> Found {
    let mut reader = Reader::new(doc);
    let countries = Countries::default();
    let mut mentions = Vec::new();
    let mut drafts: Vec<(usize, Draft)> = Vec::new();
    for paragraph in &doc.paragraphs {
        reader.end = paragraph.tokens.end;
        let mut i = paragraph.tokens.start;
        while i < paragraph.tokens.end {
            if let Some(found) = date::date(&reader, i) {
                let next = found.tokens.end;
                drafts.push((mentions.len(), found.draft));
                mentions.push(mention(&reader, found.tokens, Kind::Date, None));
                i = next;
            } else if let Some(next) = date::called(&reader, i) {
                i = next;
            } else if let Some(found) = amount::amount(&reader, i, &countries) {
                let next = found.tokens.end;
                mentions.push(mention(&reader, found.tokens, found.kind, Some(found.value)));
                i = next;
            } else {
                i = passed(&reader, i);
            }
        }
    }
    reader.end = doc.len();
    share_years(&reader, &mentions, &mut drafts);
    share_units(&reader, &mut mentions);
    let published = published::day(&reader, options, &mentions, &drafts);
    let mut warnings = Vec::new();
    for (at, draft) in &drafts {
        let day = published.as_ref().and_then(|p| calendar::parse(&p.iso));
        let mention = &mut mentions[*at];
        let anchor = Anchor { published: day, future: day.is_some() && tense::looks_ahead(doc, &mention.tokens) };
        let resolved = resolve::resolve(draft, anchor);
        let span = || mention.start..mention.end;
        warnings.extend(resolved.warnings.into_iter().map(|code| Warning { code, span: span() }));
        mention.value = Some(Value::Date(resolved.date));
    }
    Found { mentions, published, warnings }
}

/// The token to go on with where nothing begins at `i`: behind an ordinal, so that its parts are not
/// taken for numbers.
fn passed(reader: &Reader, i: usize) -> usize {
    if let Some(end) = date::passed_ordinal(reader, i) {
        return end;
    }
    let digits = reader.cell(i).bare_article && reader.is_digits(i + 1);
    i + 1 + usize::from(digits)
}

/// A mention over whole tokens, proclitics of the first left out.
fn mention(reader: &Reader, tokens: Range<usize>, kind: Kind, value: Option<Value>) -> Mention {
    let (start, end) = (reader.start(tokens.start), reader.doc.bytes(&tokens).end);
    Mention { tokens, start, end, kind, score: 1.0, value }
}

/// Whether token `i` joins two values into a pair: و، إلى، حتى, a dash.
fn joins(reader: &Reader, between: Range<usize>, second: usize) -> bool {
    match between.len() {
        0 => reader.cell(second).conjunction,
        1 => matches!(reader.fold(between.start), "و" | "الي" | "حتي" | "-" | "–" | "او" | "وحتي" | "ولغايه"),
        2 => matches!(
            (reader.fold(between.start), reader.fold(between.start + 1)),
            ("الي", "غايه") | ("و", "،") | ("الي", "يوم") | ("حتي", "يوم")
        ),
        _ => false,
    }
}

/// من 11 يونيو إلى 19 يوليو 2026: the year stands with the second alone.
fn share_years(reader: &Reader, mentions: &[Mention], drafts: &mut [(usize, Draft)]) {
    for k in (1..drafts.len()).rev() {
        let (before, after) = drafts.split_at_mut(k);
        let ((a, first), (b, second)) = (&mut before[k - 1], &after[0]);
        let (first_tokens, second_tokens) = (&mentions[*a].tokens, &mentions[*b].tokens);
        if *b == *a + 1
            && first.month.is_some()
            && second.month.is_some()
            && first.hijri == second.hijri
            && first.year.is_none()
            && first.modifier.is_none()
            && first.year_modifier.is_none()
            && joins(reader, first_tokens.end..second_tokens.start, second_tokens.start)
        {
            first.year = second.year;
            first.modifier = second.modifier;
            first.year_modifier = second.year_modifier;
        }
    }
}

/// من 60 إلى 65 عاما, 3 إلى 5%: the unit stands with the second alone.
fn share_units(reader: &Reader, mentions: &mut [Mention]) {
    for k in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(k);
        let (first, second) = (&mut before[k - 1], &after[0]);
        if !joins(reader, first.tokens.end..second.tokens.start, second.tokens.start) {
            continue;
        }
        let lead = reader.before(first.tokens.start);
        let between = matches!(lead, "من" | "بين" | "وبين" | "الي") || reader.fold(first.tokens.end) == "الي";
        let Some(Value::Number(number)) = &mut first.value else { continue };
        if number.unit.is_some() || number.against.is_some() {
            continue;
        }
        match &second.value {
            Some(Value::Number(other)) if other.against.is_none() && between => number.unit = other.unit,
            Some(Value::Percent(other)) if between => {
                let value = Percent { value: number.value, to: number.to, points: other.points, bound: number.bound };
                first.kind = Kind::Percent;
                first.value = Some(Value::Percent(value));
            }
            _ => {}
        }
    }
}
