//! What is kept for the person at hand, as the explorer knows it: profiles, shortlist, notes, and whether answers may be
//! kept. It writes nothing: a wish to keep something goes out as changes, and comes back as a notebook once it is on the
//! disk. Only then does the screen say that it is kept.

use std::collections::BTreeSet;

use super::share::Subject;
use super::{App, Effect, Typed};
use crate::catalog::ProgramIx;
use crate::config::KeepAnswers;
use crate::english::by_count;
use crate::export::kept::changed_count;
use crate::keep::log::Change;
use crate::keep::notebook::{Entry, FIRST, Notebook, Profile, Snapshot};

/// What is kept, for whom, and what may be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Personal {
    /// Everything that is kept.
    pub notebook: Notebook,
    /// The id of the profile in use here; another explorer may use another.
    pub profile: String,
    /// Whether the answers of somebody without a name are kept.
    pub consent: KeepAnswers,
    /// Whether the answers that are kept still have to be read, which takes the adviser.
    pub has_unread_answers: bool,
    /// The line that is being written, if one is.
    pub prompt: Option<Prompt>,
    /// Whether the person is still to be asked whether answers are kept.
    pub is_to_ask: bool,
    /// The label of the kept programs that are shown; without one, all are.
    pub label: Option<String>,
}

/// A line that is being written over the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// What it is for.
    pub purpose: Purpose,
    /// The line.
    pub input: Typed,
}

/// What a line that is being written is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A note on a program; without one on the person.
    Note(Option<ProgramIx>),
    /// The name of a new profile.
    NewProfile,
    /// The name of a copy of the profile under the cursor.
    CopyProfile,
    /// Another name for the profile under the cursor.
    RenameProfile,
    /// The labels of the kept program under the cursor.
    Labels,
    /// The name of the file in which a page is handed on.
    Share(Subject),
}

/// What is on the disk now, or why it is not.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Everything that is kept.
    pub notebook: Notebook,
    /// What to tell.
    pub told: String,
}

/// Changes to be kept, and what to tell once they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The changes.
    pub changes: Vec<Change>,
    /// What to tell.
    pub then: String,
}

impl Default for Personal {
    fn default() -> Self {
        Self::new(Notebook::default(), FIRST.to_owned(), KeepAnswers::default())
    }
}

impl Personal {
    /// What is kept, for a profile.
    pub fn new(notebook: Notebook, profile: String, consent: KeepAnswers) -> Self {
        let has_unread_answers = notebook.profile(&profile).is_some_and(|own| !own.answers.is_empty());
        Self { notebook, profile, consent, has_unread_answers, prompt: None, is_to_ask: false, label: None }
    }

    /// The same, to ask once whether answers may be kept, where that is open.
    #[must_use]
    pub fn asking(self) -> Self {
        Self { is_to_ask: self.consent == KeepAnswers::Ask, ..self }
    }

    /// The profile in use.
    pub fn profile(&self) -> Profile {
        self.notebook.profile(&self.profile).cloned().unwrap_or_else(|| Profile::empty(&self.profile))
    }

    /// The kept programs that are shown, in their order: all of them, or those with the chosen label.
    pub fn shown(&self) -> Vec<Entry> {
        let mut shortlist = self.profile().shortlist;
        shortlist.retain(|entry| self.label.as_ref().is_none_or(|label| entry.labels.contains(label)));
        shortlist
    }

    /// Every label of the kept programs.
    pub fn labels(&self) -> BTreeSet<String> {
        self.profile().shortlist.into_iter().flat_map(|entry| entry.labels).collect()
    }

    /// The name of the profile in use, if it has one.
    pub fn name(&self) -> Option<&str> {
        self.notebook.profile(&self.profile)?.name.as_deref()
    }

    /// Whether the line that is being written is the name of a file.
    pub fn is_naming_a_file(&self) -> bool {
        self.prompt.as_ref().is_some_and(|prompt| matches!(prompt.purpose, Purpose::Share(_)))
    }

    /// Whether answers of this profile may be kept: it has a name, or the person said so.
    pub fn may_keep_answers(&self) -> bool {
        self.name().is_some() || self.consent == KeepAnswers::Yes
    }
}

impl App {
    /// The answers that differ from those that are kept and may be, as changes.
    pub fn unkept_answers(&self) -> Vec<Change> {
        if self.personal.has_unread_answers || !self.personal.may_keep_answers() {
            return Vec::new();
        }
        match self.interview.answers.to_json() {
            serde_json::Value::Object(answers) => self.personal.profile().set_answers(&answers),
            _ => Vec::new(),
        }
    }

    /// A program as it is now, to be kept.
    pub(super) fn snapshot(&self, program: ProgramIx) -> Snapshot {
        let catalog = self.catalog();
        Snapshot::of(catalog, catalog.program(program), self.world.settings.as_of)
    }

    /// What the explorer holds for this person, in one line; nothing where it holds nothing.
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
            profile.answered.as_ref().map(|answered| format!("answers of {}", day(answered))),
            counted(profile.done.len(), ["course finished", "courses finished"]),
            counted(changed_count(self.catalog(), &profile), ["program changed since", "programs changed since"]),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let name = profile.name.map(|name| format!("{name}: ")).unwrap_or_default();
        (!parts.is_empty()).then(|| format!("{name}{}.", parts.join(", ")))
    }
}

impl Wish {
    /// Changes to be kept, as what the world has to do.
    pub(super) fn effect(changes: Vec<Change>, then: impl Into<String>) -> Effect {
        Effect::Keep(Self { changes, then: then.into() })
    }
}
