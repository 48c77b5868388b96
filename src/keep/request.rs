//! What the explorer asks of the store of kept things, and what comes back. Everything that needs the disk, the clock or
//! chance is done by the store, so whoever asks can stay a pure function of its state.

use super::log::Change;
use crate::config::KeepAnswers;

/// What is to be done to what is kept.
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
    /// Create a profile and use it. Its id is made by the store, at random: two people of one name in two folders must
    /// stay two when the folders are merged.
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

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The message for the user; empty if there is nothing to say.
    pub told: String,
    /// The id of the profile that is in use from now on; `None` if it is the one before.
    pub now_in_use: Option<String>,
    /// The id of the act in the log that this has added and that can be undone; `None` if there is none.
    pub act: Option<String>,
}

impl From<String> for Outcome {
    fn from(told: String) -> Self {
        Self { told, ..Self::default() }
    }
}
