//! The report of an import: what became of every entry that was read. It depends on no format, and has no wording
//! beyond a reason. The invariant is that every entry read is counted once: as added, merged, already there,
//! conflicting, left out or rejected.

mod aside;

use std::io;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use aside::Aside;

named! {
    /// What became of an entry.
    #[derive(Serialize, Deserialize)]
    Outcome, name {
        /// It is new in the catalogue.
        Added = "added", "added";
        /// It was merged into an existing record.
        Merged = "merged", "merged";
        /// The catalogue contained it before.
        AlreadyThere = "already_there", "already there";
        /// It is new and contradicts what the catalogue showed before; both claims stay.
        Conflicting = "conflicting", "conflicting";
        /// It was understood but has no place in a catalogue.
        LeftOut = "left_out", "left out";
        /// It could not be used.
        Rejected = "rejected", "rejected";
    }
}

/// The position of an entry in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum At {
    /// The file as a whole.
    File,
    /// The line on which it begins, counted from 1.
    Line(u64),
    /// The JSON pointer to it.
    Pointer(String),
}

/// A place in one of the files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Location {
    /// The path of the file, as it was named.
    pub file: String,
    /// The position in the file.
    pub at: At,
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        match &self.at {
            At::File => Ok(()),
            At::Line(line) => write!(f, ":{line}"),
            At::Pointer(pointer) => write!(f, "#{pointer}"),
        }
    }
}

/// A message about an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Note {
    /// The place of the entry.
    pub place: Location,
    /// The id or title of the program concerned; `None` if the entry names none.
    pub program: Option<String>,
    /// The field concerned; `None` if the entry names none.
    pub field: Option<String>,
    /// The message, as a sentence without a full stop.
    pub reason: String,
}

/// The most messages of one list that are held in memory. A file of a million rejected records has a million messages, and
/// nobody reads more than the first ones in words; the others are put aside until the report is written as JSON.
const MAX_HELD: usize = 10_000;

named! {
    /// A list of messages in a report.
    List, name {
        /// Of entries that were left out.
        LeftOut = "left_out", "left out";
        /// Of entries that were rejected.
        Rejected = "rejected", "rejected";
        /// Of values that contradict each other.
        Conflicts = "conflicts", "conflicts";
        /// Of anything else about entries that were used.
        Remarks = "remarks", "remarks";
    }
}

impl List {
    /// The list with the explanations of an outcome.
    fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::LeftOut => Self::LeftOut,
            Outcome::Rejected => Self::Rejected,
            Outcome::Conflicting => Self::Conflicts,
            Outcome::Added | Outcome::Merged | Outcome::AlreadyThere => Self::Remarks,
        }
    }
}

/// What a run did with everything it read.
#[derive(Debug, Default)]
pub struct Report {
    read: usize,
    counts: [usize; Outcome::ALL.len()],
    /// Why entries were left out, rejected or conflicting, sorted by place.
    notes: Vec<(Outcome, Note)>,
    /// Remarks about entries that were used, for example that bounds were swapped.
    remarks: Vec<Note>,
    /// Values that contradict each other; both stay in the catalogue.
    conflicts: Vec<Note>,
    /// The number of messages of each list that are held in memory.
    held: [usize; List::ALL.len()],
    /// The messages of each list beyond those that are held.
    aside: [Mutex<Aside>; List::ALL.len()],
}

impl Report {
    /// Counts entries that were read. Each must be settled exactly once.
    pub fn read(&mut self, entries: usize) {
        self.read += entries;
    }

    /// Settles entries that need no explanation.
    pub fn settle(&mut self, outcome: Outcome, entries: usize) {
        self.counts[outcome as usize] += entries;
    }

    /// Settles one entry and explains why.
    pub fn explain(&mut self, outcome: Outcome, note: Note) {
        self.settle(outcome, 1);
        self.tell(outcome, note);
    }

    fn tell(&mut self, outcome: Outcome, note: Note) {
        if let Some(note) = self.held(List::of(outcome), note) {
            self.notes.push((outcome, note));
        }
    }

    /// The message, if it is to be held in memory; else it is put aside. A message about a whole file is always held.
    fn held(&mut self, list: List, note: Note) -> Option<Note> {
        let held = &mut self.held[list as usize];
        // If there is no room for a file, memory is better than a loss.
        if *held < MAX_HELD || note.place.at == At::File || aside(&self.aside[list as usize]).add(&note).is_err() {
            *held += 1;
            return Some(note);
        }
        None
    }

    /// Adds a remark about an entry, however it is settled.
    pub fn remark(&mut self, note: Note) {
        let held = self.held(List::Remarks, note);
        self.remarks.extend(held);
    }

    /// Adds a contradiction between two values, whatever became of their entries.
    pub fn conflict(&mut self, note: Note) {
        let held = self.held(List::Conflicts, note);
        self.conflicts.extend(held);
    }

