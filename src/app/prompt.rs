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
    /// Whether the next letter replaces the whole line: it holds a value that was there before and is still untouched.
    pub is_replaced: bool,
}

impl Prompt {
    /// Returns the line for a purpose, with the present text. A single value is replaced by what is typed; notes, labels
    /// and file names are continued.
    pub fn new(purpose: Purpose, before: &str) -> Self {
        let is_value = matches!(purpose, Purpose::Start | Purpose::Deadline | Purpose::RenameProfile(_));
        Self { is_replaced: is_value && !before.is_empty(), purpose, input: TextInput::of(before) }
    }

    /// Empties the line if what is typed next replaces it.
    pub(super) fn make_room(&mut self) {
        if std::mem::take(&mut self.is_replaced) {
            self.input.reset();
        }
    }

    /// Whether the line asks for confirmation before something is deleted.
    pub fn is_forgetting(&self) -> bool {
        matches!(self.purpose, Purpose::Forget(_))
    }

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
    /// The day by which a plan must be finished.
    Deadline,
}
