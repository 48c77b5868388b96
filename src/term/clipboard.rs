//! Copying by asking the terminal (OSC 52), which works over SSH too, and, with the feature `clipboard`, by the desktop.
//! Terminals do not answer, so no more is claimed of them than that they were asked.

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// Asks the terminal to put a text on the clipboard, and the desktop where that can be; says what is known of it, with the
/// text for those whose terminal does not.
pub(super) fn copy(out: &mut impl Write, text: &str) -> io::Result<String> {
    execute!(out, CopyToClipboard::to_clipboard_from(text))?;
    Ok(if is_on_desktop(text) {
        format!("On the desktop's clipboard, and sent to the terminal's. Address: {text}")
    } else {
        format!("Sent to the terminal's clipboard; some terminals ignore this. Address: {text}")
    })
}

/// Puts a text on the desktop's clipboard; whether there is one, and it took it.
#[cfg(feature = "clipboard")]
fn is_on_desktop(text: &str) -> bool {
    use std::sync::{Mutex, PoisonError};

    /// What is on the clipboard of some desktops is gone when whoever put it there lets go of it.
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

/// The program was built without it.
#[cfg(not(feature = "clipboard"))]
fn is_on_desktop(_: &str) -> bool {
    false
}
