//! What is kept for people, as a log of changes: one file of JSON lines for each writer, to which it alone appends. The
//! state is a fold over all lines of all files, so two explorers, two machines or two copies of the folder never have to
//! agree on anything. A change is on the disk before it is said to be kept. Locks guard only the rewriting of files
//! (compaction, forgetting, setting damaged lines aside); where the file system has none, nothing is compacted.

mod folder;
mod operation;
mod state;

pub use operation::{Line, Operation};
pub use state::State;

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, ToSpan};
use serde_json::Value;
use twox_hash::XxHash3_64;

use crate::catalog::printable;
use crate::english::by_count;
use folder::{Folder, Read};

/// A wish to change a field of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Of what.
    pub thing: String,
    /// Which field.
    pub field: String,
    /// What it is to be; null takes it away.
    pub new: Value,
}

impl Change {
    /// A field is to be something else.
    pub fn new(thing: impl Into<String>, field: impl Into<String>, new: impl Into<Value>) -> Self {
        Self { thing: thing.into(), field: field.into(), new: new.into() }
    }
}

/// Changes that are not on the disk: the sentence says where and why. They are tried again with the next change.
#[derive(Debug, thiserror::Error)]
#[error("This is not kept yet: {} cannot be written ({reason}). It is tried again with the next change", printable(&folder.to_string_lossy()))]
pub struct NotKept {
    folder: PathBuf,
    reason: io::Error,
}

/// The log of a folder, and the file that this process appends to.
#[derive(Debug)]
pub struct Log {
    folder: Folder,
    state: State,
    /// Whole lines of a newer version, which are carried along.
    newer: usize,
    writer: Option<String>,
    count: u64,
    /// What could not be written.
    unwritten: Vec<Operation>,
}

impl Log {
    /// The log of a folder, and what there is to say about its files, in sentences.
    pub fn open(path: PathBuf) -> (Self, Vec<String>) {
        let folder = Folder::at(path);
        let mut told = folder.set_damage_aside();
        let Read { operations, newer, told: of_reading, files } = folder.read();
        told.extend(of_reading);
        folder.compact(files);
        if newer > 0 {
            told.push(format!(
                "{newer} {} made by a newer version of prospectus; {} kept as they are and not shown.",
                by_count(newer, "change was", "changes were"),
                by_count(newer, "it is", "they are")
            ));
        }
        let state = State::fold(operations);
        (Self { folder, state, newer, writer: None, count: 0, unwritten: Vec::new() }, told)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// What everything amounts to.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// How many changes a newer version made.
    pub fn newer(&self) -> usize {
        self.newer
    }

    /// Makes changes as one act, and takes in what others have written meanwhile. The changes hold in this process
    /// whether or not they could be written.
    pub fn append(&mut self, now: Timestamp, changes: &[Change], undoes: Option<&str>) -> Result<(), NotKept> {
        self.take_in_others();
        let operations = self.operations(now, changes, undoes);
        operations.iter().cloned().for_each(|operation| self.state.add(operation));
        self.unwritten.extend(operations);
        self.write()
    }

    /// Takes in what others have written since.
    pub fn take_in_others(&mut self) {
        self.folder.read().operations.into_iter().for_each(|operation| self.state.add(operation));
    }

    fn write(&mut self) -> Result<(), NotKept> {
        if self.unwritten.is_empty() {
            return Ok(());
        }
        let lines: String = self.unwritten.iter().map(Operation::to_line).collect();
        let writer = self.writer.get_or_insert_with(random_name);
        let written = self.folder.append(writer, &lines);
        written.map_err(|reason| NotKept { folder: self.folder.path().to_owned(), reason })?;
        self.unwritten.clear();
        Ok(())
    }

    /// The changes that change something, as operations of one act.
    fn operations(&mut self, now: Timestamp, changes: &[Change], undoes: Option<&str>) -> Vec<Operation> {
        let mut time = self.time(now);
        let mut operations: Vec<Operation> = Vec::new();
        for Change { thing, field, new } in changes {
            let heads = self.state.heads(thing, field);
            let (old, is_settled) = (self.state.value(thing, field).clone(), heads.len() < 2);
            if old == *new && is_settled {
                continue;
            }
            let parents = heads.iter().map(|head| head.id.clone()).collect();
            let id = self.next_id();
            let act = operations.first().map_or_else(|| id.clone(), |first| first.act.clone());
            let operation = Operation::new(id, time, thing.clone(), field.clone(), new.clone());
            let undoes = undoes.map(str::to_owned);
            operations.push(Operation { parents, act, undoes, old, ..operation });
            time = later(time);
        }
        operations
    }

    /// Now, or just after the latest change that is known: a clock that is behind puts no change before one that it
    /// replaces.
    fn time(&self, now: Timestamp) -> Timestamp {
        self.state.latest().map_or(now, |latest| now.max(later(latest)))
    }

    fn next_id(&mut self) -> String {
        self.count += 1;
        format!("{}-{}", self.writer.get_or_insert_with(random_name), self.count)
    }

    /// Removes every operation on things of such names from the files of this machine; the files that were rewritten or
    /// deleted.
    pub fn forget(&mut self, is_meant: impl Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
        let files = self.folder.forget(&is_meant)?;
        self.unwritten.retain(|operation| !is_meant(&operation.thing));
        let left = self.state.operations().into_iter().filter(|operation| !is_meant(&operation.thing)).cloned();
        self.state = State::fold(left.collect::<Vec<_>>());
        Ok(files)
    }

    /// Deletes all files of the log, those that were set aside too; which they were.
    pub fn delete(path: PathBuf) -> io::Result<Vec<PathBuf>> {
        Folder::at(path).delete()
    }
}

/// The next moment that a line can tell from another.
fn later(time: Timestamp) -> Timestamp {
    time.checked_add(1.microsecond()).unwrap_or(time)
}

/// A name that no other writer has: 64 random bits, with which the standard library seeds its maps.
pub fn random_name() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

/// A name that the same text always gets.
pub fn name_of(text: &str) -> String {
    format!("{:016x}", XxHash3_64::oneshot(text.as_bytes()))
}

#[cfg(test)]
mod tests;
