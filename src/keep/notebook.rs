//! The notebook: what is kept, in the user's terms: profiles with answers and finished courses, ordered shortlists,
//! notes and records. It is derived from the state of the log and never written. A change is a list of
//! [`Change`](super::log::Change)s, which only this room creates, so the names of things and fields appear nowhere
//! else. Programs are referred to by id.

mod called;
mod changes;
mod forget;
mod history;
mod snapshot;

pub use called::KEPT_NAMES;
pub use forget::forget_profile;
pub use history::{Act, ActKind, Undoing, history, undo, undo_of};
pub use snapshot::{Changed, Seen, Since, Snapshot};

use snapshot::since;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::log::State;
use crate::catalog::{Catalog, nearest, printable};
use crate::english::in_a_line;
use crate::names::quoted;
use crate::plan::DONE;

/// The id of the first profile, which starts without a name. It is the same on every machine.
pub const FIRST: &str = "first";

/// Everything that is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notebook {
    /// The profiles: the first one, then the others by name.
    pub profiles: Vec<Profile>,
    /// The decisions, the oldest first.
    pub records: Vec<Record>,
    current: Option<String>,
}

/// What is kept for one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// The id in the log.
    pub id: String,
    /// The name; `None` for the first profile until it is given one.
    pub name: Option<String>,
    /// The answers by question, in the format of a file of answers.
    pub answers: Map<String, Value>,
    /// The date of the last change of an answer; `None` if there are no answers.
    pub answered: Option<String>,
    /// The ids of finished courses.
    pub done: BTreeSet<String>,
    /// The note on the person.
    pub note: Note,
    /// The kept programs, in order.
    pub shortlist: Vec<Entry>,
    notes: BTreeMap<String, Note>,
}

impl Profile {
    /// Returns the answers and the finished courses in the format of a file of answers; `None` if no question was
    /// answered.
    pub fn answers_file(&self) -> Option<String> {
        if self.answers.is_empty() {
            return None;
        }
        let mut file = self.answers.clone();
        let given = file.get(DONE).and_then(Value::as_array).into_iter().flatten();
        let mut done: Vec<Value> = given.cloned().collect();
        done.extend(self.done.iter().map(|course| Value::from(course.as_str())));
        if !done.is_empty() {
            file.insert(DONE.to_owned(), Value::Array(done));
        }
        Some(Value::Object(file).to_string())
    }
}

/// A note. If two machines changed it independently, it holds all versions, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The versions of the text; empty if there is no note.
    pub versions: Vec<String>,
}

/// A program on a shortlist.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The id of the program.
    pub program: String,
    /// The facts on record when it was kept; `None` if they cannot be read.
    pub snapshot: Option<Snapshot>,
    /// The note on the program.
    pub note: Note,
    /// The labels.
    pub labels: BTreeSet<String>,
    /// The snapshot as it is in the log, which may be of a newer version.
    pub raw_snapshot: Value,
    place: u64,
}

impl Entry {
    /// Returns the title under which the program was kept, or its id if the snapshot cannot be read.
    pub fn title(&self) -> &str {
        self.snapshot.as_ref().map_or(&self.program, |snapshot| &snapshot.title)
    }

    /// Returns the date on which the program was kept; empty if the snapshot cannot be read.
    pub fn kept_on(&self) -> &str {
        self.snapshot.as_ref().map_or("", |snapshot| &snapshot.on)
    }

    /// Returns ` since` and the date on which the program was kept, to end a heading; empty if the snapshot cannot be
    /// read.
    pub fn since_when(&self) -> String {
        self.snapshot.as_ref().map_or_else(String::new, |snapshot| format!(" since {}", snapshot.on))
    }

    /// Compares the kept program with the current catalogue.
    pub fn since(&self, catalog: &Catalog) -> Since {
        self.snapshot.as_ref().map_or(Since::Unreadable, |snapshot| since(catalog, &self.program, snapshot))
    }
}

/// A decision as it was made. Only its note can change.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The id in the log.
    pub id: String,
    /// The id of the profile.
    pub profile: String,
    /// Answers, settings, catalogue, engine version and result as one document.
    pub document: Value,
    /// The note on the decision.
    pub note: Note,
}

/// Why a name does not identify a profile. The message is a full sentence without a hint: how to create a profile
/// differs between commands and screens. [`NoProfile::with_hint`] adds the hint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoProfile {
    /// No profile has this name.
    #[error("No profile is called `{}`.", quoted(name))]
    Unknown {
        /// The name.
        name: String,
        /// The nearest name; `None` if no name is near.
        nearest: Option<String>,
    },
    /// Two profiles were independently created with the same name.
    #[error("Two profiles are called `{}`; say {ids}.", quoted(name))]
    Ambiguous {
        /// The name.
        name: String,
        /// The ids that distinguish them.
        ids: String,
    },
}

