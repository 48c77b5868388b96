//! What the result depends on beside the answers.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::question::Question;
use crate::search::Unknowns;

/// What the result depends on beside the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The day on which the program would start.
    pub as_of: Date,
    /// Whether programs that are only in an older list are in the running.
    pub include_older: bool,
    /// What a limit does to a program whose fact is unknown.
    pub unknowns: Unknowns,
    /// Whether kinds that usually carry no credit are taken to carry none where nothing is recorded.
    pub presume_no_credit: bool,
    /// Limits that were lifted: their answers still weigh, but remove nothing.
    pub lifted: BTreeSet<Question>,
    /// How many programs are shown in full.
    pub shown: usize,
}

impl Settings {
    /// The usual settings for a day.
    pub fn new(as_of: Date) -> Self {
        Self {
            as_of,
            include_older: false,
            unknowns: Unknowns::Keep,
            presume_no_credit: true,
            lifted: BTreeSet::new(),
            shown: 3,
        }
    }
}
