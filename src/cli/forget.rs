//! `prospectus forget`: deletes all kept data on this computer and lists what was deleted. It asks for confirmation, on
//! a terminal or as a piped `yes`. Copies elsewhere cannot be deleted, and the output says so.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::catalog::printable;
use crate::files::{Deleted, delete_all};
use crate::keep::Store;
use crate::keep::log::Log;
use crate::keep::notebook::{Profile, forget_profile};
use crate::stream::{next_line, stdin};

use super::args::Format;
use super::args::kept::Forget;
use super::failure::{Exit, Failure, shown};
use super::kept::{self, ProfileLog};
use super::output::{Output, write_json};
use super::{settings, source};

const ELSEWHERE: &str = "Copies that you made elsewhere are not deleted.";

pub(super) fn run(words: &Forget, output: &Output) -> Result<Exit, Failure> {
    output.only("forget", &Format::OF_PAGE)?;
    let store = settings::store();
    let log = kept::folder();
    // Leftovers of interrupted writes hold no user data, so they need no confirmation.
    store.iter().for_each(Store::sweep);
    let copies = source::copies();
    let mut files = Vec::new();
    for folder in log.iter().chain(&copies) {
        files.extend(own_files(folder).map_err(|error| unreadable(folder, &error))?);
    }
    if let Some(store) = &store {
        files.extend(store.own_files().map_err(|error| unreadable(&store.path(), &error))?);
    }
    if files.is_empty() {
        return nothing(output);
    }
    confirm("Everything that is kept on this computer will be deleted.", words.yes, output)?;
    let mut deleted = Deleted::default();
    if let Some(store) = store {
        deleted.append(store.forget().unwrap_or_else(|error| Deleted::nothing_of(&store.path(), error)));
    }
    if let Some(log) = log {
        deleted.append(Log::delete(log.clone()).unwrap_or_else(|error| Deleted::nothing_of(&log, error)));
    }
    if let Some(folder) = &copies {
        let files = own_files(folder).map(delete_all);
        deleted.append(files.unwrap_or_else(|error| Deleted::nothing_of(folder, error)));
    }
    tell(&deleted, output)
}

/// Deletes a profile from the files on this computer.
pub(super) fn profile(
    kept: &mut ProfileLog,
    profile: &Profile,
    is_sure: bool,
    output: &Output,
) -> Result<Exit, Failure> {
    let name = printable(profile.title()).into_owned();
    confirm(&format!("Everything that is kept for {name} will be deleted."), is_sure, output)?;
    let folder = kept.log().path().to_owned();
    let deleted = forget_profile(kept.log_mut(), &profile.id);
    tell(&deleted.unwrap_or_else(|error| Deleted::nothing_of(&folder, error)), output)
}

fn own_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.map(|entry| entry.map(|entry| entry.path())).collect(),
    }
}

fn nothing(output: &Output) -> Result<Exit, Failure> {
    if output.format() == Format::Json {
        write_json(&forgotten_json(&Deleted::default()))?;
    } else {
        output.text("Nothing was kept.\n")?;
    }
    Ok(Exit::Fine)
}

/// Reports what was deleted, and what was not and why.
fn tell(deleted: &Deleted, output: &Output) -> Result<Exit, Failure> {
    if output.format() == Format::Json {
        write_json(&forgotten_json(deleted))?;
    } else {
        let line = |verb: &str, path: &PathBuf| format!("{verb} {}.\n", shown(path));
        let gone = deleted.gone.iter().map(|path| line("Deleted", path));
        let rewritten = deleted.rewritten.iter().map(|path| line("Rewritten", path));
        output.text(&gone.chain(rewritten).collect::<String>())?;
    }
    if !deleted.left.is_empty() {
        return Err(Failure::Told(Exit::Failed, remains(deleted)));
    }
    output.say(ELSEWHERE);
    Ok(Exit::Fine)
}

/// Returns sentences about what could not be deleted.
fn remains(deleted: &Deleted) -> Vec<String> {
    let is_nothing = deleted.gone.is_empty() && deleted.rewritten.is_empty();
    let first = if is_nothing { "Nothing was deleted." } else { "Not everything was deleted." };
    let left = deleted.left.iter().map(|(path, error)| format!("{} cannot be deleted: {error}.", shown(path)));
    std::iter::once(first.to_owned()).chain(left).collect()
}

fn forgotten_json(deleted: &Deleted) -> Value {
    let names = |paths: &[PathBuf]| paths.iter().map(|path| path.to_string_lossy().into_owned()).collect::<Vec<_>>();
    let left = deleted.left.iter().map(|(path, error)| json!({"file": path, "reason": error.to_string()}));
    json!({
        "deleted": names(&deleted.gone),
        "rewritten": names(&deleted.rewritten),
        "left": left.collect::<Vec<_>>(),
    })
}

/// Returns the failure for a folder that cannot be listed, so that nothing in it was deleted.
fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    Failure::failed(format!("{} cannot be read: {error}. Nothing was deleted.", shown(folder)))
}

/// Asks for confirmation, unless `--yes` was given.
fn confirm(what: &str, is_sure: bool, output: &Output) -> Result<(), Failure> {
    if is_sure {
        return Ok(());
    }
    if output.global().no_input {
        return Err(Failure::usage(format!("{what} `--no-input` forbids asking; `--yes` goes on without asking.")));
    }
    if std::io::stdin().is_terminal() {
        output.say(&format!("{what} Type `yes` to go on."));
    }
    let line = next_line(&mut stdin());
    let line = line.map_err(|error| Failure::failed(format!("The answer cannot be read: {error}.")))?;
    if line.unwrap_or_default().trim().eq_ignore_ascii_case("yes") {
        return Ok(());
    }
    Err(Failure::usage("Nothing was deleted: type `yes`, or give `--yes`."))
}
