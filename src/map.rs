//! The map: programs as points, with hours of work against months or price. It knows where each program is, which ones
//! are near it, which is next in a direction, and the median of its field. A program with an unknown value has no
//! place: it is counted, and never drawn at zero. A range is placed at its middle. This room knows no screen.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::catalog::{
    Basis, Catalog, Comparable, Length, Program, ProgramIx, Range, SectionBytes, Sections, Text, pack_parts,
};
use crate::chart::Scale;
use crate::english::{by_count, counted};

named! {
    /// The horizontal axis of the map; the vertical one is always hours of work.
    #[derive(Default)]
    Axis {
        /// The calendar time as listed, in months.
        #[default]
        Months = "months";
        /// The comparable price of the whole program, in US dollars.
        Price = "price";
    }
}

impl Axis {
    /// The unit, which is also the label of the axis.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Months => "listed months",
            Self::Price => "price in US$",
        }
    }

    /// The name of the fact that the axis shows, for messages about programs without it.
    fn fact(self) -> &'static str {
        match self {
            Self::Months => "length",
            Self::Price => "price in US dollars",
        }
    }

    /// The other axis.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Months => Self::Price,
            Self::Price => Self::Months,
        }
    }

    /// The basis of a program's value on the axis; `None` if the value is unknown.
    fn basis(self, program: &Program) -> Option<Basis> {
        match self {
            Self::Months => program.length.shown().map(|claim| claim.basis),
            Self::Price => program.comparable.as_ref().map(|price| price.basis),
        }
    }

    /// A program's value on the axis; `None` if it is unknown.
    fn value(self, program: &Program) -> Option<Range> {
        match self {
            Self::Months => program.length.value().map(Length::months),
            Self::Price => program.comparable.as_ref().map(Comparable::units),
        }
    }
}

/// Which programs are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Coverage {
    /// Only programs whose place is on record.
    #[default]
    OnRecord,
    /// Also programs whose place rests on an estimate.
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

/// The direction in which to look for the next program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To a lower value on the axis.
    Left,
    /// To a higher value on the axis.
    Right,
    /// To more hours.
    Up,
    /// To fewer hours.
    Down,
}

/// A program with a place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The program.
    pub program: ProgramIx,
    /// Its value on the axis.
    pub across: Range,
    /// Its hours of work.
    pub hours: Range,
    /// Whether its place rests on an estimate or a presumption.
    pub is_estimate: bool,
}

impl Point {
    /// Whether the point is the middle of a range rather than an exact value.
    pub fn is_range(&self) -> bool {
        !self.across.is_exact() || !self.hours.is_exact()
    }
}

/// The median of a field in both directions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Median {
    /// The name of the field.
    pub field: String,
    /// The median of the values on the axis.
    pub across: f64,
    /// The median of the hours.
    pub hours: f64,
    /// The number of programs that it was computed from.
    pub count: usize,
}

/// Programs as points, with counts of those that have no place.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// The horizontal axis.
    pub axis: Axis,
    /// The programs with a place, in the order in which they were given.
    pub points: Vec<Point>,
    /// The number of points whose hours are an estimate.
    pub estimated: usize,
    /// The number of programs that are hidden because their place rests on an estimate.
    pub hidden_estimates: usize,
    /// The number of programs without a place because their hours are unknown.
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

/// The section with the medians of every field, one record for each axis. A new format needs a new name.
const MEDIANS: &str = "map-medians-1";

/// The section that the map adds to a compiled catalogue.
pub const MAP_MEDIANS: Sections = Sections::of_catalog(&[MEDIANS], sections);

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    vec![(MEDIANS, pack_parts(Axis::ALL.map(|axis| Fields::of(catalog, axis).medians())))]
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
    let medians = catalog.part(MEDIANS, axis as usize).unwrap_or_else(|| Fields::of(catalog, axis).medians());
    Map { axis, points, estimated, hidden_estimates: 0, without_hours, without_value, across, up, medians, fields }
}

/// The horizontal and the vertical scale, fitted to the points.
fn scales(axis: Axis, points: &[Point]) -> (Scale, Scale) {
    let across = points.iter().map(|point| point.across.middle());
    let across = if axis == Axis::Months { Scale::even(across) } else { Scale::multiplying(across) };
    (across, Scale::multiplying(points.iter().map(|point| point.hours.middle())))
}

