//! Reads a small file whole. The size is limited, and anything but a regular file is refused at once, because reading a
//! pipe without a writer would never end.

use std::fs::{self, File};
use std::io::{self, Read};
#[cfg(unix)]
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::unpacked;

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

/// Reads the text of a regular file of at most `max_bytes`.
pub fn read_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    text_of(regular(path)?, max_bytes)
}

/// Reads the text of a regular file, which may be packed, of at most `max_bytes` when it is unpacked.
pub fn read_packed_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    let file = regular(path)?;
    let size = file.metadata()?.len();
    text_of(unpacked(file, size)?, max_bytes)
}

fn regular(path: &Path) -> Result<File, ReadError> {
    // Checked by path before opening, because opening a pipe waits for a writer.
    if !fs::metadata(path)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    Ok(File::open(path)?)
}

fn text_of(from: impl Read, max_bytes: u64) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    from.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        return Err(ReadError::TooLong(max_bytes));
    }
    String::from_utf8(bytes).map_err(|_| ReadError::NotText)
}
