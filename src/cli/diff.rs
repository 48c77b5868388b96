//! `prospectus catalog diff`: what changed between two catalogues.

use std::path::Path;

use crate::catalog::import::is_foreign;
use crate::catalog::{Catalog, Difference};
use crate::export::{difference_json, difference_words};
use crate::sections;

use super::args::Format;
use super::failure::{Exit, Failure, not_loaded};
use super::kept;
use super::output::{self, Output, write_json};
use super::source;

pub(super) fn run(old: &Path, new: &Path, output: &Output) -> Result<Exit, Failure> {
    let (old, new) = (open(old, output)?, open(new, output)?);
    let shortlist = kept::programs(output)?;
    let (kept, others) = Difference::between(&old, &new).part(|program| shortlist.contains(program.id.as_str()));
    if old.corruption().is_found() || new.corruption().is_found() {
        return Err(output::damaged());
    }
    if output.format() == Format::Json {
        write_json(&difference_json(&old, &new, &kept, &others))?;
    } else {
        output.text(&difference_words(&kept, &others))?;
    }
    Ok(Exit::Fine)
}

fn open(path: &Path, output: &Output) -> Result<Catalog, Failure> {
    if is_foreign(path) {
        return source::open(path, output);
    }
    let opened = Catalog::open_either(path, sections::ALL);
    let opened = opened.map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    opened.notices.iter().for_each(|notice| output.say(notice));
    Ok(opened.catalog)
}
