//! `prospectus catalog merge`: adds facts from files to a catalogue. The loader checks the resulting catalogue before
//! it is written, completely or not at all. A report on every row goes to standard error, and on request to a file or
//! standard output as JSON.

use std::io::Write;
use std::path::Path;

use crate::catalog::import::{Document, FactsFile, Merged, Outcome, Report, merge_facts};
use crate::catalog::{Catalog, keep_fuller};
use crate::clock;
use crate::files::{self, ReadError, WriteError, read_packed_text, whole_bytes};

use super::account::{self, Target};
use super::args::Merge;
use super::failure::{Exit, Failure, not_loaded, shown};
use super::output::{Output, write};

/// The maximum size of a catalogue in JSON, in bytes; real ones are shorter by an order of magnitude.
const MAX_CATALOG: u64 = 1 << 30;
/// The maximum size of a file of facts, in bytes.
const MAX_FACTS: u64 = 256 << 20;

pub(super) fn run(words: &Merge, output: &Output) -> Result<Exit, Failure> {
    account::keep_apart(&words.output, words.report.as_deref(), output)?;
    let document = catalogue(&words.into)?;
    let files = words.facts.iter().map(|path| facts(path)).collect::<Result<Vec<_>, Failure>>()?;
    let existing = words.force.into();
    let out = account::for_catalogue(&words.output, existing)?;
    let report = account::for_report(words.report.as_deref(), existing)?;
    let merged = merge_facts(document, &files, clock::today());
    account::tell(&merged.report, "row", report, output)?;
    if is_refused(&merged.report) {
        return Err(Failure::refused(vec![format!(
            "A whole file or every row was rejected, so {}.",
            account::not_written(&words.output)
        )]));
    }
    save(&merged, out, &words.output, output)
}

/// Whether a whole file was rejected, or every entry in all files.
fn is_refused(report: &Report) -> bool {
    let is_of_a_file = |note: &crate::catalog::import::Note| note.place.at == crate::catalog::import::At::File;
    report.notes().iter().any(|(_, note)| is_of_a_file(note))
        || (report.entries() > 0 && report.count(Outcome::Rejected) == report.entries())
}

fn catalogue(path: &Path) -> Result<Document, Failure> {
    let unreadable = |reason: String| Failure::failed(format!("{} {reason}.", shown(path)));
    let text = read_packed_text(path, MAX_CATALOG).map_err(|error| unreadable(error.to_string()))?;
    Catalog::from_text(&text).map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    Document::parse(&text).map_err(|error| unreadable(format!("cannot be read ({error})")))
}

fn facts(path: &Path) -> Result<FactsFile, Failure> {
    let unreadable = |reason: &dyn std::fmt::Display| Failure::failed(format!("{} {reason}.", shown(path)));
    let read = files::open(path).map_err(ReadError::from).and_then(|file| whole_bytes(file, MAX_FACTS));
    let bytes = read.map_err(|error| match error {
        ReadError::TooLong(_) => unreadable(&"is too long to be a file of facts"),
        error => unreadable(&error),
    })?;
    Ok(FactsFile { name: path.to_string_lossy().into_owned(), bytes })
}

fn save(merged: &Merged, out: Target<'_>, path: &Path, output: &Output) -> Result<Exit, Failure> {
    let text = merged.document.text();
    Catalog::from_text(&text).map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    match out {
        Target::Stream => write(text.as_bytes())?,
        Target::File(path, mut out) => {
            let put = out.file().write_all(text.as_bytes()).map_err(WriteError::from).and_then(|()| keep_fuller(out));
            put.map_err(|error| Failure::not_written("The catalogue", path, &error))?;
        }
    }
    let news = if merged.report.is_news() { "with what is new" } else { "unchanged: nothing is new" };
    output.say(&format!("{} {news}.", account::written(path)));
    Ok(Exit::Fine)
}
