//! Keeping programs, notes, labels and finished courses. Changes go out as effects.

use super::notices::{GONE, tell};
use super::prompt::noted;
use super::{decisions, found, plan, profiles, prompt, share, undo};
use crate::app::prompt::{Prompt, Purpose};
use crate::app::{App, Effect, KeepAction, Noted, Overlay, Pane, Saved, Screen, Toward, choices, page};
use crate::keep::notebook::{Entry, Note};
use crate::search::View;

pub(super) fn perform(app: &mut App, action: KeepAction) -> Effect {
    match action {
        KeepAction::Toggle => return toggle(app),
        KeepAction::Note => note(app),
        KeepAction::NotePerson => prompt::open(app, Purpose::Note(Noted::Person)),
        KeepAction::ShowKept => app.overlays.show(Overlay::Kept),
        KeepAction::ShowProfiles => profiles::show_profiles(app),
        KeepAction::ShowDecisions => decisions::show_decisions(app),
        KeepAction::ShowHistory => app.overlays.show(Overlay::History),
        KeepAction::ShowCourses => app.overlays.show(Overlay::Courses),
        KeepAction::Forget => prompt::open(app, Purpose::Forget(profiles::under_cursor(app))),
        KeepAction::New => prompt::open(app, Purpose::NewProfile),
        KeepAction::Create(name) => return profiles::create(app, &name, None),
        KeepAction::Copy => prompt::open(app, Purpose::CopyProfile(profiles::under_cursor(app))),
        KeepAction::Rename => prompt::open(app, Purpose::RenameProfile(profiles::under_cursor(app))),
        KeepAction::Label => label(app),
        KeepAction::NextLabel => next_label(app),
        KeepAction::Written => return written(app),
        KeepAction::Edit => return edit(app),
        KeepAction::SetNote(on, text) => return keep_note(app, &on, &text),
        KeepAction::Undo => return undo::undo_kept(app),
        KeepAction::Earlier => return move_entry(app, Toward::Previous),
        KeepAction::Later => return move_entry(app, Toward::Next),
        KeepAction::Use(id) => return profiles::switch(app, &id),
        KeepAction::Answers(consent) => return profiles::consent_to(app, consent),
        KeepAction::Record => return decisions::record(app),
        KeepAction::Replay => decisions::replay(app),
        KeepAction::Done(kept) => take_in(app, *kept),
    }
    Effect::None
}

/// Replaces the kept data with what is on disk now, and continues with the profile that is in use from now on.
fn take_in(app: &mut App, kept: Saved) {
    let Saved { notebook, acts, outcome } = kept;
    let held = kept_rows(app).into_iter().nth(app.overlays.under_prompt().map_or(0, |layer| layer.cursor));
    app.personal.notebook = notebook;
    app.personal.acts = acts;
    // A label that no program has any more would show an empty list.
    let labels = app.personal.labels();
    app.personal.label = app.personal.label.take().filter(|label| labels.contains(label));
    hold(app, held);
    if let Some(act) = outcome.act {
        app.remember_act(act);
    }
    match outcome.now_in_use.and_then(|id| app.personal.notebook.profile(&id).cloned()) {
        Some(profile) => profiles::start_for(app, &profile),
        None => app.take_up_finished_courses(),
    }
    // The message goes to the lines above the footer, so that it covers nothing that the user is working on.
    app.notice = Some(outcome.told).filter(|told| !told.is_empty()).or_else(|| app.notice.take());
}

/// Puts the cursor of a list of kept data on the row with this id; without such a row it stays where it is.
fn hold(app: &mut App, id: Option<String>) {
    let place = id.and_then(|id| kept_rows(app).into_iter().position(|row| row == id));
    if let Some((layer, place)) = app.overlays.under_prompt_mut().zip(place) {
        layer.cursor = place;
    }
}

