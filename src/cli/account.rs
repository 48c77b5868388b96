//! Shared code of the commands that add data to a catalogue: reporting what became of every entry, and opening the
//! files for the report and the catalogue.

use std::path::Path;

use crate::catalog::FORMAT;
use crate::catalog::import::Report;
use crate::export::{json_text, report_json, report_lines};
use crate::files::{Existing, Pending, Place};

use super::args::Format;
use super::failure::Failure;
use super::output::{Output, write_json};

/// Reports what became of every entry: in words on standard error, as JSON in the prepared file, and on standard output
/// if JSON output is requested.
pub(super) fn tell(report: &Report, entry: &str, to: Option<(&Path, Pending)>, output: &Output) -> Result<(), Failure> {
    for line in report_lines(report, entry) {
        output.say(&line);
    }
    if let Some((path, pending)) = to {
        let text = json_text(&report_json(report));
        pending.write(text.as_bytes()).map_err(|error| Failure::not_written("The report", path, &error))?;
    }
    if output.format() == Format::Json {
        write_json(&report_json(report))?;
    }
    Ok(())
}

/// Opens the output file for a catalogue. It replaces an existing catalogue; any other file only if forced.
pub(super) fn for_catalogue(path: &Path, existing: Existing) -> Result<Pending, Failure> {
    let place = Place::at(path).of_kind(|text| begins_with(text, 200, FORMAT)).existing(existing);
    place.open().map_err(|error| Failure::not_written("The catalogue", path, &error))
}

/// Opens the output file for a report, if one is requested. It replaces an existing report; any
/// other file only if forced.
pub(super) fn for_report(path: Option<&Path>, existing: Existing) -> Result<Option<(&Path, Pending)>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let place = Place::at(path).of_kind(|text| begins_with(text, 40, "\"read\"")).existing(existing);
    let pending = place.open().map_err(|error| Failure::not_written("The report", path, &error))?;
    Ok(Some((path, pending)))
}

fn begins_with(text: &[u8], bytes: usize, word: &str) -> Option<usize> {
    let start = String::from_utf8_lossy(&text[..text.len().min(bytes)]);
    start.contains(word).then_some(0)
}
