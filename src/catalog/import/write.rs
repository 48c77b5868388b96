//! Writes a catalogue: one record on a line, as a whole or not at all. What was written is read again with every rule of
//! the format before it takes its name.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};
use tempfile::NamedTempFile;

use super::ImportError;
use super::build::Built;
use crate::catalog::{Catalog, FORMAT};

/// Writes it to a file, over what stands there.
pub(super) fn catalog(built: &Built, to: &Path) -> Result<(), ImportError> {
    let unwritten = |source| ImportError::Unwritten { path: to.to_owned(), source };
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = tempfile::Builder::new().prefix(".import").suffix(".part").tempfile_in(folder).map_err(unwritten)?;
    write(built, &file).map_err(unwritten)?;
    Catalog::check(file.path()).map_err(ImportError::Broken)?;
    keep(file, to).map_err(unwritten)
}

fn write(built: &Built, file: &NamedTempFile) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(256 << 10, file.as_file());
    let text = |text: &str| Value::String(text.to_owned());
    writeln!(out, "{{\"format\":{},\"name\":{},\"as_of\":{},", text(FORMAT), text(&built.name), text(&built.as_of))?;
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

/// Gives a file its name, with the rights that others of this person have.
fn keep(file: NamedTempFile, to: &Path) -> io::Result<()> {
    if let Ok(about) = std::fs::metadata(to) {
        file.as_file().set_permissions(about.permissions())?;
    } else {
        readable(&file)?;
    }
    file.as_file().sync_all()?;
    file.persist(to).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn readable(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
