//! The files of a log: reading whatever there is, appending with one write that is forced to the disk, and rewriting
//! under a lock. A reader never needs the lock, and a file that vanishes while it is read was merged into another.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::operation::{Line, Operation};
use super::random_name;
use crate::catalog::printable;
use crate::files::{self, Place, WriteError};

/// How the names of a log's files end.
const ENDING: &str = "jsonl";
/// The file whose lock guards rewriting.
const LOCK: &str = "lock";
/// How the names of files begin that hold lines that cannot be read.
const ASIDE: &str = "set-aside-";
/// From this many files on they are merged into one.
const MANY_FILES: usize = 24;
/// No file of a log grows beyond this; a longer one is not read into memory.
const MAX_BYTES: u64 = 256 << 20;
/// How often the folder is read anew because a file was merged meanwhile.
const MAX_TRIES: usize = 5;

/// The folder of a log.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The changes of all files.
    pub(super) operations: Vec<Operation>,
    /// How many whole lines are of another version.
    pub(super) newer: usize,
    /// What there is to say, in sentences.
    pub(super) told: Vec<String>,
    /// How many files there are.
    pub(super) files: usize,
}

/// Which kind of lock is wanted.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    /// To append: several may.
    Shared,
    /// To rewrite: nobody else may do anything.
    Alone,
}

impl Folder {
    pub(super) fn at(path: PathBuf) -> Self {
        Self { path }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The log files, by name.
    fn files(&self) -> io::Result<Vec<PathBuf>> {
        self.entries(|name| Path::new(name).extension().is_some_and(|end| end == ENDING))
    }

    fn entries(&self, is_meant: impl Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.path) {
            Err(error) if is_absent(&error) => return Ok(Vec::new()),
            entries => entries?,
        };
        let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
        let mut names = names.collect::<io::Result<Vec<_>>>()?;
        names.retain(|name| is_meant(&name.to_string_lossy()));
        names.sort();
        Ok(names.into_iter().map(|name| self.path.join(name)).collect())
    }

    /// Everything that can be read.
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

    /// Appends lines to the file of a writer: one write, forced to the disk.
    pub(super) fn append(&self, writer: &str, lines: &str) -> io::Result<()> {
        files::private_folder(&self.path)?;
        let _lock = self.lock(Hold::Shared)?;
        let path = self.path.join(writer).with_extension(ENDING);
        let is_new = !path.exists();
        let mut file = private(OpenOptions::new().read(true).append(true).create(true)).open(&path)?;
        let length = file.metadata()?.len();
        let lines = if ends_whole(&mut file, length)? { lines.to_owned() } else { format!("\n{lines}") };
        if let Err(error) = file.write_all(lines.as_bytes()).and_then(|()| file.sync_data()) {
            // Half a line must not stand before the next one. If this fails too, the next one begins with a new line.
            let _ = file.set_len(length);
            return Err(error);
        }
        if is_new {
            // The name is on the disk once the folder is; where folders cannot be forced, the system does it.
            let _ = File::open(&self.path).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }

    /// Moves damaged lines out of the files, and says so.
    pub(super) fn set_damage_aside(&self) -> Vec<String> {
        let files = self.files().unwrap_or_default();
        let is_damaged = |path: &PathBuf| text(path).is_ok_and(|text| !damaged(&text).is_empty());
        let damaged: Vec<PathBuf> = files.into_iter().filter(is_damaged).collect();
        if damaged.is_empty() {
            return Vec::new();
        }
        // With nobody else about, what looks torn is torn and not just being written.
        let lock = self.lock(Hold::Alone);
        damaged.iter().filter_map(|path| self.set_aside(path, lock.is_ok())).collect()
    }

    fn set_aside(&self, path: &Path, may_rewrite: bool) -> Option<String> {
        let text = text(path).ok()?;
        let (lines, rest): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| is_damaged(line));
        let count = match lines.len() {
            0 => return None,
            1 => "1 line".to_owned(),
            more => format!("{more} lines"),
        };
        let name = format!("{ASIDE}{}.txt", random_name());
        let rest: String = rest.iter().flat_map(|line| [*line, "\n"]).collect();
        let moved = || -> Result<(), WriteError> {
            Place::at(&self.path.join(&name)).private().write((lines.join("\n") + "\n").as_bytes())?;
            Place::at(path).private().write(rest.as_bytes())
        };
        let is_moved = may_rewrite && moved().is_ok();
        let fate = if is_moved { format!("set aside in {name}") } else { "left out".to_owned() };
        Some(format!("{count} of {} cannot be read and {fate}; everything else stands.", shown(path)))
    }

