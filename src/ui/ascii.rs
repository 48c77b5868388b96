//! Replaces the signs outside ASCII in a drawn buffer, cell by cell. Replacements longer than one cell have already
//! been made in the lines of text.

use ratatui::buffer::Buffer;

use crate::ascii;

pub(super) fn replace(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii()
            && let Some(sign) = ascii::sign(cell.symbol())
        {
            cell.set_symbol(&sign);
        }
    }
}
