//! Learnt weights: hashed features, the compact table that holds their weights, codes of words. Knows no stage.

mod bag;
mod codes;
mod cuckoo;
mod file;
mod hash;
mod table;
mod weights;

pub use bag::{Bag, Features, LogLinear, Scorer, best};
pub use codes::Codes;
pub use file::Broken;
pub use hash::{HashedMap, combine, hash};
pub use table::Table;
