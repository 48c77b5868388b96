//! Writes a report file at the path that the user typed, relative to the current folder. It never overwrites a file
//! that is not a report.

use std::path::{Path, PathBuf};

use crate::catalog::printable;
use crate::files::{WriteError, WriteTarget};
use crate::page::is_report;

/// The report could not be written; the message is a full sentence.
#[derive(Debug, thiserror::Error)]
#[error("The report was not written: {} {reason}. Try another name.", printable(&path.to_string_lossy()))]
pub(super) struct NotWritten {
    path: PathBuf,
    reason: WriteError,
}

/// Writes the file and returns a sentence that says where it is.
pub(super) fn write(name: &str, text: &str) -> Result<String, NotWritten> {
    let path = in_full(name);
    let place = WriteTarget::at(&path).of_kind(|text| is_report(text).then_some(0));
    match place.write(text.as_bytes()) {
        Ok(()) => Ok(format!("The report is in {}.", printable(&path.to_string_lossy()))),
        Err(reason) => Err(NotWritten { path, reason }),
    }
}

/// The full path for a typed name. No shell has expanded it, so `~/` is expanded here.
fn in_full(name: &str) -> PathBuf {
    let home = || etcetera::home_dir().ok();
    let at_home = name.strip_prefix("~/").and_then(|rest| Some(home()?.join(rest)));
    let path = at_home.unwrap_or_else(|| Path::new(name).to_owned());
    std::path::absolute(&path).unwrap_or(path)
}
