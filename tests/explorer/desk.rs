//! An explorer whose wishes to keep something are followed, with a log and a clock of its own.

use jiff::Timestamp;
use prospectus::app::{Action, App, Effect, KeepAction, Personal, Saved, update};
use prospectus::keep::log::{Change, Log};
use prospectus::keep::notebook::Notebook;
use prospectus::keep::{NotebookStore, Outcome};
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
        let acts = self.notebook_store.acts(self.script.app.catalog()).into();
        let (notebook, profile) = (self.notebook_store.notebook(), self.notebook_store.profile.clone());
        self.script.app.take_up(Personal::new(notebook, profile, self.notebook_store.consent).asking().with_acts(acts));
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
        if let Effect::Store(request) = self.script.effect.clone() {
            let outcome = self.notebook_store.perform(now, request, self.script.app.catalog());
            self.done(outcome);
        }
        let answers = self.script.app.unkept_answers();
        if !answers.is_empty() {
            let told = self.notebook_store.keep(now, &answers, "");
            self.done(told.into());
        }
    }

    pub(crate) fn done(&mut self, outcome: Outcome) {
        let kept = self.saved(outcome);
        update(&mut self.script.app, Action::Keep(KeepAction::Done(Box::new(kept))));
    }

    fn saved(&self, outcome: Outcome) -> Saved {
        Saved {
            notebook: self.notebook_store.notebook(),
            acts: self.notebook_store.acts(self.script.app.catalog()).into(),
            outcome,
        }
    }

    /// What is on the disk after an effect of another face of the explorer on the same log.
    pub(crate) fn saved_by(&mut self, effect: &Effect) -> Saved {
        let Effect::Store(request) = effect.clone() else { panic!("nothing is asked of the store: {effect:?}") };
        let now = Timestamp::from_second(1_800_000_000).expect("a time");
        let outcome = self.notebook_store.perform(now, request, self.script.app.catalog());
        self.saved(outcome)
    }

    /// Another explorer on the same folder keeps something, and this one hears of it with its own next change.
    pub(crate) fn another_keeps(&mut self, changes: &[Change]) {
        let (mut log, _) = Log::open(self.folder.path().join("kept"));
        let later = Timestamp::from_second(1_900_000_000).expect("a time");
        log.append(later, changes, None).expect("it can be written");
        self.notebook_store.log.as_mut().expect("a log").reload();
        self.done(Outcome::default());
    }

    /// Copies the files of what is kept into the folder of another explorer.
    pub(crate) fn copy_kept_to(&self, other: &Self) {
        for file in std::fs::read_dir(self.folder.path().join("kept")).expect("a folder") {
            let file = file.expect("a file");
            std::fs::copy(file.path(), other.folder.path().join("kept").join(file.file_name())).expect("a copy");
        }
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
