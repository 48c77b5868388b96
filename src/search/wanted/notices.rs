//! The notices of a list about the words of its query that were read as topics: how they were understood, what was left
//! out, and that not every program is about all of the fields.

use std::sync::Arc;

use super::TopicReading;
use crate::catalog::ProgramIx;
use crate::english::{and_list, by_count, counted, counted_or_no};
use crate::names::{fold, words};
use crate::search::columns::Columns;
use crate::search::hit::Hit;
use crate::search::term_match::TermMatches;
use crate::topics::{Concept, Meaning as Understood, Vocabulary};

impl TopicReading<'_> {
    /// Returns a notice that not every hit is about all of the fields that the query names; `None` if every hit is, if
    /// it names a single field, or if one is enough. `whole` are the programs about all of them, in order.
    pub(in crate::search) fn notice_of_fields(
        &self,
        columns: &Columns,
        whole: &[ProgramIx],
        hits: &[Hit],
    ) -> Option<String> {
        if self.reading.is_choice || !self.has_several_fields() {
            return None;
        }
        let is_offered = columns.offered();
        let listed = || hits.iter().map(|hit| hit.program).filter(|program| is_offered(*program));
        let all = listed().filter(|program| whole.binary_search(program).is_ok()).count();
        if all == listed().count() {
            return None;
        }
        let fields: Vec<String> = self.reading.parts.iter().map(|part| format!("`{}`", part.typed)).collect();
        let (both, one) = if fields.len() == 2 { ("both ", "one") } else { ("", "some") };
        let named = and_list(&fields);
        Some(match all {
            0 => format!("no program has {both}{named}; these have {one} of them"),
            _ => format!("{} {both}{named}, the others {one} of them", have(all)),
        })
    }

    /// Returns notices about how words were understood, if the catalogue lacks some of them. For a topic typed by its
    /// own name, only if nothing is found.
    pub(in crate::search) fn notices(
        &self,
        columns: &Columns,
        meanings: &[Arc<TermMatches>],
        hits: &[Hit],
    ) -> Vec<String> {
        let is_empty = hits.is_empty();
        // For a word taken for a misspelling, another notice already says what is shown.
        let is_told = |word: &String| meanings.iter().any(|m| m.word == *word && !m.taken_for.is_empty());
        let is_there = |word: &String| self.lexicon.find(word).is_some() || is_told(word);
        let concepts = self.reading.parts.iter().flat_map(|part| &part.concepts);
        let is_strange = |concept: &&Concept| !words(&concept.typed).iter().all(is_there);
        let is_news = |concept: &&Concept| is_empty || !is_called_so(concept);
        let told = concepts.filter(is_strange).filter(is_news).filter_map(|concept| notice(concept, columns, hits));
        let denied = self.left_out().filter(|concept| concept.is_understood());
        told.chain(denied.map(|concept| {
            format!("`{}`: programs about it are left out, and those with a part on it come last", concept.typed)
        }))
        .collect()
    }
}

/// A number of programs that have something.
fn have(count: usize) -> String {
    format!("{} {}", counted(count, "program"), by_count(count, "has", "have"))
}

/// Whether the typed words are the name of a topic.
fn is_called_so(concept: &Concept) -> bool {
    let vocabulary = Vocabulary::embedded();
    concept.topics().iter().any(|topic| fold(&vocabulary.topic(*topic).name.en) == fold(&concept.typed))
}

/// Returns a notice about how a word was understood, if the catalogue lacks it. The list may contain programs outside
/// the topic; if it contains none of the topic, the words matched something else, and the topic was not meant.
fn notice(concept: &Concept, columns: &Columns, hits: &[Hit]) -> Option<String> {
    let Understood::Topics { topics, .. } = &concept.meaning else { return None };
    let names = Vocabulary::embedded().names_of_any(topics);
    let programs = topics.iter().flat_map(|topic| columns.programs_of_topic(*topic).iter());
    let mut programs: Vec<ProgramIx> = programs.map(|(program, _)| program).collect();
    programs.sort_unstable();
    programs.dedup();
    let is_offered = columns.offered();
    let count = programs.iter().filter(|program| is_offered(**program)).count();
    let listed = hits.iter().filter(|hit| is_offered(hit.program)).count();
    if count == 0 && listed > 0 {
        return None;
    }
    let also = if listed > count { "also " } else { "" };
    Some(format!("`{}`: {also}{names}, {}", concept.typed, counted_or_no(count, "program")))
}
