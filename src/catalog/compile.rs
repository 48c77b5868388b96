//! Compiles a JSON catalogue record by record; only the id and position of each program stay in memory. The file is
//! written atomically: it gets its final name when it is complete, and until then the old file stays.

use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

#[cfg(unix)]
use twox_hash::XxHash3_128;

use super::compiled::{Head, Packing, packed};
use super::complete::{Completion, Evidence};
use super::container::{Bytes, Origin, is_compiled};
use super::load::{self, Checked, Store};
use super::{Catalog, CatalogError, CompiledError, Course, Program};
use crate::files::{Existing, Pending, WriteError, WriteTarget};

/// The suffix that the name of a compiled file adds to that of its JSON.
pub(super) const ENDING: &str = ".compiled";

/// The name and the contents of a section.
pub type SectionBytes = (&'static str, Vec<u8>);

/// Sections that a room adds to a compiled catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Sections {
    /// The names of the sections. A new format needs a new name, so that old files are recognized as outdated.
    pub names: &'static [&'static str],
    /// Builds all of them.
    pub make: fn(&Catalog) -> Vec<SectionBytes>,
    /// Whether the stored sections were built with the same data outside the catalogue that this build would use.
    pub is_current: fn(&Catalog) -> bool,
}

impl Sections {
    /// Sections that depend only on the catalogue.
    pub const fn of_catalog(names: &'static [&'static str], make: fn(&Catalog) -> Vec<SectionBytes>) -> Self {
        Self { names, make, is_current: |_| true }
    }

    /// Whether a compiled catalogue has all of these sections, and none is outdated.
    fn are_in(&self, catalog: &Catalog) -> bool {
        self.names.iter().all(|name| catalog.has_section(name)) && (self.is_current)(catalog)
    }
}

/// The size of the write buffers in bytes.
const AT_ONCE: usize = 256 << 10;

/// Compiles a JSON file into `to`, with the permissions of the JSON, and opens the result.
pub(super) fn compile(
    json: &Path,
    to: &Path,
    existing: Existing,
    sections: &[Sections],
) -> Result<Catalog, CatalogError> {
    let unreadable = |source| CatalogError::Unreadable { path: json.to_owned(), source };
    let unwritten = |reason| CatalogError::NotWritten { path: to.to_owned(), reason };
    let about = fs::metadata(json).map_err(unreadable)?;
    let place = WriteTarget::at(to).of_kind(compiled).existing(existing);
    let (file, spool) = Spool::open(&place, to).map_err(unwritten)?;
    let (checked, fingerprint) = load::file(json, spool)?;
    let origin = Origin { json: fingerprint, length: about.len(), changed: changed(&about) };
    let again = File::open(file.path()).map_err(unwritten)?;
    write(checked, origin, &again, sections).and_then(|()| keep(file, &about)).map_err(unwritten)?;
    let open = || opened(to, File::open(to)?, sections);
    open().map_err(|reason| CatalogError::Compiled { path: to.to_owned(), reason })
}

/// A value that changes whenever a file changes. A modification time alone can be set back by hand; the time of the
/// last inode change cannot.
#[cfg(unix)]
pub(super) fn changed(about: &Metadata) -> Option<u128> {
    use std::os::unix::fs::MetadataExt;

    let modified = about.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?.as_nanos();
    let entry = [about.ctime().cast_unsigned(), about.ctime_nsec().cast_unsigned(), about.dev(), about.ino()];
    let bytes = [modified.to_le_bytes().to_vec(), entry.into_iter().flat_map(u64::to_le_bytes).collect()].concat();
    Some(XxHash3_128::oneshot(&bytes))
}

/// The time of the last modification, in nanoseconds since 1970.
#[cfg(not(unix))]
pub(super) fn changed(about: &Metadata) -> Option<u128> {
    let changed = about.modified().ok()?;
    changed.duration_since(std::time::UNIX_EPOCH).ok().map(|since| since.as_nanos())
}

/// The state of a compilation until all records have been read: courses are written in place, programs go to a
/// temporary file until their order is known.
struct Spool {
    packing: Packing<BufWriter<File>>,
    programs: BufWriter<File>,
    evidence: Evidence,
    /// The offset of each program in the temporary file, in the order of the JSON, with the end of the last one.
    starts: Vec<u64>,
    to: PathBuf,
}

