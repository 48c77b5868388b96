//! The programs nearest to a view that shows nothing: the results without one filter, without the quotes around words,
//! or without one word. The result says what was dropped and how many programs that gives. If the query itself finds
//! nothing, topics near to it are named too.

use crate::catalog::{Catalog, ProgramIx, printable};
use crate::names::is_stop_word;
use crate::topics::{self, Part, TopicIx, Vocabulary};

use super::empty_reason::{Dropped, EmptyReason, Nearest};
use super::field::Reading;
use super::filter::Filters;
use super::grammar;
use super::hit::everything;
use super::index::Index;
use super::sort::Sort;
use super::sorter::Unsorted;

/// The maximum number of topics named.
const MAX_TOPICS: usize = 8;
/// The maximum number of programs named.
const MAX_NAMED: usize = 5;
/// The maximum size of a catalogue in which words are dropped in turn; in larger ones that would take too long.
const MAX_PROGRAMS: usize = 50_000;
/// The maximum number of words dropped in turn; each takes a search.
const MAX_WORDS: usize = 8;

impl Index {
    /// What is nearest to a view that is empty for this reason; `None` if nothing is.
    pub(super) fn nearest(&self, catalog: &Catalog, reading: &Reading, reason: &EmptyReason) -> Option<Nearest> {
        let filter = reason.filters.iter().find(|filter| filter.hides > 0);
        if let Some(filter) = filter {
            let mut filters = reading.view.filters.clone();
            filter.choices.iter().for_each(|choice| filters.remove(choice));
            let answer = self.answer(catalog, &reading.view.query);
            let plan = self.columns.filter_plan(&filters);
            let hits = match &answer {
                Some(answer) => answer.admitted(&plan),
                None => Unsorted::from(plan.admitted(everything(catalog.len()))),
            };
            return self.first_of(catalog, Dropped::Filter(filter.label.clone()), hits);
        }
        self.without_quotes(catalog, reading).or_else(|| self.without_a_word(catalog, reading))
    }

    /// Returns the topics nearest to a query that finds nothing, with the number of programs that pass the filters:
    /// first the topics that it names, if they have programs, then topics near those that have none.
    pub(super) fn near_topics(&self, catalog: &Catalog, reading: &Reading) -> Vec<(TopicIx, usize)> {
        let plan = self.columns.filter_plan(&reading.view.filters);
        let read = self.read(catalog, &reading.view.query);
        let mut found: Vec<(TopicIx, usize)> = Vec::new();
        let own = read.parts.iter().flat_map(Part::topics);
        let own = own.map(|topic| (topic, self.topic_count_among(topic, |program| plan.admits(program))));
        let near = read.parts.iter().flat_map(|part| self.nearest_topics_among(part, |program| plan.admits(program)));
        for (topic, count) in own.filter(|(_, count)| *count > 0).chain(near) {
            if !found.iter().any(|(other, _)| *other == topic) {
                found.push((topic, count));
            }
        }
        found.truncate(MAX_TOPICS);
        found
    }

    fn read(&self, catalog: &Catalog, query: &str) -> topics::Reading {
        let lexicon = self.lexicon(catalog);
        let is_known = |word: &str| !lexicon.starting_with(word).is_empty();
        Vocabulary::embedded().read(&unquoted(query), std::iter::empty(), is_known)
    }

    /// Returns the programs that have the words of quoted phrases, adjacent or not.
    fn without_quotes(&self, catalog: &Catalog, reading: &Reading) -> Option<Nearest> {
        let query = &reading.view.query;
        let parts = grammar::parts(query);
        let is_quoted = parts.iter().any(|part| matches!(part.what, grammar::What::Phrase { .. }));
        // Exclusions are dropped first.
        if !is_quoted || parts.iter().any(|part| part.is_without) || catalog.len() > MAX_PROGRAMS {
            return None;
        }
        let answer = self.answer_to(catalog, &unquoted(query), &[]);
        let hits = answer.admitted(&self.columns.filter_plan(&reading.view.filters));
        self.first_of(catalog, Dropped::Quotes, hits)
    }

    /// Returns the programs found without one word: an excluded word, or else one that nothing matches, or else the
    /// word whose removal gives the most.
    fn without_a_word(&self, catalog: &Catalog, reading: &Reading) -> Option<Nearest> {
        let query = &reading.view.query;
        let parts = grammar::parts(query);
        let words = parts.iter().filter(|part| match part.what {
            grammar::What::Words(word) => part.is_without || !is_stop_word(&crate::names::fold(word)),
            grammar::What::Phrase { .. } => true,
            grammar::What::Field { .. } => false,
        });
        let words: Vec<_> = words.take(MAX_WORDS).collect();
        if words.len() < 2 || catalog.len() > MAX_PROGRAMS {
            return None;
        }
        // Without the negation, the unwanted topic would come out as the nearest.
        if !self.read(catalog, query).denied.is_empty() {
            return None;
        }
        let plan = self.columns.filter_plan(&reading.view.filters);
        let everywhere = self.columns.filter_plan(&Filters::none());
        let without = |part: &&grammar::Part<'_>| {
            let mut rest = query.clone();
            rest.replace_range(part.place.clone(), "");
            let word = &query[part.place.clone()];
            let is_nowhere = || self.answer_to(catalog, word, &[]).admitted(&everywhere).all.is_empty();
            let priority = (part.is_without, !part.is_without && is_nowhere());
            (priority, word, self.answer_to(catalog, &rest, &[]).admitted(&plan))
        };
        let found = words.iter().map(without).filter(|(_, _, hits)| !hits.all.is_empty());
        // Exclusions are dropped before wanted words, and words without matches before the others.
        let rank = |(priority, _, hits): &((bool, bool), &str, Unsorted)| (*priority, hits.all.len());
        let (_, word, hits) = found.reduce(|most, next| if rank(&next) > rank(&most) { next } else { most })?;
        self.first_of(catalog, Dropped::Word(printable(word).into_owned()), hits)
    }

    fn first_of(&self, catalog: &Catalog, without: Dropped, hits: Unsorted) -> Option<Nearest> {
        let list = self.orders.listed(hits, catalog, &self.columns, Sort::Match);
        let programs: Vec<ProgramIx> = (0..MAX_NAMED).map_while(|row| list.get(row)).map(|hit| hit.program).collect();
        (!programs.is_empty()).then(|| Nearest { without, count: list.len(), programs })
    }
}

/// Returns the wanted words of a query, without quotes and without exclusions.
fn unquoted(query: &str) -> String {
    let words = grammar::parts(query).into_iter().filter(|part| !part.is_without).map(|part| match part.what {
        grammar::What::Words(text) | grammar::What::Phrase { text, .. } => text,
        grammar::What::Field { .. } => &query[part.place],
    });
    words.collect::<Vec<&str>>().join(" ")
}
