//! The front page: the first results of the view without a query and with the default filters, stored in a compiled
//! catalogue. A start then reads no column: it has the first hits and all counts, and reads the rest on demand.

use std::sync::Arc;

use crate::catalog::ProgramIx;

use super::codec::{Decoder, Encoder, all_below};
use super::columns::Columns;
use super::filter::{Facet, Filters};
use super::hit::{Hit, everything};
use super::hits::List;
use super::limits::Quantity;
use super::sort::Sort;
use super::sorter::{FIRST, Unsorted};
use super::view::View;

/// The stored part of the default view.
#[derive(Debug)]
pub(super) struct Front {
    /// The number of programs shown.
    count: usize,
    /// The first of them by title.
    first: Vec<ProgramIx>,
    /// For each facet, the number of programs of each value.
    pub(super) facets: Vec<Vec<u32>>,
    /// For each quantity, the number of programs of each range and of unknown.
    pub(super) ranges: Vec<Vec<u32>>,
}

impl Front {
    /// Whether a view, as read from its query, is the stored one.
    pub(super) fn is_of(view: &View) -> bool {
        view.query.is_empty() && matches!(view.sort, Sort::Match | Sort::Title) && view.filters == Filters::default()
    }

    /// Computes the front page.
    pub(super) fn of(columns: &Columns) -> Self {
        let sifted = columns.filter_plan(&Filters::default()).sift(everything(columns.programs()));
        let shown = Unsorted { all: Arc::clone(&sifted.shown), titles: None };
        let list = List::by_rank(shown, columns.by_title());
        Self {
            count: list.len(),
            first: (0..FIRST).map_while(|row| list.get(row)).map(|hit| hit.program).collect(),
            facets: Facet::ALL.into_iter().map(|facet| columns.count(facet, &sifted)).collect(),
            ranges: Quantity::ALL.into_iter().map(|quantity| columns.count_ranges(quantity, &sifted)).collect(),
        }
    }

    /// Encodes the front page.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Encoder::default();
        writer.numbers(&[self.count as u32]);
        writer.numbers(&self.first.iter().map(|program| program.0).collect::<Vec<u32>>());
        self.facets.iter().chain(&self.ranges).for_each(|counts| writer.numbers(counts));
        writer.finish()
    }

    /// Decodes a front page; `None` if the bytes do not fit the columns.
    pub(super) fn from_bytes(bytes: &[u8], columns: &Columns) -> Option<Self> {
        let mut reader = Decoder::new(bytes);
        let count = *reader.numbers()?.first()? as usize;
        let first = reader.numbers()?;
        let facets = Facet::ALL.iter().map(|_| reader.numbers()).collect::<Option<Vec<_>>>()?;
        let ranges = Quantity::ALL.iter().map(|_| reader.numbers()).collect::<Option<Vec<_>>>()?;
        reader.finish()?;
        let is_whole = count <= columns.programs()
            && first.len() == count.min(FIRST)
            && all_below(&first, columns.programs())
            && Facet::ALL
                .into_iter()
                .zip(&facets)
                .all(|(facet, counts)| counts.len() == columns.values_of(facet).count());
        is_whole.then(|| Self { count, first: first.into_iter().map(ProgramIx).collect(), facets, ranges })
    }

    /// The list of the programs shown, of which only the first are known.
    pub(super) fn list(&self, columns: &Arc<Columns>) -> List {
        let first = self.first.iter().map(|program| Hit { program: *program, score: 0 });
        List::begun(self.count, first.collect(), Arc::clone(columns))
    }
}