/// Whether a value with this basis is not on record for the program itself.
fn is_estimate(basis: Basis) -> bool {
    matches!(basis, Basis::Estimated | Basis::Presumed)
}

/// The place of a program on the map, as far as it is known.
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

/// The values on the axis and the hours of all offered programs, by main field.
#[derive(Default)]
struct Fields(BTreeMap<Text, (Vec<f64>, Vec<f64>)>);

impl Fields {
    /// Collects the values in one pass over a catalogue, which keeps no program in memory.
    fn of(catalog: &Catalog, axis: Axis) -> Self {
        let mut fields = Self::default();
        catalog.programs().for_each(|program| fields.add(&program, &Place::of(&program, axis)));
        fields
    }

    fn add(&mut self, program: &Program, place: &Place) {
        let (Some(across), Some(hours), Some(main)) = (place.across, place.hours, program.fields().first()) else {
            return;
        };
        if !program.is_offered() {
            return;
        }
        if !self.0.contains_key(main) {
            self.0.insert(main.clone(), Default::default());
        }
        if let Some((all_across, all_hours)) = self.0.get_mut(main) {
            all_across.push(across.middle());
            all_hours.push(hours.middle());
        }
    }

    fn medians(self) -> Vec<Median> {
        let median = |(field, (across, hours)): (Text, (Vec<f64>, Vec<f64>))| {
            let count = hours.len();
            Some(Median { field: field.to_string(), across: middle(across)?, hours: middle(hours)?, count })
        };
        self.0.into_iter().filter_map(median).collect()
    }
}

/// The medians of the fields that are the main field of a point, by name.
pub fn medians(map: &Map) -> Vec<&Median> {
    map.medians.iter().filter(|median| map.fields.contains(median.field.as_str())).collect()
}

fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    Some(f64::midpoint(values[last / 2], values[last.div_ceil(2)]))
}

impl Map {
    /// The median of a program's main field among offered programs; `None` if the field is unknown or has no median.
    pub fn median(&self, program: &Program) -> Option<&Median> {
        let field = program.fields().first()?;
        self.medians.iter().find(|median| *field == *median.field)
    }

    /// Removes the points whose place rests on an estimate, and counts them in [`Map::hidden_estimates`].
    #[must_use]
    pub fn on_record(mut self) -> Self {
        let all = self.points.len();
        self.points.retain(|point| !point.is_estimate);
        self.hidden_estimates = all - self.points.len();
        self.estimated = 0;
        (self.across, self.up) = scales(self.axis, &self.points);
        self
    }

    /// The point of a program; `None` if it has no place.
    pub fn point(&self, program: ProgramIx) -> Option<&Point> {
        self.points.iter().find(|point| point.program == program)
    }

    /// The position of a point from the left and from the bottom, each as a share of its axis.
    pub fn place(&self, point: &Point) -> (f64, f64) {
        (self.across.place(point.across.middle()), self.up.place(point.hours.middle()))
    }

    /// The programs nearest to a program, nearest first, at most `most` of them.
    pub fn nearest(&self, program: ProgramIx, most: usize) -> Vec<ProgramIx> {
        let Some(from) = self.point(program).map(|point| self.place(point)) else { return Vec::new() };
        let others = self.points.iter().filter(|point| point.program != program);
        let mut far: Vec<(f64, ProgramIx)> =
            others.map(|point| (distance(from, self.place(point)), point.program)).collect();
        far.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        far.into_iter().take(most).map(|(_, program)| program).collect()
    }

    /// The programs in the same place as a program, including itself; empty if it has no place.
    pub fn here(&self, program: ProgramIx) -> Vec<ProgramIx> {
        let Some(from) = self.point(program).map(|point| self.place(point)) else { return Vec::new() };
        let is_here = |point: &&Point| distance(from, self.place(point)) < f64::EPSILON;
        self.points.iter().filter(is_here).map(|point| point.program).collect()
    }

