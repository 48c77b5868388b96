//! `prospectus catalog`: the content of a catalogue, and whether a file is a valid one.

use std::path::Path;

use serde_json::json;

use crate::catalog::import::is_foreign;
use crate::catalog::{Catalog, Info, printable};
use crate::clock;
use crate::english::counted;
use crate::export::{check_json, info_json, problems_json};
use crate::files::Existing;
use crate::page;
use crate::sections;

use super::args::{CatalogAction, Format};
use super::diff;
use super::failure::{Exit, Failure, not_loaded, problems_of, shortened};
use super::import;
use super::merge;
use super::output::{Output, write_json};
use super::source;

pub(super) fn run(action: &CatalogAction, output: &Output) -> Result<Exit, Failure> {
    output.only("catalog", &Format::OF_PAGE)?;
    match action {
        CatalogAction::Info => info(output),
        CatalogAction::Check { file } => check(file, output),
        CatalogAction::Compile { file, output: target, force } => {
            compile(file, target.as_deref(), (*force).into(), output)
        }
        CatalogAction::Diff { old, new } => diff::run(old, new, output),
        CatalogAction::Import(words) => import::run(words, output),
        CatalogAction::Merge(words) => merge::run(words, output),
    }
}

fn info(output: &Output) -> Result<Exit, Failure> {
    let catalog = output.catalog()?;
    let info = Info::of(&catalog);
    if output.format() == Format::Json {
        write_json(&info_json(&catalog, &info))?;
    } else {
        output.page(page::info(&catalog, &info))?;
    }
    Ok(Exit::Fine)
}

fn compile(file: &Path, target: Option<&Path>, existing: Existing, output: &Output) -> Result<Exit, Failure> {
    let compiled = Catalog::compile(file, target, existing, sections::ALL);
    let (catalog, out) = compiled.map_err(|error| not_loaded(&file.to_string_lossy(), &error))?;
    let out = out.to_string_lossy();
    if output.format() == Format::Json {
        write_json(&json!({"file": out, "programs": catalog.len(), "hash": catalog.hash()}))?;
    } else {
        output.text(&format!("{}: {} compiled.\n", printable(&out), counted(catalog.len(), "program")))?;
    }
    Ok(Exit::Fine)
}

fn check(file: &Path, output: &Output) -> Result<Exit, Failure> {
    let is_json = output.format() == Format::Json;
    let name = file.to_string_lossy();
    let checked = if is_foreign(file) {
        Catalog::check_text(&source::imported(file, &|notice| output.say(notice))?, clock::today())
    } else {
        Catalog::check(file, clock::today())
    };
    match checked {
        Ok(report) if is_json => write_json(&check_json(&report))?,
        Ok(report) => {
            let programs = counted(report.programs, "program");
            for line in shortened(report.warnings.iter().map(|warning| format!("warning: {warning}"))) {
                output.say(&line);
            }
            output.text(&format!("{}: {programs}, no rule of the format is broken.\n", printable(&name)))?;
        }
        Err(error) => {
            if let (true, Some(problems)) = (is_json, problems_of(&error)) {
                write_json(&problems_json(&problems))?;
            }
            return Err(not_loaded(&name, &error));
        }
    }
    Ok(Exit::Fine)
}
