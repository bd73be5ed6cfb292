//! Which articles are kept back together: whole articles, by a stable function of their names.

/// The number of folds in cross-validation.
pub const FOLDS: usize = 5;

/// The fold of an article, the same on every machine and in every trainer.
pub fn fold_of(article: &str) -> usize {
    isnad::model::hash(article) as usize % FOLDS
}
