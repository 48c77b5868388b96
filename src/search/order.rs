//! The orders of a list. Every order ends with the title and then the id, so that no two programs tie; what is unknown
//! stands last, never as if it were nothing.

use std::sync::{Arc, OnceLock};

use crate::catalog::{Catalog, Program, ProgramIx};

use super::columns::Columns;
use super::limits::Quantity;
use super::{Hit, Sort};

/// Every order but the one by match as a rank for each program, computed when it is first asked for: a list is then put
/// in order without a look at any program.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders([OnceLock<Vec<u32>>; Sort::ALL.len()]);

impl Orders {
    /// Hits in order.
    pub(super) fn arranged(
        &self,
        mut hits: Vec<Hit>,
        catalog: &Catalog,
        columns: &Columns,
        sort: Sort,
    ) -> Arc<Vec<Hit>> {
        match sort {
            Sort::Match => by_match(&mut hits, columns),
            Sort::Title => by_rank(&mut hits, &columns.title_rank),
            sort => by_rank(&mut hits, self.0[sort as usize].get_or_init(|| ranks(catalog, columns, sort))),
        }
        Arc::new(hits)
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
    let key = |hit: &Hit| {
        ((MOST - i64::from(hit.score)) as u64) << 32 | u64::from(columns.title_rank[hit.program.0 as usize])
    };
    let mut keys: Vec<u64> = hits.iter().map(key).collect();
    keys.sort_unstable();
    hits.clear();
    hits.extend(keys.iter().map(|key| Hit {
        program: columns.by_title[(key & u64::from(u32::MAX)) as usize],
        score: (MOST - (key >> 32).cast_signed()) as i32,
    }));
}

/// By program, its place in an order: what is unknown stands last, and what ties by title.
fn ranks(catalog: &Catalog, columns: &Columns, sort: Sort) -> Vec<u32> {
    let of = |quantity| move |ix: ProgramIx| columns.amounts.place(quantity, ix);
    let place: Box<dyn Fn(ProgramIx) -> u32 + '_> = match sort {
        Sort::Match | Sort::Title => return columns.title_rank.clone(),
        Sort::Institution => {
            let firsts: Vec<u32> = catalog.programs().map(|program| first_institution(&program, columns)).collect();
            Box::new(move |ix| firsts[ix.0 as usize])
        }
        Sort::Courses => Box::new(of(Quantity::Courses)),
        Sort::Length => Box::new(of(Quantity::Months)),
        Sort::Effort => Box::new(of(Quantity::Hours)),
        Sort::Price => Box::new(of(Quantity::Price)),
    };
    let mut order = columns.by_title.clone();
    order.sort_by_key(|ix| place(*ix));
    let mut ranks = vec![0; order.len()];
    for (rank, ix) in (0u32..).zip(order) {
        ranks[ix.0 as usize] = rank;
    }
    ranks
}

fn first_institution(program: &Program, columns: &Columns) -> u32 {
    program.institutions().first().map_or(u32::MAX, |ix| columns.institution_rank[ix.0 as usize])
}
