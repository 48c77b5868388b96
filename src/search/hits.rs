//! The matching programs, in order. Only the first few screens are sorted at once; the rest is sorted when it is first
//! asked for, which is rare.

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::catalog::ProgramIx;

use super::columns::Columns;
use super::empty_reason::EmptyReason;
use super::filter::Filters;
use super::front::everything;
use super::order::Order;
use super::rank::QueryMatches;

/// A program that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The program.
    pub program: ProgramIx,
    /// How well it matches; 0 without a query. Scores have no meaning except their order.
    pub score: i32,
}

/// The programs that a view shows, in order, with what highlighting needs.
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

/// The number of hits that are sorted at once: a few screens.
pub(super) const FIRST: usize = 512;
/// If more than one program in this many is shown, the first hits are taken by walking all programs in
/// order instead of sorting.
const MANY: usize = 64;

/// Hits in an order, of which only the first ones have been sorted.
#[derive(Debug, Default)]
pub(super) struct List {
    count: usize,
    first: Vec<Hit>,
    unsorted: OnceLock<Unsorted>,
    /// The columns that all hits of the default view are read from, if only its first hits are known.
    columns: Option<Arc<Columns>>,
    /// All hits in order, once a row past the first ones was asked for.
    whole: OnceLock<Vec<Hit>>,
    is_by_match: bool,
}

/// All hits, and the order that they are sorted by.
#[derive(Debug, Default)]
struct Unsorted {
    /// By program index.
    all: Arc<Vec<Hit>>,
    order: Order,
}

impl List {
    /// Orders hits, given by program index, by score; equal scores follow `order`.
    pub(super) fn by_match(all: Arc<Vec<Hit>>, order: Order) -> Self {
        Self::new(all, order, true)
    }

    /// Orders hits, given by program index, by `order`.
    pub(super) fn by_rank(all: Arc<Vec<Hit>>, order: Order) -> Self {
        Self::new(all, order, false)
    }

    /// The `count` programs of the default view by title, of which the first are given.
    pub(super) fn begun(count: usize, first: Vec<Hit>, columns: Arc<Columns>) -> Self {
        Self { count, first, columns: Some(columns), ..Self::default() }
    }

    fn new(all: Arc<Vec<Hit>>, order: Order, is_by_match: bool) -> Self {
        let (count, programs) = (all.len(), order.programs.len());
        let unsorted = OnceLock::from(Unsorted { all, order });
        let mut list = Self { count, unsorted, is_by_match, ..Self::default() };
        list.first = match count {
            0..=FIRST => list.sorted(list.all().iter()),
            _ if is_by_match => list.best(),
            count if count * MANY > programs => list.foremost(),
            _ => list.sorted(list.all().iter()),
        };
        list.first.truncate(FIRST);
        list
    }

    fn unsorted(&self) -> &Unsorted {
        self.unsorted.get_or_init(|| match &self.columns {
            None => Unsorted::default(),
            Some(columns) => {
                let all = columns.filter_plan(&Filters::default()).admitted(everything(columns.programs()));
                Unsorted { all: Arc::new(all), order: columns.by_title() }
            }
        })
    }

    /// All hits, by program index.
    fn all(&self) -> &[Hit] {
        &self.unsorted().all
    }

    fn order(&self) -> &Order {
        &self.unsorted().order
    }

    /// The first hits by score, and possibly more: only hits whose score is among the best are sorted.
    fn best(&self) -> Vec<Hit> {
        let scores = || self.all().iter().map(|hit| hit.score);
        let (least, most) = (scores().min().unwrap_or(0), scores().max().unwrap_or(0));
        let mut counts = vec![0usize; least.abs_diff(most) as usize + 1];
        scores().for_each(|score| counts[least.abs_diff(score) as usize] += 1);
        let mut reached = 0;
        let worst = counts.iter().rposition(|count| {
            reached += count;
            reached >= FIRST
        });
        let is_among = |hit: &&Hit| worst.is_none_or(|worst| least.abs_diff(hit.score) as usize >= worst);
        self.sorted(self.all().iter().filter(is_among))
    }

