//! Letting a person change a text in their own editor: a file that only they can read, gone when they are done. Which
//! editor that is, and whether the terminal is theirs, is known to others.

use std::io::{self, Write};
use std::process::Command;

use super::{ReadError, read_text};

/// A text longer than this was not typed.
const MAX_BYTES: u64 = 1 << 20;

/// Why a text is as it was, as a full sentence.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// It could not be started.
    #[error("The editor `{editor}` cannot be used: {reason}. `VISUAL` or `EDITOR` names another.")]
    NotStarted {
        /// As it is named.
        editor: String,
        /// What the system says.
        reason: io::Error,
    },
    /// It ended with an error.
    #[error("The editor `{0}` ended with an error; the text is as it was.")]
    Failed(String),
    /// What it left cannot be read.
    #[error("The text {0}; it is as it was.")]
    Unreadable(#[from] ReadError),
}

/// What a person makes of a text in an editor, which is named with its options.
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

/// The editor that the values of these variables name, the first one first, or the one that every system of this sort has.
pub fn editor_of(named: impl IntoIterator<Item = Option<String>>) -> String {
    let named = named.into_iter().flatten().find(|name| !name.trim().is_empty());
    named.unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned())
}
