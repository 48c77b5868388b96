//! What a page is made of: blocks with a role, phrases with the mark of their basis and with what they lead to. Plain data
//! without any form; what must be told apart is told apart by a type and never by words or signs.

use crate::catalog::{Basis, Cell, FactKey, ProgramIx};
use crate::chart;
use crate::topics::TopicIx;

use super::{Role, Table};

/// What a value rests on, as far as a reader has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing to say: words of our own, or a number that was counted.
    #[default]
    None,
    /// A claim of this basis.
    Of(Basis),
    /// Nothing is known.
    Unknown,
}

impl Mark {
    /// The one-column sign beside a value; a blank where there is nothing to say.
    pub fn sign(self) -> &'static str {
        match self {
            Self::None => " ",
            Self::Of(basis) => basis.mark(),
            Self::Unknown => "?",
        }
    }

    /// The word behind a value; none for what is stated or says itself that it is unknown.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::None | Self::Unknown | Self::Of(Basis::Stated) => None,
            Self::Of(basis) => Some(basis.words()),
        }
    }
}

/// What a page offers to do. Which key or word does it is known outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Answer the question that would settle the result.
    Decide,
    /// List every answer that would change the result.
    ListChanges,
    /// Lift a limit, or put it back.
    LiftLimits,
    /// Show the rows that do not differ.
    ShowEqualRows,
    /// Show every claim behind the facts.
    ShowSources,
    /// List the programs that are like this one.
    ShowSimilar,
    /// Draw the programs of the map whose place is estimated.
    ShowEstimates,
    /// Go to the next program in the same place of the map.
    NextInPlace,
}

/// What a block or a row is about, and so what choosing it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A program.
    Program(ProgramIx),
    /// One or several facts of the program that the page is about, which stand together.
    Facts(&'static [FactKey]),
    /// Something to do.
    Deed(Deed),
    /// A topic that could be asked for.
    Topic(TopicIx),
    /// The row of a list, from 0.
    Row(usize),
    /// What is being typed.
    Input,
}

/// A text with what it rests on and where it leads.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Phrase {
    /// The text, without any mark.
    pub text: String,
    /// What it rests on.
    pub mark: Mark,
    /// What it is for, where that is more than ordinary text.
    pub role: Option<Role>,
    /// Its web address.
    pub address: Option<String>,
    /// The same drawn; the text says all that the drawing shows.
    pub drawing: Option<chart::Row>,
}

impl Phrase {
    /// A text with a mark.
    pub fn marked(text: impl Into<String>, mark: Mark) -> Self {
        Self { text: text.into(), mark, ..Self::default() }
    }

    /// What is not known.
    pub fn unknown() -> Self {
        Self::marked(Cell::UNKNOWN, Mark::Unknown)
    }

    /// The same in a role.
    #[must_use]
    pub fn role(self, role: Role) -> Self {
        Self { role: Some(role), ..self }
    }

    /// The same, leading to an address, if there is one.
    #[must_use]
    pub fn address(self, address: Option<String>) -> Self {
        Self { address, ..self }
    }

    /// The same with a drawing before it.
    #[must_use]
    pub fn drawn(self, drawing: chart::Row) -> Self {
        Self { drawing: Some(drawing), ..self }
    }

    /// Its address, if that is one of the web.
    pub fn web_address(&self) -> Option<&str> {
        self.address.as_deref().filter(|address| crate::catalog::is_web_address(address))
    }

    /// Whether its text is another than its address.
    pub fn is_named(&self) -> bool {
        self.address.as_deref().is_some_and(|address| address != self.text)
    }

    /// The text with its mark before it, for columns. What is unknown says so itself.
    pub fn with_sign(&self) -> String {
        match self.mark.sign() {
            " " | "?" => self.text.clone(),
            sign => format!("{sign} {}", self.text),
        }
    }

