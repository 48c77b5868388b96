//! The topics that a program asks for or advises beforehand, read from its recorded prerequisites. A text may also name
//! the courses of the program itself, to say in which order they are taken; what they teach is not asked for.

use crate::catalog::{Catalog, Prerequisites, Program};
use crate::topics::{TopicIx, Vocabulary};

/// Returns the topics that a program asks for or advises beforehand.
pub(super) fn asked_beforehand(catalog: &Catalog, program: &Program) -> Vec<TopicIx> {
    let Some(text) = program.prerequisites.value() else { return Vec::new() };
    let vocabulary = Vocabulary::embedded();
    let named: Vec<TopicIx> =
        Prerequisites::of(text).for_entry().flat_map(|clause| vocabulary.named_in(clause)).collect();
    if named.is_empty() {
        return named;
    }
    // A course is called by the first topic of its title: *Derivatives Markets* is "Derivatives".
    let first_of = |title: &str| vocabulary.named_in(title).first().copied();
    let taught: Vec<TopicIx> =
        program.course_list.iter().filter_map(|used| first_of(&catalog.course_title(used.course))).collect();
    named.into_iter().filter(|topic| !taught.contains(topic)).collect()
}
