//! Opens the argument of `--catalog`: a catalogue file, which may be compiled or compressed, a file of another format
//! that an import reads, a folder of saved pages, or the address of a file. Addresses are fetched only by builds with
//! the feature `net`, and nothing that a catalogue refers to is ever fetched.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::catalog::Catalog;
use crate::catalog::import::{Input, Outcome, extent, import, is_foreign};
use crate::clock;
use crate::english::counted;
use crate::export::report_lines;
use crate::sections;

#[cfg(feature = "net")]
use super::download::fetched;
use super::failure::{Failure, not_loaded, shown};

/// The numbers of files and bytes above which a message announces that reading takes a while.
const MANY_FILES: usize = 500;
const MANY_BYTES: u64 = 100_000_000;

/// Writes a message to the user.
type Say<'a> = &'a dyn Fn(&str);

/// Opens the named catalogue and passes its notices to `say`.
pub(super) fn open(named: &Path, say: Say<'_>) -> Result<Catalog, Failure> {
    match named.to_str().filter(|name| is_address(name)) {
        Some(address) => of_file(&fetched(address, copies(), say)?, say),
        None => at(named, say),
    }
}

/// Opens a catalogue file, or imports a file or folder of another format.
pub(super) fn at(path: &Path, say: Say<'_>) -> Result<Catalog, Failure> {
    if !is_foreign(path) {
        return of_file(path, say);
    }
    let text = imported(path, say)?;
    Catalog::from_text(text).map_err(|error| not_loaded(&path.to_string_lossy(), &error))
}

fn of_file(path: &Path, say: Say<'_>) -> Result<Catalog, Failure> {
    let opened = Catalog::open_either(path, sections::ALL);
    let opened = opened.map_err(|error| not_loaded(&path.to_string_lossy(), &error))?;
    opened.notices.iter().for_each(|notice| say(notice));
    Ok(opened.catalog)
}

fn is_address(name: &str) -> bool {
    name.starts_with("https://") || name.starts_with("http://")
}

/// The folder for copies of fetched files; `None` if this system has no cache folder.
pub(super) fn copies() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.cache_dir().join("prospectus").join("catalogues"))
}

#[cfg(not(feature = "net"))]
fn fetched(address: &str, _: Option<PathBuf>, _: Say<'_>) -> Result<PathBuf, Failure> {
    Err(Failure::usage(format!(
        "{} is an address, and this build of prospectus fetches nothing: save the file and name it, or build with \
         `--features net`.",
        crate::catalog::printable(address)
    )))
}

/// Imports a file, or everything in a folder that can be read, as `catalog import` does. Returns the text of the
/// resulting catalogue.
pub(super) fn imported(named: &Path, say: Say<'_>) -> Result<String, Failure> {
    let name = shown(named);
    // A folder named by mistake can be huge.
    if let Ok((files, bytes)) = extent(named)
        && (files > MANY_FILES || bytes > MANY_BYTES)
    {
        let files = counted(files, "file");
        say(&format!("Reading {files} ({} MB) in {name}; `catalog import` keeps the result.", bytes / 1_000_000));
    }
    let imported = import(vec![Input::Path(named.to_owned())], None, None, clock::today(), &mut |_| {});
    let failed = |error| Failure::failed(format!("{error}."));
    let mut imported = imported.map_err(failed)?;
    let told = report_lines(&imported.report, "record");
    if imported.is_empty() {
        let nothing = format!("{name} was not loaded: nothing usable was in it.");
        return Err(Failure::refused(told.into_iter().chain([nothing]).collect()));
    }
    let lost = imported.report.count(Outcome::Rejected) + imported.report.count(Outcome::LeftOut);
    if lost > 0 {
        let sum = told.last().map_or("", String::as_str);
        say(&format!("{name}: {sum} `prospectus catalog import {name} -o FILE` explains each."));
    }
    imported.text().map_err(failed)
}
