//! Sorts hits: the first few screens in one pass over all hits, everything else on first use.
//!
//! Hits are sorted by integer keys from which they can be restored. Computing what a title adds to a score takes longer
//! than computing an upper bound, so it is done only for hits that may still be among the first.

use std::sync::Arc;

use super::hit::Hit;
use super::order::Order;
use super::titles::Titles;
use crate::catalog::ProgramIx;

/// The number of hits that are sorted at once: a few screens.
pub(super) const FIRST: usize = 512;
/// The number of candidates for the first hits that are collected before only the best are kept.
const ROOM: usize = 4 * FIRST;

/// Hits in the order of programs.
#[derive(Debug, Default)]
pub(super) struct Unsorted {
    pub(super) all: Arc<Vec<Hit>>,
    /// The additions to the scores by titles; `None` if there are none.
    pub(super) titles: Option<Arc<Titles>>,
}

impl From<Vec<Hit>> for Unsorted {
    fn from(all: Vec<Hit>) -> Self {
        Self { all: Arc::new(all), titles: None }
    }
}

/// Hits that are not sorted yet, with the order for them.
#[derive(Debug, Default)]
pub(super) struct Sorter {
    pub(super) hits: Unsorted,
    pub(super) order: Order,
    /// Whether hits are ordered by score first, with `order` only for ties.
    pub(super) is_by_match: bool,
}

impl Sorter {
    /// The first hits in order.
    pub(super) fn first(&self) -> Vec<Hit> {
        let mut keys: Vec<u64> = Vec::with_capacity(ROOM);
        let mut limit = u64::MAX;
        for hit in &*self.hits.all {
            if self.least_key(*hit) >= limit {
                continue;
            }
            if keys.len() == ROOM {
                limit = *keys.select_nth_unstable(FIRST).1;
                keys.truncate(FIRST);
            }
            keys.push(self.key(*hit));
        }
        keys.sort_unstable();
        keys.into_iter().take(FIRST).map(|key| self.of_key(key)).collect()
    }

    /// All hits in order.
    pub(super) fn sorted(&self) -> Vec<Hit> {
        let mut keys: Vec<u64> = self.hits.all.iter().map(|hit| self.key(*hit)).collect();
        keys.sort_unstable();
        keys.into_iter().map(|key| self.of_key(key)).collect()
    }

    /// The place of a program among all hits; `None` if it is not a hit.
    pub(super) fn row_of(&self, program: ProgramIx) -> Option<usize> {
        let all = &self.hits.all;
        let key = self.key(all[all.binary_search_by_key(&program, |hit| hit.program).ok()?]);
        Some(all.iter().filter(|hit| self.least_key(**hit) < key && self.key(**hit) < key).count())
    }

    /// Returns a number that sorts like the hit.
    fn key(&self, hit: Hit) -> u64 {
        let whole = self.hits.titles.as_ref().map_or(hit, |titles| titles.whole(hit));
        let (rank, badness) = (u64::from(self.order.rank(hit.program)), badness(whole.score));
        if self.is_by_match { badness << 32 | rank } else { rank << 32 | badness }
    }

    /// Returns a lower bound of the key of a hit.
    fn least_key(&self, hit: Hit) -> u64 {
        let bound = || self.hits.titles.as_ref().map_or(hit.score, |titles| titles.bound(hit));
        let most = if self.is_by_match { badness(bound()) } else { u64::from(self.order.rank(hit.program)) };
        most << 32
    }

    fn of_key(&self, key: u64) -> Hit {
        let (high, low) = ((key >> 32) as u32, key as u32);
        let (rank, badness) = if self.is_by_match { (low, high) } else { (high, low) };
        Hit { program: self.order.program(rank), score: i32::MAX.wrapping_sub_unsigned(badness) }
    }
}

/// A number that is lower for a higher score.
fn badness(score: i32) -> u64 {
    u64::from(score.abs_diff(i32::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Index;
    use super::super::codec::numbers;
    use super::super::hits::List;
    use super::super::order::ranks;
    use super::*;
    use crate::catalog::Catalog;

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
            let list = if is_by_match {
                List::by_match(hits.into(), of_ranks(&ranks))
            } else {
                List::by_rank(hits.into(), of_ranks(&ranks))
            };
            for row in [0, 40, FIRST - 1, FIRST, sorted.len() - 1] {
                prop_assert_eq!(list.get(row), sorted.get(row).copied());
                if let Some(hit) = sorted.get(row) {
                    prop_assert_eq!(list.row_of(hit.program), Some(row));
                }
            }
            prop_assert_eq!(list.get(sorted.len()), None);
            prop_assert_eq!((0..sorted.len()).filter_map(|row| list.get(row)).collect::<Vec<_>>(), sorted);
        }
    }

    /// A catalogue of titles of one to five words.
    fn made(programs: usize) -> (Catalog, Index) {
        const WORDS: [&str; 6] = ["Data", "Science", "Design", "Supply", "Statistics", "Art"];
        let title = |at: usize| (0..=at % 5).map(|place| WORDS[at / 6usize.pow(place as u32) % 6]).collect::<Vec<_>>();
        let program = |at: usize| {
            let said = |value: &str| serde_json::json!([{"value": value, "source": "list"}]);
            let (id, title) = (format!("program-{at}"), title(at).join(" "));
            serde_json::json!({"id": id, "title": title, "kind": said("micromasters"), "status": said("current")})
        };
        let source = serde_json::json!({
            "id": "list", "title": "A list", "as_of": "2026-05-15", "grade": "A", "licence": "facts",
        });
        let file = serde_json::json!({
            "format": crate::catalog::FORMAT, "name": "made for a case", "as_of": "2026-05-15", "sources": [source],
            "institutions": [], "courses": [], "programs": (0..programs).map(program).collect::<Vec<_>>(),
        });
        let catalog = Catalog::from_text(file.to_string()).expect("a catalogue");
        let index = Index::new(&catalog);
        (catalog, index)
    }

    #[test]
    fn the_first_hits_are_those_of_everything_although_most_titles_are_not_looked_at() {
        let (catalog, index) = made(6000);
        for query in ["data", "d", "s", "data sci", "art design", "data -art"] {
            let answer = index.answer(&catalog, query).expect("it asks for something");
            for is_by_match in [true, false] {
                let hits = Unsorted { all: Arc::new(answer.hits.clone()), titles: answer.titles.clone() };
                let sorter = Sorter { hits, order: index.columns.by_title(), is_by_match };
                let all = sorter.sorted();
                assert_eq!(sorter.first(), all[..FIRST.min(all.len())], "{query}");
                let last = all.len() - 1;
                assert_eq!(sorter.row_of(all[last].program), Some(last), "{query}");
            }
        }
        assert!(index.answer(&catalog, "data").is_some_and(|answer| answer.hits.len() > ROOM));
    }
}
