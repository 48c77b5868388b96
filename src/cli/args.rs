//! The words of the command line, as data: clap reads them, and so do the completions and the manual. Examples stand
//! first in every help.

pub(super) mod kept;

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::catalog::Status;
use crate::files::Existing;
use crate::look::{LookName, When};
use crate::map::Axis;
use crate::search::{Sort, Unknowns};

/// Examples before usage before the rest.
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
pub(super) struct Words {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(flatten)]
    pub(super) screen: Screen,
    /// Without one: the explorer, full screen.
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// What holds for the explorer alone.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "The explorer")]
pub(super) struct Screen {
    /// How it looks; without it the terminal's own colours, or what the environment tells
    #[arg(long, value_enum, value_name = "NAME")]
    pub(super) look: Option<LookName>,
    /// Listen to the mouse; without it the terminal keeps it, to select text
    #[arg(long)]
    pub(super) mouse: bool,
    /// Start without the view that was kept when the explorer was last left, and leave it as it is; lines from a pipe
    /// always do
    #[arg(long)]
    pub(super) fresh: bool,
}

/// What holds for every command.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(super) struct Global {
    /// Read this catalogue in place of the shipped one; also `PROSPECTUS_CATALOG`
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) catalog: Option<PathBuf>,
    /// Work for this person in place of the one in use
    #[arg(long, global = true, value_name = "NAME")]
    pub(super) profile: Option<String>,
    /// Read this configuration in place of the person's own; also `PROSPECTUS_CONFIG`
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// How to print
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub(super) format: Option<Format>,
    /// The same as --format json
    #[arg(long, global = true, conflicts_with = "format")]
    pub(super) json: bool,
    /// When to use colour
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    pub(super) color: When,
    /// When to print web addresses as links that the terminal can open
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    pub(super) hyperlinks: When,
    /// Begin CSV with a mark of its encoding, which some spreadsheets need
    #[arg(long, global = true)]
    pub(super) csv_mark: bool,
    /// Only ASCII signs
    #[arg(long, global = true)]
    pub(super) ascii: bool,
    /// Lines of words in place of columns and screens, the explorer line by line; also `ACCESSIBLE=1`
    #[arg(long, global = true)]
    pub(super) accessible: bool,
    /// Reckon as of this day, such as 2026-11-23
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<jiff::civil::Date>,
    /// Never ask anything
    #[arg(long, global = true)]
    pub(super) no_input: bool,
    /// Print long output at once; else `PAGER` shows what is longer than the terminal
    #[arg(long, global = true)]
    pub(super) no_pager: bool,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Columns, fitted to the terminal
    Table,
    /// Lines of `label: value`
    Plain,
    /// One JSON document
    Json,
    /// Comma-separated values
    Csv,
    /// Markdown
    Md,
    /// A graph for Graphviz
    Dot,
    /// A graph for Mermaid
    Mermaid,
    /// A calendar
    Ics,
}

impl Format {
    /// What a command prints whose answer is one table.
    pub(super) const OF_TABLE: [Self; 5] = [Self::Table, Self::Plain, Self::Json, Self::Csv, Self::Md];
    /// What a command prints whose answer is a page, which CSV cannot hold.
    pub(super) const OF_PAGE: [Self; 4] = [Self::Table, Self::Plain, Self::Json, Self::Md];

    /// What a plan is printed as.
    pub(super) const OF_PLAN: [Self; 6] = [Self::Table, Self::Plain, Self::Json, Self::Csv, Self::Md, Self::Ics];

    /// The name on the command line.
    pub(super) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl ValueEnum for When {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Auto, Self::Always, Self::Never]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Auto => ("auto", "On a terminal that has not been told otherwise"),
            Self::Always => ("always", "Also in files and pipes"),
            Self::Never => ("never", "Never"),
        };
        Some(PossibleValue::new(name).help(help))
    }
}

