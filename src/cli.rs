//! The commands: each prints what a screen shows, from the same core.
//!
//! This file turns arguments into a command; each command is a thin caller in its own file. Data goes to standard
//! output and messages to standard error, and the exit codes are a contract. `main` starts the explorer with the
//! [`Opening`] that it gets from here.

mod account;
mod advise;
mod args;
mod asked;
mod catalog;
mod compare;
mod config;
mod courses;
mod diff;
mod doctor;
#[cfg(feature = "net")]
mod download;
mod facets;
mod failure;
mod filters;
mod flow;
mod forget;
mod guide;
mod history;
mod import;
mod input;
#[cfg(unix)]
mod interrupt;
mod interview;
mod kept;
mod links;
mod list;
mod map;
mod merge;
mod minus;
mod note;
mod output;
mod pager;
mod paint;
mod plan;
mod profile;
mod recommend;
mod record;
mod report;
mod settings;
mod shell;
mod shortlist;
mod show;
mod similar;
mod source;
mod what_if;
mod why_not;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::catalog::{Catalog, printable};
use crate::config::{Complaint, Config};
use crate::keep::log::Log;
use crate::keep::{NotebookStore, SavedWorkspace, Workspace};
use crate::keys::Keymap;
use crate::look::{self, Depth, Letters, LookName};
use crate::page::Role;
use crate::stream::{is_closed, stdout};

use args::{Arguments, Command};
use failure::{Exit, Failure};
use output::Output;
use settings::Settings;

/// What remains to be done after the arguments have been parsed.
#[derive(Debug)]
pub enum Next {
    /// Nothing: a command has run, or a message was printed.
    Done(ExitCode),
    /// Start the explorer.
    Explore(Box<Opening>),
    /// Start the explorer in line mode.
    Converse(Box<Opening>),
}

/// The options and data with which the explorer starts.
#[derive(Debug)]
pub struct Opening {
    /// The catalogue.
    pub catalog: Catalog,
    /// The look to draw with.
    pub look: LookName,
    /// The colour depth of the terminal.
    pub depth: Depth,
    /// Whether to use ASCII signs only.
    pub ascii: bool,
    /// Whether mouse reporting is switched on at the start.
    pub mouse: bool,
    /// The date to calculate with; `None` for today.
    pub as_of: Option<jiff::civil::Date>,
    /// The configuration file's settings.
    pub config: Config,
    /// The key bindings, with the user's changes applied.
    pub keymap: Keymap,
    /// Settings and kept state that could not be applied, one sentence each.
    pub complaints: Vec<String>,
    /// The workspace of the last session, and the store that keeps it.
    pub saved: SavedWorkspace,
    /// The user's kept profile, shortlist, notes and decisions, and where they are stored.
    pub notebook_store: NotebookStore,
}

/// Functions about looks that the commands call, passed in because they must not depend on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Looks {
    /// Finds the role styles that cannot be applied.
    pub complaints: fn(&Config) -> Vec<Complaint>,
    /// The default style of a role, as written in a configuration file.
    pub default_words: fn(Role) -> String,
}

/// Parses the arguments and runs the command that they name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, looks: Looks) -> Next {
    let words = match words(arguments) {
        Ok(words) => words,
        Err(error) => return Next::Done(explain(&error)),
    };
    if let Some(format) = words.global.contradiction() {
        output::say(&format!("`--json` and `--format {}` contradict each other; give one of them.", format.name()));
        return Next::Done(Exit::Usage.into());
    }
    let settings = settings::load(words.global.config.as_deref(), looks);
    let output = Output::new(words.global, settings.config.currency);
    let outcome = match words.command {
        None => explorer(&words.screen, &output, settings),
        Some(command) => {
            // `config` reports these problems itself.
            let complaints = settings.complaints.iter().filter(|_| !matches!(command, Command::Config(_)));
            complaints.for_each(|complaint| output.say(complaint));
            run_command(&command, &output, &settings).map(|exit| Next::Done(exit.into()))
        }
    };
    outcome.unwrap_or_else(|failure| Next::Done(end(failure, &output)))
}

