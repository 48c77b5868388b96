//! Doing what the explorer wishes to have kept: with the clock, the disk and the person's editor. The screen says that
//! something is kept only after this said so.

use std::io;

use jiff::Timestamp;

use super::session::{give_back, take};
use crate::app::personal::{Kept, Wish};
use crate::app::{Action, App, Effect, KeepAction, Personal, update};
use crate::config::KeepAnswers;
use crate::files::{EditError, edited, editor_of};
use crate::keep::Keeper;

/// What the explorer knows of what is kept when it starts.
pub(super) fn personal(keeper: &Keeper) -> Personal {
    let personal = Personal::new(keeper.notebook(), keeper.profile.clone(), keeper.consent);
    let personal = personal.with_acts(keeper.acts().into());
    match (keeper.takes_up_answers, keeper.log.is_some()) {
        (true, true) => personal.asking(),
        (true, false) => personal,
        // Piped lines mean the same at every run, whatever was answered before.
        (false, _) => Personal { has_unread_answers: false, consent: KeepAnswers::Never, ..personal },
    }
}

/// Does what an effect wishes to have kept; nothing where it is about something else.
pub(super) fn perform(keeper: &mut Keeper, effect: Effect) -> Option<Kept> {
    let now = Timestamp::now();
    let told = match effect {
        Effect::Keep(Wish { changes, then }) => keeper.keep(now, &changes, &then),
        Effect::UndoKept => keeper.undo(now),
        Effect::Forget(profile) => keeper.forget(&profile),
        Effect::Consent(consent) => keeper.remember(consent),
        _ => return None,
    };
    Some(kept(keeper, told))
}

/// What is on the disk now.
fn kept(keeper: &Keeper, told: String) -> Kept {
    Kept { notebook: keeper.notebook(), acts: keeper.acts().into(), told }
}

/// Keeps the answers that changed, where they may be kept; nothing where none did.
pub(super) fn answers_kept(keeper: &mut Keeper, app: &App) -> Option<Kept> {
    let changes = app.unkept_answers();
    if changes.is_empty() {
        return None;
    }
    let told = keeper.keep(Timestamp::now(), &changes, "");
    Some(kept(keeper, told))
}

/// The same, told to the explorer.
pub(super) fn keep_answers(keeper: &mut Keeper, app: &mut App) {
    if let Some(done) = answers_kept(keeper, app) {
        update(app, Action::Keep(KeepAction::Done(Box::new(done))));
    }
}

/// Has a text changed in the person's editor, to which the terminal belongs meanwhile.
pub(super) fn in_editor(text: &str) -> io::Result<Result<String, EditError>> {
    let variable = |name| std::env::var_os(name).map(|value| value.to_string_lossy().into_owned());
    let editor = editor_of(["VISUAL", "EDITOR"].map(variable));
    give_back();
    let written = edited(text, &editor);
    take()?;
    Ok(written)
}