impl ValueEnum for LookName {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Default => "The terminal's own colours",
            Self::Dark => "For a dark background",
            Self::Light => "For a light background",
            Self::HighContrast => "Bright on black, nothing dimmed",
            Self::Mono => "No colours",
            Self::Own => "The look of your own from the configuration",
        };
        Some(PossibleValue::new(self.name()).help(help))
    }
}

impl ValueEnum for Sort {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let help = match self {
            Self::Match => "The best match first",
            Self::Title => "By title",
            Self::Institution => "By institution",
            Self::Length => "The shortest first",
            Self::Courses => "The fewest courses first",
            Self::Effort => "The least work first",
            Self::Price => "The cheapest in US dollars first",
        };
        Some(PossibleValue::new(self.slug()).help(help))
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find programs
    #[command(before_help = "Examples:\n  prospectus list data science\n  \
        prospectus list --kind micromasters --language English --sort length\n  \
        prospectus list python --max-price 500 --unknown drop --format csv\n  \
        prospectus list 'inst:mit,harvard months:<=12 \"supply chain\"'\n  \
        prospectus list data -- -python -field:business  (after -- a minus leaves out)\n\n")]
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
    /// The kinds of credential side by side, and the frequent questions
    #[command(before_help = "Examples:\n  prospectus guide\n  prospectus guide --format md\n\n")]
    Guide,
    /// The questionnaire, line by line; ends like `recommend`
    #[command(before_help = "Examples:\n  prospectus advise\n  prospectus advise --save my-answers.json\n\n")]
    Advise(Advise),
    /// The result for a file of answers
    #[command(before_help = "Examples:\n  prospectus recommend --answers my-answers.json\n  \
        echo '{\"goal\": \"switch_career\", \"credit\": \"nice\", \"depth\": \"deep\"}' | prospectus recommend --answers -\n  \
        prospectus recommend --answers my-answers.json --explain --format md > decision.md\n\n")]
    Recommend(Recommend),
    /// Why a program is not (or not first) in the result, and the nearest change that would lift it
    #[command(before_help = "Examples:\n  \
        prospectus why-not mitx-supply-chain-management --answers my-answers.json\n\n")]
    WhyNot(WhyNot),
    /// The result before and after a change of answers
    #[command(before_help = "Examples:\n  prospectus what-if --answers my-answers.json --set hours=8-12\n  \
        prospectus what-if --answers my-answers.json --set credit=must horizon=18m\n\n")]
    WhatIf(WhatIf),
    /// When you would be done, what it costs, what it can count for and where it leads
    #[command(before_help = "Examples:\n  \
        prospectus plan harvardx-data-science --hours 6 --start 2027-01-11\n  \
        prospectus plan mitx-supply-chain-management --hours 8-10 --deadline 2028-06-30\n  \
        prospectus plan ibm-data-science --hours 5 --rate GBP=1.27@2026-11-01\n  \
        prospectus plan ID ID --hours 6 --format ics > plan.ics\n\n")]
    Plan(Plan),
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
    /// Whose answers, shortlist and notes are in use
    #[command(before_help = "Examples:\n  prospectus profile new Ana\n  prospectus profile use Ana\n  \
        prospectus profile forget Ana\n\n")]
    Profile(kept::Profile),
    /// Decisions as they were taken, to show and to compute anew
    #[command(
        before_help = "Examples:\n  prospectus record keep --answers my-answers.json --note \"after our talk\"\n  \
        prospectus record show 1 --json > decision.json\n  prospectus record replay decision.json\n\n"
    )]
    Record(kept::Record),
    /// The courses that you have finished
    #[command(before_help = "Examples:\n  prospectus courses done \"Introduction to Data Science\"\n  \
        prospectus courses --json\n\n")]
    Courses(kept::Courses),
    /// What was done to what is kept, the latest first
    #[command(before_help = "Examples:\n  prospectus history --limit 10\n\n")]
    History(kept::History),
    /// Take the last change of what is kept back
    #[command(before_help = "Examples:\n  prospectus undo\n\n")]
    Undo,
    /// Versions, places of files, abilities of the terminal: what a report of a fault needs, and nothing private
    #[command(before_help = "Examples:\n  prospectus doctor\n  prospectus doctor --json\n\n")]
    Doctor,
    /// Delete everything that is kept on this computer
    #[command(before_help = "Examples:\n  prospectus forget\n  prospectus forget --yes\n\n")]
    Forget(kept::Forget),
    /// The configuration: where it lies, whether it can be followed, and everything that can be set
    #[command(before_help = "Examples:\n  prospectus config\n  prospectus config path\n  prospectus config check\n  \
        prospectus config print-default > my-config.toml\n\n")]
    Config(ConfigArgs),
    /// Completions for a shell, on standard output
    #[command(before_help = "Examples:\n  prospectus completions bash > \
        ~/.local/share/bash-completion/completions/prospectus\n  \
        prospectus completions fish > ~/.config/fish/completions/prospectus.fish\n\n")]
    Completions {
        /// Which shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// The manual, on standard output
    #[command(
        before_help = "Examples:\n  prospectus man > prospectus.1\n  prospectus man list > prospectus-list.1\n\n"
    )]
    Man {
        /// The page of one command
        command: Option<String>,
    },
}

