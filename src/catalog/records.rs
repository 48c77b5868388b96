//! The records of a catalogue, programs or courses: in memory where they were read from JSON, or in a section of a
//! compiled one, from where each is read when somebody asks for it. A record is compared with its checksum before it is
//! read; one that is damaged is marked as such for good, and stands for nothing.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;
use twox_hash::XxHash3_64;

use super::CompiledError;
use super::container::{Container, Section};

/// Records that are kept once read stand in pages of so many places.
const PAGE: usize = 256;
/// A pass over all records reads so many at once.
const AT_ONCE: usize = 512;
/// The place of a record and its checksum.
const ENTRY: usize = 16;

/// The records, in their order.
#[derive(Clone, Debug)]
pub(super) enum Records<T> {
    /// Read with the catalogue.
    Read(Vec<T>),
    /// To be read one by one.
    Compiled(Stored<T>),
}

/// Records of a section: how many there are, the place and checksum of each, then one after the other.
#[derive(Clone, Debug)]
pub(super) struct Stored<T> {
    container: Arc<Container>,
    section: Section,
    count: usize,
    pages: Vec<OnceLock<Page<T>>>,
    /// What stands in the place of a damaged record: nothing is known of it.
    unreadable: T,
    damage: Damage,
}

type Page<T> = Box<[OnceLock<Box<T>>]>;

/// What is said where a record cannot be read.
pub const DAMAGED: &str =
    "The compiled catalogue is damaged. Delete it or run `prospectus catalog compile` on its JSON again.";

/// Whether anything that was asked for turned out to be damaged, from then on.
#[derive(Clone, Debug, Default)]
pub struct Damage(Arc<AtomicBool>);

impl Damage {
    /// Whether something was found.
    pub fn is_found(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn found(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// The section of these records.
pub(super) fn write<'t, T: Clone + Serialize + 't>(
    records: impl Iterator<Item = Cow<'t, T>>,
) -> Result<Vec<u8>, postcard::Error> {
    let (mut entries, mut packed) = (Vec::new(), Vec::new());
    let mut count: u64 = 0;
    for record in records {
        let bytes = postcard::to_allocvec(record.as_ref())?;
        entries.extend((packed.len() as u64).to_le_bytes());
        entries.extend(XxHash3_64::oneshot_with_seed(count, &bytes).to_le_bytes());
        packed.extend(bytes);
        count += 1;
    }
    entries.extend((packed.len() as u64).to_le_bytes());
    entries.extend([0; 8]);
    let mut section = count.to_le_bytes().to_vec();
    section.extend(entries);
    section.extend(packed);
    Ok(section)
}

impl<T: Clone + DeserializeOwned> Records<T> {
    /// How many there are.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Read(records) => records.len(),
            Self::Compiled(stored) => stored.count,
        }
    }

    /// The record at a place, which stays in memory from then on.
    pub(super) fn at(&self, ix: usize) -> &T {
        match self {
            Self::Read(records) => &records[ix],
            Self::Compiled(stored) => stored.at(ix),
        }
    }

    /// The record at a place, which is not kept.
    pub(super) fn once(&self, ix: usize) -> Cow<'_, T> {
        match self {
            Self::Read(records) => Cow::Borrowed(&records[ix]),
            Self::Compiled(stored) => stored.once(ix),
        }
    }

    /// Every record once.
    pub(super) fn pass(&self) -> Pass<'_, T> {
        Pass { records: self, next: 0, ready: Vec::new().into_iter() }
    }
}

impl<T: Clone + DeserializeOwned> Stored<T> {
    /// The records of a section.
    pub(super) fn open(
        container: &Arc<Container>,
        name: &str,
        unreadable: T,
        damage: &Damage,
    ) -> Result<Self, CompiledError> {
        let section = container.find(name).ok_or(CompiledError::Damaged)?.clone();
        let count = number(&container.read(&section, 0, 8)?, 0);
        let most = section.length / ENTRY as u64;
        let count = usize::try_from(count.min(u64::from(u32::MAX))).unwrap_or(usize::MAX);
        // The table alone must fit, so that a damaged count asks for no memory.
        if count as u64 >= most.max(1) {
            return Err(CompiledError::Damaged);
        }
        let pages = (0..count.div_ceil(PAGE)).map(|_| OnceLock::new()).collect();
        Ok(Self { container: Arc::clone(container), section, count, pages, unreadable, damage: damage.clone() })
    }

    fn at(&self, ix: usize) -> &T {
        let page = self.pages[ix / PAGE].get_or_init(|| (0..PAGE).map(|_| OnceLock::new()).collect());
        page[ix % PAGE].get_or_init(|| Box::new(self.one(ix)))
    }

    fn once(&self, ix: usize) -> Cow<'_, T> {
        match self.pages[ix / PAGE].get().and_then(|page| page[ix % PAGE].get()) {
            Some(kept) => Cow::Borrowed(kept),
            None => Cow::Owned(self.one(ix)),
        }
    }

    fn one(&self, ix: usize) -> T {
        self.some(ix, 1).pop().unwrap_or_else(|| self.unreadable())
    }

    /// So many records from a place on; what cannot be read is marked and stands as unreadable.
    fn some(&self, from: usize, count: usize) -> Vec<T> {
        let run = match self.run(from, count) {
            Ok(run) => run,
            Err(_) if count == 1 => return vec![self.unreadable()],
            // One of them is damaged: the others are read for themselves.
            Err(_) => return (from..from + count).flat_map(|ix| self.some(ix, 1)).collect(),
        };
        let read = |at| postcard::from_bytes(run.checked(at)?).ok();
        (0..count).map(|at| read(at).unwrap_or_else(|| self.unreadable())).collect()
    }

    fn unreadable(&self) -> T {
        self.damage.found();
        self.unreadable.clone()
    }

    fn run(&self, from: usize, count: usize) -> Result<Run<'_>, CompiledError> {
        let entries = self.container.read(&self.section, (8 + from * ENTRY) as u64, ((count + 1) * ENTRY) as u64)?;
        let (start, end) = (number(&entries, 0), number(&entries, count * ENTRY));
        let table = 8 + (self.count as u64 + 1) * ENTRY as u64;
        let length = end.checked_sub(start).ok_or(CompiledError::Damaged)?;
        let at = table.checked_add(start).ok_or(CompiledError::Damaged)?;
        Ok(Run { from, entries, packed: self.container.read(&self.section, at, length)? })
    }
}

/// Records one after the other, still packed, with their part of the table.
struct Run<'r> {
    from: usize,
    entries: Cow<'r, [u8]>,
    packed: Cow<'r, [u8]>,
}

impl Run<'_> {
    /// The bytes of one record, if they are what was written at that place.
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

/// Records one after the other.
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
            // What is in memory anyway is small, and passed over more than once.
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
