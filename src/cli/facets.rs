//! `prospectus facets`: the values that programs can be filtered by, with their counts.

use crate::export::facets_json;
use crate::page;
use crate::search::Index;

use super::args::{Facets, Format};
use super::failure::{Exit, Failure};
use super::filters;
use super::output::{Output, write_json};

pub(super) fn run(words: &Facets, output: &Output) -> Result<Exit, Failure> {
    output.only("facets", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let view = filters::view(&catalog, &words.filter)?;
    let found = Index::new(&catalog).find(&catalog, &view);
    let count = found.hits.len();
    if count == 0 {
        output.say("No program matches.");
    }
    if output.format() == Format::Json {
        write_json(&facets_json(&catalog, count, found.facets()))?;
    } else {
        let table = page::facets(found.facets());
        output.table(table)?;
    }
    Ok(Exit::Fine)
}
