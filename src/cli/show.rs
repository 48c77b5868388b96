//! `prospectus show`: everything on record about a program.

use crate::export::{claims_table, facts_table, program_json, program_sheets, program_words};
use crate::plan::{left_of, words};

use super::args::{Format, Show};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};
use super::filters;
use super::kept;

pub(super) fn run(words: &Show, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("show", &Format::OF_TABLE)?;
    let catalog = desk.catalog()?;
    let program = catalog.program(filters::program(&catalog, &words.id)?);
    match desk.format() {
        Format::Json => write_json(&program_json(&catalog, program))?,
        Format::Csv => desk.csv(&claims_table(&catalog, program))?,
        Format::Plain => desk.text(&program_words(&catalog, program))?,
        _ => {
            desk.sections(&[(program.title.to_string(), facts_table(&catalog, program))])?;
            if let Some(left) = left_of(&catalog, program, &kept::finished(desk)?) {
                desk.text(&format!("\nLeft for you: {}.\n", words::left(&left)))?;
            }
            desk.text("\n")?;
            desk.page(&program_sheets(&catalog, program))?;
            desk.say("Others: further claims about the same fact; `--format csv` and `--json` list every one.");
        }
    }
    Ok(Exit::Fine)
}
