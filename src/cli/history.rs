//! `prospectus history` and `prospectus undo`: all changes to kept data, across sessions.

use serde_json::{Value, json};

use crate::export::{history_json, history_table};
use crate::keep::notebook;

use super::args::Format;
use super::args::kept::History;
use super::failure::{Exit, Failure};
use super::kept::ProfileLog;
use super::output::{Output, write_json};

pub(super) fn run(words: &History, output: &Output) -> Result<Exit, Failure> {
    output.only("history", &Format::OF_TABLE)?;
    let kept = ProfileLog::open(output)?;
    let catalog = output.catalog()?;
    let mut acts = notebook::history(kept.log().state(), &kept.notebook(), &catalog);
    let count = acts.len();
    acts.truncate(words.limit.map_or(usize::MAX, |limit| limit as usize));
    if output.format() == Format::Json {
        write_json(&history_json(&acts))?;
    } else if count == 0 {
        output.say("Nothing has been kept or changed yet.");
    } else if acts.is_empty() {
        output.say(&format!("There are {count} changes; none is listed."));
    } else {
        let table = history_table(&acts);
        output.table(table)?;
    }
    Ok(Exit::Fine)
}

/// Undoes the last change.
pub(super) fn undo(output: &Output) -> Result<Exit, Failure> {
    output.only("undo", &Format::OF_PAGE)?;
    let mut kept = ProfileLog::open(output)?;
    let catalog = output.catalog()?;
    let last = notebook::undo(kept.log().state(), &kept.notebook(), &catalog);
    let Some((act, changes, what)) = last else {
        output.say("There is nothing to undo.");
        return if output.format() == Format::Json { json_of(&Value::Null) } else { Ok(Exit::Fine) };
    };
    kept.act(&changes, Some(&act))?;
    if output.format() == Format::Json {
        return json_of(&json!({"id": act, "what": what}));
    }
    output.text(&format!("Undone: {what}\n"))?;
    Ok(Exit::Fine)
}

fn json_of(undone: &Value) -> Result<Exit, Failure> {
    write_json(&json!({"undone": undone})).map(|()| Exit::Fine)
}
