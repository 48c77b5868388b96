//! The map: programs as points, with hours of work against months or price. It has the position of each program, its
//! neighbours, the next one in each direction, and the median of its field. A program with an unknown value has no
//! position: it is counted, and never drawn at zero. A range is placed at its midpoint. This room does not depend
//! on the screen.

mod axis;
mod medians;
mod neighbours;
mod words;

use std::collections::BTreeSet;

pub use axis::Axis;
pub use medians::{MAP_MEDIANS, Median, medians};
pub use neighbours::Direction;

use crate::catalog::{Basis, Catalog, Program, ProgramIx, Range, Text};
use crate::chart::Scale;

/// Which programs are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Coverage {
    /// Only programs whose position is on record.
    #[default]
    OnRecord,
    /// Also programs whose position rests on an estimate.
    WithEstimates,
}

impl Coverage {
    /// The other choice.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::OnRecord => Self::WithEstimates,
            Self::WithEstimates => Self::OnRecord,
        }
    }
}

/// A program with a position on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The program.
    pub program: ProgramIx,
    /// The value on the axis.
    pub across: Range,
    /// The hours of work.
    pub hours: Range,
    /// Whether the position rests on an estimate or a presumption.
    pub is_estimate: bool,
}

impl Point {
    /// Whether the point is the middle of a range rather than an exact value.
    pub fn is_range(&self) -> bool {
        !self.across.is_exact() || !self.hours.is_exact()
    }
}

/// Programs as points, with counts of those without a position.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The horizontal axis.
    pub axis: Axis,
    /// The programs with a position, in the given order.
    pub points: Vec<Point>,
    /// The number of points whose hours are an estimate.
    pub estimated: usize,
    /// The number of programs that are hidden because their position rests on an estimate.
    pub hidden_estimates: usize,
    /// The number of programs without a position because their hours are unknown.
    pub without_hours: usize,
    /// The number of programs with hours but without a value on the axis.
    pub without_value: usize,
    /// The horizontal scale.
    pub across: Scale,
    /// The vertical scale.
    pub up: Scale,
    /// The medians of all main fields of offered programs in the catalogue, by name.
    medians: Vec<Median>,
    /// The main fields of the points.
    fields: BTreeSet<Text>,
}

/// Places programs on the map. The medians of the catalogue's fields are read from its section, or else computed in a
/// pass over all programs.
pub fn map(catalog: &Catalog, programs: &[ProgramIx], axis: Axis) -> Map {
    let mut points = Vec::with_capacity(programs.len());
    let mut fields = BTreeSet::new();
    let (mut without_hours, mut without_value, mut estimated) = (0, 0, 0);
    for ix in programs {
        let program = catalog.program_once(*ix);
        let place = Place::of(&program, axis);
        match (place.hours, place.across) {
            (Some(hours), Some(across)) => {
                points.push(Point { program: *ix, across, hours, is_estimate: place.is_estimate });
                estimated += usize::from(place.has_estimated_hours);
                if let Some(main) = program.fields().first().filter(|main| !fields.contains(*main)) {
                    fields.insert(main.clone());
                }
            }
            (None, _) => without_hours += 1,
            (Some(_), None) => without_value += 1,
        }
    }
    let (across, up) = scales(axis, &points);
    let medians = medians::of(catalog, axis);
    Map { axis, points, estimated, hidden_estimates: 0, without_hours, without_value, across, up, medians, fields }
}

/// Returns the horizontal and the vertical scale, fitted to the points.
fn scales(axis: Axis, points: &[Point]) -> (Scale, Scale) {
    let across = points.iter().map(|point| point.across.middle());
    let across = if axis == Axis::Months { Scale::even(across) } else { Scale::multiplying(across) };
    (across, Scale::multiplying(points.iter().map(|point| point.hours.middle())))
}

/// Whether a value with this basis is not on record for the program itself.
fn is_estimate(basis: Basis) -> bool {
    matches!(basis, Basis::Estimated | Basis::Presumed)
}

/// The position of a program on the map, if known.
struct Place {
    across: Option<Range>,
    hours: Option<Range>,
    /// Whether the hours are an estimate.
    has_estimated_hours: bool,
    /// Whether the hours or the value on the axis are an estimate.
    is_estimate: bool,
}

impl Place {
    fn of(program: &Program, axis: Axis) -> Self {
        let has_estimated_hours = program.effort.shown().is_some_and(|claim| is_estimate(claim.basis));
        let is_estimate = has_estimated_hours || axis.basis(program).is_some_and(is_estimate);
        Self { across: axis.value(program), hours: program.effort.value().copied(), has_estimated_hours, is_estimate }
    }
}

impl Map {
    /// Removes the points whose position rests on an estimate, and counts them in [`Map::hidden_estimates`].
    #[must_use]
    pub fn on_record(mut self) -> Self {
        let all = self.points.len();
        self.points.retain(|point| !point.is_estimate);
        self.hidden_estimates = all - self.points.len();
        self.estimated = 0;
        (self.across, self.up) = scales(self.axis, &self.points);
        self
    }

    /// Returns the point of a program; `None` if it has no position.
    pub fn point(&self, program: ProgramIx) -> Option<&Point> {
        self.points.iter().find(|point| point.program == program)
    }

    /// Returns the position of a point from the left and from the bottom, each as a share of its axis.
    pub fn place(&self, point: &Point) -> (f64, f64) {
        (self.across.place(point.across.middle()), self.up.place(point.hours.middle()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn whole(axis: Axis) -> (Catalog, Map) {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let programs: Vec<ProgramIx> = catalog.all().collect();
        let map = map(&catalog, &programs, axis);
        (catalog, map)
    }

    #[test]
    fn every_program_is_a_point_or_is_counted_as_missing() {
        for axis in Axis::ALL {
            let (catalog, map) = whole(axis);
            assert_eq!(map.points.len() + map.without_hours + map.without_value, catalog.len());
            let is_any_missing = map.without_hours + map.without_value > 0;
            assert_eq!(map.missing_words().is_some_and(|words| words.contains("unknown")), is_any_missing);
        }
    }
}
