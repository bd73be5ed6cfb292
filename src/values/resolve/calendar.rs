//! Calendar arithmetic, by way of ICU: days as fixed day numbers (Rata Die), Gregorian and Umm al-Qura dates.

use icu_calendar::cal::Hijri;
use icu_calendar::types::RataDie;
use icu_calendar::{Date, Iso};

/// A day as a fixed number; day 1 is 1 January of the year 1.
pub type Day = i64;

/// The day of a Gregorian date; `None` where there is no such date.
pub fn gregorian(year: i32, month: u8, day: u8) -> Option<Day> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    Date::try_new_iso(year, month, day).ok().map(|d| d.to_rata_die().to_i64_date())
}

/// The day of a Hijri date in the Umm al-Qura calendar; `None` where there is no such date.
pub fn hijri(year: i32, month: u8, day: u8) -> Option<Day> {
    if !(1..=1600).contains(&year) {
        return None;
    }
    Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura())
        .ok()
        .map(|d| d.to_rata_die().to_i64_date())
}

/// Year, month and day of a fixed day.
pub fn of(day: Day) -> (i32, u8, u8) {
    let date = Date::from_rata_die(RataDie::new(day), Iso);
    (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
}

/// Hijri year, month and day of a fixed day.
pub fn hijri_of(day: Day) -> (i32, u8, u8) {
    let date = Date::from_rata_die(RataDie::new(day), Hijri::new_umm_al_qura());
    (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
}

/// The day of the week, 1 (Monday) to 7.
pub fn weekday(day: Day) -> u8 {
    (day - 1).rem_euclid(7) as u8 + 1
}

/// ISO 8601 of a day.
pub fn iso(day: Day) -> String {
    let (year, month, day) = of(day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// ISO 8601 of the week that a day lies in (`2017-W03`).
pub fn iso_week(day: Day) -> String {
    let thursday = day - i64::from(weekday(day)) + 4;
    let year = of(thursday).0;
    let first = gregorian(year, 1, 1).unwrap_or(thursday);
    format!("{year:04}-W{:02}", (thursday - first) / 7 + 1)
}

/// Reads `2017-01-20`.
pub fn parse(iso: &str) -> Option<Day> {
    let mut parts = iso.trim().get(..10).unwrap_or(iso.trim()).split('-');
    let (year, month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    gregorian(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_both_calendars() {
        let day = gregorian(2015, 8, 13).unwrap();
        assert_eq!(weekday(day), 4);
        assert_eq!(iso(day), "2015-08-13");
        assert_eq!(hijri(1436, 10, 28), Some(day));
        assert_eq!(hijri_of(day), (1436, 10, 28));
        assert_eq!(iso_week(gregorian(2017, 1, 1).unwrap()), "2016-W52");
        assert_eq!(parse("2017-01-20T10:00"), gregorian(2017, 1, 20));
        assert_eq!(gregorian(2015, 4, 31), None);
        assert_eq!(parse("gestern"), None);
    }
}
