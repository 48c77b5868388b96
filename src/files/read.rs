//! Reading a small file whole: its size is bounded, and what is no regular file is refused at once, because reading a
//! pipe that nobody writes to never ends.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Why a file is not read, as the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A folder, a device, a pipe or a socket has the name.
    #[error("is not a regular file")]
    NotAFile,
    /// It is larger than anything of its kind.
    #[error("is longer than {0} bytes")]
    TooLong(u64),
    /// It is not text in UTF-8.
    #[error("is not text in UTF-8")]
    NotText,
    /// The system refused.
    #[error("cannot be read ({0})")]
    Refused(#[from] io::Error),
}

impl ReadError {
    /// Whether nothing is there.
    pub fn is_absent(&self) -> bool {
        let is_absent = |kind| matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        matches!(self, Self::Refused(error) if is_absent(error.kind()))
    }
}

/// The text of a regular file no larger than `max_bytes`.
pub fn read_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    // Looked at by its name: opening a pipe waits for whoever writes to it.
    if !fs::metadata(path)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        return Err(ReadError::TooLong(max_bytes));
    }
    String::from_utf8(bytes).map_err(|_| ReadError::NotText)
}