/// Returns the ids of the rows of the open list of kept data, whether or not an input line is open above it.
fn kept_rows(app: &App) -> Vec<String> {
    let notebook = &app.personal.notebook;
    match app.overlays.under_prompt().map(|layer| &layer.overlay) {
        Some(Overlay::Kept) => app.personal.listed(),
        Some(Overlay::Profiles) => notebook.profiles.iter().map(|profile| profile.id.clone()).collect(),
        Some(Overlay::Decisions) => notebook.records.iter().map(|record| record.id.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The id of the program to act on: under the cursor of the shortlist, or else the current one.
fn meant(app: &App) -> Option<String> {
    if app.overlays.last() == Some(&Overlay::Kept) {
        return app.personal.listed().into_iter().nth(app.overlays.cursor());
    }
    app.current().map(|ix| app.catalog().program(ix).id.to_string())
}

fn toggle(app: &mut App) -> Effect {
    let Some(id) = meant(app) else { return Effect::None };
    let profile = app.personal.profile();
    if let Some(entry) = profile.entry(&id) {
        let then = format!("Taken off the shortlist: {}.", entry.title());
        return Effect::keep(vec![profile.drop_program(&id)], then);
    }
    let Some(ix) = app.catalog().find(&id) else { return Effect::None };
    let title = app.catalog().program(ix).title.to_string();
    Effect::keep(profile.keep(&id, &app.snapshot(ix)), format!("Kept: {title}."))
}

/// Opens the field for the note on the decision under the cursor, or on the program to act on.
fn note(app: &mut App) {
    if app.overlays.last() == Some(&Overlay::Decisions) {
        if let Some(record) = app.personal.notebook.records.get(app.overlays.cursor()) {
            prompt::open(app, Purpose::Note(Noted::Decision(record.id.clone())));
        }
        return;
    }
    if let Some(program) = meant(app).and_then(|id| app.catalog().find(&id)) {
        prompt::open(app, Purpose::Note(Noted::Program(program)));
    }
}

/// Opens the input line for the labels of the kept program under the cursor.
fn label(app: &mut App) {
    if let Some(entry) = entry_under_cursor(app) {
        prompt::open(app, Purpose::Labels(entry.program));
    }
}

/// The kept program under the cursor of the shortlist.
fn entry_under_cursor(app: &App) -> Option<Entry> {
    app.personal.shown().into_iter().nth(app.overlays.cursor())
}

/// Sets the labels of a kept program.
fn set_labels(app: &mut App, program: &str, line: &str) -> Effect {
    let profile = app.personal.profile();
    if profile.entry(program).is_none() {
        app.notice = Some(GONE.to_owned());
        return Effect::None;
    }
    let labels = line.split(',').map(str::trim).filter(|label| !label.is_empty()).map(str::to_owned).collect();
    match profile.set_labels(program, &labels) {
        changes if changes.is_empty() => Effect::None,
        changes if labels.is_empty() => Effect::keep(changes, "The labels are removed."),
        changes => Effect::keep(changes, format!("Labels: {}.", labels.into_iter().collect::<Vec<_>>().join(", "))),
    }
}

/// Shows the kept programs with the next label; after the last label, shows all.
fn next_label(app: &mut App) {
    let labels = app.personal.labels();
    app.personal.label = match app.personal.label.take() {
        None => labels.first().cloned(),
        Some(present) => labels.into_iter().find(|label| *label > present),
    };
    app.overlays.rewind();
}

/// Submits the input line.
fn written(app: &mut App) -> Effect {
    let Some(Prompt { purpose, input, .. }) = app.overlays.prompt().cloned() else { return Effect::None };
    let text = input.value().trim().to_owned();
    if let Purpose::Share(subject) = purpose {
        return share::write(app, &subject, &text);
    }
    if matches!(purpose, Purpose::Start | Purpose::Deadline) {
        plan::day_typed(app, &purpose, &text);
        return Effect::None;
    }
    prompt::close(app);
    match purpose {
        Purpose::Share(_) | Purpose::Start | Purpose::Deadline => Effect::None,
        Purpose::Labels(program) => set_labels(app, &program, &text),
        Purpose::Note(on) if text == noted(app, &on) => Effect::None,
        Purpose::Note(on) => keep_note(app, &on, &text),
        Purpose::NewProfile => profiles::create(app, &text, None),
        Purpose::CopyProfile(id) => profiles::create(app, &text, Some(id)),
        Purpose::RenameProfile(id) => profiles::rename(app, &id, &text),
        Purpose::Forget(id) => profiles::forget(app, &id, &text),
    }
}

/// Opens the note in the user's editor, with the text of the input line.
fn edit(app: &mut App) -> Effect {
    match app.overlays.prompt().cloned() {
        Some(Prompt { purpose: Purpose::Note(on), input, .. }) => {
            prompt::close(app);
            Effect::Edit(on, input.value().to_owned())
        }
        _ => Effect::None,
    }
}

fn keep_note(app: &mut App, on: &Noted, text: &str) -> Effect {
    let (profile, notebook) = (app.personal.profile(), &app.personal.notebook);
    let change = match on {
        Noted::Program(ix) => profile.set_note(&app.catalog().program(*ix).id, text),
        Noted::Person => profile.set_note("", text),
        Noted::Decision(id) if notebook.record(id).is_some() => notebook.note_record(id, text),
        Noted::Decision(_) => {
            app.notice = Some(GONE.to_owned());
            return Effect::None;
        }
    };
    Effect::keep(vec![change], Note::told(&page::noted_name(app, on), text))
}

/// Swaps the kept program under the cursor with a neighbour that is shown.
fn move_entry(app: &mut App, toward: Toward) -> Effect {
    let (profile, shown) = (app.personal.profile(), app.personal.shown());
    let place = match toward {
        Toward::Next => Some(app.overlays.cursor() + 1),
        Toward::Previous => app.overlays.cursor().checked_sub(1),
    };
    let both = shown.get(app.overlays.cursor()).zip(place.and_then(|place| shown.get(place)));
    let Some((entry, neighbour)) = both else { return Effect::None };
    let there = profile.shortlist.iter().position(|own| own.program == neighbour.program);
    let changes = profile.move_to(&entry.program, there.map_or(1, |there| there + 1));
    Effect::keep(changes, "")
}

/// Marks the course under the cursor as finished, or takes the mark away.
pub(super) fn finish_course(app: &App) -> Effect {
    let Some(course) = choices::course_rows(app).into_iter().nth(app.overlays.cursor()) else { return Effect::None };
    let profile = app.personal.profile();
    if course.is_finished {
        return Effect::keep(vec![profile.unfinish(&course.id)], format!("Not finished: {}.", course.title));
    }
    Effect::keep(vec![profile.finish(&course.id)], format!("Finished: {}.", course.title))
}

/// Shows the kept program under the cursor in the list of programs.
pub(super) fn open_entry(app: &mut App) {
    let Some(program) = meant(app).and_then(|id| app.catalog().find(&id)) else {
        app.notice = Some("This program is no longer in the catalogue.".to_owned());
        return;
    };
    app.overlays.clear();
    app.screen = Screen::Explore;
    if app.found.hits.row_of(program).is_none() {
        app.query.input.reset();
        app.view = View::default();
        app.view.filters = crate::search::Filters::none();
        found::find(app);
    }
    found::pick(app, program);
    app.focus = Pane::Detail;
}

/// Reads the kept answers of the profile once they are needed, with the courses that are finished.
pub(super) fn read_answers(app: &mut App) {
    read_kept_answers(app);
    app.take_up_finished_courses();
}

fn read_kept_answers(app: &mut App) {
    if !std::mem::take(&mut app.personal.has_unread_answers) {
        return;
    }
    let kept = app.personal.profile().answers_file().unwrap_or_else(|| "{}".to_owned());
    match app.world.adviser().parse_answers(&kept) {
        Ok(answers) => app.interview.answers = answers,
        Err(error) => {
            // The kept answers stay unchanged until the user answers anew.
            app.personal.has_unread_answers = true;
            tell(app, format!("Your saved answers cannot be read: {}", error.sentences().join(" ")));
        }
    }
}
