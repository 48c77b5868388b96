//! Writes a catalogue whose records have been checked, one on a line; a file is written as a whole or not at all.

use std::io::{self, BufWriter, Write};

use super::build::Built;
use super::stated::push_quoted;
use super::{Content, ImportError};
use crate::catalog::{FORMAT, keep_fuller};
use crate::files::Pending;

/// Writes a catalogue to a pending file.
pub(super) fn catalog(content: &mut Content, mut pending: Pending) -> Result<(), ImportError> {
    let to = pending.target().to_owned();
    let unwritten = |source| ImportError::Unwritten { path: to.clone(), source };
    let mut out = BufWriter::with_capacity(256 << 10, pending.file());
    copy(content, &mut out).and_then(|()| out.flush()).map_err(|error| unwritten(error.into()))?;
    drop(out);
    keep_fuller(pending).map_err(unwritten)
}

/// Writes the text of a catalogue.
pub(super) fn copy(content: &mut Content, out: &mut impl Write) -> io::Result<()> {
    match content {
        Content::Built(built) => text(built, out),
        Content::Merged(document) => out.write_all(document.text().as_bytes()),
    }
}

/// The text of a catalogue.
pub(super) fn in_memory(built: &mut Built) -> io::Result<String> {
    let mut out = Vec::new();
    text(built, &mut out)?;
    // The output is valid UTF-8.
    Ok(String::from_utf8_lossy(&out).into_owned())
}

fn text(built: &mut Built, mut out: impl Write) -> io::Result<()> {
    let mut head = String::new();
    for (start, text) in [("{\"format\":", FORMAT), (",\"name\":", &built.name), (",\"as_of\":", &built.as_of)] {
        head.push_str(start);
        push_quoted(&mut head, text);
    }
    for (name, records) in [("sources", &built.sources), ("institutions", &built.institutions)] {
        let gap = if records.is_empty() { "" } else { "\n" };
        head.extend([",\n\"", name, "\":[", gap, &records.join(",\n"), "\n]"]);
    }
    out.write_all(head.as_bytes())?;
    for (name, records) in [("courses", &mut built.courses), ("programs", &mut built.programs)] {
        write!(out, ",\n\"{name}\":[")?;
        records.copy(&mut out)?;
        out.write_all(b"\n]")?;
    }
    out.write_all(b"}\n")?;
    out.flush()
}
