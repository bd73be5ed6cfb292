//! The day of publication: given, or said by the article itself.

use super::Published;
use super::date::Draft;
use super::resolve::calendar::{self, Day};
use super::resolve::{Anchor, resolve};
use super::words::Reader;
use crate::Options;
use crate::lexicon::contexts::{self, Context};
use crate::mention::Mention;
use crate::segment::TokenKind;

/// Paragraphs from the top in which a dateline may stand.
const TOP: usize = 4;
/// Words that may stand before the date in a dateline: a city, an agency.
const PLACE: usize = 4;

/// The day of a draft that says year, month and day.
fn full(draft: &Draft) -> Option<Day> {
    draft.year?;
    draft.month?;
    draft.day?;
    let date = resolve(&Draft { hour: None, ..draft.clone() }, Anchor::default()).date;
    date.iso.as_deref().and_then(calendar::parse)
}

/// The day of publication. What the caller gives counts; else a full date said to be today or yesterday (اليوم الجمعة
/// 4 ديسمبر 2015); else a dateline: a full date near the start of one of the first lines, with nothing but a place before
/// it, or alone on a line.
pub fn day(r: &Reader, options: &Options, mentions: &[Mention], drafts: &[(usize, Draft)]) -> Option<Published> {
    if let Some(day) = options.published.as_deref().and_then(calendar::parse) {
        return Some(Published { iso: calendar::iso(day), span: None });
    }
    let found = |day: Day, mention: &Mention| {
        Some(Published { iso: calendar::iso(day), span: Some(mention.start..mention.end) })
    };
    for (at, draft) in drafts {
        if let (Some(offset), Some(day)) = (draft.offset, full(draft)) {
            return found(day - i64::from(offset), &mentions[*at]);
        }
    }
    for (at, draft) in drafts {
        let mention = &mentions[*at];
        let Some(day) = full(draft) else { continue };
        let index = r.doc.paragraph_of(mention.tokens.start);
        let line = &r.doc.paragraphs[index].tokens;
        let alone = line.end - line.start <= mention.tokens.len() + 4;
        let last = index + 1 == r.doc.paragraphs.len();
        if alone && (index < TOP || last) {
            return found(day, mention);
        }
        let before = line.start..mention.tokens.start;
        let place = before.len() <= PLACE
            && before.clone().all(|i| {
                r.doc.kind(i) == Some(TokenKind::Sign)
                    || r.cell(i).word.is_none() && !contexts::is(r.doc.fold(i), Context::NotDateline)
            });
        let closed = matches!(
            r.doc.fold(mention.tokens.end),
            "-" | "–" | ":" | "(" | "/" | "—" | "واس" | ")" | "وكالات" | "." | ""
        ) || mention.tokens.end == line.end;
        if index < TOP && place && closed {
            return found(day, mention);
        }
    }
    None
}
