//! Some of the words of a name for the whole of it: `data privacy` for *Data protection and privacy*, `aerospace` for
//! *Aerospace engineering*. Only what no phrase stands for is looked up here, and only one topic may be meant.

use std::collections::HashSet;

use super::filler::is_filler;
use super::inflection::singular;
use super::phrases::key;
use super::tokens::tokens;
use super::vocabulary::{TopicIx, Vocabulary};

/// So many letters at the start of a word stay what they are in any of its forms.
const STABLE_CHARS: usize = 3;

impl Vocabulary {
    /// The only topic of which a phrase has all of these words and no more others than these. One word alone has to be of
    /// a name, and of no other topic: much less is said by it.
    pub(super) fn meant_by_some<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<TopicIx> {
        let wanted: HashSet<String> = words.map(singular).collect();
        let is_alone = wanted.len() == 1;
        if is_alone && wanted.iter().any(|word| is_filler(word)) {
            return None;
        }
        let starts: Vec<String> = wanted.iter().map(|word| word.chars().take(STABLE_CHARS).collect()).collect();
        let mut meant = HashSet::new();
        for (phrase, topics) in self.phrases().iter().filter(|(phrase, _)| starts.iter().all(|s| phrase.contains(s))) {
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

    fn is_name_of(&self, topic: TopicIx, phrase: &str) -> bool {
        self.topic(topic).name.all().any(|name| key(&tokens(name)) == phrase)
    }
}
