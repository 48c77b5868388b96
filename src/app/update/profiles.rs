//! Switching from one person to the next: the list of profiles, creating, copying, renaming and deleting one. Nothing
//! of the previous person is left on the screen.

use super::found::search;
use super::notices::GONE;
use super::questions;
use crate::app::{App, Effect, NextSelected, Overlay, Pane, Screen, choices};
use crate::catalog::is_unsafe_char;
use crate::config::KeepAnswers;
use crate::keep::StoreRequest;
use crate::keep::notebook::{FIRST, Profile};
use crate::search::View;

/// Shows the profiles with the cursor on the one after the current, so that the next client is two keys away.
pub(super) fn show_profiles(app: &mut App) {
    app.overlays.show(Overlay::Profiles);
    let profiles = &app.personal.notebook.profiles;
    let place = profiles.iter().position(|profile| profile.id == app.personal.profile).unwrap_or(0);
    app.overlays.set_cursor(if profiles.is_empty() { 0 } else { (place + 1) % profiles.len() });
}

/// The id of the profile under the cursor of the list of profiles, or else of the current one.
pub(super) fn under_cursor(app: &App) -> String {
    let listed = app.overlays.last().filter(|overlay| **overlay == Overlay::Profiles);
    let listed = listed.and_then(|_| app.personal.notebook.profiles.get(app.overlays.cursor()));
    listed.map_or_else(|| app.personal.profile.clone(), |profile| profile.id.clone())
}

/// Applies the row under the cursor of the list of profiles.
pub(super) fn open_profile(app: &mut App) -> Effect {
    match choices::profile_rows(app).get(app.overlays.cursor()) {
        Some(choices::ProfileRow::Profile(id)) => switch(app, &id.clone()),
        Some(choices::ProfileRow::Answers(consent)) => consent_to(app, *consent),
        None => Effect::None,
    }
}

/// Switches to another profile; nothing of the former one stays on the screen.
pub(super) fn switch(app: &mut App, id: &str) -> Effect {
    let Some(profile) = app.personal.notebook.profile(id).cloned() else { return Effect::None };
    // Answers may have been given with the keys just before, and would be lost with their profile.
    let mut changes = app.unkept_answers();
    changes.push(app.personal.notebook.switch(id));
    start_for(app, &profile);
    let then = app.coming_back().unwrap_or_else(|| format!("{}: nothing is kept yet.", profile.title()));
    Effect::keep(changes, then)
}

/// Resets the explorer for a profile: nothing of the previous person is left on the screen.
pub(super) fn start_for(app: &mut App, profile: &Profile) {
    app.personal.profile.clone_from(&profile.id);
    app.personal.has_unread_answers = !profile.answers.is_empty();
    app.personal.label = None;
    app.overlays.clear();
    questions::start_anew(app);
    app.take_up_finished_courses();
    app.basket.clear();
    app.query.input.reset();
    app.query.is_typing = false;
    app.view = View::default();
    app.next_selected = NextSelected::Best;
    (app.screen, app.focus) = (Screen::Explore, Pane::List);
    app.history.reset();
    search(app);
}

/// Asks for a new profile, as a copy of the profile with an id or empty. It is in use once the store has made it.
pub(super) fn create(app: &mut App, name: &str, copy_of: Option<String>) -> Effect {
    let is_gone = copy_of.as_ref().is_some_and(|id| app.personal.profile_of(id).is_none());
    if let Some(reason) = if is_gone { Some(GONE.to_owned()) } else { why_no_name(app, name) } {
        app.notice = Some(reason);
        return Effect::None;
    }
    Effect::Store(StoreRequest::NewProfile { name: name.to_owned(), copy_of })
}

pub(super) fn rename(app: &mut App, id: &str, name: &str) -> Effect {
    let Some(profile) = app.personal.profile_of(id) else {
        app.notice = Some(GONE.to_owned());
        return Effect::None;
    };
    if profile.name.as_deref() == Some(name) {
        return Effect::None;
    }
    if let Some(reason) = why_no_name(app, name) {
        app.notice = Some(reason);
        return Effect::None;
    }
    Effect::keep(vec![profile.rename(name)], format!("The profile is called {name} now."))
}

/// Why a name is not accepted, as a sentence; `None` if it is.
fn why_no_name(app: &App, name: &str) -> Option<String> {
    if name.is_empty() || name.starts_with('#') || name.chars().any(is_unsafe_char) {
        return Some("Type a name in one line that does not begin with #.".to_owned());
    }
    let is_taken = app.personal.notebook.named(name).is_ok();
    is_taken.then(|| format!("Another profile is already called {name}."))
}

/// Asks for all kept data of a profile to be deleted, if the user has confirmed it.
pub(super) fn forget(app: &mut App, id: &str, said: &str) -> Effect {
    if !said.eq_ignore_ascii_case("yes") {
        app.notice = Some("Nothing is deleted; type yes to delete.".to_owned());
        return Effect::None;
    }
    if id == app.personal.profile {
        start_for(app, &Profile::empty(FIRST));
    }
    app.overlays.rewind();
    Effect::Store(StoreRequest::Forget(id.to_owned()))
}

/// Sets whether answers are kept while no profile is named.
pub(super) fn consent_to(app: &mut App, consent: KeepAnswers) -> Effect {
    app.personal.consent = consent;
    app.personal.is_transient = false;
    app.overlays.close(|open| *open == Overlay::Profiles);
    app.notice = Some(told_of(consent).to_owned());
    Effect::Store(StoreRequest::Consent(consent))
}

/// Returns what a choice about keeping answers means from now on.
fn told_of(consent: KeepAnswers) -> &'static str {
    match consent {
        KeepAnswers::Yes => "Your answers are kept on this computer from now on.",
        KeepAnswers::Ask => "Your answers are not kept for now; you can be asked again.",
        KeepAnswers::Never => "Your answers are not kept on this computer.",
    }
}
