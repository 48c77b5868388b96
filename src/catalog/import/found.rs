//! The common result of all readers: drafts of what a record describes, or the reason why there are none.

use super::draft::Draft;

/// The result of reading one record.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Found {
    /// Programs or courses, usually one.
    Drafts(Vec<Draft>),
    /// Understood, but not part of a catalogue; with the reason.
    LeftOut(String),
    /// Not usable; with the reason.
    Rejected(String),
}

impl Found {
    /// A result of one program or course.
    pub(super) fn draft(draft: Draft) -> Self {
        Self::Drafts(vec![draft])
    }
}
