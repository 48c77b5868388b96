//! The files of a log: reading all of them, appending with a single write that is synced to the disk, and rewriting
//! under a lock. Readers never need the lock: a file that vanishes while it is being read was merged into another, so
//! the folder is read again.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::operation::{Line, Operation};
use super::random_name;
use crate::catalog::printable;
use crate::english::{by_count, counted};
use crate::files::{self, Deleted, ReadError, WriteError, WriteTarget};

/// The extension of log files.
const ENDING: &str = "jsonl";
/// The name of the file whose lock guards rewriting.
const LOCK: &str = "lock";
/// The prefix of files that hold unreadable lines.
const ASIDE: &str = "set-aside-";
/// The number of files at which they are merged into one.
const MANY_FILES: usize = 24;
/// The size limit of a log file in bytes; a longer one is not read into memory.
const MAX_BYTES: u64 = 256 << 20;
/// How often the folder is read again while other processes keep merging files.
const MAX_TRIES: usize = 5;

/// The folder of a log.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

/// The result of reading a folder.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The operations of all files.
    pub(super) operations: Vec<Operation>,
    /// The number of intact lines of a newer version.
    pub(super) newer: usize,
    /// Sentences about files that could not be read.
    pub(super) told: Vec<String>,
    /// The number of files read.
    pub(super) files: usize,
    /// Whether the folder exists but cannot be read.
    pub(super) is_unreadable: bool,
}

/// The kind of lock that is needed.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    /// For appending; several writers may hold it.
    Shared,
    /// For rewriting; excludes all other writers.
    Alone,
}

