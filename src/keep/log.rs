//! The log of what users keep: JSON Lines files, one per writer, each appended to only by its writer. The state is a
//! fold over all lines of all files, so two explorers, two machines or two copies of the folder never have to
//! coordinate. A change is on the disk before it is reported as kept.
//!
//! Locks guard only the rewriting of files: compaction, forgetting, and setting damaged lines aside. On a file system
//! without locks, nothing is compacted.

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
use crate::files::{self, Deleted};
use folder::{Folder, Read};

/// A requested change of one field of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name of the thing.
    pub thing: String,
    /// The name of the field.
    pub field: String,
    /// The new value; null removes the field.
    pub new: Value,
}

impl Change {
    /// Creates a change.
    pub fn new(thing: impl Into<String>, field: impl Into<String>, new: impl Into<Value>) -> Self {
        Self { thing: thing.into(), field: field.into(), new: new.into() }
    }
}

/// Changes could not be written to the disk; the message says where and why. A log that stays open tries again with its
/// next change, which its owner may add to the message.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be written ({reason})", printable(&folder.to_string_lossy()))]
pub struct NotKept {
    folder: PathBuf,
    reason: io::Error,
}

/// The log in a folder, including the file that this process appends to.
#[derive(Debug)]
pub struct Log {
    folder: Folder,
    state: State,
    is_unreadable: bool,
    writer: Option<String>,
    count: u64,
    /// The id of the last act of this process.
    last_act: Option<String>,
    /// Operations that could not be written yet.
    unwritten: Vec<Operation>,
}

impl Log {
    /// Opens the log in a folder. Damaged lines are set aside, and many files are merged. Also returns sentences about
    /// problems with the files.
    pub fn open(path: PathBuf) -> (Self, Vec<String>) {
        let folder = Folder::at(path);
        files::sweep(folder.path());
        let mut told = folder.set_damage_aside();
        let Read { operations, newer, told: of_reading, files, is_unreadable } = folder.read();
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
        (Self { folder, state, is_unreadable, writer: None, count: 0, last_act: None, unwritten: Vec::new() }, told)
    }

    /// Returns the folder of the log.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the current state.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Returns the id of the last act of this process; `None` before the first.
    pub fn last_act(&self) -> Option<&str> {
        self.last_act.as_deref()
    }

    /// Whether the folder exists but cannot be read, so that an empty state means nothing.
    pub fn is_unreadable(&self) -> bool {
        self.is_unreadable
    }

    /// Makes changes as one act, after reading the changes of other writers. The changes apply in this process even if
    /// they cannot be written.
    ///
    /// # Errors
    ///
    /// [`NotKept`] if the changes could not be written to the disk.
    pub fn append(&mut self, now: Timestamp, changes: &[Change], undoes: Option<&str>) -> Result<(), NotKept> {
        self.reload();
        let operations = self.operations(now, changes, undoes);
        if let Some(first) = operations.first() {
            self.last_act = Some(first.act.clone());
        }
        operations.iter().cloned().for_each(|operation| self.state.add(operation));
        self.unwritten.extend(operations);
        self.write()
    }

    /// Reads the changes of other writers.
    pub fn reload(&mut self) {
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

    /// Returns the changes that have an effect as operations of one act.
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

    /// Returns the current time, or a time just after the latest known change. A slow clock must not date a change
    /// before one that it replaces.
    fn time(&self, now: Timestamp) -> Timestamp {
        self.state.latest().map_or(now, |latest| now.max(later(latest)))
    }

    fn next_id(&mut self) -> String {
        self.count += 1;
        format!("{}-{}", self.writer.get_or_insert_with(random_name), self.count)
    }

    /// Removes all operations on the selected things from the files on this machine.
    ///
    /// # Errors
    ///
    /// The I/O error if the folder cannot be read or locked. Nothing has been removed in that case.
    pub fn forget(&mut self, is_meant: impl Fn(&str) -> bool) -> io::Result<Deleted> {
        let deleted = self.folder.forget(&is_meant)?;
        self.unwritten.retain(|operation| !is_meant(&operation.thing));
        let left = self.state.operations().into_iter().filter(|operation| !is_meant(&operation.thing)).cloned();
        self.state = State::fold(left.collect::<Vec<_>>());
        Ok(deleted)
    }

    /// Deletes all files of the log, including those set aside.
    ///
    /// # Errors
    ///
    /// The I/O error if the folder cannot be read.
    pub fn delete(path: PathBuf) -> io::Result<Deleted> {
        Folder::at(path).delete()
    }
}

/// Returns the time one microsecond later, the smallest step that the log stores.
fn later(time: Timestamp) -> Timestamp {
    time.checked_add(1.microsecond()).unwrap_or(time)
}

/// Returns a random name of 64 bits, from the random seed of the standard library's hash maps.
pub fn random_name() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

/// Returns a name derived from a text. Equal texts give equal names.
pub fn name_of(text: &str) -> String {
    format!("{:016x}", XxHash3_64::oneshot(text.as_bytes()))
}

#[cfg(test)]
mod tests;
