//! The input line over the screen: what it is for, and what is typed in it.

use super::subject::Subject;
use super::{Noted, TextInput};

/// An input line over the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Prompt {
    /// What the line is for.
    pub purpose: Purpose,
    /// The line.
    pub input: TextInput,
}

impl Prompt {
    /// Whether the line is for the name of a file.
    pub fn is_naming_a_file(&self) -> bool {
        matches!(self.purpose, Purpose::Share(_))
    }

    /// Whether a note is being written, which may have several lines.
    pub fn is_note(&self) -> bool {
        matches!(self.purpose, Purpose::Note(_))
    }
}

/// What an input line is for. It names what it is about by id, because the list below the line may change before the
/// line is submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A note.
    Note(Noted),
    /// The name of a new profile.
    NewProfile,
    /// The name of a copy of the profile with this id.
    CopyProfile(String),
    /// A new name for the profile with this id.
    RenameProfile(String),
    /// Whether everything that is kept for the profile with this id is to be deleted.
    Forget(String),
    /// The labels of the kept program with this id.
    Labels(String),
    /// The file name of a report.
    Share(Subject),
    /// The day on which a plan starts.
    Start,
}
