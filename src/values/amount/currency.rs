//! Names of money behind a number, and whose money a bare name means (ريال، دينار): that of the country the article
//! speaks of most.

use crate::lexicon::contexts::Context;
use crate::lexicon::countries;
use crate::lexicon::times::Currency;
use crate::values::words::Reader;
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

/// A currency at `i`: code, divisor, the token behind it, and whether the word means two.
pub fn currency(r: &Reader, i: usize, countries: &Countries) -> Option<(Option<&'static str>, f64, usize, bool)> {
    if let Some(code) = match r.fold(i) {
        "$" => Some("USD"),
        "€" => Some("EUR"),
        "£" => Some("GBP"),
        "¥" => Some("JPY"),
        "usd" => Some("USD"),
        "eur" => Some("EUR"),
        _ => None,
    } {
        return Some((Some(code), 1.0, i + 1, false));
    }
    if r.cell(i).cut > 0 { None } else { named(r, i, countries) }
}

/// A currency by name at `i`, proclitics before it or none.
fn named(r: &Reader, i: usize, countries: &Countries) -> Option<(Option<&'static str>, f64, usize, bool)> {
    let cell = r.cell(i);
    let word = cell.word?;
    if cell.article && !r.is(i, "اليورو") || word.currencies.is_empty() {
        return None;
    }
    let mut best = i;
    for currency in &word.currencies {
        let ends = currency.tails.iter().filter(|t| r.follows(i + 1, t)).map(|t| i + 1 + t.len());
        best = best.max(ends.max().unwrap_or(if currency.tails.is_empty() { i + 1 } else { i }));
    }
    if best == i {
        return None;
    }
    let matching: Vec<_> = word
        .currencies
        .iter()
        .filter(|c| {
            if best == i + 1 {
                c.tails.is_empty()
            } else {
                c.tails.iter().any(|t| i + 1 + t.len() == best && r.follows(i + 1, t))
            }
        })
        .collect();
    let chosen = countries.choose(r, &matching);
    // أوقية is an ounce too.
    if chosen.is_none() && best == i + 1 && r.unit(i).is_some() {
        return None;
    }
    let divisor = if matching[0].hundredth { 100.0 } else { 1.0 };
    Some((chosen, divisor, best, word.two))
}

/// Money without a numeral at `i`, by a dual or the word for one (دولارين، دينارا واحدا): amount, code and the token
/// behind it.
pub fn counted_by_form(r: &Reader, i: usize, countries: &Countries) -> Option<(f64, Option<&'static str>, usize)> {
    if r.cell(i).article {
        return None;
    }
    let (code, divisor, end, two) = named(r, i, countries)?;
    if two {
        return Some((2.0 / divisor, code, end));
    }
    // جندي أفغاني واحد
    let adjective = end == i + 1 && r.fold(i).ends_with('ي');
    (!adjective && r.has(end, Context::One)).then_some((1.0 / divisor, code, end + 1))
}