/// Returns the definition of the command line, with examples first in every help text.
fn definition() -> clap::Command {
    // If an option occurs in a shell alias and again on the command line, the last one wins.
    let command = Arguments::command().args_override_self(true).help_template(args::TEMPLATE);
    command.mut_subcommands(|command| command.help_template(args::TEMPLATE))
}

fn words(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, clap::Error> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let matches = definition().try_get_matches_from(&arguments).or_else(|error| {
        if error.kind() != ErrorKind::UnknownArgument {
            return Err(error);
        }
        if let Some(message) = minus::below_zero(&arguments) {
            return Err(definition().error(ErrorKind::InvalidValue, message));
        }
        let again = minus::exclusions_last(&arguments, &definition());
        again.and_then(|again| definition().try_get_matches_from(again).ok()).ok_or(error)
    })?;
    Arguments::from_arg_matches(&matches)
}

/// Prints help or a version. A closed pipe is ignored; another write error, such as a full disk, is a failure.
fn written_out(text: &str) -> Exit {
    let mut out = stdout();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if !is_closed(&error) => {
            output::say(&format!("Nothing could be written: {error}."));
            Exit::Failed
        }
        _ => Exit::Fine,
    }
}

/// Prints a clap error. Help and version go to standard output, everything else to standard error.
fn explain(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return written_out(&text).into();
    }
    text.lines().for_each(|line| output::say(&printable(line)));
    Exit::Usage.into()
}

fn run_command(command: &Command, output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    #[cfg(unix)]
    interrupt::heed()?;
    if output.global().profile.is_some() {
        // A misspelt profile must not silently work on another one.
        kept::ProfileLog::open(output)?;
    }
    let outcome = perform(command, output, settings);
    // If the catalogue is damaged, any result is invalid, even an empty one.
    if output::is_damaged() { Err(output::damaged()) } else { outcome }
}

fn perform(command: &Command, output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    match command {
        Command::List(words) => list::run(words, output),
        Command::Facets(words) => facets::run(words, output),
        Command::Map(words) => map::run(words, output),
        Command::Show(words) => show::run(words, output),
        Command::Similar(words) => similar::run(words, output),
        Command::Compare(words) => compare::run(words, output),
        Command::Guide => guide::run(output),
        Command::Advise(words) => advise::run(words, output),
        Command::Recommend(words) => recommend::run(words, output),
        Command::WhyNot(words) => why_not::run(words, output),
        Command::WhatIf(words) => what_if::run(words, output),
        Command::Plan(words) => plan::run(words, output),
        Command::Report(words) => report::run(words, output),
        Command::Flow(words) => flow::run(words, output),
        Command::Catalog(words) => catalog::run(&words.action, output),
        Command::Shortlist(words) => shortlist::run(words, output),
        Command::Note(words) => note::run(words, output),
        Command::Profile(words) => profile::run(words, output),
        Command::Record(words) => record::run(words, output),
        Command::Courses(words) => courses::run(words, output),
        Command::History(words) => history::run(words, output),
        Command::Undo => history::undo(output),
        Command::Doctor => doctor::run(output, settings),
        Command::Forget(words) => forget::run(words, output),
        Command::Config(words) => config::run(words.action, output, settings),
        Command::Completions { shell } => shell::completions(*shell, output),
        Command::Man { command } => shell::man(command.as_deref()),
    }
}

