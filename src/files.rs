//! The only place where the program writes files or opens them for reading. A file is written under a temporary name
//! beside its target, synced and renamed, following symbolic links, so that the target always holds either the old or
//! the new text as a whole. This room knows no format: the caller provides a [`Measure`], and a file of another kind,
//! or with more content, is not replaced unless forced. It prints nothing and reads no clock.

mod delete;
mod editor;
mod litter;
mod read;
mod unpack;

pub use delete::{Deleted, delete_all};
pub use editor::{EditError, edited, editor_of};
pub use litter::{abandon, sweep};
pub use read::{ReadError, Readable, open, read_packed_text, read_text, whole_bytes, whole_text};
pub use unpack::{is_packed, unpacked};

use std::ffi::OsString;
use std::fs::{self, File, Metadata, Permissions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// The suffix of a file that is not complete yet.
const UNFINISHED: &str = ".part";

/// The maximum number of symbolic links followed; a longer chain is taken for a loop.
const MAX_LINKS: usize = 32;

/// The maximum number of bytes read to measure a file. No file of a kind that is counted is longer.
const MAX_MEASURED: u64 = 16 << 20;

/// Counts the items in a text whose loss a user would notice; `None` if the text is of another kind.
pub type Measure = fn(&[u8]) -> Option<usize>;

/// Makes a write beyond the file size limit return an error. Otherwise a signal would end the process in the middle of
/// a line, without restoring the terminal.
#[cfg(unix)]
pub fn fail_beyond_size_limit() {
    // If it cannot be registered, the signal ends the process as before.
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
}

/// Does nothing: there is no such signal here.
#[cfg(not(unix))]
pub fn fail_beyond_size_limit() {}

/// Who may read a written file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Readable as the umask allows, or as the replaced file was.
    Usual,
    /// Readable by the user alone.
    Private,
}

/// What happens to an existing file that is of another kind or has more content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and writing fails.
    Spare,
    /// It is replaced.
    Replace,
}

/// Why a file was not written, worded as the end of a sentence that begins with its name.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The path is a folder, a device, a pipe or a socket.
    #[error("is not a regular file, so it is not replaced")]
    NotAFile,
    /// The existing file is of another kind and would be lost.
    #[error("holds something else, so it is not replaced")]
    OtherKind,
    /// The existing file is of the same kind and has more content.
    #[error("holds more ({there}) than what would replace it ({new})")]
    Fuller {
        /// What the existing file holds.
        there: String,
        /// What the new text holds.
        new: String,
    },
    /// The symbolic links form a loop.
    #[error("is a symbolic link that leads back to itself")]
    Circle,
    /// The operating system reported an error.
    #[error("cannot be written ({0})")]
    Refused(#[from] io::Error),
}

impl WriteError {
    /// Whether the write would succeed with [`Existing::Replace`], which is `--force` on the command line.
    pub fn can_be_forced(&self) -> bool {
        matches!(self, Self::OtherKind | Self::Fuller { .. })
    }
}

/// The target of a write, and the rules for it.
#[derive(Clone, Debug)]
pub struct WriteTarget {
    target: PathBuf,
    access: Access,
    existing: Existing,
    measure: Measure,
}

impl WriteTarget {
    /// Creates a target that may replace any regular file, with the usual access.
    pub fn at(path: &Path) -> Self {
        Self { target: path.to_owned(), access: Access::Usual, existing: Existing::Spare, measure: |_| Some(0) }
    }

    /// Makes the file readable by the user alone.
    #[must_use]
    pub fn private(self) -> Self {
        Self { access: Access::Private, ..self }
    }

    /// Restricts the target to one kind of text, which `measure` recognizes and counts.
    #[must_use]
    pub fn of_kind(self, measure: Measure) -> Self {
        Self { measure, ..self }
    }

    /// Sets what happens to an existing file that is of another kind or has more content.
    #[must_use]
    pub fn existing(self, existing: Existing) -> Self {
        Self { existing, ..self }
    }

    /// Starts a write, which fails early if it is impossible, before anything is computed or asked. Also removes the
    /// leftovers of an interrupted write of the same file.
    pub fn open(&self) -> Result<Pending, WriteError> {
        let target = through_links(&self.target)?;
        let old = regular(&target)?;
        self.check_kind(&target, old.as_ref())?;
        let folder = folder_of(&target);
        let file = unfinished(&target, folder, self.access)?;
        let permissions = old.filter(|_| self.access == Access::Usual).map(|old| old.permissions());
        Ok(Pending { file, target, place: self.clone(), permissions })
    }

