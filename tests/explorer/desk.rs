//! An explorer whose wishes to keep something are followed, with a log and a clock of its own.

use jiff::Timestamp;
use prospectus::app::personal::{Saved, Wish};
use prospectus::app::{Action, App, Effect, KeepAction, Personal, update};
use prospectus::keep::NotebookStore;
use prospectus::keep::log::Log;
use prospectus::keep::notebook::Notebook;
use prospectus::keys::resolve;

use crate::script::{Script, parse};

/// An explorer with a log of its own, gone with it.
pub(crate) struct Desk {
    pub(crate) script: Script,
    pub(crate) notebook_store: NotebookStore,
    pub(crate) folder: tempfile::TempDir,
    second: i64,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self::at(120, 40)
    }

    pub(crate) fn at(cols: u16, rows: u16) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk =
            Self { script: Script::at(cols, rows), notebook_store: NotebookStore::default(), folder, second: 0 };
        desk.start();
        desk
    }

    /// The explorer as it starts with what is kept.
    pub(crate) fn start(&mut self) {
        let (log, _) = Log::open(self.folder.path().join("kept"));
        let profile = Notebook::of(log.state()).current().to_owned();
        let config = Some(self.folder.path().join("config.toml"));
        self.notebook_store = NotebookStore {
            log: Some(log),
            profile,
            consent: self.notebook_store.consent,
            config,
            takes_up_answers: true,
        };
        let (cols, rows) = self.script.app.size;
        self.script = Script::at(cols, rows);
        let (notebook, profile) = (self.notebook_store.notebook(), self.notebook_store.profile.clone());
        self.script.app.take_up(Personal::new(notebook, profile, self.notebook_store.consent).asking());
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for key in parse(keys) {
            if let Some(action) = resolve(&self.script.app, key) {
                self.act(action);
            }
        }
        self
    }

    pub(crate) fn act(&mut self, action: Action) {
        self.script.act(action);
        self.second += 1;
        let now = Timestamp::from_second(1_800_000_000 + self.second).expect("a time");
        let told = match self.script.effect.clone() {
            Effect::Keep(Wish { changes, then }) => Some(self.notebook_store.keep(now, &changes, &then)),
            Effect::UndoKept => Some(self.notebook_store.undo(now)),
            Effect::Forget(profile) => Some(self.notebook_store.forget(&profile)),
            Effect::Consent(consent) => Some(self.notebook_store.remember(consent)),
            _ => None,
        };
        if let Some(told) = told {
            self.done(told);
        }
        let answers = self.script.app.unkept_answers();
        if !answers.is_empty() {
            let told = self.notebook_store.keep(now, &answers, "");
            self.done(told);
        }
    }

    pub(crate) fn done(&mut self, told: String) {
        let kept = Saved { notebook: self.notebook_store.notebook(), acts: self.notebook_store.acts().into(), told };
        update(&mut self.script.app, Action::Keep(KeepAction::Done(Box::new(kept))));
    }

    pub(crate) fn app(&self) -> &App {
        &self.script.app
    }

    pub(crate) fn notice(&self) -> &str {
        self.app().notice.as_deref().unwrap_or_default()
    }

    pub(crate) fn kept(&self) -> Vec<String> {
        self.app().personal.profile().shortlist.into_iter().map(|entry| entry.program).collect()
    }

    pub(crate) fn head(&self) -> String {
        self.script.screen().remove(0)
    }
}
