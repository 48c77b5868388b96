//! The container of a compiled catalogue: named sections of bytes, followed by a directory, so that it can be written
//! from front to back. The content of the sections is opaque to it. It verifies the directory and whole sections
//! against their checksums; a section of records has a checksum for each record instead.

use std::borrow::Cow;
use std::fs::File;
use std::hash::Hasher;
use std::io::{self, Write};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde::{Deserialize, Serialize};
use twox_hash::{XxHash3_64, XxHash3_128};

use super::CompiledError;

/// The first bytes of every compiled catalogue.
pub(super) const MAGIC: [u8; 16] = *b"prospectus/bin\r\n";
/// The version of the layout of the container and its records.
const VERSION: u32 = 7;
/// The length of the magic and the version, in bytes.
const HEADER: usize = 20;
/// The length of the trailer in bytes: the length of the directory (4), then a checksum over that length
/// and the directory (8).
const TRAILER: usize = 12;
/// The maximum plausible length of a directory, in bytes. A greater length is damage, and must not cause an allocation.
const MAX_DIRECTORY: u32 = 1 << 20;

/// Identifies the text of a catalogue by its size and hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fingerprint {
    /// The size of the text in bytes.
    pub(super) size: u64,
    /// The XXH3 hash of the text, 128 bits.
    pub(super) hash: u128,
}

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, hash: XxHash3_128::oneshot(bytes) }
    }
}

/// The JSON file that a compiled catalogue was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// The fingerprint of its text.
    pub(super) json: Fingerprint,
    /// The size of the file in bytes, including a byte order mark.
    pub(super) length: u64,
    /// A value that changes whenever the file changes; `None` if the platform does not provide one.
    pub(super) changed: Option<u128>,
}

/// The location and checksum of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Section {
    name: String,
    pub(super) start: u64,
    pub(super) length: u64,
    check: u64,
    /// Its index among the sections of an open container.
    #[serde(skip)]
    place: usize,
}

#[derive(Debug, Serialize, Deserialize)]
struct Directory {
    version: String,
    origin: Origin,
    sections: Vec<Section>,
}

/// An open container.
#[derive(Debug)]
pub(super) struct Container {
    bytes: Bytes,
    pub(super) origin: Origin,
    sections: Vec<Section>,
    /// For each section, its table; see [`Container::table`].
    tables: Vec<Table>,
}

/// The table of a section of records.
#[derive(Debug, Default)]
struct Table {
    /// How often parts of it were read.
    reads: AtomicUsize,
    /// The number of records, which follows the table, if the section has one.
    count: OnceLock<Option<u64>>,
    /// The whole table, once it is in memory.
    whole: OnceLock<Option<Vec<u8>>>,
}

/// The size of a count of records, in bytes.
pub(super) const COUNT: u64 = 8;

/// The number of partial reads after which a table is read as a whole. An answer about many programs then makes fewer
/// system calls, and an answer about a few reads nothing else.
const MANY_READS: usize = 512;

/// The bytes of a container, in memory or in a file.
#[derive(Debug)]
pub(super) enum Bytes {
    Held(Cow<'static, [u8]>),
    InFile(File),
}

impl Bytes {
    fn length(&self) -> io::Result<u64> {
        match self {
            Self::Held(bytes) => Ok(bytes.len() as u64),
            Self::InFile(file) => Ok(file.metadata()?.len()),
        }
    }

    /// Reads `length` bytes at `start`. The caller has checked that the length is plausible.
    pub(super) fn read(&self, start: u64, length: usize) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Self::Held(bytes) => {
                let start = usize::try_from(start).unwrap_or(usize::MAX);
                let there = start.checked_add(length).and_then(|end| bytes.get(start..end));
                there.map(Cow::Borrowed).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
            }
            Self::InFile(file) => {
                let mut read = vec![0; length];
                read_exactly(file, &mut read, start)?;
                Ok(Cow::Owned(read))
            }
        }
    }
}

#[cfg(unix)]
fn read_exactly(file: &File, into: &mut [u8], start: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, start)
}

#[cfg(windows)]
fn read_exactly(file: &File, mut into: &mut [u8], mut start: u64) -> io::Result<()> {
    while !into.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, into, start)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        into = &mut into[read..];
        start += read as u64;
    }
    Ok(())
}

/// A container that is being written. Bytes go into the current section.
pub(super) struct Writer<W> {
    out: W,
    /// The number of bytes written so far.
    length: u64,
    sections: Vec<Section>,
    /// The checksum of the section that is being written.
    check: Option<XxHash3_64>,
}

impl<W: Write> Writer<W> {
    /// Starts a container without sections.
    pub(super) fn new(mut out: W) -> io::Result<Self> {
        out.write_all(&MAGIC)?;
        out.write_all(&VERSION.to_le_bytes())?;
        Ok(Self { out, length: HEADER as u64, sections: Vec::new(), check: None })
    }

    /// Ends the current section and begins another. [`Container::whole`] verifies a section by its checksum; sections
    /// of records check each record instead, so they can be read in parts.
    pub(super) fn begin(&mut self, name: &str) {
        self.end();
        self.sections.push(Section { name: name.to_owned(), start: self.length, length: 0, check: 0, place: 0 });
        self.check = Some(XxHash3_64::new());
    }

    fn end(&mut self) {
        if let (Some(section), Some(check)) = (self.sections.last_mut(), self.check.take()) {
            section.length = self.length - section.start;
            section.check = check.finish();
        }
    }

    /// Ends the current section and opens what has been written so far for reading.
    pub(super) fn so_far(&mut self, origin: Origin, bytes: Bytes) -> io::Result<Container> {
        self.end();
        self.out.flush()?;
        Ok(Container::of(bytes, origin, self.sections.clone()))
    }

