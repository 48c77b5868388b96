//! Opens every file that is read, and reads small files and streams whole. The size is limited: a longer file is
//! rejected, never truncated. Reading a file never blocks, because some system files, such as `/proc/kmsg`, never end.
//! Reading a pipe blocks, but only where pipes are allowed.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
#[cfg(unix)]
use std::os::unix::fs::FileTypeExt;
use std::path::Path;

use super::unpacked;

/// Why a file was not read, worded as the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The path is a folder, a device, a pipe or a socket.
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
    /// Returns the same reason as an I/O error, for callers that report nothing else.
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

/// A file or a pipe that is open for reading. A read from a file that would block is an error.
#[derive(Debug)]
pub struct Readable(File);

impl Readable {
    /// Returns the file itself, for reads at given offsets.
    pub fn into_file(self) -> File {
        self.0
    }

    /// Returns the metadata of the file.
    pub fn metadata(&self) -> io::Result<Metadata> {
        self.0.metadata()
    }
}

impl Read for &Readable {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let endless = |error: io::Error| match error.kind() {
            io::ErrorKind::WouldBlock => io::Error::other("it has no end: more may be added to it at any time"),
            _ => error,
        };
        (&self.0).read(bytes).map_err(endless)
    }
}

impl Read for Readable {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        (&*self).read(bytes)
    }
}

impl Seek for &Readable {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        (&self.0).seek(to)
    }
}

/// Opens a file or a pipe for reading. Devices are rejected, because reading one may never end.
///
/// # Errors
///
/// The I/O error if it cannot be opened, or is a device.
pub fn open(path: &Path) -> io::Result<Readable> {
    let kind = fs::metadata(path)?.file_type();
    #[cfg(unix)]
    if kind.is_char_device() || kind.is_block_device() {
        return Err(io::Error::other("it is a device, not a file"));
    }
    let mut options = OpenOptions::new();
    if kind.is_file() {
        without_waiting(&mut options);
    }
    options.read(true).open(path).map(Readable)
}

/// Makes reads fail that would block. Has no effect on files on a disk.
#[cfg(unix)]
fn without_waiting(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;

    options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
}

/// Files do not block on these systems.
#[cfg(not(unix))]
fn without_waiting(_: &mut OpenOptions) {}

/// Reads the text of a regular file of at most `max_bytes`, without its byte order mark.
pub fn read_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    whole_text(regular(path)?, max_bytes)
}

/// Reads the text of a regular file, which may be compressed, of at most `max_bytes` when decompressed.
pub fn read_packed_text(path: &Path, max_bytes: u64) -> Result<String, ReadError> {
    let file = regular(path)?;
    let size = file.metadata()?.len();
    whole_text(unpacked(file, size)?, max_bytes)
}

fn regular(path: &Path) -> Result<Readable, ReadError> {
    // Checked by path before opening, because opening a pipe blocks until it has a writer.
    if !fs::metadata(path)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    Ok(open(path)?)
}

/// Reads a text of at most `max_bytes`, without its byte order mark.
pub fn whole_text(from: impl Read, max_bytes: u64) -> Result<String, ReadError> {
    let mut text = String::from_utf8(whole_bytes(from, max_bytes)?).map_err(|_| ReadError::NotText)?;
    // Some editors write the mark, and it has no meaning in any format used here.
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
