//! The values of each quantity as columns: the distinct ranges in order, and for each program the index of its range.
//! Limits and orders read these columns instead of programs.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::catalog::{Program, ProgramIx, Range};

use super::codec::Slice;
use super::counters::Counters;
use super::histogram::Histogram;
use super::limits::{Limits, Quantity};

/// The column of one quantity.
#[derive(Clone, Copy)]
pub(super) struct RangeColumn<'c> {
    pub(super) quantity: Quantity,
    /// The distinct ranges, ordered by lower end, then upper end, then middle.
    pub(super) distinct: &'c [Range],
    /// For each program, the index of its range; one past the last if it is unknown.
    pub(super) places: Slice<'c>,
}

/// Builds the columns, program by program.
#[derive(Default)]
pub(super) struct RangesBuilder([RangeColumnBuilder; Quantity::ALL.len()]);

/// Builds one column: the distinct ranges in order of appearance, and for each program the index of its range.
#[derive(Default)]
struct RangeColumnBuilder {
    distinct: Vec<Range>,
    /// The index of each range, by the bits of its numbers.
    places_of: HashMap<[u64; 3], u32>,
    places: Vec<u32>,
}

/// The index of an unknown range while building.
const UNKNOWN: u32 = u32::MAX;

impl RangesBuilder {
    /// Adds the next program.
    pub(super) fn add(&mut self, program: &Program) {
        for quantity in Quantity::ALL {
            self.0[quantity as usize].add(quantity.of(program));
        }
    }

    /// For each quantity, the distinct ranges in order, and the index of the range of each program.
    pub(super) fn finish(self) -> [(Vec<Range>, Vec<u32>); Quantity::ALL.len()] {
        self.0.map(RangeColumnBuilder::finish)
    }
}

impl RangeColumnBuilder {
    fn add(&mut self, range: Option<Range>) {
        let place = range.map(|range| {
            *self.places_of.entry(numbers(&range).map(f64::to_bits)).or_insert_with(|| {
                self.distinct.push(range);
                self.distinct.len() as u32 - 1
            })
        });
        self.places.push(place.unwrap_or(UNKNOWN));
    }

    fn finish(self) -> (Vec<Range>, Vec<u32>) {
        let mut distinct = self.distinct.clone();
        distinct.sort_unstable_by(in_order);
        let place = |range: &Range| distinct.partition_point(|other| in_order(other, range).is_lt()) as u32;
        let sorted: Vec<u32> = self.distinct.iter().map(place).collect();
        let unknown = distinct.len() as u32;
        let places = self.places.iter().map(|place| sorted.get(*place as usize).copied().unwrap_or(unknown)).collect();
        (distinct, places)
    }
}

impl RangeColumn<'_> {
    /// The rank of a program by this quantity; programs with equal ranges share it, and unknown ones come last.
    pub(super) fn place(&self, program: ProgramIx) -> u32 {
        self.places.at(program.0 as usize)
    }

    /// Returns, for each range, and then for unknown, the rank by likely value, so that a wide estimate does not
    /// precede a known value. Of equal likely values, the narrower range comes first.
    pub(super) fn likely_ranks(&self) -> Vec<u32> {
        let distinct = self.distinct;
        let mut order: Vec<usize> = (0..distinct.len()).collect();
        let width = |at: usize| distinct[at].high - distinct[at].low;
        order.sort_by(|a, b| {
            let likely = distinct[*a].middle().total_cmp(&distinct[*b].middle());
            likely.then(width(*a).total_cmp(&width(*b)))
        });
        let mut ranks = vec![distinct.len() as u32; distinct.len() + 1];
        order.into_iter().zip(0..).for_each(|(at, rank)| ranks[at] = rank);
        ranks
    }

    /// The rank of programs whose value is unknown.
    pub(super) fn unknown_place(&self) -> u32 {
        self.distinct.len() as u32
    }

    /// For each range, and then for unknown, the number of programs among these.
    pub(super) fn count(&self, programs: impl Iterator<Item = usize>) -> Vec<u32> {
        let mut counters = Counters::of(self.distinct.len() + 1);
        self.places.each_at(programs, |place| counters.add(place));
        counters.sums()
    }
}

/// The distribution of a quantity, from the number of programs of each range and of unknown.
pub(super) fn histogram(quantity: Quantity, distinct: &[Range], limits: &Limits, counts: &[u32]) -> Histogram {
    let middles = distinct.iter().map(|range| Some(range.middle())).chain([None]);
    let mut histogram = Histogram::empty(quantity, limits.span(quantity));
    middles.zip(counts).for_each(|(middle, count)| histogram.add(middle, *count as usize));
    histogram
}

/// The number of numbers by which a section stores a range.
pub(super) const NUMBERS_OF_A_RANGE: usize = 6;

/// The numbers by which a section stores distinct ranges.
pub(super) fn bits(distinct: &[Range]) -> Vec<u32> {
    let bits = distinct.iter().flat_map(numbers).map(f64::to_bits);
    bits.flat_map(|bits| [bits as u32, (bits >> 32) as u32]).collect()
}

/// The ranges stored by these numbers.
pub(super) fn of_bits(bits: Slice<'_>) -> Vec<Range> {
    let bits: Vec<u32> = bits.iter().collect();
    let number = |low: u32, high: u32| f64::from_bits(u64::from(high) << 32 | u64::from(low));
    let range = |[a, b, c, d, e, f]: &[u32; NUMBERS_OF_A_RANGE]| Range {
        median: Some(number(*e, *f)),
        ..Range::between(number(*a, *b), number(*c, *d))
    };
    bits.as_chunks().0.iter().map(range).collect()
}

/// The numbers by which a range is stored and compared.
fn numbers(range: &Range) -> [f64; 3] {
    [range.low, range.high, range.middle()]
}

fn in_order(a: &Range, b: &Range) -> Ordering {
    let (a, b) = (numbers(a), numbers(b));
    a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])).then(a[2].total_cmp(&b[2]))
}
