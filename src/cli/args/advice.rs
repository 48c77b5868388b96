//! Arguments of the commands about a decision: the questions, the recommendation, the plan, the report. Doc comments on
//! options are their help text.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::values::{count, day};
use super::{Force, UnknownWord};

/// Arguments of `advise`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Advise {
    #[command(flatten)]
    pub(in crate::cli) running: Running,
    /// Keep the answers in this file
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) save: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) force: Force,
    /// Print every weight and every removal
    #[arg(long)]
    pub(in crate::cli) explain: bool,
}

/// Arguments of `recommend`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Recommend {
    #[command(flatten)]
    pub(in crate::cli) asked: Asked,
    /// Print every weight and every removal
    #[arg(long)]
    pub(in crate::cli) explain: bool,
}

/// Arguments of `why-not`.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhyNot {
    /// The id of the program, as `list` prints it
    pub(in crate::cli) id: String,
    #[command(flatten)]
    pub(in crate::cli) asked: Asked,
}

/// Arguments of `what-if`.
#[derive(Debug, Args)]
pub(in crate::cli) struct WhatIf {
    #[command(flatten)]
    pub(in crate::cli) asked: Asked,
    /// What to answer instead, such as hours=8-12; without a value, the answer is removed
    #[arg(long, required = true, num_args = 1.., value_name = "QUESTION=VALUE")]
    pub(in crate::cli) set: Vec<String>,
}

/// Arguments of `plan`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Plan {
    /// One or more ids, as `list` prints them; several are planned side by side from the same day
    #[arg(required = true, value_name = "ID")]
    pub(in crate::cli) ids: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) terms: Terms,
}

/// Options for the settings of a plan.
#[derive(Debug, Args)]
pub(in crate::cli) struct Terms {
    /// The hours a week that you can study, such as 6 or 4-7
    #[arg(long, value_name = "N")]
    pub(in crate::cli) hours: Option<String>,
    /// The first day of study; by default today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) start: Option<jiff::civil::Date>,
    /// When it must be finished
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) deadline: Option<jiff::civil::Date>,
    /// Weeks off between courses
    #[arg(long, value_name = "WEEKS", default_value_t = 0, value_parser = count(0..=52))]
    pub(in crate::cli) breaks: u32,
    /// An exchange rate: US dollars for one unit of a currency on a day, such as GBP=1.27@2026-11-01 (can be repeated)
    #[arg(long, value_name = "CODE=DOLLARS@DATE")]
    pub(in crate::cli) rate: Vec<String>,
    /// The raise that you expect, a year, in the currency of the price, such as 3000 or 2000-5000
    #[arg(long, value_name = "N", requires = "chance")]
    pub(in crate::cli) salary_step: Option<String>,
    /// Your chance of finishing and getting the raise, in per cent, such as 40 or 20-60
    #[arg(long, value_name = "PERCENT", requires = "salary_step")]
    pub(in crate::cli) chance: Option<String>,
}

/// Options for the answers and for the programs considered.
#[derive(Debug, Args)]
pub(in crate::cli) struct Asked {
    /// The file of answers; `-` for standard input; without one, the answers of the profile
    #[arg(long, value_name = "FILE|-")]
    pub(in crate::cli) answers: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) running: Running,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("into").args(["html", "md"]).required(true).multiple(true))]
#[command(group = clap::ArgGroup::new("of").args(["answers", "compare", "plan", "program", "shortlist"]))]
pub(in crate::cli) struct Report {
    /// Write one HTML file that needs no network; `-` for standard output
    #[arg(long, value_name = "FILE|-")]
    pub(in crate::cli) html: Option<PathBuf>,
    /// Write Markdown; `-` for standard output
    #[arg(long, value_name = "FILE|-")]
    pub(in crate::cli) md: Option<PathBuf>,
    /// The result for a file of answers; `-` for standard input
    #[arg(long, value_name = "FILE|-")]
    pub(in crate::cli) answers: Option<PathBuf>,
    /// Two to four programs side by side
    #[arg(long, num_args = 2..=crate::compare::MAX_PROGRAMS, value_name = "ID")]
    pub(in crate::cli) compare: Vec<String>,
    /// The plans of one or more programs
    #[arg(long, num_args = 1.., value_name = "ID")]
    pub(in crate::cli) plan: Vec<String>,
    /// Everything on record about a program
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) program: Option<String>,
    /// The shortlist of the person in use; with `--profile NAME` alone, everything: answers, shortlist, result and plans
    #[arg(long)]
    pub(in crate::cli) shortlist: bool,
    /// The name of the person it is for, printed at the top
    #[arg(long = "for", value_name = "NAME")]
    pub(in crate::cli) whom: Option<String>,
    #[command(flatten)]
    pub(in crate::cli) force: Force,
    #[command(flatten)]
    pub(in crate::cli) running: Running,
    #[command(flatten)]
    pub(in crate::cli) terms: Terms,
}

/// Options for the questionnaire.
#[derive(Debug, Args)]
pub(in crate::cli) struct Questions {
    /// Use this questionnaire instead of the built-in one; also `PROSPECTUS_QUESTIONNAIRE`
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) questionnaire: Option<PathBuf>,
}

/// Options for the programs considered.
#[derive(Debug, Args)]
pub(in crate::cli) struct Running {
    #[command(flatten)]
    pub(in crate::cli) questions: Questions,
    /// Recommend only programs that are still taught, or also older ones
    #[arg(long, value_enum, ignore_case = true, default_value_t = RunningStatus::Offered)]
    pub(in crate::cli) status: RunningStatus,
    /// Whether a limit keeps a program whose value is unknown
    #[arg(long, value_enum, ignore_case = true, default_value_t = UnknownWord::Keep)]
    pub(in crate::cli) unknown: UnknownWord,
    /// Do not assume "no credit" for kinds that usually carry none
    #[arg(long)]
    pub(in crate::cli) no_presumption: bool,
    /// Let this answer rank programs but remove none (can be repeated)
    #[arg(long, value_name = "QUESTION")]
    pub(in crate::cli) lift: Vec<String>,
    /// Show this many programs in full
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = count(1..=50))]
    pub(in crate::cli) top: u32,
}

/// The statuses with which a program is considered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum RunningStatus {
    /// In the latest list, or moved to another platform
    #[value(alias = "current")]
    Offered,
    /// Any
    All,
}
