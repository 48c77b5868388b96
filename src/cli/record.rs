//! `prospectus record`: kept decisions. Replaying one gives the same bytes, or names the input that differs.

use std::path::Path;

use serde_json::Value;

use crate::advise::Adviser;
use crate::english::by_count;
use crate::export::kept::{self, decision_json, decision_page, decisions_json, decisions_table};
use crate::keep::log;
use crate::keep::notebook::{Note, Record as Decision};
use crate::numbers;

use super::args::kept::{Record, RecordAction};
use super::args::{Asked, Format, Questions};
use super::asked::{Advisory, questionnaire};
use super::failure::{Exit, Failure};
use super::input::{source_name, source_text};
use super::kept::ProfileLog;
use super::output::{Output, write_json};

/// The maximum size of a file of a decision, in bytes.
const MAX_BYTES: u64 = 16 << 20;

pub(super) fn run(words: &Record, output: &Output) -> Result<Exit, Failure> {
    match &words.action {
        None | Some(RecordAction::List) => list(output),
        Some(RecordAction::Keep { asked, note }) => keep(asked, note.as_deref(), output),
        Some(RecordAction::Show { number }) => show(*number as usize, output),
        Some(RecordAction::Replay { file }) => replay(file, output),
    }
}

fn list(output: &Output) -> Result<Exit, Failure> {
    output.only("record", &Format::OF_TABLE)?;
    let notebook = ProfileLog::open(output)?.notebook();
    if output.format() == Format::Json {
        write_json(&decisions_json(&*output.catalog()?, &notebook))?;
    } else if notebook.records.is_empty() {
        output.say("No decision is kept; `prospectus record keep --answers FILE` keeps one.");
    } else {
        let table = decisions_table(&notebook);
        output.table(table)?;
    }
    Ok(Exit::Fine)
}

fn keep(asked: &Asked, note: Option<&str>, output: &Output) -> Result<Exit, Failure> {
    output.only("record", &Format::OF_PAGE)?;
    let advisory = Advisory::new(&asked.running, output)?;
    let answers = advisory.answers(asked, output)?;
    let advice = advisory.advise(&answers);
    let mut document = decision_json(&advisory.catalog, &advisory.adviser, &advice);
    let mut kept = ProfileLog::open(output)?;
    document.insert("profile".to_owned(), kept.profile().id.into());
    let id = log::random_name();
    let notebook = kept.notebook();
    let mut changes = vec![notebook.keep_record(&id, Value::Object(document))];
    changes.extend(note.map(|note| notebook.note_record(&id, note)));
    kept.change(&changes)?;
    let number = kept.notebook().records.iter().position(|record| record.id == id).map_or(0, |place| place + 1);
    if output.format() == Format::Json {
        return show(number, output);
    }
    output.text(&format!("Kept as number {number}; `prospectus record show {number}` prints it.\n"))?;
    Ok(Exit::Fine)
}

fn show(number: usize, output: &Output) -> Result<Exit, Failure> {
    output.only("record show", &Format::OF_PAGE)?;
    let record = numbered(number, output)?;
    if output.format() == Format::Json {
        write_json(&record.document)?;
    } else {
        output.page(decision_page(&record))?;
    }
    Ok(Exit::Fine)
}

fn numbered(number: usize, output: &Output) -> Result<Decision, Failure> {
    let mut records = ProfileLog::open(output)?.notebook().records;
    let count = records.len();
    if (1..=count).contains(&number) {
        return Ok(records.swap_remove(number - 1));
    }
    Err(Failure::usage(format!(
        "There is no decision number {number}; {count} {are} kept, which `prospectus record list` shows.",
        are = by_count(count, "is", "are"),
    )))
}

fn replay(file: &Path, output: &Output) -> Result<Exit, Failure> {
    output.only("record replay", &Format::OF_PAGE)?;
    let record = read(file, output)?;
    let catalog = output.catalog()?;
    let adviser = Adviser::new(&catalog, questionnaire(&Questions { questionnaire: None })?);
    let again = kept::replay(&catalog, &adviser, &record.document);
    let again = again.map_err(|error| Failure::refused(vec![error.to_string()]))?;
    let is_same = again.differences.is_empty();
    if output.format() == Format::Json {
        write_json(&again.document["result"])?;
    } else if is_same {
        output.text("The same result, byte for byte.\n")?;
    }
    if is_same { Ok(Exit::Fine) } else { Err(Failure::Told(Exit::Failed, again.differences)) }
}

/// Returns the decision from a file, from standard input, or by its number in the log.
fn read(file: &Path, output: &Output) -> Result<Decision, Failure> {
    let name = file.to_string_lossy().into_owned();
    if let (Some(number), false) = (numbers::whole(&name), file.exists()) {
        return numbered(number, output);
    }
    let text = source_text(file, MAX_BYTES)
        .map_err(|error| Failure::failed(format!("The decision in {} {error}.", source_name(file))))?;
    let document: Value = serde_json::from_str(&text).unwrap_or_default();
    if document["decision"] != 1 {
        return Err(Failure::refused(vec![format!(
            "{} holds no decision; `prospectus record show N --json` prints one.",
            source_name(file)
        )]));
    }
    Ok(Decision { id: String::new(), profile: String::new(), document, note: Note::default() })
}
