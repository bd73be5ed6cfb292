//! Which articles are kept back together: whole articles, by a stable function of their names.

use std::collections::HashMap;

/// The number of folds in cross-validation.
pub const FOLDS: usize = 5;

/// The fold of an article, the same on every machine and in every trainer.
pub fn fold_of(article: &str) -> usize {
    isnad::model::hash(article) as usize % FOLDS
}

/// What `learn` gives for every group, two at a time.
pub fn two_at_a_time<T: Send>(groups: &[usize], learn: impl Fn(usize) -> T + Sync) -> Vec<(usize, T)> {
    let mut all = Vec::new();
    for pair in groups.chunks(2) {
        std::thread::scope(|scope| {
            let learn = &learn;
            let running: Vec<_> = pair.iter().map(|&g| (g, scope.spawn(move || learn(g)))).collect();
            all.extend(running.into_iter().map(|(g, r)| (g, r.join().expect("learning does not panic"))));
        });
    }
    all
}

/// How articles are kept back together.
pub struct Groups {
    /// The group of every article that a table names.
    of: HashMap<String, usize>,
    /// The corpus that each group of outlets is out of; empty where articles are kept back by folds.
    corpora: Vec<String>,
    /// How many there are.
    pub count: usize,
}

impl Groups {
    /// Folds by name.
    pub fn folds() -> Self {
        Groups { of: HashMap::new(), corpora: Vec::new(), count: FOLDS }
    }

    /// Whole outlets out of a table `id, corpus, outlet, …`. Articles of corpora that name no outlets stay together by
    /// corpus, and those that the table leaves out are a group of their own.
    pub fn outlets(table: &str) -> Self {
        let mut groups: Vec<(&str, &str)> = Vec::new();
        let mut of = HashMap::new();
        for row in table.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [id, corpus, outlet, ..] = cells[..] else { continue };
            let key = (corpus, if outlet.starts_with("article ") { "" } else { outlet });
            let at = groups.iter().position(|g| *g == key).unwrap_or_else(|| {
                groups.push(key);
                groups.len() - 1
            });
            of.insert(id.to_owned(), at);
        }
        let corpora: Vec<String> = groups.iter().map(|g| g.0.split('.').next().unwrap_or("").to_owned()).collect();
        Groups { of, count: corpora.len() + 1, corpora }
    }

    /// The group of an article.
    pub fn of(&self, article: &str) -> usize {
        match self.corpora.len() {
            0 => fold_of(article),
            last => self.of.get(article).copied().unwrap_or(last),
        }
    }

    /// Whether a further article may be learnt from while a group is kept back: it must not be of the same outlet, which
    /// is only known of its corpus.
    pub fn allows(&self, held: usize, further: &str) -> bool {
        self.corpora.get(held).is_none_or(|corpus| further.split(' ').next() != Some(corpus))
    }
}
