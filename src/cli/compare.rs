//! `prospectus compare`: two to four programs side by side.

use crate::catalog::{Catalog, ProgramIx, printable};
use crate::compare::{Comparison, compare};
use crate::export::{MARKS, comparison_json, comparison_sheet, comparison_table, comparison_words};

use super::args::{Compare, Format};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};
use super::filters;

pub(super) fn run(words: &Compare, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("compare", &Format::OF_TABLE)?;
    let catalog = desk.catalog()?;
    let programs = programs(&catalog, &words.ids)?;
    let mut comparison = compare(&catalog, &programs);
    let rows = comparison.rows.len();
    let differing = comparison.differing();
    if !words.all {
        comparison.rows.retain(|row| row.differs);
    }
    print(&catalog, &comparison, desk)?;
    if desk.format() == Format::Table {
        let hint = if words.all { "" } else { " `--all` prints the others too." };
        desk.say(&format!("{differing} of {rows} rows differ.{hint} {MARKS}."));
    }
    Ok(Exit::Fine)
}

fn print(catalog: &Catalog, comparison: &Comparison<'_>, desk: &Desk) -> Result<(), Failure> {
    if desk.format() == Format::Json {
        return write_json(&comparison_json(catalog, comparison));
    }
    let table = comparison_table(catalog, comparison, desk.wording());
    let has_room = desk.format() != Format::Table || desk.fits(&table);
    if desk.format() == Format::Plain || !has_room {
        return desk.text(&comparison_words(catalog, comparison));
    }
    desk.table(&table, || comparison_sheet(catalog, comparison))
}

fn programs(catalog: &Catalog, ids: &[String]) -> Result<Vec<ProgramIx>, Failure> {
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
