//! The input line over the screen: opened for a purpose with the present text, and closed again.

use crate::app::prompt::{Prompt, Purpose};
use crate::app::{App, Edit, Noted, Overlay, share};
use crate::keep::notebook::Entry;

/// Opens the line with the present text.
pub(super) fn open(app: &mut App, purpose: Purpose) {
    let before = match &purpose {
        Purpose::Note(on) => noted(app, on),
        Purpose::RenameProfile(id) => app.personal.profile_of(id).and_then(|profile| profile.name).unwrap_or_default(),
        Purpose::NewProfile | Purpose::CopyProfile(_) | Purpose::Forget(_) => String::new(),
        Purpose::Labels(id) => app.personal.profile().entry(id).map(labels_in_a_line).unwrap_or_default(),
        Purpose::Share(subject) => share::proposed_name(app, subject),
        Purpose::Start => app.plan.start.to_string(),
        Purpose::Deadline => app.plan.deadline.as_ref().map(ToString::to_string).unwrap_or_default(),
    };
    app.overlays.show(Overlay::Prompt(Prompt::new(purpose, &before)));
}

/// The present text of a note.
pub(super) fn noted(app: &App, on: &Noted) -> String {
    let profile = app.personal.profile();
    match on {
        Noted::Program(ix) => profile.note_on(&app.catalog().program(*ix).id),
        Noted::Person => profile.note.text(),
        Noted::Decision(id) => app.personal.notebook.record(id).map(|record| record.note.text()).unwrap_or_default(),
    }
}

fn labels_in_a_line(entry: &Entry) -> String {
    entry.labels.iter().cloned().collect::<Vec<_>>().join(", ")
}

/// Prepares the input line for an edit: a letter replaces a value that is still as it was, and anything else keeps it.
pub(super) fn prepare(app: &mut App, edit: Option<Edit>) {
    let Some(prompt) = app.overlays.prompt_mut() else { return };
    match edit {
        None | Some(Edit::Insert(_)) => prompt.make_room(),
        Some(_) => prompt.is_replaced = false,
    }
}

/// Closes the input line without keeping anything.
pub(super) fn close(app: &mut App) {
    app.overlays.close(|open| matches!(open, Overlay::Prompt(_)));
}
