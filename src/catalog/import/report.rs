//! The report of an import: what became of every entry that was read. It knows no format, and no wording beyond a
//! reason. The invariant is that every entry read is counted once: as added, merged, already there, conflicting, left
//! out or rejected.

use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    File,
    /// The line on which it begins, counted from 1.
    Line(u64),
    /// The JSON pointer to it.
    Pointer(String),
}

/// A place in one of the files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path of the file, as it was named.
    pub file: String,
    /// The position in the file.
    pub at: At,
}

impl std::fmt::Display for Place {
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
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The place of the entry.
    pub place: Place,
    /// The id or title of the program concerned; `None` if the entry names none.
    pub program: Option<String>,
    /// The field concerned; `None` if the entry names none.
    pub field: Option<String>,
    /// The message, as a sentence without a full stop.
    pub reason: String,
}

/// What a run did with everything it read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    read: usize,
    counts: [usize; Outcome::ALL.len()],
    /// Why entries were left out, rejected or conflicting, sorted by place.
    notes: Vec<(Outcome, Note)>,
    /// Remarks about entries that were used, for example that bounds were swapped.
    remarks: Vec<Note>,
    /// Values that contradict each other; both stay in the catalogue.
    conflicts: Vec<Note>,
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
        self.notes.push((outcome, note));
    }

    /// Adds a remark about an entry, however it is settled.
    pub fn remark(&mut self, note: Note) {
        self.remarks.push(note);
    }

    /// Adds a contradiction between two values, whatever became of their entries.
    pub fn conflict(&mut self, note: Note) {
        self.conflicts.push(note);
    }

    /// Adds the report of another run to this one.
    pub fn join(&mut self, other: Self) {
        self.read += other.read;
        for (own, more) in self.counts.iter_mut().zip(other.counts) {
            *own += more;
        }
        self.notes.extend(other.notes);
        self.remarks.extend(other.remarks);
        self.conflicts.extend(other.conflicts);
    }

    /// Sorts all messages by place, so that a report does not depend on the order in which it was made.
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

    /// The explanations of outcomes.
    pub fn notes(&self) -> &[(Outcome, Note)] {
        &self.notes
    }

    /// The contradictions between values.
    pub fn conflicts(&self) -> &[Note] {
        &self.conflicts
    }

    /// The remarks about entries that were used.
    pub fn remarks(&self) -> &[Note] {
        &self.remarks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(line: u64) -> Note {
        let place = Place { file: "facts.csv".into(), at: At::Line(line) };
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
        assert_eq!(of([3, 1, 2]), of([2, 3, 1]));
        assert_eq!(of([3, 1, 2]).notes()[0].1.place.to_string(), "facts.csv:1");
    }
}
