//! The records of a catalogue, programs or courses: in memory if they were read from JSON, or in a section of a
//! compiled file, from which each is read on demand. A record is verified against its checksum before it is decoded; if
//! it is damaged, the damage is recorded and a placeholder is returned.

use std::borrow::Cow;
use std::io::{self, Write};
use std::sync::{Arc, OnceLock};

use serde::de::DeserializeOwned;
use twox_hash::XxHash3_64;

use super::container::{Container, Section};
use super::corruption::Corruption;
use super::{CompiledError, Text};

/// The number of decoded records per page of the cache.
const PAGE: usize = 256;
/// The number of records that a pass over all of them reads at a time.
const AT_ONCE: usize = 512;
/// The size of an entry of the table, in bytes: the offset of a record and its checksum, 8 bytes each.
const ENTRY: usize = 16;

/// The records, in order.
#[derive(Clone, Debug)]
pub(super) enum Records<T> {
    /// All in memory.
    Read(Vec<T>),
    /// Decoded on demand from a compiled catalogue.
    Compiled(Stored<T>),
}

/// The records of a section: one after another, followed by a table with the offset and checksum of each.
#[derive(Clone, Debug)]
pub(super) struct Stored<T> {
    container: Arc<Container>,
    section: Section,
    /// The offset of the table within the section.
    table: u64,
    count: usize,
    pages: Vec<OnceLock<Page<T>>>,
    /// The placeholder for a damaged record.
    unreadable: T,
    corruption: Corruption,
}

type Page<T> = Box<[OnceLock<Box<T>>]>;

/// A section of records that is being written.
#[derive(Debug, Default)]
pub(super) struct Packer {
    entries: Vec<u8>,
    length: u64,
    count: u64,
}

impl Packer {
    /// Writes a packed record and adds it to the table.
    pub(super) fn add(&mut self, packed: &[u8], out: &mut impl Write) -> io::Result<()> {
        out.write_all(packed)?;
        self.entry(XxHash3_64::oneshot_with_seed(self.count, packed));
        self.length += packed.len() as u64;
        self.count += 1;
        Ok(())
    }

    /// The number of records written so far.
    pub(super) fn count(&self) -> u64 {
        self.count
    }

    fn entry(&mut self, check: u64) {
        self.entries.extend(self.length.to_le_bytes());
        self.entries.extend(check.to_le_bytes());
    }

    /// Ends the section by writing the table. Its last entry is the end of the records.
    pub(super) fn finish(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.entry(0);
        out.write_all(&std::mem::take(&mut self.entries))
    }
}

impl<T: Clone + DeserializeOwned> Records<T> {
    /// The number of records.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Read(records) => records.len(),
            Self::Compiled(stored) => stored.count,
        }
    }

    /// The record at this index. It stays in memory from then on.
    pub(super) fn at(&self, ix: usize) -> &T {
        match self {
            Self::Read(records) => &records[ix],
            Self::Compiled(stored) => stored.at(ix),
        }
    }

    /// The record at this index, without keeping it in memory.
    pub(super) fn once(&self, ix: usize) -> Cow<'_, T> {
        match self {
            Self::Read(records) => Cow::Borrowed(&records[ix]),
            Self::Compiled(stored) => stored.once(ix),
        }
    }

    /// The first field of every record, which must be a text.
    pub(super) fn first_texts<'r>(&'r self, first: fn(&T) -> &Text) -> Box<dyn Iterator<Item = Text> + 'r> {
        match self {
            Self::Read(records) => Box::new(records.iter().map(move |record| first(record).clone())),
            Self::Compiled(stored) => Box::new(stored.first_texts()),
        }
    }

    /// The first field of one record, which must be a text.
    pub(super) fn first_text(&self, ix: usize, first: fn(&T) -> &Text) -> Text {
        match self {
            Self::Read(records) => first(&records[ix]).clone(),
            Self::Compiled(stored) => stored.first_text(ix),
        }
    }

    /// Returns the same records with none of them in memory; `None` if they were read together with the catalogue.
    pub(super) fn unread(&self) -> Option<Self> {
        match self {
            Self::Read(_) => None,
            Self::Compiled(stored) => Some(Self::Compiled(stored.unread())),
        }
    }

    /// Iterates over all records in order.
    pub(super) fn pass(&self) -> Pass<'_, T> {
        Pass { records: self, next: 0, ready: Vec::new().into_iter() }
    }
}

