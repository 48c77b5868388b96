//! `prospectus show`: everything on record about a program.

use crate::catalog::{Catalog, Program};
use crate::export::{
    Wording, claims_table, course_table, facts_table, page_of_facts, pathway_table, program_json, source_table,
};

use super::args::{Format, Show};
use super::desk::{Desk, write, write_json};
use super::failure::{Exit, Failure};
use super::filters;

pub(super) fn run(words: &Show, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("show", &Format::OF_TABLE)?;
    let catalog = desk.catalog()?;
    let program = catalog.program(filters::program(&catalog, &words.id)?);
    match desk.format() {
        Format::Json => write_json(&program_json(&catalog, program))?,
        Format::Csv => write(claims_table(&catalog, program).csv().as_bytes())?,
        Format::Plain => {
            desk.text(&facts_in_words(&catalog, program))?;
            rest(desk, &catalog, program)?;
        }
        _ => {
            desk.sections(&[(program.title.to_string(), facts_table(&catalog, program))])?;
            rest(desk, &catalog, program)?;
            desk.say("Others: further claims about the same fact; `--format csv` and `--json` list every one.");
        }
    }
    Ok(Exit::Fine)
}

fn facts_in_words(catalog: &Catalog, program: &Program) -> String {
    let mut lines = vec![program.title.to_string(), format!("Id: {}", program.id)];
    for (key, cell) in page_of_facts(catalog, program) {
        let origin = cell.origin.map_or_else(String::new, |origin| {
            let date = if origin.as_of.starts_with("undated") { "" } else { "as of " };
            let note = origin.note.map_or_else(String::new, |note| format!("; {note}"));
            format!("; source {}, {date}{}{note}", catalog.source(origin.source).id, origin.as_of)
        });
        lines.push(format!("{}: {}{origin}", key.label(), Wording::Spoken.of(&cell)));
    }
    lines.join("\n") + "\n"
}

/// What follows the facts: courses, pathways, sources, those of them that are on record.
fn rest(desk: &Desk, catalog: &Catalog, program: &Program) -> Result<(), Failure> {
    let mut sections = Vec::new();
    if !program.course_list.is_empty() {
        sections.push(("Courses".to_owned(), course_table(catalog, program)));
    }
    if !program.pathways.is_empty() {
        sections.push(("Where it may count, if admitted".to_owned(), pathway_table(catalog, program)));
    }
    sections.push(("Sources".to_owned(), source_table(catalog, program)));
    desk.text("\n")?;
    desk.sections(&sections)
}
