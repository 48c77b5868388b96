//! What every command about kept things needs: the log in its place, the profile that is meant, the clock. A change is
//! on the disk when its command says so; one that cannot be written is a failure with the reason.

use std::collections::BTreeSet;
use std::path::PathBuf;

use etcetera::{BaseStrategy, choose_base_strategy};
use jiff::Timestamp;

use crate::catalog::{Catalog, ProgramIx, printable};
use crate::keep::log::{Change, Log};
use crate::keep::notebook::{Notebook, Profile};

use super::failure::{Failure, sentence};
use super::filters;
use super::output::Output;

/// The folder of the log on this system, if it has a place for what belongs to a person.
pub(super) fn folder() -> Option<PathBuf> {
    let places = choose_base_strategy().ok()?;
    Some(places.data_dir().join("prospectus").join("kept"))
}

/// What is kept, and for whom the command works.
pub(super) struct Kept {
    log: Log,
    profile: String,
}

impl Kept {
    /// What is kept on this computer, for the profile that is asked for or the one in use.
    pub(super) fn open(output: &Output) -> Result<Self, Failure> {
        let folder = folder()
            .ok_or_else(|| Failure::failed("Nothing can be kept: this system names no home folder to keep it in."))?;
        let (log, told) = Log::open(folder);
        for sentence in &told {
            output.say(sentence);
        }
        let notebook = Notebook::of(log.state());
        let profile = match &output.global().profile {
            Some(name) => notebook.named(name).map_err(|error| Failure::usage(error.to_string()))?.id.clone(),
            None => notebook.current().to_owned(),
        };
        Ok(Self { log, profile })
    }

    /// The log itself.
    pub(super) fn log(&self) -> &Log {
        &self.log
    }

    /// The log itself, to rewrite it.
    pub(super) fn log_mut(&mut self) -> &mut Log {
        &mut self.log
    }

    /// Everything that is kept.
    pub(super) fn notebook(&self) -> Notebook {
        Notebook::of(self.log.state())
    }

    /// The profile that the command works for.
    pub(super) fn profile(&self) -> Profile {
        let empty = || Profile::empty(&self.profile);
        self.notebook().profile(&self.profile).cloned().unwrap_or_else(empty)
    }

    /// Makes changes; they are on the disk when this returns.
    pub(super) fn change(&mut self, changes: &[Change]) -> Result<(), Failure> {
        self.act(changes, None)
    }

    /// The same, as what takes an act back.
    pub(super) fn act(&mut self, changes: &[Change], undoes: Option<&str>) -> Result<(), Failure> {
        let kept = self.log.append(Timestamp::now(), changes, undoes);
        kept.map_err(|error| Failure::failed(not_kept(&error.to_string())))
    }
}

/// A command ends here, so nothing is tried again.
fn not_kept(message: &str) -> String {
    let message = message.replace("This is not kept yet: ", "This is not kept: ");
    sentence(message.split(". It is tried again").next().unwrap_or(&message))
}

/// The courses that the person has finished.
pub(super) fn finished(output: &Output) -> Result<BTreeSet<String>, Failure> {
    of_the_person(output, |profile| profile.done)
}

/// The programs that the person keeps.
pub(super) fn programs(output: &Output) -> Result<BTreeSet<String>, Failure> {
    of_the_person(output, |profile| profile.shortlist.into_iter().map(|entry| entry.program).collect())
}

/// Where nothing can be kept there is nothing of anybody, unless somebody is named.
fn of_the_person<T: Default>(output: &Output, what: impl FnOnce(Profile) -> T) -> Result<T, Failure> {
    match (Kept::open(output), &output.global().profile) {
        (Ok(kept), _) => Ok(what(kept.profile())),
        (Err(_), None) => Ok(T::default()),
        (Err(failure), Some(_)) => Err(failure),
    }
}

/// The program of an id: in the catalogue, or kept although the catalogue does not have it any more.
pub(super) fn program_id(catalog: &Catalog, profile: &Profile, id: &str) -> Result<String, Failure> {
    if profile.entry(id).is_some() || !profile.note_on(id).is_empty() {
        return Ok(id.to_owned());
    }
    filters::program(catalog, id).map(|ix| catalog.program(ix).id.to_string())
}

/// The kept program of an id.
pub(super) fn kept_id(profile: &Profile, id: &str) -> Result<String, Failure> {
    if profile.entry(id).is_some() {
        return Ok(id.to_owned());
    }
    let hint = crate::catalog::did_you_mean(id, profile.shortlist.iter().map(|entry| entry.program.as_str()));
    let hint = if hint.is_empty() { " `prospectus shortlist` lists what is kept.".to_owned() } else { hint };
    Err(Failure::usage(format!("`{}` is not on the shortlist.{hint}", printable(id))))
}

/// The programs of a profile's shortlist that the catalogue has, in order.
pub(super) fn shortlisted(catalog: &Catalog, profile: &Profile) -> Vec<ProgramIx> {
    profile.shortlist.iter().filter_map(|entry| catalog.find(&entry.program)).collect()
}
