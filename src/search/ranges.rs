//! The values of each quantity as columns: the distinct ranges in order, and for each program the index of its range.
//! Limits and orders read these and no programs.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use crate::catalog::{Program, ProgramIx, Range};

use super::codec::{Decoder, Encoder};
use super::columns::Sifted;
use super::histogram::Histogram;
use super::limits::{Limits, Quantity};

/// The columns of all quantities.
#[derive(Clone, Debug)]
pub(super) struct Ranges([RangeColumn; Quantity::ALL.len()]);

#[derive(Clone, Debug, Default)]
struct RangeColumn {
    /// The distinct ranges, ordered by lower end, then upper end, then middle.
    distinct: Vec<Range>,
    /// For each program, the index of its range; one past the last if it is unknown.
    places: Vec<u32>,
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

    /// Returns the columns of all programs added.
    pub(super) fn finish(self) -> Ranges {
        Ranges(self.0.map(RangeColumnBuilder::finish))
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

    fn finish(self) -> RangeColumn {
        let mut distinct = self.distinct.clone();
        distinct.sort_unstable_by(in_order);
        let place = |range: &Range| distinct.partition_point(|other| in_order(other, range).is_lt()) as u32;
        let sorted: Vec<u32> = self.distinct.iter().map(place).collect();
        let unknown = distinct.len() as u32;
        let places = self.places.iter().map(|place| sorted.get(*place as usize).copied().unwrap_or(unknown)).collect();
        RangeColumn { distinct, places }
    }
}

impl Ranges {
    /// The rank of a program by quantity; programs with equal ranges share it, and unknown ones come last.
    pub(super) fn place(&self, quantity: Quantity, program: ProgramIx) -> u32 {
        self.0[quantity as usize].places[program.0 as usize]
    }

    /// The rank of programs whose value is unknown.
    pub(super) fn unknown_place(&self, quantity: Quantity) -> u32 {
        self.0[quantity as usize].distinct.len() as u32
    }

    /// Returns the distribution of each quantity.
    pub(super) fn histograms(&self, limits: &Limits, sifted: &Sifted) -> Vec<Arc<Histogram>> {
        let counted = Quantity::ALL.map(|quantity| {
            let column = &self.0[quantity as usize];
            let mut counts = vec![0; column.distinct.len() + 1];
            let mut add = |program: ProgramIx| counts[column.places[program.0 as usize] as usize] += 1;
            sifted.shown.iter().for_each(|hit| add(hit.program));
            sifted.but_for_limit[quantity as usize].iter().for_each(|program| add(*program));
            let middles = column.distinct.iter().map(|range| Some(range.middle())).chain([None]);
            let mut histogram = Histogram::empty(quantity, limits.span(quantity));
            middles.zip(counts).for_each(|(middle, count)| histogram.add(middle, count));
            Arc::new(histogram)
        });
        counted.into()
    }

    /// Prepares limits for testing many programs.
    pub(super) fn within<'a>(&'a self, limits: &Limits) -> Within<'a> {
        let limited = Quantity::ALL.into_iter().filter(|quantity| !limits.span(*quantity).is_any());
        let tests = limited.map(|quantity| {
            let column = &self.0[quantity as usize];
            let ranges = column.distinct.iter().copied().map(Some).chain([None]);
            (quantity, column, ranges.map(|range| limits.admit_amount(quantity, range)).collect())
        });
        Within(tests.collect())
    }

    /// Writes the columns to a section.
    pub(super) fn write(&self, writer: &mut Encoder) {
        for column in &self.0 {
            let bits = column.distinct.iter().flat_map(numbers).map(f64::to_bits);
            writer.numbers(&bits.flat_map(|bits| [bits as u32, (bits >> 32) as u32]).collect::<Vec<u32>>());
            writer.numbers(&column.places);
        }
    }

    /// Reads the columns of `programs` programs; `None` if the bytes are not such columns.
    pub(super) fn read(reader: &mut Decoder<'_>, programs: usize) -> Option<Self> {
        let columns = Quantity::ALL.map(|_| RangeColumn::read(reader, programs));
        let columns: Vec<RangeColumn> = columns.into_iter().collect::<Option<_>>()?;
        columns.try_into().ok().map(Self)
    }
}

impl RangeColumn {
    fn read(reader: &mut Decoder<'_>, programs: usize) -> Option<Self> {
        let (bits, places) = (reader.numbers()?, reader.numbers()?);
        let number = |low: u32, high: u32| f64::from_bits(u64::from(high) << 32 | u64::from(low));
        let (ranges, rest) = bits.as_chunks();
        let distinct: Vec<Range> = ranges
            .iter()
            .map(|[a, b, c, d, e, f]| Range {
                median: Some(number(*e, *f)),
                ..Range::between(number(*a, *b), number(*c, *d))
            })
            .collect();
        let is_whole = rest.is_empty()
            && places.len() == programs
            && places.iter().all(|place| *place as usize <= distinct.len())
            && distinct.is_sorted_by(|a, b| in_order(a, b).is_lt());
        is_whole.then_some(Self { distinct, places })
    }
}

/// The numbers by which a range is stored and compared.
fn numbers(range: &Range) -> [f64; 3] {
    [range.low, range.high, range.middle()]
}

fn in_order(a: &Range, b: &Range) -> Ordering {
    let (a, b) = (numbers(a), numbers(b));
    a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])).then(a[2].total_cmp(&b[2]))
}

/// Limits, prepared for testing many programs.
pub(super) struct Within<'a>(Vec<(Quantity, &'a RangeColumn, Vec<bool>)>);

impl Within<'_> {
    /// Whether a program is within every limit.
    pub(super) fn admits(&self, program: ProgramIx) -> bool {
        self.obstacles(program).next().is_none()
    }

    /// The limits that hide a program.
    pub(super) fn obstacles(&self, program: ProgramIx) -> impl Iterator<Item = Quantity> {
        let place = move |column: &RangeColumn| column.places[program.0 as usize] as usize;
        let hides = self.0.iter().filter(move |(_, column, admitted)| !admitted[place(column)]);
        hides.map(|(quantity, ..)| *quantity)
    }
}
