//! What a reader makes of one record.

use super::draft::Draft;

/// What a record turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    /// A program or a course; of a record that speaks of several, each of them.
    Drafts(Vec<Draft>),
    /// Understood, and without a place in a catalogue; the reason.
    LeftOut(String),
    /// Not usable; the reason.
    Rejected(String),
}

impl Found {
    /// One program or course.
    pub(super) fn draft(draft: Draft) -> Self {
        Self::Drafts(vec![draft])
    }
}
