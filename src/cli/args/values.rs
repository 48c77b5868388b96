//! The values of options: their names on the command line, their help, and how they are read.

use std::ops::RangeInclusive;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::catalog::import;
use crate::look::{LookName, When};
use crate::numbers;
use crate::search::Sort;

/// An output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
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
    /// The format of what is read; it does not change what is printed
    #[value(skip)]
    Input(Option<import::Format>),
}

impl Format {
    /// The formats of commands that print one table.
    pub(in crate::cli) const OF_TABLE: [Self; 5] = [Self::Table, Self::Plain, Self::Json, Self::Csv, Self::Md];
    /// The formats of commands that print a page, which CSV cannot hold.
    pub(in crate::cli) const OF_PAGE: [Self; 4] = [Self::Table, Self::Plain, Self::Json, Self::Md];

    /// The formats of a plan.
    pub(in crate::cli) const OF_PLAN: [Self; 6] =
        [Self::Table, Self::Plain, Self::Json, Self::Csv, Self::Md, Self::Ics];

    /// The name on the command line.
    pub(in crate::cli) fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

impl ValueEnum for When {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Auto, Self::Always, Self::Never]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        let (name, help) = match self {
            Self::Auto => ("auto", "On a terminal, unless the environment says otherwise"),
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
            Self::Own => "Your own look, from the configuration",
        };
        Some(PossibleValue::new(self.slug()).help(help))
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
            Self::TitleDown => "By title, Z to A",
            Self::Institution => "By institution",
            Self::InstitutionDown => "By institution, Z to A",
            Self::Length => "The shortest first",
            Self::LengthDown => "The longest first",
            Self::Courses => "The fewest courses first",
            Self::CoursesDown => "The most courses first",
            Self::Effort => "The least work first",
            Self::EffortDown => "The most work first",
            Self::Price => "The lowest price in US dollars first",
            Self::PriceDown => "The highest price in US dollars first",
        };
        Some(PossibleValue::new(self.slug()).help(help))
    }
}

/// The text is not a date.
#[derive(Debug, thiserror::Error)]
#[error("it is not a date; write it like 2026-11-23")]
pub(super) struct NotADay;

pub(super) fn day(text: &str) -> Result<jiff::civil::Date, NotADay> {
    numbers::date(text).ok_or(NotADay)
}

/// The greatest number of things that an option takes.
pub(super) const MAX_COUNT: u32 = u32::MAX;

/// Why a text is not a number that an option takes.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotACount {
    #[error("it is not a whole number")]
    NotWhole,
    #[error("it is not from {low} to {high}")]
    Outside { low: u32, high: u32 },
}

/// Reads a whole number within bounds.
pub(super) fn count(bounds: RangeInclusive<u32>) -> impl Fn(&str) -> Result<u32, NotACount> + Clone {
    move |text| {
        let number = numbers::whole(text).ok_or(NotACount::NotWhole)?;
        let outside = NotACount::Outside { low: *bounds.start(), high: *bounds.end() };
        u32::try_from(number).ok().filter(|number| bounds.contains(number)).ok_or(outside)
    }
}
