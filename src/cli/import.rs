//! `prospectus catalog import`: makes a catalogue from other files. The output is written completely or not at all. A
//! report on every record goes to standard error, and on request to a file or standard output as JSON.

use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::catalog::import::{ImportError, Imported, Input, Outcome, import, is_foreign};
use crate::clock;
use crate::english::counted;

use super::account::{self, Target};
use super::args::{Format, Import};
use super::failure::{Exit, Failure, not_loaded, shown};
use super::input::is_dash;
use super::output::{Output, written};

pub(super) fn run(words: &Import, output: &Output) -> Result<Exit, Failure> {
    account::keep_apart(&words.output, words.report.as_deref(), output)?;
    let inputs = words.files.iter().map(|path| input(path)).collect();
    let format = match words.format {
        Some(Format::Input(format)) => format,
        _ => None,
    };
    let mut progress = Progress::default();
    let imported = import(inputs, words.into.as_deref(), format, clock::today(), &mut |records| progress.tell(records));
    progress.end();
    let mut imported = imported.map_err(|error| failed(&error, words))?;
    let existing = words.force.into();
    let report = account::for_report(words.report.as_deref(), existing)?;
    account::tell(&imported.report, "record", report, output)?;
    if let Some(reason) = refusal(&imported, words) {
        return Err(Failure::refused(vec![format!("{reason} {}.", account::not_written(&words.output))]));
    }
    save(&mut imported, words, output)
}

fn input(path: &Path) -> Input {
    if is_dash(path) {
        Input::Reader("-".to_owned(), Box::new(crate::stream::stdin()))
    } else {
        Input::Path(path.to_owned())
    }
}

fn failed(error: &ImportError, words: &Import) -> Failure {
    match error {
        ImportError::Into(reason) => {
            let into = words.into.as_deref().unwrap_or(Path::new(""));
            if is_foreign(into) {
                return Failure::refused(vec![format!(
                    "{} is no catalogue of this program to add to; `prospectus catalog import {} -o FILE` makes one of it.",
                    shown(into),
                    shown(into)
                )]);
            }
            not_loaded(&into.to_string_lossy(), reason)
        }
        ImportError::Unwritten { path, source } => Failure::not_written("The catalogue", path, source),
        ImportError::Broken(_) => Failure::refused(vec![format!("{error}.")]),
        error => Failure::failed(format!("{error}.")),
    }
}

/// Returns why nothing is written; `None` if the import may be saved.
fn refusal(imported: &Imported, words: &Import) -> Option<&'static str> {
    let report = &imported.report;
    let rejected = report.count(Outcome::Rejected);
    if words.strict && rejected > 0 {
        Some("With `--strict` nothing may be rejected, so")
    } else if imported.is_empty() || rejected + report.count(Outcome::LeftOut) == report.entries() {
        Some("Nothing usable was read, so")
    } else {
        None
    }
}

fn save(imported: &mut Imported, words: &Import, output: &Output) -> Result<Exit, Failure> {
    match account::for_catalogue(&words.output, words.force.into())? {
        Target::Stream => written(|out| imported.copy(out))?,
        Target::File(_, pending) => imported.write(pending).map_err(|error| failed(&error, words))?,
    }
    let news = if imported.report.is_news() { "" } else { " unchanged: nothing is new" };
    let (programs, courses) = (imported.programs, imported.courses);
    let held = format!("{}, {}", counted(programs, "program"), counted(courses, "course"));
    output.say(&format!("{}{news} ({held}).", account::written(&words.output)));
    Ok(Exit::Fine)
}

/// Shows progress, but only on a terminal.
#[derive(Default)]
struct Progress {
    has_told: bool,
}

impl Progress {
    fn tell(&mut self, records: usize) {
        let mut stderr = std::io::stderr();
        if stderr.is_terminal() {
            self.has_told = true;
            // A failure to show progress does not stop the import.
            let _ = write!(stderr, "\r{records} records read");
        }
    }

    fn end(&self) {
        if self.has_told {
            let _ = writeln!(std::io::stderr());
        }
    }
}
