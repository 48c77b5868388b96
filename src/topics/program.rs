//! Which topics a program has: those on record, and for a program without any those that its title, its courses and its
//! skills name in the words of the vocabulary. A subject alone says nothing about topics.

use serde::{Deserialize, Serialize};

use super::filler::is_filler;
use super::inflection::singular;
use super::phrases::How;
use super::tokens::tokens;
use super::vocabulary::{TopicIx, Vocabulary};
use crate::catalog::{Basis, Catalog, Program, Strength};
use crate::names::words;

/// A program is seldom about more; those beyond are read into long lists of skills.
const MAX_INFERRED: usize = 6;

/// A topic of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramTopic {
    /// Which topic.
    pub topic: TopicIx,
    /// Whether the program is about it.
    pub strength: Strength,
    /// On what that rests.
    pub basis: Basis,
}

/// The rule by which topics are inferred, for people.
pub const INFERENCE_RULE: &str = "from the words of the title, the courses and the skills";

/// The topics of a program: what it is about first, each topic once. Those on record count as they stand; where none is,
/// they are inferred.
pub fn of_program(vocabulary: &Vocabulary, catalog: &Catalog, program: &Program) -> Vec<ProgramTopic> {
    let mut topics = if program.topics.claims().is_empty() {
        inferred(vocabulary, catalog, program)
    } else {
        recorded(vocabulary, program)
    };
    topics.sort_by_key(|own| own.strength);
    topics
}

/// Those on record; ids that the vocabulary does not have name no topic of it.
fn recorded(vocabulary: &Vocabulary, program: &Program) -> Vec<ProgramTopic> {
    let mut topics = Vec::new();
    for claim in program.topics.claims() {
        for (strength, ids) in [(Strength::About, &claim.value.about), (Strength::Part, &claim.value.part)] {
            for topic in ids.iter().filter_map(|id| vocabulary.find(id)) {
                add(&mut topics, ProgramTopic { topic, strength, basis: claim.basis });
            }
        }
    }
    topics
}

/// Adds a topic, or lifts what is there already.
fn add(topics: &mut Vec<ProgramTopic>, new: ProgramTopic) {
    match topics.iter_mut().find(|own| own.topic == new.topic) {
        Some(own) if new.strength < own.strength => *own = new,
        Some(_) => {}
        None => topics.push(new),
    }
}

/// What the title names, and what at least half of its courses name, is what it is about; what a course or a skill names is
/// a part of it. One word that is no word of a topic's name, such as the *mastering* of music, counts only where the subject
/// agrees or another place names the topic too: in titles such words often mean something else.
fn inferred(vocabulary: &Vocabulary, catalog: &Catalog, program: &Program) -> Vec<ProgramTopic> {
    let title = vocabulary.naming(&program.title);
    let courses = program.course_list.iter().map(|part| vocabulary.naming(&catalog.course_title(part.course)));
    let courses: Vec<Vec<Naming>> = courses.collect();
    let skills = program.skills.value().map_or(&[][..], Vec::as_slice);
    let skills: Vec<Vec<Naming>> = skills.iter().map(|skill| vocabulary.naming(skill)).collect();
    let names = |place: &[Naming], topic| place.iter().any(|named| named.topic == topic);
    let counts = |named: &&Naming| {
        let places = std::iter::once(&title).chain(&courses).chain(&skills);
        let has_subject =
            || program.fields().iter().any(|field| vocabulary.topic(named.topic).subject.as_deref() == Some(&**field));
        named.is_plain || has_subject() || places.filter(|place| names(place, named.topic)).count() > 1
    };
    let mut topics = Vec::new();
    let mut note = |topic, strength| {
        if topics.len() < MAX_INFERRED {
            add(&mut topics, ProgramTopic { topic, strength, basis: Basis::Inferred });
        }
    };
    title.iter().filter(counts).for_each(|named| note(named.topic, Strength::About));
    for named in courses.iter().flatten().filter(counts) {
        let count = courses.iter().filter(|place| names(place, named.topic)).count();
        let is_most = count > 1 && 2 * count >= courses.len();
        note(named.topic, if is_most { Strength::About } else { Strength::Part });
    }
    skills.iter().flatten().filter(counts).for_each(|named| note(named.topic, Strength::Part));
    topics
}

/// A topic that a text names.
struct Naming {
    topic: TopicIx,
    /// Whether by several words, or by a word of its name.
    is_plain: bool,
}

impl Vocabulary {
    /// The topics that a title names, in its order, each once: whole phrases, and abbreviations in capitals only.
    pub fn named_in(&self, title: &str) -> Vec<TopicIx> {
        self.naming(title).into_iter().map(|named| named.topic).collect()
    }

    fn naming(&self, title: &str) -> Vec<Naming> {
        let tokens = tokens(title);
        let mut found: Vec<Naming> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let own = &tokens[at..];
            let is_common = is_filler(&own[0].word) || self.phrases().is_capital(&own[0].word) && !own[0].is_capital;
            let phrase = self.phrases().longest(own).filter(|found| found.how != How::ByStem);
            let phrase = phrase.filter(|found| found.length > 1 || !is_common);
            let length = phrase.as_ref().map_or(1, |found| found.length);
            for topic in phrase.map_or(&[][..], |found| found.topics) {
                let is_plain = length > 1 || self.has_in_name(*topic, &own[0].word);
                match found.iter_mut().find(|named| named.topic == *topic) {
                    Some(named) => named.is_plain |= is_plain,
                    None => found.push(Naming { topic: *topic, is_plain }),
                }
            }
            at += length;
        }
        found
    }

    /// Whether a word, in whatever number, is one of those of a topic's names.
    fn has_in_name(&self, topic: TopicIx, word: &str) -> bool {
        let word = singular(word);
        self.topic(topic).name.all().any(|name| words(name).iter().any(|own| singular(own) == word))
    }
}
