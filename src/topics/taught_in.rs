//! The language in which something should be taught, said in a clause of its own: *in French please, marketing*. It is no
//! field. Within the clause of the field, *excel in Spanish*, it is read with that.

use std::ops::Range;

use super::place::CLAUSE_ENDS;
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::names::placed_words;

/// Words before a language in which something is taught.
const IN: [&str; 5] = ["in", "en", "auf", "em", "на"];
/// Words that may follow.
#[rustfmt::skip] // a table reads by its rows
const POLITE: [&str; 15] = [
    "please", "only", "preferably", "ideally", "language", "por", "favor", "solo", "svp", "si", "possible", "bitte",
    "nur", "pls", "s'il",
];
/// Topics beside which a language is what is learnt.
const OF_WORDS: [&str; 3] = ["language", "literature", "communication"];

impl Vocabulary {
    /// Returns the place of such a clause in a text, and the language; `None` if there is none, or if the rest names
    /// nothing else.
    pub(super) fn taught_in(&self, text: &str) -> Option<(Range<usize>, TopicIx)> {
        let placed = placed_words(text);
        let word = |at: usize| placed.get(at).map(|(word, _)| word.as_str());
        let is_parted = |at: usize| {
            let before = at.checked_sub(1).map_or(0, |before| placed[before].1.end);
            let after = placed.get(at).map_or(text.len(), |(_, place)| place.start);
            at == 0 || at == placed.len() || text.get(before..after).is_some_and(|own| own.contains(CLAUSE_ENDS))
        };
        (0..placed.len()).filter(|at| is_parted(*at) && word(*at).is_some_and(|word| IN.contains(&word))).find_map(
            |at| {
                let [language] = self.called(word(at + 1)?)[..] else { return None };
                let is_end = |end: &usize| is_parted(*end) || !word(*end).is_some_and(|word| POLITE.contains(&word));
                let end = (at + 2..=placed.len()).find(is_end).filter(|end| is_parted(*end))?;
                let place = placed[at].1.start..placed[end - 1].1.end;
                let mut rest = text.to_owned();
                rest.replace_range(place.clone(), " ");
                (self.is_language(&[language]) && self.is_of_no_words(&rest)).then_some((place, language))
            },
        )
    }

    /// Whether a text names topics, none of which has to do with words.
    fn is_of_no_words(&self, text: &str) -> bool {
        let tokens = super::tokens::tokens(text);
        let found = (0..tokens.len()).filter_map(|at| self.phrases().longest(&tokens[at..]));
        let topics: Vec<TopicIx> = found.flat_map(|found| found.topics).collect();
        let is_of_words =
            |topic: &TopicIx| OF_WORDS.iter().filter_map(|id| self.find(id)).any(|words| self.is_near(*topic, words));
        self.names_a_topic(text) && !topics.iter().any(is_of_words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<&str> {
        let vocabulary = Vocabulary::embedded();
        vocabulary.taught_in(text).map(|(_, topic)| vocabulary.topic(topic).id.as_str())
    }

    #[test]
    fn a_language_in_a_clause_of_its_own_says_how_something_is_taught() {
        for (text, language) in [
            ("in Italian please, accounting", Some("italian")),
            ("accounting, in Spanish", Some("spanish")),
            ("contabilidad, en español por favor", Some("spanish")),
            ("accounting (in English only)", Some("english")),
            ("accounting in Spanish", None),
            ("in Spanish", None),
            ("translation, in Spanish", None),
            ("in Italian architecture, design", None),
        ] {
            assert_eq!(read(text), language, "{text}");
        }
    }
}
