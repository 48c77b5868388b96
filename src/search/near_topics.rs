//! Finds topics near a field that no program is about. Only the vocabulary decides: a topic is near if its name is
//! almost the same word, if the field is part of it, or if both are parts of the same small topic. Sharing a subject of
//! the catalogue is not enough.

use super::index::Index;
use super::understand::UnderstoodPart;
use crate::catalog::ProgramIx;
use crate::names::words;
use crate::topics::{Concept, Part, TopicIx, Vocabulary};

/// The maximum number of topics offered.
const MAX_NEAREST: usize = 8;
/// The maximum number of parts of a topic that are near each other. The parts of a larger topic have little in common:
/// Russian is not near Hindi.
const MAX_PARTS_OF_FAMILY: usize = 8;

impl Index {
    /// Returns the topics nearest to a field with the number of programs still taught that have them, the nearest
    /// first. Topics without programs are left out.
    pub fn nearest_topics(&self, field: &UnderstoodPart) -> Vec<(TopicIx, usize)> {
        self.nearest_topics_among(&field.part, self.columns.offered())
    }

    /// Returns the same with the numbers of programs that `counts` accepts. If no near topic has any, all broader
    /// topics are tried.
    pub fn nearest_topics_among(&self, field: &Part, counts: impl Fn(ProgramIx) -> bool) -> Vec<(TopicIx, usize)> {
        let vocabulary = Vocabulary::embedded();
        let understood = field.concepts.iter().filter(|own| own.is_understood());
        let own: Vec<TopicIx> = understood.flat_map(Concept::topics).copied().collect();
        // If a topic is understood, only that topic has near ones, and the words beside it have none.
        let words = field.words().filter(|_| own.is_empty());
        let alike = words.flat_map(|word| vocabulary.alike(word));
        let spoken = self.topics_of_words(field);
        // If some topics have no programs, only topics near those are offered.
        let count = |topic: TopicIx| self.topic_count_among(topic, &counts);
        let without: Vec<TopicIx> = own.iter().copied().filter(|topic| count(*topic) == 0).collect();
        let led = if without.is_empty() { &own } else { &without };
        let mut above: Vec<TopicIx> = led.iter().flat_map(|topic| vocabulary.topic(*topic).broader.clone()).collect();
        // The smaller a topic, the nearer its parts are to each other.
        above.sort_by_key(|topic| self.topic_count(*topic));
        let family = above.iter().flat_map(|broader| family(vocabulary, *broader));
        let mut found: Vec<TopicIx> = Vec::new();
        for topic in spoken.into_iter().chain(alike).chain(above.iter().copied()).chain(family) {
            if !found.contains(&topic) && !own.contains(&topic) {
                found.push(topic);
            }
        }
        let counted = |topics: Vec<TopicIx>| -> Vec<(TopicIx, usize)> {
            let counted = topics.into_iter().map(|topic| (topic, count(topic)));
            counted.filter(|(_, count)| *count > 0).take(MAX_NEAREST).collect()
        };
        let near = counted(found);
        let ancestors = || led.iter().flat_map(|topic| vocabulary.broader(*topic).iter().copied()).collect();
        if near.is_empty() { counted(ancestors()) } else { near }
    }

    /// Returns the topics named by single words of a field of several words: drones for `drone photography`. Topics as
    /// wide as a subject are left out.
    fn topics_of_words(&self, field: &Part) -> Vec<TopicIx> {
        let words = words(&field.typed);
        if words.len() < 2 {
            return Vec::new();
        }
        let called = words.iter().flat_map(|word| Vocabulary::embedded().called(word));
        called.filter(|topic| !self.is_wide(self.topic_count(*topic))).collect()
    }
}

/// The direct parts of a topic; none if it has too many.
fn family(vocabulary: &Vocabulary, broader: TopicIx) -> Vec<TopicIx> {
    let parts: Vec<TopicIx> =
        vocabulary.all().filter(|topic| vocabulary.topic(*topic).broader.contains(&broader)).collect();
    if parts.len() > MAX_PARTS_OF_FAMILY { Vec::new() } else { parts }
}
