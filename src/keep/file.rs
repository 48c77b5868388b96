//! The file that stores the workspace. It is replaced atomically; of two explorers that exit at the same time, the
//! later one wins. An unreadable file is renamed and reported, never overwritten.

use std::fmt::Display;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Workspace;
use crate::catalog::printable;
use crate::files::{self, Deleted, ReadError, WriteError, WriteTarget, read_text};

/// The name of the file.
const NAME: &str = "view.json";
/// The prefix of files that were set aside.
const ASIDE: &str = "view.set-aside-";
/// The maximum number of files set aside before the user is asked to look at them.
const MAX_ASIDE: usize = 99;
/// The size limit of the file in bytes; a longer one was not written by this program.
const MAX_BYTES: u64 = 1 << 20;

/// The folder that the workspace is stored in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Store {
    folder: PathBuf,
}

/// Why the stored workspace can neither be read nor replaced.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The system refuses to read the file.
    #[error("{} {reason}. The view is not kept this time.", shown(path))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The file is damaged and cannot be renamed.
    #[error("{} {reason} and cannot be set aside: {error}. The view is not kept this time.", shown(path))]
    NotSetAside {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
        /// Why it cannot be renamed.
        error: String,
    },
}

impl Store {
    /// Returns the store in a folder, which need not exist yet.
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Returns the path of the file.
    pub fn path(&self) -> PathBuf {
        self.folder.join(NAME)
    }

    /// Reads the stored workspace. Also returns a notice for the user if a damaged file was set aside.
    ///
    /// # Errors
    ///
    /// [`StoreError`] if the file can neither be read nor set aside. In that case it must not be overwritten either.
    pub fn read(&self) -> Result<(Workspace, Option<String>), StoreError> {
        let text = match read_text(&self.path(), MAX_BYTES) {
            Ok(text) => text,
            Err(error) if error.is_absent() => return Ok((Workspace::default(), None)),
            Err(error @ (ReadError::TooLong(_) | ReadError::NotText)) => return self.set_aside(&error),
            Err(error) => return Err(StoreError::Unreadable { path: self.path(), reason: error.to_string() }),
        };
        Workspace::from_json(&text).map_or_else(|reason| self.set_aside(&reason), |workspace| Ok((workspace, None)))
    }

    /// Changes the stored workspace. Returns a sentence for the user if something went wrong or a damaged file
    /// was set aside.
    pub fn change(&self, change: impl FnOnce(&mut Workspace)) -> Option<String> {
        let (before, told) = match self.read() {
            Ok(read) => read,
            Err(error) => return Some(error.to_string()),
        };
        let mut workspace = before.clone();
        change(&mut workspace);
        if workspace == before {
            return told;
        }
        let cannot = |error| format!("The view is not kept: {} {error}.", shown(&self.path()));
        self.write(&workspace).map_err(cannot).err().or(told)
    }

    fn write(&self, workspace: &Workspace) -> Result<(), WriteError> {
        files::private_folder(&self.folder)?;
        WriteTarget::at(&self.path()).private().write(workspace.to_json().as_bytes())
    }

    /// Removes temporary files that an interrupted write left behind.
    pub fn sweep(&self) {
        files::sweep(&self.folder);
    }

    /// Deletes the file and all files that were set aside.
    ///
    /// # Errors
    ///
    /// The I/O error if the folder cannot be read.
    pub fn forget(&self) -> io::Result<Deleted> {
        self.sweep();
        Ok(files::delete_all(self.own_files()?))
    }

