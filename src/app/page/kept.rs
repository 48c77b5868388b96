//! The shortlist, the profiles, decisions and courses, as lists over the screen; the history, as a page.

use super::{Tick, checkbox};
use crate::app::choices::{CourseRow, ProfileRow, course_rows, profile_rows};
use crate::app::prompt::Purpose;
use crate::app::{Action, App, Context, KeepAction, Noted, Overlay};
use crate::config::KeepAnswers;
use crate::english::{counted, in_a_line};
use crate::export::history_table;
use crate::export::kept::{self, changes_of, decisions_table};
use crate::keep::notebook::Profile;
use crate::page::{Block, Column, LOOSE_NOTES, Page, Phrase, Row, Table, name_cells, name_columns};

/// The rows of the list of profiles, in words, with the current choice marked.
pub(super) fn profile_words(app: &App) -> Vec<String> {
    let words = |row: ProfileRow| match row {
        ProfileRow::Profile(id) => profile_line(app, &id),
        ProfileRow::Answers(choice) => {
            let mark = checkbox(app, Tick::of(choice == app.personal.consent));
            format!("{mark} {}", choice_name(choice))
        }
    };
    profile_rows(app).into_iter().map(words).collect()
}

/// A profile in a line: its name, how much is kept for it, and the note on the person.
pub fn profile_line(app: &App, id: &str) -> String {
    app.personal.notebook.profile(id).map_or_else(|| id.to_owned(), |profile| of_profile(app, profile))
}

/// What is asked about keeping answers.
pub const CONSENT: &str = "Keep your answers on this computer?";

fn of_profile(app: &App, profile: &Profile) -> String {
    let name = profile.name.clone().unwrap_or_else(|| "No name".to_owned());
    let is_in_use = profile.id == app.personal.profile;
    let here = if is_in_use { ", in use" } else { "" };
    let note = if profile.note.is_empty() { String::new() } else { format!(": {}", profile.note.line()) };
    // The answers of the person who is here count even if they are not kept.
    let unkept = if is_in_use && app.personal.consent != KeepAnswers::Yes { app.interview.answers.len() } else { 0 };
    let answers = match unkept {
        0 => counted(profile.answers.len(), "answer"),
        unkept => format!("{} not kept", counted(unkept, "answer")),
    };
    format!("{name}{here} ({} kept, {answers}){note}", profile.shortlist.len())
}

/// The label of a choice.
pub fn choice_name(choice: KeepAnswers) -> &'static str {
    match choice {
        KeepAnswers::Yes => "Yes",
        KeepAnswers::Ask => "Not now",
        KeepAnswers::Never => "Never",
    }
}

/// The kept programs as a table, then the others that have a note.
pub(super) fn kept_table(app: &App) -> Table {
    let (catalog, profile) = (app.catalog(), app.personal.profile());
    let mut columns = name_columns();
    let names = columns.len();
    columns.extend([
        Column::new("Labels").wrapping_or_below().goes(7),
        Column::new("Note").least(16).wrapping_or_below().goes(6),
        Column::new("Changed").least(16).wrapping_or_below().goes(5),
    ]);
    let mut table = Table::new("Shortlist", columns);
    let row = |id: &str, title: &str, own: [String; 3]| {
        let absent = || std::iter::once(title.into()).chain(vec![Phrase::default(); names - 1]).collect();
        let mut cells = catalog.find(id).map_or_else(absent, |ix| name_cells(catalog, ix));
        cells.extend(own.map(Phrase::from));
        Row { cells, ..Row::default() }
    };
    let shown = app.personal.shown();
    table.rows.extend(shown.iter().map(|entry| {
        let labels: Vec<&str> = entry.labels.iter().map(String::as_str).collect();
        let changes = changes_of(catalog, entry).join(" ");
        let since = if changes.is_empty() || entry.kept_on().is_empty() {
            changes
        } else {
            format!("since {}: {changes}", entry.kept_on())
        };
        row(&entry.program, entry.title(), [labels.join(", "), entry.note.line(), since])
    }));
    let noted = app.personal.listed().into_iter().skip(shown.len());
    table.rows.extend(noted.map(|id| row(&id, &id, [String::new(), in_a_line(&profile.note_on(&id)), String::new()])));
    if let Some(first) = table.rows.get_mut(shown.len()) {
        first.group = Some(LOOSE_NOTES.to_owned());
    }
    table
}

