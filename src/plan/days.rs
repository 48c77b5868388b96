//! Parses the dates that a user types for a plan: its start and its deadline.

use jiff::civil::Date;

use crate::names::quoted;
use crate::numbers;

/// Why a typed date is rejected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoDay {
    /// The date is before the day on which the plan is made.
    #[error("{day} has passed; type {as_of} or a later day.")]
    Passed {
        /// The date that was typed.
        day: Date,
        /// The day on which the plan is made.
        as_of: Date,
    },
    /// The text is not a date.
    #[error("`{}` is not a day; type one such as 2027-01-11.", quoted(.0))]
    NotADay(String),
}

/// Parses the start date of a plan; a month such as `2027-01` means its first day.
///
/// # Errors
///
/// [`NoDay`] if the text is not a date, or if the date is before `as_of`.
pub fn start_day(typed: &str, as_of: Date) -> Result<Date, NoDay> {
    from_today(typed, numbers::date(typed).or_else(|| first_of_month(typed)), as_of)
}

/// Parses the deadline of a plan; a month such as `2027-06` means its last day.
///
/// # Errors
///
/// [`NoDay`] if the text is not a date, or if the date is before `as_of`.
pub fn deadline_day(typed: &str, as_of: Date) -> Result<Date, NoDay> {
    let day = numbers::date(typed).or_else(|| first_of_month(typed).map(Date::last_of_month));
    from_today(typed, day, as_of)
}

fn first_of_month(typed: &str) -> Option<Date> {
    numbers::date(&format!("{}-01", typed.trim()))
}

fn from_today(typed: &str, day: Option<Date>, as_of: Date) -> Result<Date, NoDay> {
    match day {
        Some(day) if day < as_of => Err(NoDay::Passed { day, as_of }),
        Some(day) => Ok(day),
        None => Err(NoDay::NotADay(typed.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_starts_on_any_day_from_today_on() {
        let today = jiff::civil::date(2026, 11, 26);
        for (typed, day) in [
            ("2027-01-04", (2027, 1, 4)),
            ("2026-11-26", (2026, 11, 26)),
            (" ２０２７–０９–０１ ", (2027, 9, 1)),
            ("2027-02", (2027, 2, 1)),
        ] {
            let day = jiff::civil::date(day.0, day.1, day.2);
            assert_eq!(start_day(typed, today), Ok(day), "{typed}");
        }
        let told = |typed: &str| start_day(typed, today).expect_err("no day to start on").to_string();
        assert!(told("2020-01-01").contains("2020-01-01 has passed"));
        assert!(told("soon").contains("`soon` is not a day") && told("2027-13-01").contains("is not a day"));
    }

    #[test]
    fn a_month_as_a_deadline_means_its_last_day() {
        let today = jiff::civil::date(2026, 11, 26);
        assert_eq!(deadline_day("2027-06", today), Ok(jiff::civil::date(2027, 6, 30)));
        assert_eq!(deadline_day("2026-11", today), Ok(jiff::civil::date(2026, 11, 30)));
        assert!(deadline_day("June", today).is_err() && deadline_day("2026-10", today).is_err());
    }
}
