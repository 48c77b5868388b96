//! The account of what was taken into a catalogue, in words and as JSON. Both say the same: how many entries were read and
//! what became of them, and the reason of each that was left out, rejected, or contradicts what there was.

use serde_json::{Map, Value, json};

use crate::catalog::import::{At, Note, Outcome, Report};
use crate::catalog::printable;

/// The account as JSON.
pub fn report_json(report: &Report) -> Value {
    let mut object = Map::new();
    object.insert("read".to_owned(), report.entries().into());
    for outcome in Outcome::ALL {
        object.insert(outcome.slug().to_owned(), report.count(*outcome).into());
    }
    let notes = report.notes().iter().map(|(outcome, note)| note_json(note, Some(*outcome)));
    object.insert("notes".to_owned(), notes.collect());
    object.insert("remarks".to_owned(), report.remarks().iter().map(|note| note_json(note, None)).collect());
    Value::Object(object)
}

fn note_json(note: &Note, outcome: Option<Outcome>) -> Value {
    let (line, pointer) = match &note.place.at {
        At::File => (None, None),
        At::Line(line) => (Some(*line), None),
        At::Pointer(pointer) => (None, Some(pointer.as_str())),
    };
    let mut value = json!({
        "file": note.place.file, "line": line, "pointer": pointer, "program": note.program, "field": note.field,
        "reason": note.reason,
    });
    if let (Value::Object(object), Some(outcome)) = (&mut value, outcome) {
        object.insert("outcome".to_owned(), outcome.slug().into());
    }
    value
}

/// The account for people: a line for each entry that has a reason, then the numbers. `entry` is what entries are called,
/// such as `row`.
pub fn report_lines(report: &Report, entry: &str) -> Vec<String> {
    let told = |(outcome, _): &&(Outcome, Note)| *outcome != Outcome::LeftOut;
    let mut lines: Vec<String> =
        report.notes().iter().filter(told).map(|(outcome, note)| line(note, Some(*outcome))).collect();
    lines.extend(report.remarks().iter().map(|note| line(note, None)));
    lines.push(sum(report, entry));
    lines
}

/// `facts.csv:7: mitx-finance, price: rejected, has no currency.`
fn line(note: &Note, outcome: Option<Outcome>) -> String {
    let about: Vec<&str> = [&note.program, &note.field].into_iter().flatten().map(String::as_str).collect();
    let about = if about.is_empty() { String::new() } else { format!("{}: ", about.join(", ")) };
    let outcome = outcome.map_or(String::new(), |outcome| format!("{}: ", outcome.name()));
    let stop = if note.reason.ends_with(['.', '?', '!']) { "" } else { "." };
    printable(&format!("{}: {about}{outcome}{}{stop}", note.place, note.reason)).into_owned()
}

/// `14 rows read: 9 added, 3 already there, 2 rejected.`
fn sum(report: &Report, entry: &str) -> String {
    let parts: Vec<String> = Outcome::ALL
        .iter()
        .filter(|outcome| report.count(**outcome) > 0)
        .map(|outcome| format!("{} {}", report.count(*outcome), outcome.name()))
        .collect();
    let plural = if report.entries() == 1 { "" } else { "s" };
    let parts = if parts.is_empty() { "nothing to do".to_owned() } else { parts.join(", ") };
    format!("{} {entry}{plural} read: {parts}.", report.entries())
}