/// The kept decisions as a table.
pub(super) fn decided_table(app: &App) -> Table {
    decisions_table(&app.personal.notebook)
}

/// The courses in words, the finished ones marked.
pub(super) fn course_words(app: &App) -> Vec<String> {
    let words = |row: CourseRow| format!("{} {}", checkbox(app, Tick::of(row.is_finished)), row.title);
    course_rows(app).into_iter().map(words).collect()
}

/// The decision with this id; `None` if it is no longer kept.
pub fn decision_page(app: &App, id: &str) -> Option<Page> {
    app.personal.notebook.record(id).map(kept::decision_page)
}

/// What was done to what is kept.
pub fn history_page(app: &App) -> Page {
    let acts = &app.personal.acts;
    let block = if acts.is_empty() {
        Block::Text("Nothing has been kept or changed yet.".to_owned())
    } else {
        Block::Table(history_table(acts))
    };
    Page::new(vec![block])
}

/// Returns the text above a list of what is kept; empty if it needs none.
pub fn introduction(app: &App, overlay: &Overlay) -> String {
    let key = |action: KeepAction| app.key(&Action::Keep(action));
    match overlay {
        Overlay::Courses => {
            let title = app.current().map_or("", |ix| app.catalog().program(ix).title.as_str());
            return format!("{title}: which of its courses have you finished?");
        }
        Overlay::Decisions if app.personal.notebook.records.is_empty() => {
            let keep = app.world.keymap.name_of(Context::Result, &Action::Keep(KeepAction::Record));
            return format!("No decision is kept yet. {keep} at the result keeps one.");
        }
        Overlay::Kept => {}
        _ => return String::new(),
    }
    if app.personal.profile().shortlist.is_empty() {
        return format!(
            "Nothing is kept yet. {} keeps the selected program.",
            app.key(&Action::Keep(KeepAction::Toggle))
        );
    }
    let shown = app.personal.label.as_ref();
    let next = key(KeepAction::NextLabel);
    shown.map(|label| format!("Only programs with the label {label}; {next} shows the next label.")).unwrap_or_default()
}

/// Returns the title of an input line.
pub fn prompt_title(app: &App, purpose: &Purpose) -> String {
    match purpose {
        Purpose::Note(on) => format!("Note on {}", noted_name(app, on)),
        Purpose::Forget(id) => format!("Type yes to delete all kept for {}", whom(app, id)),
        Purpose::NewProfile => "Name of the person".to_owned(),
        Purpose::CopyProfile(_) => "Name of the copy".to_owned(),
        Purpose::RenameProfile(_) => "New name".to_owned(),
        Purpose::Labels(_) => "Labels, with commas between them".to_owned(),
        Purpose::Start => "Day on which you start, such as 2027-01-11".to_owned(),
        Purpose::Deadline => "Finish by, such as 2027-06-30; empty for no deadline".to_owned(),
        Purpose::Share(_) => "Write to a file that ends in .html or .md".to_owned(),
    }
}

/// A profile by its name, and how much would be deleted with it: `Ana (2 programs, 1 decision)`.
fn whom(app: &App, id: &str) -> String {
    let Some(profile) = app.personal.profile_of(id) else { return "this person".to_owned() };
    let name = profile.name.as_deref().unwrap_or("the person without a name");
    let decisions = app.personal.notebook.records.iter().filter(|record| record.profile == id).count();
    let parts = [
        (profile.shortlist.len(), "program"),
        (profile.answers.len(), "answer"),
        (profile.notes().count(), "note"),
        (profile.done.len(), "finished course"),
        (decisions, "decision"),
    ];
    let kept: Vec<String> =
        parts.into_iter().filter(|(count, _)| *count > 0).map(|(count, noun)| counted(count, noun)).collect();
    let kept = if kept.is_empty() { "nothing yet".to_owned() } else { kept.join(", ") };
    format!("{name} ({kept})")
}

/// Returns the name of what a note is on, as the middle of a sentence.
pub fn noted_name(app: &App, on: &Noted) -> String {
    match on {
        Noted::Program(program) => app.catalog().title_in_sentence(*program),
        Noted::Person => app.personal.name().unwrap_or("the person").to_owned(),
        Noted::Decision(id) => match app.personal.notebook.record_number(id) {
            Some(number) => format!("decision {number}"),
            None => "the decision".to_owned(),
        },
    }
}
