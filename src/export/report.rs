//! The report of an import, in words and as JSON: how many entries were read, what became of them, and the reason for
//! each entry that was left out, rejected, or contradicts the catalogue.

use std::collections::BTreeMap;

use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use crate::catalog::import::{At, List, Note, Outcome, Report};
use crate::catalog::printable;
use crate::english::counted;

/// The maximum number of notes of one kind listed in words; the JSON lists all.
const MAX_TOLD: usize = 40;

/// Returns the report as JSON. `read` is the sum of `added`, `merged`, `left_out` and
/// `rejected`; the last two are lists.
pub fn report_json(report: &Report) -> impl Serialize {
    Listed {
        read: report.entries(),
        // A contradicting claim is added as well, so it counts as added.
        added: report.count(Outcome::Added) + report.count(Outcome::Conflicting),
        merged: report.count(Outcome::Merged) + report.count(Outcome::AlreadyThere),
        already_there: report.count(Outcome::AlreadyThere),
        left_out: Messages { report, list: List::LeftOut },
        rejected: Messages { report, list: List::Rejected },
        conflicts: Messages { report, list: List::Conflicts },
        remarks: Messages { report, list: List::Remarks },
    }
}

/// A report as it is serialized.
#[derive(Serialize)]
struct Listed<'r> {
    read: usize,
    added: usize,
    merged: usize,
    already_there: usize,
    left_out: Messages<'r>,
    rejected: Messages<'r>,
    conflicts: Messages<'r>,
    remarks: Messages<'r>,
}

/// A list of messages, serialized one by one because there can be millions.
struct Messages<'r> {
    report: &'r Report,
    list: List,
}

impl Messages<'_> {
    /// Returns the messages that are held in memory.
    fn held(&self) -> impl Iterator<Item = &Note> {
        let explains = match self.list {
            List::LeftOut => Some(Outcome::LeftOut),
            List::Rejected => Some(Outcome::Rejected),
            List::Conflicts => Some(Outcome::Conflicting),
            List::Remarks => None,
        };
        let notes = self.report.notes().iter().filter(move |(outcome, _)| Some(*outcome) == explains);
        let others = match self.list {
            List::Conflicts => self.report.conflicts(),
            List::Remarks => self.report.remarks(),
            List::LeftOut | List::Rejected => &[],
        };
        notes.map(|(_, note)| note).chain(others)
    }
}

impl Serialize for Messages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for note in self.held() {
            list.serialize_element(&note_json(note))?;
        }
        let mut written = Ok(());
        let read = self.report.each_aside(self.list, &mut |note| {
            if written.is_ok() {
                written = list.serialize_element(&note_json(&note));
            }
        });
        read.map_err(S::Error::custom)?;
        written?;
        list.end()
    }
}

fn note_json(note: &Note) -> Value {
    let at = match &note.place.at {
        At::File => String::new(),
        At::Line(line) => format!("line {line}"),
        At::Pointer(pointer) => pointer.clone(),
    };
    let mut value = json!({"file": note.place.file, "at": at, "reason": note.reason});
    for (key, name) in [("program", &note.program), ("field", &note.field)] {
        if let Some(name) = name {
            value[key] = name.as_str().into();
        }
    }
    value
}

/// Returns the report in words: a line for each entry that has a reason, then the counts. `entry` is the word
/// for an entry, such as `row`.
pub fn report_lines(report: &Report, entry: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for outcome in [Outcome::Rejected, Outcome::Conflicting] {
        let notes = report.notes().iter().filter(|(of, _)| *of == outcome);
        let aside = if outcome == Outcome::Rejected { report.count_aside(List::Rejected) } else { 0 };
        told(&mut lines, notes.map(|(_, note)| line(note, outcome.name())), aside);
    }
    let conflicts = report.conflicts().iter().map(|note| line(note, "conflict, both kept"));
    told(&mut lines, conflicts, report.count_aside(List::Conflicts));
    told(&mut lines, report.remarks().iter().map(|note| line(note, "")), report.count_aside(List::Remarks));
    lines.extend(left_out(report));
    lines.push(sum(report, entry));
    lines
}

/// Appends the first [`MAX_TOLD`] lines and the number of further ones, including those that are not held in memory.
fn told(lines: &mut Vec<String>, mut notes: impl Iterator<Item = String>, aside: usize) {
    lines.extend(notes.by_ref().take(MAX_TOLD));
    let more = notes.count() + aside;
    if more > 0 {
        lines.push(format!("... and {more} more of this kind; `--report FILE` writes all of them."));
    }
}

/// Returns the entries that were left out, grouped by reason, because many may share one.
fn left_out(report: &Report) -> Vec<String> {
    let mut counts: BTreeMap<&str, (usize, &Note)> = BTreeMap::new();
    for (_, note) in report.notes().iter().filter(|(outcome, _)| *outcome == Outcome::LeftOut) {
        counts.entry(note.reason.as_str()).or_insert((0, note)).0 += 1;
    }
    let aside = report.left_out_aside();
    for (reason, count, first) in &aside {
        counts.entry(reason).or_insert((0, first)).0 += count;
    }
    let say = |(reason, (count, first)): (&str, (usize, &Note))| match count {
        1 => line(first, Outcome::LeftOut.name()),
        count => printable(&format!("{count} left out, the first at {}: {reason}.", first.place)).into_owned(),
    };
    counts.into_iter().map(say).collect()
}

/// Formats a note: `facts.csv:7: mitx-finance, price: rejected: has no currency.`
fn line(note: &Note, outcome: &str) -> String {
    let about: Vec<&str> = [&note.program, &note.field].into_iter().flatten().map(String::as_str).collect();
    let about = if about.is_empty() { String::new() } else { format!("{}: ", about.join(", ")) };
    let outcome = if outcome.is_empty() { String::new() } else { format!("{outcome}: ") };
    let stop = if note.reason.ends_with(['.', '?', '!']) { "" } else { "." };
    printable(&format!("{}: {about}{outcome}{}{stop}", note.place, note.reason)).into_owned()
}

/// Formats the counts: `14 rows read: 9 added, 3 already there, 2 rejected.`
fn sum(report: &Report, entry: &str) -> String {
    let conflicting = report.count(Outcome::Conflicting);
    let part = |outcome: &Outcome| match (outcome, report.count(*outcome)) {
        // A contradicting claim is added as well, so it counts as added.
        (Outcome::Added, count) if conflicting > 0 => {
            Some(format!("{} added ({conflicting} in conflict, both kept)", count + conflicting))
        }
        (Outcome::Conflicting, _) | (_, 0) => None,
        (outcome, count) => Some(format!("{count} {}", outcome.name())),
    };
    let parts: Vec<String> = Outcome::ALL.iter().filter_map(part).collect();
    let parts = if parts.is_empty() { "nothing to do".to_owned() } else { parts.join(", ") };
    format!("{} read: {parts}.", counted(report.entries(), entry))
}
