//! The matching programs, in order. Only the first few screens are sorted at once; the rest is sorted on first use,
//! which is rare.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::catalog::ProgramIx;

use super::columns::Columns;
use super::empty_reason::EmptyReason;
use super::filter::Filters;
use super::hit::{Hit, everything};
use super::order::Order;
use super::sorter::{Sorter, Unsorted};
use super::term_match::QueryMatches;

/// The programs that a view shows, in order, with the data for highlighting.
#[derive(Clone, Default)]
pub struct Hits {
    pub(super) list: Arc<List>,
    pub(super) meanings: QueryMatches,
    /// A notice about the query, such as ``no word `sceince`; showing science``.
    pub notice: Option<String>,
    /// Why there are no hits; `None` if there are some.
    pub nothing: Option<Arc<EmptyReason>>,
}

impl Hits {
    /// The number of hits.
    pub fn len(&self) -> usize {
        self.list.count
    }

    /// Whether there are no hits.
    pub fn is_empty(&self) -> bool {
        self.list.count == 0
    }

    /// Returns the hit in a row; `None` past the end.
    pub fn get(&self, row: usize) -> Option<Hit> {
        self.list.get(row)
    }

    /// Returns the first hit; `None` if there is none.
    pub fn first(&self) -> Option<Hit> {
        self.get(0)
    }

    /// Returns all hits in order. The first ones need no further sorting.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Hit> + '_ {
        (0..self.len()).map(|row| self.list.at(row))
    }

    /// Returns all programs in no particular order, without sorting anything.
    pub fn programs(&self) -> impl ExactSizeIterator<Item = ProgramIx> + '_ {
        self.list.all().iter().map(|hit| hit.program)
    }

    /// Returns the row of a program; `None` if it is not a hit.
    pub fn row_of(&self, program: ProgramIx) -> Option<usize> {
        self.list.row_of(program)
    }
}

/// Hits in an order, of which only the first ones have been sorted.
#[derive(Debug, Default)]
pub(super) struct List {
    count: usize,
    first: Vec<Hit>,
    sorter: OnceLock<Sorter>,
    /// The columns from which all hits of the default view are read, if only its first hits are stored.
    columns: Option<Arc<Columns>>,
    /// All hits in order, once a row beyond the first ones was requested.
    whole: OnceLock<Vec<Hit>>,
}

impl List {
    /// Orders hits by score; equal scores follow `order`.
    pub(super) fn by_match(hits: Unsorted, order: Order) -> Self {
        Self::new(Sorter { hits, order, is_by_match: true })
    }

    /// Orders hits by `order`.
    pub(super) fn by_rank(hits: Unsorted, order: Order) -> Self {
        Self::new(Sorter { hits, order, is_by_match: false })
    }

    /// The `count` programs of the default view by title, of which the first are given.
    pub(super) fn begun(count: usize, first: Vec<Hit>, columns: Arc<Columns>) -> Self {
        Self { count, first, columns: Some(columns), ..Self::default() }
    }

    fn new(sorter: Sorter) -> Self {
        Self { count: sorter.hits.all.len(), first: sorter.first(), sorter: OnceLock::from(sorter), ..Self::default() }
    }

    fn sorter(&self) -> &Sorter {
        self.sorter.get_or_init(|| match &self.columns {
            None => Sorter::default(),
            Some(columns) => {
                let all = columns.filter_plan(&Filters::default()).admitted(everything(columns.programs()));
                Sorter { hits: all.into(), order: columns.by_title(), is_by_match: false }
            }
        })
    }

    /// Returns all hits, by program index, with scores that do not include their titles yet.
    fn all(&self) -> &[Hit] {
        &self.sorter().hits.all
    }

    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn get(&self, row: usize) -> Option<Hit> {
        (row < self.count).then(|| self.at(row))
    }

    fn at(&self, row: usize) -> Hit {
        match self.first.get(row) {
            Some(hit) => *hit,
            None => self.whole.get_or_init(|| self.sorter().sorted())[row],
        }
    }

    pub(super) fn row_of(&self, program: ProgramIx) -> Option<usize> {
        let row = self.first.iter().position(|hit| hit.program == program);
        row.or_else(|| self.sorter().row_of(program))
    }
}

/// Equal if the programs, their order, their scores and the notice are equal.
impl PartialEq for Hits {
    fn eq(&self, other: &Self) -> bool {
        self.notice == other.notice && self.len() == other.len() && self.iter().eq(other.iter())
    }
}

impl fmt::Debug for Hits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hits").field("len", &self.len()).field("notice", &self.notice).finish_non_exhaustive()
    }
}
