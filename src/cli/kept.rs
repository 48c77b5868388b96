//! Shared code of the commands about kept data: the log, the profile in use, and the clock. A change is on disk before
//! its command reports it; if it cannot be written, the command fails with the reason.

use std::collections::BTreeSet;
use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};
use jiff::Timestamp;

use crate::catalog::{Catalog, ProgramIx};
use crate::keep::log::{Change, Log};
use crate::keep::notebook::{NoProfile, Notebook, Profile};

use super::failure::{Exit, Failure};
use super::filters;
use super::output::Output;
use crate::names::quoted;

/// Returns the folder of the log on this system; `None` if the system names no home folder.
pub(super) fn folder() -> Option<PathBuf> {
    let places = choose_base_strategy().ok()?;
    Some(places.data_dir().join("prospectus").join("kept"))
}

/// The log, and the id of the profile that the command is for.
pub(super) struct ProfileLog {
    log: Log,
    profile: String,
}

impl ProfileLog {
    /// Opens the log on this computer, for the requested profile or else the current one.
    pub(super) fn open(output: &Output) -> Result<Self, Failure> {
        let folder = folder()
            .ok_or_else(|| Failure::failed("Nothing can be kept: this system names no home folder to keep it in."))?;
        let (log, told) = Log::open(folder);
        if log.is_unreadable() {
            return Err(Failure::Told(Exit::Failed, told));
        }
        for sentence in &told {
            output.say(sentence);
        }
        let notebook = Notebook::of(log.state());
        let profile = match &output.global().profile {
            Some(name) => notebook.named(name).map_err(|error| no_profile(&error))?.id.clone(),
            None => notebook.current().to_owned(),
        };
        Ok(Self { log, profile })
    }

    pub(super) fn log(&self) -> &Log {
        &self.log
    }

    /// Returns the log for rewriting.
    pub(super) fn log_mut(&mut self) -> &mut Log {
        &mut self.log
    }

    /// Everything that is kept.
    pub(super) fn notebook(&self) -> Notebook {
        Notebook::of(self.log.state())
    }

    /// Returns the profile that the command is for.
    pub(super) fn profile(&self) -> Profile {
        let empty = || Profile::empty(&self.profile);
        self.notebook().profile(&self.profile).cloned().unwrap_or_else(empty)
    }

    /// Makes changes; they are on disk when this returns.
    pub(super) fn change(&mut self, changes: &[Change]) -> Result<(), Failure> {
        self.act(changes, None)
    }

    /// Makes changes like [`ProfileLog::change`]; `undoes` is the id of the act that they undo.
    pub(super) fn act(&mut self, changes: &[Change], undoes: Option<&str>) -> Result<(), Failure> {
        let kept = self.log.append(Timestamp::now(), changes, undoes);
        // The command ends here, so there is no retry.
        kept.map_err(|error| Failure::failed(format!("This is not kept: {error}.")))
    }
}

/// Returns the failure for a name that does not identify a profile.
pub(super) fn no_profile(error: &NoProfile) -> Failure {
    let hint = "`prospectus profile list` lists them, `prospectus profile new NAME` makes one.";
    Failure::usage(error.with_hint(hint))
}

/// The courses that the user has finished.
pub(super) fn finished(output: &Output) -> Result<BTreeSet<String>, Failure> {
    of_the_person(output, |profile| profile.done)
}

/// The courses that the user has finished, and the user's note on a program.
pub(super) fn about(output: &Output, program: &str) -> Result<(BTreeSet<String>, String), Failure> {
    of_the_person(output, |profile| {
        let note = profile.note_on(program);
        (profile.done, note)
    })
}

/// The programs that the user keeps.
pub(super) fn programs(output: &Output) -> Result<BTreeSet<String>, Failure> {
    of_the_person(output, |profile| profile.shortlist.into_iter().map(|entry| entry.program).collect())
}

/// Returns something from the profile. Unless a profile was requested, it is empty if this system has no place for kept
/// data; unreadable data is reported and also gives an empty value.
fn of_the_person<T: Default>(output: &Output, what: impl FnOnce(Profile) -> T) -> Result<T, Failure> {
    match (ProfileLog::open(output), &output.global().profile) {
        (Ok(kept), _) => Ok(what(kept.profile())),
        (Err(Failure::Told(_, lines)), None) if folder().is_some() => {
            for line in &lines {
                output.say(line);
            }
            Ok(T::default())
        }
        (Err(_), None) => Ok(T::default()),
        (Err(failure), Some(_)) => Err(failure),
    }
}

/// Returns the id of a program that is in the catalogue, or that is kept although the catalogue no longer has it.
pub(super) fn program_id(catalog: &Catalog, profile: &Profile, id: &str) -> Result<String, Failure> {
    if profile.entry(id).is_some() || !profile.note_on(id).is_empty() {
        return Ok(id.to_owned());
    }
    filters::program(catalog, id).map(|ix| catalog.program(ix).id.to_string())
}

/// The id of a kept program.
pub(super) fn kept_id(profile: &Profile, id: &str) -> Result<String, Failure> {
    if profile.entry(id).is_some() {
        return Ok(id.to_owned());
    }
    let hint = crate::catalog::did_you_mean(id, profile.shortlist.iter().map(|entry| entry.program.as_str()));
    let hint = if hint.is_empty() { " `prospectus shortlist` lists what is kept.".to_owned() } else { hint };
    Err(Failure::usage(format!("`{}` is not on the shortlist.{hint}", quoted(id))))
}

/// The programs of a profile's shortlist that are in the catalogue, in order.
pub(super) fn shortlisted(catalog: &Catalog, profile: &Profile) -> Vec<ProgramIx> {
    profile.shortlist.iter().filter_map(|entry| catalog.find(&entry.program)).collect()
}
