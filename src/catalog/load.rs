//! Loading: from the bytes of a catalogue file to checked records. Every rule that a record can break is checked here,
//! so that the rest of the program never meets an invalid record. A file that breaks a rule is rejected as a whole,
//! naming the record and the field.
//!
//! A file is read record by record and never held in memory as a whole; a [`Store`] decides where its records go.

mod check;
mod draft;
mod explain;
mod inspect;
mod names;
mod raw;
mod reading;
mod stream;
#[cfg(test)]
mod tests;
mod value;
mod value_error;

use std::io::{self, BufRead, Read, Seek};
use std::path::Path;

use serde::de::DeserializeSeed;

use super::container::Fingerprint;
use super::{CatalogError, Course, Program};
use crate::files::{self, Readable};
use draft::Draft;
use reading::Reading;

pub(super) use draft::Checked;
pub(super) use inspect::Inspector;
pub use value::is_web_address;

/// The format that this version reads.
pub const FORMAT: &str = "prospectus-catalog/1";

/// Receives checked records in the order of the file, courses before programs. The store must not rely on them before
/// the end: a later record can still cause the file to be rejected.
pub(super) trait Store {
    /// Receives the next course.
    fn course(&mut self, course: Course) -> Result<(), CatalogError>;

    /// Receives the next program.
    fn program(&mut self, program: Program) -> Result<(), CatalogError>;
}

/// Reads and checks the text of a catalogue, and reports all broken rules at once.
pub(super) fn text<S: Store>(text: &str, store: S) -> Result<(Checked<S>, Fingerprint), CatalogError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parser = || serde_json::Deserializer::from_str(text);
    let mut draft = Draft::new(store);
    while !draft.is_whole() {
        if let Err(error) = pass(&mut draft, parser()) {
            return Err(draft.failure.unwrap_or_else(|| explain::explain(parser(), &error)));
        }
    }
    Ok((finish(draft)?, Fingerprint::of(text.as_bytes())))
}

/// Reads and checks a catalogue file, and reports all broken rules at once.
pub(super) fn file<S: Store>(path: &Path, store: S) -> Result<(Checked<S>, Fingerprint), CatalogError> {
    let unreadable = |source| CatalogError::Unreadable { path: path.to_owned(), source };
    let file = files::open(path).map_err(unreadable)?;
    let mut draft = Draft::new(store);
    let mut read = None;
    while !draft.is_whole() {
        let mut text = from_start(&file).map_err(unreadable)?;
        let passed = pass(&mut draft, serde_json::Deserializer::from_reader(&mut text));
        if let Err(error) = passed {
            return Err(draft.failure.unwrap_or_else(|| refused(&file, text, error).unwrap_or_else(unreadable)));
        }
        let fingerprint = text.get_ref().fingerprint();
        if read.is_some_and(|before| before != fingerprint) {
            return Err(unreadable(io::Error::other("it changes while it is read")));
        }
        read = Some(fingerprint);
    }
    let fingerprint = read.unwrap_or_else(|| Fingerprint::of(&[]));
    Ok((finish(draft)?, fingerprint))
}

/// The fingerprint of the text of a file.
pub(super) fn fingerprint(path: &Path) -> io::Result<Fingerprint> {
    let file = files::open(path)?;
    let mut text = from_start(&file)?;
    io::copy(&mut text, &mut io::sink())?;
    Ok(text.get_ref().fingerprint())
}

/// Returns the text of a file, which may be compressed.
fn from_start(mut file: &Readable) -> io::Result<io::BufReader<Reading<Box<dyn BufRead + '_>>>> {
    file.rewind()?;
    Reading::new(files::unpacked(file, file.metadata()?.len())?)
}

/// Explains why the text of a file was rejected; an I/O error of the parser is passed on.
fn refused(file: &Readable, mut text: impl Read, error: serde_json::Error) -> io::Result<CatalogError> {
    if error.is_io() {
        return Err(error.into());
    }
    io::copy(&mut text, &mut io::sink())?;
    Ok(explain::explain(serde_json::Deserializer::from_reader(from_start(file)?), &error))
}

/// Reads the file once, and takes the arrays that the draft still needs.
fn pass<'j, S: Store, R: serde_json::de::Read<'j>>(
    draft: &mut Draft<S>,
    mut json: serde_json::Deserializer<R>,
) -> Result<(), serde_json::Error> {
    stream::File(draft).deserialize(&mut json)?;
    json.end()
}

fn finish<S: Store>(mut draft: Draft<S>) -> Result<Checked<S>, CatalogError> {
    match draft.head.take() {
        Some(head) if head.format == FORMAT => draft.finish(head),
        head => Err(explain::other_format(head.as_ref().map_or("", |head| &head.format))),
    }
}
