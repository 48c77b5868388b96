//! Carries out the explorer's requests to keep something: changes go to the log if this system has a place for one, and
//! the consent to keeping answers goes to the configuration. The caller supplies the time.

use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::log::{Change, Log, random_name};
use super::notebook::{Act, FIRST, Notebook, forget_profile, history, undo_of};
use super::request::{Outcome, StoreRequest};
use crate::catalog::{Catalog, printable};
use crate::config::{Config, KeepAnswers};
use crate::files::{self, Deleted, WriteTarget, read_text};

/// The size limit of the configuration in bytes.
const MAX_CONFIG_BYTES: u64 = 1 << 20;

/// The destination of what users keep.
#[derive(Debug)]
pub struct NotebookStore {
    /// The log; `None` if this system has no place for one.
    pub log: Option<Log>,
    /// The id of the profile to start with.
    pub profile: String,
    /// Whether the user agreed to keeping answers.
    pub consent: KeepAnswers,
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// Whether kept answers are loaded and asked about. `false` for piped input, so that the same lines always give the
    /// same result.
    pub takes_up_answers: bool,
}

impl Default for NotebookStore {
    fn default() -> Self {
        Self { log: None, profile: FIRST.to_owned(), consent: KeepAnswers::Ask, config: None, takes_up_answers: false }
    }
}

impl NotebookStore {
    /// Returns everything that is kept; empty without a log.
    pub fn notebook(&self) -> Notebook {
        self.log.as_ref().map(|log| Notebook::of(log.state())).unwrap_or_default()
    }

    /// Carries out a request and returns the outcome. The catalogue names what is undone.
    pub fn perform(&mut self, now: Timestamp, request: StoreRequest, catalog: &Catalog) -> Outcome {
        match request {
            StoreRequest::Keep { changes, then } => {
                let before = self.last_act();
                let told = self.keep(now, &changes, &then);
                Outcome { told, act: self.last_act().filter(|act| before.as_ref() != Some(act)), now_in_use: None }
            }
            StoreRequest::Undo(act) => self.undo(now, &act, catalog),
            StoreRequest::NewProfile { name, copy_of } => self.new_profile(now, &name, copy_of.as_deref()),
            StoreRequest::Forget(profile) => self.forget(&profile).into(),
            StoreRequest::Consent(consent) => self.remember(consent).into(),
        }
    }

    /// Creates a profile with a random id and switches to it. Does nothing without a log.
    fn new_profile(&mut self, now: Timestamp, name: &str, copy_of: Option<&str>) -> Outcome {
        let (notebook, id) = (self.notebook(), random_name());
        let changes = match copy_of.and_then(|of| notebook.profile(of)) {
            Some(profile) => profile.copy(&notebook, &id, name),
            None => notebook.new_profile(&id, name),
        };
        let then = format!("{name} is in use; what you answer and keep now is kept for {name}.");
        let told = self.keep(now, &changes, &then);
        Outcome { told, now_in_use: self.log.is_some().then_some(id), act: None }
    }

    /// Makes changes. Returns `then` once they are on the disk, or a sentence that says why they are not.
    pub fn keep(&mut self, now: Timestamp, changes: &[Change], then: &str) -> String {
        self.act(now, changes, None, then)
    }

    fn act(&mut self, now: Timestamp, changes: &[Change], undoes: Option<&str>, then: &str) -> String {
        match &mut self.log {
            None => "Nothing can be kept: this system names no home folder to keep it in.".to_owned(),
            Some(log) => match log.append(now, changes, undoes) {
                Ok(()) => then.to_owned(),
                Err(error) => {
                    format!("This is not kept yet: {error}. It will be tried again with the next change.")
                }
            },
        }
    }

