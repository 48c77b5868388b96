//! Words whose meaning depends on the adjacent word: the `management` of *anger management* is not business and
//! management, nor is the `supply` of *blood supply* a supply chain. Such a word is read as a topic when typed alone or
//! beside words that are understood. Beside an unknown word, it would answer another question.
//!
//! Which words these are follows from the vocabulary: the heads of phrases of many other topics, and words that only
//! begin the name of their topic, if the last word of that name is fixed.

use std::collections::BTreeSet;

use super::filler::is_filler;
use super::tokens::{Joint, key, tokens, widest_joint};
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;

/// The minimum number of other topics, without narrower ones, with phrases headed by a word for it to mean nothing
/// alone.
const MIN_OTHER_TOPICS: usize = 10;

/// The minimum number of topics with phrases that end in the last word of a name for the first word to be distinctive.
const MIN_OTHER_NAMES: usize = 3;

/// Prepositions between a head and what follows it, in languages with the head first: *gestion de crise*.
const OF: [&str; 9] = ["de", "del", "des", "du", "di", "da", "do", "dos", "della"];

/// Adjectives that leave any head its meaning. Those that are filler are not listed.
const QUALIFYING: &str = "\
    active applied basic big broad classic clean complex contemporary cool core creative critical current cutting daily \
    deep different dynamic effective efficient everyday excellent expensive famous formal full fun general global green \
    high holistic independent integrated international large lean light little local long low main major massive minimal \
    modern multiple national nice nontechnical normal official old overall own popular powerful practical proper pure \
    real regional relevant responsible robust safe serious several short slow small smart solid special strategic strong \
    successful tactical technical theoretical total traditional typical unique useful weekly whole young";

/// The side of a head with the word that determines its meaning.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Whether a folded word is an adjective that leaves any head its meaning.
fn is_qualifying(word: &str) -> bool {
    QUALIFYING.split_whitespace().any(|own| own == word)
}

impl Vocabulary {
    /// Whether a word for some topics means too little directly after a word that is not understood.
    pub(super) fn is_hollow_behind(&self, word: &str, topics: &[TopicIx], unknown: &str) -> bool {
        !is_qualifying(unknown) && !is_filler(unknown) && self.is_hollow(word, topics, Side::Before)
    }

    /// Returns the same for a word before one that is not understood, with `between` between them.
    pub(super) fn is_hollow_before(&self, word: &str, topics: &[TopicIx], between: &str) -> bool {
        OF.contains(&between) && self.is_hollow(word, topics, Side::After)
    }

    fn is_hollow(&self, word: &str, topics: &[TopicIx], side: Side) -> bool {
        let of = self.topics_headed_by(word, side);
        let is_own = |topic: &TopicIx| topics.contains(topic) || topics.iter().any(|own| self.is_below(*topic, *own));
        let others = of.iter().filter(|topic| !is_own(topic)).count();
        let is_head_of_others = others * 2 >= of.len();
        others >= MIN_OTHER_TOPICS || side == Side::Before && is_head_of_others && self.begins_a_name_of(word, topics)
    }

    fn is_below(&self, topic: TopicIx, above: TopicIx) -> bool {
        self.broader(topic).contains(&above)
    }

    /// Returns the topics with a phrase of several words that has this word as its head.
    fn topics_headed_by(&self, word: &str, side: Side) -> BTreeSet<TopicIx> {
        match side {
            Side::Before => self.topics_ending_in(word, |_| false),
            Side::After => {
                let start = format!("{word} ");
                self.phrases().starting_with(&start).flat_map(|(_, topics)| topics).collect()
            }
        }
    }

    /// The topics of the phrases of several words that end in this word, apart from those that are left out.
    fn topics_ending_in(&self, word: &str, is_left_out: impl Fn(&str) -> bool) -> BTreeSet<TopicIx> {
        let end = [format!(" {word}")];
        let headed = self.phrases().containing(&end).filter(|(phrase, _)| phrase.ends_with(&end[0]));
        headed.filter(|(phrase, _)| !is_left_out(phrase)).flat_map(|(_, topics)| topics).collect()
    }

    /// Whether a word is not a name of these topics, but begins one that means nothing without its last word: `supply`
    /// of *Supply chain*. If the last word heads phrases of other topics too, the first word is distinctive: `gender`
    /// of *Gender studies*.
    fn begins_a_name_of(&self, word: &str, topics: &[TopicIx]) -> bool {
        let is_fixed = |name: &str| {
            let last = name.rsplit(' ').next().unwrap_or(name);
            self.topics_ending_in(last, |phrase| phrase.ends_with(name)).len() < MIN_OTHER_NAMES
        };
        let begins = |topic: &TopicIx| {
            let mut names = self.topic(*topic).name.all().map(tokens);
            names.any(|own| {
                own.len() > 1 && own[0].word == word && widest_joint(&own) == Joint::None && is_fixed(&key(&own))
            })
        };
        topics.iter().any(begins) && !topics.iter().any(|topic| self.is_name_of(*topic, word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_hollow(unknown: &str, word: &str) -> bool {
        let vocabulary = Vocabulary::embedded();
        vocabulary.is_hollow_behind(word, &vocabulary.phrases().called(word), unknown)
    }

    #[test]
    fn a_head_of_many_things_means_nothing_behind_a_word_that_is_not_understood() {
        for (unknown, word) in [("blood", "supply"), ("anger", "management"), ("nail", "design"), ("sleep", "science")]
        {
            assert!(is_hollow(unknown, word), "{unknown} {word}");
        }
    }

    #[test]
    fn a_head_that_keeps_its_meaning_is_not_hollow_nor_any_behind_an_adjective() {
        for (unknown, word) in [("divorce", "law"), ("football", "data"), ("modern", "management"), ("race", "gender")]
        {
            assert!(!is_hollow(unknown, word), "{unknown} {word}");
        }
    }
}
