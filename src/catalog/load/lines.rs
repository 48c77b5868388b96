//! A catalogue file whose layout puts one record on each line. JSON has no bare line break inside a string, so lines
//! that are whole records between the lines that open and close their arrays are the same catalogue in either reading;
//! any text of which that is not plain is left to the general reader.

use serde::Deserialize;

use super::raw::Head;

/// The lines of a catalogue file, by what they are records of.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) head: Head,
    pub(super) sources: Vec<&'static str>,
    pub(super) institutions: Vec<&'static str>,
    /// Not yet divided, because nobody may ever need it.
    pub(super) courses: &'static str,
    pub(super) programs: Vec<&'static str>,
}

impl Lines {
    /// The records of a text with one record a line; nothing for any other layout. It is read from both ends, so that
    /// the courses in the middle are not even looked at.
    pub(super) fn of(text: &'static str) -> Option<Self> {
        let (head, mut rest) = text.split_once(",\n")?;
        let head = read_head(&format!("{head}}}"))?;
        let sources = leading(&mut rest, "\"sources\":[\n")?;
        let institutions = leading(&mut rest, "\"institutions\":[\n")?;
        let (rest, programs) = trailing(rest.trim_end_matches('\n').strip_suffix("\n]}")?, "\"programs\":[")?;
        let courses = rest.strip_prefix("\"courses\":[\n")?.strip_suffix("\n],")?;
        Some(Self { head, sources, institutions, courses, programs })
    }
}

fn read_head(text: &str) -> Option<Head> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct OwnedHead {
        format: String,
        name: String,
        as_of: String,
    }
    let head: OwnedHead = serde_json::from_str(text).ok()?;
    Some(Head { format: head.format.into(), name: head.name.into(), as_of: head.as_of.into() })
}

/// Takes the array that `text` begins with.
fn leading(text: &mut &'static str, open: &str) -> Option<Vec<&'static str>> {
    let (array, rest) = text.strip_prefix(open)?.split_once("\n],\n")?;
    *text = rest;
    Some(records(array).collect())
}

/// What stands before the array that `text` ends with, and the records of the array.
fn trailing(mut text: &'static str, open: &str) -> Option<(&'static str, Vec<&'static str>)> {
    let mut records = Vec::new();
    loop {
        let (before, line) = text.rsplit_once('\n')?;
        if line == open {
            records.reverse();
            return Some((before, records));
        }
        records.push(if records.is_empty() { line } else { line.strip_suffix(',')? });
        text = before;
    }
}

/// The records of the lines of an array, without the commas between them.
pub(in crate::catalog) fn records(array: &'static str) -> impl Iterator<Item = &'static str> {
    array.split(",\n")
}

/// The record of a line.
pub(super) fn read<R: Deserialize<'static>>(line: &'static str) -> Option<R> {
    serde_json::from_str(line).ok()
}

/// The records of all lines.
pub(super) fn read_all<R: Deserialize<'static>>(lines: impl IntoIterator<Item = &'static str>) -> Option<Vec<R>> {
    lines.into_iter().map(read).collect()
}

/// The id that a line opens with, if it does and the id holds no escape.
pub(in crate::catalog) fn leading_id(line: &'static str) -> Option<&'static str> {
    let (id, _) = line.strip_prefix("{\"id\":\"")?.split_once('"')?;
    (!id.contains('\\')).then_some(id)
}
