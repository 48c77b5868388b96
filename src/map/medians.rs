//! The median of every field on both axes, stored in a compiled catalogue or computed in a pass over all programs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Axis, Map, Place};
use crate::catalog::{Catalog, Program, Range, SectionBytes, Sections, Text, pack_parts};

/// The median of a field on both axes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Median {
    /// The name of the field.
    pub field: String,
    /// The median on the horizontal axis.
    pub across: f64,
    /// The median of the hours.
    pub hours: f64,
    /// The number of programs that it was computed from.
    pub count: usize,
}

impl Median {
    /// Returns the median as a sentence.
    pub fn words(&self, axis: Axis) -> String {
        let across = match axis {
            Axis::Months => format!("{} months", Range::exactly(self.across)),
            Axis::Price => format!("US${:.0}", self.across),
        };
        let hours = self.hours.round();
        format!("{}: {across}, {hours} hours (the middle of {} offered programs).", self.field, self.count)
    }
}

/// The section with the medians of every field, one record for each axis. A new format needs a new name.
const MEDIANS: &str = "map-medians-1";

/// The section that the map adds to a compiled catalogue.
pub const MAP_MEDIANS: Sections = Sections::of_catalog(&[MEDIANS], sections);

fn sections(catalog: &Catalog) -> Vec<SectionBytes> {
    vec![(MEDIANS, pack_parts(Axis::ALL.map(|axis| Fields::of(catalog, axis).medians())))]
}

/// Returns the medians of all fields of a catalogue, read from its section if it has one.
pub(super) fn of(catalog: &Catalog, axis: Axis) -> Vec<Median> {
    catalog.part(MEDIANS, axis as usize).unwrap_or_else(|| Fields::of(catalog, axis).medians())
}

/// The values on the axis and the hours of all offered programs, by main field.
#[derive(Default)]
struct Fields(BTreeMap<Text, (Vec<f64>, Vec<f64>)>);

impl Fields {
    /// Collects the values in one pass over a catalogue, keeping no program in memory.
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

/// Returns the medians of the points' main fields, by name.
pub fn medians(map: &Map) -> Vec<&Median> {
    map.medians.iter().filter(|median| map.fields.contains(median.field.as_str())).collect()
}

impl Map {
    /// Returns the median of a program's main field among offered programs; `None` if the field is unknown or has no
    /// median.
    pub fn median(&self, program: &Program) -> Option<&Median> {
        let field = program.fields().first()?;
        self.medians.iter().find(|median| *field == *median.field)
    }
}

fn middle(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    Some(f64::midpoint(values[last / 2], values[last.div_ceil(2)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::ProgramIx;
    use crate::map::map;

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
    fn a_median_has_as_many_below_as_above() {
        assert_eq!(middle(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(middle(vec![4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(middle(Vec::new()), None);
    }
}
