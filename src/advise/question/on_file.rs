//! What the questionnaire records about single programs and schools: cautions about those in the catalogue, and findings
//! about those that people ask for and that are not in it.

use serde::Deserialize;

use crate::names::{holds_phrase, spaced};

/// A recorded caution about a program, or about a kind or a field at an institution.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// The id of the program; `None` if the caution is about an institution.
    pub program: Option<String>,
    /// The key of the institution; `None` if the caution is about a program.
    pub institution: Option<String>,
    /// The kind at the institution, as a slug.
    pub kind: Option<String>,
    /// The field at the institution. Such a caution is shown to users who prefer the institution and want the field.
    pub field: Option<String>,
    /// The text of the caution.
    pub says: String,
    /// The date of the caution.
    pub as_of: String,
    /// The id of the guide's flag behind it.
    pub flag: String,
    /// Whether it is shown only to users who want credit.
    #[serde(default)]
    pub when_goal_or_credit: bool,
}

/// What is known about a program that people ask for and that is not in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The words that identify it: the request must contain one word of each list.
    pub all: Vec<Vec<String>>,
    /// The kind it is said to be, as a slug; programs of this kind are suggested first.
    pub kind: Option<String>,
    /// What to search for instead if the words themselves find nothing.
    pub near: Option<String>,
    /// The id of the guide's flag that tells what was found.
    pub flag: String,
    /// Further text; may be empty.
    #[serde(default)]
    pub says: String,
}

impl Finding {
    /// Whether a folded text names it.
    pub(crate) fn is_about(&self, folded: &str) -> bool {
        let stands = |word: &String| holds_phrase(folded, &spaced(word));
        !self.all.is_empty() && self.all.iter().all(|words| words.iter().any(stands))
    }
}
