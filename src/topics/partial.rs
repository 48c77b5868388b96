//! Some of the words of a name for the whole of it: `data privacy` for *Data protection and privacy*, `aerospace` for
//! *Aerospace engineering*. Only what no phrase stands for is looked up here, and only one topic may be meant.

use std::collections::{HashMap, HashSet};

use super::filler::is_filler;
use super::inflection::singular;
use super::tokens::tokens;
use super::vocabulary::{Topic, TopicIx};

/// The words of every phrase of several words, in any order.
#[derive(Clone, Debug, Default)]
pub(super) struct PartialNames {
    phrases: Vec<PhraseWords>,
    /// By word, every topic of which a phrase has it.
    topics_of: HashMap<String, HashSet<TopicIx>>,
}

#[derive(Clone, Debug)]
struct PhraseWords {
    topic: TopicIx,
    words: HashSet<String>,
    /// Whether it is what the topic is called, and not another word for it.
    is_name: bool,
}

impl PartialNames {
    pub(super) fn of(topics: &[Topic]) -> Self {
        let mut own = Self::default();
        for (ix, topic) in (0u16..).map(TopicIx).zip(topics) {
            topic.name.all().for_each(|name| own.add(ix, name, true));
            topic.also.iter().for_each(|other| own.add(ix, other, false));
        }
        own
    }

    fn add(&mut self, topic: TopicIx, phrase: &str, is_name: bool) {
        let words: HashSet<String> = tokens(phrase).iter().map(|token| singular(&token.word)).collect();
        for word in &words {
            self.topics_of.entry(word.clone()).or_default().insert(topic);
        }
        if words.len() > 1 {
            self.phrases.push(PhraseWords { topic, words, is_name });
        }
    }

    /// The only topic of which a phrase has all of these words and no more others than these. One word alone has to be of
    /// a name, and of no other topic: much less is said by it.
    pub(super) fn meant_by<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<TopicIx> {
        let words: HashSet<String> = words.map(singular).collect();
        let is_alone = words.len() == 1;
        let is_of_one = |word: &String| self.topics_of.get(word).is_some_and(|topics| topics.len() == 1);
        if is_alone && !words.iter().all(|word| is_of_one(word) && !is_filler(word)) {
            return None;
        }
        let fits = |phrase: &&PhraseWords| {
            (phrase.is_name || !is_alone) && words.is_subset(&phrase.words) && phrase.words.len() <= 2 * words.len()
        };
        let mut topics = self.phrases.iter().filter(fits).map(|phrase| phrase.topic);
        let first = topics.next()?;
        topics.all(|other| other == first).then_some(first)
    }
}
