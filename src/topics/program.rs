//! The topics of a program: those on record, or if there are none, those inferred from its title, courses and skills
//! with the vocabulary. A program's subject alone gives it no topic.

use serde::{Deserialize, Serialize};

use super::filler::is_filler;
use super::inflection::singular;
use super::phrases::How;
use super::tokens::tokens;
use super::topic::TopicIx;
use super::vocabulary::Vocabulary;
use crate::catalog::{Basis, Catalog, Program, Strength};
use crate::names::words;

/// The maximum number of topics inferred for one program. Few programs are about more; matches beyond that come from
/// long lists of skills.
const MAX_INFERRED: usize = 6;

/// A topic of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramTopic {
    /// The handle of the topic.
    pub topic: TopicIx,
    /// Whether the program is about the topic or only has a part on it.
    pub strength: Strength,
    /// The basis of the claim.
    pub basis: Basis,
}

/// Returns the topics of a program without duplicates, the main ones first. Topics on record are used as they are; only
/// if there are none are topics inferred.
pub fn of_program(vocabulary: &Vocabulary, catalog: &Catalog, program: &Program) -> Vec<ProgramTopic> {
    let mut topics = if program.topics.claims().is_empty() {
        inferred(vocabulary, catalog, program)
    } else {
        recorded(vocabulary, program)
    };
    topics.sort_by_key(|own| own.strength);
    topics
}

/// Returns the topics on record. Ids that the vocabulary does not know are skipped.
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

/// Adds a topic, or replaces it if it is already there with a lower strength.
fn add(topics: &mut Vec<ProgramTopic>, new: ProgramTopic) {
    match topics.iter_mut().find(|own| own.topic == new.topic) {
        Some(own) if new.strength < own.strength => *own = new,
        Some(_) => {}
        None => topics.push(new),
    }
}

/// Infers topics: a program is about the topics named by its title, and about those named by at least half of its
/// courses, but no fewer than two. Topics of a single course or a skill are parts of it. The first [`MAX_INFERRED`]
/// topics are kept.
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
    /// Whether the text names it by several words or by a word of its name, which rarely means something else.
    is_plain: bool,
}

impl Vocabulary {
    /// Returns the topics that a title names, in order and without duplicates. Only whole phrases count; stems do not,
    /// and abbreviations only in capitals.
    pub fn named_in(&self, title: &str) -> Vec<TopicIx> {
        self.naming(title).into_iter().map(|named| named.topic).collect()
    }

    /// Returns the same, with how plainly each topic is named.
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
            for topic in phrase.map(|phrase| phrase.topics).unwrap_or_default() {
                let is_plain = length > 1 || self.has_in_name(topic, &own[0].word);
                match found.iter_mut().find(|named| named.topic == topic) {
                    Some(named) => named.is_plain |= is_plain,
                    None => found.push(Naming { topic, is_plain }),
                }
            }
            at += length;
        }
        found
    }

    /// Whether a title has some words only within a longer phrase with another meaning: `minería` in *Minería de
    /// datos*.
    pub(crate) fn means_otherwise(&self, title: &str, wanted: &[String], topics: &[TopicIx]) -> bool {
        let (tokens, mut at, mut is_within) = (tokens(title), 0, false);
        while at < tokens.len() {
            let phrase = self.phrases().longest(&tokens[at..]).filter(|found| found.how != How::ByStem);
            let length = phrase.as_ref().map_or(1, |found| found.length);
            let own = &tokens[at..at + length];
            if wanted.iter().all(|word| own.iter().any(|token| singular(&token.word) == singular(word))) {
                let is_own = phrase.is_none_or(|found| found.topics.iter().any(|topic| topics.contains(topic)));
                if is_own || length <= wanted.len() {
                    return false;
                }
                is_within = true;
            }
            at += length;
        }
        is_within
    }

    /// Whether a word, in whatever number, is one of those of a topic's names.
    fn has_in_name(&self, topic: TopicIx, word: &str) -> bool {
        let word = singular(word);
        self.topic(topic).name.all().any(|name| words(name).iter().any(|own| singular(own) == word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The ids of the topics inferred for a program of that title and subject.
    fn topics(title: &str, field: &str) -> Vec<String> {
        let claim = |value: serde_json::Value| json!([{"value": value, "source": "list"}]);
        let file = json!({
            "format": "prospectus-catalog/1", "name": "made", "as_of": "2026-05-15",
            "sources": [{"id": "list", "title": "a list", "as_of": "2026-05-15", "grade": "B", "licence": "own work"}],
            "institutions": [], "courses": [],
            "programs": [{
                "id": "p", "title": title, "kind": claim(json!("xseries")), "status": claim(json!("current")),
                "fields": claim(json!([field])),
            }],
        });
        let catalog = Catalog::from_text(file.to_string()).expect("a catalogue");
        let vocabulary = Vocabulary::embedded();
        let own = of_program(vocabulary, &catalog, catalog.program(crate::catalog::ProgramIx(0)));
        own.iter().map(|own| vocabulary.topic(own.topic).id.clone()).collect()
    }

    #[test]
    fn a_word_that_often_means_something_else_names_a_topic_only_with_a_second_sign() {
        assert!(topics("Mastering Spreadsheets", "Business & Management").iter().all(|id| id != "music-production"));
        assert!(topics("Mixing and Mastering", "Music").contains(&"music-production".to_owned()));
        assert!(topics("Python for Everybody", "Humanities").contains(&"python".to_owned()), "its name is enough");
    }
}
