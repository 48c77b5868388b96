//! `prospectus forget`: deletes all kept data on this computer and lists what was deleted. It asks for confirmation, on
//! a terminal or as a piped `yes`. Copies elsewhere cannot be deleted, and the output says so.

use std::io::{self, BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::catalog::printable;
use crate::files::{Deleted, delete_all};
use crate::keep::Store;
use crate::keep::log::Log;
use crate::keep::notebook::{Profile, forget_profile};

use super::args::Format;
use super::args::kept::Forget;
use super::failure::{Exit, Failure};
use super::kept::{self, ProfileLog};
use super::output::{Output, write_json};
use super::{settings, source};

const ELSEWHERE: &str = "Copies that you made elsewhere are not deleted.";

pub(super) fn run(words: &Forget, output: &Output) -> Result<Exit, Failure> {
    output.only("forget", &Format::OF_PAGE)?;
    let store = settings::store();
    let log = kept::folder();
    // Remains of interrupted writes hold no user data, so they need no confirmation.
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
        deleted.append(store.forget().map_err(|error| unreadable(&store.path(), &error))?);
    }
    if let Some(log) = log {
        deleted.append(Log::delete(log.clone()).map_err(|error| unreadable(&log, &error))?);
    }
    if let Some(folder) = &copies {
        deleted.append(delete_all(own_files(folder).map_err(|error| unreadable(folder, &error))?));
    }
    tell(&deleted.gone, &[], output)?;
    let left: Vec<String> = deleted.left.iter().map(|(path, error)| cannot(path, error)).collect();
    if left.is_empty() { Ok(Exit::Fine) } else { Err(Failure::Told(Exit::Failed, left)) }
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
    let changed =
        forget_profile(kept.log_mut(), &profile.id).map_err(|error| Failure::failed(cannot(&folder, &error)))?;
    let (gone, rewritten): (Vec<PathBuf>, Vec<PathBuf>) = changed.into_iter().partition(|path| !path.exists());
    tell(&gone, &rewritten, output)
}

fn own_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.map(|entry| entry.map(|entry| entry.path())).collect(),
    }
}

fn nothing(output: &Output) -> Result<Exit, Failure> {
    if output.format() == Format::Json {
        write_json(&json!({"deleted": [], "rewritten": []}))?;
    } else {
        output.text("Nothing was kept.\n")?;
    }
    Ok(Exit::Fine)
}

fn tell(gone: &[PathBuf], rewritten: &[PathBuf], output: &Output) -> Result<Exit, Failure> {
    if output.format() == Format::Json {
        let names =
            |paths: &[PathBuf]| paths.iter().map(|path| path.to_string_lossy().into_owned()).collect::<Vec<_>>();
        write_json(&json!({"deleted": names(gone), "rewritten": names(rewritten)}))?;
    } else {
        let line = |verb: &str, path: &PathBuf| format!("{verb} {}.\n", printable(&path.to_string_lossy()));
        let gone = gone.iter().map(|path| line("Deleted", path));
        output.text(&gone.chain(rewritten.iter().map(|path| line("Rewritten", path))).collect::<String>())?;
    }
    output.say(ELSEWHERE);
    Ok(Exit::Fine)
}

fn cannot(path: &Path, error: &io::Error) -> String {
    format!("{} cannot be deleted: {error}.", printable(&path.to_string_lossy()))
}

fn unreadable(folder: &Path, error: &io::Error) -> Failure {
    let folder = printable(&folder.to_string_lossy()).into_owned();
    Failure::failed(format!("{folder} cannot be read: {error}. Nothing was deleted."))
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
    let mut line = String::new();
    crate::stream::stdin()
        .read_line(&mut line)
        .map_err(|error| Failure::failed(format!("The answer cannot be read: {error}.")))?;
    if line.trim().eq_ignore_ascii_case("yes") {
        return Ok(());
    }
    Err(Failure::usage("Nothing was deleted: type `yes`, or give `--yes`."))
}