/// The configuration.
#[derive(Debug, Args)]
pub(super) struct ConfigArgs {
    /// Without one: every setting with its value and where that comes from
    #[command(subcommand)]
    pub(super) action: Option<ConfigAction>,
}

/// What to do with the configuration.
#[derive(Clone, Copy, Debug, Subcommand)]
pub(super) enum ConfigAction {
    /// Print where it lies
    Path,
    /// Name everything in it that cannot be followed
    Check,
    /// Print every setting with its default, as a file to begin with
    PrintDefault,
}

/// Find programs.
#[derive(Debug, Args)]
pub(super) struct List {
    #[command(flatten)]
    pub(super) filter: Filter,
    /// In which order
    #[arg(long, value_enum, default_value_t = Sort::Match, value_name = "ORDER")]
    pub(super) sort: Sort,
    /// List at most so many
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<u32>,
}

/// Count programs.
#[derive(Debug, Args)]
pub(super) struct Facets {
    #[command(flatten)]
    pub(super) filter: Filter,
}

/// Programs as points.
#[derive(Debug, Args)]
pub(super) struct Map {
    #[command(flatten)]
    pub(super) filter: Filter,
    /// What hours of work are set against
    #[arg(long, value_enum, default_value_t = AxisWord::Months, value_name = "AXIS")]
    pub(super) axis: AxisWord,
}

/// What hours of work are set against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AxisWord {
    /// Calendar time as listed
    Months,
    /// Price in US dollars
    Price,
}

impl From<AxisWord> for Axis {
    fn from(word: AxisWord) -> Self {
        match word {
            AxisWord::Months => Self::Months,
            AxisWord::Price => Self::Price,
        }
    }
}

/// Which program, and how many that are like it.
#[derive(Debug, Args)]
pub(super) struct Similar {
    /// The id of the program, as `list` prints it
    pub(super) id: String,
    /// List at most so many
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<u32>,
}

/// Which programs.
#[derive(Debug, Args)]
pub(super) struct Filter {
    /// Words to find, "exact phrases", and fields: inst: field: topic: kind: level: lang: status: credit: months: hours: price:
    /// courses: unknown:, such as kind:mm months:<6 hours:3..8; `-` before any of them leaves it out
    pub(super) query: Vec<String>,
    /// Offered by (repeat for any of several)
    #[arg(long, value_name = "NAME")]
    pub(super) institution: Vec<String>,
    /// In this field (repeat for any of several)
    #[arg(long, value_name = "NAME")]
    pub(super) field: Vec<String>,
    /// About this topic, such as nursing (repeat for any of several)
    #[arg(long, value_name = "NAME")]
    pub(super) topic: Vec<String>,
    /// Of this kind, such as micromasters (repeat for any of several)
    #[arg(long, value_name = "KIND")]
    pub(super) kind: Vec<String>,
    /// At this level, such as introductory (repeat for any of several)
    #[arg(long, value_name = "LEVEL")]
    pub(super) level: Vec<String>,
    /// In this language (repeat for any of several)
    #[arg(long, value_name = "NAME")]
    pub(super) language: Vec<String>,
    /// Still taught, wherever that is, or gone from the latest list
    #[arg(long, value_enum, default_value_t = StatusWord::Offered)]
    pub(super) status: StatusWord,
    /// At most so many months on the calendar
    #[arg(long, value_name = "N", value_parser = amount)]
    pub(super) max_months: Option<f64>,
    /// At most so many hours of work in all
    #[arg(long, value_name = "N", value_parser = amount)]
    pub(super) max_hours: Option<f64>,
    /// At most so many US dollars
    #[arg(long, value_name = "N", value_parser = amount)]
    pub(super) max_price: Option<f64>,
    /// What becomes of programs of which the limited fact is not known
    #[arg(long, value_enum, default_value_t = UnknownWord::Keep)]
    pub(super) unknown: UnknownWord,
}

fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "it is no day of the calendar; a day is written like 2026-11-23".to_owned())
}

fn amount(text: &str) -> Result<f64, String> {
    let amount: f64 = text.parse().map_err(|_| "it is not a number".to_owned())?;
    if amount.is_finite() && amount >= 0.0 { Ok(amount) } else { Err("it is not an amount of 0 or more".to_owned()) }
}

/// What may have become of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum StatusWord {
    /// In the latest list, or moved to another platform
    Offered,
    /// In the latest list
    Current,
    /// Moved to another platform
    Moved,
    /// Only in an older list
    Older,
    /// Any
    All,
}

impl StatusWord {
    /// The one status that it lets pass; nothing where several may.
    pub(super) fn only(self) -> Option<Status> {
        match self {
            Self::Current => Some(Status::Current),
            Self::Moved => Some(Status::Moved),
            Self::Older => Some(Status::Older),
            Self::Offered | Self::All => None,
        }
    }
}

/// What becomes of unknown facts under a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum UnknownWord {
    /// They stay
    Keep,
    /// They go
    Drop,
}

impl From<UnknownWord> for Unknowns {
    fn from(word: UnknownWord) -> Self {
        match word {
            UnknownWord::Keep => Self::Keep,
            UnknownWord::Drop => Self::Drop,
        }
    }
}

/// Which program.
#[derive(Debug, Args)]
pub(super) struct Show {
    /// The id of the program, as `list` prints it
    pub(super) id: String,
}

/// Which programs.
#[derive(Debug, Args)]
pub(super) struct Compare {
    /// Two to four ids, as `list` prints them
    #[arg(required = true, num_args = 2..=crate::compare::MOST, value_name = "ID")]
    pub(super) ids: Vec<String>,
    /// Also the rows that do not differ
    #[arg(long)]
    pub(super) all: bool,
}

/// Answer the questions.
#[derive(Debug, Args)]
pub(super) struct Advise {
    #[command(flatten)]
    pub(super) running: Running,
    /// Keep the answers in this file
    #[arg(long, value_name = "FILE")]
    pub(super) save: Option<PathBuf>,
    #[command(flatten)]
    pub(super) force: Force,
    /// Print every weight and every removal
    #[arg(long)]
    pub(super) explain: bool,
}

/// Recommend by a file of answers.
#[derive(Debug, Args)]
pub(super) struct Recommend {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// Print every weight and every removal
    #[arg(long)]
    pub(super) explain: bool,
}

/// Ask about one program.
#[derive(Debug, Args)]
pub(super) struct WhyNot {
    /// The id of the program, as `list` prints it
    pub(super) id: String,
    #[command(flatten)]
    pub(super) asked: Asked,
}

/// Ask about other answers.
#[derive(Debug, Args)]
pub(super) struct WhatIf {
    #[command(flatten)]
    pub(super) asked: Asked,
    /// What to answer instead, such as hours=8-12; without a value, the answer is taken back
    #[arg(long, required = true, num_args = 1.., value_name = "QUESTION=VALUE")]
    pub(super) set: Vec<String>,
}

