//! The orders of a list, each computed on first use and kept.

use std::sync::OnceLock;

use super::columns::Columns;
use super::hits::List;
use super::limits::Quantity;
use super::order::Order;
use super::sort::Sort;
use super::sorter::Unsorted;
use crate::catalog::Catalog;

/// All orders except match and title, each computed on first use. Sorting a list then reads no program.
#[derive(Clone, Debug, Default)]
pub(super) struct Orders([OnceLock<Order>; Sort::ALL.len()]);

impl Orders {
    /// Returns hits in the order `sort`.
    pub(super) fn listed(&self, hits: Unsorted, catalog: &Catalog, columns: &Columns, sort: Sort) -> List {
        match sort {
            Sort::Match => List::by_match(hits, columns.by_title()),
            Sort::Title => List::by_rank(hits, columns.by_title()),
            sort => List::by_rank(hits, self.0[sort as usize].get_or_init(|| order(catalog, columns, sort)).clone()),
        }
    }
}

/// The order for `sort`, with unknown values last and ties by title.
fn order(catalog: &Catalog, columns: &Columns, sort: Sort) -> Order {
    let title = &columns.by_title();
    let up = |quantity| {
        let ranks = columns.range(quantity).likely_ranks();
        title.rearranged(|ix| ranks[columns.range(quantity).place(ix) as usize])
    };
    let down = |quantity| {
        let column = columns.range(quantity);
        let ranks = column.likely_ranks();
        title.rearranged(|ix| from_the_end(ranks[column.place(ix) as usize], column.unknown_place()))
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
