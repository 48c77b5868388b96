//! Counts how often small numbers occur.

/// Counts how often numbers occur. Each number has several counters that are used in turn: many columns repeat one
/// number a thousand times, and each addition to a single counter would have to wait for the previous one.
pub(super) struct Counters {
    counts: Vec<[u32; COUNTERS]>,
    turn: usize,
}

/// The number of counters for each number.
const COUNTERS: usize = 4;

impl Counters {
    /// Counters for the numbers below `numbers`.
    pub(super) fn of(numbers: usize) -> Self {
        Self { counts: vec![[0; COUNTERS]; numbers], turn: 0 }
    }

    /// Counts a number; one that is too large is ignored.
    #[inline]
    pub(super) fn add(&mut self, number: u32) {
        if let Some(counts) = self.counts.get_mut(number as usize) {
            counts[self.turn % COUNTERS] += 1;
            self.turn += 1;
        }
    }

    /// Returns how often each number was counted.
    pub(super) fn sums(self) -> Vec<u32> {
        self.counts.into_iter().map(|counts| counts.iter().sum()).collect()
    }
}
