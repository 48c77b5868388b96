//! The pages of a kept profile: the answers and finished courses, and the shortlist with its notes and with the changes
//! since each program was kept.

use serde_json::Value;

use crate::catalog::Catalog;
use crate::keep::notebook::{Entry, Profile};

use super::{Block, Column, Field, Page, Part, Row, Table, Target};

/// Returns the page of a profile: its note, the answers as given, and the finished courses.
pub fn person(catalog: &Catalog, profile: &Profile) -> Page {
    let answered = profile.answered.as_ref().map(|day| Field::new("Answered", day.as_str()));
    let note = (!profile.note.is_empty()).then(|| Field::new("Note", profile.note.line()));
    let name = profile.name.as_ref();
    let title = name.map_or_else(|| "The unnamed profile".to_owned(), |name| format!("What is kept for {name}"));
    let mut page = Page::new(vec![Block::Title(title.into()), Block::fields([answered, note])]);
    let words = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let answers = profile.answers.iter().map(|(question, answer)| Some(Field::new(question.as_str(), words(answer))));
    page.section(Part::Rest, "Answers", vec![Block::fields(answers)]);
    let title = |id: &String| {
        let course = catalog.courses().find(|course| course.id.as_str() == id.as_str());
        course.map_or_else(|| id.clone(), |course| course.title.to_string())
    };
    page.section(Part::Rest, "Finished courses", vec![Block::items(profile.done.iter().map(title))]);
    page
}

/// The heading over the notes on programs that are not on the shortlist.
pub const LOOSE_NOTES: &str = "Notes on programs that are not kept";

/// Returns the section of the notes on programs that are not on the shortlist; nothing is said if there is none.
pub fn loose_notes(page: &mut Page, catalog: &Catalog, profile: &Profile) {
    let title = |id: &str| catalog.find(id).map_or_else(|| id.to_owned(), |ix| catalog.title_in_sentence(ix));
    let notes = profile.loose_notes().map(|(id, note)| format!("{}: {}", title(id), note.line()));
    page.section(Part::Rest, LOOSE_NOTES, vec![Block::items(notes)]);
}

/// Returns the page of the shortlist, in its order.
pub fn shortlist(catalog: &Catalog, profile: &Profile) -> Page {
    let mut table = Table::new(
        "The kept programs in their order",
        vec![
            Column::new("No.").right().least(3),
            Column::new("Program").least(24).wrapping().head(),
            Column::new("Kept").least(10).goes(2),
            Column::new("Labels").least(8).wrapping().goes(1),
            Column::new("Note").least(16).wrapping(),
        ],
    );
    table.rows = profile.shortlist.iter().zip(1..).map(|(entry, number)| row(catalog, entry, number)).collect();
    let nothing = profile.shortlist.is_empty().then(|| Block::Text("Nothing is kept yet.".to_owned()));
    let mut page = Page::new(vec![Block::Title("Shortlist".into()), Block::Table(table)]);
    page.section(Part::Rest, "", nothing.into_iter().collect());
    for entry in &profile.shortlist {
        let changes = entry.since(catalog).sentences();
        let heading = format!("{}{}", title(catalog, entry), entry.since_when());
        page.section(Part::Rest, &heading, vec![Block::items(changes)]);
    }
    loose_notes(&mut page, catalog, profile);
    page
}

fn title(catalog: &Catalog, entry: &Entry) -> String {
    let found = catalog.find(&entry.program).map(|ix| catalog.program(ix).title.to_string());
    found.unwrap_or_else(|| entry.title().to_owned())
}

fn row(catalog: &Catalog, entry: &Entry, number: usize) -> Row {
    let labels: Vec<&str> = entry.labels.iter().map(String::as_str).collect();
    let cells = vec![
        number.to_string().into(),
        title(catalog, entry).into(),
        entry.kept_on().into(),
        labels.join(", ").into(),
        entry.note.line().into(),
    ];
    Row { cells, target: catalog.find(&entry.program).map(Target::Program), group: None }
}
