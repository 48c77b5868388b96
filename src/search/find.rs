//! The results of a view: the hits in order, and everything else that follows from the view, as one value.

use std::sync::Arc;

use crate::catalog::Catalog;

use super::columns::{FilterPlan, Sifted};
use super::counts::{Counts, Tallies};
use super::empty_reason::EmptyReason;
use super::field::Reading;
use super::front::Front;
use super::hit::everything;
use super::hits::{Hits, List};
use super::index::Index;
use super::rank::Answer;
use super::results::Results;
use super::sort::Sort;
use super::sorter::Unsorted;
use super::view::View;

impl Index {
    /// Returns the programs that a view shows, in order.
    pub fn search(&self, catalog: &Catalog, view: &View) -> Hits {
        let reading = view.read(catalog);
        if let Some(front) = self.front_of(&reading.view) {
            return found(&reading, None, front.list(&self.columns), None);
        }
        let answer = self.answer(catalog, &reading.view.query);
        let plan = self.columns.filter_plan(&reading.view.filters);
        let shown = match &answer {
            Some(answer) => answer.admitted(&plan),
            None => plan.admitted(everything(catalog.len())).into(),
        };
        let nothing = shown.all.is_empty().then(|| {
            let sifted = sift(&plan, catalog, answer.as_deref());
            self.reason(catalog, &reading, answer.as_deref(), &sifted)
        });
        let list = self.listed(catalog, &reading, shown);
        found(&reading, answer.as_deref(), list, nothing)
    }

    /// Returns everything that follows from a view: hits, facet counts, histograms and chips.
    pub fn find(&self, catalog: &Catalog, view: &View) -> Results {
        let reading = view.read(catalog);
        let filters = reading.view.filters.clone();
        let (hits, tallies) = match self.front_of(&reading.view) {
            Some(front) => (found(&reading, None, front.list(&self.columns), None), Tallies::Stored(Arc::clone(front))),
            None => self.sifted(catalog, &reading),
        };
        Results {
            view: view.clone(),
            chips: filters.chips(catalog),
            counts: Arc::new(Counts::of(&self.columns, filters, tallies)),
            hits,
            words: reading.view.query,
        }
    }

    /// The hits of a view, and the programs that count for it.
    fn sifted(&self, catalog: &Catalog, reading: &Reading) -> (Hits, Tallies) {
        let answer = self.answer(catalog, &reading.view.query);
        let plan = self.columns.filter_plan(&reading.view.filters);
        let sifted = sift(&plan, catalog, answer.as_deref());
        let nothing = || self.reason(catalog, reading, answer.as_deref(), &sifted);
        let nothing = sifted.shown.is_empty().then(nothing);
        let titles = answer.as_ref().and_then(|answer| answer.titles.clone());
        let shown = Unsorted { all: Arc::clone(&sifted.shown), titles };
        let list = self.listed(catalog, reading, shown);
        (found(reading, answer.as_deref(), list, nothing), Tallies::Of(Box::new(sifted)))
    }

    /// Returns the stored front page, if it answers the view.
    fn front_of(&self, view: &View) -> Option<&Arc<Front>> {
        self.front.as_ref().filter(|_| Front::is_of(view))
    }

    /// Returns why nothing is shown, and the nearest results.
    fn reason(&self, catalog: &Catalog, reading: &Reading, answer: Option<&Answer>, sifted: &Sifted) -> EmptyReason {
        let reason = EmptyReason::of(catalog, reading, matching(answer), sifted);
        let near_topics = if reason.matching == Some(0) { self.near_topics(catalog, reading) } else { Vec::new() };
        EmptyReason { nearest: self.nearest(catalog, reading, &reason), near_topics, ..reason }
    }

    /// Returns the hits in the order of the view. Without a query, the order by match is that by title.
    fn listed(&self, catalog: &Catalog, reading: &Reading, shown: Unsorted) -> List {
        let sort = match (&shown.titles, reading.view.sort) {
            (None, Sort::Match) => Sort::Title,
            (_, sort) => sort,
        };
        self.orders.listed(shown, catalog, &self.columns, sort)
    }
}

/// A list of hits, with the notices about it.
fn found(reading: &Reading, answer: Option<&Answer>, list: List, nothing: Option<EmptyReason>) -> Hits {
    let notices = reading.complaints.iter().cloned();
    let notices = notices.chain(answer.and_then(|answer| answer.notice.clone()));
    let notices: Vec<String> = notices.chain(nothing.as_ref().and_then(EmptyReason::words)).collect();
    Hits {
        list: Arc::new(list),
        meanings: answer.map_or_else(Default::default, |answer| Arc::clone(&answer.meanings)),
        nothing: nothing.map(Arc::new),
        notice: (!notices.is_empty()).then(|| notices.join("; ")),
    }
}

/// Groups the matching programs by the filters that hide them.
fn sift(plan: &FilterPlan<'_>, catalog: &Catalog, answer: Option<&Answer>) -> Sifted {
    match answer {
        Some(answer) => plan.sift(answer.hits.iter().copied()),
        None => plan.sift(everything(catalog.len())),
    }
}

/// The number of programs that match the query; `None` without a query.
fn matching(answer: Option<&Answer>) -> Option<usize> {
    answer.map(|answer| answer.hits.len())
}
