//! Arguments of the commands about the catalogue itself: checking, compiling, merging, importing, comparing. Doc
//! comments on options and commands are their help text.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Force, Format};
use crate::catalog::import;

/// Arguments of `catalog`.
#[derive(Debug, Args)]
pub(in crate::cli) struct CatalogArgs {
    #[command(subcommand)]
    pub(in crate::cli) action: CatalogAction,
}

/// An action on the catalogue.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum CatalogAction {
    /// What it contains, how much is known and where it comes from
    Info,
    /// Check that a file follows the rules of the format
    Check {
        /// The file
        file: PathBuf,
    },
    /// Compile a large catalogue, so that it opens quickly
    Compile {
        /// The JSON file
        file: PathBuf,
        /// Where to write it; by default beside the JSON file, ending in `.compiled`
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        #[command(flatten)]
        force: Force,
    },
    /// Add facts from files to a catalogue: claims are added, never replaced
    Merge(Merge),
    /// Make a catalogue from other files, or add them to one
    #[command(before_help = "Examples:\n  prospectus catalog import saved-pages/ -o school.json\n  \
        prospectus catalog import programs.csv page.html -o school.json --report report.json\n  \
        prospectus catalog import new.json --into school.json -o school.json --strict\n\n")]
    Import(Import),
    /// What changed from one catalogue to another: programs and facts
    #[command(before_help = "Examples:\n  prospectus catalog diff spring.json autumn.json\n  \
        prospectus catalog diff spring.json autumn.json --json\n\n")]
    Diff {
        /// The earlier one
        old: PathBuf,
        /// The later one
        new: PathBuf,
    },
}

/// Arguments of `catalog merge`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Merge {
    /// Files of facts, and tables of the sources that they cite
    #[arg(required = true, value_name = "FACTS")]
    pub(in crate::cli) facts: Vec<PathBuf>,
    /// The catalogue in JSON to add to
    #[arg(long, value_name = "CATALOG")]
    pub(in crate::cli) into: PathBuf,
    /// Where to write the catalogue with the facts; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    pub(in crate::cli) output: PathBuf,
    /// Write a JSON report of what happened to every row; `-` is standard output
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) report: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) force: Force,
}

/// Arguments of `catalog import`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Import {
    /// Files, folders of saved pages, or `-` for standard input
    #[arg(required = true, value_name = "FILE|DIR|-")]
    pub(in crate::cli) files: Vec<PathBuf>,
    /// Where to write the catalogue; `-` is standard output
    #[arg(short, long, value_name = "FILE|-")]
    pub(in crate::cli) output: PathBuf,
    /// The catalogue in JSON to add to; without it a new one is made
    #[arg(long, value_name = "CATALOG")]
    pub(in crate::cli) into: Option<PathBuf>,
    /// The format of the files, if it cannot be recognised from their content
    // It shares its name with the global option, so clap requires the same type.
    #[arg(long, value_name = "FORMAT", value_parser = input_format())]
    pub(in crate::cli) format: Option<Format>,
    /// Write nothing if any record is rejected
    #[arg(long)]
    pub(in crate::cli) strict: bool,
    /// Write a JSON report of what happened to every record; `-` is standard output
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) report: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) force: Force,
}

/// Parses `auto` or the name of a format.
fn input_format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::TypedValueParser as _;
    let names = std::iter::once("auto").chain(import::Format::ALL.iter().map(|format| format.slug()));
    clap::builder::PossibleValuesParser::new(names).map(|name| Format::Input(import::Format::from_slug(&name)))
}
