//! The container of a compiled catalogue: named sections of bytes behind a checked directory. It knows nothing of what
//! the sections hold. Whatever is read from it has been compared with its checksum first: bytes that were changed are
//! told apart from bytes that are right, and never answered with.

use std::borrow::Cow;
use std::fs::File;
use std::io;

use serde::{Deserialize, Serialize};
use twox_hash::{XxHash3_64, XxHash3_128};

use super::CompiledError;

/// What a compiled catalogue begins with.
pub(super) const MAGIC: [u8; 16] = *b"prospectus/bin\r\n";
/// The layout of the container and of the records in it.
const VERSION: u32 = 1;
/// The magic, the version, the length of the directory, and the checksum of both and of the directory.
const HEADER: usize = 32;
/// A directory is small: a length beyond this is damage, and no reason to ask for memory.
const MOST_DIRECTORY: u32 = 1 << 20;

/// The catalogue file that a compiled one was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Origin {
    /// Its length.
    pub(super) size: u64,
    /// When it was changed last, in nanoseconds since 1970; nothing where the system does not say.
    pub(super) changed: Option<u128>,
    /// XXH3, 128 bits.
    pub(super) hash: u128,
}

/// Where a section stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Section {
    name: String,
    pub(super) start: u64,
    pub(super) length: u64,
    check: u64,
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
}

/// Where its bytes are.
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

    /// The bytes of a place; the caller has compared the length with what there is.
    fn read(&self, start: u64, length: usize) -> io::Result<Cow<'_, [u8]>> {
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

/// The bytes of a container with these sections. Each is checked as a whole but those of records, which check each
/// record themselves.
pub(super) fn write(origin: Origin, sections: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, postcard::Error> {
    // Places are numbers of a length that depends on them: they are laid out again until the directory stays as long.
    let mut start = 0;
    let directory = loop {
        let directory = postcard::to_allocvec(&directory(origin, sections, start))?;
        let wanted = (HEADER + directory.len()) as u64;
        if wanted == start {
            break directory;
        }
        start = wanted;
    };
    let mut out = Vec::with_capacity(start as usize + sections.iter().map(|(_, bytes)| bytes.len()).sum::<usize>());
    out.extend(MAGIC);
    out.extend(VERSION.to_le_bytes());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(check_of_header(directory.len() as u32, &directory).to_le_bytes());
    out.extend(&directory);
    for (_, bytes) in sections {
        out.extend(bytes);
    }
    Ok(out)
}

fn directory(origin: Origin, sections: &[(&str, Vec<u8>)], mut start: u64) -> Directory {
    let mut placed = Vec::new();
    for (name, bytes) in sections {
        let (length, check) = (bytes.len() as u64, XxHash3_64::oneshot(bytes));
        placed.push(Section { name: (*name).to_owned(), start, length, check });
        start += length;
    }
    Directory { version: env!("CARGO_PKG_VERSION").to_owned(), origin, sections: placed }
}

fn check_of_header(length: u32, directory: &[u8]) -> u64 {
    let seed = (u64::from(VERSION) << 32) | u64::from(length);
    XxHash3_64::oneshot_with_seed(seed, directory)
}

impl Container {
    /// Opens a container: its directory is read and compared, its sections are not.
    pub(super) fn open(bytes: Bytes) -> Result<Self, CompiledError> {
        let length = bytes.length()?;
        let header = bytes.read(0, HEADER.min(usize::try_from(length).unwrap_or(HEADER)))?;
        if !is_compiled(&header) {
            return Err(CompiledError::Foreign);
        }
        let header: [u8; HEADER] = header.as_ref().try_into().map_err(|_| CompiledError::Damaged)?;
        let number = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
        if number(16) != VERSION {
            return Err(CompiledError::OtherVersion);
        }
        let directory_length = number(20);
        if directory_length > MOST_DIRECTORY || u64::from(directory_length) + HEADER as u64 > length {
            return Err(CompiledError::Damaged);
        }
        let check = (u64::from(number(28)) << 32) | u64::from(number(24));
        let directory = bytes.read(HEADER as u64, directory_length as usize)?;
        if check != check_of_header(directory_length, &directory) {
            return Err(CompiledError::Damaged);
        }
        let directory: Directory = postcard::from_bytes(&directory).map_err(|_| CompiledError::OtherVersion)?;
        if directory.version != env!("CARGO_PKG_VERSION") {
            return Err(CompiledError::OtherVersion);
        }
        let end = directory.sections.iter().filter_map(|section| section.start.checked_add(section.length)).max();
        if end != Some(length) {
            return Err(CompiledError::Damaged);
        }
        Ok(Self { bytes, origin: directory.origin, sections: directory.sections })
    }

    /// Where a section stands.
    pub(super) fn find(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// The whole of a section.
    pub(super) fn whole(&self, section: &Section) -> Result<Cow<'_, [u8]>, CompiledError> {
        let bytes = self.read(section, 0, section.length)?;
        if XxHash3_64::oneshot(&bytes) == section.check { Ok(bytes) } else { Err(CompiledError::Damaged) }
    }

    /// Some bytes of a section, not compared with anything yet.
    pub(super) fn read(&self, section: &Section, from: u64, length: u64) -> Result<Cow<'_, [u8]>, CompiledError> {
        if from.checked_add(length).is_none_or(|end| end > section.length) {
            return Err(CompiledError::Damaged);
        }
        let length = usize::try_from(length).map_err(|_| CompiledError::Damaged)?;
        Ok(self.bytes.read(section.start + from, length)?)
    }

    /// Whether its bytes are in memory, so that reading them again costs no call of the system.
    pub(super) fn is_held(&self) -> bool {
        matches!(self.bytes, Bytes::Held(_))
    }
}

/// Whether bytes begin as a compiled catalogue does.
pub(super) fn is_compiled(start: &[u8]) -> bool {
    start.starts_with(&MAGIC)
}

/// A fingerprint of a catalogue's bytes.
pub(super) fn fingerprint(bytes: &[u8]) -> u128 {
    XxHash3_128::oneshot(bytes)
}
