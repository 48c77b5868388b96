//! Resolves a typed name to one of several candidates by slug, label, alias, abbreviation or prefix, ignoring case,
//! accents and punctuation. A name that fits no single candidate is rejected with the nearest correct name as a
//! suggestion; it is never guessed.
//!
//! Filters, answers, settings and commands all resolve names here, so they accept and suggest the same ones.

use super::fold::words;
use super::quoted;
use super::stop_words::is_stop_word;
use crate::catalog::{nearest, printable};
use crate::english::or_list;

/// The maximum number of candidates that a message lists by name.
const MAX_LISTED: usize = 5;

/// The minimum length of a word that may match as a prefix; too many names begin with the same three letters.
const MIN_BEGINNING: usize = 4;

/// A thing that can be named, with all its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The identifier used in files and filters.
    pub value: String,
    /// The name shown to people.
    pub label: String,
    /// The names that belong to this thing alone, including the value and the label.
    names: Vec<String>,
    /// The names that other things may share.
    aliases: Vec<String>,
}

/// Why a name could not be resolved to one thing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No thing has this name.
    #[error("no {what} is called `{}`{}", quoted(typed), suggestion(nearest.as_deref()))]
    Unknown {
        /// The sort of value that was expected, such as `institution`.
        what: &'static str,
        /// The name as typed.
        typed: String,
        /// The label of the thing with the most similar name; `None` if no name is similar enough.
        nearest: Option<String>,
    },
    /// The name is a prefix of the names of several things.
    #[error("`{}` could be {}; type more of the name.", quoted(typed), listed(labels))]
    Ambiguous {
        /// The name as typed.
        typed: String,
        /// The labels of all matching things, in alphabetical order.
        labels: Vec<String>,
    },
    /// The name is known, but no program of the catalogue has this value.
    #[error("no program here has the {what} `{}`", quoted(label))]
    NotHere {
        /// The sort of value that was expected.
        what: &'static str,
        /// The label of the thing.
        label: String,
    },
}

impl NameError {
    /// Returns the label of the thing that was most likely meant, or `None` if there is no suggestion.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::Unknown { nearest, .. } => nearest.as_deref(),
            Self::Ambiguous { .. } | Self::NotHere { .. } => None,
        }
    }
}

impl Candidate {
    /// Creates a candidate with names that belong to it alone.
    pub fn new(value: &str, label: &str, names: &[&str]) -> Self {
        let names = names.iter().chain(&[value, label]).map(|name| (*name).to_owned()).collect();
        Self { value: value.to_owned(), label: label.to_owned(), names, aliases: Vec::new() }
    }

    /// Adds names that other candidates may share.
    #[must_use]
    pub fn with_aliases(mut self, aliases: Vec<String>) -> Self {
        self.aliases = aliases;
        self
    }

    /// Returns the names that belong to this candidate alone, including its value and label.
    pub fn own_names(&self) -> &[String] {
        &self.names
    }

    /// Returns all names, own and shared.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.aliases).map(String::as_str)
    }

    /// Whether the signature of one of its own names is `wanted`.
    fn is_called(&self, wanted: &str) -> bool {
        self.names.iter().any(|name| signature(name) == wanted)
    }

    fn has_alias(&self, wanted: &str) -> bool {
        self.aliases.iter().any(|name| signature(name) == wanted)
    }

    fn is_begun_by(&self, typed: &str) -> bool {
        self.spellings().any(|name| is_begun(name, typed))
    }
}

/// Returns the candidates that `typed` refers to. There are several only if they share the exact name; otherwise it is
/// the one candidate whose name begins with `typed`. `what` is the sort of value, for messages.
///
/// # Errors
///
/// [`NameError::Unknown`] if no name matches, [`NameError::Ambiguous`] if `typed` is a prefix of the names of several
/// candidates.
pub fn resolve<'n>(what: &'static str, typed: &str, named: &'n [Candidate]) -> Result<Vec<&'n Candidate>, NameError> {
    let exact = exactly(typed, named);
    if !exact.is_empty() {
        return Ok(exact);
    }
    let begun: Vec<&Candidate> = named.iter().filter(|named| named.is_begun_by(typed)).collect();
    match begun.as_slice() {
        [] => Err(unknown(what, typed, named)),
        [_] => Ok(begun),
        several => Err(ambiguous(typed, several)),
    }
}

/// Returns the enumeration value whose full name is `typed`. Prefixes are not accepted because this reads files and
/// settings, where a prefix could become ambiguous with a later version.
///
/// # Errors
///
/// [`NameError::Unknown`] if no value has this name.
pub fn one_of<T: Copy>(
    what: &'static str,
    typed: &str,
    all: &[T],
    candidate: impl Fn(T) -> Candidate,
) -> Result<T, NameError> {
    let candidates: Vec<Candidate> = all.iter().map(|value| candidate(*value)).collect();
    let called = exactly(typed, &candidates);
    let place = called.first().and_then(|meant| candidates.iter().position(|own| own == *meant));
    place.map(|at| all[at]).ok_or_else(|| unknown(what, typed, &candidates))
}

