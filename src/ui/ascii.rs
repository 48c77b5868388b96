//! What has been drawn without any sign outside ASCII, cell by cell. Lines of words have their longer forms already.

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
