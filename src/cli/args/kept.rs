//! Arguments of the commands about kept data: shortlist, notes, profiles, decisions, finished courses, history. Doc
//! comments on options and commands are their help text.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Asked;
use super::values::{MAX_COUNT, count};

/// Arguments of `shortlist`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Shortlist {
    /// Print only the programs with this label
    #[arg(long, value_name = "LABEL", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(in crate::cli) label: Option<String>,
    #[command(subcommand)]
    pub(in crate::cli) action: Option<ShortlistAction>,
}

/// An action on the shortlist.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ShortlistAction {
    /// Keep programs
    Add {
        /// Their ids, as `list` prints them
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
    /// Keep what an exported shortlist holds, with its labels and notes
    Import {
        /// What `shortlist --json` or `shortlist --format csv` wrote, or `-` for standard input
        #[arg(value_name = "FILE|-")]
        file: PathBuf,
    },
    /// Remove programs; notes on them stay
    Remove {
        /// Their ids
        #[arg(required = true, value_name = "ID")]
        ids: Vec<String>,
    },
    /// Move a program to another place
    Move {
        /// Its id
        id: String,
        /// The place, counted from 1
        #[arg(value_name = "PLACE", value_parser = count(1..=MAX_COUNT))]
        place: u32,
    },
    /// Put labels on a program
    Label {
        /// Its id
        id: String,
        /// The labels
        #[arg(required = true, value_name = "LABEL", value_parser = clap::builder::NonEmptyStringValueParser::new())]
        labels: Vec<String>,
        /// Remove them instead
        #[arg(long)]
        off: bool,
    },
}

/// Arguments of `note`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Note {
    /// The id of the program; without one, the note is on the person
    pub(in crate::cli) id: Option<String>,
    /// What to note; an empty text deletes the note, `-` reads it from standard input
    #[arg(long, value_name = "TEXT")]
    pub(in crate::cli) text: Option<String>,
}

/// Arguments of `profile`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Profile {
    #[command(subcommand)]
    pub(in crate::cli) action: Option<ProfileAction>,
}

/// An action on profiles.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ProfileAction {
    /// List the profiles
    List,
    /// Add a person and use the new profile
    New {
        /// Its name
        #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
        name: String,
    },
    /// Use another profile from now on
    Use {
        /// Its name; without one, the profile that has no name
        name: Option<String>,
    },
    /// Rename a profile
    Rename {
        /// Its name; `#first` for the one that has none
        from: String,
        /// The new name
        #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
        to: String,
    },
    /// Copy a profile with everything in it, and use the copy
    Copy {
        /// The name of the profile to copy; `#first` for the one that has none
        from: String,
        /// The name of the copy
        #[arg(value_parser = clap::builder::NonEmptyStringValueParser::new())]
        to: String,
    },
    /// Remove a profile with everything that is kept for it
    Forget {
        /// Its name; `#first` for the one that has none
        name: String,
        /// Do not ask
        #[arg(long)]
        yes: bool,
    },
}

/// Arguments of `record`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Record {
    #[command(subcommand)]
    pub(in crate::cli) action: Option<RecordAction>,
}

/// An action on decisions.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum RecordAction {
    /// List the decisions
    List,
    /// Keep the result for a file of answers, or for those of the profile
    Keep {
        #[command(flatten)]
        asked: Box<Asked>,
        /// What to note on it
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    /// Print a whole decision; with `--json` as a file that can be replayed
    Show {
        /// Its number, as `record list` prints it
        #[arg(value_name = "N", value_parser = count(1..=MAX_COUNT))]
        number: u32,
    },
    /// Compute a decision again: the same bytes, or which input differs
    Replay {
        /// The file, its number here, or `-` for standard input
        #[arg(value_name = "FILE|N|-")]
        file: PathBuf,
    },
}

/// Arguments of `courses`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Courses {
    #[command(subcommand)]
    pub(in crate::cli) action: Option<CoursesAction>,
}

/// An action on finished courses.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum CoursesAction {
    /// Mark courses as finished
    Done {
        /// Their ids or titles
        #[arg(required = true, value_name = "COURSE")]
        courses: Vec<String>,
    },
    /// Mark courses as not finished
    Undone {
        /// Their ids or titles
        #[arg(required = true, value_name = "COURSE")]
        courses: Vec<String>,
    },
}

/// Arguments of `history`.
#[derive(Debug, Args)]
pub(in crate::cli) struct History {
    /// Show at most this many, the latest first
    #[arg(long, value_name = "N", value_parser = count(0..=MAX_COUNT))]
    pub(in crate::cli) limit: Option<u32>,
}

/// Arguments of `forget`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Forget {
    /// Do not ask
    #[arg(long)]
    pub(in crate::cli) yes: bool,
}
