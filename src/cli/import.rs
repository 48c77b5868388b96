//! `prospectus catalog import`: a catalogue of what comes from elsewhere. The catalogue is written as a whole or not at
//! all; the account of every record goes to standard error, and as JSON where asked for.

use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::catalog::import::{ImportError, Imported, Input, Outcome, Report, import};
use crate::catalog::{FORMAT, printable};
use crate::export::{report_json, report_lines};
use crate::files::{Pending, Place};

use super::args::{Format, Import};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure, not_loaded};

pub(super) fn run(words: &Import, desk: &Desk) -> Result<Exit, Failure> {
    let inputs = words.files.iter().map(|path| input(path)).collect();
    let format = match words.format {
        Some(Format::Taken(format)) => format,
        _ => None,
    };
    let mut progress = Progress::default();
    let imported = import(inputs, words.into.as_deref(), format, &mut |records| progress.tell(records));
    progress.end();
    let imported = imported.map_err(|error| failed(&error, words))?;
    account(&imported.report, words, desk)?;
    if let Some(reason) = refusal(&imported, words) {
        return Err(Failure::refused(vec![format!("{reason} {} was not written.", shown(&words.output))]));
    }
    save(&imported, words, desk)
}

fn input(path: &Path) -> Input {
    if path.as_os_str() == "-" {
        Input::Reader("-".to_owned(), Box::new(std::io::stdin()))
    } else {
        Input::Path(path.to_owned())
    }
}

fn failed(error: &ImportError, words: &Import) -> Failure {
    match error {
        ImportError::Into(reason) => {
            not_loaded(&words.into.as_deref().unwrap_or(Path::new("")).to_string_lossy(), reason)
        }
        ImportError::Broken(_) => Failure::refused(vec![format!("{error}.")]),
        error => Failure::failed(format!("{error}.")),
    }
}

/// Tells what became of every record, in words, and as JSON where asked for.
fn account(report: &Report, words: &Import, desk: &Desk) -> Result<(), Failure> {
    for line in report_lines(report, "record") {
        desk.say(&line);
    }
    if let Some(path) = &words.report {
        let not_written = |error| Failure::not_written("The report", path, &error);
        let pending = place(path, words, is_report).open().map_err(not_written)?;
        pending.write(format!("{:#}\n", report_json(report)).as_bytes()).map_err(not_written)?;
    }
    if desk.format() == Format::Json {
        write_json(&report_json(report))?;
    }
    Ok(())
}

/// Why nothing is written.
fn refusal(imported: &Imported, words: &Import) -> Option<&'static str> {
    let report = &imported.report;
    let rejected = report.count(Outcome::Rejected);
    if words.strict && rejected > 0 {
        Some("With `--strict` nothing may be rejected, so")
    } else if imported.is_empty() || rejected + report.count(Outcome::LeftOut) == report.entries() {
        Some("Nothing could be taken in, so")
    } else {
        None
    }
}

fn save(imported: &Imported, words: &Import, desk: &Desk) -> Result<Exit, Failure> {
    let out = open(words)?;
    imported.write(out).map_err(|error| failed(&error, words))?;
    let news = if imported.report.is_news() { "" } else { " as it was: nothing is new" };
    let (programs, courses) = (imported.programs(), imported.courses());
    let counted = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let held = format!("{}, {}", counted(programs, "program"), counted(courses, "course"));
    desk.say(&format!("{} written{news} ({held}).", shown(&words.output)));
    Ok(Exit::Fine)
}

fn open(words: &Import) -> Result<Pending, Failure> {
    let place = place(&words.output, words, is_catalogue);
    place.open().map_err(|error| Failure::not_written("The catalogue", &words.output, &error))
}

fn place(path: &Path, words: &Import, kind: fn(&[u8]) -> Option<usize>) -> Place {
    Place::at(path).of_kind(kind).existing(words.force.into())
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

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}

/// How far the reading is, on a terminal only: in a pipe there is silence.
#[derive(Default)]
struct Progress {
    has_told: bool,
}

impl Progress {
    fn tell(&mut self, records: usize) {
        let mut stderr = std::io::stderr();
        if stderr.is_terminal() {
            self.has_told = true;
            // A line that cannot be shown is no reason to stop.
            let _ = write!(stderr, "\r{records} records read");
        }
    }

    fn end(&self) {
        if self.has_told {
            let _ = writeln!(std::io::stderr());
        }
    }
}