impl NoProfile {
    /// Returns the message with a hint: the nearest name, or else `otherwise`.
    pub fn with_hint(&self, otherwise: &str) -> String {
        match self {
            Self::Unknown { nearest: Some(nearest), .. } => format!("{self} Did you mean `{}`?", printable(nearest)),
            Self::Unknown { nearest: None, .. } => format!("{self} {otherwise}"),
            Self::Ambiguous { .. } => self.to_string(),
        }
    }
}

impl Note {
    /// Returns the text. Several versions are numbered and follow one another.
    pub fn text(&self) -> String {
        match self.versions.as_slice() {
            [] => String::new(),
            [only] => only.clone(),
            several => {
                let part = |(text, number): (&String, usize)| format!("[version {number}]\n{text}");
                several.iter().zip(1..).map(part).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// Returns the text on one line.
    pub fn line(&self) -> String {
        in_a_line(&self.text())
    }

    /// Whether there is no note.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// Returns the message after a note was written or deleted. `on` names the object of the note.
    pub fn told(on: &str, text: &str) -> String {
        let done = if text.trim().is_empty() { "deleted" } else { "kept" };
        format!("The note on {} is {done}.", printable(on))
    }

    fn of(state: &State, thing: &str) -> Self {
        let texts = state.heads(thing, "text").into_iter().filter_map(|head| head.new.as_str());
        let mut versions: Vec<String> = Vec::new();
        texts.filter(|text| !text.is_empty()).for_each(|text| {
            if !versions.iter().any(|own| own == text) {
                versions.push(text.to_owned());
            }
        });
        Self { versions }
    }
}

impl Notebook {
    /// Derives the notebook from the state of a log.
    pub fn of(state: &State) -> Self {
        let mut ids: BTreeSet<String> = BTreeSet::from([FIRST.to_owned()]);
        for prefix in ["profile/", "kept/", "note/"] {
            let of_thing = |thing: &str| thing.split('/').nth(1).map(str::to_owned);
            ids.extend(state.things(prefix).into_iter().filter_map(of_thing));
        }
        let mut profiles: Vec<Profile> = ids.into_iter().map(|id| Profile::of(state, id)).collect();
        profiles.retain(|profile| profile.id == FIRST || profile.name.is_some());
        profiles.sort_by_key(|profile| (profile.id != FIRST, profile.name.clone(), profile.id.clone()));
        let records = state.things("record/").into_iter().filter_map(|thing| Record::of(state, thing));
        let mut records: Vec<Record> = records.collect();
        records.sort_by_key(|record| (record.kept().to_owned(), record.id.clone()));
        let current = state.value("current", "profile").as_str().map(str::to_owned);
        Self { profiles, records, current }
    }

    /// Returns the id of the profile in use: the one selected last, or the first one.
    pub fn current(&self) -> &str {
        let chosen = self.current.as_deref().filter(|id| self.profiles.iter().any(|profile| profile.id == *id));
        chosen.unwrap_or(FIRST)
    }

    /// Returns the profile with this id, or `None` if there is no such profile.
    pub fn profile(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// Returns the decision with this id, or `None` if there is no such decision.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }

    /// Returns the number of the decision with this id, the oldest being 1; `None` if there is no such decision.
    pub fn record_number(&self, id: &str) -> Option<usize> {
        self.records.iter().position(|record| record.id == id).map(|place| place + 1)
    }

    /// Returns the profile with this name, or with the id that follows a `#`.
    ///
    /// # Errors
    ///
    /// [`NoProfile`] if no profile or more than one has the name.
    pub fn named(&self, name: &str) -> Result<&Profile, NoProfile> {
        if let Some(profile) = name.strip_prefix('#').and_then(|id| self.profile(id)) {
            return Ok(profile);
        }
        let is_meant = |profile: &&Profile| profile.name.as_deref() == Some(name);
        let all: Vec<&Profile> = self.profiles.iter().filter(is_meant).collect();
        match all.as_slice() {
            [only] => Ok(only),
            [] => {
                let nearest = nearest(name, self.profiles.iter().filter_map(|profile| profile.name.as_deref()));
                Err(NoProfile::Unknown { name: name.to_owned(), nearest: nearest.map(str::to_owned) })
            }
            several => {
                let ids: Vec<String> = several.iter().map(|profile| format!("`#{}`", profile.id)).collect();
                Err(NoProfile::Ambiguous { name: name.to_owned(), ids: ids.join(" or ") })
            }
        }
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.profiles.iter().all(Profile::is_empty)
    }
}

impl Profile {
    /// Returns a profile with this id and no content.
    pub fn empty(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    fn of(state: &State, id: String) -> Self {
        let thing = changes::profile_thing(&id);
        let mut profile = Self { note: Note::of(state, &changes::note_thing(&id, "")), ..Self::default() };
        let mut answered = None;
        for (field, value) in state.fields(&thing) {
            match field.split_once(':') {
                None if field == "name" => profile.name = value.as_str().map(str::to_owned),
                Some(("answer", question)) => {
                    profile.answers.insert(question.to_owned(), value.clone());
                    answered = answered.max(state.heads(&thing, field).first().map(|head| head.time));
                }
                Some((DONE, course)) => drop(profile.done.insert(course.to_owned())),
                _ => {}
            }
        }
        profile.answered = answered.map(|time| time.strftime("%Y-%m-%d").to_string());
        let prefix = changes::note_thing(&id, "");
        let notes =
            state.things(&prefix).into_iter().map(|thing| (thing[prefix.len()..].to_owned(), Note::of(state, thing)));
        profile.notes = notes.filter(|(program, note)| !program.is_empty() && !note.is_empty()).collect();
        profile.shortlist = shortlist(state, &id, &profile.notes);
        Self { id, ..profile }
    }

    /// Returns the name to show.
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or("no name")
    }

    /// Returns the shortlist entry of a program, or `None` if it is not on the shortlist.
    pub fn entry(&self, program: &str) -> Option<&Entry> {
        self.shortlist.iter().find(|entry| entry.program == program)
    }

    /// Returns the note on a program, on the shortlist or not; empty if there is none.
    pub fn note_on(&self, program: &str) -> String {
        self.notes.get(program).map(Note::text).unwrap_or_default()
    }

    /// Returns the notes on programs that are not on the shortlist, by program id.
    pub fn loose_notes(&self) -> impl Iterator<Item = (&str, &Note)> {
        self.notes().filter(|(program, _)| self.entry(program).is_none())
    }

    /// Returns the profile with only those kept programs that have a label, and without the notes on any other program.
    #[must_use]
    pub fn with_label(mut self, label: &str) -> Self {
        self.shortlist.retain(|entry| entry.labels.contains(label));
        let kept: BTreeSet<&String> = self.shortlist.iter().map(|entry| &entry.program).collect();
        self.notes.retain(|program, _| kept.contains(program));
        self
    }

    /// Returns all notes on programs, by program id.
    pub fn notes(&self) -> impl Iterator<Item = (&str, &Note)> {
        self.notes.iter().map(|(program, note)| (program.as_str(), note))
    }

    /// Whether nothing is kept in this profile.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
            && self.done.is_empty()
            && self.note.is_empty()
            && self.shortlist.is_empty()
            && self.notes.is_empty()
    }
}

/// Returns the kept programs of a profile, in order.
fn shortlist(state: &State, profile: &str, notes: &BTreeMap<String, Note>) -> Vec<Entry> {
    let prefix = changes::kept_thing(profile, "");
    let entry = |thing: &str| {
        let program = thing[prefix.len()..].to_owned();
        let raw_snapshot = state.value(thing, "kept").clone();
        // A program that was taken off the shortlist has no snapshot. An unreadable snapshot still makes a kept
        // program.
        if raw_snapshot.is_null() {
            return None;
        }
        let label = |(field, _): (&str, &Value)| field.strip_prefix("label:").map(str::to_owned);
        Some(Entry {
            snapshot: Snapshot::from_json(&raw_snapshot),
            raw_snapshot,
            note: notes.get(&program).cloned().unwrap_or_default(),
            labels: state.fields(thing).filter_map(label).collect(),
            place: state.value(thing, "place").as_u64().unwrap_or(u64::MAX - 1),
            program,
        })
    };
    let mut entries: Vec<Entry> = state.things(&prefix).into_iter().filter_map(entry).collect();
    let order = |entry: &Entry| (entry.place, entry.kept_on().to_owned(), entry.program.clone());
    entries.sort_by_cached_key(order);
    entries
}

impl Record {
    fn of(state: &State, thing: &str) -> Option<Self> {
        let id = thing.strip_prefix("record/")?;
        let document = state.value(thing, "record");
        let profile = document["profile"].as_str().unwrap_or(FIRST).to_owned();
        let note = Note::of(state, thing);
        (!document.is_null()).then(|| Self { id: id.to_owned(), profile, document: document.clone(), note })
    }

    /// Returns the date on which the decision was kept; empty if the document has none.
    pub fn kept(&self) -> &str {
        self.document["kept"].as_str().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
