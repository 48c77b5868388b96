//! Deadlines as people say them: `9 months`, `half a year`, `12 weeks`, `2027-06-30`, `by June`, `30/06/2027`.

use jiff::ToSpan;
use jiff::civil::Date;

use super::amount::amount;
use crate::names;
use crate::names::quoted;
use crate::numbers;

/// The longest deadline in months: fifty years.
const MAX_MONTHS: f64 = 600.0;

/// Words before a deadline that add nothing to it. `before` is not among them: before June is not in June.
const OPENERS: [&str; 6] = ["in", "within", "by", "until", "till", "the"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The shortest beginning that stands for the name of a month.
const MIN_MONTH_CHARS: usize = 3;

/// A deadline as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deadline {
    /// A number of months from now.
    Months(u32),
    /// A day.
    Date(Date),
}

/// A date whose day and month are ambiguous.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` can be read in two ways: write {first}, or {second}.", quoted(typed))]
pub struct TwoDates {
    /// The date as typed.
    pub typed: String,
    /// The reading with the day before the month.
    pub first: Date,
    /// The reading with the month before the day.
    pub second: Date,
}

/// Parses a deadline; weeks, and months without a year, are counted from `as_of`. Returns `None` if the text is
/// something else.
///
/// # Errors
///
/// [`TwoDates`] if the day and the month are ambiguous.
pub(crate) fn deadline(text: &str, as_of: Date) -> Result<Option<Deadline>, TwoDates> {
    let plain = names::plain(text.trim()).replace(',', " ");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    let openers = words.iter().take_while(|word| OPENERS.contains(word)).count();
    words.drain(..openers);
    let is_end = words.starts_with(&["end", "of"]);
    words.drain(..if is_end { 2 } else { 0 });
    let rest = words.join(" ");
    if let Some(months) = months(&rest).filter(|_| !is_end) {
        return Ok(Some(Deadline::Months(months)));
    }
    let day = match with_signs(&rest, text)? {
        Some(day) => Some(day),
        None => date(&rest).or_else(|| after_weeks(&rest, as_of)).or_else(|| in_words(&words, as_of)),
    };
    let last_day = || is_end.then(|| year(&rest).and_then(|year| Date::new(year, 12, 31).ok())).flatten();
    Ok(day.or_else(last_day).map(Deadline::Date))
}

/// Parses a number of months: `9m`, `9 months`, `2 yrs`, `half a year`. Returns `None` if the text is something else.
pub(crate) fn months(text: &str) -> Option<u32> {
    let (number, unit) = number_and_unit(text)?;
    let factor = match unit.as_str() {
        "m" | "mo" | "mos" | "mth" | "mths" | "month" | "months" => 1.0,
        "y" | "yr" | "yrs" | "year" | "years" => 12.0,
        _ => return None,
    };
    let months = number * factor;
    ((1.0..=MAX_MONTHS).contains(&months) && months.fract() == 0.0).then_some(months as u32)
}

/// Parses a date: `2027-06-30`, or `2027-06` for the last day of that month. Returns `None` if the text is
/// something else.
pub(crate) fn date(text: &str) -> Option<Date> {
    let text = names::plain(text.trim());
    let is_month = text.len() == 7 && text.as_bytes()[4] == b'-';
    if is_month {
        return format!("{text}-01").parse::<Date>().ok().map(Date::last_of_month);
    }
    numbers::date(&text)
}

/// A number and the word after it, which may follow without a blank.
fn number_and_unit(text: &str) -> Option<(f64, String)> {
    let plain = names::plain(text.trim());
    let unit = plain.rsplit(|c: char| !c.is_ascii_alphabetic()).next().filter(|unit| !unit.is_empty())?;
    Some((amount(&plain[..plain.len() - unit.len()])?, unit.to_owned()))
}

fn after_weeks(text: &str, as_of: Date) -> Option<Date> {
    let (weeks, unit) = number_and_unit(text)?;
    let is_weeks = ["week", "weeks", "wk", "wks"].contains(&unit.as_str()) && (1.0..=MAX_MONTHS).contains(&weeks);
    as_of.checked_add(((weeks * 7.0) as i64).days()).ok().filter(|_| is_weeks)
}

