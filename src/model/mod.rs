//! Learnt weights: hashed features and the compact table that holds their weights. Knows no stage.

mod hash;
mod table;

pub use hash::{combine, hash};
pub use table::{Broken, Table};
