//! `prospectus guide`: the kinds of credential side by side.

use crate::export::guide_json;
use crate::guide::{Guide, measure};
use crate::page;

use super::args::Format;
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};

pub(super) fn run(desk: &Desk) -> Result<Exit, Failure> {
    desk.only("guide", &Format::OF_PAGE)?;
    let catalog = desk.catalog()?;
    let guide = Guide::embedded();
    let measured = measure(&catalog);
    if desk.format() == Format::Json {
        write_json(&guide_json(&catalog, &guide, &measured))?;
    } else {
        desk.page(page::guide(&catalog, &guide, &measured))?;
    }
    Ok(Exit::Fine)
}