impl<T: Clone + DeserializeOwned> Stored<T> {
    /// Opens a section of `count` records.
    pub(super) fn open(
        container: &Arc<Container>,
        name: &str,
        count: u64,
        unreadable: T,
        corruption: &Corruption,
    ) -> Result<Self, CompiledError> {
        let section = container.find(name).ok_or(CompiledError::Damaged)?.clone();
        // The table must fit into the section, so that a corrupt count cannot cause a huge allocation.
        let table = count.checked_add(1).and_then(|entries| entries.checked_mul(ENTRY as u64));
        let table = table.and_then(|table| section.length.checked_sub(table)).ok_or(CompiledError::Damaged)?;
        let count = u32::try_from(count).map_err(|_| CompiledError::Damaged)? as usize;
        let pages = empty_pages(count);
        Ok(Self {
            container: Arc::clone(container),
            section,
            table,
            count,
            pages,
            unreadable,
            corruption: corruption.clone(),
        })
    }

    fn unread(&self) -> Self {
        Self {
            container: Arc::clone(&self.container),
            section: self.section.clone(),
            table: self.table,
            count: self.count,
            pages: empty_pages(self.count),
            unreadable: self.unreadable.clone(),
            corruption: self.corruption.clone(),
        }
    }

    fn at(&self, ix: usize) -> &T {
        if ix >= self.count {
            self.corruption.found();
            return &self.unreadable;
        }
        let page = self.pages[ix / PAGE].get_or_init(|| (0..PAGE).map(|_| OnceLock::new()).collect());
        page[ix % PAGE].get_or_init(|| Box::new(self.one(ix)))
    }

    fn once(&self, ix: usize) -> Cow<'_, T> {
        if ix >= self.count {
            return Cow::Borrowed(self.at(ix));
        }
        match self.pages[ix / PAGE].get().and_then(|page| page[ix % PAGE].get()) {
            Some(kept) => Cow::Borrowed(kept),
            None => Cow::Owned(self.one(ix)),
        }
    }

    fn one(&self, ix: usize) -> T {
        self.some(ix, 1).pop().unwrap_or_else(|| self.unreadable())
    }

    /// Decodes `count` records from an index on. A record that cannot be read is recorded as damage and
    /// replaced by the placeholder.
    fn some(&self, from: usize, count: usize) -> Vec<T> {
        let read = self.read(from, count, &|packed| postcard::from_bytes(packed).ok());
        read.into_iter().map(|read| read.unwrap_or_else(|| self.unreadable())).collect()
    }

    /// Reads `count` records from an index on; `None` for a record that cannot be read.
    fn read<U>(&self, from: usize, count: usize, wanted: &impl Fn(&[u8]) -> Option<U>) -> Vec<Option<U>> {
        match self.run(from, count) {
            Ok(run) => (0..count).map(|at| wanted(run.checked(at)?)).collect(),
            Err(_) if count == 1 => vec![None],
            // At least one of them is damaged. Reading them one by one recovers the others.
            Err(_) => (from..from + count).flat_map(|ix| self.read(ix, 1, wanted)).collect(),
        }
    }

    /// The first field of every record, which must be a text. The rest of each record is not decoded.
    fn first_texts(&self) -> impl Iterator<Item = Text> {
        (0..self.count).step_by(AT_ONCE).flat_map(move |from| {
            let texts = self.read(from, AT_ONCE.min(self.count - from), &first_text);
            texts.into_iter().map(|text| self.readable(text))
        })
    }

    /// Returns the first field of one record, which must be a text.
    fn first_text(&self, ix: usize) -> Text {
        self.readable(self.read(ix, 1, &first_text).pop().flatten())
    }

    fn readable(&self, text: Option<Text>) -> Text {
        text.unwrap_or_else(|| {
            self.corruption.found();
            Text::default()
        })
    }

    fn unreadable(&self) -> T {
        self.corruption.found();
        self.unreadable.clone()
    }

    fn run(&self, from: usize, count: usize) -> Result<Run<'_>, CompiledError> {
        Run::read(&self.container, &self.section, (self.table, self.section.length), from, count)
    }
}