    /// Ends the container by writing its directory and trailer.
    pub(super) fn finish(mut self, origin: Origin) -> io::Result<W> {
        self.end();
        let directory = Directory { version: env!("CARGO_PKG_VERSION").to_owned(), origin, sections: self.sections };
        let directory = postcard::to_allocvec(&directory).map_err(io::Error::other)?;
        let length = directory.len() as u32;
        self.out.write_all(&directory)?;
        self.out.write_all(&length.to_le_bytes())?;
        self.out.write_all(&check_of_directory(length, &directory).to_le_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Writer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        if let Some(check) = &mut self.check {
            check.write(&bytes[..written]);
        }
        self.length += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn check_of_directory(length: u32, directory: &[u8]) -> u64 {
    let seed = (u64::from(VERSION) << 32) | u64::from(length);
    XxHash3_64::oneshot_with_seed(seed, directory)
}

impl Container {
    /// Opens a container. This verifies the directory, but none of the sections.
    pub(super) fn open(bytes: Bytes) -> Result<Self, CompiledError> {
        let length = bytes.length()?;
        let header = bytes.read(0, HEADER.min(usize::try_from(length).unwrap_or(HEADER)))?;
        if !is_compiled(&header) {
            return Err(CompiledError::Foreign);
        }
        let Some(version) = header.get(MAGIC.len()..HEADER) else { return Err(CompiledError::Damaged) };
        if version != VERSION.to_le_bytes() {
            return Err(CompiledError::OtherVersion);
        }
        let end = length.checked_sub(TRAILER as u64).ok_or(CompiledError::Damaged)?;
        let trailer = bytes.read(end, TRAILER)?;
        let number = |at: usize| u32::from_le_bytes([trailer[at], trailer[at + 1], trailer[at + 2], trailer[at + 3]]);
        let (directory_length, check) = (number(0), u64::from(number(8)) << 32 | u64::from(number(4)));
        if directory_length > MAX_DIRECTORY {
            return Err(CompiledError::Damaged);
        }
        let start = end.checked_sub(u64::from(directory_length)).ok_or(CompiledError::Damaged)?;
        let directory = bytes.read(start, directory_length as usize)?;
        if check != check_of_directory(directory_length, &directory) {
            return Err(CompiledError::Damaged);
        }
        let directory: Directory = postcard::from_bytes(&directory).map_err(|_| CompiledError::OtherVersion)?;
        if directory.version != env!("CARGO_PKG_VERSION") {
            return Err(CompiledError::OtherVersion);
        }
        let ends = directory.sections.iter().filter_map(|section| section.start.checked_add(section.length)).max();
        if ends != Some(start) {
            return Err(CompiledError::Damaged);
        }
        Ok(Self::of(bytes, directory.origin, directory.sections))
    }

    fn of(bytes: Bytes, origin: Origin, mut sections: Vec<Section>) -> Self {
        sections.iter_mut().enumerate().for_each(|(place, section)| section.place = place);
        let tables = sections.iter().map(|_| Table::default()).collect();
        Self { bytes, origin, sections, tables }
    }

    pub(super) fn find(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// The contents of a whole section, verified against its checksum.
    pub(super) fn whole(&self, section: &Section) -> Result<Cow<'_, [u8]>, CompiledError> {
        let bytes = self.read(section, 0, section.length)?;
        if XxHash3_64::oneshot(&bytes) == section.check { Ok(bytes) } else { Err(CompiledError::Damaged) }
    }

    /// Part of a section, not verified.
    pub(super) fn read(&self, section: &Section, from: u64, length: u64) -> Result<Cow<'_, [u8]>, CompiledError> {
        if from.checked_add(length).is_none_or(|end| end > section.length) {
            return Err(CompiledError::Damaged);
        }
        let length = usize::try_from(length).map_err(|_| CompiledError::Damaged)?;
        Ok(self.bytes.read(section.start + from, length)?)
    }

    /// Part of the table of a section of records, not verified. The table begins at `table` and ends at `end`.
    pub(super) fn table(
        &self,
        section: &Section,
        (table, end): (u64, u64),
        from: u64,
        length: u64,
    ) -> Result<Cow<'_, [u8]>, CompiledError> {
        let kept = &self.tables[section.place];
        if self.is_held() || kept.reads.fetch_add(1, Ordering::Relaxed) < MANY_READS {
            return self.read(section, table + from, length);
        }
        let read = || self.read(section, table, end.checked_sub(table)?).ok().map(Cow::into_owned);
        let whole = kept.whole.get_or_init(read).as_deref().unwrap_or_default();
        match whole.get(from as usize..(from + length) as usize) {
            Some(part) => Ok(Cow::Borrowed(part)),
            None => self.read(section, table + from, length),
        }
    }

    /// The count of records at the end of a section, which is read once.
    pub(super) fn count(&self, section: &Section) -> Option<u64> {
        let read = || {
            let bytes = self.read(section, section.length.checked_sub(COUNT)?, COUNT).ok()?;
            Some(u64::from_le_bytes(bytes.as_ref().try_into().ok()?))
        };
        *self.tables[section.place].count.get_or_init(read)
    }

    /// Whether the bytes are in memory, so that reading them again costs no system call.
    pub(super) fn is_held(&self) -> bool {
        matches!(self.bytes, Bytes::Held(_))
    }
}

/// Whether bytes begin with the magic of a compiled catalogue.
pub(super) fn is_compiled(start: &[u8]) -> bool {
    start.starts_with(&MAGIC)
}
