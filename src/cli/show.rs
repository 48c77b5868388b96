//! `prospectus show`: everything on record about a program.

use crate::export::{claims_sheet, program_json};
use crate::page;
use crate::plan::PlanSettings;

use super::args::{Format, Show};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};
use super::filters;
use super::kept;

pub(super) fn run(words: &Show, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("show", &Format::OF_TABLE)?;
    let catalog = desk.catalog()?;
    let ix = filters::program(&catalog, &words.id)?;
    match desk.format() {
        Format::Json => write_json(&program_json(&catalog, catalog.program(ix)))?,
        Format::Csv => desk.csv(&claims_sheet(&catalog, catalog.program(ix)))?,
        format => {
            let settings = PlanSettings { finished: kept::finished(desk)?, ..PlanSettings::new(desk.today()) };
            desk.page(page::program(&catalog, ix, &settings))?;
            if format == Format::Table {
                desk.say("`--format csv` and `--json` list every claim about a fact.");
            }
        }
    }
    Ok(Exit::Fine)
}
