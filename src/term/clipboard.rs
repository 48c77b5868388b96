//! Copying by asking the terminal (OSC 52), which works over SSH too. Terminals do not answer, so nothing more is
//! claimed than that it was asked.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Asks the terminal to put a text on the clipboard and says so, with the text for those whose terminal does not.
pub(super) fn copy(out: &mut impl Write, text: &str) -> io::Result<String> {
    execute!(out, CopyToClipboard::to_clipboard_from(text))?;
    Ok(format!("Sent to the terminal's clipboard; some terminals ignore this. Address: {text}"))
}
