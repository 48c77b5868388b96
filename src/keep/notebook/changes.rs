//! Changes to what is kept, expressed as changes of fields. All names of things and fields in the log are built here.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Entry, Note, Notebook, Profile, Snapshot};
use crate::keep::log::Change;
use crate::plan::DONE;

/// Returns `profile/ID`.
pub(super) fn profile_thing(id: &str) -> String {
    format!("profile/{id}")
}

/// Returns `kept/PROFILE/PROGRAM`.
pub(super) fn kept_thing(profile: &str, program: &str) -> String {
    format!("kept/{profile}/{program}")
}

/// Returns `note/PROFILE/PROGRAM`; with an empty program it names the note on the person.
pub(super) fn note_thing(profile: &str, program: &str) -> String {
    format!("note/{profile}/{program}")
}

impl Notebook {
    /// Creates a profile with this id and name and switches to it.
    pub fn new_profile(&self, id: &str, name: &str) -> Vec<Change> {
        vec![Change::new(profile_thing(id), "name", name), self.switch(id)]
    }

    /// Switches to another profile.
    pub fn switch(&self, id: &str) -> Change {
        Change::new("current", "profile", id)
    }

    /// Whether a thing in the log belongs to a profile, by the name of the thing.
    pub fn is_about(thing: &str, profile: &str) -> bool {
        let mut parts = thing.split('/');
        matches!(parts.next(), Some("profile" | "kept" | "note")) && parts.next() == Some(profile)
    }

    /// Stores a decision.
    pub fn keep_record(&self, id: &str, document: Value) -> Change {
        Change::new(format!("record/{id}"), "record", document)
    }

    /// Sets the note on a decision.
    pub fn note_record(&self, id: &str, text: &str) -> Change {
        Change::new(format!("record/{id}"), "text", text)
    }
}

impl Profile {
    /// Renames the profile.
    pub fn rename(&self, name: &str) -> Change {
        Change::new(profile_thing(&self.id), "name", name)
    }

    /// Copies everything in this profile to a new one and switches to it.
    pub fn copy(&self, notebook: &Notebook, id: &str, name: &str) -> Vec<Change> {
        let copy = Self { id: id.to_owned(), ..self.clone() };
        let mut changes = notebook.new_profile(id, name);
        changes.extend(copy.all_answers().chain(copy.done.iter().map(|course| copy.finish(course))));
        for entry in &copy.shortlist {
            changes.push(copy.set_kept(&entry.program, entry.raw_snapshot.clone()));
            changes.push(Change::new(kept_thing(id, &entry.program), "place", entry.place));
            changes.extend(entry.labels.iter().map(|label| copy.label(&entry.program, label)));
        }
        changes.extend(copy.notes().map(|(program, note)| copy.set_note(program, &note.text())));
        if !self.note.is_empty() {
            changes.push(copy.set_note("", &self.note.text()));
        }
        changes
    }

    fn all_answers(&self) -> impl Iterator<Item = Change> {
        self.answers.iter().map(|(question, answer)| self.answer(question, answer.clone()))
    }

    fn answer(&self, question: &str, answer: Value) -> Change {
        Change::new(profile_thing(&self.id), format!("answer:{question}"), answer)
    }

    /// Returns the changes that replace the kept answers with others. Courses that are already kept as finished are not
    /// stored again as an answer.
    pub fn set_answers(&self, answers: &Map<String, Value>) -> Vec<Change> {
        let mut answers = answers.clone();
        if let Some(Value::Array(done)) = answers.get_mut(DONE) {
            done.retain(|course| !course.as_str().is_some_and(|course| self.done.contains(course)));
        }
        answers.retain(|question, answer| question != DONE || answer.as_array().is_none_or(|done| !done.is_empty()));
        let questions: BTreeSet<&String> = self.answers.keys().chain(answers.keys()).collect();
        let other = |question: &&String| self.answers.get(*question) != answers.get(*question);
        let changed = questions.into_iter().filter(other);
        changed.map(|question| self.answer(question, answers.get(question).cloned().unwrap_or_default())).collect()
    }

