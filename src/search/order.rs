//! The orders of a list. Every order breaks ties by title and then id. Unknown values come last in every order.

use std::sync::{Arc, OnceLock};

use crate::catalog::{Catalog, ProgramIx};

use super::columns::Columns;
use super::hits::List;
use super::limits::Quantity;
use super::{Hit, Sort};

/// An order of all programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// The rank of each program.
    pub(super) ranks: Arc<[u32]>,
    /// The programs, in order.
    pub(super) programs: Arc<[ProgramIx]>,
}

impl Order {
    /// Returns the order in which each program has the given rank.
    pub(super) fn of_ranks(ranks: Vec<u32>) -> Self {
        let mut programs = vec![ProgramIx(0); ranks.len()];
        for (program, rank) in (0u32..).zip(&ranks) {
            programs[*rank as usize] = ProgramIx(program);
        }
        Self { ranks: ranks.into(), programs: programs.into() }
    }

    /// Returns the order by `place`; ties keep their present order.
    fn rearranged(&self, mut place: impl FnMut(ProgramIx) -> u32) -> Self {
        let mut programs = self.programs.to_vec();
        programs.sort_by_key(|ix| place(*ix));
        let mut ranks = vec![0; programs.len()];
        for (rank, ix) in (0u32..).zip(&programs) {
            ranks[ix.0 as usize] = rank;
        }
        Self { ranks: ranks.into(), programs: programs.into() }
    }

    /// The rank of a program.
    pub(super) fn rank(&self, program: ProgramIx) -> u32 {
        self.ranks[program.0 as usize]
    }
}

/// All orders except match and title, each computed on first use. A list is then sorted without looking at any program.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders([OnceLock<Order>; Sort::ALL.len()]);

impl Orders {
    /// Returns hits, given by program index, in the order `sort`.
    pub(super) fn listed(&self, hits: Vec<Hit>, catalog: &Catalog, columns: &Columns, sort: Sort) -> List {
        match sort {
            Sort::Match => List::by_match(hits, columns.by_title.clone()),
            Sort::Title => List::by_rank(hits, columns.by_title.clone()),
            sort => List::by_rank(hits, self.0[sort as usize].get_or_init(|| order(catalog, columns, sort)).clone()),
        }
    }
}

/// The order for `sort`, with unknown values last and ties by title.
fn order(catalog: &Catalog, columns: &Columns, sort: Sort) -> Order {
    let title = &columns.by_title;
    let up = |quantity| title.rearranged(|ix| columns.ranges.place(quantity, ix));
    let down = |quantity| {
        let unknown = columns.ranges.unknown_place(quantity);
        title.rearranged(|ix| from_the_end(columns.ranges.place(quantity, ix), unknown))
    };
    match sort {
        Sort::Match | Sort::Title => title.clone(),
        Sort::TitleDown => title.rearranged(|ix| u32::MAX - title.rank(ix)),
        Sort::Institution => title.rearranged(columns.institution_places(catalog)),
        Sort::InstitutionDown => {
            let place = columns.institution_places(catalog);
            title.rearranged(|ix| from_the_end(place(ix), u32::MAX))
        }
        Sort::Courses => up(Quantity::Courses),
        Sort::CoursesDown => down(Quantity::Courses),
        Sort::Length => up(Quantity::Months),
        Sort::LengthDown => down(Quantity::Months),
        Sort::Effort => up(Quantity::Hours),
        Sort::EffortDown => down(Quantity::Hours),
        Sort::Price => up(Quantity::Price),
        Sort::PriceDown => down(Quantity::Price),
    }
}

/// The rank counted from the other end; unknown values stay last.
fn from_the_end(place: u32, unknown: u32) -> u32 {
    if place >= unknown { u32::MAX } else { unknown - 1 - place }
}
