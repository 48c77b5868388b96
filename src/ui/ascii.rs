//! The same screen without any sign outside ASCII. Text of the catalogue keeps its own letters.

use ratatui::buffer::Buffer;

use crate::chart;

/// Our own signs outside pictures and what stands for them; each takes one column.
const SIGNS: [(&str, &str); 30] = [
    ("─", "-"),
    ("│", "|"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("├", "+"),
    ("┤", "+"),
    ("┬", "+"),
    ("┴", "+"),
    ("┼", "+"),
    ("▌", ">"),
    ("□", "_"),
    ("›", ">"),
    ("‹", "<"),
    ("·", "-"),
    ("…", "."),
    ("–", "-"),
    ("—", "-"),
    ("×", "x"),
    ("≠", "!"),
    ("→", ">"),
    ("←", "<"),
    ("↑", "^"),
    ("↓", "v"),
    ("“", "\""),
    ("”", "\""),
    ("’", "'"),
    ("◂", "<"),
    ("▸", ">"),
];

pub(super) fn replace(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let mut signs = cell.symbol().chars();
        let own = SIGNS.iter().find(|(sign, _)| cell.symbol() == *sign).map(|(_, ascii)| *ascii);
        if let Some(ascii) = own {
            cell.set_symbol(ascii);
        } else if let (Some(sign), None) = (signs.next(), signs.next())
            && let Some(ascii) = chart::ascii(sign)
        {
            cell.set_char(ascii);
        }
    }
}
