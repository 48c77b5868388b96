//! Arguments of the commands that find programs: list, facets, map and similar, with the filters. Doc comments on
//! options and commands are their help text.

use clap::{Args, ValueEnum};

use super::values::{MAX_COUNT, count};
use crate::catalog::Status;
use crate::map::Axis;
use crate::numbers::TwoReadings;
use crate::search::{Sort, Unknowns, read_amount};

/// Arguments of `list`.
#[derive(Debug, Args)]
pub(in crate::cli) struct List {
    #[command(flatten)]
    pub(in crate::cli) filter: Filter,
    /// In which order
    #[arg(long, value_enum, ignore_case = true, default_value_t = Sort::Match, value_name = "ORDER")]
    pub(in crate::cli) sort: Sort,
    /// List at most this many
    #[arg(long, value_name = "N", value_parser = count(0..=MAX_COUNT))]
    pub(in crate::cli) limit: Option<u32>,
}

/// Arguments of `facets`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Facets {
    #[command(flatten)]
    pub(in crate::cli) filter: Filter,
}

/// Arguments of `map`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Map {
    #[command(flatten)]
    pub(in crate::cli) filter: Filter,
    /// What the hours of work are compared with
    #[arg(long, value_enum, ignore_case = true, default_value_t = AxisWord::Months, value_name = "AXIS")]
    pub(in crate::cli) axis: AxisWord,
}

/// The quantity on the axis against the hours of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum AxisWord {
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

/// Arguments of `similar`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Similar {
    /// The id of the program, as `list` prints it
    pub(in crate::cli) id: String,
    /// List at most this many
    #[arg(long, value_name = "N", value_parser = count(0..=MAX_COUNT))]
    pub(in crate::cli) limit: Option<u32>,
}

/// The query and filters of a command that finds programs.
#[derive(Debug, Args)]
pub(in crate::cli) struct Filter {
    /// Words to find, "exact phrases", and fields: inst: field: topic: kind: level: lang: status: credit: months: hours: price:
    /// courses: unknown:, such as kind:mm months:<6 hours:3..8; `-` before any of them leaves it out
    pub(in crate::cli) query: Vec<String>,
    /// Offered by this school or company (can be repeated: any of them)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) institution: Vec<String>,
    /// In this field (can be repeated: any of them)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) field: Vec<String>,
    /// About this topic, such as nursing (can be repeated: any of them)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) topic: Vec<String>,
    /// Of this kind, such as micromasters (can be repeated: any of them)
    #[arg(long, value_name = "KIND")]
    pub(in crate::cli) kind: Vec<String>,
    /// At this level, such as introductory (can be repeated: any of them)
    #[arg(long, value_name = "LEVEL")]
    pub(in crate::cli) level: Vec<String>,
    /// In this language (can be repeated: any of them)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) language: Vec<String>,
    /// Still taught, here or elsewhere, or no longer in the latest list
    #[arg(long, value_enum, ignore_case = true, default_value_t = StatusWord::Offered)]
    pub(in crate::cli) status: StatusWord,
    /// At most this many months on the calendar
    #[arg(long, value_name = "N", value_parser = amount)]
    pub(in crate::cli) max_months: Option<f64>,
    /// At most this many hours of work in total
    #[arg(long, value_name = "N", value_parser = amount)]
    pub(in crate::cli) max_hours: Option<f64>,
    /// At most this price in US dollars
    #[arg(long, value_name = "N", value_parser = amount)]
    pub(in crate::cli) max_price: Option<f64>,
    /// Whether limits keep programs whose value is unknown
    #[arg(long, value_enum, ignore_case = true, default_value_t = UnknownWord::Keep)]
    pub(in crate::cli) unknown: UnknownWord,
}

/// Why a number cannot be used as a limit.
#[derive(Debug, thiserror::Error)]
enum NotALimit {
    #[error("it is not a number of 0 or more")]
    NotANumber,
    #[error(transparent)]
    TwoReadings(#[from] TwoReadings),
}

fn amount(text: &str) -> Result<f64, NotALimit> {
    read_amount(text)?.ok_or(NotALimit::NotANumber)
}

/// The statuses that pass the filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum StatusWord {
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
    /// The single status that passes; `None` if several do.
    pub(in crate::cli) fn only(self) -> Option<Status> {
        match self {
            Self::Current => Some(Status::Current),
            Self::Moved => Some(Status::Moved),
            Self::Older => Some(Status::Older),
            Self::Offered | Self::All => None,
        }
    }
}

/// What a limit does with programs whose value is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum UnknownWord {
    /// Keep them
    Keep,
    /// Leave them out
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
