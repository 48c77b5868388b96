//! The compiled file that a large catalogue gets beside it, `big.json.compiled`: used while it is of this JSON and of
//! this version, made again when it is not. It is only ever a copy: it can be deleted at any time.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::container::{MAGIC, Origin, fingerprint, is_compiled};
use super::load::without_mark;
use super::{Catalog, CatalogError, CompiledError, printable};

/// From this length on a JSON catalogue is compiled: below it reading the text takes a few hundredths of a second, which
/// is no reason to leave a file in somebody's folder.
const WORTH_COMPILING: u64 = 8 << 20;

const ENDING: &str = ".compiled";

/// A catalogue with what there is to say about how it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The catalogue.
    pub catalog: Catalog,
    /// Sentences for people, if any.
    pub notices: Vec<String>,
}

/// Sections that other rooms add to a compiled catalogue.
pub type Sections<'s> = &'s dyn Fn(&Catalog) -> Vec<(&'static str, Vec<u8>)>;

impl Catalog {
    /// A catalogue from a file in either form. A large one in JSON is opened by the compiled file beside it, which is
    /// made, with the sections of other rooms, where it is missing or of no use.
    pub fn open_either(path: &Path, sections: Sections<'_>) -> Result<Opened, CatalogError> {
        let unreadable = |source| CatalogError::Unreadable { path: path.to_owned(), source };
        let mut file = File::open(path).map_err(unreadable)?;
        let about = file.metadata().map_err(unreadable)?;
        if begins_compiled(&mut file) {
            return open_alone(path, file, sections);
        }
        if about.len() < WORTH_COMPILING {
            return Ok(Opened { catalog: Self::open(path)?, notices: Vec::new() });
        }
        let beside = beside(path);
        let useless = match open_beside(path, &about, &beside) {
            Ok(Some(catalog)) => return Ok(Opened { catalog, notices: Vec::new() }),
            Ok(None) => None,
            Err(reason) => Some(reason),
        };
        let catalog = Self::open(path)?;
        let mut notices = Vec::new();
        let shown = shown(&beside);
        match write(&catalog, &about, &beside, sections) {
            Ok(()) => notices.extend(useless.map(|reason| format!("{shown} {reason} and was made again."))),
            Err(error) => {
                notices.push(format!("{shown} cannot be written ({error}); the JSON is read at every start."));
            }
        }
        Ok(Opened { catalog, notices })
    }

    /// Compiles a JSON catalogue into a file, and tells which.
    pub fn compile(path: &Path, out: Option<&Path>, sections: Sections<'_>) -> Result<(Self, PathBuf), CatalogError> {
        let unreadable = |source| CatalogError::Unreadable { path: path.to_owned(), source };
        let about = fs::metadata(path).map_err(unreadable)?;
        let catalog = Self::open(path)?;
        let out = out.map_or_else(|| beside(path), Path::to_owned);
        write(&catalog, &about, &out, sections)
            .map_err(|reason| CatalogError::NotWritten { path: out.clone(), reason })?;
        Ok((catalog, out))
    }
}

/// The compiled file of a JSON catalogue.
fn beside(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ENDING);
    PathBuf::from(name)
}

/// The JSON of a compiled file, if it is there.
fn json_of(compiled: &Path) -> Option<PathBuf> {
    let name = compiled.to_str()?.strip_suffix(ENDING)?;
    Path::new(name).is_file().then(|| PathBuf::from(name))
}

fn begins_compiled(file: &mut File) -> bool {
    let mut start = [0; MAGIC.len()];
    file.read_exact(&mut start).is_ok_and(|()| is_compiled(&start))
}

/// A compiled file on its own, or by its JSON where it is of no use.
fn open_alone(path: &Path, file: File, sections: Sections<'_>) -> Result<Opened, CatalogError> {
    let reason = match Catalog::unpack_file(file) {
        Ok(catalog) => return Ok(Opened { catalog, notices: Vec::new() }),
        Err(reason) => reason,
    };
    let Some(json) = json_of(path) else {
        return Err(CatalogError::Compiled { path: path.to_owned(), reason });
    };
    let (catalog, _) = match Catalog::compile(&json, Some(path), sections) {
        Err(CatalogError::NotWritten { .. }) => (Catalog::open(&json)?, PathBuf::new()),
        compiled => compiled?,
    };
    Ok(Opened { catalog, notices: vec![format!("{} {reason}; its JSON was read.", shown(path))] })
}

/// The compiled file of a JSON, if there is one; an error says why it is of no use.
fn open_beside(json: &Path, about: &Metadata, beside: &Path) -> Result<Option<Catalog>, CompiledError> {
    let file = match File::open(beside) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    let catalog = Catalog::unpack_file(file)?;
    let is_of = |origin: Origin| {
        let is_untouched = origin.size == about.len() && origin.changed.is_some() && origin.changed == changed(about);
        // A file that was only copied or touched has the same bytes still.
        is_untouched || fs::read(json).is_ok_and(|bytes| fingerprint(without_mark_bytes(&bytes)) == origin.hash)
    };
    if catalog.origin().is_some_and(is_of) { Ok(Some(catalog)) } else { Err(CompiledError::Stale) }
}

fn without_mark_bytes(bytes: &[u8]) -> &[u8] {
    std::str::from_utf8(bytes).map_or(bytes, |text| without_mark(text).as_bytes())
}

fn changed(about: &Metadata) -> Option<u128> {
    let changed = about.modified().ok()?;
    changed.duration_since(std::time::UNIX_EPOCH).ok().map(|since| since.as_nanos())
}

/// Writes the compiled form as a whole or not at all, for those who may read the JSON.
fn write(catalog: &Catalog, json: &Metadata, to: &Path, sections: Sections<'_>) -> io::Result<()> {
    let bytes = catalog.pack_as_of(changed(json), sections(catalog)).map_err(io::Error::other)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(&bytes)?;
    file.as_file().set_permissions(json.permissions())?;
    file.as_file().sync_all()?;
    file.persist(to).map_err(|error| error.error)?;
    Ok(())
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
