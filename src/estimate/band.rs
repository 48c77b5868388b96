//! The sorted leave-one-out errors and their 10th and 90th percentiles.

/// The minimum number of errors. With fewer, no range can cover four out of five.
pub(super) const MIN_KNOWN: usize = 9;

/// The share of values below a range, and above it.
const TAIL: f64 = 0.1;

/// Errors in ascending order.
#[derive(Debug)]
pub(super) struct Band(Vec<f64>);

/// The ends and the median of a range of errors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    pub(super) low: f64,
    pub(super) median: f64,
    pub(super) high: f64,
}

impl Band {
    pub(super) fn new(mut errors: Vec<f64>) -> Self {
        errors.sort_unstable_by(f64::total_cmp);
        Self(errors)
    }

    /// Whether there are enough errors even without one of them.
    pub(super) fn is_enough(&self) -> bool {
        self.0.len() > MIN_KNOWN
    }

    /// Returns the range for a thing whose error is not among them.
    pub(super) fn cut(&self) -> Cut {
        cut_of(self.0.len(), |at| self.0[at])
    }

    /// Returns the range for a thing whose error is among them, computed from the others.
    pub(super) fn cut_without(&self, error: f64) -> Cut {
        let own = self.0.partition_point(|other| *other < error);
        cut_of(self.0.len() - 1, |at| self.0[if at < own { at } else { at + 1 }])
    }
}

/// Computes the range from sorted errors. Ranks are taken as if there were one more error, that of the new thing, which
/// makes the coverage hold for any number of errors.
fn cut_of(count: usize, at: impl Fn(usize) -> f64) -> Cut {
    let below = ((count + 1) as f64 * TAIL).floor().max(1.0) as usize;
    let median = f64::midpoint(at((count - 1) / 2), at(count / 2));
    Cut { low: at(below - 1), median, high: at(count - below) }
}
