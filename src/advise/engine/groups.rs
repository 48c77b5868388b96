//! The rows of an evaluation by the limits that they fail. Few combinations of limits occur, so a change of one answer
//! skips at once every group that another limit keeps out: what a change costs follows the programs that it can let in,
//! not the catalogue.

use std::collections::BTreeMap;

use super::features::{Features, Side};

/// Every row, in the group of those that fail the same limits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Groups(BTreeMap<u16, Group>);

/// Rows that fail the same limits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    /// In their order.
    pub(crate) rows: Vec<u32>,
    /// Whether one of them is of a kind that the verdict weighs.
    pub(crate) has_weighed: bool,
}

impl Groups {
    /// The groups of what each program fails.
    pub(crate) fn of(fails: &[u16], programs: &[Features]) -> Self {
        let mut groups: BTreeMap<u16, Group> = BTreeMap::new();
        for ((row, fails), program) in (0u32..).zip(fails).zip(programs) {
            let group = groups.entry(*fails).or_default();
            group.rows.push(row);
            group.has_weighed |= program.side != Side::Neither;
        }
        Self(groups)
    }

    /// What the rows of each group fail, and the group.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u16, &Group)> {
        self.0.iter().map(|(fails, group)| (*fails, group))
    }

    /// The rows that fail nothing but limits of these.
    pub(crate) fn failing_only(&self, limits: u16) -> impl Iterator<Item = usize> {
        let groups = self.iter().filter(move |(fails, _)| fails & !limits == 0);
        groups.flat_map(|(_, group)| &group.rows).map(|row| *row as usize)
    }

    /// How many rows fail exactly these limits.
    pub(crate) fn count(&self, fails: u16) -> usize {
        self.0.get(&fails).map_or(0, |group| group.rows.len())
    }
}
