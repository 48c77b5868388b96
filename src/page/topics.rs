//! Topics by name. The catalogue records the ids of the vocabulary; people read the names.

use crate::catalog::{Catalog, Program, Strength, TopicSet};
use crate::topics::{Vocabulary, of_program};

use super::{Mark, Phrase};

/// The topics of a claim: `Supply chain, Logistics; in part Statistics`. An id that the vocabulary
/// lacks is printed as it is.
pub(super) fn words(topics: &TopicSet) -> String {
    let vocabulary = Vocabulary::embedded();
    let named = |wanted: Strength| {
        let ids = topics.iter().filter(|(strength, _)| *strength == wanted).map(|(_, id)| id.as_str());
        let names = ids.map(|id| vocabulary.find(id).map_or(id, |ix| vocabulary.topic(ix).name.en.as_str()));
        names.collect::<Vec<_>>().join(", ")
    };
    match (named(Strength::About), named(Strength::Part)) {
        (about, part) if part.is_empty() => about,
        (about, part) if about.is_empty() => format!("in part {part}"),
        (about, part) => format!("{about}; in part {part}"),
    }
}

/// The program's topics of one strength: those on record, or else those named by its words. `None` if there are none.
pub(super) fn of(catalog: &Catalog, program: &Program, strength: Strength) -> Option<Phrase> {
    let vocabulary = Vocabulary::embedded();
    let own: Vec<_> =
        of_program(vocabulary, catalog, program).into_iter().filter(|own| own.strength == strength).collect();
    let weakest = own.iter().map(|own| own.basis).max()?;
    let names: Vec<&str> = own.iter().map(|own| vocabulary.topic(own.topic).name.en.as_str()).collect();
    Some(Phrase::marked(names.join(", "), Mark::Of(weakest)))
}
