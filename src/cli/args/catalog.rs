//! The words of the commands about a catalogue itself: checking, compiling, merging.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::Force;

/// What about the catalogue.
#[derive(Debug, Args)]
pub(in crate::cli) struct CatalogArgs {
    #[command(subcommand)]
    pub(in crate::cli) action: CatalogAction,
}

/// What about the catalogue.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum CatalogAction {
    /// What it holds, how much of it is known and where it comes from
    Info,
    /// Whether a file keeps the rules of the format
    Check {
        /// The file
        file: PathBuf,
    },
    /// Make the compiled form of a large catalogue, which opens without being read as a whole
    Compile {
        /// The JSON file
        file: PathBuf,
        /// Where to write it; beside the JSON, with the ending `.compiled`, where this is not given
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        force: Force,
    },
    /// Add facts from files to a catalogue: claims are added, never replaced
    Merge(Merge),
}

/// What is merged, and where to.
#[derive(Debug, Args)]
pub(in crate::cli) struct Merge {
    /// Files of facts, and tables of the sources that they cite
    #[arg(required = true, value_name = "FACTS")]
    pub(in crate::cli) facts: Vec<PathBuf>,
    /// The catalogue in JSON to add to
    #[arg(long, value_name = "CATALOG")]
    pub(in crate::cli) into: PathBuf,
    /// Where to write the catalogue with the facts
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: PathBuf,
    /// Write what became of every row as JSON
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) report: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) force: Force,
}
