//! The map's notes: which programs are not on it, and what its numbers rest on.

use super::{Axis, Map};
use crate::english::{by_count, counted};

impl Map {
    /// Returns a sentence about an artefact of the data: hours estimated from the length lie on a line against it.
    fn construction_words(&self) -> Option<String> {
        let is_told = self.axis == Axis::Months && self.estimated > 0;
        let whose = match self.estimated {
            1 => "We estimate the hours of 1 program, mostly from its length; so it lies".to_owned(),
            count => format!("We estimate the hours of {count} programs, mostly from their length; so they lie"),
        };
        is_told.then(|| format!("{whose} on a line against months."))
    }

    /// Returns a sentence about the programs hidden because their position is an estimate; `None` if there are none.
    fn hidden_words(&self) -> Option<String> {
        match self.hidden_estimates {
            0 => None,
            1 => Some("1 more program is left out: its place is an estimate.".to_owned()),
            count => Some(format!("{count} more programs are left out: their places are estimates.")),
        }
    }

    /// Returns sentences about what the map omits and what its numbers rest on.
    pub fn remarks(&self) -> Vec<String> {
        self.hidden_words().into_iter().chain(self.missing_words()).chain(self.construction_words()).collect()
    }

    /// Returns a sentence about the programs that are not on the map, and why; `None` if all are.
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
