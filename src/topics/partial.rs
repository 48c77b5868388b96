//! Partial names: some words of a topic's name mean the whole, such as `data privacy` for *Data protection and privacy*
//! or `aerospace` for *Aerospace engineering*. Used only for words that are not a phrase of the vocabulary, and only if
//! exactly one topic matches.

use std::collections::HashSet;

use super::filler::is_filler;
use super::inflection::singular;
use super::tokens::{key, tokens};
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;

/// The number of letters at the start of a word that are the same in all of its forms.
const STABLE_CHARS: usize = 3;

impl Vocabulary {
    /// Returns the only topic with a phrase that contains all of these words and at most as many others; `None` if
    /// there is no such topic or more than one. A single word says less, so it must be part of a name, not just of a
    /// synonym, and no phrase of another topic may contain it.
    pub(super) fn meant_by_some<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<TopicIx> {
        let wanted: HashSet<String> = words.map(singular).collect();
        let is_alone = wanted.len() == 1;
        if is_alone && wanted.iter().any(|word| is_filler(word)) {
            return None;
        }
        let starts: Vec<String> = wanted.iter().map(|word| word.chars().take(STABLE_CHARS).collect()).collect();
        let mut meant = HashSet::new();
        for (phrase, topics) in self.phrases().containing(&starts) {
            let own: HashSet<String> = phrase.split(' ').map(singular).collect();
            if !wanted.is_subset(&own) {
                continue;
            }
            let is_short_enough = own.len() > 1 && own.len() <= 2 * wanted.len();
            if is_short_enough && (!is_alone || topics.iter().any(|topic| self.is_name_of(*topic, phrase))) {
                meant.extend(topics.iter().map(|topic| (*topic, true)));
            } else if is_alone {
                meant.extend(topics.iter().map(|topic| (*topic, false)));
            }
        }
        let topics: HashSet<TopicIx> = meant.iter().map(|(topic, _)| *topic).collect();
        let only = topics.iter().next().filter(|_| topics.len() == 1)?;
        meant.contains(&(*only, true)).then_some(*only)
    }

    /// Whether a phrase is a whole name of the topic.
    pub(super) fn is_name_of(&self, topic: TopicIx, phrase: &str) -> bool {
        self.topic(topic).name.all().any(|name| key(&tokens(name)) == phrase)
    }
}
