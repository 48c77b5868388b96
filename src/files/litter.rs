//! Leftovers of interrupted writes: files whose name only this program gives and that no process has locked. No other
//! file is ever removed.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use super::UNFINISHED;

/// The prefix that an earlier version gave to unfinished files in its own folders.
const FORMER: &[u8] = b".tmp";
/// The length of such a name in bytes.
const FORMER_LENGTH: usize = 10;

/// The temporary files that this process is writing. Code that ends the process without unwinding must remove them.
static BEGUN: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn begun() -> MutexGuard<'static, Vec<PathBuf>> {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Creates a temporary file and registers it. The register stays locked meanwhile, so that the end of the process
/// misses no file.
pub(super) fn begin(make: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    let mut begun = begun();
    let file = make()?;
    begun.push(file.path().to_owned());
    Ok(file)
}

/// Removes a temporary file from the register, because it has its final name.
pub(super) fn is_settled(path: &Path) {
    begun().retain(|own| own != path);
}

/// Removes the temporary files of this process, which is about to end.
pub fn abandon() {
    let mut begun = begun();
    for path in begun.drain(..) {
        // The file of a failed write is already gone.
        let _ = fs::remove_file(path);
    }
    // Keeps the register locked: other threads are still running, and none of them may create a file now.
    std::mem::forget(begun);
}

/// Removes every unfinished file from a folder that belongs to the program, and returns their number.
pub fn sweep(folder: &Path) -> usize {
    let is_former = |name: &[u8]| name.starts_with(FORMER) && name.len() == FORMER_LENGTH;
    remove(folder, |name| is_unfinished(name) || is_former(name))
}

/// Whether a name is that of an unfinished file.
pub(super) fn is_unfinished(name: &[u8]) -> bool {
    name.starts_with(b".") && name.ends_with(UNFINISHED.as_bytes())
}

/// Removes the files with matching names that no process has locked, and returns their number.
pub(super) fn remove(folder: &Path, is_meant: impl Fn(&[u8]) -> bool) -> usize {
    let Ok(entries) = fs::read_dir(folder) else { return 0 };
    let is_file = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    let meant = entries.flatten().filter(|entry| is_meant(entry.file_name().as_encoded_bytes()) && is_file(entry));
    meant.filter(|entry| remove_unlocked(&entry.path())).count()
}

fn remove_unlocked(path: &Path) -> bool {
    // A file that cannot be removed only takes up space.
    File::open(path).is_ok_and(|file| file.try_lock().is_ok()) && fs::remove_file(path).is_ok()
}