    /// The first hits by rank.
    fn foremost(&self) -> Vec<Hit> {
        let programs = &self.order().programs;
        let mut is_hit = vec![false; programs.len()];
        self.all().iter().for_each(|hit| is_hit[hit.program.0 as usize] = true);
        let shown = programs.all().iter().filter(|program| is_hit[*program as usize]);
        shown.take(FIRST).filter_map(|program| self.find(ProgramIx(program))).collect()
    }

    /// Hits in order. They are sorted as numbers from which a hit can be restored.
    fn sorted<'h>(&self, hits: impl Iterator<Item = &'h Hit>) -> Vec<Hit> {
        let mut keys: Vec<u64> = hits.map(|hit| self.key(*hit)).collect();
        keys.sort_unstable();
        keys.into_iter().map(|key| self.of_key(key)).collect()
    }

    /// A number that sorts as the hit does.
    fn key(&self, hit: Hit) -> u64 {
        let (rank, badness) = (u64::from(self.order().rank(hit.program)), u64::from(hit.score.abs_diff(i32::MAX)));
        if self.is_by_match { badness << 32 | rank } else { rank << 32 | badness }
    }

    fn of_key(&self, key: u64) -> Hit {
        let (high, low) = ((key >> 32) as u32, key as u32);
        let (rank, badness) = if self.is_by_match { (low, high) } else { (high, low) };
        Hit { program: self.order().program(rank), score: i32::MAX.wrapping_sub_unsigned(badness) }
    }

    fn find(&self, program: ProgramIx) -> Option<Hit> {
        self.all().binary_search_by_key(&program, |hit| hit.program).ok().map(|at| self.all()[at])
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
            None => self.whole.get_or_init(|| self.sorted(self.all().iter()))[row],
        }
    }

    fn row_of(&self, program: ProgramIx) -> Option<usize> {
        if let Some(row) = self.first.iter().position(|hit| hit.program == program) {
            return Some(row);
        }
        let key = self.key(self.find(program)?);
        Some(self.all().iter().filter(|hit| self.key(**hit) < key).count())
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::codec::numbers;
    use super::super::columns::ranks;
    use super::*;

    fn of_ranks(of: &[u32]) -> Order {
        Order { ranks: numbers(of), programs: numbers(&ranks(of)) }
    }

    fn shuffled(programs: usize) -> impl Strategy<Value = Vec<u32>> {
        Just((0..programs as u32).collect::<Vec<u32>>()).prop_shuffle()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

        #[test]
        fn a_list_is_what_putting_everything_in_order_gives(
            ranks in shuffled(3000),
            scores in proptest::collection::vec(-200..2000i32, 3000),
            spread in 1..2000i32,
            share in 1..100usize,
            is_by_match: bool,
        ) {
            let hits = || (0..3000usize).filter(|at| at * 7919 % 100 < share);
            let hits: Vec<Hit> =
                hits().map(|at| Hit { program: ProgramIx(at as u32), score: scores[at] % spread }).collect();
            let mut sorted = hits.clone();
            sorted.sort_by_key(|hit| (if is_by_match { -hit.score } else { 0 }, ranks[hit.program.0 as usize]));
            let list = List::new(Arc::new(hits), of_ranks(&ranks), is_by_match);
            for row in [0, 40, FIRST - 1, FIRST, sorted.len() - 1] {
                prop_assert_eq!(list.get(row), sorted.get(row).copied());
                if let Some(hit) = sorted.get(row) {
                    prop_assert_eq!(list.row_of(hit.program), Some(row));
                }
            }
            prop_assert_eq!(list.get(sorted.len()), None);
            prop_assert_eq!((0..sorted.len()).map(|row| list.at(row)).collect::<Vec<_>>(), sorted);
        }
    }
}
