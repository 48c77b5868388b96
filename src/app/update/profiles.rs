//! From one person to the next: the profiles, a new one, a copy, another name, and an end. Nothing of the person before is
//! left on the screen.

use super::found::search;
use super::overlays::show;
use super::questions;
use crate::app::personal::Wish;
use crate::app::{App, Effect, Next, Overlay, Pane, Screen, page};
use crate::catalog::is_unsafe_char;
use crate::config::KeepAnswers;
use crate::keep::log::name_of;
use crate::keep::notebook::{FIRST, Profile};
use crate::search::View;

/// Shows the profiles with the cursor on the one after the current, so that the next client is two keys away.
pub(super) fn show_profiles(app: &mut App) {
    show(app, Overlay::Profiles);
    let profiles = &app.personal.notebook.profiles;
    let place = profiles.iter().position(|profile| profile.id == app.personal.profile).unwrap_or(0);
    app.overlay_cursor = if profiles.is_empty() { 0 } else { (place + 1) % profiles.len() };
}

/// The profile under the cursor of the list of profiles, or else the current one.
pub(super) fn under_cursor(app: &App) -> Profile {
    let is_listed = app.overlays.contains(&Overlay::Profiles);
    let listed = app.personal.notebook.profiles.get(app.overlay_cursor).filter(|_| is_listed);
    listed.cloned().unwrap_or_else(|| app.personal.profile())
}

/// Applies the row under the cursor of the list of profiles.
pub(super) fn open_profile(app: &mut App) -> Effect {
    match page::profile_rows(app).get(app.overlay_cursor) {
        Some(page::ProfileRow::Profile(id)) => switch(app, &id.clone()),
        Some(page::ProfileRow::Answers(consent)) => consent_to(app, *consent),
        None => Effect::None,
    }
}

/// Switches to another profile; nothing of the former one stays on the screen.
pub(super) fn switch(app: &mut App, id: &str) -> Effect {
    let Some(profile) = app.personal.notebook.profile(id).cloned() else { return Effect::None };
    start_for(app, &profile);
    let then = app.coming_back().unwrap_or_else(|| format!("{}: nothing is kept yet.", profile.title()));
    Wish::effect(vec![app.personal.notebook.switch(id)], then)
}

fn start_for(app: &mut App, profile: &Profile) {
    app.personal.profile.clone_from(&profile.id);
    app.personal.has_unread_answers = !profile.answers.is_empty();
    app.personal.label = None;
    app.overlays.clear();
    questions::start_anew(app);
    app.take_up_finished_courses();
    app.basket.clear();
    app.input.reset();
    app.is_typing = false;
    app.view = View::default();
    app.next_selected = Next::Best;
    (app.screen, app.focus) = (Screen::Explore, Pane::List);
    app.history = crate::app::History::default();
    search(app);
}

pub(super) fn new_profile(app: &mut App, name: &str, of: Option<Profile>) -> Effect {
    if let Some(reason) = why_no_name(app, name) {
        app.notice = Some(reason);
        return Effect::None;
    }
    // The id is derived from the notebook and the name, so the same state and action give the same id.
    let notebook = &app.personal.notebook;
    let id = name_of(&format!("{name}\n{notebook:?}"));
    let changes = match &of {
        Some(profile) => profile.copy(notebook, &id, name),
        None => notebook.new_profile(&id, name),
    };
    let answers = of.map(|profile| profile.answers).unwrap_or_default();
    let mut profile = Profile::empty(&id);
    profile.answers = answers;
    start_for(app, &profile);
    Wish::effect(changes, format!("{name} is in use; what you answer and keep now is kept for {name}."))
}

pub(super) fn rename(app: &mut App, name: &str) -> Effect {
    let profile = under_cursor(app);
    if profile.name.as_deref() == Some(name) {
        return Effect::None;
    }
    if let Some(reason) = why_no_name(app, name) {
        app.notice = Some(reason);
        return Effect::None;
    }
    Wish::effect(vec![profile.rename(name)], format!("The profile is called {name} now."))
}

/// Why a name is not accepted, as a sentence; `None` if it is.
fn why_no_name(app: &App, name: &str) -> Option<String> {
    if name.is_empty() || name.starts_with('#') || name.chars().any(is_unsafe_char) {
        return Some("Type a name in one line that does not begin with #.".to_owned());
    }
    let is_taken = app.personal.notebook.named(name).is_ok();
    is_taken.then(|| format!("Another profile is already called {name}."))
}

/// Has everything deleted that is kept for the profile under the cursor, where the person is sure.
pub(super) fn forget(app: &mut App, said: &str) -> Effect {
    if !said.eq_ignore_ascii_case("yes") {
        app.notice = Some("Nothing is deleted; type yes to delete.".to_owned());
        return Effect::None;
    }
    let profile = under_cursor(app);
    if profile.id == app.personal.profile {
        start_for(app, &Profile::empty(FIRST));
    }
    app.overlay_cursor = 0;
    Effect::Forget(profile.id)
}

/// Sets whether answers are kept while no profile is named.
pub(super) fn consent_to(app: &mut App, consent: KeepAnswers) -> Effect {
    app.personal.consent = consent;
    app.personal.is_transient = false;
    app.overlays.retain(|overlay| *overlay != Overlay::Profiles);
    app.notice = Some(told_of(consent).to_owned());
    Effect::Consent(consent)
}

/// What a choice about keeping answers means from now on.
fn told_of(consent: KeepAnswers) -> &'static str {
    match consent {
        KeepAnswers::Yes => "Your answers are kept on this computer from now on.",
        KeepAnswers::Ask => "Your answers are not kept for now; you can be asked again.",
        KeepAnswers::Never => "Your answers are not kept on this computer.",
    }
}
