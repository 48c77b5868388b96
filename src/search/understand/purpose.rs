//! A field that is wanted for a purpose: *English for nurses*, *accounting in hospitals*. The purpose only decides
//! which programs on the field come first. A program with a single course on the field that is otherwise about the
//! purpose is not wanted.

use crate::catalog::Catalog;
use crate::search::field_matches::{FieldMatches, Matches, all_of};
use crate::search::index::Index;
use crate::search::topics::Relation;
use crate::topics::{Concept, Meaning, Part, TopicIx, Vocabulary};

impl Index {
    /// Returns the field of a question with its rarest concept as the subject and the others as its context: the brain,
    /// in `how the brain makes decisions`.
    pub(super) fn led_by_rarest(&self, catalog: &Catalog, mut part: Part) -> Part {
        let is_offered = self.columns.offered();
        let reach = |own: &Concept| {
            let found = self.of_concept(catalog, own);
            let count = found.iter().filter(|(program, _)| is_offered(*program)).count();
            (own.is_understood() && count > 0).then_some(count)
        };
        let counts = part.concepts.iter().enumerate().filter_map(|(at, own)| Some((reach(own)?, at)));
        if let Some((_, rarest)) = counts.min() {
            part.concepts.iter_mut().enumerate().for_each(|(at, own)| own.is_purpose = at != rarest);
        }
        part
    }

    /// Returns a field with a purpose, and the programs about both. If there are some, the purpose includes its broader
    /// topics: AI in healthcare is near to *AI for nurses*. `None` if the field has no purpose, if programs are about
    /// the field and the purpose itself, or if nothing is taught about the field.
    pub(super) fn for_purpose(&self, catalog: &Catalog, part: &Part) -> Option<(Part, FieldMatches)> {
        let fields = self.of_each(catalog, part, |own| !own.is_purpose);
        let mut about = all_of(fields.iter());
        let has_purpose = part.concepts.iter().any(|own| own.is_purpose && own.is_understood());
        if !has_purpose || !self.is_any_taught(&about) || self.is_wide(about.len()) {
            return None;
        }
        // A place of use is a subject too: a program about it may teach the field in one course.
        if part.concepts.iter().any(|own| own.is_purpose && !own.is_within) {
            about.retain(|(_, found)| found.relation != Relation::Part);
        }
        let is_any_about_both = |part: &Part| {
            let purposes = self.of_each(catalog, part, |own| own.is_purpose);
            self.is_any_taught(&all_of([&about].into_iter().chain(&purposes)))
        };
        if is_any_about_both(part) || self.is_any_taught(&self.titled(catalog, part)) {
            return None;
        }
        let wider = Some(self.with_wider_purposes(part)).filter(is_any_about_both);
        let part = wider.unwrap_or_else(|| part.clone());
        let found = self.by_any(catalog, &part);
        Some((part, found))
    }

    /// The programs of each concept that is understood and `is_wanted`.
    fn of_each(&self, catalog: &Catalog, part: &Part, is_wanted: impl Fn(&Concept) -> bool) -> Vec<Matches> {
        let wanted = part.concepts.iter().filter(|own| own.is_understood() && is_wanted(own));
        wanted.map(|own| self.of_concept(catalog, own)).collect()
    }

    /// Returns a field in which each purpose includes its broader topics, except those as wide as a subject.
    fn with_wider_purposes(&self, part: &Part) -> Part {
        let vocabulary = Vocabulary::embedded();
        let mut wider = part.clone();
        for concept in wider.concepts.iter_mut().filter(|concept| concept.is_purpose) {
            let own = concept.topics().to_vec();
            let above = own.iter().flat_map(|topic| &vocabulary.topic(*topic).broader).copied();
            let above = above.filter(|topic| !own.contains(topic) && !self.is_wide(self.topic_count(*topic)));
            let topics: Vec<TopicIx> = own.iter().copied().chain(above).collect();
            if !topics.is_empty() {
                concept.meaning = Meaning::Topics { topics, subject: None };
            }
        }
        wider
    }
}
