//! The topics that a program requires or recommends beforehand, read from its recorded prerequisites. The text may also
//! name courses of the program itself, to give their order; the topics of these courses are left out.

use crate::catalog::{Catalog, Prerequisites, Program};
use crate::topics::{TopicIx, Vocabulary};

/// Returns the topics that a program requires or recommends beforehand.
pub(super) fn asked_beforehand(catalog: &Catalog, program: &Program) -> Vec<TopicIx> {
    let Some(text) = program.prerequisites.value() else { return Vec::new() };
    let vocabulary = Vocabulary::embedded();
    let named: Vec<TopicIx> =
        Prerequisites::of(text).for_entry().flat_map(|clause| vocabulary.named_in(clause)).collect();
    if named.is_empty() {
        return named;
    }
    // Such texts name a course by the first topic of its title: *Derivatives Markets* as "Derivatives".
    let first_of = |title: &str| vocabulary.named_in(title).first().copied();
    let taught: Vec<TopicIx> =
        program.course_list.iter().filter_map(|used| first_of(&catalog.course_title(used.course))).collect();
    named.into_iter().filter(|topic| !taught.contains(topic)).collect()
}
