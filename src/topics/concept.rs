//! The interpretation of a text: its parts, each a separate field, with the concepts that belong together.

use std::ops::Range;

use super::topic::TopicIx;

/// An interpreted text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The fields that were named, in order.
    pub parts: Vec<Part>,
    /// Whether one of the fields is enough: `law or medicine`.
    pub is_choice: bool,
    /// What is not wanted, in order.
    pub denied: Vec<Concept>,
    /// What the person is, who stays so: a nurse, of *I'm a nurse, statistics please*. No field of its own, it says which
    /// programs come first.
    pub who: Vec<Concept>,
    /// The language in which it should be taught, if that is said in a clause of its own.
    pub taught_in: Option<TopicIx>,
    /// Whether it asks how or why, so that only one of its concepts is its subject.
    pub is_question: bool,
    /// Whether any filler, grammar or negated words were left out, as in a full sentence.
    pub has_filler: bool,
}

/// One field named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The byte range in the text, from its first concept to its last.
    pub place: Range<usize>,
    /// The text in that range, as typed.
    pub typed: String,
    /// The concepts of the field; a program about the field matches all of them.
    pub concepts: Vec<Concept>,
    /// Filler directly after a concept, folded: the `levels` of *game levels*. It means nothing alone, but titles on
    /// the field that contain it match better.
    pub beside: Vec<String>,
}

/// Words that mean one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own about the words")]
pub struct Concept {
    /// The byte range of the words in the text.
    pub place: Range<usize>,
    /// The words as typed.
    pub typed: String,
    /// The corrected words; `None` if they were not misspelt.
    pub corrected: Option<String>,
    /// What the words mean.
    pub meaning: Meaning,
    /// Whether the words matched by stem only. `speak` is a form of `speaking`, but may just be the verb of the words
    /// that follow.
    pub is_other_form: bool,
    /// Whether it is a verb that, before another concept, only says what is done with that: `design` in *design medical
    /// devices*.
    pub is_deed: bool,
    /// Whether the words are only the purpose of the concepts before them: `nurses` in *English for nurses*.
    pub is_purpose: bool,
    /// Whether that purpose is a place of use rather than a group of persons: `hospitals` in *accounting in hospitals*.
    pub is_within: bool,
    /// Whether an adjacent word that is not understood changes their meaning: `supply` in *blood supply*. A program
    /// that has both may be meant; a program that has only these words is not.
    pub is_hollow: bool,
}

/// The meaning of some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Any of these topics, or the subject of the same name if there is one.
    Topics {
        /// The topics; at least one.
        topics: Vec<TopicIx>,
        /// The subject that the same words name; `None` if they name no subject.
        subject: Option<String>,
    },
    /// A subject of the catalogue.
    Subject(String),
    /// A folded word that is neither a topic nor a subject.
    Word(String),
}

impl Concept {
    /// Returns the topics meant; empty if the concept is a subject or a plain word.
    pub fn topics(&self) -> &[TopicIx] {
        match &self.meaning {
            Meaning::Topics { topics, .. } => topics,
            Meaning::Subject(_) | Meaning::Word(_) => &[],
        }
    }

    /// Returns the words with corrected spelling.
    pub(super) fn words(&self) -> &str {
        self.corrected.as_deref().unwrap_or(&self.typed)
    }

    /// Whether the words mean a topic or a subject, whatever is beside them.
    pub fn is_understood(&self) -> bool {
        !self.is_hollow && !matches!(self.meaning, Meaning::Word(_))
    }
}

impl Part {
    /// Whether any of its words mean a topic or a subject.
    pub(super) fn is_understood(&self) -> bool {
        self.concepts.iter().any(Concept::is_understood)
    }

    /// Returns the topics of all concepts.
    pub fn topics(&self) -> impl Iterator<Item = TopicIx> + '_ {
        self.concepts.iter().flat_map(|concept| concept.topics().iter().copied())
    }

    /// Returns the words that are neither topic nor subject.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.concepts.iter().filter_map(|concept| match &concept.meaning {
            Meaning::Word(word) => Some(word.as_str()),
            Meaning::Topics { .. } | Meaning::Subject(_) => None,
        })
    }
}
