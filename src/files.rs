//! The one way in which the program writes a file, and the one in which it reads a small one. A file is written beside
//! its place under another name, forced to the disk and renamed, through symbolic links, so the place holds the old or
//! the new text whole and never half of one. It knows no format: whoever writes says how much of its kind a text holds,
//! and what is of another kind, or fuller, is not replaced unless that is forced. It prints nothing and reads no clock.

mod editor;
mod litter;
mod read;

pub use editor::{EditError, edited, editor_of};
pub use litter::{abandon, sweep};
pub use read::{ReadError, read_text};

use std::ffi::OsString;
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// What ends the name of a file that is not complete yet.
const UNFINISHED: &str = ".part";

/// How many links are followed; more are a circle.
const MAX_LINKS: usize = 32;

/// So much of a file is looked at to tell its kind; of the kinds that are counted none is longer.
const MAX_MEASURED: u64 = 16 << 20;

/// How much a text of the right kind holds, in things that a person would miss; nothing where it is of another kind.
pub type Measure = fn(&[u8]) -> Option<usize>;

/// Who may read what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Whoever may read other files of this person, or whoever could read the file that is replaced.
    Usual,
    /// The person alone.
    Private,
}

/// What becomes of a file that is of another kind or fuller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and the writing is refused.
    Spare,
    /// It is replaced.
    Replace,
}

/// Why a file is not written, as the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A folder, a device, a pipe or a socket has the name.
    #[error("is not a regular file, so it is not replaced")]
    NotAFile,
    /// Something that this kind of text would destroy.
    #[error("holds something else, so it is not replaced")]
    OtherKind,
    /// A file of this kind that holds more.
    #[error("holds more ({there}) than what would replace it ({new})")]
    Fuller {
        /// How much it holds.
        there: usize,
        /// How much the new text holds.
        new: usize,
    },
    /// The links lead in a circle.
    #[error("is a link that leads in a circle")]
    Circle,
    /// The system refused.
    #[error("cannot be written ({0})")]
    Refused(#[from] io::Error),
}

impl WriteError {
    /// Whether `--force` would help.
    pub fn can_be_forced(&self) -> bool {
        matches!(self, Self::OtherKind | Self::Fuller { .. })
    }
}

/// Where and how a file is to be written.
#[derive(Clone, Debug)]
pub struct Place {
    target: PathBuf,
    access: Access,
    existing: Existing,
    measure: Measure,
}

impl Place {
    /// A place for any text; it may replace any regular file.
    pub fn at(path: &Path) -> Self {
        Self { target: path.to_owned(), access: Access::Usual, existing: Existing::Spare, measure: |_| Some(0) }
    }

    /// The same, readable by the person alone.
    #[must_use]
    pub fn private(self) -> Self {
        Self { access: Access::Private, ..self }
    }

    /// The same for one kind of text.
    #[must_use]
    pub fn of_kind(self, measure: Measure) -> Self {
        Self { measure, ..self }
    }

    /// The same with another fate of what is there.
    #[must_use]
    pub fn existing(self, existing: Existing) -> Self {
        Self { existing, ..self }
    }

    /// Prepares the writing: finds out now whether it is possible, before anything is computed or asked. What another
    /// writing of this file left behind when it was interrupted goes.
    pub fn open(&self) -> Result<Pending, WriteError> {
        let target = through_links(&self.target)?;
        let old = regular(&target)?;
        self.check_kind(&target, old.as_ref())?;
        let folder = folder_of(&target);
        let file = unfinished(&target, folder, self.access)?;
        let permissions = old.filter(|_| self.access == Access::Usual).map(|old| old.permissions());
        Ok(Pending { file, target, place: self.clone(), permissions })
    }

    /// Writes a text at once.
    pub fn write(&self, text: &[u8]) -> Result<(), WriteError> {
        let mut pending = self.open()?;
        pending.file.write_all(text)?;
        pending.keep()
    }

    fn check_kind(&self, target: &Path, old: Option<&Metadata>) -> Result<(), WriteError> {
        let is_spared = self.existing == Existing::Spare && old.is_some_and(|old| old.len() > 0);
        let is_other = is_spared && (self.measure)(&start_of(target)?).is_none();
        if is_other { Err(WriteError::OtherKind) } else { Ok(()) }
    }
}

