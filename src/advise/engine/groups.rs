//! The rows of an evaluation, grouped by the limits that they fail. Few combinations occur, so a change of one answer skips
//! whole groups that fail another limit: its cost grows with the programs that it can admit, not with the catalogue.

use std::collections::BTreeMap;

use super::features::Features;
use super::on_record::Side;

/// All rows, grouped by the bits that they fail.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups(BTreeMap<u16, Group>);

/// Rows that fail the same limits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// The rows, in ascending order.
    pub(crate) rows: Vec<u32>,
    /// Whether one of them is of a kind that the verdict weighs.
    pub(crate) has_weighed: bool,
}

impl Groups {
    /// Groups the rows by what they fail.
    pub(crate) fn of(fails: &[u16], programs: &[Features]) -> Self {
        let mut groups: BTreeMap<u16, Group> = BTreeMap::new();
        for ((row, fails), program) in (0u32..).zip(fails).zip(programs) {
            let group = groups.entry(*fails).or_default();
            group.rows.push(row);
            group.has_weighed |= program.side != Side::Neither;
        }
        Self(groups)
    }

    /// Iterates over the groups, each with the bits that its rows fail.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u16, &Group)> {
        self.0.iter().map(|(fails, group)| (*fails, group))
    }

    /// Iterates over the rows that fail no limit outside `limits`.
    pub(crate) fn failing_only(&self, limits: u16) -> impl Iterator<Item = usize> {
        let groups = self.iter().filter(move |(fails, _)| fails & !limits == 0);
        groups.flat_map(|(_, group)| &group.rows).map(|row| *row as usize)
    }

    /// Returns how many rows fail exactly these bits.
    pub(crate) fn count(&self, fails: u16) -> usize {
        self.0.get(&fails).map_or(0, |group| group.rows.len())
    }
}
