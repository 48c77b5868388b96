//! Which of several things a person means by a name: slug, label, alias, abbreviation or the start of one, whatever its
//! case, accents and signs. A name that fits no single one is refused with the nearest right names, never guessed.
//! Filters, answers, settings and commands all ask here, so that each accepts and suggests what the others do.

use super::fold::words;
use super::stop_words::is_stop_word;
use crate::catalog::{nearest, printable};
use crate::english::or_list;

/// Candidates that a message lists.
const MAX_LISTED: usize = 5;

/// From how many letters on a word may stand for those that it begins: three letters begin too many.
const MIN_BEGINNING: usize = 4;

/// A thing with everything that it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What stands for it in files and filters.
    pub value: String,
    /// What people read.
    pub label: String,
    /// The names that are its own, the value and the label among them.
    names: Vec<String>,
    /// Names that it may share with others.
    aliases: Vec<String>,
}

/// Why a name means none of the things that it could mean.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// Nothing is called that.
    #[error("no {what} is called `{}`{}", printable(typed), suggestion(nearest.as_deref()))]
    Unknown {
        /// What was asked for, such as `institution`.
        what: &'static str,
        /// What was typed.
        typed: String,
        /// The label of the thing whose name is nearest, where one is near enough.
        nearest: Option<String>,
    },
    /// It begins several.
    #[error("`{}` could be {}; type more of the name.", printable(typed), listed(labels))]
    Ambiguous {
        /// What was typed.
        typed: String,
        /// The labels of those that it could be, in the order of the alphabet.
        labels: Vec<String>,
    },
    /// It is known, but nothing of the catalogue has it.
    #[error("no program here has the {what} `{}`", printable(label))]
    NotHere {
        /// What was asked for.
        what: &'static str,
        /// What it is called.
        label: String,
    },
}

impl NameError {
    /// The name that was most likely meant.
    pub fn nearest(&self) -> Option<&str> {
        match self {
            Self::Unknown { nearest, .. } => nearest.as_deref(),
            Self::Ambiguous { .. } | Self::NotHere { .. } => None,
        }
    }
}

impl Candidate {
    /// A thing with the names that are its own.
    pub fn new(value: &str, label: &str, names: &[&str]) -> Self {
        let names = names.iter().chain(&[value, label]).map(|name| (*name).to_owned()).collect();
        Self { value: value.to_owned(), label: label.to_owned(), names, aliases: Vec::new() }
    }

    /// The same with names that it may share with others.
    #[must_use]
    pub fn with_aliases(mut self, aliases: Vec<String>) -> Self {
        self.aliases = aliases;
        self
    }

    /// The names that are its own, the value and the label among them.
    pub fn own_names(&self) -> &[String] {
        &self.names
    }

    /// Everything that it is called.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.names.iter().chain(&self.aliases).map(String::as_str)
    }

    /// Whether one of its own names is that, but for what does not count.
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

/// What a person means by `typed`: those of which it is a name, more than one only where they share it, or else the only
/// one that it begins. `what` names the kind of thing in messages.
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

/// The value of an enumeration that a person calls `typed`. What stands in files and settings has to be the whole name: a
/// start of one may mean another thing in a later version.
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

/// Those that are called `typed`: by a name of their own, or else by an alias.
pub fn exactly<'n>(typed: &str, named: &'n [Candidate]) -> Vec<&'n Candidate> {
    let wanted = signature(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let own: Vec<&Candidate> = named.iter().filter(|named| named.is_called(&wanted)).collect();
    if own.is_empty() { named.iter().filter(|named| named.has_alias(&wanted)).collect() } else { own }
}

/// The thing of which some spelling is nearest to a misspelt name.
fn nearest_of<'n>(typed: &str, named: &'n [Candidate]) -> Option<&'n Candidate> {
    // Signs around a name, such as quotation marks, are no slips.
    let typed = typed.trim_matches(|c: char| !c.is_alphanumeric());
    let near = nearest(typed, named.iter().flat_map(Candidate::spellings))?;
    named.iter().find(|named| named.spellings().any(|own| own == near))
}

/// A name without what does not count: case, accents, blanks and signs. Between digits a sign does count: `4-7` is not
/// 47.
pub fn signature(name: &str) -> String {
    let mut signature = String::with_capacity(name.len());
    for word in words(name) {
        let meets_digits =
            signature.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit());
        if meets_digits {
            signature.push('-');
        }
        signature.push_str(&word);
    }
    signature
}

/// Whether every word that was typed is a word of a name, or, where it is long enough, begins one. Stop words are not
/// looked for.
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

/// Labels as the middle of a sentence: `A`, `B` or 3 more.
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
