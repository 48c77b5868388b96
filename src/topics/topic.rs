//! A topic: its names, its synonyms and its place among the other topics. The vocabulary checks that all topics are
//! consistent.

use serde::{Deserialize, Serialize};

/// The handle of a topic in its vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TopicIx(pub u16);

/// Something that people learn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// The identifier used in queries, files and JSON, such as `social-work`.
    pub id: String,
    /// The names of the topic.
    pub name: TopicNames,
    /// Synonyms in any language: other words, abbreviations, jobs that need the topic, products that represent it.
    pub also: Vec<String>,
    /// The topics that it is directly part of.
    pub broader: Vec<TopicIx>,
    /// The edX subject it belongs to; `None` if it has none.
    pub subject: Option<String>,
    /// The authority on licences and titles; `None` if the work needs no licence in most countries.
    pub regulated_by: Option<String>,
    /// Whether it is listed although no program teaches it, so that the answer can say so.
    pub is_empty: bool,
}

/// The names of a topic, by language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TopicNames {
    /// The English name.
    pub en: String,
    /// The Spanish name.
    pub es: String,
    /// The French name; `None` if the vocabulary gives none.
    pub fr: Option<String>,
}

impl TopicNames {
    /// Returns the names in all languages.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [Some(&self.en), Some(&self.es), self.fr.as_ref()].into_iter().flatten().map(String::as_str)
    }
}
