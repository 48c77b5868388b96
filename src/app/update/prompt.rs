//! The input line over the screen: opened for a purpose with what is there already, and closed again.

use super::overlays::show;
use super::profiles;
use crate::app::personal::{Noted, Prompt, Purpose};
use crate::app::{App, Overlay, Typed, share};
use crate::keep::notebook::Entry;

/// Opens the line with the present text.
pub(super) fn open(app: &mut App, purpose: Purpose) {
    let before = match purpose {
        Purpose::Note(on) => noted(app, on),
        Purpose::RenameProfile => profiles::under_cursor(app).name.unwrap_or_default(),
        Purpose::NewProfile | Purpose::CopyProfile | Purpose::Forget => String::new(),
        Purpose::Labels => entry_under_cursor(app).map(|entry| labels_in_a_line(&entry)).unwrap_or_default(),
        Purpose::Share(subject) => share::proposed_name(app, subject),
        Purpose::Start => app.plan.start.to_string(),
    };
    app.personal.prompt = Some(Prompt { purpose, input: Typed::of(&before) });
    let cursor = app.overlay_cursor;
    show(app, Overlay::Prompt);
    app.overlay_cursor = cursor;
}

/// The note as it stands.
pub(super) fn noted(app: &App, on: Noted) -> String {
    let profile = app.personal.profile();
    match on {
        Noted::Program(ix) => profile.note_on(&app.catalog().program(ix).id),
        Noted::Person => profile.note.text(),
        Noted::Decision(place) => {
            app.personal.notebook.records.get(place).map(|record| record.note.text()).unwrap_or_default()
        }
    }
}

/// The kept program under the cursor of the shortlist.
pub(super) fn entry_under_cursor(app: &App) -> Option<Entry> {
    app.personal.shown().into_iter().nth(app.overlay_cursor)
}

fn labels_in_a_line(entry: &Entry) -> String {
    entry.labels.iter().cloned().collect::<Vec<_>>().join(", ")
}

/// Closes the input line without keeping anything.
pub(super) fn close(app: &mut App) {
    app.personal.prompt = None;
    app.overlays.retain(|overlay| *overlay != Overlay::Prompt);
}
