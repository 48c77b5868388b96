//! What an amount is for, according to a note beside it: in a column of its own, or in a remark on the whole row.

use super::basis::{Purpose, purpose, purpose_of_basis};
use super::buyers::MAX_LABEL;
use super::each::words;

/// What amounts are for, according to a note beside them: one of few words is read as a heading is.
pub(in super::super) fn purpose_of_note(text: &str) -> Option<Purpose> {
    if words(text).len() <= MAX_LABEL { purpose_of_basis(text) } else { purpose(text) }
}

/// The most words of a remark on the row as a whole that is read as one on its price.
const MAX_REMARK: usize = 4;

/// What amounts are for, according to a remark on the row that says no more than that, such as `per semester`.
pub(in super::super) fn purpose_of_remark(text: &str) -> Option<Purpose> {
    purpose(text).filter(|_| words(text).len() <= MAX_REMARK)
}
