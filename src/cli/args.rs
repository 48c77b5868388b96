//! The command line as data: clap reads it, and completions and the manual are made from it. Doc comments on options
//! and commands are their help text. Every help text starts with examples.

mod advice;
mod catalog;
pub(super) mod kept;
mod search;
mod values;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::files::Existing;
use crate::look::{LookName, When};

pub(super) use advice::{
    Advise, Asked, Plan, Questions, Recommend, Report, Running, RunningStatus, Terms, WhatIf, WhyNot,
};
pub(super) use catalog::{CatalogAction, CatalogArgs, Import, Merge};
pub(super) use search::{Facets, Filter, List, Map, Similar, StatusWord, UnknownWord};
pub(super) use values::Format;
use values::day;

/// The order of a help text: examples, usage, then everything else.
pub(super) const TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Which online credential should I take, and why?
#[derive(Debug, Parser)]
#[command(
    name = "prospectus",
    version,
    about = "Which online credential should I take, and why?",
    before_help = "Examples:\n  prospectus                                      explore, full screen\n  \
        prospectus list supply chain --institution MIT  find programs\n  \
        prospectus show mitx-supply-chain-management    everything on record about one\n  \
        prospectus compare ID ID                        side by side\n  \
        prospectus plan ID --hours 6                    when, how much, where it leads\n  \
        prospectus advise                               a few questions, then a recommendation\n  \
        prospectus guide                                the kinds of credential\n\n",
    after_help = "Exit codes: 0 ok, 1 failed, 2 usage, 3 no program fits, 4 not enough answers, 5 data rejected, \
        130 interrupted.\nData goes to standard output, messages to standard error."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(flatten)]
    pub(super) screen: Screen,
    /// Without one: the explorer, full screen.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Options of the explorer only.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "The explorer")]
pub(super) struct Screen {
    /// How it looks; by default in the terminal's own colours, or as the environment says
    #[arg(long, value_enum, ignore_case = true, value_name = "NAME")]
    pub(super) look: Option<LookName>,
    /// Use the mouse; without this, the terminal keeps it for selecting text
    #[arg(long)]
    pub(super) mouse: bool,
    /// Start fresh: neither restore nor change the view that you left last time. Input from a pipe always does
    #[arg(long)]
    pub(super) fresh: bool,
}

/// Options of every command.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Use this catalogue instead of the built-in one: a file, or a folder of saved pages; also `PROSPECTUS_CATALOG`
    #[arg(long, global = true, value_name = "FILE|DIR")]
    pub(super) catalog: Option<PathBuf>,
    /// Work for this person instead of the one in use
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Use this configuration file instead of your own; also `PROSPECTUS_CONFIG`
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// How to print
    #[arg(long, global = true, value_enum, ignore_case = true, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
    /// The same as --format json
    #[arg(long, global = true)]
    pub(super) json: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, ignore_case = true, value_name = "WHEN", default_value_t = When::Auto)]
    pub(super) color: When,
    /// When to print web addresses as links that the terminal can open
    #[arg(long, global = true, value_enum, ignore_case = true, value_name = "WHEN", default_value_t = When::Auto)]
    pub(super) hyperlinks: When,
    /// Start CSV with a byte order mark, which some spreadsheets need
    #[arg(long, global = true)]
    pub(super) csv_mark: bool,
    /// Use ASCII characters only
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    /// Plain lines instead of columns and screens, for screen readers; also `ACCESSIBLE=1`
    #[arg(long, global = true)]
    pub(super) accessible: bool,
    /// Calculate as of this day, such as 2026-11-23
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<jiff::civil::Date>,
    /// Never ask anything
    #[arg(long, global = true)]
    pub(super) no_input: bool,
    /// Print everything at once; otherwise `PAGER` shows output that is longer than the terminal
    #[arg(long, global = true)]
    pub(super) no_pager: bool,
}

impl Global {
    /// The `--format` that contradicts `--json`, if there is one. On an import `--format` is about the input, not the
    /// output, so it never contradicts.
    pub(super) fn contradiction(&self) -> Option<Format> {
        self.format.filter(|format| self.json && !matches!(format, Format::Json | Format::Input(_)))
    }
}

