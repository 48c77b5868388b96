//! From the bytes of a catalogue file to a checked `Catalog`. Every rule that a record can break is checked here, so
//! that the rest of the program never meets a bad record; a file that breaks one is refused as a whole, with the
//! record's id and the field, and what was loaded before stays as it is.
//!
//! A file with one record on each line, as the shipped one, is read line by line; any other layout, and a file with
//! a fault in its JSON, is read in one piece. Both come to the same `Draft` and the same `Checker`.

mod check;
mod draft;
mod explain;
mod lines;
mod raw;
#[cfg(test)]
mod tests;
mod value;

use super::{Catalog, CatalogError, Course};
use check::Checker;
use draft::Draft;
use lines::Lines;
use raw::{Head, RawCatalog};

pub(super) use check::{ByName, Names};
pub(super) use lines::{leading_id, records};

/// The format that this version reads.
pub const FORMAT: &str = "prospectus-catalog/1";

/// When the courses of a catalogue are read and checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CourseReading {
    /// With everything else.
    AtOnce,
    /// Each when it is asked for: for text that is known to keep every rule, as a test knows of the shipped catalogue.
    OnDemand,
}

/// Reads and checks a whole catalogue. All broken rules are reported at once.
pub(super) fn load(text: &'static str, reading: CourseReading) -> Result<Catalog, CatalogError> {
    let Some(lines) = Lines::of(text) else { return from_whole(text) };
    check_format(&lines.head)?;
    match from_lines(lines, reading) {
        Some((head, draft)) => draft.finish(head, text),
        None => from_whole(text),
    }
}

/// Reads a catalogue record by record. Nothing where a line is not a whole record: then the file has another layout,
/// or a fault that is better explained from the whole.
fn from_lines(lines: Lines, reading: CourseReading) -> Option<(Head, Draft)> {
    let mut draft = Draft::default();
    draft.sources(lines::read_all(lines.sources)?);
    draft.institutions(lines::read_all(lines.institutions)?);
    match reading {
        CourseReading::AtOnce => draft.courses(lines::read_all(lines::records(lines.courses))?),
        CourseReading::OnDemand => draft.courses_on_demand(lines.courses),
    }
    draft.programs_of_lines(&lines.programs)?;
    Some((lines.head, draft))
}

/// Reads a catalogue of any layout in one piece.
fn from_whole(text: &'static str) -> Result<Catalog, CatalogError> {
    let raw: RawCatalog = serde_json::from_str(text).map_err(|error| explain::explain(text, &error))?;
    let head = Head { format: raw.format, name: raw.name, as_of: raw.as_of };
    check_format(&head)?;
    let mut draft = Draft::default();
    draft.sources(raw.sources);
    draft.institutions(raw.institutions);
    draft.courses(raw.courses);
    draft.programs(raw.programs);
    draft.finish(head, text)
}

/// Reads one course of a catalogue of which every record is known to keep every rule.
pub(super) fn course(line: &'static str, names: &Names) -> Course {
    let raw = lines::read(line).expect("a test reads every course of the shipped catalogue");
    Checker::new(names).course(raw)
}

fn check_format(head: &Head) -> Result<(), CatalogError> {
    if head.format == FORMAT { Ok(()) } else { Err(explain::other_format(&head.format)) }
}
