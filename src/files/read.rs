//! Reads a small file or stream whole. The size is limited: what is longer is refused and never cut. Where a file is
//! wanted, anything but a regular one is refused at once, because reading a pipe without a writer would never end.

use std::fs::{self, File};
use std::io::{self, Read};
#[cfg(unix)]
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

/// Why a file was not read, worded as the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The path belongs to a folder, a device, a pipe or a socket.
    #[error("is not a regular file")]
    NotAFile,
    /// The file is longer than this many bytes.
    #[error("is longer than {0} bytes")]
    TooLong(u64),
    /// The file is not UTF-8 text.
    #[error("is not text in UTF-8")]
    NotText,
    /// The operating system reported an error.
    #[error("cannot be read ({0})")]
    Refused(#[from] io::Error),
}

impl ReadError {
    /// The same reason as an I/O error, for callers that report nothing else.
    pub fn into_io(self) -> io::Error {
        match self {
            Self::Refused(error) => error,
            other => io::Error::other(format!("it {other}")),
        }
    }

    /// Whether the file does not exist.
    pub fn is_absent(&self) -> bool {
        let is_absent = |kind| matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        matches!(self, Self::Refused(error) if is_absent(error.kind()))
    }
}

/// Opens a file or a pipe for reading. Devices are refused, because reading one may never end.
///
/// # Errors
///
/// The I/O error if it cannot be opened, or is a device.
pub fn open(path: &Path) -> io::Result<File> {
    let kind = fs::metadata(path)?.file_type();
    #[cfg(unix)]
    if kind.is_char_device() || kind.is_block_device() {
        return Err(io::Error::other("it is a device, not a file"));
    }
    #[cfg(not(unix))]
    let _ = kind;
    File::open(path)
}

/// Reads the text of a regular file of at most `max_bytes`, without its byte order mark.
pub fn read_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    // Checked by path before opening, because opening a pipe waits for a writer.
    if !fs::metadata(path)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    whole_text(File::open(path)?, max_bytes)
}

/// Reads a text of at most `max_bytes`, without its byte order mark.
pub fn whole_text(from: impl Read, max_bytes: u64) -> Result<String, ReadError> {
    let mut text = String::from_utf8(whole_bytes(from, max_bytes)?).map_err(|_| ReadError::NotText)?;
    // Some editors write the mark, and no format here gives it a meaning.
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    Ok(text)
}

/// Reads at most `max_bytes`.
pub fn whole_bytes(from: impl Read, max_bytes: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    from.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes { Err(ReadError::TooLong(max_bytes)) } else { Ok(bytes) }
}
