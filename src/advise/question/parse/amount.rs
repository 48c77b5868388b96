//! Small numbers as people say them: `6`, `ten`, `half an`, `one and a half`.

use crate::numbers;

/// The words for small numbers.
const NUMBERS: [(&str, f64); 14] = [
    ("a", 1.0),
    ("an", 1.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
];

/// Reads a number in digits or in words from a plain text. Returns `None` if the text is something else or can be read
/// in two ways.
pub(super) fn amount(plain: &str) -> Option<f64> {
    let text = plain.trim();
    if let Some(whole) = text.strip_suffix(" and a half") {
        return amount(whole).map(|whole| whole + 0.5);
    }
    if ["half", "half a", "half an"].contains(&text) {
        return Some(0.5);
    }
    let named = NUMBERS.iter().find(|(word, _)| *word == text).map(|(_, number)| *number);
    named.or_else(|| numbers::read(text).ok().flatten())
}
