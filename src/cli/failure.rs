//! How a command ends: the exit codes that scripts rely on, and the messages of failures. A message is a full sentence:
//! what happened, what to do, and the nearest valid name.

use std::path::Path;
use std::process::ExitCode;

pub(super) use crate::catalog::sentence;
use crate::catalog::{CatalogError, Problem, printable};
use crate::files::WriteError;
use crate::stream::is_closed;

/// The exit codes, which are a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// The command succeeded.
    Fine = 0,
    /// Something outside the program failed, such as reading a file.
    Failed = 1,
    /// The command line was not understood.
    Usage = 2,
    /// No program passes the limits.
    NoneFits = 3,
    /// Too few questions are answered for a verdict.
    NotEnough = 4,
    /// Data was rejected.
    Rejected = 5,
}

/// The exit code of an interrupted command. It is not part of [`Exit`] because the process ends without returning one.
#[cfg(unix)]
pub(super) const INTERRUPTED: i32 = 130;

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The maximum number of problems listed in words.
const MAX_PROBLEMS: usize = 20;

/// Why a command ended early.
#[derive(Debug, PartialEq)]
pub(super) enum Failure {
    /// The reader of the output has closed it, so nothing can be reported.
    ClosedPipe,
    /// An exit code, and lines for standard error.
    Told(Exit, Vec<String>),
}

/// Returns a path as printed in a message.
pub(super) fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}

/// Returns the first of these lines about a catalogue, and the number of further ones.
pub(super) fn shortened(lines: impl ExactSizeIterator<Item = String>) -> Vec<String> {
    let more = lines.len().saturating_sub(MAX_PROBLEMS);
    let rest = (more > 0).then(|| format!("... and {more} more; `prospectus catalog check --json` lists them all."));
    lines.take(MAX_PROBLEMS).chain(rest).collect()
}

impl Failure {
    /// Returns the failure for a command line that was not understood.
    pub(super) fn usage(message: impl Into<String>) -> Self {
        Self::Told(Exit::Usage, vec![message.into()])
    }

    /// Returns the failure for rejected data, with the reasons.
    pub(super) fn refused(reasons: Vec<String>) -> Self {
        Self::Told(Exit::Rejected, reasons)
    }

    /// Returns the failure for something outside the program.
    pub(super) fn failed(message: impl Into<String>) -> Self {
        Self::Told(Exit::Failed, vec![message.into()])
    }

    /// Returns the failure for a file that was not written. The message says what it means, which file, why, and what
    /// helps.
    pub(super) fn not_written(what: &str, path: &Path, error: &WriteError) -> Self {
        let hint = if error.can_be_forced() { " `--force` replaces it." } else { "" };
        Self::failed(format!("{what}: {} {error}.{hint}", shown(path)))
    }

    /// Returns the failure for a rejected catalogue. It lists the first problems and says how many there are;
    /// `catalog check --json` lists all.
    pub(super) fn rejected(name: &str, problems: &[Problem]) -> Self {
        let mut lines = shortened(problems.iter().map(ToString::to_string));
        let count = match problems.len() {
            1 => "one rule of the format is broken".to_owned(),
            n => format!("{n} rules of the format are broken"),
        };
        lines.push(format!("{} was not loaded: {count}.", printable(name)));
        Self::Told(Exit::Rejected, lines)
    }
}

impl Failure {
    /// Returns the failure for input that cannot be read.
    pub(super) fn input(error: &std::io::Error) -> Self {
        Self::failed(format!("The input cannot be read: {error}."))
    }
}

/// An I/O error passed on with `?` is one of writing the output; reading has [`Failure::input`].
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if is_closed(&error) {
            return Self::ClosedPipe;
        }
        Self::failed(format!("The output cannot be written: {error}."))
    }
}

/// Returns the problems of a rejected catalogue; if the file is not a catalogue at all, the place where parsing
/// stopped. `None` for other errors.
pub(super) fn problems_of(error: &CatalogError) -> Option<Vec<Problem>> {
    match error {
        CatalogError::Unreadable { source, .. } if source.kind() == std::io::ErrorKind::InvalidData => {
            let message = "is not text in UTF-8".to_owned();
            Some(vec![Problem { record: "the file".to_owned(), field: "bytes".to_owned(), message }])
        }
        CatalogError::Unreadable { .. } | CatalogError::NotWritten { .. } | CatalogError::Compiled { .. } => None,
        CatalogError::Rejected(problems) => Some(problems.clone()),
        CatalogError::NotACatalogue { line, column, message } => Some(vec![Problem {
            record: "the file".to_owned(),
            field: format!("line {line}, column {column}"),
            message: message.clone(),
        }]),
    }
}

/// Returns the failure for a catalogue that could not be loaded.
pub(super) fn not_loaded(name: &str, error: &CatalogError) -> Failure {
    match problems_of(error) {
        Some(problems) => Failure::rejected(name, &problems),
        None if matches!(error, CatalogError::Compiled { .. }) => Failure::refused(vec![format!("{error}.")]),
        None => Failure::failed(format!("{error}.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_no_failure_to_tell() {
        let closed = std::io::Error::from(std::io::ErrorKind::BrokenPipe);
        assert_eq!(Failure::from(closed), Failure::ClosedPipe);
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert!(matches!(Failure::from(full), Failure::Told(Exit::Failed, _)));
    }
}
