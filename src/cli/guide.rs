//! `prospectus guide`: the kinds of credential side by side.

use crate::export::guide_json;
use crate::guide::{Guide, measure};
use crate::page;

use super::args::Format;
use super::failure::{Exit, Failure};
use super::output::{Output, write_json};

pub(super) fn run(output: &Output) -> Result<Exit, Failure> {
    output.only("guide", &Format::OF_PAGE)?;
    let catalog = output.catalog()?;
    let guide = Guide::embedded();
    let measured = measure(&catalog);
    if output.format() == Format::Json {
        write_json(&guide_json(&catalog, &guide, &measured))?;
    } else {
        output.page(page::guide(&catalog, &guide, &measured))?;
    }
    Ok(Exit::Fine)
}
