//! `prospectus advise`: the questionnaire at a prompt, line by line, for use without a full screen.
//!
//! Questions go to standard error and the result to standard output, so that the result can be redirected alone. If
//! the file for the answers cannot be written, the command fails before the first question; the result is printed
//! even if saving fails later.

use std::path::Path;

use crate::advise::Answers;
use crate::catalog::printable;
use crate::export::json_text;
use crate::files::{Pending, WriteError, WriteTarget};
use crate::stream::{next_line, stdin};

use super::args::{Advise, Format};
use super::asked::Advisory;
use super::failure::{Exit, Failure, shown};
use super::interview::{self, Interview};
use super::kept::ProfileLog;
use super::output::Output;

pub(super) fn run(words: &Advise, output: &Output) -> Result<Exit, Failure> {
    output.only("advise", &Format::OF_PAGE)?;
    if output.global().no_input {
        return Err(Failure::usage(
            "`advise` asks questions, and `--no-input` forbids that. `recommend` reads answers.",
        ));
    }
    let place = words.save.as_deref().map(|path| place(path, words)).transpose()?;
    let kept = kept(output)?;
    let advisory = Advisory::new(&words.running, output)?;
    let mut lines = stdin();
    let mut interview = Interview::new(&advisory);
    let mut listen = || next_line(&mut lines).map_err(|error| Failure::input(&error));
    let is_done = interview.hold(&mut listen, &mut |line| output.say(line))?;
    if is_done == interview::End::Left {
        output.say("Nothing was recommended.");
        return Ok(Exit::Fine);
    }
    let answers = interview.into_answers();
    let saved = words.save.as_deref().zip(place).map(|(path, place)| save(path, place, &answers, output));
    let saved = saved.transpose().and_then(|_| kept.map(|kept| keep(kept, &answers, output)).transpose());
    let advice = advisory.advise(&answers);
    let exit = advisory.print(&advice, words.explain, output)?;
    saved.map(|_| exit)
}

/// Returns the kept data of the profile in use, if it was requested or has a name. Answers without a name are kept only
/// in a file.
fn kept(output: &Output) -> Result<Option<ProfileLog>, Failure> {
    match ProfileLog::open(output) {
        Ok(kept) => Ok(Some(kept).filter(|kept| output.global().profile.is_some() || kept.profile().name.is_some())),
        Err(failure) if output.global().profile.is_some() => Err(failure),
        Err(_) => Ok(None),
    }
}

/// Opens the file for the answers now, to check that it is writable.
fn place(path: &Path, words: &Advise) -> Result<Pending, Failure> {
    let place = WriteTarget::at(path).private().of_kind(Answers::measure).existing(words.force.into());
    place.open().map_err(|error| not_saved(path, &error))
}

fn save(path: &Path, place: Pending, answers: &Answers, output: &Output) -> Result<(), Failure> {
    place.write(json_text(&answers.to_json()).as_bytes()).map_err(|error| not_saved(path, &error))?;
    output.say(&format!("The answers are kept in {}.", shown(path)));
    Ok(())
}

/// Keeps the answers in the named profile.
fn keep(mut kept: ProfileLog, answers: &Answers, output: &Output) -> Result<(), Failure> {
    let profile = kept.profile();
    let serde_json::Value::Object(answers) = answers.to_json() else { return Ok(()) };
    kept.change(&profile.set_answers(&answers))?;
    output.say(&format!("The answers are kept for {}.", printable(profile.title())));
    Ok(())
}

fn not_saved(path: &Path, error: &WriteError) -> Failure {
    Failure::not_written("The answers are not saved", path, error)
}
