//! Shared code of the commands that add data to a catalogue: the report on every entry, and the destinations of report
//! and catalogue, which are a file, or standard output for `-`.

use std::io::{BufWriter, Write as _};
use std::path::Path;

use crate::catalog::FORMAT;
use crate::catalog::import::Report;
use crate::export::{self, report_json, report_lines};
use crate::files::{Existing, Pending, WriteError, WriteTarget};

use super::args::Format;
use super::failure::{Failure, shown};
use super::input::is_dash;
use super::output::{Output, write_json};

/// The destination of a catalogue or a report.
pub(super) enum Target<'p> {
    /// Standard output.
    Stream,
    /// A file, which is replaced as a whole.
    File(&'p Path, Pending),
}

/// Fails if a catalogue and a report would both go to standard output.
pub(super) fn keep_apart(catalogue: &Path, report: Option<&Path>, output: &Output) -> Result<(), Failure> {
    let is_told = output.format() == Format::Json || report.is_some_and(is_dash);
    if is_dash(catalogue) && is_told {
        let reason = "The catalogue and the report cannot both go to standard output.";
        return Err(Failure::usage(format!("{reason} Name a file for one: `--output FILE` or `--report FILE`.")));
    }
    Ok(())
}

/// Says that a catalogue was not written, as the end of a sentence.
pub(super) fn not_written(catalogue: &Path) -> String {
    if is_dash(catalogue) { "nothing was written".to_owned() } else { format!("{} was not written", shown(catalogue)) }
}

/// Says that a catalogue was written, as the start of a sentence.
pub(super) fn written(catalogue: &Path) -> String {
    if is_dash(catalogue) { "Written to standard output".to_owned() } else { format!("{} written", shown(catalogue)) }
}

/// Reports on every entry: in words on standard error, as JSON in the prepared file, and on standard output if JSON is
/// requested.
pub(super) fn tell(report: &Report, entry: &str, to: Option<Target<'_>>, output: &Output) -> Result<(), Failure> {
    for line in report_lines(report, entry) {
        output.say(&line);
    }
    let is_asked = matches!(to, Some(Target::Stream)) || output.format() == Format::Json;
    if let Some(Target::File(path, mut pending)) = to {
        let mut out = BufWriter::new(pending.file());
        let written = export::write_json(&mut out, &report_json(report)).and_then(|()| out.flush());
        drop(out);
        let kept = written.map_err(WriteError::from).and_then(|()| pending.keep());
        kept.map_err(|error| Failure::not_written("The report", path, &error))?;
    }
    if is_asked {
        write_json(&report_json(report))?;
    }
    Ok(())
}

/// Opens the output file for a catalogue. An existing catalogue is replaced, any other file only if forced.
pub(super) fn for_catalogue(path: &Path, existing: Existing) -> Result<Target<'_>, Failure> {
    let place = WriteTarget::at(path).of_kind(|text| begins_with(text, 200, FORMAT)).existing(existing);
    open("The catalogue", path, &place)
}

/// Opens the output file for a report, if one is requested. An existing report is replaced, any other file only if
/// forced.
pub(super) fn for_report(path: Option<&Path>, existing: Existing) -> Result<Option<Target<'_>>, Failure> {
    let place = |path| WriteTarget::at(path).of_kind(|text| begins_with(text, 40, "\"read\"")).existing(existing);
    path.map(|path| open("The report", path, &place(path))).transpose()
}

fn open<'p>(what: &str, path: &'p Path, place: &WriteTarget) -> Result<Target<'p>, Failure> {
    if is_dash(path) {
        return Ok(Target::Stream);
    }
    let pending = place.open().map_err(|error| Failure::not_written(what, path, &error))?;
    Ok(Target::File(path, pending))
}

fn begins_with(text: &[u8], bytes: usize, word: &str) -> Option<usize> {
    let start = String::from_utf8_lossy(&text[..text.len().min(bytes)]);
    start.contains(word).then_some(0)
}
