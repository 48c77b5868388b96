//! Forgetting a person: everything that names their profile goes, and their decisions with it.

use std::io;

use super::Notebook;
use crate::files::Deleted;
use crate::keep::log::Log;

/// Removes a profile from the files of this computer.
///
/// # Errors
///
/// The I/O error if the folder cannot be read or locked. Nothing has been removed in that case.
pub fn forget_profile(log: &mut Log, profile: &str) -> io::Result<Deleted> {
    let records = Notebook::of(log.state()).records.into_iter().filter(|record| record.profile == profile);
    let decisions: Vec<String> = records.map(|record| format!("record/{}", record.id)).collect();
    log.forget(|thing| Notebook::is_about(thing, profile) || decisions.iter().any(|own| own == thing))
}
