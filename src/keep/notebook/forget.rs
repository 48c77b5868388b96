//! Forgetting a person: everything that names their profile goes, and their decisions with it.

use std::io;
use std::path::PathBuf;

use super::Notebook;
use crate::keep::log::Log;

/// Removes a profile from the files of this computer; those that were rewritten or deleted.
pub fn forget_profile(log: &mut Log, profile: &str) -> io::Result<Vec<PathBuf>> {
    let records = Notebook::of(log.state()).records.into_iter().filter(|record| record.profile == profile);
    let decisions: Vec<String> = records.map(|record| format!("record/{}", record.id)).collect();
    log.forget(|thing| Notebook::is_about(thing, profile) || decisions.iter().any(|own| own == thing))
}
