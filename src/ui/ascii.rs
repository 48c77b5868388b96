//! Replaces non-ASCII signs in a drawn buffer, cell by cell. Replacements longer than one cell have already been made
//! in the lines of text.

use ratatui::buffer::Buffer;

use crate::{ascii, width};

pub(super) fn replace(buffer: &mut Buffer) {
    for place in 0..buffer.content.len() {
        let symbol = buffer.content[place].symbol();
        if symbol.is_ascii() {
            continue;
        }
        let Some(sign) = ascii::sign(symbol) else { continue };
        if symbol == width::CUT && place > 0 && buffer.content[place - 1].symbol() != " " {
            buffer.content[place - 1].set_symbol(&sign);
        }
        buffer.content[place].set_symbol(&sign);
    }
}
