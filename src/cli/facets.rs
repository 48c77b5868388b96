//! `prospectus facets`: the values programs can be filtered by, with their counts.

use crate::export::{FacetCounts, facets_json, facets_table};
use crate::search::{Facet, Index};

use super::args::{Facets, Format};
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};
use super::filters;

pub(super) fn run(words: &Facets, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("facets", &Format::OF_TABLE)?;
    let catalog = desk.catalog()?;
    let view = filters::view(&catalog, &words.filter)?;
    let index = Index::new(&catalog);
    let count = index.search(&catalog, &view).hits.len();
    let facets: Vec<FacetCounts> =
        Facet::ALL.into_iter().map(|facet| (facet, index.facets(&catalog, &view, facet))).collect();
    if count == 0 {
        desk.say("No program matches.");
    }
    if desk.format() == Format::Json {
        write_json(&facets_json(&catalog, count, &facets))?;
    } else {
        let table = facets_table(&facets);
        desk.table(&table, || table.clone())?;
    }
    Ok(Exit::Fine)
}
