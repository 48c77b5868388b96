//! Lets users edit a text in their own editor, in a temporary file that only they can read. The caller chooses the
//! editor and hands over the terminal.

use std::io::{self, Write};
use std::process::Command;

use super::{ReadError, read_text};

/// The maximum length of a text that is read back, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// Why a text was not changed, worded as a full sentence.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// The editor could not be started.
    #[error("The editor `{editor}` cannot be used: {reason}. `VISUAL` or `EDITOR` names another.")]
    NotStarted {
        /// The command of the editor.
        editor: String,
        /// The error of the operating system.
        reason: io::Error,
    },
    /// The editor ended with an error.
    #[error("The editor `{0}` ended with an error; the text is unchanged.")]
    Failed(String),
    /// The file that the editor left cannot be read.
    #[error("The text {0}; it is unchanged.")]
    Unreadable(#[from] ReadError),
}

/// Opens `before` in an editor and returns the edited text. `editor` is a command with options, separated by blanks.
pub fn edited(before: &str, editor: &str) -> Result<String, EditError> {
    let not_started = |reason| EditError::NotStarted { editor: editor.to_owned(), reason };
    let mut file = tempfile::Builder::new().prefix("note-").suffix(".txt").tempfile().map_err(not_started)?;
    file.write_all(before.as_bytes()).map_err(not_started)?;
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program).args(words).arg(file.path()).status().map_err(not_started)?;
    if !status.success() {
        return Err(EditError::Failed(editor.to_owned()));
    }
    Ok(read_text(file.path(), MAX_BYTES)?)
}

/// Returns the first of these values that is not blank, or else the default editor of the system.
pub fn editor_of(named: impl IntoIterator<Item = Option<String>>) -> String {
    let named = named.into_iter().flatten().find(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned())
}
