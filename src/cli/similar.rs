//! `prospectus similar`: the programs that share courses or topics with a given one.

use crate::compare::similar;
use crate::export::{similar_json, similar_table};

use super::args::{Format, Similar};
use super::failure::{Exit, Failure};
use super::filters;
use super::output::{Output, write_json};

pub(super) fn run(words: &Similar, output: &Output) -> Result<Exit, Failure> {
    output.only("similar", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let program = filters::program(&catalog, &words.id)?;
    let found = similar(&catalog, program);
    let shown = &found[..words.limit.map_or(found.len(), |limit| limit as usize).min(found.len())];
    if found.is_empty() {
        output.say("No program on record shares a course with it, or is about one of its topics.");
    }
    if output.format() == Format::Json {
        write_json(&similar_json(&catalog, program, found.len(), shown))?;
    } else if !found.is_empty() {
        let table = similar_table(&catalog, shown);
        output.table(table)?;
        if output.format() == Format::Table && shown.len() < found.len() {
            output.say(&format!(
                "{} of {} programs; `--limit {}` lists them all.",
                shown.len(),
                found.len(),
                found.len()
            ));
        }
    }
    Ok(Exit::Fine)
}
