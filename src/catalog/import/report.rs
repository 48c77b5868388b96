//! What became of every entry of the files that were taken in: a report that adds up. It knows no format and no
//! wording beyond a reason; the invariant is that the entries read are those added, merged, already there, conflicting,
//! left out and rejected, each counted once.

use serde::{Deserialize, Serialize};

named! {
    /// What became of an entry.
    #[derive(Serialize, Deserialize)]
    Outcome, name {
        /// It is new in the catalogue.
        Added = "added", "added";
        /// It went into a record that was there.
        Merged = "merged", "merged";
        /// The catalogue said so before.
        AlreadyThere = "already_there", "already there";
        /// It is new, and contradicts what the catalogue showed before; both stay.
        Conflicting = "conflicting", "conflicting";
        /// It was understood and has no place in a catalogue.
        LeftOut = "left_out", "left out";
        /// It could not be taken in.
        Rejected = "rejected", "rejected";
    }
}

/// Where in a file an entry stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// The file as a whole.
    File,
    /// The line that it begins on, counted from 1.
    Line(u64),
    /// The pointer to it in a JSON document.
    Pointer(String),
}

/// A place in one of the files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file, as it was named.
    pub file: String,
    /// Where in it.
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

/// What is to be said of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Where it stands.
    pub place: Place,
    /// The program that it is about, by id or title, where it names one.
    pub program: Option<String>,
    /// The field that it is about, where it names one.
    pub field: Option<String>,
    /// What is to be said, as a sentence without its full stop.
    pub reason: String,
}

/// What a run did with what it read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    read: usize,
    counts: [usize; Outcome::ALL.len()],
    /// Why entries were left out, rejected, or added against what was there, in the order of their places.
    notes: Vec<(Outcome, Note)>,
    /// What is to be known of entries that were taken in, such as bounds that stood the wrong way round.
    remarks: Vec<Note>,
    /// Values that contradict each other; both stay in the catalogue.
    conflicts: Vec<Note>,
}

impl Report {
    /// Counts entries that were read; each has to be settled once.
    pub fn read(&mut self, entries: usize) {
        self.read += entries;
    }

    /// Settles entries of which nothing is to be said.
    pub fn settle(&mut self, outcome: Outcome, entries: usize) {
        self.counts[outcome as usize] += entries;
    }

    /// Settles one entry and says why.
    pub fn explain(&mut self, outcome: Outcome, note: Note) {
        self.settle(outcome, 1);
        self.notes.push((outcome, note));
    }

    /// Adds what is to be known of an entry, however it is settled.
    pub fn remark(&mut self, note: Note) {
        self.remarks.push(note);
    }

    /// Adds two values that contradict each other, whatever became of their entries.
    pub fn conflict(&mut self, note: Note) {
        self.conflicts.push(note);
    }

    /// Takes over what another run did.
    pub fn join(&mut self, other: Self) {
        self.read += other.read;
        for (own, more) in self.counts.iter_mut().zip(other.counts) {
            *own += more;
        }
        self.notes.extend(other.notes);
        self.remarks.extend(other.remarks);
        self.conflicts.extend(other.conflicts);
    }

    /// Puts the notes into the order of their places, so that a report does not depend on the way it was made.
    #[must_use]
    pub fn in_order(mut self) -> Self {
        self.notes.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        self.remarks.sort();
        self.conflicts.sort();
        self
    }

    /// How many entries were read.
    pub fn entries(&self) -> usize {
        self.read
    }

    /// How many entries came to this end.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.counts[outcome as usize]
    }

    /// Whether every entry that was read is accounted for, once.
    pub fn adds_up(&self) -> bool {
        self.read == self.counts.iter().sum::<usize>()
    }

    /// Whether anything in the catalogue is new.
    pub fn is_news(&self) -> bool {
        [Outcome::Added, Outcome::Merged, Outcome::Conflicting].into_iter().any(|outcome| self.count(outcome) > 0)
    }

    /// Why entries came to an end that needs a reason.
    pub fn notes(&self) -> &[(Outcome, Note)] {
        &self.notes
    }

    /// Values that contradict each other.
    pub fn conflicts(&self) -> &[Note] {
        &self.conflicts
    }

    /// What is to be known of entries that were taken in.
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
