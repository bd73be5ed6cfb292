//! Which country's money a bare name means (ريال، دينار): the country that the article speaks of most.

use super::words::Reader;
use crate::lexicon::countries;
use crate::lexicon::times::Currency;
use std::cell::OnceCell;

/// How often the article speaks of each country; counted only when a name of money leaves it open.
#[derive(Default)]
pub struct Countries {
    counts: OnceCell<Vec<(&'static str, u32)>>,
}

impl Countries {
    fn counts(&self, r: &Reader) -> &[(&'static str, u32)] {
        self.counts.get_or_init(|| {
            let mut counts: Vec<(&str, u32)> = Vec::new();
            for i in 0..r.doc.len() {
                if let Some(country) = countries::country(r.doc.fold(i)) {
                    match counts.iter_mut().find(|c| c.0 == country.code) {
                        Some(count) => count.1 += 1,
                        None => counts.push((country.code, 1)),
                    }
                }
            }
            counts
        })
    }

    /// The ISO 4217 code of one of the currencies that share a name; `None` where nothing decides.
    pub fn choose(&self, r: &Reader, currencies: &[&Currency]) -> Option<&'static str> {
        let open: Vec<_> = currencies.iter().filter(|c| !c.country.is_empty()).collect();
        if open.is_empty() {
            return currencies.first().map(|c| c.code);
        }
        let counts = self.counts(r);
        let count = |c: &Currency| counts.iter().find(|(code, _)| *code == c.country).map_or(0, |c| c.1);
        let best = open.iter().copied().max_by_key(|c| count(c)).filter(|c| count(c) > 0);
        // Two countries equally often leave it open.
        let tie = best.is_some_and(|b| open.iter().filter(|c| count(c) == count(b)).count() > 1);
        match best {
            Some(best) if !tie => Some(best.code),
            _ => currencies.iter().find(|c| c.country.is_empty()).map(|c| c.code),
        }
    }
}
