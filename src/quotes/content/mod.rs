//! Content: where what was said starts (`start`), ends (`end`) and goes on behind an interruption (`rest`), as ranked
//! choices among candidates.

mod between;
mod end;
mod rest;
mod start;

pub use end::{Passed, best_end, end_features, ends};
pub use rest::{rest, rest_features};
pub use start::{Start, best_start, start_features, starts};

use super::context::{Class, Context};

/// Content starts, or goes on, at most this many tokens behind its cue.
const REACH: usize = 48;

/// How content starts, coarsely: what its boundaries are mostly decided by.
fn opening(context: &Context, token: usize) -> Class {
    match token.checked_sub(1).map(|t| context.class(t)) {
        Some(Class::Open) if token >= 2 && context.is_that(token - 2) => Class::FaIn,
        Some(class) => class,
        None => Class::None,
    }
}
