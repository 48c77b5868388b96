//! `prospectus show`: everything on record about a program.

use crate::catalog::{Catalog, Program};
use crate::export::{Wording, claims_table, course_table, facts_table, pathway_table, program_json, source_table};

use super::args::{Format, Show};
use super::desk::Desk;
use super::failure::{Exit, Failure};
use super::filters;

pub(super) fn run(words: &Show, desk: &Desk) -> Result<Exit, Failure> {
    let catalog = desk.catalog()?;
    let program = catalog.program(filters::program(&catalog, &words.id)?);
    match desk.format() {
        Format::Json => desk.json(&program_json(&catalog, program))?,
        Format::Csv => desk.bytes(claims_table(&catalog, program).csv().as_bytes())?,
        Format::Plain => {
            desk.text(&facts_in_words(&catalog, program))?;
            rest(desk, &catalog, program, "\n")?;
        }
        Format::Table | Format::Md => {
            desk.sections(&[(program.title.to_string(), facts_table(&catalog, program))])?;
            rest(desk, &catalog, program, "\n")?;
        }
    }
    Ok(Exit::Fine)
}

fn facts_in_words(catalog: &Catalog, program: &Program) -> String {
    let mut text = format!("{}\nId: {}\n", program.title, program.id);
    for (key, cell) in crate::export::page_of_facts(catalog, program) {
        let words = Wording::Spoken.of(&cell);
        match cell.origin {
            None => text.push_str(&format!("{}: {words}\n", key.label())),
            Some(origin) => {
                let source = &catalog.source(origin.source).id;
                text.push_str(&format!("{}: {words}; source {source}, as of {}\n", key.label(), origin.as_of));
            }
        }
    }
    text
}

/// What follows the facts: courses, pathways, sources, those of them that are on record.
fn rest(desk: &Desk, catalog: &Catalog, program: &Program, gap: &str) -> Result<(), Failure> {
    let mut sections = Vec::new();
    if !program.course_list.is_empty() {
        sections.push(("Courses".to_owned(), course_table(catalog, program)));
    }
    if !program.pathways.is_empty() {
        sections.push(("Where it may count, if admitted".to_owned(), pathway_table(catalog, program)));
    }
    sections.push(("Sources".to_owned(), source_table(catalog, program)));
    desk.text(gap)?;
    desk.sections(&sections)
}
