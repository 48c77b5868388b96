//! The orders of a list. Every order ends with the title and then the id, so that no two programs tie; what is unknown
//! stands last, never as if it were nothing.

use std::cmp::Ordering;

use crate::catalog::{Catalog, Currency, Program, Range};

use super::columns::Columns;
use super::{Hit, Sort};

/// Puts hits in order.
pub(super) fn arrange(hits: &mut [Hit], catalog: &Catalog, columns: &Columns, sort: Sort) {
    let by_title = |hit: &Hit| columns.title_rank[hit.program.0 as usize];
    let program = |hit: &Hit| catalog.program(hit.program);
    match sort {
        Sort::Match => hits.sort_unstable_by_key(|hit| (std::cmp::Reverse(hit.score), by_title(hit))),
        Sort::Title => hits.sort_unstable_by_key(by_title),
        Sort::Institution => {
            let first =
                |hit: &Hit| program(hit).institutions().first().map(|ix| columns.institution_rank[ix.0 as usize]);
            hits.sort_unstable_by_key(|hit| (first(hit).unwrap_or(u32::MAX), by_title(hit)));
        }
        Sort::Courses => {
            let courses = |hit: &Hit| program(hit).courses.value().copied().unwrap_or(u32::MAX);
            hits.sort_unstable_by_key(|hit| (courses(hit), by_title(hit)));
        }
        Sort::Length => by_amount(hits, |hit| length(program(hit)), by_title),
        Sort::Effort => by_amount(hits, |hit| program(hit).effort.value().copied(), by_title),
        Sort::Price => by_amount(hits, |hit| price(program(hit)), by_title),
    }
}

fn length(program: &Program) -> Option<Range> {
    program.length.value().map(crate::catalog::Length::months)
}

fn price(program: &Program) -> Option<Range> {
    program.price_in(Currency::USD).map(|claim| claim.value.units())
}

/// The least first; of ranges that start alike the narrower one.
fn by_amount(hits: &mut [Hit], amount: impl Fn(&Hit) -> Option<Range>, by_title: impl Fn(&Hit) -> u32) {
    hits.sort_by_cached_key(|hit| (Amount(amount(hit)), by_title(hit)));
}

struct Amount(Option<Range>);

impl Amount {
    fn key(&self) -> (f64, f64) {
        self.0.as_ref().map_or((f64::INFINITY, f64::INFINITY), |range| (range.low, range.high))
    }
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Amount {}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        let (own, others) = (self.key(), other.key());
        own.0.total_cmp(&others.0).then(own.1.total_cmp(&others.1))
    }
}
