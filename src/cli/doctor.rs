//! `prospectus doctor`: what a bug report needs: versions, paths and states of files, terminal capabilities,
//! and the environment variables that matter. It prints nothing private: no answers, names or file contents,
//! and the home folder as `~`.

use std::io::IsTerminal;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::catalog::printable;
use crate::keep::log::Log;
use crate::page::{Block, Field, Page, Part};

use super::args::Format;
use super::failure::{Exit, Failure};
use super::kept;
use super::output::{Output, variable, write_json};
use super::settings::{self, Settings};

/// Environment variables that affect the program; no others are printed.
const VARIABLES: [&str; 24] = [
    "TERM",
    "COLORTERM",
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "COLORFGBG",
    "COLUMNS",
    "LINES",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LC_MESSAGES",
    "ACCESSIBLE",
    "TMUX",
    "SSH_TTY",
    "WT_SESSION",
    "PROSPECTUS_CATALOG",
    "PROSPECTUS_CONFIG",
    "PROSPECTUS_QUESTIONNAIRE",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "PAGER",
];

pub(super) fn run(output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    output.only("doctor", &Format::OF_PAGE)?;
    let parts = [
        ("versions", versions(output)),
        ("places", places(settings)),
        ("terminal", terminal(output)),
        ("environment", environment()),
    ];
    if output.format() == Format::Json {
        let parts = parts.into_iter().map(|(name, part)| (name.to_owned(), Value::Object(part)));
        write_json(&Value::Object(parts.collect()))?;
    } else {
        let mut page = Page::default();
        for (name, part) in &parts {
            add(&mut page, name, part);
        }
        output.page(page)?;
    }
    Ok(Exit::Fine)
}

fn add(page: &mut Page, name: &str, part: &Map<String, Value>) {
    let words = |value: &Value| value.as_str().map_or_else(|| value.to_string(), |text| printable(text).into_owned());
    let fields = part.iter().map(|(what, value)| Some(Field::new(spaced(what), words(value))));
    let mut heading = name.to_owned();
    heading[..1].make_ascii_uppercase();
    page.section(Part::Rest, heading, vec![Block::fields(fields)]);
}

/// Returns a heading for a key: variable names stay as they are, other keys get spaces.
fn spaced(what: &str) -> String {
    if what.contains(char::is_uppercase) { what.to_owned() } else { what.replace('_', " ") }
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

fn versions(output: &Output) -> Map<String, Value> {
    let catalog = match output.catalog() {
        Ok(catalog) => {
            format!("{}, {}, {} programs, {}", catalog.name, catalog.as_of.text(), catalog.len(), catalog.hash())
        }
        Err(Failure::Told(_, lines)) => lines.join(" "),
        Err(Failure::ClosedPipe) => String::new(),
    };
    object(json!({
        "prospectus": env!("CARGO_PKG_VERSION"),
        "system": format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        "catalog": catalog,
    }))
}

fn places(settings: &Settings) -> Map<String, Value> {
    let config = settings.path.as_deref().map_or_else(
        || "no folder for it".to_owned(),
        |path| {
            let state =
                if settings.is_read { format!("read, {} complaints", settings.complaints.len()) } else { state(path) };
            format!("{}: {state}", shown(path))
        },
    );
    let view = settings::store().map_or_else(
        || "no folder for it".to_owned(),
        |store| format!("{}: {}", shown(&store.path()), state(&store.path())),
    );
    let log = kept::folder().map_or_else(
        || "no folder for it".to_owned(),
        |folder| {
            let (log, told) = Log::open(folder.clone());
            let state = match (folder.exists(), told.len()) {
                (false, _) => "not there yet".to_owned(),
                (true, 0) => format!("{} changes", log.state().operations().len()),
                (true, _) => format!("{} changes; {}", log.state().operations().len(), told.join(" ")),
            };
            format!("{}: {}", shown(&folder), state.replace(&*folder.to_string_lossy(), &shown(&folder)))
        },
    );
    object(json!({"configuration": config, "view": view, "kept": log}))
}

/// Returns the state of a file in words.
fn state(path: &Path) -> String {
    match std::fs::metadata(path) {
        Ok(about) if about.is_file() => format!("there, {} bytes", about.len()),
        Ok(_) => "not a regular file".to_owned(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => "not there yet".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// Returns a path with the home folder, which contains the user's name, as `~`.
fn shown(path: &Path) -> String {
    let home = etcetera::home_dir().ok();
    let inside = home.as_deref().filter(|home| home.parent().is_some()).and_then(|home| path.strip_prefix(home).ok());
    inside.map_or_else(
        || path.to_string_lossy().into_owned(),
        |inside| Path::new("~").join(inside).to_string_lossy().into_owned(),
    )
}

fn terminal(output: &Output) -> Map<String, Value> {
    let (when, around) = output.colors();
    let is_anywhere =
        std::io::stdin().is_terminal() || std::io::stdout().is_terminal() || std::io::stderr().is_terminal();
    // Without a terminal crossterm would run `tput` to find the size.
    let size = is_anywhere.then(|| crossterm::terminal::size().ok()).flatten();
    let size = size.map_or_else(|| "unknown".to_owned(), |(cols, rows)| format!("{cols}x{rows}"));
    object(json!({
        "standard_input": kind(std::io::stdin().is_terminal()),
        "standard_output": kind(std::io::stdout().is_terminal()),
        "standard_error": kind(std::io::stderr().is_terminal()),
        "size": size,
        "colour": around.wants_color(when),
        "colours": format!("{:?}", around.depth()).to_lowercase(),
        "dumb": around.is_dumb(),
        "words_in_place_of_screens": output.is_accessible(),
    }))
}

fn kind(is_terminal: bool) -> &'static str {
    if is_terminal { "a terminal" } else { "a file or a pipe" }
}

fn environment() -> Map<String, Value> {
    let home = etcetera::home_dir().ok().map(|home| home.to_string_lossy().into_owned()).filter(|home| home.len() > 1);
    let value = |name: &str| {
        let value = variable(name)?;
        Some(home.as_ref().map_or(value.clone(), |home| value.replace(home.as_str(), "~")))
    };
    VARIABLES.into_iter().filter_map(|name| Some((name.to_owned(), Value::from(value(name)?)))).collect()
}
