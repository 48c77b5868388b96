//! Deletes several files. A failure does not stop the rest.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The outcome of deleting files.
#[derive(Debug, Default)]
pub struct Deleted {
    /// The files that are gone.
    pub gone: Vec<PathBuf>,
    /// The files that remain, without the content that was to be deleted.
    pub rewritten: Vec<PathBuf>,
    /// The files that could not be deleted or rewritten, each with the reason.
    pub left: Vec<(PathBuf, io::Error)>,
}

/// Deletes files.
pub fn delete_all(files: impl IntoIterator<Item = PathBuf>) -> Deleted {
    let mut deleted = Deleted::default();
    files.into_iter().for_each(|path| deleted.delete(path));
    deleted
}

impl Deleted {
    /// Returns the outcome for a path of which nothing could be deleted, with the reason.
    pub fn nothing_of(path: &Path, error: io::Error) -> Self {
        Self { left: vec![(path.to_owned(), error)], ..Self::default() }
    }

    /// Deletes one more file.
    pub fn delete(&mut self, path: PathBuf) {
        match fs::remove_file(&path) {
            Ok(()) => self.gone.push(path),
            Err(error) => self.left.push((path, error)),
        }
    }

    /// Adds the outcome for other files.
    pub fn append(&mut self, other: Self) {
        self.gone.extend(other.gone);
        self.rewritten.extend(other.rewritten);
        self.left.extend(other.left);
    }
}
