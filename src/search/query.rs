//! Splits a query into words. Its size is limited here, so that no query can make the search slow.

use super::field::Field;
use super::grammar::{self, What};
use crate::names::{each_word, fold, is_stop_word};

/// Maximum length of a query, in characters.
const MAX_CHARS: usize = 256;
/// Maximum number of words of a query; `rank` uses one bit for each.
pub(super) const MAX_WORDS: usize = 16;
/// Maximum length of a word, in characters. The matrix of the fuzzy matcher grows with it and never shrinks.
pub(super) const MAX_WORD_CHARS: usize = 64;

/// The conditions of a query on the text of programs; all of them must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// The distinct words that every hit must match, in the order typed, without stop words.
    pub(super) words: Vec<String>,
    /// The words as typed, with the text between them.
    pub(super) plain: String,
    /// Phrases that every hit must contain literally.
    pub(super) phrases: Vec<Phrase>,
    /// Phrases that no hit may contain.
    pub(super) without: Vec<Phrase>,
}

/// Consecutive words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) words: Vec<String>,
    /// Whether the last word may still be incomplete.
    pub(super) is_open: bool,
}

impl Query {
    /// Reads a query. Fields are left to the filters, but unknown fields are read as words.
    pub(super) fn of(text: &str) -> Self {
        let bounded: String = text.chars().take(MAX_CHARS).collect();
        let mut query = Self::default();
        for part in grammar::parts(&bounded) {
            let (text, phrase) = match part.what {
                What::Words(text) => (text, None),
                What::Phrase { text, is_open } => (text, Some(is_open)),
                What::Field { name, values } if is_for_the_filters(name, values, part.is_finished) => continue,
                What::Field { .. } => (&bounded[part.start..part.place.end], None),
            };
            query.add(text, phrase, part.is_without);
        }
        query
    }

    /// Whether the query has no conditions.
    pub(super) fn is_blank(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty() && self.without.is_empty()
    }

    fn add(&mut self, text: &str, phrase: Option<bool>, is_without: bool) {
        if phrase.is_none() && !is_without {
            // A sign alone, such as a slash, separates fields.
            self.plain.push_str(text);
            self.plain.push(' ');
        }
        let words = bounded_words(text);
        let is_full = self.words.len() + self.phrases.len() >= MAX_WORDS || self.without.len() >= MAX_WORDS;
        if words.is_empty() || is_full {
            return;
        }
        match phrase {
            _ if is_without => self.without.push(Phrase { words, is_open: false }),
            Some(is_open) => self.phrases.push(Phrase { words, is_open }),
            None => words.into_iter().for_each(|word| self.add_word(word)),
        }
    }

    fn add_word(&mut self, word: String) {
        let has_room = self.words.len() + self.phrases.len() < MAX_WORDS;
        if has_room && !is_stop_word(&word) && !self.words.contains(&word) {
            self.words.push(word);
        }
    }
}

/// Whether a part is a field for the filters. A known name with a colon and a blank after it is a word, as in a title.
fn is_for_the_filters(name: &str, values: &str, is_finished: bool) -> bool {
    Field::named(name).is_some() && !(values.is_empty() && is_finished)
}

fn bounded_words(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    each_word(&fold(text), |word, _| all.push(word.chars().take(MAX_WORD_CHARS).collect()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted_words(query: &str) -> Vec<String> {
        Query::of(query).words
    }

    #[test]
    fn a_field_that_nobody_knows_is_text_and_a_known_one_is_not() {
        assert_eq!(wanted_words("ai:ethics inst:mit level: beginner"), ["ai", "ethics", "level", "beginner"]);
        assert_eq!(wanted_words("data inst:"), ["data"]);
        assert_eq!(Query::of("-python -\"big data\" -").without.len(), 2);
    }

    #[test]
    fn stop_words_ask_nothing() {
        assert_eq!(wanted_words("Statistics AND the data"), ["statistics", "data"]);
        assert_eq!(wanted_words(" the "), Vec::<String>::new());
        assert_eq!(wanted_words(" \t\u{1b} "), Vec::<String>::new());
    }

    #[test]
    fn a_query_of_any_length_is_bounded() {
        let words = wanted_words(&"x".repeat(100_000));
        assert_eq!(words.iter().map(String::len).collect::<Vec<_>>(), [MAX_WORD_CHARS]);
        let many: Vec<String> = (0..500).map(|number| number.to_string()).collect();
        assert_eq!(wanted_words(&many.join(" ")).len(), MAX_WORDS);
    }
}
