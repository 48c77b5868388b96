//! Keeping programs, notes and answers, and switching profiles. Changes go out as effects.

use super::{advise, show};
use crate::app::personal::{Kept, Prompt, Purpose, Wish};
use crate::app::{App, Effect, KeepAction, Next, Overlay, Pane, Screen, Toward, Typed, page, share};
use crate::catalog::{ProgramIx, is_unsafe_char};
use crate::config::KeepAnswers;
use crate::keep::log::name_of;
use crate::keep::notebook::{Entry, Profile};
use crate::search::View;

pub(super) fn perform(app: &mut App, action: KeepAction) -> Effect {
    match action {
        KeepAction::Toggle => return toggle(app),
        KeepAction::Note => return note(app),
        KeepAction::NotePerson => return write_note(app, None),
        KeepAction::ShowKept => show(app, Overlay::Kept),
        KeepAction::ShowProfiles => show_profiles(app),
        KeepAction::New => prompt(app, Purpose::NewProfile),
        KeepAction::Copy => prompt(app, Purpose::CopyProfile),
        KeepAction::Rename => prompt(app, Purpose::RenameProfile),
        KeepAction::Label => label(app),
        KeepAction::NextLabel => next_label(app),
        KeepAction::Written => return written(app),
        KeepAction::Edit => return edit(app),
        KeepAction::SetNote(program, text) => return keep_note(app, program, &text),
        KeepAction::Undo => return Effect::UndoKept,
        KeepAction::Earlier => return move_entry(app, Toward::Previous),
        KeepAction::Later => return move_entry(app, Toward::Next),
        KeepAction::Use(id) => return switch(app, &id),
        KeepAction::Answers(consent) => return consent_to(app, consent),
        KeepAction::Record => return record(app),
        KeepAction::Done(kept) => take_in(app, *kept),
    }
    Effect::None
}

/// Takes over what is on disk now.
fn take_in(app: &mut App, kept: Kept) {
    app.personal.notebook = kept.notebook;
    // The message goes to the lines above the footer, so that it covers nothing that the user is working on.
    app.notice = Some(kept.told).filter(|told| !told.is_empty()).or_else(|| app.notice.take());
}

/// The id of the program to act on: under the cursor of the shortlist, or else the current one.
fn meant(app: &App) -> Option<String> {
    if app.overlays.last() == Some(&Overlay::Kept) {
        return entry_under_cursor(app).map(|entry| entry.program);
    }
    app.current().map(|ix| app.catalog().program(ix).id.to_string())
}

/// The kept program under the cursor of the shortlist.
fn entry_under_cursor(app: &App) -> Option<Entry> {
    app.personal.shown().into_iter().nth(app.overlay_cursor)
}

fn toggle(app: &mut App) -> Effect {
    let Some(id) = meant(app) else { return Effect::None };
    let profile = app.personal.profile();
    if let Some(entry) = profile.entry(&id) {
        let then = format!("Taken off the shortlist: {}.", entry.snapshot.title);
        return Wish::effect(vec![profile.drop_program(&id)], then);
    }
    let Some(ix) = app.catalog().find(&id) else { return Effect::None };
    let title = app.catalog().program(ix).title.to_string();
    Wish::effect(profile.keep(&id, &app.snapshot(ix)), format!("Kept: {title} ({id})."))
}

/// Opens the note on the program to act on.
fn note(app: &mut App) -> Effect {
    let program = meant(app).and_then(|id| app.catalog().find(&id));
    if program.is_some() { write_note(app, program) } else { Effect::None }
}

/// Opens the input line for a note. A note of several lines goes to the editor, because an input line
/// would lose the line breaks.
fn write_note(app: &mut App, program: Option<ProgramIx>) -> Effect {
    let before = noted(app, program);
    if before.contains('\n') {
        return Effect::Edit(program, before);
    }
    prompt(app, Purpose::Note(program));
    Effect::None
}

pub(super) fn prompt(app: &mut App, purpose: Purpose) {
    let before = match purpose {
        Purpose::Note(program) => noted(app, program),
        Purpose::RenameProfile => under_cursor(app).name.unwrap_or_default(),
        Purpose::NewProfile | Purpose::CopyProfile => String::new(),
        Purpose::Labels => entry_under_cursor(app).map(|entry| labels_in_a_line(&entry)).unwrap_or_default(),
        Purpose::Share(subject) => share::proposed_name(app, subject),
    };
    app.personal.prompt = Some(Prompt { purpose, input: Typed::of(&before) });
    let cursor = app.overlay_cursor;
    show(app, Overlay::Prompt);
    app.overlay_cursor = cursor;
}

