//! Damage found while a compiled catalogue is read. Nothing computed after that may be shown. If the JSON is beside the
//! compiled file, the file is marked by cutting off its last byte: the next start then recognizes it as damaged and
//! compiles it again.

use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::printable;

/// A shared flag that is set, and stays set, once damage has been found.
#[derive(Clone, Debug, Default)]
pub struct Corruption(Arc<State>);

#[derive(Debug, Default)]
struct State {
    is_found: AtomicBool,
    /// The compiled file, if it can be rebuilt from the JSON beside it.
    file: OnceLock<PathBuf>,
}

impl Corruption {
    /// Whether damage has been found.
    pub fn is_found(&self) -> bool {
        self.0.is_found.load(Ordering::Relaxed)
    }

    /// Marks the damaged file so that the next start compiles it again, and returns a message that says so. If the file
    /// cannot be marked, the message says what the user can do.
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

    /// Records that damage was found.
    pub(super) fn found(&self) {
        self.0.is_found.store(true, Ordering::Relaxed);
    }

    /// Records damage in a section that can be rebuilt from the records. Answers stay correct but are slower until the
    /// file is compiled again.
    pub(super) fn found_in_a_copy(&self) {
        if let Some(file) = self.0.file.get() {
            // If marking fails, the file stays as usable as before.
            let _ = mark(file);
        }
    }

    /// Sets the file that can be compiled again.
    pub(super) fn is_of(&self, file: &Path) {
        // The first caller wins; there is only one file per catalogue.
        let _ = self.0.file.set(file.to_owned());
    }
}

fn mark(file: &Path) -> io::Result<()> {
    let file = OpenOptions::new().write(true).open(file)?;
    let length = file.metadata()?.len();
    file.set_len(length.saturating_sub(1))
}
