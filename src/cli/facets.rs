//! `prospectus facets`: the values programs can be filtered by, with their counts.

use crate::export::facets_json;
use crate::page;
use crate::search::Index;

use super::args::{Facets, Format};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};
use super::filters;

pub(super) fn run(words: &Facets, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("facets", &Format::OF_TABLE)?;
    let catalog = desk.catalog()?;
    let view = filters::view(&catalog, &words.filter)?;
    let found = Index::new(&catalog).find(&catalog, &view);
    let count = found.hits.len();
    if count == 0 {
        desk.say("No program matches.");
    }
    if desk.format() == Format::Json {
        write_json(&facets_json(&catalog, count, &found.facets))?;
    } else {
        let table = page::facets(&found.facets);
        desk.table(table)?;
    }
    Ok(Exit::Fine)
}