/// Plan programs.
#[derive(Debug, Args)]
pub(super) struct Plan {
    /// One or more ids, as `list` prints them; several are planned side by side from the same start
    #[arg(required = true, value_name = "ID")]
    pub(super) ids: Vec<String>,
    /// Hours a week that you give, such as 6 or 4-7
    #[arg(long, value_name = "N")]
    pub(super) hours: Option<String>,
    /// The first day of study; without it, today
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) start: Option<jiff::civil::Date>,
    /// When it must be finished
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) deadline: Option<jiff::civil::Date>,
    /// Weeks off between one course and the next
    #[arg(long, value_name = "WEEKS", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=52))]
    pub(super) breaks: u32,
    /// US dollars for one unit of a currency on a day, such as GBP=1.27@2026-11-01 (repeat for several)
    #[arg(long, value_name = "CODE=DOLLARS@DATE")]
    pub(super) rate: Vec<String>,
    /// More salary a year that you expect, in the currency of the cost, such as 3000 or 2000-5000
    #[arg(long, value_name = "N", requires = "chance")]
    pub(super) salary_step: Option<String>,
    /// Your chance to finish and get it, in per cent, such as 40 or 20-60
    #[arg(long, value_name = "PERCENT", requires = "salary_step")]
    pub(super) chance: Option<String>,
}

/// The answers, and what is in the running.
#[derive(Debug, Args)]
pub(super) struct Asked {
    /// The file of answers; `-` for standard input; without one, the answers of the profile
    #[arg(long, value_name = "FILE|-")]
    pub(super) answers: Option<PathBuf>,
    #[command(flatten)]
    pub(super) running: Running,
}

/// Which questionnaire.
#[derive(Debug, Args)]
pub(super) struct Questions {
    /// Ask and weigh by this questionnaire in place of the shipped one; also `PROSPECTUS_QUESTIONNAIRE`
    #[arg(long, value_name = "FILE")]
    pub(super) questionnaire: Option<PathBuf>,
}

/// What is in the running.
#[derive(Debug, Args)]
pub(super) struct Running {
    #[command(flatten)]
    pub(super) questions: Questions,
    /// Only programs that are still taught, or also older ones
    #[arg(long, value_enum, default_value_t = RunningStatus::Offered)]
    pub(super) status: RunningStatus,
    /// What a limit does to a program of which the limited fact is not known
    #[arg(long, value_enum, default_value_t = UnknownWord::Keep)]
    pub(super) unknown: UnknownWord,
    /// Do not presume that kinds which usually carry no credit carry none
    #[arg(long)]
    pub(super) no_presumption: bool,
    /// Let this answer weigh, but remove nothing (repeat for several)
    #[arg(long, value_name = "QUESTION")]
    pub(super) lift: Vec<String>,
    /// Show so many programs in full
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=50))]
    pub(super) top: u32,
}

/// Which lists a recommended program may stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum RunningStatus {
    /// In the latest list, or moved to another platform
    #[value(alias = "current")]
    Offered,
    /// Any
    All,
}

/// What about the catalogue.
#[derive(Debug, Args)]
pub(super) struct CatalogArgs {
    #[command(subcommand)]
    pub(super) action: CatalogAction,
}

/// What about the catalogue.
#[derive(Debug, Subcommand)]
pub(super) enum CatalogAction {
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
pub(super) struct Merge {
    /// Files of facts, and tables of the sources that they cite
    #[arg(required = true, value_name = "FACTS")]
    pub(super) facts: Vec<PathBuf>,
    /// The catalogue in JSON to add to
    #[arg(long, value_name = "CATALOG")]
    pub(super) into: PathBuf,
    /// Where to write the catalogue with the facts
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: PathBuf,
    /// Write what became of every row as JSON
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    #[command(flatten)]
    pub(super) force: Force,
}

/// What becomes of a file that is there already.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Force {
    /// Replace a file that holds more, or something else
    #[arg(long)]
    force: bool,
}

impl From<Force> for Existing {
    fn from(words: Force) -> Self {
        if words.force { Self::Replace } else { Self::Spare }
    }
}
