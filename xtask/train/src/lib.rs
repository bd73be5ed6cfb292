//! Learning and judging: reads tagged articles, scores the analyser against them, trains the models it embeds.

pub mod floors;
pub mod folds;
pub mod gold;
pub mod loglinear;
pub mod names;
pub mod quotes;
pub mod score;
