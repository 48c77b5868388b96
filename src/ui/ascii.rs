//! The same screen without any sign outside ASCII. Text of the catalogue keeps its own letters.

use ratatui::buffer::Buffer;

/// Our own signs and what stands for them; each takes one column.
const SIGNS: [(&str, &str); 36] = [
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
    ("■", "x"),
    ("□", "_"),
    ("●", "*"),
    ("○", "."),
    ("█", "#"),
    ("▒", "="),
    ("░", "."),
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
        if let Some((_, ascii)) = SIGNS.iter().find(|(sign, _)| cell.symbol() == *sign) {
            cell.set_symbol(ascii);
        }
    }
}
