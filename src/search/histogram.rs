//! Histograms of a quantity: the number of programs in columns of equal width, under the query and every filter except
//! the limit of the quantity itself. A range counts at its midpoint. Unknown values are counted separately, never as 0.

use std::ops::{Bound, RangeInclusive};

use super::limits::{Quantity, Span};

/// The distribution of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// The quantity.
    pub quantity: Quantity,
    /// The number of programs in each column. Column `n` covers values from `n` steps up to but not including `n + 1`
    /// steps; the last column also holds everything beyond.
    pub counts: Vec<usize>,
    /// The number of programs whose value is unknown.
    pub unknown: usize,
    /// The limit that is set.
    pub span: Span,
}

/// Returns the width of a column, in the unit of the quantity.
pub fn step(quantity: Quantity) -> f64 {
    match quantity {
        Quantity::Months | Quantity::Courses => 1.0,
        Quantity::Hours => 25.0,
        Quantity::Price => 100.0,
    }
}

/// Returns the index of the last column.
pub fn last(quantity: Quantity) -> usize {
    match quantity {
        Quantity::Months => 18,
        Quantity::Courses => 16,
        Quantity::Hours | Quantity::Price => 20,
    }
}

impl Histogram {
    pub(super) fn empty(quantity: Quantity, span: Span) -> Self {
        Self { quantity, counts: vec![0; last(quantity) + 1], unknown: 0, span }
    }

    /// Counts `programs` programs at the middle of their range; `None` if it is unknown.
    pub(super) fn add(&mut self, middle: Option<f64>, programs: usize) {
        match middle {
            None => self.unknown += programs,
            Some(middle) => {
                let place = (middle / step(self.quantity)).max(0.0) as usize;
                let place = place.min(self.counts.len() - 1);
                self.counts[place] += programs;
            }
        }
    }

    /// Whether the value of any program is known.
    pub fn is_known(&self) -> bool {
        self.counts.iter().any(|count| *count > 0)
    }

    /// Returns the columns within the limit; `None` if there is no limit.
    pub fn chosen(&self) -> Option<RangeInclusive<usize>> {
        if self.span.is_any() {
            return None;
        }
        let (low, high) = ends(self.quantity, self.span);
        Some(low..=high)
    }

    /// Returns the limit in words.
    pub fn words(&self) -> String {
        self.span.words(self.quantity)
    }
}

/// Returns the first and last column of a limit; an open end is the outermost column.
pub fn ends(quantity: Quantity, span: Span) -> (usize, usize) {
    let (step, last) = (step(quantity), last(quantity));
    let place = |value: f64| ((value / step).max(0.0) as usize).min(last);
    let low = match span.low {
        Bound::Included(value) | Bound::Excluded(value) => place(value),
        Bound::Unbounded => 0,
    };
    let high = match span.high {
        Bound::Included(value) => place(value),
        // A column that begins at the excluded end is outside the limit.
        Bound::Excluded(value) => ((value / step).ceil().max(1.0) as usize - 1).min(last),
        Bound::Unbounded => last,
    };
    (low, high.max(low))
}

/// Returns the limit from one column to another; an outermost column leaves its end open.
pub fn between(quantity: Quantity, low: usize, high: usize) -> Span {
    let (step, last) = (step(quantity), last(quantity));
    let amount = |place: usize| Bound::Included(place as f64 * step);
    Span {
        low: if low == 0 { Bound::Unbounded } else { amount(low) },
        high: if high >= last { Bound::Unbounded } else { amount(high) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_lead_back_to_their_limit() {
        for quantity in Quantity::ALL {
            for (low, high) in [(0, last(quantity)), (3, 8), (0, 5), (2, last(quantity))] {
                assert_eq!(ends(quantity, between(quantity, low, high)), (low, high), "{quantity:?}");
            }
        }
        assert!(between(Quantity::Months, 0, last(Quantity::Months)).is_any());
    }

    #[test]
    fn a_limit_is_said_in_words_with_its_unit() {
        let words = |quantity, low, high| Histogram::empty(quantity, between(quantity, low, high)).words();
        assert_eq!(words(Quantity::Months, 3, 8), "3–8 months");
        assert_eq!(words(Quantity::Price, 0, 5), "up to US$500");
        assert_eq!(words(Quantity::Hours, 2, 20), "from 50 hours");
        assert_eq!(words(Quantity::Courses, 3, 3), "3 courses");
        assert_eq!(words(Quantity::Months, 0, 18), "any");
    }

    #[test]
    fn unknown_is_counted_apart_and_what_is_beyond_stands_in_the_last_column() {
        let mut histogram = Histogram::empty(Quantity::Months, Span::ANY);
        for middle in [None, Some(0.7), Some(3.0), Some(99.0)] {
            histogram.add(middle, 1);
        }
        assert_eq!((histogram.unknown, histogram.counts[0], histogram.counts[3]), (1, 1, 1));
        assert_eq!(histogram.counts.last(), Some(&1));
    }

    #[test]
    fn values_are_known_if_one_is() {
        let mut histogram = Histogram::empty(Quantity::Price, Span::ANY);
        histogram.add(None, 7);
        assert!(!histogram.is_known());
        histogram.add(Some(3.0), 1);
        assert!(histogram.is_known());
    }
}