    /// Writes a text to the target.
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

/// A file under a temporary name that will replace its target.
#[derive(Debug)]
pub struct Pending {
    file: NamedTempFile,
    target: PathBuf,
    place: WriteTarget,
    permissions: Option<Permissions>,
}

impl Pending {
    /// The handle to write to.
    pub fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Returns the temporary path, for reading back what was written. On Windows this releases the lock, which would
    /// prevent other handles from reading.
    pub fn path(&self) -> &Path {
        let_others_in(self.file.as_file());
        self.file.path()
    }

    /// Sets the permissions, instead of taking those of the replaced file.
    pub fn permit(&mut self, permissions: Permissions) {
        self.permissions = Some(permissions);
    }

    /// The final path, with links resolved.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Whether the target is replaced whatever it holds.
    pub fn is_forced(&self) -> bool {
        self.place.existing == Existing::Replace
    }

    /// Writes a text to the target.
    pub fn write(mut self, text: &[u8]) -> Result<(), WriteError> {
        self.file.write_all(text)?;
        self.keep()
    }

    /// Syncs the file and renames it to its target. Fails if the existing file is of another kind or has more content.
    pub fn keep(self) -> Result<(), WriteError> {
        self.spare_a_fuller_one()?;
        if let Some(permissions) = &self.permissions {
            self.file.as_file().set_permissions(permissions.clone())?;
        }
        self.file.as_file().sync_all()?;
        let unfinished = self.file.path().to_owned();
        self.file.persist(&self.target).map_err(|error| error.error)?;
        litter::is_settled(&unfinished);
        // The rename is durable once the folder is synced. If a folder cannot be synced, the system writes it later.
        let _ = File::open(folder_of(&self.target)).and_then(|folder| folder.sync_all());
        Ok(())
    }

    fn spare_a_fuller_one(&self) -> Result<(), WriteError> {
        if self.place.existing == Existing::Replace || regular(&self.target)?.is_none_or(|old| old.len() == 0) {
            return Ok(());
        }
        // The file may have been replaced since the write started, so it is measured again.
        let there = (self.place.measure)(&start_of(&self.target)?).ok_or(WriteError::OtherKind)?;
        // If the existing file has nothing to lose, the new text need not be measured.
        let new = if there == 0 { 0 } else { (self.place.measure)(&start_of(self.path())?).unwrap_or(0) };
        let is_fuller = there > new;
        if is_fuller { Err(WriteError::Fuller { there: there.to_string(), new: new.to_string() }) } else { Ok(()) }
    }
}

/// Creates a folder that only the user may read. An existing folder stays as it is.
pub fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Returns the metadata of a regular file; `None` if there is nothing at the path, an error if it is not a regular
/// file.
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
    open(path)?.take(MAX_MEASURED).read_to_end(&mut start)?;
    Ok(start)
}

/// Returns the path that a chain of symbolic links leads to, whether or not it exists.
fn through_links(path: &Path) -> Result<PathBuf, WriteError> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = folder_of(&path).join(next),
            // Not a link, or nothing there yet.
            Err(_) => return Ok(path),
        }
    }
    Err(WriteError::Circle)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Creates a temporary file beside the target. Its lock distinguishes it from the leftover of an interrupted write.
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
    let file = litter::begin(|| builder.tempfile_in(folder))?;
    // If locking is not supported, no file is taken for a leftover either.
    let _ = file.as_file().try_lock();
    Ok(file)
}

/// Locks are advisory on this platform, so there is nothing to release.
#[cfg(not(windows))]
fn let_others_in(_: &File) {}

/// A lock on Windows excludes every other handle, even those of the same process.
#[cfg(windows)]
fn let_others_in(file: &File) {
    // Unlocking fails if the lock was never taken, which does no harm.
    let _ = file.unlock();
}

/// Lets the umask decide, as for every other new file of the user.
#[cfg(unix)]
fn let_others_read(builder: &mut tempfile::Builder<'_, '_>) {
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
}

/// A new file inherits the permissions of its folder on this platform.
#[cfg(not(unix))]
fn let_others_read(_: &mut tempfile::Builder<'_, '_>) {}

#[cfg(test)]
mod tests;
