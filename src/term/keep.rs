//! Carries out the effects that keep something, using the clock, the disk and the user's editor. The screen says that
//! something is kept only after this module has reported success.

use std::io;

use jiff::Timestamp;

use super::modes::lend;
use crate::app::Saved;
use crate::app::{Action, App, KeepAction, Personal, update};
use crate::catalog::Catalog;
use crate::files::{EditError, edited, editor_of};
use crate::keep::{NotebookStore, Outcome, StoreRequest};

/// Returns the user's kept data at the start: the profile, and whether its answers are used.
pub(super) fn personal(notebook_store: &NotebookStore, catalog: &Catalog) -> Personal {
    let personal = Personal::new(notebook_store.notebook(), notebook_store.profile.clone(), notebook_store.consent);
    let personal = personal.with_acts(notebook_store.acts(catalog).into());
    match (notebook_store.takes_up_answers, notebook_store.log.is_some()) {
        (true, true) => personal.asking(),
        (true, false) => personal,
        // Piped lines must mean the same on every run, so kept answers are not used and new ones are not kept.
        (false, _) => Personal { has_unread_answers: false, is_transient: true, ..personal },
    }
}

/// Carries out a request to the store. Unsaved answers are kept first, because the request may end the profile that
/// they belong to.
pub(super) fn perform(notebook_store: &mut NotebookStore, app: &App, request: StoreRequest) -> Saved {
    answers_kept(notebook_store, app);
    let outcome = notebook_store.perform(Timestamp::now(), request, app.catalog());
    saved(notebook_store, app.catalog(), outcome)
}

/// Returns what is now on the disk, with the outcome.
fn saved(notebook_store: &NotebookStore, catalog: &Catalog, outcome: Outcome) -> Saved {
    Saved { notebook: notebook_store.notebook(), acts: notebook_store.acts(catalog).into(), outcome }
}

/// Keeps the answers that have changed, if that is allowed; `None` if there are none to keep.
pub(super) fn answers_kept(notebook_store: &mut NotebookStore, app: &App) -> Option<Saved> {
    let changes = app.unkept_answers();
    if changes.is_empty() {
        return None;
    }
    let told = notebook_store.keep(Timestamp::now(), &changes, "");
    Some(saved(notebook_store, app.catalog(), told.into()))
}

/// Keeps the changed answers and passes the outcome on to the explorer.
pub(super) fn keep_answers(notebook_store: &mut NotebookStore, app: &mut App) {
    if let Some(done) = answers_kept(notebook_store, app) {
        update(app, Action::Keep(KeepAction::Done(Box::new(done))));
    }
}

/// Opens a text in the user's editor and returns the edited text. The editor owns the terminal until it exits.
pub(super) fn in_editor(text: &str) -> io::Result<Result<String, EditError>> {
    let variable = |name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let editor = editor_of(["VISUAL", "EDITOR"].map(variable));
    lend(|| edited(text, &editor))
}