impl Folder {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the log files, sorted by name.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        self.entries(|name| Path::new(name).extension().is_some_and(|end| end == ENDING))
    }

    fn entries(&self, is_meant: impl Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.path) {
            // A file in place of the folder is not the same as no folder.
            Err(error) if is_absent(&error) && !self.path.exists() => return Ok(Vec::new()),
            entries => entries?,
        };
        let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
        let mut names = names.collect::<io::Result<Vec<_>>>()?;
        names.retain(|name| is_meant(&name.to_string_lossy()));
        names.sort();
        Ok(names.into_iter().map(|name| self.path.join(name)).collect())
    }

    /// Reads all files. Those that cannot be read are reported and skipped.
    pub(super) fn read(&self) -> Read {
        for _ in 1..MAX_TRIES {
            if let Some(read) = self.read_once(Vanished::Retry) {
                return read;
            }
        }
        self.read_once(Vanished::Skip).unwrap_or_default()
    }

    fn read_once(&self, vanished: Vanished) -> Option<Read> {
        let mut read = Read::default();
        let files = match self.files() {
            Ok(files) => files,
            Err(error) => {
                read.told.push(format!("What is kept in {} cannot be read: {error}.", shown(&self.path)));
                read.is_unreadable = true;
                return Some(read);
            }
        };
        for path in files {
            match text(&path) {
                Ok(text) => read.take(&text),
                Err(error) if is_absent(&error) && vanished == Vanished::Retry => return None,
                Err(error) if is_absent(&error) => {}
                Err(error) => read.told.push(format!("{} is left out: {error}.", shown(&path))),
            }
        }
        Some(read)
    }

    /// Appends lines to the file of a writer in a single write and syncs it to the disk.
    pub(super) fn append(&self, writer: &str, lines: &str) -> io::Result<()> {
        files::private_folder(&self.path)?;
        let _lock = self.lock(Hold::Shared)?;
        let path = self.path.join(writer).with_extension(ENDING);
        let is_new = !path.exists();
        let mut file = private(OpenOptions::new().read(true).append(true).create(true)).open(&path)?;
        let length = file.metadata()?.len();
        let lines = if ends_whole(&mut file, length)? { lines.to_owned() } else { format!("\n{lines}") };
        if let Err(error) = file.write_all(lines.as_bytes()).and_then(|()| file.sync_data()) {
            // A partial line must not precede the next one. If truncating fails too, the next append starts
            // with a line break.
            let _ = file.set_len(length);
            return Err(error);
        }
        if is_new {
            // The name of a new file is durable once its folder is synced; where folders cannot be synced, the system
            // does it later.
            let _ = File::open(&self.path).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }

    /// Moves damaged lines to separate files and returns sentences about it.
    pub(super) fn set_damage_aside(&self) -> Vec<String> {
        let files = self.files().unwrap_or_default();
        let is_damaged = |path: &PathBuf| text(path).is_ok_and(|text| !damaged(&text).is_empty());
        let damaged: Vec<PathBuf> = files.into_iter().filter(is_damaged).collect();
        if damaged.is_empty() {
            return Vec::new();
        }
        // Under the exclusive lock nobody is appending, so a line that looks torn is not one that is still being
        // written. Without locks the two look the same, and nothing is rewritten.
        let lock = self.lock(Hold::Alone);
        damaged.iter().filter_map(|path| self.set_aside(path, matches!(lock, Ok(Some(_))))).collect()
    }

    fn set_aside(&self, path: &Path, may_rewrite: bool) -> Option<String> {
        let text = text(path).ok()?;
        let (lines, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| is_damaged(line));
        if lines.is_empty() {
            return None;
        }
        let (count, were) = (counted(lines.len(), "line"), by_count(lines.len(), "was", "were"));
        let name = format!("{ASIDE}{}.txt", random_name());
        let rest: String = rest.iter().flat_map(|line| [*line, "\n"]).collect();
        let moved = || -> Result<(), WriteError> {
            WriteTarget::at(&self.path.join(&name)).private().write((lines.join("\n") + "\n").as_bytes())?;
            WriteTarget::at(path).private().write(rest.as_bytes())
        };
        let is_moved = may_rewrite && moved().is_ok();
        let fate = if is_moved { format!("set aside in {name}") } else { "left out".to_owned() };
        Some(format!("{count} of {} cannot be read and {were} {fate}; everything else is intact.", shown(path)))
    }

    /// Merges the files into one if there are many and the folder can be locked. The operations stay the same.
    pub(super) fn compact(&self, files: usize) {
        if files >= MANY_FILES
            && let Ok(Some(_lock)) = self.lock(Hold::Alone)
        {
            // Unmerged files are just as valid.
            let _ = self.merge();
        }
    }

    fn merge(&self) -> Result<(), WriteError> {
        let files = self.files()?;
        let texts = files.iter().map(|path| text(path)).collect::<io::Result<Vec<_>>>()?;
        let mut lines: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.is_empty()).collect();
        lines.sort_unstable();
        lines.dedup();
        let merged: String = lines.iter().flat_map(|line| [*line, "\n"]).collect();
        WriteTarget::at(&self.path.join(random_name()).with_extension(ENDING)).private().write(merged.as_bytes())?;
        files.iter().try_for_each(|path| Ok(fs::remove_file(path)?))
    }

    /// Rewrites every file without the operations on the selected things. Damaged lines are removed as well, because
    /// they might contain such operations. A file that cannot be read or rewritten does not stop the others.
    pub(super) fn forget(&self, is_meant: &impl Fn(&str) -> bool) -> io::Result<Deleted> {
        let _lock = self.lock(Hold::Alone)?;
        let mut deleted = Deleted::default();
        for path in self.files()? {
            forget_in(path, is_meant, &mut deleted);
        }
        self.entries(|name| name.starts_with(ASIDE))?.into_iter().for_each(|path| deleted.delete(path));
        files::sweep(&self.path);
        Ok(deleted)
    }

    /// Deletes all files of the log.
    pub(super) fn delete(&self) -> io::Result<Deleted> {
        let is_own =
            |name: &str| Path::new(name).extension().is_some_and(|end| end == ENDING) || name.starts_with(ASIDE);
        let lock = self.lock(Hold::Alone);
        let deleted = files::delete_all(self.entries(is_own)?);
        files::sweep(&self.path);
        drop(lock);
        // The lock file contains no user data. The folder is kept if other files remain in it.
        let _ = fs::remove_file(self.path.join(LOCK));
        let _ = fs::remove_dir(&self.path);
        Ok(deleted)
    }

    /// Waits for the lock of the folder. Returns `None` if the file system does not support locks.
    ///
    /// # Errors
    ///
    /// The I/O error if the lock file cannot be opened or locked.
    fn lock(&self, hold: Hold) -> io::Result<Option<File>> {
        let path = self.path.join(LOCK);
        // Opening a named pipe would block until another process opens its other end.
        if fs::metadata(&path).is_ok_and(|about| !about.is_file()) {
            return Err(io::Error::other(format!("{LOCK} is not a regular file")));
        }
        let file = private(OpenOptions::new().write(true).create(true).truncate(false)).open(path)?;
        let locked = match hold {
            Hold::Shared => file.lock_shared(),
            Hold::Alone => file.lock(),
        };
        match locked {
            Ok(()) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// What to do if a file vanishes between being listed and being read.
#[derive(Clone, Copy, PartialEq)]
enum Vanished {
    Retry,
    Skip,
}

impl Read {
    fn take(&mut self, text: &str) {
        self.files += 1;
        for line in text.lines() {
            match Operation::read(line) {
                Line::Known(operation) => self.operations.push(*operation),
                Line::Newer => self.newer += 1,
                // It is reported when it is set aside, or another writer is still writing it.
                Line::Damaged => {}
            }
        }
    }
}

/// Rewrites one file without the operations on the selected things, or deletes it if it has no others.
fn forget_in(path: PathBuf, is_meant: &impl Fn(&str) -> bool, deleted: &mut Deleted) {
    let text = match text(&path) {
        Ok(text) => text,
        Err(error) => return deleted.left.push((path, error)),
    };
    let stays = |line: &&str| match Operation::read(line) {
        Line::Known(operation) => !is_meant(&operation.thing),
        Line::Newer => true,
        Line::Damaged => false,
    };
    let rest: String = text.lines().filter(stays).flat_map(|line| [line, "\n"]).collect();
    if rest.is_empty() {
        deleted.delete(path);
    } else if rest != text {
        match WriteTarget::at(&path).private().write(rest.as_bytes()) {
            Ok(()) => deleted.rewritten.push(path),
            Err(error) => deleted.left.push((path, io::Error::other(format!("it {error}")))),
        }
    }
}

fn damaged(text: &str) -> Vec<&str> {
    text.lines().filter(|line| is_damaged(line)).collect()
}

fn is_damaged(line: &str) -> bool {
    !line.is_empty() && Operation::read(line) == Line::Damaged
}

/// Returns the text of a file. Bytes that are not UTF-8 damage only their own line.
fn text(path: &Path) -> io::Result<String> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let bytes = files::whole_bytes(files::open(path)?, MAX_BYTES).map_err(ReadError::into_io)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a file is empty or ends with a complete line.
fn ends_whole(file: &mut File, length: u64) -> io::Result<bool> {
    if length == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Makes a new file readable and writable by its owner only.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}
