//! `prospectus catalog merge`: facts from files into a catalogue. The catalogue that comes out is written as a whole or not
//! at all, after the loader has accepted it; the account of every row goes to standard error, and as JSON where asked for.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use crate::catalog::import::{Document, FactsFile, Merged, Outcome, Report, merge_facts};
use crate::catalog::{Catalog, FORMAT, printable};
use crate::export::{report_json, report_lines};
use crate::files::{Pending, Place, read_text};

use super::args::{Format, Merge};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure, not_loaded};

/// No catalogue in JSON is longer than this by an order of magnitude.
const MAX_CATALOG: u64 = 1 << 30;
/// No file of facts is.
const MAX_FACTS: u64 = 256 << 20;

pub(super) fn run(words: &Merge, desk: &Desk) -> Result<Exit, Failure> {
    let document = catalogue(&words.into)?;
    let files = words.facts.iter().map(|path| facts(path)).collect::<Result<Vec<_>, Failure>>()?;
    let out = open(&words.output, words)?;
    let report_file = words.report.as_deref().map(|path| open_report(path, words)).transpose()?;
    let merged = merge_facts(document, &files);
    for line in report_lines(&merged.report, "row") {
        desk.say(&line);
    }
    if let Some((path, pending)) = words.report.as_deref().zip(report_file) {
        let text = format!("{:#}\n", report_json(&merged.report));
        pending.write(text.as_bytes()).map_err(|error| Failure::not_written("The report", path, &error))?;
    }
    if desk.format() == Format::Json {
        write_json(&report_json(&merged.report))?;
    }
    if is_refused(&merged.report) {
        return Err(Failure::refused(vec![format!("{} was not written.", shown(&words.output))]));
    }
    save(&merged, out, &words.output, desk)
}

/// Whether a file was refused as a whole, or nothing could be taken in of all that was read.
fn is_refused(report: &Report) -> bool {
    let is_of_a_file = |note: &crate::catalog::import::Note| note.place.at == crate::catalog::import::At::File;
    report.notes().iter().any(|(_, note)| is_of_a_file(note))
        || (report.entries() > 0 && report.count(Outcome::Rejected) == report.entries())
}

fn catalogue(path: &Path) -> Result<Document, Failure> {
    let unreadable = |reason: String| Failure::failed(format!("{} {reason}.", shown(path)));
    let text = read_text(path, MAX_CATALOG).map_err(|error| unreadable(error.to_string()))?;
    Catalog::from_text(&text).map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    Document::parse(&text).map_err(|error| unreadable(format!("cannot be read ({error})")))
}

fn facts(path: &Path) -> Result<FactsFile, Failure> {
    let unreadable = |reason: &dyn std::fmt::Display| Failure::failed(format!("{} {reason}.", shown(path)));
    let mut bytes = Vec::new();
    let file = File::open(path).and_then(|file| file.take(MAX_FACTS + 1).read_to_end(&mut bytes));
    file.map_err(|error| unreadable(&format!("cannot be read ({error})")))?;
    if bytes.len() as u64 > MAX_FACTS {
        return Err(unreadable(&"is too long to be a file of facts"));
    }
    Ok(FactsFile { name: path.to_string_lossy().into_owned(), bytes })
}

fn open(path: &Path, words: &Merge) -> Result<Pending, Failure> {
    let place = Place::at(path).of_kind(is_catalogue).existing(words.force.into());
    place.open().map_err(|error| Failure::not_written("The catalogue", path, &error))
}

fn open_report(path: &Path, words: &Merge) -> Result<Pending, Failure> {
    let place = Place::at(path).of_kind(is_report).existing(words.force.into());
    place.open().map_err(|error| Failure::not_written("The report", path, &error))
}

/// A catalogue in JSON replaces another one; nothing else is replaced unless that is forced.
fn is_catalogue(text: &[u8]) -> Option<usize> {
    begins_with(text, 200, FORMAT)
}

fn is_report(text: &[u8]) -> Option<usize> {
    begins_with(text, 40, "\"read\"")
}

fn begins_with(text: &[u8], bytes: usize, word: &str) -> Option<usize> {
    let start = String::from_utf8_lossy(&text[..text.len().min(bytes)]);
    start.contains(word).then_some(0)
}

fn save(merged: &Merged, out: Pending, path: &Path, desk: &Desk) -> Result<Exit, Failure> {
    let text = merged.document.text();
    Catalog::from_text(&text).map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    out.write(text.as_bytes()).map_err(|error| Failure::not_written("The catalogue", path, &error))?;
    let news = if merged.report.is_news() { "with what is new" } else { "as it was: nothing is new" };
    desk.say(&format!("{} written {news}.", shown(path)));
    Ok(Exit::Fine)
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
