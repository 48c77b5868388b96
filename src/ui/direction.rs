//! Keeps columns in place around right-to-left text.
//!
//! Some terminals reorder such text themselves and would move the blanks and numbers after it too. A zero-width mark at
//! its end prevents that. Terminals that do not reorder text do not show the mark.

use ratatui::buffer::{Buffer, Cell};

/// The Unicode left-to-right mark.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// Appends the mark to every stretch of right-to-left text that is followed by two blanks, a rule, or a
/// left-to-right letter or digit.
pub(super) fn keep_apart(buffer: &mut Buffer) {
    let cols = usize::from(buffer.area.width);
    for row in buffer.content.chunks_mut(cols.max(1)) {
        let mut last = None;
        let mut blanks = 0;
        for place in 0..row.len() {
            let symbol = row[place].symbol();
            if symbol.chars().any(is_right_to_left) {
                (last, blanks) = (Some(place), 0);
                continue;
            }
            blanks = if symbol == " " { blanks + 1 } else { 0 };
            let ends = blanks > 1 || symbol.chars().any(|c| c.is_alphanumeric() || is_line(c));
            if ends && let Some(place) = last.take() {
                end(&mut row[place]);
            }
        }
        if let Some(place) = last {
            end(&mut row[place]);
        }
    }
}

fn end(cell: &mut Cell) {
    let ended = format!("{}{LEFT_TO_RIGHT}", cell.symbol());
    cell.set_symbol(&ended);
}

fn is_line(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}' | '|')
}

/// Whether a character is in the Unicode blocks of Hebrew, Arabic and related scripts.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
        || matches!(c, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn drawn(text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 1));
        buffer.set_stringn(0, 0, text, 24, Style::new());
        keep_apart(&mut buffer);
        buffer.content.iter().map(Cell::symbol).collect::<String>().trim_end().replace('\u{200e}', "|")
    }

    #[test]
    fn a_title_from_right_to_left_ends_before_the_next_column() {
        assert_eq!(drawn("تحليل البيانات  MIT  12"), "تحليل البيانات|  MIT  12");
        assert_eq!(drawn("تحليل 7"), "تحليل| 7");
        assert_eq!(drawn("Data Science  12"), "Data Science  12");
        assert_eq!(drawn("تحليل"), "تحليل|");
    }
}
