//! The report of an import, in words and as JSON: how many entries were read, what became of them, and the reason for
//! each entry that was left out, rejected, or contradicts the catalogue.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::catalog::import::{At, Note, Outcome, Report};
use crate::catalog::printable;
use crate::english::counted;

/// The greatest number of notes of one kind listed in words; the JSON lists all.
const MAX_TOLD: usize = 40;

/// Returns the report as JSON. `read` is the sum of `added`, `merged`, `left_out` and
/// `rejected`; the last two are lists.
pub fn report_json(report: &Report) -> Value {
    let notes =
        |wanted: Outcome| report.notes().iter().filter(move |(outcome, _)| *outcome == wanted).map(|(_, note)| note);
    let conflicting = notes(Outcome::Conflicting).chain(report.conflicts());
    json!({
        "read": report.entries(),
        // A contradicting claim is added as well, so it counts as added.
        "added": report.count(Outcome::Added) + report.count(Outcome::Conflicting),
        "merged": report.count(Outcome::Merged) + report.count(Outcome::AlreadyThere),
        "already_there": report.count(Outcome::AlreadyThere),
        "left_out": notes(Outcome::LeftOut).map(note_json).collect::<Value>(),
        "rejected": notes(Outcome::Rejected).map(note_json).collect::<Value>(),
        "conflicts": conflicting.map(note_json).collect::<Value>(),
        "remarks": report.remarks().iter().map(note_json).collect::<Value>(),
    })
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
        told(&mut lines, notes.map(|(_, note)| line(note, outcome.name())));
    }
    told(&mut lines, report.conflicts().iter().map(|note| line(note, "conflict, both kept")));
    told(&mut lines, report.remarks().iter().map(|note| line(note, "")));
    lines.extend(left_out(report));
    lines.push(sum(report, entry));
    lines
}

/// Adds the first [`MAX_TOLD`] lines, and how many more there are.
fn told(lines: &mut Vec<String>, mut notes: impl Iterator<Item = String>) {
    lines.extend(notes.by_ref().take(MAX_TOLD));
    let more = notes.count();
    if more > 0 {
        lines.push(format!("... and {more} more of this kind; `--report FILE` writes all of them."));
    }
}

/// The entries that were left out, grouped by reason, because there can be many with the same one.
fn left_out(report: &Report) -> Vec<String> {
    let mut counts: BTreeMap<&str, (usize, &Note)> = BTreeMap::new();
    for (_, note) in report.notes().iter().filter(|(outcome, _)| *outcome == Outcome::LeftOut) {
        counts.entry(note.reason.as_str()).or_insert((0, note)).0 += 1;
    }
    let say = |(reason, (count, first)): (&str, (usize, &Note))| match count {
        1 => line(first, Outcome::LeftOut.name()),
        count => printable(&format!("{count} left out, the first at {}: {reason}.", first.place)).into_owned(),
    };
    counts.into_iter().map(say).collect()
}

/// `facts.csv:7: mitx-finance, price: rejected: has no currency.`
fn line(note: &Note, outcome: &str) -> String {
    let about: Vec<&str> = [&note.program, &note.field].into_iter().flatten().map(String::as_str).collect();
    let about = if about.is_empty() { String::new() } else { format!("{}: ", about.join(", ")) };
    let outcome = if outcome.is_empty() { String::new() } else { format!("{outcome}: ") };
    let stop = if note.reason.ends_with(['.', '?', '!']) { "" } else { "." };
    printable(&format!("{}: {about}{outcome}{}{stop}", note.place, note.reason)).into_owned()
}

/// `14 rows read: 9 added, 3 already there, 2 rejected.`
fn sum(report: &Report, entry: &str) -> String {
    let there = Outcome::ALL.iter().filter(|outcome| report.count(**outcome) > 0);
    let parts: Vec<String> = there.map(|outcome| format!("{} {}", report.count(*outcome), outcome.name())).collect();
    let parts = if parts.is_empty() { "nothing to do".to_owned() } else { parts.join(", ") };
    format!("{} read: {parts}.", counted(report.entries(), entry))
}