/// Returns the candidates called `typed`: those with that name as their own, or if there are none, those with that
/// alias. Returns an empty list if no name matches in full.
pub fn exactly<'n>(typed: &str, named: &'n [Candidate]) -> Vec<&'n Candidate> {
    let wanted = signature(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let own: Vec<&Candidate> = named.iter().filter(|named| named.is_called(&wanted)).collect();
    if own.is_empty() { named.iter().filter(|named| named.has_alias(&wanted)).collect() } else { own }
}

/// Returns the candidate with the spelling nearest to a misspelt name, or `None` if no spelling is near enough.
fn nearest_of<'n>(typed: &str, named: &'n [Candidate]) -> Option<&'n Candidate> {
    // Punctuation around a name, such as quotation marks, must not count as typing errors.
    let typed = typed.trim_matches(|c: char| !c.is_alphanumeric());
    let near = nearest(typed, named.iter().flat_map(Candidate::spellings))?;
    named.iter().find(|named| named.spellings().any(|own| own == near))
}

/// Returns a name reduced to what is compared: without case, accents, spaces and punctuation. A separator between
/// digits is kept, so that `4-7` differs from `47`.
pub fn signature(name: &str) -> String {
    let mut signature = String::with_capacity(name.len());
    for word in words(name) {
        let meets_digits =
            signature.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit());
        if meets_digits {
            signature.push('-');
        }
        // `A&M` is also written `A & M` and `AM`.
        signature.extend(word.chars().filter(|c| *c != '&'));
    }
    signature
}

/// Whether every typed word is a word of the name or, if long enough, a prefix of one. Stop words are ignored; a text
/// of stop words alone matches nothing.
fn is_begun(name: &str, typed: &str) -> bool {
    let own = words(name);
    let mut wanted = words(typed).into_iter().filter(|word| !is_stop_word(word)).peekable();
    wanted.peek().is_some()
        && wanted.all(|word| {
            let may_begin = word.chars().count() >= MIN_BEGINNING;
            own.iter().any(|own| *own == word || may_begin && own.starts_with(&word))
        })
}

fn unknown(what: &'static str, typed: &str, candidates: &[Candidate]) -> NameError {
    let nearest = nearest_of(typed, candidates).map(|near| near.label.clone());
    NameError::Unknown { what, typed: typed.to_owned(), nearest }
}

fn ambiguous(typed: &str, several: &[&Candidate]) -> NameError {
    let mut labels: Vec<String> = several.iter().map(|named| named.label.clone()).collect();
    labels.sort();
    NameError::Ambiguous { typed: typed.to_owned(), labels }
}

/// Formats labels for use inside a sentence: `A`, `B` or 3 more.
fn listed(labels: &[String]) -> String {
    let shown = labels.iter().take(MAX_LISTED).map(|label| format!("`{}`", printable(label)));
    let mut shown: Vec<String> = shown.collect();
    let more = labels.len().saturating_sub(MAX_LISTED);
    shown.extend((more > 0).then(|| format!("{more} more")));
    or_list(&shown)
}

fn suggestion(nearest: Option<&str>) -> String {
    match nearest {
        Some(near) => format!(". Did you mean `{}`?", printable(near)),
        None => ", nor anything like it.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn things() -> Vec<Candidate> {
        vec![
            Candidate::new("data", "Data Analysis & Statistics", &["stats"]),
            Candidate::new("life", "Biology & Life Sciences", &[]).with_aliases(vec!["both".to_owned()]),
            Candidate::new("social", "Social Sciences", &[]).with_aliases(vec!["both".to_owned()]),
            Candidate::new("4-7", "4 to 7", &[]),
        ]
    }

    fn values(typed: &str) -> Result<Vec<String>, NameError> {
        let things = things();
        Ok(resolve("field", typed, &things)?.into_iter().map(|named| named.value.clone()).collect())
    }

    #[test]
    fn case_accents_blanks_and_quotation_marks_do_not_count() {
        for typed in ["data", "DATA", "“Stats”", "data analysis statistics", "dátá-Analysis & stâtistics", "statist"]
        {
            assert_eq!(values(typed), Ok(vec!["data".to_owned()]), "{typed}");
        }
    }

    #[test]
    fn a_name_that_several_share_means_each_of_them_and_a_start_of_several_none() {
        assert_eq!(values("both"), Ok(vec!["life".to_owned(), "social".to_owned()]));
        let refused = values("sciences").expect_err("two fields of science").to_string();
        assert_eq!(
            refused,
            "`sciences` could be `Biology & Life Sciences` or `Social Sciences`; type more of the name."
        );
    }

    #[test]
    fn a_sign_between_digits_counts() {
        assert_eq!(values("4-7"), Ok(vec!["4-7".to_owned()]));
        assert!(values("47").is_err());
    }

    #[test]
    fn what_is_misspelt_is_refused_with_the_nearest_name() {
        let refused = values("„statz“").expect_err("a slip");
        assert_eq!(refused.nearest(), Some("Data Analysis & Statistics"));
        assert_eq!(values("qqq").expect_err("nothing like it").nearest(), None);
        assert!(values(" - ").is_err());
    }
}