/// Returns the explorer's opening; an error if there is no terminal to run it on.
fn explorer(screen: &args::Screen, output: &Output, settings: Settings) -> Result<Next, Failure> {
    can_explore(output)?;
    let global = output.global();
    let Settings { config, keymap, mut complaints, path: settings_path, .. } = settings;
    // Piped lines must mean the same on every run, so they neither restore nor change the view.
    let is_kept = config.keep != Some(false) && !screen.fresh && std::io::stdin().is_terminal();
    let saved = if is_kept { saved_workspace(&mut complaints) } else { SavedWorkspace::default() };
    let notebook_store = notebook_store(output, &config, settings_path, &mut complaints)?;
    let (when, around) = output.colors();
    let look = look::choose(
        screen.look,
        when,
        config.look.or_else(|| chosen_before(&saved.workspace, &config, output)),
        around,
    );
    let opening = Box::new(Opening {
        catalog: ManuallyDrop::into_inner(output.catalog()?),
        look,
        depth: around.depth(),
        ascii: global.ascii || config.ascii.unwrap_or(around.letters == Letters::Ascii),
        mouse: screen.mouse || config.mouse == Some(true),
        as_of: global.as_of,
        config,
        keymap,
        complaints,
        saved,
        notebook_store,
    });
    if output.is_accessible() {
        for complaint in &opening.complaints {
            output.say(complaint);
        }
        #[cfg(unix)]
        interrupt::heed()?;
        return Ok(Next::Converse(opening));
    }
    Ok(Next::Explore(opening))
}

/// Fails unless the user may be asked for input, and there is a terminal or the line mode.
fn can_explore(output: &Output) -> Result<(), Failure> {
    let has_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    let why = if output.global().no_input {
        "The explorer asks what to do, and `--no-input` forbids that; `prospectus list` prints the programs as lines."
    } else if !has_terminal && !output.is_accessible() {
        "The explorer needs a terminal and a full screen; `prospectus --accessible` works line by line, \
         `prospectus list` prints the programs as lines, `prospectus advise` asks line by line."
    } else {
        return Ok(());
    };
    Err(Failure::usage(why))
}

/// Returns the user's kept data, for the requested profile or else the current one.
fn notebook_store(
    output: &Output,
    config: &Config,
    path: Option<std::path::PathBuf>,
    complaints: &mut Vec<String>,
) -> Result<NotebookStore, Failure> {
    let (log, told) = kept::folder().map(Log::open).unzip();
    complaints.extend(told.into_iter().flatten());
    let consent = config.keep_answers.unwrap_or_default();
    let named = output.global().profile.as_deref();
    let takes_up_answers = std::io::stdin().is_terminal() || named.is_some();
    let mut notebook_store = NotebookStore { log, consent, config: path, takes_up_answers, ..NotebookStore::default() };
    let notebook = notebook_store.notebook();
    notebook_store.profile = match named {
        Some(name) => notebook.named(name).map_err(|error| Failure::usage(error.to_string()))?.id.clone(),
        None => notebook.current().to_owned(),
    };
    Ok(notebook_store)
}

/// Returns the saved workspace and its store. Problems are added to `complaints`.
fn saved_workspace(complaints: &mut Vec<String>) -> SavedWorkspace {
    let Some(store) = settings::store() else { return SavedWorkspace::default() };
    store.sweep();
    match store.read() {
        Ok((workspace, told)) => {
            complaints.extend(told);
            SavedWorkspace { workspace, store: Some(store) }
        }
        Err(error) => {
            complaints.push(error.to_string());
            SavedWorkspace::default()
        }
    }
}

/// Returns the look chosen by key in an earlier session. `None` if it no longer exists, or if no colours are wanted.
fn chosen_before(workspace: &Workspace, config: &Config, output: &Output) -> Option<LookName> {
    let (when, around) = output.colors();
    let is_there = |look: &LookName| *look != LookName::Own || !config.own_look.is_empty();
    workspace.look.filter(is_there).filter(|_| around.wants_color(when))
}

fn end(failure: Failure, output: &Output) -> ExitCode {
    match failure {
        Failure::ClosedPipe => Exit::Fine.into(),
        Failure::Told(exit, lines) => {
            for line in &lines {
                output.say(line);
            }
            exit.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_of_the_command_line_holds_together() {
        definition().debug_assert();
    }
}
