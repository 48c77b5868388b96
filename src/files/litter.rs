//! What interrupted writings leave behind: files with names of ours on which nobody holds a lock. Only such files are
//! ever removed.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::UNFINISHED;

/// How the names begin that an earlier version gave to unfinished files in folders of its own.
const FORMER: &[u8] = b".tmp";
/// How long such a name is.
const FORMER_LENGTH: usize = 10;

/// What this process is writing. Whoever ends it without unwinding has to know what would stay behind.
static BEGUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn begun() -> MutexGuard<'static, Vec<PathBuf>> {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A file is being written under this name.
pub(super) fn is_begun(path: &Path) {
    begun().push(path.to_owned());
}

/// It has its own name by now.
pub(super) fn is_settled(path: &Path) {
    begun().retain(|own| own != path);
}

/// Removes what this process is writing, because it is about to be ended.
pub fn abandon() {
    for path in begun().drain(..) {
        // One that was given up before is gone.
        let _ = fs::remove_file(path);
    }
}

/// Removes every unfinished file from a folder that is the program's own, and counts them.
pub fn sweep(folder: &Path) -> usize {
    let is_former = |name: &[u8]| name.starts_with(FORMER) && name.len() == FORMER_LENGTH;
    remove(folder, |name| is_unfinished(name) || is_former(name))
}

/// Whether a name is one that unfinished files have.
pub(super) fn is_unfinished(name: &[u8]) -> bool {
    name.starts_with(b".") && name.ends_with(UNFINISHED.as_bytes())
}

/// Removes the files of such names that nobody holds, and counts them.
pub(super) fn remove(folder: &Path, is_meant: impl Fn(&[u8]) -> bool) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let is_file = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    let meant = entries.flatten().filter(|entry| is_meant(entry.file_name().as_encoded_bytes()) && is_file(entry));
    meant.filter(|entry| remove_unlocked(&entry.path())).count()
}

fn remove_unlocked(path: &Path) -> bool {
    // What cannot be removed does no harm but the room it takes.
    File::open(path).is_ok_and(|file| file.try_lock().is_ok()) && fs::remove_file(path).is_ok()
}