/// A file under another name that is to take its place.
#[derive(Debug)]
pub struct Pending {
    file: NamedTempFile,
    target: PathBuf,
    place: Place,
    permissions: Option<Permissions>,
}

impl Pending {
    /// Where to write.
    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Its name until then, to read it by. Where a lock keeps every other handle from reading, it ends here.
    pub fn path(&self) -> &Path {
        let_others_in(self.file.as_file());
        self.file.path()
    }

    /// Gives it these permissions in place of those of the file that it replaces.
    pub fn permit(&mut self, permissions: Permissions) {
        self.permissions = Some(permissions);
    }

    /// Where the text will be, links followed.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Writes a text and keeps it.
    pub fn write(mut self, text: &[u8]) -> Result<(), WriteError> {
        self.file.write_all(text)?;
        self.keep()
    }

    /// Forces what was written to the disk and gives it its name, unless the file there holds more.
    pub fn keep(self) -> Result<(), WriteError> {
        self.spare_a_fuller_one()?;
        if let Some(permissions) = &self.permissions {
            self.file.as_file().set_permissions(permissions.clone())?;
        }
        self.file.as_file().sync_all()?;
        let unfinished = self.file.path().to_owned();
        self.file.persist(&self.target).map_err(|error| error.error)?;
        litter::is_settled(&unfinished);
        // The name is on the disk once the folder is; where folders cannot be forced, the system does it in its time.
        let _ = File::open(folder_of(&self.target)).and_then(|folder| folder.sync_all());
        Ok(())
    }

    fn spare_a_fuller_one(&self) -> Result<(), WriteError> {
        if self.place.existing == Existing::Replace || regular(&self.target)?.is_none_or(|old| old.len() == 0) {
            return Ok(());
        }
        // What was there at the start may have been replaced since, so it is read again.
        let there = (self.place.measure)(&start_of(&self.target)?).ok_or(WriteError::OtherKind)?;
        // Whatever holds nothing that could be lost need not be read again to know how much the new text holds.
        let new = if there == 0 { 0 } else { (self.place.measure)(&start_of(self.path())?).unwrap_or(0) };
        if there > new { Err(WriteError::Fuller { there, new }) } else { Ok(()) }
    }
}

/// Makes a folder that the person alone may read; one that is there stays as it is.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// What is at a place, if it is a regular file.
fn regular(path: &Path) -> Result<Option<Metadata>, WriteError> {
    match fs::metadata(path) {
        Ok(about) if about.is_file() => Ok(Some(about)),
        Ok(_) => Err(WriteError::NotAFile),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn start_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    File::open(path)?.take(MAX_MEASURED).read_to_end(&mut start)?;
    Ok(start)
}

/// The place to which links lead, whether or not anything is there.
fn through_links(path: &Path) -> Result<PathBuf, WriteError> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            // Not a link, or nothing yet.
            Err(_) => return Ok(path),
        }
    }
    Err(WriteError::Circle)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new file beside the place, with a lock that tells it from one that an interrupt left behind.
fn unfinished(target: &Path, folder: &Path, access: Access) -> io::Result<NamedTempFile> {
    let mut prefix = OsString::from(".");
    prefix.push(target.file_name().unwrap_or_default());
    prefix.push(".");
    litter::remove(folder, |name| name.starts_with(prefix.as_encoded_bytes()) && litter::is_unfinished(name));
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(UNFINISHED);
    if access == Access::Usual {
        let_others_read(&mut builder);
    }
    let file = builder.tempfile_in(folder)?;
    // Where nothing can be locked nothing is taken for left behind.
    let _ = file.as_file().try_lock();
    litter::is_begun(file.path());
    Ok(file)
}

/// Locks are for those who ask for one there.
#[cfg(not(windows))]
fn let_others_in(_: &File) {}

/// A lock of Windows keeps everybody out, the process that holds it too.
#[cfg(windows)]
fn let_others_in(file: &File) {
    // One that was never taken cannot be given back, which is as well.
    let _ = file.unlock();
}

/// As for every new file of this person: what their umask leaves.
#[cfg(unix)]
fn let_others_read(builder: &mut tempfile::Builder<'_, '_>) {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
}

/// A new file has the permissions of its folder there.
#[cfg(not(unix))]
fn let_others_read(_: &mut tempfile::Builder<'_, '_>) {}

#[cfg(test)]
mod tests;
