//! Deletes several files. One that cannot be deleted does not keep the others.

use std::fs;
use std::io;
use std::path::PathBuf;

/// The outcome of deleting files.
#[derive(Debug, Default)]
pub struct Deleted {
    /// The files that are gone.
    pub gone: Vec<PathBuf>,
    /// The files that could not be deleted, each with the reason.
    pub left: Vec<(PathBuf, io::Error)>,
}

/// Deletes files.
pub fn delete_all(files: impl IntoIterator<Item = PathBuf>) -> Deleted {
    let mut deleted = Deleted::default();
    for path in files {
        match fs::remove_file(&path) {
            Ok(()) => deleted.gone.push(path),
            Err(error) => deleted.left.push((path, error)),
        }
    }
    deleted
}

impl Deleted {
    /// Adds the outcome for other files.
    pub fn append(&mut self, other: Self) {
        self.gone.extend(other.gone);
        self.left.extend(other.left);
    }
}