impl Spool {
    /// Opens the pending compiled file, and the spool that writes to it.
    fn open(place: &WriteTarget, to: &Path) -> io::Result<(Pending, Self)> {
        let mut file = place.open().map_err(refused)?;
        let folder = file.target().parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let programs = BufWriter::with_capacity(AT_ONCE, tempfile::tempfile_in(folder)?);
        let packing = Packing::new(BufWriter::with_capacity(AT_ONCE, file.file().try_clone()?))?;
        Ok((file, Self { packing, programs, evidence: Evidence::default(), starts: vec![0], to: to.to_owned() }))
    }

    fn add(&mut self, program: &Program) -> io::Result<()> {
        let packed = packed(program)?;
        let start = self.starts.last().copied().unwrap_or_default();
        self.starts.push(start + packed.len() as u64);
        self.programs.write_all(&packed)
    }
}

/// A compiled catalogue can be compiled again, so overwriting one loses nothing.
fn compiled(text: &[u8]) -> Option<usize> {
    is_compiled(text).then_some(0)
}

fn refused(error: WriteError) -> io::Error {
    match error {
        WriteError::Refused(error) => error,
        other => io::Error::other(format!("it {other}")),
    }
}

impl Store for Spool {
    fn course(&mut self, course: Course) -> Result<(), CatalogError> {
        self.evidence.course(&course);
        self.packing.course(&course).map_err(|reason| CatalogError::NotWritten { path: self.to.clone(), reason })
    }

    fn program(&mut self, mut program: Program) -> Result<(), CatalogError> {
        self.evidence.program(&mut program);
        self.add(&program).map_err(|reason| CatalogError::NotWritten { path: self.to.clone(), reason })
    }
}

/// Writes the programs in order, and then the sections of other rooms, which are computed from the records and the
/// sections already written.
fn write(checked: Checked<Spool>, origin: Origin, written: &File, sections: &[Sections]) -> io::Result<()> {
    let Checked { name, as_of, mut sources, institutions, order, store } = checked;
    let Spool { mut packing, programs, evidence, starts, .. } = store;
    let completion = evidence.finish(&as_of, &mut sources);
    packing.end_courses()?;
    let spool = Bytes::InFile(programs.into_inner()?);
    for at in order {
        let (start, end) = (starts[at as usize], starts[at as usize + 1]);
        packing.program(&completed(&spool.read(start, (end - start) as usize)?, &completion)?)?;
    }
    drop((spool, starts));
    let head = Head::new(name, as_of, sources, institutions, completion.accuracy);
    let mut out = packing.end_programs(head)?;
    for room in sections {
        let so_far = out.so_far(origin, Bytes::InFile(written.try_clone()?))?;
        let catalog = Catalog::of_container(so_far).map_err(io::Error::other)?;
        out.add((room.make)(&catalog))?;
        if catalog.corruption().is_found() {
            return Err(io::Error::other("the written file cannot be read back"));
        }
    }
    out.finish(origin).map(drop)
}

/// Adds the facts that depend on the whole catalogue to a packed program.
fn completed(packed_program: &[u8], completion: &Completion) -> io::Result<Vec<u8>> {
    let mut program: Program = postcard::from_bytes(packed_program).map_err(io::Error::other)?;
    completion.fill(&mut program);
    packed(&program)
}

fn keep(mut file: Pending, json: &Metadata) -> io::Result<()> {
    file.permit(json.permissions());
    file.keep().map_err(refused)
}

/// Returns the JSON that a compiled file was made from; `None` if it is not beside it.
pub(super) fn json_of(compiled: &Path) -> Option<PathBuf> {
    let name = compiled.to_str()?.strip_suffix(ENDING)?;
    Path::new(name).is_file().then(|| PathBuf::from(name))
}

/// Opens a compiled file. If its JSON is beside it, the file can be compiled again, so it is rejected if sections are
/// missing or outdated: they would have to be rebuilt at every start.
pub(super) fn opened(path: &Path, file: File, sections: &[Sections]) -> Result<Catalog, CompiledError> {
    let catalog = Catalog::unpack_file(file)?;
    if json_of(path).is_some() {
        catalog.corruption().is_of(path);
        if !sections.iter().all(|room| room.are_in(&catalog)) {
            return Err(CompiledError::OtherVersion);
        }
    }
    Ok(catalog)
}