fn empty_pages<T>(count: usize) -> Vec<OnceLock<Page<T>>> {
    (0..count.div_ceil(PAGE)).map(|_| OnceLock::new()).collect()
}

/// The first field of a packed record; `None` if it is not a text.
fn first_text(packed: &[u8]) -> Option<Text> {
    postcard::take_from_bytes(packed).ok().map(|(text, _)| text)
}

/// The verified bytes of one record, in a section whose records and table end at `end`.
pub(super) fn numbered(
    container: &Container,
    section: &Section,
    end: u64,
    count: u64,
    at: usize,
) -> Result<Vec<u8>, CompiledError> {
    let table = count.checked_add(1).and_then(|entries| entries.checked_mul(ENTRY as u64));
    let table = table.and_then(|table| end.checked_sub(table)).ok_or(CompiledError::Damaged)?;
    let run = Run::read(container, section, (table, end), at, 1)?;
    run.checked(0).map(<[u8]>::to_vec).ok_or(CompiledError::Damaged)
}

/// Consecutive records, still packed, with their part of the table.
struct Run<'r> {
    from: usize,
    entries: Cow<'r, [u8]>,
    packed: Cow<'r, [u8]>,
}

impl<'r> Run<'r> {
    /// Reads `count` records from an index on, in a section whose table has these bounds.
    fn read(
        container: &'r Container,
        section: &Section,
        table: (u64, u64),
        from: usize,
        count: usize,
    ) -> Result<Self, CompiledError> {
        let length = ((count + 1) * ENTRY) as u64;
        let entries = container.table(section, table, (from * ENTRY) as u64, length)?;
        let (start, end) = (number(&entries, 0), number(&entries, count * ENTRY));
        let length = end.checked_sub(start).ok_or(CompiledError::Damaged)?;
        Ok(Self { from, entries, packed: container.read(section, start, length)? })
    }

    /// The bytes of one record; `None` unless they match the checksum for that index.
    fn checked(&self, at: usize) -> Option<&[u8]> {
        let packed = self.packed.get(self.place(at)?..self.place(at + 1)?)?;
        let check = XxHash3_64::oneshot_with_seed((self.from + at) as u64, packed);
        (check == number(&self.entries, at * ENTRY + 8)).then_some(packed)
    }

    fn place(&self, at: usize) -> Option<usize> {
        let place = number(&self.entries, at * ENTRY).checked_sub(number(&self.entries, 0))?;
        usize::try_from(place).ok()
    }
}

fn number(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok()).map_or(u64::MAX, u64::from_le_bytes)
}

/// An iterator over all records in order.
pub(super) struct Pass<'r, T> {
    records: &'r Records<T>,
    next: usize,
    ready: std::vec::IntoIter<T>,
}

impl<'r, T: Clone + DeserializeOwned> Iterator for Pass<'r, T> {
    type Item = Cow<'r, T>;

    fn next(&mut self) -> Option<Cow<'r, T>> {
        if self.next == self.records.count() {
            return None;
        }
        let ix = self.next;
        self.next += 1;
        match self.records {
            Records::Read(records) => Some(Cow::Borrowed(&records[ix])),
            // A catalogue in memory is small and passed over more than once, so its records are worth caching.
            Records::Compiled(stored) if stored.container.is_held() => Some(Cow::Borrowed(stored.at(ix))),
            Records::Compiled(stored) => {
                if self.ready.len() == 0 {
                    self.ready = stored.some(ix, AT_ONCE.min(stored.count - ix)).into_iter();
                }
                self.ready.next().map(Cow::Owned)
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.records.count() - self.next;
        (left, Some(left))
    }
}

impl<T: Clone + DeserializeOwned> ExactSizeIterator for Pass<'_, T> {}
