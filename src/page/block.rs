//! The elements of a page. They are plain data without layout; differences that matter are types, never words or signs.

use super::phrase::{PageAction, Phrase, Target};
use super::role::Role;
use super::table::Table;

/// How the parts of a value are separated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Between {
    /// As short values, with a separator between them.
    #[default]
    Values,
    /// As sentences, one after the other.
    Sentences,
}

/// A label with its value, which may have several parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The name of the value.
    pub label: String,
    /// The role of the name: ordinary, or a key that can be pressed.
    pub label_role: Role,
    /// The parts of the value.
    pub value: Vec<Phrase>,
    /// How the parts are separated.
    pub between: Between,
    /// What opens when the field is chosen.
    pub target: Option<Target>,
}

impl Field {
    /// Returns a label with a value in one part.
    pub fn new(label: impl Into<String>, value: impl Into<Phrase>) -> Self {
        Self {
            label_role: Role::Label,
            label: label.into(),
            value: vec![value.into()],
            between: Between::Values,
            target: None,
        }
    }

    /// Returns a label with a value in several parts; `None` if there are no parts.
    pub fn of(label: impl Into<String>, value: Vec<Phrase>) -> Option<Self> {
        let label_role = Role::Label;
        let label = label.into();
        (!value.is_empty()).then_some(Self { label, label_role, value, between: Between::Values, target: None })
    }

    /// Returns a key, or words to type, with what it does.
    pub fn key(key: impl Into<String>, does: impl Into<Phrase>) -> Self {
        Self { label_role: Role::Key, ..Self::new(key, does) }
    }

    /// Returns a label with sentences; `None` if there are none.
    pub fn sentences(label: impl Into<String>, sentences: Vec<String>) -> Option<Self> {
        let value: Vec<Phrase> = sentences.into_iter().map(Phrase::from).collect();
        Self::of(label, value).map(|field| Self { between: Between::Sentences, ..field })
    }

    /// Whether the parts are sentences.
    pub fn is_prose(&self) -> bool {
        self.between == Between::Sentences
    }
}

/// An element of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The title of the page.
    Title(Phrase),
    /// A warning, which comes before anything else.
    Warning(String),
    /// One or more sentences.
    Text(String),
    /// Sentences of less importance.
    Remark(String),
    /// Labels with their values.
    Fields(Vec<Field>),
    /// A list of sentences, each with its target.
    Items(Vec<(Phrase, Option<Target>)>),
    /// A table.
    Table(Table),
    /// An explanation of the marks; printed only where marks are printed as signs.
    Legend,
    /// An action and the words that follow its key; printed only where the action has a key.
    Hint(PageAction, String),
}

impl Block {
    /// Returns a list of sentences without targets.
    pub fn items(sentences: impl IntoIterator<Item = impl Into<Phrase>>) -> Self {
        Self::Items(sentences.into_iter().map(|sentence| (sentence.into(), None)).collect())
    }

    /// Returns the fields that exist.
    pub fn fields(fields: impl IntoIterator<Item = Option<Field>>) -> Self {
        Self::Fields(fields.into_iter().flatten().collect())
    }

    /// Whether the block has no content to print.
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

    /// Applies `change` to every text.
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
