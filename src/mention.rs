//! Mentions: what `names` and `values` find and everything after them reads.

use crate::values::Value;
use serde::Serialize;
use std::ops::Range;

/// The type of a mention, names first, then values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A person's name.
    Person,
    /// A company, party, ministry, agency, club, armed group, medium, committee, university, court.
    Organization,
    /// A country, city, region, sea, street, airport, building.
    Place,
    /// A named conference, war, battle, festival, championship, campaign.
    Event,
    /// A named work, law, product, weapon, ship, prize, project, programme.
    Misc,
    /// A calendar expression or clock time.
    Date,
    /// A number or measure.
    Number,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
}

impl Kind {
    /// Whether it is a name rather than a value.
    pub fn is_name(self) -> bool {
        self <= Kind::Misc
    }
}

/// A span that names or measures something.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The tokens it lies in; the first may start with proclitics that are not part of it.
    pub tokens: Range<usize>,
    /// First byte in the text.
    pub start: usize,
    /// Byte behind the last one in the text.
    pub end: usize,
    /// What it is.
    pub kind: Kind,
    /// How sure, 0 to 1.
    pub score: f32,
    /// The value of a date, number, amount or percentage.
    pub value: Option<Value>,
}

/// Lays names and values over each other, one level deep: the longer of two that overlap stays, a value among equals.
pub fn merge(names: Vec<Mention>, values: Vec<Mention>) -> Vec<Mention> {
    let mut all = names;
    all.extend(values);
    all.sort_by_key(|m| (std::cmp::Reverse(m.end - m.start), m.kind.is_name()));
    let mut kept = std::collections::BTreeMap::<usize, Mention>::new();
    for mention in all {
        let before = kept.range(..mention.end).next_back();
        if before.is_none_or(|(_, other)| other.end <= mention.start) {
            kept.insert(mention.start, mention);
        }
    }
    kept.into_values().collect()
}
