//! Counts the content of a catalogue file without loading it, so that a fuller catalogue is not replaced by a poorer
//! one by mistake. A catalogue rebuilt from the same sources may have less, if its sources have less now.

use std::collections::BTreeSet;
use std::fs::{File, Metadata};
use std::path::Path;

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::english::counted;
use crate::files::{Pending, WriteError, unpacked};

/// The content of a catalogue file, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Census {
    /// The number of programs.
    pub programs: usize,
    /// The number of claims about programs and courses.
    pub claims: usize,
    /// The id and title of every source.
    sources: BTreeSet<(String, String)>,
}

/// Moves a catalogue to its target, unless that would replace a fuller one from other sources and is not forced.
pub fn keep_fuller(pending: Pending) -> Result<(), WriteError> {
    if pending.is_forced() || !is_from_others(pending.target(), pending.path()) {
        return pending.keep();
    }
    match (Census::of(pending.target()), Census::of(pending.path())) {
        (Some(there), Some(new)) if there.programs > new.programs || there.claims > new.claims => {
            Err(WriteError::Fuller { there: there.words(), new: new.words() })
        }
        _ => pending.keep(),
    }
}

/// Whether the existing catalogue cites sources that the new one does not.
fn is_from_others(there: &Path, new: &Path) -> bool {
    let sources = |path| Census::read(path, Extent::Sources).map(|census| census.sources);
    sources(there).is_some_and(|there| sources(new).is_some_and(|new| !there.is_subset(&new)))
}

/// The part of a file that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Up to the end of its sources.
    Sources,
    Whole,
}

impl Census {
    /// Counts the content of a file; `None` if it cannot be read as a catalogue.
    pub fn of(path: &Path) -> Option<Self> {
        Self::read(path, Extent::Whole)
    }

    fn read(path: &Path, extent: Extent) -> Option<Self> {
        let file = File::open(path).ok()?;
        let about = file.metadata().ok().filter(Metadata::is_file)?;
        let mut census = Self::default();
        let mut json = serde_json::Deserializer::from_reader(unpacked(file, about.len()).ok()?);
        let read = Counting { census: &mut census, extent }.deserialize(&mut json);
        // With `Extent::Sources`, reading stops after the sources with a deliberate error.
        (read.is_ok() || (extent == Extent::Sources && !census.sources.is_empty())).then_some(census)
    }

    fn words(&self) -> String {
        format!("{} and {}", counted(self.programs, "program"), counted(self.claims, "fact"))
    }
}

/// Reads a catalogue file into a census.
struct Counting<'c> {
    census: &'c mut Census,
    extent: Extent,
}

#[derive(Deserialize)]
struct Source {
    id: String,
    title: String,
}

impl<'de> DeserializeSeed<'de> for Counting<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Counting<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a catalogue")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "sources" => {
                    let sources = map.next_value::<Vec<Source>>()?;
                    self.census.sources = sources.into_iter().map(|source| (source.id, source.title)).collect();
                    if self.extent == Extent::Sources {
                        return Err(A::Error::custom("enough"));
                    }
                }
                "courses" => self.census.claims += map.next_value::<Records>()?.claims,
                "programs" => {
                    let Records { count, claims } = map.next_value()?;
                    self.census.programs = count;
                    self.census.claims += claims;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// The counts of a list of records, which is read with one record at a time in memory.
#[derive(Default)]
struct Records {
    count: usize,
    claims: usize,
}

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListOfRecords)
    }
}

struct ListOfRecords;

impl<'de> Visitor<'de> for ListOfRecords {
    type Value = Records;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Records, A::Error> {
        let mut records = Records::default();
        while let Some(record) = list.next_element::<Map<String, Value>>()? {
            let items = record.values().filter_map(Value::as_array).flatten();
            records.claims += items.filter(|item| item.get("source").is_some()).count();
            records.count += 1;
        }
        Ok(records)
    }
}
