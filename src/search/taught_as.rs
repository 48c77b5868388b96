//! The form in which a subject is wanted: the kind of credential or the language that is named with it. The kind in
//! `micromasters economics` and the language in `excel in spanish` say nothing about the subject, so they restrict the
//! results for the rest. Alone, or if the results would be empty, they are read like any other words.

use std::collections::BTreeSet;

use super::field_matches::{FieldMatches, Matches};
use super::filter::Facet;
use super::index::Index;
use crate::catalog::{Catalog, ProgramIx};
use crate::names;
use crate::topics::{Concept, Meaning, Part, TopicIx, Vocabulary};

impl Index {
    /// Returns a field without the kind or language that it names, and the results for the rest in that form; `None` if
    /// it names none, or if there are no results.
    pub(super) fn in_form(&self, catalog: &Catalog, part: &Part) -> Option<(Part, FieldMatches)> {
        let kind = |concept: &Concept| Some((Facet::Kind, kind_named(catalog, concept)?));
        if let Some(found) = self.narrowed(catalog, part, kind) {
            return Some(found);
        }
        // In `English for nurses`, the language is the subject.
        let has_purpose = part.concepts.iter().any(|own| own.is_purpose);
        let is_form = |concept: &Concept| concept.is_purpose || !has_purpose;
        let language = |concept: &Concept| {
            let language = Some(concept).filter(|own| is_form(own)).and_then(|own| self.language_named(own))?;
            Some((Facet::Language, language))
        };
        let has_language = part.concepts.iter().any(|own| language(own).is_some());
        // If programs are about the language and the rest, as for `business english`, the language is a subject.
        if !has_language || !self.by_all_words(catalog, part).is_empty() {
            return None;
        }
        self.narrowed(catalog, part, language)
    }

    fn narrowed(
        &self,
        catalog: &Catalog,
        part: &Part,
        form_of: impl Fn(&Concept) -> Option<(Facet, String)>,
    ) -> Option<(Part, FieldMatches)> {
        let forms: Vec<(Facet, String)> = part.concepts.iter().filter_map(&form_of).collect();
        let rest: Vec<Concept> = part.concepts.iter().filter(|own| form_of(own).is_none()).cloned().collect();
        if forms.is_empty() || !rest.iter().any(Concept::is_understood) {
            return None;
        }
        let rest = Part { concepts: rest, ..part.clone() };
        let mut found = self.by_words(catalog, &rest);
        let mut narrow = found.matches.clone();
        for (facet, value) in &forms {
            let programs: BTreeSet<ProgramIx> =
                self.columns.programs_with(*facet, value).map(|(program, _)| program).collect();
            narrow.retain(|(program, _)| programs.contains(program));
        }
        let is_offered = self.columns.offered();
        let is_taught = |matches: &Matches| matches.iter().any(|(program, _)| is_offered(*program));
        if forms.iter().any(|(facet, _)| *facet == Facet::Kind) && !is_taught(&narrow) && is_taught(&found.matches) {
            // If the rest is no longer taught in this form, the form is ignored, but the field still has programs.
            let typed = part.concepts.iter().filter(|own| form_of(own).is_some()).map(|own| own.typed.clone());
            found.ignored.extend(typed);
        } else {
            found.matches = narrow;
            found.forms = forms;
        }
        (!found.is_empty()).then_some((rest, found))
    }

    /// The language of the catalogue that a concept names as its topic.
    fn language_named(&self, concept: &Concept) -> Option<String> {
        let [topic] = concept.topics() else { return None };
        self.language_of(*topic)
    }

    /// The language of the catalogue that a topic is about.
    fn language_of(&self, topic: TopicIx) -> Option<String> {
        let name = &Vocabulary::embedded().topic(topic).name.en;
        self.columns.values_of(Facet::Language).find(|language| language == name).map(str::to_owned)
    }

    /// The programs on a field that are taught in a language. If none is, the wish for the language is not met, and all
    /// of them stay.
    pub(super) fn taught_in(&self, language: Option<TopicIx>, mut found: FieldMatches) -> FieldMatches {
        let Some(topic) = language else { return found };
        let value = self.language_of(topic);
        let programs: BTreeSet<ProgramIx> = value
            .iter()
            .flat_map(|value| self.columns.programs_with(Facet::Language, value))
            .map(|own| own.0)
            .collect();
        let mut narrow = found.matches.clone();
        narrow.retain(|(program, _)| programs.contains(program));
        match value.filter(|_| self.is_any_taught(&narrow)) {
            Some(value) => {
                found.matches = narrow;
                found.forms.push((Facet::Language, value));
            }
            None => found.ignored.push(Vocabulary::embedded().topic(topic).name.en.clone()),
        }
        found
    }
}

/// The kind of credential that a word names.
fn kind_named(catalog: &Catalog, concept: &Concept) -> Option<String> {
    let Meaning::Word(word) = &concept.meaning else { return None };
    let kinds = names::kinds(catalog);
    match names::exactly(word, &kinds).as_slice() {
        [only] => Some(only.value.clone()),
        _ => None,
    }
}
