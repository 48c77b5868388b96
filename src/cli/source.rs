//! Opens what `--catalog` names: a catalogue file, compiled or packed or not, a file of another format that an import
//! reads, a folder of saved pages, or the address of a file.
//! Addresses are fetched only by builds with the feature `net`, and nothing that a catalogue refers to is ever fetched.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::catalog::import::{Input, Outcome, import, is_foreign};
use crate::catalog::{Catalog, printable};
use crate::clock;
use crate::export::report_lines;

#[cfg(feature = "net")]
use super::download::fetched;
use super::failure::{Failure, not_loaded};
use super::output::Output;

/// Opens the named catalogue.
pub(super) fn open(named: &Path, output: &Output) -> Result<Catalog, Failure> {
    match named.to_str().filter(|name| is_address(name)) {
        Some(address) => output.opened(&fetched(address, output)?),
        None if is_foreign(named) => imported(named, output).and_then(|text| loaded(named, text)),
        None => output.opened(named),
    }
}

fn is_address(name: &str) -> bool {
    name.starts_with("https://") || name.starts_with("http://")
}

/// The folder for copies of fetched files; `None` if this system has no cache folder.
pub(super) fn copies() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.cache_dir().join("prospectus").join("catalogues"))
}

#[cfg(not(feature = "net"))]
fn fetched(address: &str, _: &Output) -> Result<PathBuf, Failure> {
    Err(Failure::usage(format!(
        "{} is an address, and this build of prospectus fetches nothing: save the file and name it, or build with \
         `--features net`.",
        printable(address)
    )))
}

/// Imports a file, or everything in a folder that can be read, as `catalog import` does. Returns the text of the
/// resulting catalogue.
pub(super) fn imported(named: &Path, output: &Output) -> Result<String, Failure> {
    let name = printable(&named.to_string_lossy()).into_owned();
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
        output.say(&format!("{name}: {sum} `prospectus catalog import {name} -o FILE` explains each."));
    }
    imported.text().map_err(failed)
}

fn loaded(named: &Path, text: String) -> Result<Catalog, Failure> {
    Catalog::from_text(text).map_err(|error| not_loaded(&named.to_string_lossy(), &error))
}
