//! Numbers as people type them: with a point or a comma before the fraction, and with separators between thousands. A
//! text that can be read in two ways is refused, never guessed. Signs of currencies are left to the callers.

use crate::catalog::{Range, printable};
use crate::names;

/// The signs that may separate groups of digits.
const SEPARATORS: [char; 3] = [',', '.', '\''];

/// A number that can be read in two ways, such as `1.500`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{}` can be read in two ways: write {whole}, or {small} for the small amount.", printable(typed))]
pub struct TwoReadings {
    /// The number as typed.
    pub typed: String,
    /// The larger reading.
    pub whole: String,
    /// The smaller reading.
    pub small: String,
}

/// Reads a number of 0 or more: `6`, `6.5`, `6,5`, `1,500`, `1.500,50`. Returns `None` if the text is something else.
///
/// # Errors
///
/// [`TwoReadings`] if the number can be read in two ways.
pub fn read(text: &str) -> Result<Option<f64>, TwoReadings> {
    let number: String = names::plain(text).chars().filter(|c| !c.is_whitespace()).collect();
    if is_ambiguous(&number) { Err(two_readings(text, &number)) } else { Ok(plain(&number)) }
}

/// Reads a number, or two in ascending order with a dash between them. Returns `None` if the text is something else or
/// can be read in two ways.
pub fn read_range(text: &str) -> Option<Range> {
    let text = names::plain(text);
    let (low, high) = text.split_once('-').unwrap_or((&text, &text));
    let number = |text: &str| read(text).ok().flatten();
    let range = Range::between(number(low)?, number(high)?);
    (range.low <= range.high).then_some(range)
}

/// Returns the two readings of a number such as `1.500`. The small one keeps two digits after the point.
fn two_readings(typed: &str, number: &str) -> TwoReadings {
    let part = number.trim_end_matches('0');
    let zeros = match number.len() - part.len() {
        _ if part.ends_with('.') => "00",
        2 => "0",
        _ => "",
    };
    TwoReadings { typed: typed.to_owned(), whole: number.replace('.', ""), small: format!("{part}{zeros}") }
}

/// Whether the only dot comes before exactly three digits, which means thousands to some people and a
/// fraction to others.
fn is_ambiguous(number: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let parts = number.split_once('.');
    parts.is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest) && rest.len() == 3)
}

/// Parses a number whose thousands are separated by commas, dots or apostrophes, or not at all. In India the groups
/// before the last have two digits.
fn plain(number: &str) -> Option<f64> {
    let is_plain = number.bytes().all(|b| b.is_ascii_digit() || SEPARATORS.contains(&char::from(b)));
    if !is_plain || !number.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = match number.rfind([',', '.']) {
        // A single separator begins a fraction unless exactly three digits follow; with two different separators, the
        // last one does.
        Some(at) if is_fraction(number, at) => (&number[..at], &number[at + 1..]),
        _ => (number, ""),
    };
    let is_of_one_kind = SEPARATORS.iter().filter(|sign| whole.contains(**sign)).count() <= 1;
    let groups: Vec<&str> = whole.split(SEPARATORS).collect();
    let is_read = is_of_one_kind && is_grouped(&groups) && !number.ends_with(SEPARATORS);
    is_read.then(|| format!("{}.{fraction}0", groups.concat()).parse().ok()).flatten()
}

fn is_grouped(groups: &[&str]) -> bool {
    let [first, middle @ .., last] = groups else { return true };
    let have = |count: usize| middle.iter().all(|group| group.len() == count);
    last.len() == 3 && (first.len() <= 3 && have(3) || first.len() <= 2 && have(2))
}

fn is_fraction(number: &str, at: usize) -> bool {
    let sign = number.as_bytes()[at];
    let has_other = number.bytes().any(|b| !b.is_ascii_digit() && b != sign);
    let is_alone = number.bytes().filter(|b| *b == sign).count() == 1;
    is_alone && (has_other || number.len() - at - 1 != 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_before_three_digits_groups_and_any_other_begins_a_fraction() {
        for (typed, wanted) in [
            ("6", 6.0),
            ("6.5", 6.5),
            ("6,5", 6.5),
            ("0,25", 0.25),
            ("1,500", 1500.0),
            ("1 500", 1500.0),
            ("1.500,5", 1500.5),
        ] {
            assert_eq!(read(typed), Ok(Some(wanted)), "{typed}");
        }
        for typed in ["", "-5", "1e3", "inf", "NaN", "6,", ".5", "1,50,0", "0x10", "six"] {
            assert_eq!(read(typed), Ok(None), "{typed}");
        }
        assert!(read("1.500").is_err());
    }

    #[test]
    fn a_range_has_a_dash_and_ascends() {
        assert_eq!(read_range("4,5-7"), Some(Range::between(4.5, 7.0)));
        assert_eq!(read_range("４–７"), Some(Range::between(4.0, 7.0)));
        assert_eq!(read_range("6"), Some(Range::exactly(6.0)));
        for typed in ["7-4", "4-", "-4", "1.500-2", "a-b"] {
            assert_eq!(read_range(typed), None, "{typed}");
        }
    }
}
