//! Why a catalogue could not be loaded or compiled, and which rules of the format a file breaks.

use std::path::PathBuf;

use super::printable;
use crate::english::by_count;

/// One violation of the catalogue format: the record, the field and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The id of the record, or its position in the file if it has no id.
    pub record: String,
    /// The name of the field, or the path to it.
    pub field: String,
    /// A description of the violation.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.record, self.field, self.message)
    }
}

/// Why a catalogue could not be loaded or compiled.
#[derive(Debug, thiserror::Error)]
pub enum CatalogError {
    /// The file could not be read.
    #[error("{} cannot be read: {source}", printable(&path.to_string_lossy()))]
    Unreadable {
        /// The requested file.
        path: PathBuf,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The text is not JSON, or does not have the structure of a catalogue.
    #[error("line {line}, column {column}: {message}")]
    NotACatalogue {
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// The message of the parser.
        message: String,
    },
    /// At least one record breaks a rule of the format.
    #[error("{} {} a rule of the format", .0.len(), by_count(.0.len(), "record entry breaks", "record entries break"))]
    Rejected(Vec<Problem>),
    /// A compiled catalogue cannot be used.
    #[error("{} {reason}; `prospectus catalog compile` makes it again from the JSON", printable(&path.to_string_lossy()))]
    Compiled {
        /// The compiled file.
        path: PathBuf,
        /// Why it cannot be used.
        reason: CompiledError,
    },
    /// A compiled catalogue could not be written.
    #[error("{} cannot be written: {reason}", printable(&path.to_string_lossy()))]
    NotWritten {
        /// The file that was to be written.
        path: PathBuf,
        /// The error of the operating system.
        reason: std::io::Error,
    },
}

/// Why a compiled catalogue cannot be used. The message continues a sentence that begins with the file name.
#[derive(Debug, thiserror::Error)]
pub enum CompiledError {
    /// The file does not begin with the magic bytes.
    #[error("is not a compiled catalogue")]
    Foreign,
    /// A different version of the program or of the format made it.
    #[error("was compiled by another version")]
    OtherVersion,
    /// Bytes are missing, or do not match their checksum.
    #[error("is damaged")]
    Damaged,
    /// The JSON has changed since it was compiled.
    #[error("is out of date: its JSON has changed")]
    Stale,
    /// Its owner is neither the owner of the JSON, nor the current user, nor root, so it cannot be trusted.
    #[error("was made by another user")]
    Stranger,
    /// The operating system reported an error.
    #[error("cannot be read: {0}")]
    System(#[from] std::io::Error),
}
