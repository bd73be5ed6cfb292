//! Learnt weights: hashed features, the compact table that holds their weights, codes of words. Knows no stage.

mod bag;
mod codes;
mod hash;
mod table;

pub use bag::{Bag, LogLinear, best};
pub use codes::Codes;
pub use hash::{combine, hash};
pub use table::{Broken, Table};
