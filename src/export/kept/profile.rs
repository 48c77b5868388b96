//! Profiles, notes, finished courses and their history, as JSON and tables.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Text};
use crate::keep::notebook::{Act, FIRST, Notebook, Profile};
use crate::page::{Column, Table};

/// Returns all profiles as JSON.
pub fn profiles_json(notebook: &Notebook) -> Value {
    let profile = |profile: &Profile| {
        json!({
            "id": profile.id,
            "name": profile.name,
            "in_use": profile.id == notebook.current(),
            "answers": profile.answers,
            "answered": profile.answered,
            "done": profile.done,
            "note": profile.note.text(),
            "shortlist": profile.shortlist.len(),
            "notes": profile.notes().count(),
        })
    };
    json!({"profiles": notebook.profiles.iter().map(profile).collect::<Vec<_>>()})
}

/// Returns all profiles as a table.
pub fn profiles_table(notebook: &Notebook) -> Table {
    let mut table = Table::new(
        "Profiles",
        vec![
            Column::new("Name").least(12).wrapping(),
            Column::new("In use").least(6),
            Column::new("Answers").right().least(7),
            Column::new("Answered").least(10).goes(2),
            Column::new("Kept").right().least(4),
            Column::new("Courses").right().least(7).goes(3),
            Column::new("Note").least(12).wrapping().goes(1),
        ],
    );
    for profile in &notebook.profiles {
        let name = profile.name.clone();
        table.push([
            name.unwrap_or_else(|| format!("(no name, #{FIRST})")),
            if profile.id == notebook.current() { "yes" } else { "" }.to_owned(),
            profile.answers.len().to_string(),
            profile.answered.clone().unwrap_or_default(),
            profile.shortlist.len().to_string(),
            profile.done.len().to_string(),
            profile.note.line(),
        ]);
    }
    table
}

/// Returns the note on a program as JSON; if `program` is empty, the note on the profile itself.
pub fn note_json(profile: &Profile, program: &str) -> Value {
    if program.is_empty() {
        return json!({"profile": profile.name, "id": null, "note": profile.note.text()});
    }
    json!({"profile": profile.name, "id": program, "note": profile.note_on(program)})
}

fn title(catalog: &Catalog, id: &str) -> Option<Text> {
    catalog.courses().find(|course| course.id.as_str() == id).map(|course| course.title.clone())
}

/// Returns the finished courses as JSON.
pub fn courses_json(catalog: &Catalog, profile: &Profile) -> Value {
    let course = |id: &String| json!({"id": id, "title": title(catalog, id).as_deref()});
    json!({"profile": profile.name, "done": profile.done.iter().map(course).collect::<Vec<_>>()})
}

/// Returns the finished courses as a table.
pub fn courses_table(catalog: &Catalog, profile: &Profile) -> Table {
    let mut table = Table::new(
        "Finished courses",
        vec![Column::new("Course").least(24).wrapping(), Column::new("Id").least(12).whole()],
    );
    let title =
        |id: &str| title(catalog, id).map_or_else(|| "not in this catalogue".to_owned(), |title| title.to_string());
    profile.done.iter().for_each(|id| table.push([title(id), id.clone()]));
    table
}

/// Returns the history as JSON; expects the latest act first.
pub fn history_json(acts: &[Act]) -> Value {
    let act = |act: &Act| {
        json!({
            "id": act.id,
            "time": act.time.to_string(),
            "profile": act.profile,
            "what": act.what,
            "undone": act.is_undone,
            "undo": act.is_undo,
        })
    };
    json!({"acts": acts.iter().map(act).collect::<Vec<_>>()})
}

/// Returns the history as a table.
pub fn history_table(acts: &[Act]) -> Table {
    let mut table = Table::new(
        "Changes, the latest first",
        vec![
            Column::new("When").least(20),
            Column::new("For").least(6).goes(1),
            Column::new("What").least(24).wrapping(),
        ],
    );
    for act in acts {
        let undone = if act.is_undone { " (undone later)" } else { "" };
        table.push([
            act.time.strftime("%Y-%m-%d %H:%M UTC").to_string(),
            act.profile.clone().unwrap_or_default(),
            format!("{}{undone}", act.what),
        ]);
    }
    table
}