/// A command.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find programs
    #[command(before_help = "Examples:\n  prospectus list data science\n  \
        prospectus list --kind micromasters --language English --sort length\n  \
        prospectus list python --max-price 500 --unknown drop --format csv\n  \
        prospectus list 'inst:mit,harvard months:<=12 statistics'\n  \
        prospectus list data -python -field:business  (a minus leaves out)\n\n")]
    List(List),
    /// Count programs by institution, field, kind, level, language and status
    #[command(
        before_help = "Examples:\n  prospectus facets\n  prospectus facets python --kind micromasters --json\n\n"
    )]
    Facets(Facets),
    /// Programs by hours of work and months or price, with the median of each field
    #[command(before_help = "Examples:\n  prospectus map supply chain\n  \
        prospectus map --field \"Computer Science\" --axis price --json\n\n")]
    Map(Map),
    /// Everything on record about a program, with basis, source and date
    #[command(before_help = "Examples:\n  prospectus show mitx-supply-chain-management\n  \
        prospectus show ibm-data-science --json\n\n")]
    Show(Show),
    /// Programs that share courses or topics with one, and what they share
    #[command(before_help = "Examples:\n  prospectus similar ibm-full-stack-application-development\n  \
        prospectus similar mitx-supply-chain-management --limit 5 --json\n\n")]
    Similar(Similar),
    /// Programs side by side
    #[command(before_help = "Examples:\n  prospectus compare ibm-data-science harvardx-data-science\n  \
        prospectus compare ID ID ID --all --format md\n\n")]
    Compare(Compare),
    /// The guide: the kinds of credential side by side, trade-offs, frequent questions
    #[command(before_help = "Examples:\n  prospectus guide\n  prospectus guide --format md\n\n")]
    Guide,
    /// Answer the questions line by line, then get a recommendation
    #[command(before_help = "Examples:\n  prospectus advise\n  prospectus advise --save my-answers.json\n\n")]
    Advise(Advise),
    /// The recommendation for a file of answers
    #[command(before_help = "Examples:\n  prospectus recommend --answers my-answers.json\n  \
        echo '{\"goal\": \"switch_career\", \"credit\": \"nice\", \"depth\": \"deep\"}' | prospectus recommend --answers -\n  \
        prospectus recommend --answers my-answers.json --explain --format md > decision.md\n\n")]
    Recommend(Recommend),
    /// Why a program is not recommended, or not first, and the smallest change that would help it
    #[command(before_help = "Examples:\n  \
        prospectus why-not mitx-supply-chain-management --answers my-answers.json\n\n")]
    WhyNot(WhyNot),
    /// Change an answer and see how the result changes
    #[command(before_help = "Examples:\n  prospectus what-if --answers my-answers.json --set hours=8-12\n  \
        prospectus what-if --answers my-answers.json --set credit=must horizon=18m\n\n")]
    WhatIf(WhatIf),
    /// When you would finish, what it costs, what it can count toward and where it leads
    #[command(before_help = "Examples:\n  \
        prospectus plan harvardx-data-science --hours 6 --start 2027-01-11\n  \
        prospectus plan mitx-supply-chain-management --hours 8-10 --deadline 2028-06-30\n  \
        prospectus plan ibm-data-science --hours 5 --rate GBP=1.27@2026-11-01\n  \
        prospectus plan ID ID --hours 6 --format ics > plan.ics\n\n")]
    Plan(Plan),
    /// Write a result, a comparison, plans or a program to one file to share, in HTML or Markdown
    #[command(before_help = "Examples:\n  prospectus report --html decision.html --answers my-answers.json\n  \
        prospectus report --html plan.html --plan harvardx-data-science --hours 6\n  \
        prospectus report --md - --compare ID ID\n\n")]
    Report(Box<Report>),
    /// The questionnaire as data or as a graph
    #[command(before_help = "Examples:\n  prospectus flow --format json\n  \
        prospectus flow --format dot | dot -Tsvg > flow.svg\n\n")]
    Flow(Questions),
    /// The catalogue itself
    #[command(before_help = "Examples:\n  prospectus catalog info\n  prospectus catalog check my-catalog.json\n\n")]
    Catalog(CatalogArgs),
    /// The programs that you keep, in their order, with notes and what changed since
    #[command(before_help = "Examples:\n  prospectus shortlist\n  \
        prospectus shortlist add mitx-supply-chain-management ibm-data-science\n  \
        prospectus shortlist move ibm-data-science 1\n  \
        prospectus shortlist label ibm-data-science affordable\n  \
        prospectus shortlist --profile Ana --format md > ana.md\n\n")]
    Shortlist(kept::Shortlist),
    /// Show or write a note on a program or on the person
    #[command(before_help = "Examples:\n  prospectus note ibm-data-science --text \"ask about the exam\"\n  \
        prospectus note ibm-data-science      (your editor, on a terminal)\n\n")]
    Note(kept::Note),
    /// The people whose answers, shortlists and notes are kept, and who is in use
    #[command(before_help = "Examples:\n  prospectus profile new Ana\n  prospectus profile use Ana\n  \
        prospectus profile forget Ana\n\n")]
    Profile(kept::Profile),
    /// Saved decisions, to show or to compute again
    #[command(
        before_help = "Examples:\n  prospectus record keep --answers my-answers.json --note \"after our talk\"\n  \
        prospectus record show 1 --json > decision.json\n  prospectus record replay decision.json\n\n"
    )]
    Record(kept::Record),
    /// The courses that you have finished
    #[command(before_help = "Examples:\n  prospectus courses done \"Introduction to Data Science\"\n  \
        prospectus courses --json\n\n")]
    Courses(kept::Courses),
    /// The changes of what is kept, the latest first
    #[command(before_help = "Examples:\n  prospectus history --limit 10\n\n")]
    History(kept::History),
    /// Undo the last change of what is kept
    #[command(before_help = "Examples:\n  prospectus undo\n\n")]
    Undo,
    /// What a bug report needs: versions, places of files, what the terminal can do. Nothing private
    #[command(before_help = "Examples:\n  prospectus doctor\n  prospectus doctor --json\n\n")]
    Doctor,
    /// Delete everything that is kept on this computer
    #[command(before_help = "Examples:\n  prospectus forget\n  prospectus forget --yes\n\n")]
    Forget(kept::Forget),
    /// The configuration: where it is, whether it is valid, and everything that can be set
    #[command(before_help = "Examples:\n  prospectus config\n  prospectus config path\n  prospectus config check\n  \
        prospectus config print-default > my-config.toml\n\n")]
    Config(ConfigArgs),
    /// Print completions for a shell
    #[command(before_help = "Examples:\n  prospectus completions bash > \
        ~/.local/share/bash-completion/completions/prospectus\n  \
        prospectus completions fish > ~/.config/fish/completions/prospectus.fish\n\n")]
    Completions {
        /// Which shell
        #[arg(value_enum, ignore_case = true)]
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(
        before_help = "Examples:\n  prospectus man > prospectus.1\n  prospectus man list > prospectus-list.1\n\n"
    )]
    Man {
        /// The page of one command
        command: Option<String>,
    },
}

/// Arguments of the configuration command.
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// Without one: every setting with its value and where the value comes from
    #[command(subcommand)]
    pub(super) action: Option<ConfigAction>,
}

/// An action on the configuration.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(super) enum ConfigAction {
    /// Print where the file is
    Path,
    /// List everything in it that is not valid
    Check,
    /// Print every setting with its default, as a file to start from
    PrintDefault,
}

/// Arguments of `show`.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The id of the program, as `list` prints it
    pub(super) id: String,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub(super) struct Compare {
    /// Two to four ids, as `list` prints them
    #[arg(required = true, num_args = 2..=crate::compare::MAX_PROGRAMS, value_name = "ID")]
    pub(super) ids: Vec<String>,
    /// Also the rows that do not differ
    #[arg(long)]
    pub(super) all: bool,
}

/// What to do with an existing file.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Force {
    /// Replace a file of another kind, or kept data that holds more
    #[arg(long)]
    force: bool,
}

impl From<Force> for Existing {
    fn from(words: Force) -> Self {
        if words.force { Self::Replace } else { Self::Spare }
    }
}
