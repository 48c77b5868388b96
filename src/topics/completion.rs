//! Completion of a topic name while it is being typed: finds topics with a name or synonym that begins like the text.
//! It uses no programs and corrects nothing; finished text is read by [`Vocabulary::read`](super::Vocabulary::read).

use std::collections::HashMap;

use super::tokens::{key, tokens};
use super::topic::{Topic, TopicIx};
use crate::names::words;

/// The shortest text that may match inside a name. Shorter text occurs in too many names, so it only
/// matches at the start.
const MIN_CHARS_INSIDE: usize = 3;

/// A topic that the typed text may be completed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The handle of the topic.
    pub topic: TopicIx,
    /// The synonym that matched; `None` if the English name itself matched.
    pub by_word: Option<String>,
}

/// How a name matched; closer matches sort first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    StartOfName,
    StartOfWord,
    WithinName,
    WithinWord,
}

/// A name or synonym of a topic with its lookup key. All keys are built once, because folding the whole vocabulary at
/// every keystroke would be noticeable.
#[derive(Clone, Debug)]
pub(super) struct Name {
    topic: TopicIx,
    key: String,
    text: String,
    is_official: bool,
}

/// All names and synonyms of a vocabulary.
#[derive(Clone, Debug)]
pub(super) struct Names {
    all: Vec<Name>,
    /// The English name of each topic, which orders topics that match alike.
    english: HashMap<TopicIx, String>,
}

impl Names {
    pub(super) fn of<'t>(topics: impl Iterator<Item = (TopicIx, &'t Topic)>) -> Self {
        let mut names = Self { all: Vec::new(), english: HashMap::new() };
        for (ix, topic) in topics {
            names.english.insert(ix, topic.name.en.clone());
            names.all.extend(Name::all(ix, topic));
        }
        names
    }

    /// See [`Vocabulary::completions`](super::Vocabulary::completions).
    pub(super) fn completions(&self, typed: &str) -> Vec<Completion> {
        let start = start_of(typed);
        if start.is_empty() {
            return Vec::new();
        }
        let near = |name| Some((Name::nearness(name, &start)?, name));
        let mut found: Vec<(Nearness, &Name)> = self.all.iter().filter_map(near).collect();
        found.sort_by_key(|(nearness, name)| (*nearness, self.english[&name.topic].as_str()));
        let mut completions: Vec<Completion> = Vec::new();
        for (_, name) in found {
            if !completions.iter().any(|other| other.topic == name.topic) {
                let by_word = (name.text != self.english[&name.topic]).then(|| name.text.clone());
                completions.push(Completion { topic: name.topic, by_word });
            }
        }
        completions
    }
}

impl Name {
    fn all(topic: TopicIx, of: &Topic) -> Vec<Self> {
        let name =
            |text: &str, is_official| Self { topic, key: key(&tokens(text)), text: text.to_owned(), is_official };
        of.name.all().map(|text| name(text, true)).chain(of.also.iter().map(|text| name(text, false))).collect()
    }

    fn nearness(&self, start: &str) -> Option<Nearness> {
        let is_inside = || {
            let is_long = start.chars().count() >= MIN_CHARS_INSIDE;
            is_long && self.key.match_indices(start).any(|(at, _)| self.key[..at].ends_with(' '))
        };
        match (self.key.starts_with(start), self.is_official) {
            (true, true) => Some(Nearness::StartOfName),
            (true, false) => Some(Nearness::StartOfWord),
            (false, true) => is_inside().then_some(Nearness::WithinName),
            (false, false) => is_inside().then_some(Nearness::WithinWord),
        }
    }
}

/// See [`Vocabulary::is_unfinished`](super::Vocabulary::is_unfinished).
pub(super) fn is_unfinished(typed: &str) -> bool {
    start_of(typed) != key(&tokens(typed))
}

/// Returns the lookup key of what was typed, keeping a last word that is a grammar word: `business an` is the beginning
/// of *Business analytics*.
fn start_of(typed: &str) -> String {
    let (start, all) = (key(&tokens(typed)), words(typed));
    match all.last() {
        Some(last) if !typed.ends_with(char::is_whitespace) && !start.ends_with(last.as_str()) && !start.is_empty() => {
            format!("{start} {last}")
        }
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topics::Vocabulary;

    fn completed(typed: &str) -> Vec<&'static str> {
        let vocabulary = Vocabulary::embedded();
        let found = vocabulary.completions(typed);
        found.iter().map(|found| vocabulary.topic(found.topic).id.as_str()).collect()
    }

    #[test]
    fn a_name_that_begins_so_comes_before_another_word_that_does() {
        assert_eq!(completed("nurs")[0], "nursing");
        assert_eq!(completed("CONTABIL")[0], "accounting");
        assert_eq!(completed("business an")[0], "business-analytics");
        let [first, ..] = &completed("soci")[..] else { panic!("nothing is found") };
        assert!(first.starts_with("soci"), "{first}");
    }

    #[test]
    fn the_word_that_was_found_is_told_and_a_slip_finds_nothing() {
        let found = Vocabulary::embedded().completions("accountan");
        assert!(found[0].by_word.as_deref().is_some_and(|word| word.starts_with("accountan")), "{found:?}");
        assert!(completed("qzzq").is_empty() && completed(" ").is_empty());
    }

    #[test]
    fn a_letter_finds_beginnings_only() {
        let vocabulary = Vocabulary::embedded();
        for found in vocabulary.completions("q") {
            let topic = vocabulary.topic(found.topic);
            let all = topic.name.all().chain(topic.also.iter().map(String::as_str));
            assert!(all.into_iter().any(|name| key(&tokens(name)).starts_with('q')), "{}", topic.id);
        }
    }
}