    /// Adds the report of another run to this one.
    pub fn join(&mut self, other: Self) {
        self.read += other.read;
        for (own, more) in self.counts.iter_mut().zip(other.counts) {
            *own += more;
        }
        for outcome in [Outcome::LeftOut, Outcome::Rejected, Outcome::Conflicting] {
            // What cannot be read back is counted all the same.
            let _ = other.each_aside(List::of(outcome), &mut |note| self.tell(outcome, note));
        }
        let _ = other.each_aside(List::Remarks, &mut |note| self.remark(note));
        other.notes.into_iter().for_each(|(outcome, note)| self.tell(outcome, note));
        other.remarks.into_iter().for_each(|note| self.remark(note));
        other.conflicts.into_iter().for_each(|note| self.conflict(note));
    }

    /// Sorts the messages that are held by place; those put aside are in the order in which the files were read. So a
    /// report does not depend on the order in which the files were given.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.notes.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        self.remarks.sort();
        self.conflicts.sort();
        self
    }

    /// The number of entries that were read.
    pub fn entries(&self) -> usize {
        self.read
    }

    /// The number of entries with this outcome.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.counts[outcome as usize]
    }

    /// Whether every entry that was read has been settled exactly once.
    pub fn adds_up(&self) -> bool {
        self.read == self.counts.iter().sum::<usize>()
    }

    /// Whether the catalogue contains anything new.
    pub fn is_news(&self) -> bool {
        [Outcome::Added, Outcome::Merged, Outcome::Conflicting].into_iter().any(|outcome| self.count(outcome) > 0)
    }

    /// The number of messages of a list that are not held in memory.
    pub fn count_aside(&self, list: List) -> usize {
        aside(&self.aside[list as usize]).count()
    }

    /// Reads the messages of a list that are not held in memory.
    pub fn each_aside(&self, list: List, tell: &mut dyn FnMut(Note)) -> io::Result<()> {
        aside(&self.aside[list as usize]).each(tell)
    }

    /// For the entries that were left out and whose messages are not held: the reasons, how many entries have each, and the
    /// first of them.
    pub fn left_out_aside(&self) -> Vec<(String, usize, Note)> {
        let aside = aside(&self.aside[List::LeftOut as usize]);
        aside.reasons().map(|(reason, count, first)| (reason.to_owned(), count, first.clone())).collect()
    }

    /// The explanations of outcomes, as far as they are held.
    pub fn notes(&self) -> &[(Outcome, Note)] {
        &self.notes
    }

    /// The contradictions between values, as far as they are held.
    pub fn conflicts(&self) -> &[Note] {
        &self.conflicts
    }

    /// The remarks about entries that were used, as far as they are held.
    pub fn remarks(&self) -> &[Note] {
        &self.remarks
    }
}

/// The messages, protected by a lock; a panic cannot leave them half changed.
fn aside(of: &Mutex<Aside>) -> std::sync::MutexGuard<'_, Aside> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(line: u64) -> Note {
        let place = Location { file: "facts.csv".into(), at: At::Line(line) };
        Note { place, program: None, field: None, reason: "has no value".into() }
    }

    #[test]
    fn a_report_adds_up_once_every_entry_is_settled() {
        let mut report = Report::default();
        report.read(4);
        report.settle(Outcome::Added, 2);
        report.explain(Outcome::Rejected, note(7));
        assert!(!report.adds_up(), "one entry is not accounted for");
        report.settle(Outcome::AlreadyThere, 1);
        assert!(report.adds_up());
        report.settle(Outcome::AlreadyThere, 1);
        assert!(!report.adds_up(), "an entry was counted twice");
    }

    #[test]
    fn a_report_is_the_same_in_whatever_order_its_notes_were_made() {
        let of = |lines: [u64; 3]| {
            let mut report = Report::default();
            for line in lines {
                report.explain(Outcome::Rejected, note(line));
            }
            report.in_order()
        };
        assert_eq!(of([3, 1, 2]).notes(), of([2, 3, 1]).notes());
        assert_eq!(of([3, 1, 2]).notes()[0].1.place.to_string(), "facts.csv:1");
    }

    #[test]
    fn many_messages_are_put_aside_and_none_is_lost() {
        let all = MAX_HELD as u64 + 300;
        let mut report = Report::default();
        for line in 1..=all {
            report.read(1);
            report.explain(Outcome::Rejected, note(line));
            report.remark(note(line));
        }
        report.explain(Outcome::Rejected, Note { place: Location { file: "b.csv".into(), at: At::File }, ..note(1) });
        report.read(1);
        let mut joined = Report::default();
        joined.join(report);
        assert!(joined.adds_up());
        let (rejected, remarks) = (joined.notes().len(), joined.remarks().len());
        assert!(rejected <= MAX_HELD + 1 && remarks <= MAX_HELD, "{rejected} {remarks}");
        assert!(joined.notes().iter().any(|(_, note)| note.place.at == At::File));
        let mut lines: Vec<At> = joined.notes().iter().map(|(_, note)| note.place.at.clone()).collect();
        // Reading twice has the same result as reading once.
        joined.each_aside(List::Rejected, &mut |_| {}).expect("a file");
        joined.each_aside(List::Rejected, &mut |note| lines.push(note.place.at)).expect("a file");
        lines.sort();
        lines.dedup();
        assert_eq!(lines.len() as u64, all + 1);
        assert_eq!(joined.count_aside(List::Remarks) as u64, all - remarks as u64);
    }
}
