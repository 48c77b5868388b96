//! Keeping programs, notes, labels and finished courses. Changes go out as effects.

use super::{decisions, profiles, show};
use crate::app::personal::{Noted, Prompt, Purpose, Saved, Wish};
use crate::app::{App, Effect, KeepAction, Overlay, Pane, Screen, Toward, Typed, page, share};
use crate::keep::notebook::{Entry, Note};
use crate::search::View;

pub(super) fn perform(app: &mut App, action: KeepAction) -> Effect {
    match action {
        KeepAction::Toggle => return toggle(app),
        KeepAction::Note => note(app),
        KeepAction::NotePerson => prompt(app, Purpose::Note(Noted::Person)),
        KeepAction::ShowKept => show(app, Overlay::Kept),
        KeepAction::ShowProfiles => profiles::show_profiles(app),
        KeepAction::ShowDecisions => decisions::show_decisions(app),
        KeepAction::ShowHistory => show(app, Overlay::History),
        KeepAction::ShowCourses => show(app, Overlay::Courses),
        KeepAction::Forget => prompt(app, Purpose::Forget),
        KeepAction::New => prompt(app, Purpose::NewProfile),
        KeepAction::Copy => prompt(app, Purpose::CopyProfile),
        KeepAction::Rename => prompt(app, Purpose::RenameProfile),
        KeepAction::Label => label(app),
        KeepAction::NextLabel => next_label(app),
        KeepAction::Written => return written(app),
        KeepAction::Edit => return edit(app),
        KeepAction::SetNote(on, text) => return keep_note(app, on, &text),
        KeepAction::Undo => return Effect::UndoKept,
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

/// Takes over what is on disk now.
fn take_in(app: &mut App, kept: Saved) {
    app.personal.notebook = kept.notebook;
    app.personal.acts = kept.acts;
    take_finished(app);
    // The message goes to the lines above the footer, so that it covers nothing that the user is working on.
    app.notice = Some(kept.told).filter(|told| !told.is_empty()).or_else(|| app.notice.take());
}

/// Takes the finished courses of the profile into plans and answers.
pub(super) fn take_finished(app: &mut App) {
    let finished = app.personal.profile().done;
    let former = std::mem::replace(&mut app.plan.finished, finished.clone());
    let answers = std::mem::take(&mut app.interview.answers);
    let others = answers.done().iter().filter(|course| !former.contains(*course)).cloned();
    let done = others.chain(finished).collect();
    app.interview.answers = answers.having_done(done);
}

/// The id of the program to act on: under the cursor of the shortlist, or else the current one.
fn meant(app: &App) -> Option<String> {
    if app.overlays.last() == Some(&Overlay::Kept) {
        return app.personal.listed().into_iter().nth(app.overlay_cursor);
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

/// Opens the field for the note on the decision under the cursor, or on the program to act on.
fn note(app: &mut App) {
    if app.overlays.last() == Some(&Overlay::Decisions) {
        return prompt(app, Purpose::Note(Noted::Decision(app.overlay_cursor)));
    }
    if let Some(program) = meant(app).and_then(|id| app.catalog().find(&id)) {
        prompt(app, Purpose::Note(Noted::Program(program)));
    }
}

pub(super) fn prompt(app: &mut App, purpose: Purpose) {
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
fn noted(app: &App, on: Noted) -> String {
    let profile = app.personal.profile();
    match on {
        Noted::Program(ix) => profile.note_on(&app.catalog().program(ix).id),
        Noted::Person => profile.note.text(),
        Noted::Decision(place) => {
            app.personal.notebook.records.get(place).map(|record| record.note.text()).unwrap_or_default()
        }
    }
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
    if purpose == Purpose::Start {
        super::plan::start_on(app, &text);
        return Effect::None;
    }
    close_prompt(app);
    match purpose {
        Purpose::Share(_) | Purpose::Start => Effect::None,
        Purpose::Labels => set_labels(app, &text),
        Purpose::Note(on) if text == noted(app, on) => Effect::None,
        Purpose::Note(on) => keep_note(app, on, &text),
        Purpose::NewProfile => profiles::new_profile(app, &text, None),
        Purpose::CopyProfile => profiles::new_profile(app, &text, Some(profiles::under_cursor(app))),
        Purpose::RenameProfile => profiles::rename(app, &text),
        Purpose::Forget => profiles::forget(app, &text),
    }
}

/// Opens the note in the user's editor, with the text of the input line.
fn edit(app: &mut App) -> Effect {
    match app.personal.prompt.clone() {
        Some(Prompt { purpose: Purpose::Note(on), input }) => {
            close_prompt(app);
            Effect::Edit(on, input.value().to_owned())
        }
        _ => Effect::None,
    }
}

/// Closes the input line without keeping anything.
pub(super) fn close_prompt(app: &mut App) {
    app.personal.prompt = None;
    app.overlays.retain(|overlay| *overlay != Overlay::Prompt);
}

fn keep_note(app: &App, on: Noted, text: &str) -> Effect {
    let (profile, notebook) = (app.personal.profile(), &app.personal.notebook);
    let change = match on {
        Noted::Program(ix) => profile.set_note(&app.catalog().program(ix).id, text),
        Noted::Person => profile.set_note("", text),
        Noted::Decision(place) => match notebook.records.get(place) {
            Some(record) => notebook.note_record(&record.id, text),
            None => return Effect::None,
        },
    };
    Wish::effect(vec![change], Note::told(&page::noted_name(app, on), text))
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

/// Marks the course under the cursor as finished, or takes the mark away.
pub(super) fn finish_course(app: &App) -> Effect {
    let Some(course) = page::course_rows(app).into_iter().nth(app.overlay_cursor) else { return Effect::None };
    let profile = app.personal.profile();
    if course.is_finished {
        return Wish::effect(vec![profile.unfinish(&course.id)], format!("Not finished: {}.", course.title));
    }
    Wish::effect(vec![profile.finish(&course.id)], format!("Finished: {}.", course.title))
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
        app.input.reset();
        app.view = View::default();
        app.view.filters = crate::search::Filters::none();
        super::explore::find(app);
    }
    super::explore::pick(app, program);
    app.focus = Pane::Detail;
}

/// Reads the kept answers of the profile once they are needed.
pub(super) fn read_answers(app: &mut App) {
    take_finished(app);
    if !std::mem::take(&mut app.personal.has_unread_answers) {
        return;
    }
    let kept = app.personal.profile().answers_file().unwrap_or_else(|| "{}".to_owned());
    match app.world.adviser().parse_answers(&kept) {
        Ok(answers) => app.interview.answers = answers,
        Err(error) => {
            // The kept answers stay unchanged until the user answers anew.
            app.personal.has_unread_answers = true;
            super::tell(app, format!("Your saved answers cannot be read: {}", error.sentences().join(" ")));
        }
    }
}
