//! A fact, or one of its claims, in words, with its origin.

use super::{Basis, Grade, SourceIx};

/// One fact, or one of its claims, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'c> {
    /// The value in words; `unknown` if the fact is unknown.
    pub text: String,
    /// The origin of the value; `None` if the fact is unknown.
    pub origin: Option<Origin<'c>>,
    /// The number of other claims.
    pub others: usize,
}

/// The origin of the value of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Origin<'c> {
    /// How the claim was obtained.
    pub basis: Basis,
    /// The source that makes the claim.
    pub source: SourceIx,
    /// The date of the claim, in the words of the source.
    pub as_of: &'c str,
    /// How far the source can be trusted.
    pub grade: Grade,
    /// The method or a condition; `None` if none is on record.
    pub note: Option<&'c str>,
}

impl Cell<'_> {
    /// The word shown for an unknown fact.
    pub const UNKNOWN: &'static str = "unknown";

    /// The name of the basis in files; `unknown` if the fact is unknown.
    pub fn basis(&self) -> &'static str {
        Basis::slug_of(self.origin.map(|origin| origin.basis))
    }

    /// Whether the fact is known.
    pub fn is_known(&self) -> bool {
        self.origin.is_some()
    }
}