    /// Merges the files into one where there are many and the folder can be locked. It changes nothing but their number.
    pub(super) fn compact(&self, files: usize) {
        if files >= MANY_FILES
            && let Ok(Some(_lock)) = self.lock(Hold::Alone)
        {
            // What cannot be merged stays as it is, and is as good.
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
        Place::at(&self.path.join(random_name()).with_extension(ENDING)).private().write(merged.as_bytes())?;
        files.iter().try_for_each(|path| Ok(fs::remove_file(path)?))
    }

    /// Rewrites every file without the operations on things that are meant; the files that changed. Lines that cannot
    /// be read go too: nobody knows what they say.
    pub(super) fn forget(&self, is_meant: &impl Fn(&str) -> bool) -> io::Result<Vec<PathBuf>> {
        let _lock = self.lock(Hold::Alone)?;
        let mut changed = Vec::new();
        for path in self.files()? {
            let text = text(&path)?;
            let stays = |line: &&str| match Operation::read(line) {
                Line::Known(operation) => !is_meant(&operation.thing),
                Line::Newer => true,
                Line::Damaged => false,
            };
            let rest: String = text.lines().filter(stays).flat_map(|line| [line, "\n"]).collect();
            if rest.is_empty() {
                fs::remove_file(&path)?;
            } else if rest != text {
                Place::at(&path).private().write(rest.as_bytes()).map_err(io::Error::other)?;
            } else {
                continue;
            }
            changed.push(path);
        }
        for path in self.entries(|name| name.starts_with(ASIDE))? {
            fs::remove_file(&path)?;
            changed.push(path);
        }
        files::sweep(&self.path);
        Ok(changed)
    }

    /// Deletes all files of the log; which they were.
    pub(super) fn delete(&self) -> io::Result<Vec<PathBuf>> {
        let is_own =
            |name: &str| Path::new(name).extension().is_some_and(|end| end == ENDING) || name.starts_with(ASIDE);
        let lock = self.lock(Hold::Alone);
        let files = self.entries(is_own)?;
        files.iter().try_for_each(fs::remove_file)?;
        files::sweep(&self.path);
        drop(lock);
        // The lock says nothing about anybody, and the folder stays where something else is in it.
        let _ = fs::remove_file(self.path.join(LOCK));
        let _ = fs::remove_dir(&self.path);
        Ok(files)
    }

    /// The lock of the folder; nothing where the file system has none. An error: somebody rewrites, or nothing can be
    /// written here.
    fn lock(&self, hold: Hold) -> io::Result<Option<File>> {
        let path = self.path.join(LOCK);
        // Opening a pipe would wait for whoever reads from it.
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

/// What becomes of a file that vanishes between being listed and being read.
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
                // Told of when it is set aside; or it is just being written.
                Line::Damaged => {}
            }
        }
    }
}

fn damaged(text: &str) -> Vec<&str> {
    text.lines().filter(|line| is_damaged(line)).collect()
}

fn is_damaged(line: &str) -> bool {
    !line.is_empty() && Operation::read(line) == Line::Damaged
}

/// The text of a file; bytes that are not UTF-8 make their line a damaged one and leave the others alone.
fn text(path: &Path) -> io::Result<String> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(io::Error::other("it is too long"));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Whether a file ends with a whole line.
fn ends_whole(file: &mut File, length: u64) -> io::Result<bool> {
    if length == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// A file that the person alone may read.
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
