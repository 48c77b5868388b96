//! Typed text in messages.

use crate::catalog::printable;
use crate::width;

/// The maximum width of a quotation in columns, about one line, so that it does not push the rest of the message out of
/// view.
const MAX_COLS: usize = 80;

/// Returns an outside text for quoting in a message: made [`printable`], and shortened with an ellipsis if it is long.
pub fn quoted(text: &str) -> String {
    width::cut(&printable(text), MAX_COLS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shortened_and_no_character_of_it_is_a_command() {
        assert_eq!(quoted("data science"), "data science");
        let long = quoted(&"\u{1b}é".repeat(50_000));
        assert!(long.ends_with('…') && !long.contains('\u{1b}') && width::cols(&long) <= MAX_COLS, "{long}");
    }
}
