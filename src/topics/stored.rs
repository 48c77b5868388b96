//! The topics of every program as a section of a compiled catalogue. To infer them means to read the titles of all of its
//! courses word by word, which is most of the cost of a long list; stored they are read as they are. What another
//! vocabulary inferred is of no use and is inferred again.

use serde::{Deserialize, Serialize};

use super::program::{ProgramTopic, of_program};
use super::vocabulary::Vocabulary;
use crate::catalog::{Catalog, Program, ProgramIx, SectionBytes, Sections, pack_parts};

/// The section, one record a program; a new name for every new form.
const TOPICS: &str = "topics-of-programs-1";

/// What the topics add to a compiled catalogue.
pub const TOPICS_OF_PROGRAMS: Sections = Sections { names: &[TOPICS], make: sections };

/// A record.
#[derive(Serialize, Deserialize)]
struct Stored {
    /// What tells the vocabulary from any other.
    vocabulary: u32,
    topics: Vec<ProgramTopic>,
}

/// The topics of a program of a catalogue, by the embedded vocabulary.
pub fn topics_of(catalog: &Catalog, ix: ProgramIx, program: &Program) -> Vec<ProgramTopic> {
    let stored = catalog.part(TOPICS, ix.0 as usize);
    let stored = stored.filter(|stored: &Stored| stored.vocabulary == Vocabulary::embedded_hash());
    stored.map_or_else(|| of_program(Vocabulary::embedded(), catalog, program), |stored| stored.topics)
}

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    let vocabulary = Vocabulary::embedded();
    let stored = |topics| Stored { vocabulary: Vocabulary::embedded_hash(), topics };
    let records = catalog.programs().map(|program| stored(of_program(vocabulary, catalog, &program)));
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