/// Parses a date with slashes or dots: `30/06/2027`.
fn with_signs(plain: &str, typed: &str) -> Result<Option<Date>, TwoDates> {
    let parts: Vec<&str> = plain.split(['/', '.']).collect();
    let [first, second, year] = parts.as_slice() else { return Ok(None) };
    let Some((first, second)) = first.parse::<i8>().ok().zip(second.parse::<i8>().ok()) else { return Ok(None) };
    let Some(year) = self::year(year) else { return Ok(None) };
    match (Date::new(year, second, first).ok(), Date::new(year, first, second).ok()) {
        (Some(first), Some(second)) if first != second => {
            Err(TwoDates { typed: typed.trim().to_owned(), first, second })
        }
        (first, second) => Ok(first.or(second)),
    }
}

/// Parses a month by its name, with or without a day and a year: `june`, `June 2027`, `30 June 2027`. Without a day it
/// is the last of the month, without a year the next one.
fn in_words(words: &[&str], as_of: Date) -> Option<Date> {
    let at = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[at])?;
    let mut rest = words.to_vec();
    rest.remove(at);
    rest.retain(|word| *word != "of");
    let year = rest.iter().position(|word| year(word).is_some()).and_then(|at| year(rest.remove(at)));
    let day = match rest.as_slice() {
        [] => None,
        [day] => Some(day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<i8>().ok()?),
        _ => return None,
    };
    let in_year = |year: i16| match day {
        None => Date::new(year, month, 1).ok().map(Date::last_of_month),
        Some(day) => Date::new(year, month, day).ok(),
    };
    match year {
        Some(year) => in_year(year),
        None => in_year(as_of.year()).filter(|date| *date >= as_of).or_else(|| in_year(as_of.year() + 1)),
    }
}

/// The number of a month by its name or the beginning of it.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let is_meant = |name: &str| word.len() >= MIN_MONTH_CHARS && name.starts_with(word);
    MONTHS.iter().position(|name| is_meant(name)).map(|at| at as i8 + 1)
}

fn year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (2000..2200).contains(year))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    const NOW: Date = day(2026, 11, 26);

    #[test]
    fn months_and_dates_are_read_as_people_write_them() {
        for (typed, wanted) in [("9m", 9), ("9 months", 9), ("1 month", 1), ("2 Years", 24), ("half a year", 6)] {
            assert_eq!(months(typed), Some(wanted), "{typed}");
        }
        for typed in ["9", "m", "0m", "9 weeks", "99999999999m", "-3m", "half a month", "soon"] {
            assert_eq!(months(typed), None, "{typed}");
        }
        assert_eq!(date("2027-06"), Some(day(2027, 6, 30)));
        assert_eq!(date("2028-02"), Some(day(2028, 2, 29)));
        assert_eq!(date("2027-06-12"), Some(day(2027, 6, 12)));
        assert!(["2027-13", "2027", "20é7-1", "soon"].iter().all(|typed| date(typed).is_none()));
    }

    #[test]
    fn a_deadline_is_read_as_people_say_it() {
        for (typed, months) in [
            ("in 9 months", 9),
            ("within a year", 12),
            ("two years", 24),
            ("one and a half years", 18),
            ("1.5 years", 18),
        ] {
            assert_eq!(deadline(typed, NOW), Ok(Some(Deadline::Months(months))), "{typed}");
        }
        for (typed, wanted) in [
            ("by june", day(2027, 6, 30)),
            ("By the end of December", day(2026, 12, 31)),
            ("november", day(2026, 11, 30)),
            ("Oct.", day(2027, 10, 31)),
            ("june 2027", day(2027, 6, 30)),
            ("June 15, 2027", day(2027, 6, 15)),
            ("the 1st of March", day(2027, 3, 1)),
            ("end of 2027", day(2027, 12, 31)),
            ("12 weeks", day(2027, 2, 18)),
            ("30/06/2027", day(2027, 6, 30)),
            ("06/30/2027", day(2027, 6, 30)),
            ("5.5.2027", day(2027, 5, 5)),
            ("2027-06-12", day(2027, 6, 12)),
        ] {
            assert_eq!(deadline(typed, NOW), Ok(Some(Deadline::Date(wanted))), "{typed}");
        }
    }

    #[test]
    fn a_deadline_that_says_too_little_is_not_guessed() {
        for typed in ["", "2027", "next year", "soon", "before june", "summer", "31 june", "a", "in", "june july", "9"]
        {
            assert_eq!(deadline(typed, NOW), Ok(None), "{typed}");
        }
        let refused = deadline("06/07/2027", NOW).expect_err("two dates");
        assert_eq!(refused.to_string(), "`06/07/2027` can be read in two ways: write 2027-07-06, or 2027-06-07.");
    }
}
