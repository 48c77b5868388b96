//! Quantities that a table states in two columns, one for each bound. They are joined as one cell would state them, so
//! that they are read by the same rules; a single bound remains a bound.

use super::column::Quantity;
use super::{Column, Row};
use crate::catalog::import::digits;

const FROM: &str = "from ";
const UP_TO: &str = "up to ";

impl Row<'_> {
    /// The text of the two cells of a quantity together, such as `6-9 weeks` or `from 6`, and the column of the first.
    pub(super) fn between(&self, quantity: Quantity) -> Option<(String, String)> {
        // A bound of 0 is a placeholder for no bound.
        let bound = |column| self.cell(column).filter(|(text, _)| digits::plain_number(text) != Some(0.0));
        match (bound(Column::Least(quantity)), bound(Column::Most(quantity))) {
            (Some((low, at)), Some((high, _))) => Some((joined(&low, &high), at)),
            (Some((low, at)), None) => Some((format!("{FROM}{low}"), at)),
            (None, Some((high, at))) => Some((format!("{UP_TO}{high}"), at)),
            (None, None) => None,
        }
    }
}

/// The text without the words that mark a single bound.
pub(super) fn bare(text: &str) -> &str {
    text.strip_prefix(FROM).or_else(|| text.strip_prefix(UP_TO)).unwrap_or(text)
}

/// Both bounds with their unit, which is written once if both have the same.
fn joined(low: &str, high: &str) -> String {
    let number =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c)).len();
    let (low_number, low_unit) = low.split_at(number(low));
    let (high_number, high_unit) = high.split_at(number(high));
    match () {
        () if low == high => low.to_owned(),
        () if low_unit.trim().eq_ignore_ascii_case(high_unit.trim()) => {
            format!("{low_number}-{high_number}{high_unit}")
        }
        () => format!("{low}-{high}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bounds_are_one_range() {
        for (low, high, range) in [
            ("6", "9", "6-9"),
            ("6 weeks", "9 Weeks", "6-9 Weeks"),
            ("6", "9 months", "6-9 months"),
            ("5", "5", "5"),
            ("1.5 h", "2,5 h", "1.5-2,5 h"),
        ] {
            assert_eq!(joined(low, high), range);
        }
    }
}
