//! Steps from the time of publication, in figures and as the tail of a symbolic value.

use crate::lexicon::times::Modifier;

/// A modifier as the tail of a symbolic value.
pub fn shift(modifier: Modifier) -> String {
    match modifier {
        Modifier::Shift(0) => "0".to_owned(),
        Modifier::Shift(n) => format!("{n:+}"),
        Modifier::Previous => "previous".to_owned(),
        Modifier::Following => "following".to_owned(),
        Modifier::Same => "same".to_owned(),
    }
}

pub fn steps(modifier: Option<Modifier>) -> Option<i32> {
    match modifier {
        Some(Modifier::Shift(n)) => Some(n.into()),
        None => Some(0),
        _ => None,
    }
}

/// Month and year after so many months.
pub fn add_months(year: i32, month: u8, months: i32) -> (i32, u8) {
    let total = year * 12 + i32::from(month) - 1 + months;
    (total.div_euclid(12), total.rem_euclid(12) as u8 + 1)
}
