//! The orders of a list. Every order ends with the title and then the id, so that no two programs tie; what is unknown
//! stands last, never as if it were nothing.

use std::cmp::Ordering;
use std::sync::OnceLock;

use crate::catalog::{Catalog, Currency, Program, ProgramIx, Range};

use super::columns::Columns;
use super::{Hit, Sort};

/// Every order but the one by match as a rank for each program, computed when it is first asked for: a list is then put
/// in order without a look at any program.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders([OnceLock<Vec<u32>>; Sort::ALL.len()]);

impl Orders {
    /// Puts hits in order.
    pub(super) fn arrange(&self, hits: &mut Vec<Hit>, catalog: &Catalog, columns: &Columns, sort: Sort) {
        match sort {
            Sort::Match => by_match(hits, columns),
            Sort::Title => by_rank(hits, &columns.title_rank),
            sort => by_rank(hits, self.0[sort as usize].get_or_init(|| ranks(catalog, columns, sort))),
        }
    }
}

fn by_rank(hits: &mut [Hit], ranks: &[u32]) {
    let rank = |hit: &Hit| ranks[hit.program.0 as usize];
    // What is asked again with nothing typed is in order already.
    if !hits.is_sorted_by_key(rank) {
        hits.sort_unstable_by_key(rank);
    }
}

/// The best match first. What is put in order are numbers, of a score and a rank each, and not hits.
fn by_match(hits: &mut Vec<Hit>, columns: &Columns) {
    const MOST: i64 = i32::MAX as i64;
    let key = |hit: &Hit| ((MOST - hit.score) as u64) << 32 | u64::from(columns.title_rank[hit.program.0 as usize]);
    let mut keys: Vec<u64> = hits.iter().map(key).collect();
    keys.sort_unstable();
    hits.clear();
    hits.extend(keys.iter().map(|key| Hit {
        program: columns.by_title[(key & u64::from(u32::MAX)) as usize],
        score: MOST - (key >> 32).cast_signed(),
    }));
}

/// By program, its place in an order.
fn ranks(catalog: &Catalog, columns: &Columns, sort: Sort) -> Vec<u32> {
    let by_title = |ix: &ProgramIx| columns.title_rank[ix.0 as usize];
    let program = |ix: &ProgramIx| catalog.program(*ix);
    let mut order: Vec<ProgramIx> = catalog.all().collect();
    match sort {
        Sort::Match | Sort::Title => order.sort_unstable_by_key(by_title),
        Sort::Institution => {
            let first =
                |ix: &ProgramIx| program(ix).institutions().first().map(|ix| columns.institution_rank[ix.0 as usize]);
            order.sort_unstable_by_key(|ix| (first(ix).unwrap_or(u32::MAX), by_title(ix)));
        }
        Sort::Courses => {
            let courses = |ix: &ProgramIx| program(ix).courses.value().copied().unwrap_or(u32::MAX);
            order.sort_unstable_by_key(|ix| (courses(ix), by_title(ix)));
        }
        Sort::Length => by_amount(&mut order, |ix| length(program(ix)), by_title),
        Sort::Effort => by_amount(&mut order, |ix| program(ix).effort.value().copied(), by_title),
        Sort::Price => by_amount(&mut order, |ix| price(program(ix)), by_title),
    }
    let mut ranks = vec![0; order.len()];
    for (rank, ix) in (0u32..).zip(order) {
        ranks[ix.0 as usize] = rank;
    }
    ranks
}

fn length(program: &Program) -> Option<Range> {
    program.length.value().map(crate::catalog::Length::months)
}

fn price(program: &Program) -> Option<Range> {
    program.price_in(Currency::USD).map(|claim| claim.value.units())
}

/// The least first; of ranges that start alike the narrower one.
fn by_amount(
    order: &mut [ProgramIx],
    amount: impl Fn(&ProgramIx) -> Option<Range>,
    by_title: impl Fn(&ProgramIx) -> u32,
) {
    order.sort_by_cached_key(|ix| (Amount(amount(ix)), by_title(ix)));
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