    /// The next program in a direction, preferring one that is near and straight ahead to one aside. Returns the first
    /// point if the program has no place, and `None` if no point lies ahead.
    pub fn toward(&self, program: ProgramIx, direction: Direction) -> Option<ProgramIx> {
        let Some(from) = self.point(program).map(|point| self.place(point)) else {
            return self.points.first().map(|point| point.program);
        };
        let cost = |point: &Point| {
            let to = self.place(point);
            let (right, up) = (to.0 - from.0, to.1 - from.1);
            let (ahead, aside) = match direction {
                Direction::Left => (-right, up),
                Direction::Right => (right, up),
                Direction::Up => (up, right),
                Direction::Down => (-up, right),
            };
            (ahead > 1e-9).then_some(ahead + 2.0 * aside.abs())
        };
        let ahead = self.points.iter().filter_map(|point| Some((cost(point)?, point.program)));
        ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, program)| program)
    }

    /// A sentence about an artefact of the data: hours that are estimated from the length lie on a line against it.
    fn construction_words(&self) -> Option<String> {
        let is_told = self.axis == Axis::Months && self.estimated > 0;
        let whose = match self.estimated {
            1 => "We estimate the hours of 1 program, mostly from its length; so it lies".to_owned(),
            count => format!("We estimate the hours of {count} programs, mostly from their length; so they lie"),
        };
        is_told.then(|| format!("{whose} on a line against months."))
    }

    /// A sentence about the programs hidden because their place is an estimate; `None` if there are none.
    fn hidden_words(&self) -> Option<String> {
        match self.hidden_estimates {
            0 => None,
            1 => Some("1 program is not drawn, because we only estimate where it would be.".to_owned()),
            count => Some(format!("{count} programs are not drawn, because we only estimate where they would be.")),
        }
    }

    /// Sentences about what the map omits and what its numbers rest on.
    pub fn remarks(&self) -> Vec<String> {
        self.hidden_words().into_iter().chain(self.missing_words()).chain(self.construction_words()).collect()
    }

    /// A sentence about the programs that are not on the map, and why; `None` if all are.
    pub fn missing_words(&self) -> Option<String> {
        let lacking = [(self.without_hours, "work"), (self.without_value, self.axis.fact())];
        let parts: Vec<String> = lacking
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, fact)| format!("{} whose {fact} is unknown", counted(count, "program")))
            .collect();
        let verb = by_count(self.without_hours + self.without_value, "is", "are");
        (!parts.is_empty()).then(|| format!("{} {verb} not on the map.", parts.join(" and ")))
    }
}

impl Median {
    /// The median as a sentence.
    pub fn words(&self, axis: Axis) -> String {
        let across = match axis {
            Axis::Months => format!("{} months", Range::exactly(self.across)),
            Axis::Price => format!("US${:.0}", self.across),
        };
        let hours = self.hours.round();
        format!("{}: {across}, {hours} hours (the middle of {} offered programs).", self.field, self.count)
    }
}

/// The Euclidean distance of two positions.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(axis: Axis) -> (Catalog, Map) {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let programs: Vec<ProgramIx> = catalog.all().collect();
        let map = map(&catalog, &programs, axis);
        (catalog, map)
    }

    #[test]
    fn stored_medians_are_those_of_a_reading_of_every_program() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let bare = Catalog::unpack(catalog.pack(Vec::new()).expect("a packed form")).expect("a catalogue");
        let programs: Vec<ProgramIx> = catalog.all().step_by(3).collect();
        for axis in Axis::ALL {
            let stored: Vec<Median> = catalog.part(MEDIANS, axis as usize).expect("a record of every axis");
            assert!(!stored.is_empty());
            assert_eq!(map(&catalog, &programs, axis), map(&bare, &programs, axis));
        }
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

    #[test]
    fn a_direction_leads_that_way() {
        let (_, map) = whole(Axis::Months);
        let place = |program| map.point(program).map(|point| map.place(point)).expect("it has a place");
        for point in map.points.iter().step_by(25) {
            let from = map.place(point);
            let next = |direction| map.toward(point.program, direction).map(place);
            assert!(next(Direction::Right).is_none_or(|to| to.0 > from.0));
            assert!(next(Direction::Left).is_none_or(|to| to.0 < from.0));
            assert!(next(Direction::Up).is_none_or(|to| to.1 > from.1));
            assert!(next(Direction::Down).is_none_or(|to| to.1 < from.1));
        }
    }

    #[test]
    fn neighbours_come_nearest_first_and_never_include_the_program_itself() {
        let (_, map) = whole(Axis::Price);
        let first = map.points[0].program;
        let near = map.nearest(first, 5);
        assert_eq!(near.len(), 5);
        assert!(!near.contains(&first));
        assert!(map.here(first).contains(&first));
    }

    #[test]
    fn a_median_has_as_many_below_as_above() {
        assert_eq!(middle(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(middle(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(middle(Vec::new()), None);
    }
}
