//! `prospectus map`: programs by hours of work and months or price, in words and as a table.

use crate::catalog::ProgramIx;
use crate::export::{Sheet, map_json};
use crate::map::map;
use crate::page::{self, Block, Part};
use crate::search::Index;

use super::args::{Format, Map};
use super::failure::{Exit, Failure};
use super::filters;
use super::output::{Output, write_json};

pub(super) fn run(words: &Map, output: &Output) -> Result<Exit, Failure> {
    output.only("map", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let view = filters::view(&catalog, &words.filter)?;
    let hits = Index::new(&catalog).search(&catalog, &view);
    let programs: Vec<ProgramIx> = hits.iter().map(|hit| hit.program).collect();
    let drawn = map(&catalog, &programs, words.axis.into());
    if programs.is_empty() {
        output.say("No program matches.");
    }
    match output.format() {
        Format::Json => write_json(&map_json(&catalog, &drawn))?,
        Format::Csv => output.csv(&Sheet::from(&page::points(&catalog, &drawn)))?,
        _ => {
            let mut page = page::map(&catalog, &drawn, None);
            page.section(Part::Rest, "The place of each program", vec![Block::Table(page::points(&catalog, &drawn))]);
            output.page(page)?;
        }
    }
    Ok(Exit::Fine)
}
