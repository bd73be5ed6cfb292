//! Judges names alone: exact bytes and type.

use super::data::Tagged;
use crate::score::Counts;
use isnad::mention::{Kind, Mention};
use isnad::names::label::KINDS;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Counts by type.
#[derive(Clone, Debug, Default)]
pub struct Judge {
    kinds: BTreeMap<Kind, Counts>,
    /// Names whose tokens and type are right, whatever the clitics.
    loose: usize,
    /// For every tenth of the score: how many names, how many right.
    tenths: [(usize, usize, f32); 10],
}

impl Judge {
    /// Counts one article.
    pub fn add(&mut self, gold: &Tagged, found: &[Mention]) {
        let expected: BTreeSet<_> = gold.names.iter().map(|(r, k)| (r.start, r.end, *k)).collect();
        for m in found {
            let right = expected.contains(&(m.start, m.end, m.kind));
            let counts = self.kinds.entry(m.kind).or_default();
            counts.found += 1;
            counts.right += usize::from(right);
            let tenth = &mut self.tenths[((m.score * 10.0) as usize).min(9)];
            *tenth = (tenth.0 + 1, tenth.1 + usize::from(right), tenth.2 + m.score);
            self.loose +=
                usize::from(expected.iter().any(|e| e.1 == m.end && e.2 == m.kind && e.0.abs_diff(m.start) < 7));
        }
        for (_, kind) in &gold.names {
            self.kinds.entry(*kind).or_default().expected += 1;
        }
    }

    /// Adds another's counts.
    pub fn merge(&mut self, other: &Judge) {
        for (kind, c) in &other.kinds {
            let mine = self.kinds.entry(*kind).or_default();
            mine.right += c.right;
            mine.found += c.found;
            mine.expected += c.expected;
        }
        self.loose += other.loose;
        for (a, b) in self.tenths.iter_mut().zip(&other.tenths) {
            *a = (a.0 + b.0, a.1 + b.1, a.2 + b.2);
        }
    }

    /// The counts of a type.
    pub fn get(&self, kind: Kind) -> Counts {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    /// The counts of all types together.
    pub fn all(&self) -> Counts {
        let mut all = Counts::default();
        for c in self.kinds.values() {
            all.right += c.right;
            all.found += c.found;
            all.expected += c.expected;
        }
        all
    }

    /// One line: F1, precision and recall of all, F1 of each type.
    pub fn line(&self) -> String {
        let all = self.all();
        let kinds: Vec<String> = KINDS.iter().map(|&k| format!("{:5.1}", self.get(k).f1())).collect();
        let loose = Counts { right: self.loose, ..all };
        format!(
            "F1 {:5.2}  P {:4.1}  R {:4.1}  per/org/loc/event/misc {}  (clitics aside {:4.1})",
            all.f1(),
            all.precision(),
            all.recall(),
            kinds.join(" "),
            loose.f1()
        )
    }

    /// How often names of each tenth of the score are right.
    pub fn reliability(&self) -> String {
        let mut out = String::from("score  names  mean score  right\n");
        for (n, (count, right, sum)) in self.tenths.iter().enumerate().filter(|(_, t)| t.0 > 0) {
            let (mean, share) = (sum / *count as f32, *right as f32 / *count as f32);
            out += &format!("0.{n}–    {count:6}  {mean:10.2}  {share:5.2}\n");
        }
        out
    }
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}
