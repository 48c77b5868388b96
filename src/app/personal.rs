//! The user's kept data as the explorer sees it: profiles, shortlist, notes, and whether answers may be kept.
//!
//! Nothing is written here: changes go out as an effect and come back as a notebook once they are on disk. Only then
//! does the screen say that something is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{App, Effect};
use crate::catalog::ProgramIx;
use crate::config::KeepAnswers;
use crate::english::by_count;
use crate::export::kept::changed_count;
use crate::keep::StoreRequest;
use crate::keep::log::Change;
use crate::keep::notebook::{Act, Entry, FIRST, Notebook, Profile, Snapshot};

/// The kept data, the profile in use, and whether answers may be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Personal {
    /// Everything that is kept.
    pub notebook: Notebook,
    /// The id of the profile in use; another running explorer may use another.
    pub profile: String,
    /// Whether answers are kept while no profile is named.
    pub consent: KeepAnswers,
    /// Whether answers are neither read nor kept, because piped input must have the same result on every run.
    pub is_transient: bool,
    /// Whether kept answers still have to be read, which needs the adviser.
    pub has_unread_answers: bool,
    /// Whether the user still has to be asked whether to keep answers.
    pub is_to_ask: bool,
    /// The label that filters the shortlist; `None` shows all.
    pub label: Option<String>,
    /// The log of changes of the kept data, the latest first.
    pub acts: Arc<[Act]>,
    /// The id of the decision that was read last.
    pub decision: Option<String>,
}

impl Default for Personal {
    fn default() -> Self {
        Self::new(Notebook::default(), FIRST.to_owned(), KeepAnswers::default())
    }
}

impl Personal {
    /// Returns the kept data with a profile in use.
    pub fn new(notebook: Notebook, profile: String, consent: KeepAnswers) -> Self {
        let has_unread_answers = notebook.profile(&profile).is_some_and(|own| !own.answers.is_empty());
        Self {
            notebook,
            profile,
            consent,
            is_transient: false,
            has_unread_answers,
            is_to_ask: false,
            label: None,
            acts: Arc::default(),
            decision: None,
        }
    }

    /// Returns the same with the log of changes.
    #[must_use]
    pub fn with_acts(self, acts: Arc<[Act]>) -> Self {
        Self { acts, ..self }
    }

    /// Returns the same, but asking the user once whether answers may be kept, if that is undecided.
    #[must_use]
    pub fn asking(self) -> Self {
        Self { is_to_ask: self.consent == KeepAnswers::Ask, ..self }
    }

    /// Returns the profile in use.
    pub fn profile(&self) -> Profile {
        self.notebook.profile(&self.profile).cloned().unwrap_or_else(|| Profile::empty(&self.profile))
    }

    /// Returns the kept programs that are shown, in order: all, or those with the chosen label.
    pub fn shown(&self) -> Vec<Entry> {
        let mut shortlist = self.profile().shortlist;
        shortlist.retain(|entry| self.label.as_ref().is_none_or(|label| entry.labels.contains(label)));
        shortlist
    }

    /// Returns the ids of the programs that the shortlist lists: the kept ones that are shown, then, unless a label
    /// was chosen, the others that have a note.
    pub fn listed(&self) -> Vec<String> {
        let profile = self.profile();
        let noted = profile.loose_notes().filter(|_| self.label.is_none()).map(|(program, _)| program.to_owned());
        self.shown().into_iter().map(|entry| entry.program).chain(noted).collect()
    }

    /// Returns every label of the kept programs.
    pub fn labels(&self) -> BTreeSet<String> {
        self.profile().shortlist.into_iter().flat_map(|entry| entry.labels).collect()
    }

    /// Returns the profile with this id, if there still is one. The profile in use is there even if nothing is kept in
    /// it.
    pub fn profile_of(&self, id: &str) -> Option<Profile> {
        let is_in_use = id == self.profile;
        self.notebook.profile(id).cloned().or_else(|| is_in_use.then(|| self.profile()))
    }

    /// Returns the name of the profile in use; `None` if it has none.
    pub fn name(&self) -> Option<&str> {
        self.notebook.profile(&self.profile)?.name.as_deref()
    }

    /// Whether the answers of this profile may be kept: it has a name, or the user has agreed.
    pub fn may_keep_answers(&self) -> bool {
        !self.is_transient && (self.name().is_some() || self.consent == KeepAnswers::Yes)
    }
}

impl App {
    /// Replaces the kept data of the user.
    pub fn take_up(&mut self, personal: Personal) {
        self.personal = personal;
        self.take_up_finished_courses();
    }

    /// Takes the finished courses of the profile into plans and answers. Courses that the answers name beside those of
    /// the profile stay.
    pub(super) fn take_up_finished_courses(&mut self) {
        let finished = self.personal.profile().done;
        let former = std::mem::replace(&mut self.plan.finished, finished.clone());
        let answers = std::mem::take(&mut self.interview.answers);
        let others = answers.done().iter().filter(|course| !former.contains(*course)).cloned();
        let done = others.chain(finished).collect();
        self.interview.answers = answers.having_done(done);
    }

    /// Returns the changes that would keep the answers; empty if they are kept already or may not be.
    pub fn unkept_answers(&self) -> Vec<Change> {
        if self.personal.has_unread_answers || !self.personal.may_keep_answers() {
            return Vec::new();
        }
        match self.interview.answers.to_json() {
            serde_json::Value::Object(answers) => self.personal.profile().set_answers(&answers),
            _ => Vec::new(),
        }
    }

    /// Whether a program is on the shortlist.
    pub fn is_kept(&self, program: ProgramIx) -> bool {
        let profile = self.personal.notebook.profile(&self.personal.profile);
        profile.is_some_and(|profile| profile.entry(self.catalog().program(program).id.as_str()).is_some())
    }

    /// The present facts of a program, to be kept with it.
    pub(super) fn snapshot(&self, program: ProgramIx) -> Snapshot {
        let catalog = self.catalog();
        Snapshot::of(catalog, catalog.program(program), self.world.settings.as_of)
    }

    /// Returns what is kept in the profile, in one line; `None` if nothing is.
    pub fn coming_back(&self) -> Option<String> {
        let profile = self.personal.profile();
        let counted = |count: usize, words: [&str; 2]| {
            (count > 0).then(|| format!("{count} {}", by_count(count, words[0], words[1])))
        };
        let day = |day: &String| {
            day.parse::<jiff::civil::Date>().map_or_else(|_| day.clone(), |day| day.strftime("%-d %B").to_string())
        };
        let parts = [
            counted(profile.shortlist.len(), ["program kept", "programs kept"]),
            profile
                .answered
                .as_ref()
                .filter(|_| self.personal.has_unread_answers)
                .map(|answered| format!("answers of {}", day(answered))),
            counted(profile.done.len(), ["course finished", "courses finished"]),
            counted(changed_count(self.catalog(), &profile), ["program changed since", "programs changed since"]),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let name = profile.name.unwrap_or_else(|| "From last time".to_owned());
        (!parts.is_empty()).then(|| format!("{name}: {}.", parts.join(", ")))
    }
}

impl Effect {
    /// The effect that keeps these changes, and says so with this message.
    pub(super) fn keep(changes: Vec<Change>, then: impl Into<String>) -> Self {
        Self::Store(StoreRequest::Keep { changes, then: then.into() })
    }
}
