//! The topics of all programs as a section of a compiled catalogue. Inferring them reads the titles of all courses word
//! by word, which is most of the cost of a long list. Topics stored with another vocabulary are ignored and inferred
//! again.

use serde::{Deserialize, Serialize};

use super::program::{ProgramTopic, of_program};
use super::vocabulary::Vocabulary;
use crate::catalog::{Catalog, Program, ProgramIx, SectionBytes, Sections, pack_parts};
use crate::parallel;

/// The name of the section, which has one record per program. A change of format needs a new name.
const TOPICS: &str = "topics-of-programs-1";

/// The number of programs that a thread reads at a time.
const AT_ONCE: usize = 256;

/// The section that topics add to a compiled catalogue.
pub const TOPICS_OF_PROGRAMS: Sections = Sections { names: &[TOPICS], make: sections, is_current };

/// The topics of one program as stored.
#[derive(Serialize, Deserialize)]
struct Stored {
    /// The hash of the vocabulary that the topics were made with.
    vocabulary: u32,
    topics: Vec<ProgramTopic>,
}

/// Returns the topics of a program according to the embedded vocabulary, from the compiled catalogue if it has them.
pub fn topics_of(catalog: &Catalog, ix: ProgramIx, program: &Program) -> Vec<ProgramTopic> {
    let stored = catalog.part(TOPICS, ix.0 as usize);
    let stored = stored.filter(|stored: &Stored| stored.vocabulary == Vocabulary::embedded_hash());
    stored.map_or_else(|| of_program(Vocabulary::embedded(), catalog, program), |stored| stored.topics)
}

/// Whether the stored topics were made with the embedded vocabulary. All records are made together, so the first one is
/// representative.
fn is_current(catalog: &Catalog) -> bool {
    let first = catalog.part(TOPICS, 0);
    first.is_none_or(|stored: Stored| stored.vocabulary == Vocabulary::embedded_hash())
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let vocabulary = Vocabulary::embedded();
    let stored = |ix| {
        let topics = of_program(vocabulary, catalog, &catalog.program_once(ix));
        Stored { vocabulary: Vocabulary::embedded_hash(), topics }
    };
    let mut records = Vec::with_capacity(catalog.len());
    parallel::in_order(
        |programs: Vec<ProgramIx>| programs.into_iter().map(stored).collect::<Vec<Stored>>(),
        |some| records.extend(some),
        |hand_out| {
            let all: Vec<ProgramIx> = catalog.all().collect();
            all.chunks(AT_ONCE).for_each(|programs| hand_out(programs.to_vec()));
        },
    );
    vec![(TOPICS, pack_parts(records))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_topics_are_those_that_are_inferred() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let vocabulary = Vocabulary::embedded();
        for (ix, program) in catalog.all().zip(catalog.programs()) {
            let stored: Stored = catalog.part(TOPICS, ix.0 as usize).expect("a record of every program");
            assert_eq!(stored.vocabulary, Vocabulary::embedded_hash());
            assert_eq!(stored.topics, of_program(vocabulary, &catalog, &program), "{}", program.id);
            assert_eq!(topics_of(&catalog, ix, &program), stored.topics);
        }
        assert!(catalog.part::<Stored>(TOPICS, catalog.len()).is_none());
    }

    #[test]
    fn without_what_was_stored_the_topics_are_inferred() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        for ix in catalog.all().step_by(9) {
            let program = catalog.program(ix);
            assert_eq!(topics_of(&bare, ix, program), topics_of(&catalog, ix, program));
        }
    }
}
