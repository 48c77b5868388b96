//! `prospectus note`: shows or writes a note on a program or on the user, on a terminal in the user's editor.

use std::io::IsTerminal;

use crate::export::note_json;
use crate::files::{self, ReadError, whole_text};
use crate::keep::notebook::{Note as Noted, Profile};
use crate::lent::lend;
use crate::stream::stdin;

use super::args::Format;
use super::args::kept::Note;
use super::failure::{Exit, Failure};
use super::kept::{self, ProfileLog};
use super::output::{Output, variable, write_json};

/// The maximum length of a note, in bytes.
const MAX_BYTES: u64 = 1 << 20;

pub(super) fn run(words: &Note, output: &Output) -> Result<Exit, Failure> {
    output.only("note", &Format::OF_PAGE)?;
    let mut kept = ProfileLog::open(output)?;
    let profile = kept.profile();
    let program = words.id.as_deref().map(|id| kept::program_id(&*output.catalog()?, &profile, id)).transpose()?;
    let program = program.unwrap_or_default();
    let before = if program.is_empty() { profile.note.text() } else { profile.note_on(&program) };
    let text = match words.text.as_deref() {
        Some("-") => Some(typed()?),
        Some(text) => Some(text.to_owned()),
        None => edited(&before, output)?,
    };
    if let Some(text) = &text {
        kept.change(&[profile.set_note(&program, text)])?;
    }
    let after = kept.profile();
    let now = if program.is_empty() { after.note.text() } else { after.note_on(&program) };
    match output.format() {
        Format::Json => write_json(&note_json(&after, &program))?,
        _ if text.is_some() => output.text(&format!("{}\n", Noted::told(&named(&program, &after, output)?, &now)))?,
        _ if now.is_empty() => output.say("There is no note; `--text` writes one."),
        _ => output.text(&format!("{now}\n"))?,
    }
    Ok(Exit::Fine)
}

/// Returns the name of the object of the note: a program, or the person.
fn named(program: &str, profile: &Profile, output: &Output) -> Result<String, Failure> {
    if program.is_empty() {
        return Ok(profile.name.clone().unwrap_or_else(|| "the person".to_owned()));
    }
    let catalog = output.catalog()?;
    Ok(catalog.find(program).map_or_else(|| program.to_owned(), |ix| catalog.title_in_sentence(ix)))
}

/// The content of standard input.
fn typed() -> Result<String, Failure> {
    whole_text(stdin(), MAX_BYTES).map_err(|error| match error {
        ReadError::TooLong(_) => {
            Failure::refused(vec!["The note is longer than a megabyte, so it is not kept.".to_owned()])
        }
        error => Failure::failed(format!("The note in standard input {error}.")),
    })
}

/// Returns the text as edited in the user's editor; `None` if there is no terminal to edit on.
fn edited(before: &str, output: &Output) -> Result<Option<String>, Failure> {
    let has_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if !has_terminal || output.global().no_input || output.explicit_format().is_some() {
        return Ok(None);
    }
    let editor = files::editor_of(["VISUAL", "EDITOR"].map(variable));
    lend(|| files::edited(before, &editor)).map(Some).map_err(|error| Failure::failed(error.to_string()))
}
