//! The settings: what the result depends on besides the answers.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::question::Question;
use crate::search::Unknowns;

/// What the result depends on besides the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The date of the advice, which is also the start of study.
    pub as_of: Date,
    /// Whether programs that are only in an older list are considered.
    pub include_older: bool,
    /// Whether a limit keeps or drops a program whose fact is unknown.
    pub unknowns: Unknowns,
    /// Whether kinds that usually carry no credit are presumed to carry none if nothing is on record.
    pub presume_no_credit: bool,
    /// Questions whose limits are lifted. Their answers still count toward the score but remove nothing.
    pub lifted: BTreeSet<Question>,
    /// How many programs are shown in full.
    pub shown: usize,
}

impl Settings {
    /// Returns the default settings for a date.
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
