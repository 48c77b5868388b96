//! The compiled file kept beside a large JSON catalogue, as `big.json.compiled`. It is valid while its fingerprint
//! matches the JSON and its format is that of this version; otherwise it is compiled again. It is a cache: deleting it
//! loses nothing.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::compile::{ENDING, Sections, changed, compile, json_of, opened};
use super::container::{MAGIC, Origin, is_compiled};
use super::{Catalog, CatalogError, CompiledError, load, printable};
use crate::files::{self, Existing, ReadError, Readable, whole_bytes};

/// The minimum size in bytes of JSON catalogues that are compiled; for compressed ones, a tenth is enough. Parsing a
/// smaller one takes a few hundredths of a second, which does not justify leaving a file in the user's folder.
const WORTH_COMPILING: u64 = 8 << 20;

/// The maximum size in bytes of a catalogue read from a pipe: the JSON of about a million programs.
const MAX_PIPED: u64 = 2 << 30;

/// A catalogue, with notices about how it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The catalogue.
    pub catalog: Catalog,
    /// Sentences to show the user; usually empty.
    pub notices: Vec<String>,
}

impl Catalog {
    /// Opens a catalogue file in either form. A large JSON catalogue is opened through the compiled file beside it,
    /// which is created, with the sections of other rooms, if it is missing or unusable.
    pub fn open_either(path: &Path, sections: &[Sections]) -> Result<Opened, CatalogError> {
        let unreadable = |source| CatalogError::Unreadable { path: path.to_owned(), source };
        if !fs::metadata(path).map_err(unreadable)?.is_file() {
            return piped(path).map(|catalog| Opened { catalog, notices: Vec::new() });
        }
        let mut file = files::open(path).map_err(unreadable)?;
        let about = file.metadata().map_err(unreadable)?;
        let start = start_of(&mut file).map_err(unreadable)?;
        if is_compiled(&start) {
            return open_alone(path, file.into_file(), sections);
        }
        let worth = if files::is_packed(&start) { WORTH_COMPILING / 10 } else { WORTH_COMPILING };
        if about.len() < worth {
            return Ok(Opened { catalog: Self::open(path)?, notices: Vec::new() });
        }
        let beside = beside(path);
        let useless = match open_beside(path, &about, &beside, sections) {
            Ok(Some(catalog)) => return Ok(Opened { catalog, notices: Vec::new() }),
            Ok(None) => None,
            Err(reason) => Some(reason),
        };
        let shown = shown(&beside);
        match compile(path, &beside, Existing::Spare, sections) {
            Ok(catalog) => {
                let notice = useless.map(|reason| format!("{shown} {reason}, so it was made again."));
                Ok(Opened { catalog, notices: notice.into_iter().collect() })
            }
            Err(CatalogError::NotWritten { reason, .. }) => {
                let notice = format!("{shown} cannot be written ({reason}); the JSON is read at every start.");
                Ok(Opened { catalog: Self::open(path)?, notices: vec![notice] })
            }
            Err(error) => Err(error),
        }
    }

    /// Compiles a JSON catalogue into `out`, or beside the JSON if `out` is `None`. Returns the catalogue and the path
    /// of the compiled file.
    pub fn compile(
        path: &Path,
        out: Option<&Path>,
        existing: Existing,
        sections: &[Sections],
    ) -> Result<(Self, PathBuf), CatalogError> {
        let out = out.map_or_else(|| beside(path), Path::to_owned);
        Ok((compile(path, &out, existing, sections)?, out))
    }
}

/// Reads a catalogue in either form from a pipe. A pipe can be read only once, so the catalogue is held in memory.
fn piped(path: &Path) -> Result<Catalog, CatalogError> {
    let unreadable = |source| CatalogError::Unreadable { path: path.to_owned(), source };
    let read = files::open(path).map_err(ReadError::from).and_then(|file| whole_bytes(file, MAX_PIPED));
    let bytes = read.map_err(|error| match error {
        ReadError::TooLong(_) => io::Error::other("it is too long to be read from a pipe; save it to a file first"),
        error => error.into_io(),
    });
    let bytes = bytes.map_err(unreadable)?;
    if is_compiled(&bytes) {
        return Catalog::unpack(bytes).map_err(|reason| CatalogError::Compiled { path: path.to_owned(), reason });
    }
    let mut text = String::new();
    let unpacked = files::unpacked(&*bytes, bytes.len() as u64).and_then(|mut from| from.read_to_string(&mut text));
    unpacked.map_err(unreadable)?;
    Catalog::from_text(text)
}

/// The path of the compiled file that belongs to a JSON catalogue.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ENDING);
    PathBuf::from(name)
}

/// The first bytes of a file; zeros if it is shorter.
fn start_of(file: &mut Readable) -> io::Result<[u8; MAGIC.len()]> {
    let mut start = [0; MAGIC.len()];
    match file.read_exact(&mut start) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok([0; MAGIC.len()]),
        read => read.map(|()| start),
    }
}

/// Opens a compiled file that was named directly. If it cannot be used, falls back on the JSON beside it.
fn open_alone(path: &Path, file: File, sections: &[Sections]) -> Result<Opened, CatalogError> {
    let reason = match opened(path, file, sections) {
        Ok(catalog) => return Ok(Opened { catalog, notices: Vec::new() }),
        Err(reason) => reason,
    };
    let Some(json) = json_of(path) else {
        return Err(CatalogError::Compiled { path: path.to_owned(), reason });
    };
    let catalog = match compile(&json, path, Existing::Spare, sections) {
        Err(CatalogError::NotWritten { .. }) => Catalog::open(&json)?,
        compiled => compiled?,
    };
    Ok(Opened { catalog, notices: vec![format!("{} {reason}; the JSON was read instead.", shown(path))] })
}

/// Whether the compiled file belongs to the owner of the JSON, the current user or root. In a shared folder, anyone
/// else could leave a compiled file with different contents.
#[cfg(unix)]
fn is_trusted(json: &Metadata, compiled: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;

    let own = rustix::process::geteuid().as_raw();
    [json.uid(), own, 0].contains(&compiled.uid())
}

/// File owners are not compared on this platform.
#[cfg(not(unix))]
fn is_trusted(_: &Metadata, _: &Metadata) -> bool {
    true
}

/// Opens the compiled file of a JSON catalogue: `None` if there is none, an error if it cannot be used.
fn open_beside(
    json: &Path,
    about: &Metadata,
    beside: &Path,
    sections: &[Sections],
) -> Result<Option<Catalog>, CompiledError> {
    match fs::metadata(beside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        // Opening a named pipe would block until another process writes to it.
        Ok(about) if !about.is_file() => return Err(io::Error::other("it is not a regular file").into()),
        _ => {}
    }
    let file = File::open(beside)?;
    if !is_trusted(about, &file.metadata()?) {
        return Err(CompiledError::Stranger);
    }
    let catalog = opened(beside, file, sections)?;
    let is_of = |origin: Origin| {
        let is_untouched = origin.length == about.len() && origin.changed.is_some() && origin.changed == changed(about);
        // Copying or touching the file changes its metadata but not its text.
        is_untouched || load::fingerprint(json).is_ok_and(|fingerprint| fingerprint == origin.json)
    };
    if catalog.origin().is_some_and(is_of) { Ok(Some(catalog)) } else { Err(CompiledError::Stale) }
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