    /// The text with its basis as a word behind it, for pages and for reading aloud.
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

/// How the parts of a value follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Between {
    /// As values of a kind, with a sign between them.
    #[default]
    Values,
    /// As sentences, one after the other.
    Sentences,
}

/// A label with its value, which may have several parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What the value is of.
    pub label: String,
    /// The value.
    pub value: Vec<Phrase>,
    /// How its parts follow each other.
    pub between: Between,
    /// What it is about.
    pub target: Option<Target>,
}

impl Field {
    /// A label with a value in one part.
    pub fn new(label: impl Into<String>, value: impl Into<Phrase>) -> Self {
        Self { label: label.into(), value: vec![value.into()], between: Between::Values, target: None }
    }

    /// A label with a value in several parts; nothing where there is none.
    pub fn of(label: impl Into<String>, value: Vec<Phrase>) -> Option<Self> {
        (!value.is_empty()).then(|| Self { label: label.into(), value, between: Between::Values, target: None })
    }

    /// A label with sentences; nothing where there is none.
    pub fn sentences(label: impl Into<String>, sentences: Vec<String>) -> Option<Self> {
        let value: Vec<Phrase> = sentences.into_iter().map(Phrase::from).collect();
        Self::of(label, value).map(|field| Self { between: Between::Sentences, ..field })
    }

    /// Whether its parts are sentences.
    pub fn is_prose(&self) -> bool {
        self.between == Between::Sentences
    }
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the page is about.
    Title(Phrase),
    /// Something to look out for, said before anything else.
    Warning(String),
    /// One or more sentences.
    Text(String),
    /// Sentences that matter less.
    Remark(String),
    /// Labels with their values.
    Fields(Vec<Field>),
    /// Sentences that stand beside each other, each with what it is about.
    Items(Vec<(Phrase, Option<Target>)>),
    /// A table.
    Table(Table),
    /// What the signs of marks mean; said only where signs are printed.
    Legend,
    /// Something to do, with the words that follow its key; said only where it can be done.
    Hint(Deed, String),
}

impl Block {
    /// Sentences that stand beside each other.
    pub fn items(sentences: impl IntoIterator<Item = impl Into<Phrase>>) -> Self {
        Self::Items(sentences.into_iter().map(|sentence| (sentence.into(), None)).collect())
    }

    /// Labels with those of the values that there are.
    pub fn fields(fields: impl IntoIterator<Item = Option<Field>>) -> Self {
        Self::Fields(fields.into_iter().flatten().collect())
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Title(phrase) => phrase.text.is_empty(),
            Self::Warning(text) | Self::Text(text) | Self::Remark(text) | Self::Hint(_, text) => text.is_empty(),
            Self::Fields(fields) => fields.is_empty(),
            Self::Items(items) => items.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Legend => false,
        }
    }

    /// Changes every text.
    pub(super) fn map_text(&mut self, change: &impl Fn(&str) -> String) {
        match self {
            Self::Title(phrase) => phrase.map_text(change),
            Self::Warning(text) | Self::Text(text) | Self::Remark(text) | Self::Hint(_, text) => *text = change(text),
            Self::Fields(fields) => fields.iter_mut().for_each(|field| field.map_text(change)),
            Self::Items(items) => items.iter_mut().for_each(|(phrase, _)| phrase.map_text(change)),
            Self::Table(table) => table.map_text(change),
            Self::Legend => {}
        }
    }
}

impl Field {
    fn map_text(&mut self, change: &impl Fn(&str) -> String) {
        self.label = change(&self.label);
        self.value.iter_mut().for_each(|phrase| phrase.map_text(change));
    }
}

impl Phrase {
    pub(super) fn map_text(&mut self, change: &impl Fn(&str) -> String) {
        self.text = change(&self.text);
        let pieces = self.drawing.iter_mut().flat_map(|drawing| &mut drawing.pieces);
        pieces.for_each(|piece| piece.text = change(&piece.text));
    }
}
