//! Requests to the store of kept things, and their outcomes. The store does everything that needs the disk, the clock
//! or random numbers, so the requesting side stays a pure function of its state.

use super::log::Change;
use crate::config::KeepAnswers;

/// A request to the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreRequest {
    /// Make changes.
    Keep {
        /// The changes.
        changes: Vec<Change>,
        /// The message once they are on the disk.
        then: String,
    },
    /// Undo the act with this id.
    Undo(String),
    /// Create a profile and use it. The store chooses a random id, so that profiles of the same name in two folders
    /// stay separate when the folders are merged.
    NewProfile {
        /// The name.
        name: String,
        /// The id of the profile that is copied; `None` for an empty profile.
        copy_of: Option<String>,
    },
    /// Delete everything that is kept for the profile with this id.
    Forget(String),
    /// Store in the configuration whether answers are kept.
    Consent(KeepAnswers),
}

/// The outcome of a request.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The message for the user; empty if there is nothing to say.
    pub told: String,
    /// The id of the profile that is in use from now on; `None` if it did not change.
    pub now_in_use: Option<String>,
    /// The id of the act that the request added to the log, which can be undone; `None` if it added none.
    pub act: Option<String>,
}

impl From<String> for Outcome {
    fn from(told: String) -> Self {
        Self { told, ..Self::default() }
    }
}
