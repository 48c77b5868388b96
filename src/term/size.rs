//! The size of the terminal, bounded. Serial lines and broken multiplexers report sizes up to 65535x65535, which
//! would mean gigabytes of cells.

use std::io;

/// The maximum number of columns drawn; no real screen has more.
const MAX_COLS: u16 = 1_000;
/// The maximum number of rows drawn; no real screen has more.
const MAX_ROWS: u16 = 500;

/// The columns and rows to draw on.
pub(super) fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size().map(bounded)
}

fn bounded((cols, rows): (u16, u16)) -> (u16, u16) {
    (cols.min(MAX_COLS), rows.min(MAX_ROWS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_that_no_screen_has_is_bounded() {
        assert_eq!(bounded((u16::MAX, u16::MAX)), (MAX_COLS, MAX_ROWS));
        assert_eq!(bounded((200, 60)), (200, 60));
        assert_eq!(bounded((0, 0)), (0, 0));
    }
}
