//! The content of a profile as JSON, tables and pages. Changes since a program was kept are listed fact by fact.

mod decision;
mod exported;
mod profile;
mod replay;

pub use decision::{decision_json, decision_page, decisions_json, decisions_table};
pub use exported::{Exported, ExportedShortlist, NotExported, read_shortlist};
pub use profile::{courses_json, courses_table, history_json, history_table, note_json, profiles_json, profiles_table};
pub use replay::{NotReplayed, Replayed, replay};

use serde_json::{Value, json};

use super::Sheet;
use crate::catalog::Catalog;
use crate::keep::notebook::{Entry, Profile, Since};
use crate::page::{Block, Column, Page, Part, Table, loose_notes};

/// Returns the shortlist as JSON: the keys that scripts rely on, and the name of the profile.
pub fn shortlist_json(catalog: &Catalog, profile: &Profile) -> Value {
    let programs = profile.shortlist.iter().map(|entry| entry_json(catalog, entry));
    let named = |id: &str| catalog.find(id).map(|ix| catalog.program(ix).title.to_string());
    let notes = profile.loose_notes().map(|(id, note)| json!({"id": id, "title": named(id), "note": note.text()}));
    json!({
        "profile": profile.name,
        "programs": programs.collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
    })
}

fn entry_json(catalog: &Catalog, entry: &Entry) -> Value {
    let is_listed = catalog.find(&entry.program).is_some();
    let (changed, successors) = match entry.since(catalog) {
        Since::Listed(changed) => (changed, Vec::new()),
        Since::Gone(successors) => (Vec::new(), successors),
        Since::Unreadable => (Vec::new(), Vec::new()),
    };
    let changed = changed.iter().map(|one| json!({"fact": one.slug, "was": one.was, "is": one.is}));
    json!({
        "id": entry.program,
        "title": title(catalog, entry),
        "note": entry.note.text(),
        "labels": entry.labels,
        "kept": entry.kept_on(),
        "changed": changed.collect::<Vec<_>>(),
        "snapshot": entry.raw_snapshot,
        "in_catalog": is_listed,
        "successors": successors,
    })
}

/// Returns the title in the catalogue, or else the title under which the program was kept.
fn title(catalog: &Catalog, entry: &Entry) -> String {
    catalog.find(&entry.program).map_or_else(|| entry.title().to_owned(), |ix| catalog.program(ix).title.to_string())
}

/// Returns the shortlist as a table, with the changes summed up in a word.
fn kept_table(catalog: &Catalog, profile: &Profile) -> Table {
    let mut table = Table::new(
        "What is kept",
        vec![
            Column::new("No.").right().least(3),
            Column::new("Program").least(24).wrapping(),
            Column::new("Id").least(12).whole().goes(3),
            Column::new("Kept").least(10).goes(2),
            Column::new("Labels").least(8).wrapping().goes(1),
            Column::new("Note").least(12).wrapping(),
            Column::new("Since").least(9),
        ],
    );
    for (entry, number) in profile.shortlist.iter().zip(1..) {
        table.push([
            format!("{number}"),
            title(catalog, entry),
            entry.program.clone(),
            entry.kept_on().to_owned(),
            labels(entry),
            entry.note.line(),
            in_a_word(&entry.since(catalog)),
        ]);
    }
    table
}

fn labels(entry: &Entry) -> String {
    entry.labels.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn in_a_word(since: &Since) -> String {
    match since {
        Since::Listed(changed) if changed.is_empty() => "unchanged".to_owned(),
        Since::Listed(changed) => format!("{} changed", changed.len()),
        Since::Gone(_) => "gone".to_owned(),
        Since::Unreadable => "unreadable".to_owned(),
    }
}

/// Returns the shortlist as a sheet with one row per program.
pub fn kept_sheet(catalog: &Catalog, profile: &Profile) -> Sheet {
    let mut sheet = Sheet::new(&["id", "title", "kept", "labels", "note", "changed"]);
    for entry in &profile.shortlist {
        sheet.rows.push(vec![
            entry.program.clone(),
            title(catalog, entry),
            entry.kept_on().to_owned(),
            labels(entry),
            entry.note.text(),
            changes_of(catalog, entry).join(" "),
        ]);
    }
    sheet
}

/// Returns the shortlist as a page, with the changes since each program was kept.
pub fn kept_page(catalog: &Catalog, profile: &Profile) -> Page {
    let mut page = Page::new(vec![Block::Table(kept_table(catalog, profile))]);
    for entry in &profile.shortlist {
        let heading = format!("{}{}", title(catalog, entry), entry.since_when());
        page.section(Part::Rest, heading, vec![Block::items(changes_of(catalog, entry))]);
    }
    loose_notes(&mut page, catalog, profile);
    page
}

/// Returns the changes of a kept program in sentences.
pub fn changes_of(catalog: &Catalog, entry: &Entry) -> Vec<String> {
    entry.since(catalog).sentences()
}

/// Returns the number of kept programs that have changed or are gone.
pub fn changed_count(catalog: &Catalog, profile: &Profile) -> usize {
    let has_changed = |entry: &&Entry| match entry.since(catalog) {
        Since::Listed(changed) => !changed.is_empty(),
        Since::Gone(_) => true,
        Since::Unreadable => false,
    };
    profile.shortlist.iter().filter(has_changed).count()
}
