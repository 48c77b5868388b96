//! Which topics are near to a field that no program is about. Nearness is what the vocabulary says and nothing else: a name
//! that is nearly the same word, what the field is part of, and what is part of the same small topic. A topic that only
//! shares a subject of the catalogue is not near; where nothing is near, nothing is offered.

use super::{Index, UnderstoodPart};
use crate::topics::{TopicIx, Vocabulary};

/// Nearest topics that are offered.
const MAX_NEAREST: usize = 8;
/// The parts of a larger topic have little in common but its name: Russian is not near to Hindi.
const MAX_PARTS_OF_FAMILY: usize = 8;

impl Index {
    /// The topics with most in common with a field, the nearest first, with the number of programs still taught that have
    /// them; a topic without any is left out.
    pub fn nearest_topics(&self, field: &UnderstoodPart) -> Vec<(TopicIx, usize)> {
        let vocabulary = Vocabulary::embedded();
        let own: Vec<TopicIx> = field.part.topics().collect();
        let alike = field.part.words().flat_map(|word| vocabulary.alike(word));
        let above: Vec<TopicIx> = own.iter().flat_map(|topic| vocabulary.topic(*topic).broader.clone()).collect();
        let family = above.iter().flat_map(|broader| family(vocabulary, *broader));
        let mut found: Vec<TopicIx> = Vec::new();
        for topic in alike.chain(above.iter().copied()).chain(family) {
            if !found.contains(&topic) && !own.contains(&topic) {
                found.push(topic);
            }
        }
        let counted = found.into_iter().map(|topic| (topic, self.topic_count(topic)));
        counted.filter(|(_, count)| *count > 0).take(MAX_NEAREST).collect()
    }
}

/// The direct parts of a topic that has few of them.
fn family(vocabulary: &Vocabulary, broader: TopicIx) -> Vec<TopicIx> {
    let parts: Vec<TopicIx> =
        vocabulary.all().filter(|topic| vocabulary.topic(*topic).broader.contains(&broader)).collect();
    if parts.len() > MAX_PARTS_OF_FAMILY { Vec::new() } else { parts }
}
