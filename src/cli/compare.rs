//! `prospectus compare`: two to four programs side by side.

use crate::catalog::{Catalog, ProgramIx, printable};
use crate::compare::{Row, compare};
use crate::export::{comparison_json, comparison_sheet};
use crate::page::{self, Rows};
use crate::plan::PlanSettings;

use super::args::{Compare, Format};
use super::failure::{Exit, Failure};
use super::filters;
use super::output::{Output, write_json};

pub(super) fn run(words: &Compare, output: &Output) -> Result<Exit, Failure> {
    output.only("compare", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let programs = programs(&catalog, &words.ids)?;
    let mut comparison = compare(&catalog, &programs);
    let rows = comparison.rows.len();
    let differing = comparison.differing();
    if !words.all {
        comparison.rows.retain(Row::differs);
    }
    match output.format() {
        Format::Json => write_json(&comparison_json(&catalog, &comparison))?,
        Format::Csv => output.csv(&comparison_sheet(&catalog, &comparison))?,
        format => {
            let shown = if words.all { Rows::All } else { Rows::Differing };
            output.page(page::comparison(&catalog, &programs, &PlanSettings::new(output.today()), shown))?;
            if format == Format::Table {
                let hint = if words.all { "" } else { " `--all` prints the others too." };
                output.say(&format!("{differing} of {rows} rows differ.{hint}"));
            }
        }
    }
    Ok(Exit::Fine)
}

/// The programs of those ids, each once.
pub(super) fn programs(catalog: &Catalog, ids: &[String]) -> Result<Vec<ProgramIx>, Failure> {
    let mut programs: Vec<ProgramIx> = Vec::with_capacity(ids.len());
    for id in ids {
        let program = filters::program(catalog, id)?;
        if programs.contains(&program) {
            let id = printable(id);
            return Err(Failure::usage(format!("`{id}` is named twice. Name two to four different programs.")));
        }
        programs.push(program);
    }
    Ok(programs)
}
