//! Wishes to change what is kept, as changes to fields. Every name of a thing or field in the log is made here.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{Entry, Note, Notebook, Profile, Snapshot};
use crate::keep::log::Change;

/// `profile/ID`.
pub(super) fn profile_thing(id: &str) -> String {
    format!("profile/{id}")
}

/// `kept/PROFILE/PROGRAM`.
pub(super) fn kept_thing(profile: &str, program: &str) -> String {
    format!("kept/{profile}/{program}")
}

/// `note/PROFILE/PROGRAM`; without a program, a note on the person.
pub(super) fn note_thing(profile: &str, program: &str) -> String {
    format!("note/{profile}/{program}")
}

impl Notebook {
    /// A profile of that id under a new name, in use from now on.
    pub fn new_profile(&self, id: &str, name: &str) -> Vec<Change> {
        vec![Change::new(profile_thing(id), "name", name), self.switch(id)]
    }

    /// Another profile is in use.
    pub fn switch(&self, id: &str) -> Change {
        Change::new("current", "profile", id)
    }

    /// Whether something in the log is about a profile, by the name of the thing.
    pub fn is_about(thing: &str, profile: &str) -> bool {
        let mut parts = thing.split('/');
        matches!(parts.next(), Some("profile" | "kept" | "note")) && parts.next() == Some(profile)
    }

    /// Keeps a decision.
    pub fn keep_record(&self, id: &str, document: Value) -> Change {
        Change::new(format!("record/{id}"), "record", document)
    }

    /// Notes something on a decision.
    pub fn note_record(&self, id: &str, text: &str) -> Change {
        Change::new(format!("record/{id}"), "text", text)
    }
}

impl Profile {
    /// The profile under another name.
    pub fn rename(&self, name: &str) -> Change {
        Change::new(profile_thing(&self.id), "name", name)
    }

    /// Everything kept for this person also under another id and name, which is in use from now on.
    pub fn copy(&self, notebook: &Notebook, id: &str, name: &str) -> Vec<Change> {
        let copy = Self { id: id.to_owned(), ..self.clone() };
        let mut changes = notebook.new_profile(id, name);
        changes.extend(copy.all_answers().chain(copy.done.iter().map(|course| copy.finish(course))));
        for entry in &copy.shortlist {
            changes.push(copy.set_kept(&entry.program, entry.snapshot.to_json()));
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

    /// The changes from the answers that are kept to others.
    pub fn set_answers(&self, answers: &Map<String, Value>) -> Vec<Change> {
        let questions: BTreeSet<&String> = self.answers.keys().chain(answers.keys()).collect();
        let other = |question: &&String| self.answers.get(*question) != answers.get(*question);
        let changed = questions.into_iter().filter(other);
        changed.map(|question| self.answer(question, answers.get(question).cloned().unwrap_or_default())).collect()
    }

    /// Keeps a program, at the end of the list.
    pub fn keep(&self, program: &str, snapshot: &Snapshot) -> Vec<Change> {
        let last = self.shortlist.last().map_or(0, |entry| entry.place);
        let place = Change::new(kept_thing(&self.id, program), "place", last.saturating_add(1));
        vec![self.set_kept(program, snapshot.to_json()), place]
    }

    /// The same, and this profile as it is then, so that the next one comes after it.
    pub fn keep_as_last(&mut self, program: &str, snapshot: Snapshot) -> Vec<Change> {
        let changes = self.keep(program, &snapshot);
        let place = changes.iter().rev().find_map(|change| change.new.as_u64()).unwrap_or_default();
        self.shortlist.push(Entry {
            program: program.to_owned(),
            snapshot,
            note: Note::default(),
            labels: BTreeSet::new(),
            place,
        });
        changes
    }

    /// Takes a program off the list. What is noted on it stays.
    pub fn drop_program(&self, program: &str) -> Change {
        self.set_kept(program, Value::Null)
    }

    fn set_kept(&self, program: &str, snapshot: Value) -> Change {
        Change::new(kept_thing(&self.id, program), "kept", snapshot)
    }

    /// Moves a kept program to a place, counted from 1; beyond the end is the end.
    pub fn move_to(&self, program: &str, place: usize) -> Vec<Change> {
        let mut order: Vec<&Entry> = self.shortlist.iter().filter(|entry| entry.program != program).collect();
        let Some(entry) = self.entry(program) else { return Vec::new() };
        order.insert(place.saturating_sub(1).min(order.len()), entry);
        let renumbered = order.into_iter().zip(1_u64..).filter(|(entry, place)| entry.place != *place);
        renumbered.map(|(entry, place)| Change::new(kept_thing(&self.id, &entry.program), "place", place)).collect()
    }

    /// Puts a label on a kept program.
    pub fn label(&self, program: &str, label: &str) -> Change {
        Change::new(kept_thing(&self.id, program), format!("label:{label}"), true)
    }

    /// Takes a label off a kept program.
    pub fn unlabel(&self, program: &str, label: &str) -> Change {
        Change::new(kept_thing(&self.id, program), format!("label:{label}"), Value::Null)
    }

    /// Gives a kept program these labels in place of those that it has.
    pub fn set_labels(&self, program: &str, labels: &BTreeSet<String>) -> Vec<Change> {
        let before = self.entry(program).map(|entry| entry.labels.clone()).unwrap_or_default();
        let added = labels.difference(&before).map(|label| self.label(program, label));
        added.chain(before.difference(labels).map(|label| self.unlabel(program, label))).collect()
    }

    /// Notes a text on a program, or without one on the person; an empty text takes the note away.
    pub fn set_note(&self, program: &str, text: &str) -> Change {
        let text = if text.trim().is_empty() { Value::Null } else { json!(text.trim_end()) };
        Change::new(note_thing(&self.id, program), "text", text)
    }

    /// Marks a course as finished.
    pub fn finish(&self, course: &str) -> Change {
        Change::new(profile_thing(&self.id), format!("done:{course}"), true)
    }

    /// Takes that mark away.
    pub fn unfinish(&self, course: &str) -> Change {
        Change::new(profile_thing(&self.id), format!("done:{course}"), Value::Null)
    }
}
