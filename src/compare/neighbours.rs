//! Indexes of programs by course and by topic. A compiled catalogue stores both, so that similar programs are found
//! without reading all others.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, CourseIx, Program, ProgramIx, SectionBytes, Sections, Strength, pack_parts};
use crate::topics::{ProgramTopic, TopicIx, Vocabulary, topics_of};

/// The section with one record per course, listing its programs. A change of format needs a new name.
const BY_COURSE: &str = "programs-by-course-1";
/// The section with one record per topic: the hash of the vocabulary, the programs about the topic, and those with only
/// a part on it.
const BY_TOPIC: &str = "programs-by-topic-2";

/// The record of a topic.
type OfTopic = (u32, Vec<ProgramIx>, Vec<ProgramIx>);

/// The sections that this room adds to a compiled catalogue.
pub const NEIGHBOURS: Sections = Sections::of_catalog(&[BY_COURSE, BY_TOPIC], sections);

/// The topics of a program, by whether they cover all or part of it.
#[derive(Default)]
pub(super) struct TopicsOf {
    /// The topics that the program is about.
    pub(super) about: Vec<TopicIx>,
    /// The topics of only a part of the program.
    pub(super) part: Vec<TopicIx>,
}

impl TopicsOf {
    pub(super) fn program(catalog: &Catalog, ix: ProgramIx, program: &Program) -> Self {
        let (about, part): (Vec<_>, Vec<_>) =
            topics_of(catalog, ix, program).into_iter().partition(|own| own.strength == Strength::About);
        let topics = |all: Vec<ProgramTopic>| all.into_iter().map(|own| own.topic).collect();
        Self { about: topics(about), part: topics(part) }
    }
}

/// Returns the programs that may share a course or main topic with this one, itself included; all programs if no usable
/// index is stored.
pub(super) fn candidates(catalog: &Catalog, program: &Program, topics: &TopicsOf) -> Vec<ProgramIx> {
    stored(catalog, program, topics).map_or_else(|| catalog.all().collect(), |found| found.into_iter().collect())
}

fn stored(catalog: &Catalog, program: &Program, topics: &TopicsOf) -> Option<BTreeSet<ProgramIx>> {
    let mut found = BTreeSet::new();
    for part in &program.course_list {
        found.extend(catalog.part::<Vec<ProgramIx>>(BY_COURSE, part.course.0 as usize)?);
    }
    for topic in &topics.about {
        found.extend(of_topic(catalog, *topic)?.0);
    }
    Some(found)
}

/// Returns the programs that only have a part on what this one is about, or are about what this one has a part on; all
/// programs if no usable index is stored.
pub(super) fn partly(catalog: &Catalog, topics: &TopicsOf) -> Vec<ProgramIx> {
    let about = topics.about.iter().map(|topic| Some(of_topic(catalog, *topic)?.1));
    let part = topics.part.iter().map(|topic| Some(of_topic(catalog, *topic)?.0));
    let found: Option<Vec<Vec<ProgramIx>>> = about.chain(part).collect();
    let distinct = |found: Vec<Vec<ProgramIx>>| found.into_iter().flatten().collect::<BTreeSet<_>>();
    found.map_or_else(|| catalog.all().collect(), |found| distinct(found).into_iter().collect())
}

/// Returns the programs about a topic and those with a part on it, or `None` if no usable index is stored.
fn of_topic(catalog: &Catalog, topic: TopicIx) -> Option<(Vec<ProgramIx>, Vec<ProgramIx>)> {
    let (vocabulary, about, part): OfTopic = catalog.part(BY_TOPIC, usize::from(topic.0))?;
    (vocabulary == Vocabulary::embedded_hash()).then_some((about, part))
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let mut by_course: Vec<Vec<ProgramIx>> = vec![Vec::new(); catalog.course_count()];
    let none = || (Vocabulary::embedded_hash(), Vec::new(), Vec::new());
    let mut by_topic: Vec<OfTopic> = Vocabulary::embedded().all().map(|_| none()).collect();
    for (ix, program) in catalog.all().zip(catalog.programs()) {
        let courses: BTreeSet<CourseIx> = program.course_list.iter().map(|part| part.course).collect();
        for course in courses {
            by_course[course.0 as usize].push(ix);
        }
        let topics = TopicsOf::program(catalog, ix, &program);
        topics.about.iter().for_each(|topic| by_topic[usize::from(topic.0)].1.push(ix));
        topics.part.iter().for_each(|topic| by_topic[usize::from(topic.0)].2.push(ix));
    }
    vec![(BY_COURSE, pack_parts(by_course)), (BY_TOPIC, pack_parts(by_topic))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::similar;

    #[test]
    fn without_what_was_stored_the_same_programs_are_similar() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        let mut read = 0;
        for ix in catalog.all().step_by(31) {
            let found = similar(&catalog, ix);
            let topics = TopicsOf::program(&catalog, ix, catalog.program(ix));
            read += candidates(&catalog, catalog.program(ix), &topics).len();
            assert_eq!(found, similar(&bare, ix));
        }
        assert!(read > 0 && read < catalog.len() * catalog.len() / 31 / 4, "only what may be similar is read: {read}");
    }
}
