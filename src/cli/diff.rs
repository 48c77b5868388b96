//! `prospectus catalog diff`: what changed between two catalogues.

use std::path::Path;

use crate::catalog::{Catalog, Difference};
use crate::export::{difference_json, difference_words};
use crate::sections;

use super::args::Format;
use super::desk::{self, Desk, write_json};
use super::failure::{Exit, Failure, not_loaded};

pub(super) fn run(old: &Path, new: &Path, desk: &Desk) -> Result<Exit, Failure> {
    let (old, new) = (open(old, desk)?, open(new, desk)?);
    let difference = Difference::between(&old, &new);
    if old.damage().is_found() || new.damage().is_found() {
        return Err(desk::damaged());
    }
    if desk.format() == Format::Json {
        write_json(&difference_json(&old, &new, &difference))?;
    } else {
        desk.text(&difference_words(&difference))?;
    }
    Ok(Exit::Fine)
}

fn open(path: &Path, desk: &Desk) -> Result<Catalog, Failure> {
    let opened = Catalog::open_either(path, sections::ALL);
    let opened = opened.map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    opened.notices.iter().for_each(|notice| desk.say(notice));
    Ok(opened.catalog)
}
