//! Who a person is decides which programs on what they want come first: of those about statistics, a nurse is shown what
//! is for the health professions first. A list and the adviser find these programs here in the same way.

use crate::catalog::ProgramIx;
use crate::topics::{Concept, TopicIx, Vocabulary};

use super::columns::Columns;
use super::sides::SUBJECT_SHARE;
use super::topics::Relation;

/// Of some programs on what is wanted, those that are also about who the person is, in order: about that very thing, or
/// else with a part on it, or else on what it is part of. None if that tells no program from another.
pub(super) fn also_about(columns: &Columns, who: &[Concept], wanted: &[ProgramIx]) -> Vec<ProgramIx> {
    if who.is_empty() {
        return Vec::new();
    }
    let is_offered = columns.offered();
    let own: Vec<TopicIx> = who.iter().flat_map(Concept::topics).copied().collect();
    let all = wanted.iter().filter(|program| is_offered(**program)).count();
    let of = |topics: &[TopicIx], is_near: fn(Relation) -> bool| -> Option<Vec<ProgramIx>> {
        let posted = topics.iter().flat_map(|topic| columns.programs_of_topic(*topic).iter());
        let mut found: Vec<ProgramIx> = posted
            .filter(|(program, link)| is_near(link.relation) && wanted.binary_search(program).is_ok())
            .map(|(program, _)| program)
            .collect();
        found.sort_unstable();
        found.dedup();
        let offered = found.iter().filter(|program| is_offered(**program)).count();
        (0 < offered && offered < all).then_some(found)
    };
    let is_about = |relation| relation != Relation::Part;
    let near = of(&own, is_about).or_else(|| of(&own, |_| true));
    let wider = || {
        let above = above(columns, &own);
        of(&above, is_about).or_else(|| of(&above, |_| true))
    };
    near.or_else(wider).unwrap_or_default()
}

/// The topics that some topics are directly part of, apart from those as wide as a subject.
fn above(columns: &Columns, own: &[TopicIx]) -> Vec<TopicIx> {
    let vocabulary = Vocabulary::embedded();
    let is_wide = |topic: &TopicIx| columns.programs_of_topic(*topic).len() * SUBJECT_SHARE > columns.programs();
    let above = own.iter().flat_map(|topic| &vocabulary.topic(*topic).broader);
    above.filter(|topic| !is_wide(topic)).copied().collect()
}
