//! Which programs contain a course, and which are about a topic. A compiled catalogue stores both, so that similar
//! programs are found without reading all others.

use std::collections::BTreeSet;

use crate::catalog::{Catalog, CourseIx, Program, ProgramIx, SectionBytes, Sections, Strength, pack_parts};
use crate::topics::{TopicIx, Vocabulary, topics_of};

/// The section with one record per course, listing its programs. A change of format needs a new name.
const BY_COURSE: &str = "programs-by-course-1";
/// The section with one record per topic: the hash of the vocabulary and the programs about the topic.
const BY_TOPIC: &str = "programs-by-topic-1";

/// The sections that comparing adds to a compiled catalogue.
pub const NEIGHBOURS: Sections = Sections::of_catalog(&[BY_COURSE, BY_TOPIC], sections);

/// Returns the main topics of a program. A topic that only part of a program covers does not make two programs similar.
pub(super) fn main_topics(catalog: &Catalog, ix: ProgramIx, program: &Program) -> Vec<TopicIx> {
    let topics = topics_of(catalog, ix, program).into_iter();
    topics.filter(|own| own.strength == Strength::About).map(|own| own.topic).collect()
}

/// Returns the programs that may share a course or main topic with this one, which is included; all programs if nothing
/// usable is stored.
pub(super) fn candidates(catalog: &Catalog, program: &Program, topics: &[TopicIx]) -> Vec<ProgramIx> {
    stored(catalog, program, topics).map_or_else(|| catalog.all().collect(), |found| found.into_iter().collect())
}

fn stored(catalog: &Catalog, program: &Program, topics: &[TopicIx]) -> Option<BTreeSet<ProgramIx>> {
    let mut found = BTreeSet::new();
    for part in &program.course_list {
        found.extend(catalog.part::<Vec<ProgramIx>>(BY_COURSE, part.course.0 as usize)?);
    }
    for topic in topics {
        let (vocabulary, programs): (u32, Vec<ProgramIx>) = catalog.part(BY_TOPIC, usize::from(topic.0))?;
        (vocabulary == Vocabulary::embedded_hash()).then(|| found.extend(programs))?;
    }
    Some(found)
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let mut by_course: Vec<Vec<ProgramIx>> = vec![Vec::new(); catalog.course_count()];
    let mut by_topic: Vec<Vec<ProgramIx>> = vec![Vec::new(); Vocabulary::embedded().all().len()];
    for (ix, program) in catalog.all().zip(catalog.programs()) {
        let courses: BTreeSet<CourseIx> = program.course_list.iter().map(|part| part.course).collect();
        for course in courses {
            by_course[course.0 as usize].push(ix);
        }
        for topic in main_topics(catalog, ix, &program) {
            by_topic[usize::from(topic.0)].push(ix);
        }
    }
    let by_topic = by_topic.into_iter().map(|programs| (Vocabulary::embedded_hash(), programs));
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
            read += candidates(&catalog, catalog.program(ix), &main_topics(&catalog, ix, catalog.program(ix))).len();
            assert_eq!(found, similar(&bare, ix));
        }
        assert!(read > 0 && read < catalog.len() * catalog.len() / 31 / 4, "only what may be similar is read: {read}");
    }
}
