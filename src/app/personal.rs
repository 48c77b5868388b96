//! The user's kept data as the explorer sees it: profiles, shortlist, notes, and whether answers may be kept.
//!
//! Nothing is written here: changes go out as an effect and come back as a notebook once they are on disk. Only then
//! does the screen say that something is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::report_file::Subject;
use super::{App, Effect, Typed};
use crate::catalog::ProgramIx;
use crate::config::KeepAnswers;
use crate::english::by_count;
use crate::export::kept::changed_count;
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
    /// Whether answers are neither read nor kept, because piped lines must mean the same on every run.
    pub is_transient: bool,
    /// Whether kept answers still have to be read, which needs the adviser.
    pub has_unread_answers: bool,
    /// The open input line.
    pub prompt: Option<Prompt>,
    /// Whether the user still has to be asked whether to keep answers.
    pub is_to_ask: bool,
    /// The label that filters the shortlist; `None` shows all.
    pub label: Option<String>,
    /// What was done to what is kept, the latest first.
    pub acts: Arc<[Act]>,
    /// The place of the decision that is read, or was read last.
    pub decision: usize,
}

/// An input line over the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// What the line is for.
    pub purpose: Purpose,
    /// The line.
    pub input: Typed,
}

/// What a note is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    /// A program.
    Program(ProgramIx),
    /// The person.
    Person,
    /// The decision of that place, the oldest being 0.
    Decision(usize),
}

/// What an input line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A note.
    Note(Noted),
    /// The name of a new profile.
    NewProfile,
    /// The name of a copy of the profile under the cursor.
    CopyProfile,
    /// A new name for the profile under the cursor.
    RenameProfile,
    /// Whether everything that is kept for the profile under the cursor is to be deleted.
    Forget,
    /// The labels of the kept program under the cursor.
    Labels,
    /// The file name of a report.
    Share(Subject),
    /// The day on which a plan starts.
    Start,
}

/// The outcome of keeping something: what is on disk now.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Everything that is kept.
    pub notebook: Notebook,
    /// What was done, the latest first.
    pub acts: Arc<[Act]>,
    /// The message for the user: what was kept, or why it was not.
    pub told: String,
}

/// Changes to be kept, and the message once they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The changes.
    pub changes: Vec<Change>,
    /// The message.
    pub then: String,
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
            prompt: None,
            is_to_ask: false,
            label: None,
            acts: Arc::default(),
            decision: 0,
        }
    }

    /// The same, with what was done.
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

    /// Returns the name of the profile in use; `None` if it has none.
    pub fn name(&self) -> Option<&str> {
        self.notebook.profile(&self.profile)?.name.as_deref()
    }

    /// Whether the input line is for the name of a file.
    pub fn is_naming_a_file(&self) -> bool {
        self.prompt.as_ref().is_some_and(|prompt| matches!(prompt.purpose, Purpose::Share(_)))
    }

    /// Whether a note is being written, which may have several lines.
    pub fn is_writing_a_note(&self) -> bool {
        self.prompt.as_ref().is_some_and(|prompt| matches!(prompt.purpose, Purpose::Note(_)))
    }

    /// Whether the answers of this profile may be kept: it has a name, or the user has agreed.
    pub fn may_keep_answers(&self) -> bool {
        !self.is_transient && (self.name().is_some() || self.consent == KeepAnswers::Yes)
    }
}

impl App {
    /// Takes up the kept data of the user.
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

impl Wish {
    /// The effect that keeps these changes.
    pub(super) fn effect(changes: Vec<Change>, then: impl Into<String>) -> Effect {
        Effect::Keep(Self { changes, then: then.into() })
    }
}
