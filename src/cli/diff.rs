//! `prospectus catalog diff`: what changed between two catalogues.

use std::path::Path;

use crate::catalog::Difference;
use crate::export::{difference_json, difference_words};

use super::args::Format;
use super::failure::{Exit, Failure};
use super::kept;
use super::output::{self, Output, write_json};
use super::source;

pub(super) fn run(old: &Path, new: &Path, output: &Output) -> Result<Exit, Failure> {
    let open = |path| source::at(path, &|notice| output.say(notice));
    let (old, new) = (open(old)?, open(new)?);
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
