//! Which of several things that are named together are wanted, if no program is about all of them. Lists and the
//! adviser use the same rule.

use crate::topics::{Concept, Part, Vocabulary};

/// A topic is as wide as a subject if more than one in this many programs has it.
pub(super) const SUBJECT_SHARE: usize = 8;

/// Returns the concepts of a field that are wanted. `reach` counts the programs of a concept, and `is_wide` says
/// whether a number of programs is that of a subject.
///
/// Left out are: a verb or adjective before its noun, as `design` in *design medical devices*; a form of a word that
/// has a topic, as in `electronic medical records`; what is named beside a language that no program teaches; the
/// purpose, if its object is not taught; and, if nothing is taught about one of the concepts, those as wide as a
/// subject, because they are too broad to replace it: `nail tech` is not about computer science.
pub(super) fn wanted_sides(
    part: &Part,
    reach: impl Fn(&Concept) -> usize,
    is_wide: impl Fn(usize) -> bool,
) -> Vec<&Concept> {
    let mut sides = sure_or_all(part);
    let last = sides.last().copied();
    sides.retain(|concept| !concept.is_other_form || Some(*concept) == last);
    if sides.iter().skip(1).any(|concept| !concept.is_purpose && reach(concept) > 0) {
        sides.retain(|concept| !concept.is_deed || Some(*concept) == last);
    }
    let vocabulary = Vocabulary::embedded();
    let untaught = sides.iter().copied().find(|own| vocabulary.is_wanted_language(own) && reach(own) == 0);
    if let Some(language) = untaught {
        sides.retain(|own| *own == language || vocabulary.is_wanted_without(language, own));
    }
    // Logistics must not replace the ERP of *ERP for logistics*.
    let is_for_nothing = sides.iter().all(|concept| concept.is_purpose || reach(concept) == 0);
    if is_for_nothing {
        sides.retain(|concept| !concept.is_purpose);
    }
    if sides.iter().any(|concept| reach(concept) == 0) {
        sides.retain(|concept| !is_wide(reach(concept)));
    }
    sides
}

/// Returns the concepts whose meaning is known. One known only by a corrected spelling is left out if another is known
/// as typed: `wine tasting` is not about software testing.
fn sure_or_all(part: &Part) -> Vec<&Concept> {
    let understood: Vec<&Concept> = part.concepts.iter().filter(|concept| concept.is_understood()).collect();
    let sure: Vec<&Concept> = understood.iter().copied().filter(|concept| concept.corrected.is_none()).collect();
    if sure.is_empty() { understood } else { sure }
}
