//! `prospectus profile`: which profile's answers, shortlist, notes and finished courses are in use.

use crate::catalog::{has_unsafe_char, printable};
use crate::export::{profiles_json, profiles_table};
use crate::keep::log::{self, Change};
use crate::keep::notebook::{FIRST, Notebook, Profile as Person};

use super::args::Format;
use super::args::kept::{Profile, ProfileAction};
use super::failure::{Exit, Failure};
use super::forget;
use super::kept::{ProfileLog, no_profile};
use super::output::{Output, write_json};

pub(super) fn run(words: &Profile, output: &Output) -> Result<Exit, Failure> {
    output.only("profile", &Format::OF_TABLE)?;
    let mut kept = ProfileLog::open(output)?;
    let notebook = kept.notebook();
    let said = match words.action.as_ref() {
        None | Some(ProfileAction::List) => None,
        Some(ProfileAction::Forget { name, yes }) => {
            return forget::profile(&mut kept, named(&notebook, name)?, *yes, output);
        }
        Some(action) => {
            let (changes, said) = changes(action, &notebook)?;
            kept.change(&changes)?;
            Some(said)
        }
    };
    match said {
        Some(said) if output.format() != Format::Json => output.text(&said)?,
        _ => print(&kept.notebook(), output)?,
    }
    Ok(Exit::Fine)
}

fn changes(action: &ProfileAction, notebook: &Notebook) -> Result<(Vec<Change>, String), Failure> {
    Ok(match action {
        ProfileAction::New { name } => {
            let name = free(notebook, name)?;
            (
                notebook.new_profile(&log::random_name(), name),
                format!("{} is in use; nothing is kept yet.\n", printable(name)),
            )
        }
        ProfileAction::Use { name } => {
            let name = name.as_deref().unwrap_or("#first");
            let profile = named(notebook, name)?;
            (vec![notebook.switch(&profile.id)], format!("In use: {}.\n", printable(profile.title())))
        }
        ProfileAction::Rename { from, to } => {
            let profile = named(notebook, from)?;
            (vec![profile.rename(free(notebook, to)?)], format!("The profile is called {} now.\n", printable(to)))
        }
        ProfileAction::Copy { from, to } => {
            let profile = named(notebook, from)?;
            let changes = profile.copy(notebook, &log::random_name(), free(notebook, to)?);
            (changes, format!("{} is in use, with everything of {}.\n", printable(to), printable(profile.title())))
        }
        ProfileAction::List | ProfileAction::Forget { .. } => (Vec::new(), String::new()),
    })
}

fn named<'n>(notebook: &'n Notebook, name: &str) -> Result<&'n Person, Failure> {
    notebook.named(name).map_err(|error| no_profile(&error))
}

/// Returns the name if it can be typed again and is not taken.
fn free<'n>(notebook: &Notebook, name: &'n str) -> Result<&'n str, Failure> {
    let name = name.trim();
    if !name.chars().any(char::is_alphanumeric) || name.starts_with(['#', '-']) || has_unsafe_char(name) {
        return Err(Failure::usage(
            "A name is one line of text with a letter or a digit, and does not begin with `#` or `-`.",
        ));
    }
    if notebook.profiles.iter().any(|profile| profile.name.as_deref() == Some(name)) {
        return Err(Failure::usage(format!(
            "A profile is already called `{name}`; `prospectus profile use {name}` uses it."
        )));
    }
    Ok(name)
}

fn print(notebook: &Notebook, output: &Output) -> Result<(), Failure> {
    if output.format() == Format::Json {
        return write_json(&profiles_json(notebook));
    }
    if notebook.profiles.len() == 1 && notebook.profile(FIRST).is_some_and(Person::is_empty) {
        output.say("No profile has a name yet; `prospectus profile new NAME` makes one.");
    }
    let table = profiles_table(notebook);
    output.table(table)
}
