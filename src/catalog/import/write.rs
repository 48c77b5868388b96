//! Writes a catalogue atomically, one record per line. Before the file takes its name, it is read back and checked
//! against every rule of the format.

use std::io::{self, BufWriter, Write};

use serde_json::{Value, json};

use super::build::Built;
use super::{Content, ImportError};
use crate::catalog::{Catalog, FORMAT};
use crate::files::Pending;

/// Writes a catalogue to a pending file.
pub(super) fn catalog(content: &Content, mut pending: Pending) -> Result<(), ImportError> {
    let to = pending.target().to_owned();
    let unwritten = |source| ImportError::Unwritten { path: to.clone(), source };
    let mut out = BufWriter::with_capacity(256 << 10, pending.file());
    let written = match content {
        Content::Built(built) => text(built, &mut out),
        Content::Merged(document) => out.write_all(document.text().as_bytes()),
    };
    written.and_then(|()| out.flush()).map_err(|error| unwritten(error.into()))?;
    drop(out);
    Catalog::check(pending.path()).map_err(ImportError::Broken)?;
    pending.keep().map_err(unwritten)
}

/// The text of a catalogue.
pub(super) fn in_memory(built: &Built) -> String {
    let mut out = Vec::new();
    // Writing to memory cannot fail, and only UTF-8 is written.
    let _ = text(built, &mut out);
    String::from_utf8_lossy(&out).into_owned()
}

fn text(built: &Built, mut out: impl Write) -> io::Result<()> {
    let quoted = |text: &str| Value::String(text.to_owned());
    writeln!(
        out,
        "{{\"format\":{},\"name\":{},\"as_of\":{},",
        quoted(FORMAT),
        quoted(&built.name),
        quoted(&built.as_of)
    )?;
    let institutions = built.institutions.iter().map(|institution| json!(institution).to_string());
    records(&mut out, "sources", built.sources.iter().map(|source| json!(source).to_string()))?;
    out.write_all(b",\n")?;
    records(&mut out, "institutions", institutions)?;
    out.write_all(b",\n")?;
    records(&mut out, "courses", built.courses.iter())?;
    out.write_all(b",\n")?;
    records(&mut out, "programs", built.programs.iter())?;
    out.write_all(b"}\n")?;
    out.flush()
}

fn records(out: &mut impl Write, name: &str, records: impl Iterator<Item = impl AsRef<str>>) -> io::Result<()> {
    write!(out, "\"{name}\":[")?;
    for (number, record) in records.enumerate() {
        out.write_all(if number == 0 { b"\n" } else { b",\n" })?;
        out.write_all(record.as_ref().as_bytes())?;
    }
    out.write_all(b"\n]")
}
