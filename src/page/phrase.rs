//! Phrases: texts with the mark of their basis, a role and a link; and the targets that blocks and rows refer to.

use super::role::Role;
use crate::catalog::{Basis, Cell, FactKey, ProgramIx};
use crate::chart;
use crate::topics::TopicIx;

/// What the reader has to know about the basis of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mark {
    /// No mark: the words are the program's own, or the number was counted.
    #[default]
    None,
    /// A claim with this basis.
    Of(Basis),
    /// The value is unknown.
    Unknown,
}

impl Mark {
    /// The sign beside a value, one column wide; a blank if there is no mark.
    pub fn sign(self) -> &'static str {
        match self {
            Self::None => " ",
            Self::Of(basis) => basis.mark(),
            Self::Unknown => "?",
        }
    }

    /// The word after a value; `None` if the value is stated, or is a text that already says it is unknown.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Unknown | Self::Of(Basis::Stated) => None,
            Self::Of(basis) => Some(basis.words()),
        }
    }
}

/// An action that a page offers. Which key or word triggers it is decided by the caller of the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PageAction {
    /// Answer the question that would settle the result.
    Decide,
    /// List every answer that would change the result.
    ListChanges,
    /// Lift a limit, or restore it.
    LiftLimits,
    /// Show the rows that do not differ.
    ShowEqualRows,
    /// Show every claim behind the facts.
    ShowSources,
    /// List programs that are similar to this one.
    ShowSimilar,
    /// Draw the programs on the map whose place is estimated.
    ShowEstimates,
    /// Select the next program at the same place on the map.
    NextInPlace,
}

/// What a block or a row refers to, and so what opens when it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A program.
    Program(ProgramIx),
    /// One or more facts of the page's program that are shown together.
    Facts(&'static [FactKey]),
    /// A topic that can be asked for.
    Topic(TopicIx),
    /// A row of a list, counted from 0.
    Row(usize),
    /// The text that is being typed.
    Input,
}

/// A text with its mark and its link.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Phrase {
    /// The text, without any mark.
    pub text: String,
    /// The mark of its basis.
    pub mark: Mark,
    /// The role, if it is more than ordinary text.
    pub role: Option<Role>,
    /// The address that it links to.
    pub address: Option<String>,
    /// A drawing of the value; the text says everything that the drawing shows.
    pub drawing: Option<chart::ChartRow>,
}

impl Phrase {
    /// Returns a text with a mark.
    pub fn marked(text: impl Into<String>, mark: Mark) -> Self {
        Self { text: text.into(), mark, ..Self::default() }
    }

    /// Returns the phrase for an unknown value.
    pub fn unknown() -> Self {
        Self::marked(Cell::UNKNOWN, Mark::Unknown)
    }

    /// Returns the phrase in a role.
    #[must_use]
    pub fn role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    /// Returns the phrase with a link to `address`, if there is one.
    #[must_use]
    pub fn address(self, address: Option<String>) -> Self {
        Self { address, ..self }
    }

    /// Returns the phrase with a drawing in front of it.
    #[must_use]
    pub fn drawn(self, drawing: chart::ChartRow) -> Self {
        Self { drawing: Some(drawing), ..self }
    }

    /// The address, if it is a web address.
    pub fn web_address(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| crate::catalog::is_web_address(address))
    }

    /// Whether the phrase has an address that differs from its text.
    pub fn is_named(&self) -> bool {
        self.address.as_deref().is_some_and(|address| address != self.text)
    }

    /// Whether a sign stands before the text in columns.
    pub fn has_sign(&self) -> bool {
        !matches!(self.mark.sign(), " " | "?")
    }

    /// The text with the sign of its mark in front, for columns. An unknown value gets no sign,
    /// because its text says so.
    pub fn with_sign(&self) -> String {
        if self.has_sign() { format!("{} {}", self.mark.sign(), self.text) } else { self.text.clone() }
    }

    /// The text with its basis as a word after it, for pages and for reading aloud.
    pub fn in_words(&self) -> String {
        match self.mark.word() {
            Some(word) => format!("{}, {word}", self.text),
            None => self.text.clone(),
        }
    }
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Phrase {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<&Cell<'_>> for Phrase {
    fn from(cell: &Cell<'_>) -> Self {
        Self::marked(cell.text.as_str(), cell.origin.map_or(Mark::Unknown, |origin| Mark::Of(origin.basis)))
    }
}

impl Phrase {
    pub(super) fn map_text(&mut self, change: &impl Fn(&str) -> String) {
        self.text = change(&self.text);
        let pieces = self.drawing.iter_mut().flat_map(|drawing| &mut drawing.pieces);
        pieces.for_each(|piece| piece.text = change(&piece.text));
    }
}