    /// Undoes an act and reports it. If the act switched profiles, the previous one is in use again.
    fn undo(&mut self, now: Timestamp, act: &str, catalog: &Catalog) -> Outcome {
        let notebook = self.notebook();
        let undone = self.log.as_ref().and_then(|log| undo_of(log.state(), &notebook, catalog, act));
        let Some((act, changes, what)) = undone else {
            return "There is nothing to undo.".to_owned().into();
        };
        let told = self.act(now, &changes, Some(&act), &format!("Undone: {what}"));
        let now_in_use = Some(self.notebook().current().to_owned()).filter(|id| id != notebook.current());
        Outcome { told, now_in_use, act: None }
    }

    fn last_act(&self) -> Option<String> {
        self.log.as_ref()?.last_act().map(str::to_owned)
    }

    /// Returns the acts, the latest first, with the names of the catalogue.
    pub fn acts(&self, catalog: &Catalog) -> Vec<Act> {
        self.log.as_ref().map(|log| history(log.state(), &self.notebook(), catalog)).unwrap_or_default()
    }

    /// Deletes everything that is kept for a profile from the files of this computer, and reports it.
    fn forget(&mut self, profile: &str) -> String {
        let not_deleted = |path: &Path, error: &io::Error| format!("{} ({error})", printable(&path.to_string_lossy()));
        let Some(log) = &mut self.log else { return "Nothing is kept.".to_owned() };
        match forget_profile(log, profile) {
            Ok(Deleted { left, .. }) if left.is_empty() => {
                "Deleted from this computer. Copies that were made elsewhere are not deleted.".to_owned()
            }
            Ok(Deleted { left, .. }) => {
                let left: Vec<String> = left.iter().map(|(path, error)| not_deleted(path, error)).collect();
                format!("Not everything is deleted: {}.", left.join("; "))
            }
            Err(error) => format!("Nothing is deleted: {}.", not_deleted(log.path(), &error)),
        }
    }

    /// Stores whether answers are kept and returns a sentence about it.
    fn remember(&mut self, consent: KeepAnswers) -> String {
        self.consent = consent;
        let said = match consent {
            KeepAnswers::Yes => "Your answers are kept on this computer from now on.",
            KeepAnswers::Ask => return "Your answers are not kept this time.".to_owned(),
            KeepAnswers::Never => "Your answers are never kept; `keep_answers` in the configuration changes that.",
        };
        let Some(path) = &self.config else { return said.to_owned() };
        let text = match read_text(path, MAX_CONFIG_BYTES) {
            Err(error) if !error.is_absent() => return not_remembered(path, &error),
            text => text.unwrap_or_default(),
        };
        let text = Config::with_setting(&text, "keep_answers", &format!("{:?}", consent.slug()));
        let folder = path.parent().map_or(Ok(()), files::private_folder);
        let written =
            folder.map_err(files::WriteError::from).and_then(|()| WriteTarget::at(path).write(text.as_bytes()));
        written.map_or_else(|error| not_remembered(path, &error), |()| said.to_owned())
    }
}

fn not_remembered(path: &std::path::Path, why: &impl std::fmt::Display) -> String {
    format!("This holds until you leave: {} {why}.", printable(&path.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_about_answers_stands_in_the_configuration_beside_what_was_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("own").join("config.toml");
        let mut notebook_store = NotebookStore { config: Some(path.clone()), ..NotebookStore::default() };
        notebook_store.remember(KeepAnswers::Ask);
        assert!(!path.exists());
        notebook_store.remember(KeepAnswers::Yes);
        std::fs::write(&path, std::fs::read_to_string(&path).expect("a file") + "[keys]\nplan = \"F5\"\n")
            .expect("a file");
        notebook_store.remember(KeepAnswers::Never);
        let text = std::fs::read_to_string(&path).expect("a file");
        assert_eq!(text, "keep_answers = \"never\"\n[keys]\nplan = \"F5\"\n");
    }

    #[test]
    fn without_a_place_it_is_said_that_nothing_can_be_kept() {
        let told = NotebookStore::default().keep(Timestamp::UNIX_EPOCH, &[Change::new("a", "b", 1)], "Kept.");
        assert!(told.starts_with("Nothing can be kept: "), "{told}");
    }
}
