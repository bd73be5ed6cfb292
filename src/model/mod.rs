//! Learnt weights: hashed features and the compact table that holds their weights. Knows no stage.

mod bag;
mod hash;
mod table;

pub use bag::{Bag, LogLinear, best};
pub use hash::{combine, hash};
pub use table::{Broken, Table};
