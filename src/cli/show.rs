//! `prospectus show`: everything on record about a program.

use crate::compare::similar;
use crate::export::{claims_sheet, program_json};
use crate::page;
use crate::plan::PlanSettings;

use super::args::{Format, Show};
use super::failure::{Exit, Failure};
use super::filters;
use super::kept;
use super::output::{Output, write_json};

pub(super) fn run(words: &Show, output: &Output) -> Result<Exit, Failure> {
    output.only("show", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let ix = filters::program(&catalog, &words.id)?;
    match output.format() {
        Format::Json => write_json(&program_json(&catalog, catalog.program(ix)))?,
        Format::Csv => output.csv(&claims_sheet(&catalog, catalog.program(ix)))?,
        format => {
            let (finished, note) = kept::about(output, &catalog.program(ix).id)?;
            let settings = PlanSettings { finished, ..PlanSettings::new(output.today()) };
            let page = page::program(&catalog, ix, &settings, &note);
            output.page(page::with_similar(page, &catalog, &similar(&catalog, ix)))?;
            if format == Format::Table {
                output.say("`--format csv` and `--json` list every claim about a fact.");
            }
        }
    }
    Ok(Exit::Fine)
}
