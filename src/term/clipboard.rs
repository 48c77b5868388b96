//! Copies text to the clipboard with an escape sequence (OSC 52), which also works over SSH, and, with the feature
//! `clipboard`, through the desktop.
//!
//! Terminals do not confirm OSC 52, so the message claims only that the text was sent.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Sends `text` to the terminal's clipboard, and to the desktop's if there is one. Returns a sentence that says what
/// was done and repeats the text, in case the terminal ignores the sequence.
pub(super) fn copy(out: &mut impl Write, text: &str) -> io::Result<String> {
    execute!(out, CopyToClipboard::to_clipboard_from(text))?;
    Ok(if is_on_desktop(text) {
        format!("On the desktop's clipboard, and sent to the terminal's. Address: {text}")
    } else {
        format!("Sent to the terminal's clipboard; some terminals ignore this. Address: {text}")
    })
}

/// Puts `text` on the desktop's clipboard. Returns `false` if there is no desktop here or it refused the text.
#[cfg(feature = "clipboard")]
fn is_on_desktop(text: &str) -> bool {
    use std::sync::{Mutex, PoisonError};

    /// Lives as long as the process: on some desktops the clipboard loses its content when its owner is dropped.
    static DESKTOP: Mutex<Option<arboard::Clipboard>> = Mutex::new(None);

    if super::browser::is_remote() {
        return false;
    }
    let mut desktop = DESKTOP.lock().unwrap_or_else(PoisonError::into_inner);
    if desktop.is_none() {
        *desktop = arboard::Clipboard::new().ok();
    }
    desktop.as_mut().is_some_and(|desktop| desktop.set_text(text).is_ok())
}

/// Always `false`: the program was built without the feature `clipboard`.
#[cfg(not(feature = "clipboard"))]
fn is_on_desktop(_: &str) -> bool {
    false
}