    /// Appends a program to the shortlist.
    pub fn keep(&self, program: &str, snapshot: &Snapshot) -> Vec<Change> {
        let last = self.shortlist.last().map_or(0, |entry| entry.place);
        let place = Change::new(kept_thing(&self.id, program), "place", last.saturating_add(1));
        vec![self.set_kept(program, snapshot.to_json()), place]
    }

    /// Appends a program to the shortlist and to this profile, so that the next one is placed after it.
    pub fn keep_as_last(&mut self, program: &str, snapshot: Snapshot) -> Vec<Change> {
        let changes = self.keep(program, &snapshot);
        let place = changes.iter().rev().find_map(|change| change.new.as_u64()).unwrap_or_default();
        self.shortlist.push(Entry {
            program: program.to_owned(),
            raw_snapshot: snapshot.to_json(),
            snapshot: Some(snapshot),
            note: Note::default(),
            labels: BTreeSet::new(),
            place,
        });
        changes
    }

    /// Removes a program from the shortlist. Its note is kept.
    pub fn drop_program(&self, program: &str) -> Change {
        self.set_kept(program, Value::Null)
    }

    fn set_kept(&self, program: &str, snapshot: Value) -> Change {
        Change::new(kept_thing(&self.id, program), "kept", snapshot)
    }

    /// Moves a kept program to a position, counted from 1. A position past the end means the end. The change of the
    /// moved program comes first.
    pub fn move_to(&self, program: &str, place: usize) -> Vec<Change> {
        let mut order: Vec<&Entry> = self.shortlist.iter().filter(|entry| entry.program != program).collect();
        let Some(entry) = self.entry(program) else { return Vec::new() };
        order.insert(place.saturating_sub(1).min(order.len()), entry);
        let renumbered = order.into_iter().zip(1_u64..).filter(|(entry, place)| entry.place != *place);
        let place = |(entry, place): (&Entry, u64)| Change::new(kept_thing(&self.id, &entry.program), "place", place);
        // The first change of an act describes it in the history.
        let (own, others): (Vec<_>, Vec<_>) = renumbered.partition(|(other, _)| other.program == program);
        own.into_iter().chain(others).map(place).collect()
    }

    /// Adds a label to a kept program.
    pub fn label(&self, program: &str, label: &str) -> Change {
        Change::new(kept_thing(&self.id, program), format!("label:{label}"), true)
    }

    /// Removes a label from a kept program.
    pub fn unlabel(&self, program: &str, label: &str) -> Change {
        Change::new(kept_thing(&self.id, program), format!("label:{label}"), Value::Null)
    }

    /// Replaces the labels of a kept program.
    pub fn set_labels(&self, program: &str, labels: &BTreeSet<String>) -> Vec<Change> {
        let before = self.entry(program).map(|entry| entry.labels.clone()).unwrap_or_default();
        let added = labels.difference(&before).map(|label| self.label(program, label));
        added.chain(before.difference(labels).map(|label| self.unlabel(program, label))).collect()
    }

    /// Sets the note on a program, or on the person if `program` is empty. An empty text removes the note.
    pub fn set_note(&self, program: &str, text: &str) -> Change {
        let text = if text.trim().is_empty() { Value::Null } else { json!(text.trim_end()) };
        Change::new(note_thing(&self.id, program), "text", text)
    }

    /// Marks a course as finished.
    pub fn finish(&self, course: &str) -> Change {
        Change::new(profile_thing(&self.id), format!("{DONE}:{course}"), true)
    }

    /// Marks a course as not finished.
    pub fn unfinish(&self, course: &str) -> Change {
        Change::new(profile_thing(&self.id), format!("{DONE}:{course}"), Value::Null)
    }
}
