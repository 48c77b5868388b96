//! Damage in a compiled catalogue that was found while it was read. What has been computed since is not to be shown, and
//! where the JSON is there the file is marked: cut by its last byte, it is known as damaged as soon as it is opened, and
//! made again.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::printable;

/// Whether anything that was asked for turned out to be damaged, from then on.
#[derive(Clone, Debug, Default)]
pub struct Corruption(Arc<State>);

#[derive(Debug, Default)]
struct State {
    is_found: AtomicBool,
    /// The compiled file, where it can be made again of the JSON beside it.
    file: OnceLock<PathBuf>,
}

impl Corruption {
    /// Whether something was found.
    pub fn is_found(&self) -> bool {
        self.0.is_found.load(Ordering::Relaxed)
    }

    /// Sees to it that the next start does not read the damaged file again, and says so; where that cannot be done, what
    /// can be done by hand.
    pub fn settle(&self) -> String {
        match self.0.file.get().filter(|file| mark(file).is_ok()) {
            Some(file) => format!(
                "The compiled catalogue {} is damaged; nothing is answered from it. The next start makes it again from \
                 its JSON.",
                printable(&file.to_string_lossy())
            ),
            None => {
                "The compiled catalogue is damaged. Delete it or run `prospectus catalog compile` on its JSON again."
                    .to_owned()
            }
        }
    }

    /// Notes that something cannot be read.
    pub(super) fn found(&self) {
        self.0.is_found.store(true, Ordering::Relaxed);
    }

    /// Notes that something cannot be read that can be done without: the answers are right, but late, until the file is
    /// made again.
    pub(super) fn found_in_a_copy(&self) {
        if let Some(file) = self.0.file.get() {
            // Where it cannot be marked it is as useful as before.
            let _ = mark(file);
        }
    }

    /// Tells which file can be made again.
    pub(super) fn is_of(&self, file: &Path) {
        // It is reported once.
        let _ = self.0.file.set(file.to_owned());
    }
}

fn mark(file: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(file)?;
    let length = file.metadata()?.len();
    file.set_len(length.saturating_sub(1))
}