/// The note on a program, or on the profile if `None`.
fn noted(app: &App, program: Option<ProgramIx>) -> String {
    let profile = app.personal.profile();
    program.map_or_else(|| profile.note.text(), |ix| profile.note_on(&app.catalog().program(ix).id))
}

/// Opens the input line for the labels of the kept program under the cursor.
fn label(app: &mut App) {
    if entry_under_cursor(app).is_some() {
        prompt(app, Purpose::Labels);
    }
}

fn labels_in_a_line(entry: &Entry) -> String {
    entry.labels.iter().cloned().collect::<Vec<_>>().join(", ")
}

/// Sets the labels of the kept program under the cursor.
fn set_labels(app: &App, line: &str) -> Effect {
    let Some(entry) = entry_under_cursor(app) else { return Effect::None };
    let labels = line.split(',').map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned).collect();
    match app.personal.profile().set_labels(&entry.program, &labels) {
        changes if changes.is_empty() => Effect::None,
        changes if labels.is_empty() => Wish::effect(changes, "The labels are removed."),
        changes => Wish::effect(changes, format!("Labels: {}.", labels.into_iter().collect::<Vec<_>>().join(", "))),
    }
}

/// Shows the kept programs with the next label; after the last label, shows all.
fn next_label(app: &mut App) {
    let labels = app.personal.labels();
    app.personal.label = match app.personal.label.take() {
        None => labels.first().cloned(),
        Some(present) => labels.into_iter().find(|label| *label > present),
    };
    (app.overlay_cursor, app.tops.overlay) = (0, 0);
}

/// Submits the input line.
fn written(app: &mut App) -> Effect {
    let Some(Prompt { purpose, input }) = app.personal.prompt.clone() else { return Effect::None };
    let text = input.value().trim().to_owned();
    if let Purpose::Share(subject) = purpose {
        return super::share::write(app, subject, &text);
    }
    close_prompt(app);
    match purpose {
        Purpose::Share(_) => Effect::None,
        Purpose::Labels => set_labels(app, &text),
        Purpose::Note(program) if text == noted(app, program) => Effect::None,
        Purpose::Note(program) => keep_note(app, program, &text),
        Purpose::NewProfile => new_profile(app, &text, None),
        Purpose::CopyProfile => new_profile(app, &text, Some(under_cursor(app))),
        Purpose::RenameProfile => rename(app, &text),
    }
}

/// Opens the note in the user's editor, with the text of the input line.
fn edit(app: &mut App) -> Effect {
    match app.personal.prompt.clone() {
        Some(Prompt { purpose: Purpose::Note(program), input }) => {
            close_prompt(app);
            Effect::Edit(program, input.value().to_owned())
        }
        _ => Effect::None,
    }
}

/// Closes the input line without keeping anything.
pub(super) fn close_prompt(app: &mut App) {
    app.personal.prompt = None;
    app.overlays.retain(|overlay| *overlay != Overlay::Prompt);
}

fn keep_note(app: &App, program: Option<ProgramIx>, text: &str) -> Effect {
    let id = program.map(|ix| app.catalog().program(ix).id.to_string()).unwrap_or_default();
    let then = if text.trim().is_empty() { "The note is deleted." } else { "The note is kept." };
    Wish::effect(vec![app.personal.profile().set_note(&id, text)], then)
}

/// Swaps the kept program under the cursor with a neighbour that is shown.
fn move_entry(app: &mut App, toward: Toward) -> Effect {
    let (profile, shown) = (app.personal.profile(), app.personal.shown());
    let place = match toward {
        Toward::Next => Some(app.overlay_cursor + 1),
        Toward::Previous => app.overlay_cursor.checked_sub(1),
    };
    let both = shown.get(app.overlay_cursor).zip(place.and_then(|place| shown.get(place)));
    let Some((entry, neighbour)) = both else { return Effect::None };
    let there = profile.shortlist.iter().position(|own| own.program == neighbour.program);
    let changes = profile.move_to(&entry.program, there.map_or(1, |there| there + 1));
    app.overlay_cursor = place.unwrap_or_default();
    Wish::effect(changes, "")
}

