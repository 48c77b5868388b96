//! Input files named by the user; `-` is standard input.

use std::path::Path;

use crate::files::{ReadError, read_text, whole_text};
use crate::stream::stdin;

use super::failure::shown;

/// Returns the name of a file in a message.
pub(super) fn source_name(path: &Path) -> String {
    if is_dash(path) { "standard input".to_owned() } else { shown(path) }
}

/// Reads the text of a regular file or of standard input, of at most `max_bytes`.
pub(super) fn source_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    if is_dash(path) { whole_text(stdin(), max_bytes) } else { read_text(path, max_bytes) }
}

/// Whether a name is `-`, which is a standard stream.
pub(super) fn is_dash(path: &Path) -> bool {
    path == Path::new("-")
}