    /// Returns the files that [`forget`](Self::forget) would delete.
    ///
    /// # Errors
    ///
    /// The I/O error if the folder cannot be read.
    pub fn own_files(&self) -> io::Result<Vec<PathBuf>> {
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if is_absent(&error) => return Ok(Vec::new()),
            entries => entries?,
        };
        let mut files = Vec::new();
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name == NAME || name.starts_with(ASIDE) {
                files.push(entry.path());
            }
        }
        files.sort();
        Ok(files)
    }

    /// Renames the damaged file so that a new one can be written.
    fn set_aside(&self, reason: &impl Display) -> Result<(Workspace, Option<String>), StoreError> {
        let path = self.path();
        let free = (1..=MAX_ASIDE).map(|number| self.folder.join(format!("{ASIDE}{number}.json")));
        let moved = free.into_iter().find(|other| !other.exists()).ok_or_else(|| io::Error::other("no name is free"));
        match moved.and_then(|other| fs::rename(&path, &other).map(|()| other)) {
            Ok(other) => {
                let name = other.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let told = format!(
                    "{} {reason}; it was set aside as {}, and the explorer starts fresh.",
                    shown(&path),
                    printable(&name)
                );
                Ok((Workspace::default(), Some(told)))
            }
            Err(error) => Err(StoreError::NotSetAside { path, reason: reason.to_string(), error: error.to_string() }),
        }
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::CatalogView;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::at(folder.path().join("state").join("prospectus"));
        (folder, store)
    }

    fn put(store: &Store, catalog: &str) -> Option<String> {
        store.change(|workspace| workspace.put(CatalogView { catalog: catalog.to_owned(), ..CatalogView::default() }))
    }

    fn names(store: &Store) -> Vec<String> {
        let files = store.own_files().expect("the folder");
        files.iter().map(|path| path.file_name().unwrap_or_default().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn nothing_is_kept_before_anything_was_and_reading_makes_no_folder() {
        let (folder, store) = store();
        assert_eq!(store.read(), Ok((Workspace::default(), None)));
        assert_eq!(store.forget().expect("nothing to do").gone, Vec::<PathBuf>::new());
        assert!(!folder.path().join("state").exists());
    }

    #[test]
    fn what_was_kept_is_there_at_the_next_reading_beside_what_was_there_before() {
        let (_folder, store) = store();
        assert_eq!((put(&store, "one"), put(&store, "two")), (None, None));
        let (workspace, told) = store.read().expect("it can be read");
        assert!(workspace.view_of("one").is_some() && workspace.view_of("two").is_some());
        assert_eq!(told, None);
        assert_eq!(names(&store), [NAME], "nothing half written stays behind");
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_as_it_is_and_told_of() {
        let (_folder, store) = store();
        put(&store, "one");
        for (number, bytes) in [&b"{"[..], b"{\"version\": 9}", b"\xff\xfe", &vec![b' '; 2 << 20]].iter().enumerate() {
            fs::write(store.path(), bytes).expect("a file");
            let (workspace, told) = store.read().expect("it can be set aside");
            let name = format!("{ASIDE}{}.json", number + 1);
            assert_eq!(workspace, Workspace::default());
            assert!(told.expect("it is told").contains(&name));
            assert_eq!(fs::read(store.folder.join(&name)).expect("it is there"), *bytes);
        }
        assert_eq!(put(&store, "two"), None);
        assert_eq!(names(&store).len(), 5);
        assert_eq!(store.forget().expect("it can be read").gone.len(), 5);
        assert_eq!(names(&store), Vec::<String>::new());
    }

    #[test]
    fn a_file_that_is_damaged_while_the_explorer_runs_is_set_aside_too() {
        let (_folder, store) = store();
        put(&store, "one");
        fs::write(store.path(), "{").expect("a file");
        assert!(put(&store, "two").expect("it is told").contains("set aside"));
        assert_eq!(store.read().map(|(workspace, _)| workspace.views.len()), Ok(1));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told_of() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("file"), "").expect("a file");
        let store = Store::at(folder.path().join("file").join("prospectus"));
        assert_eq!(store.read(), Ok((Workspace::default(), None)));
        let told = put(&store, "one").expect("there is no folder");
        assert!(told.starts_with("The view is not kept: ") && told.ends_with('.'), "{told}");
    }

    #[test]
    fn what_is_not_its_own_is_not_forgotten() {
        let (_folder, store) = store();
        put(&store, "one");
        fs::write(store.folder.join("notes.txt"), "mine").expect("a file");
        assert_eq!(store.forget().expect("it can be read").gone, [store.path()]);
        assert!(store.folder.join("notes.txt").exists());
    }
}