/// Shows the profiles with the cursor on the one after the current, so that the next client is two keys away.
fn show_profiles(app: &mut App) {
    show(app, Overlay::Profiles);
    let profiles = &app.personal.notebook.profiles;
    let place = profiles.iter().position(|profile| profile.id == app.personal.profile).unwrap_or(0);
    app.overlay_cursor = if profiles.is_empty() { 0 } else { (place + 1) % profiles.len() };
}

/// The profile under the cursor of the list of profiles, or else the current one.
fn under_cursor(app: &App) -> Profile {
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

/// Shows the kept program under the cursor in the list of programs.
pub(super) fn open_entry(app: &mut App) {
    let Some(program) = meant(app).and_then(|id| app.catalog().find(&id)) else {
        app.notice = Some("This catalogue does not have it any more.".to_owned());
        return;
    };
    app.overlays.clear();
    app.screen = Screen::Explore;
    if app.found.hits.row_of(program).is_none() {
        app.input.reset();
        app.view = View::default();
        app.view.filters = crate::search::Filters::none();
        super::explore::find(app);
    }
    super::explore::pick(app, program);
    app.focus = Pane::Detail;
}

/// Switches to another profile; nothing of the former one stays on the screen.
fn switch(app: &mut App, id: &str) -> Effect {
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
    advise::start_anew(app);
    app.basket.clear();
    app.input.reset();
    app.is_typing = false;
    app.view = View::default();
    app.next_selected = Next::Best;
    (app.screen, app.focus) = (Screen::Explore, Pane::List);
    app.history = crate::app::History::default();
    super::explore::search(app);
}

fn new_profile(app: &mut App, name: &str, of: Option<Profile>) -> Effect {
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

fn rename(app: &mut App, name: &str) -> Effect {
    let profile = under_cursor(app);
    if profile.name.as_deref() == Some(name) {
        return Effect::None;
    }
    if let Some(reason) = why_no_name(app, name) {
        app.notice = Some(reason);
        return Effect::None;
    }
    Wish::effect(vec![profile.rename(name)], format!("{name} is its name now."))
}

/// Why a name is not accepted, as a sentence; `None` if it is.
fn why_no_name(app: &App, name: &str) -> Option<String> {
    if name.is_empty() || name.starts_with('#') || name.chars().any(is_unsafe_char) {
        return Some("A name is a few letters and does not begin with #.".to_owned());
    }
    let is_taken = app.personal.notebook.named(name).is_ok();
    is_taken.then(|| format!("A profile is called {name} already."))
}

/// Sets whether answers are kept while no profile is named.
fn consent_to(app: &mut App, consent: KeepAnswers) -> Effect {
    app.personal.consent = consent;
    app.overlays.retain(|overlay| *overlay != Overlay::Profiles);
    Effect::Consent(consent)
}

/// Keeps the current decision.
fn record(app: &mut App) -> Effect {
    let Some(advice) = &app.interview.advice else { return Effect::None };
    let (catalog, adviser) = (app.catalog(), app.world.adviser());
    let mut document = crate::export::kept::decision_json(catalog, adviser, advice);
    document.insert("profile".to_owned(), app.personal.profile.clone().into());
    let document = serde_json::Value::Object(document);
    let change = app.personal.notebook.keep_record(&name_of(&document.to_string()), document);
    let number = app.personal.notebook.records.len() + 1;
    Wish::effect(vec![change], format!("The decision is kept as number {number}."))
}

/// Reads the kept answers of the profile once they are needed.
pub(super) fn read_answers(app: &mut App) {
    if !std::mem::take(&mut app.personal.has_unread_answers) {
        return;
    }
    let kept = serde_json::Value::Object(app.personal.profile().answers).to_string();
    match app.world.adviser().parse_answers(&kept) {
        Ok(answers) => app.interview.answers = answers,
        Err(error) => {
            // The kept answers stay unchanged until the user answers anew.
            app.personal.has_unread_answers = true;
            super::tell(app, format!("The kept answers are not understood: {}", error.sentences().join(" ")));
        }
    }
}
