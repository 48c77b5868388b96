//! The active filters as a row of chips, each of which can be removed.

use super::App;
use crate::search::{Choice, Filters};

/// An active filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The label.
    pub label: String,
    /// What is removed with the chip.
    pub target: ChipTarget,
}

/// What a chip stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipTarget {
    /// A facet value or a limit.
    Filter(Choice),
    /// The words of the query.
    Query,
}

impl App {
    /// Returns a chip for every active filter, including those still being typed: first the words of the query, then
    /// the filters in the order of the facets, and last the default ones, which were not chosen.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        let words = self.found.words.trim();
        if !words.is_empty() {
            chips.push(Chip { label: format!("“{words}”"), target: ChipTarget::Query });
        }
        let usual = Filters::default();
        let (usual, own): (Vec<_>, Vec<_>) = self.found.chips.iter().cloned().partition(|chip| usual.has(&chip.choice));
        chips.extend(
            own.into_iter()
                .chain(usual)
                .map(|chip| Chip { label: chip.label, target: ChipTarget::Filter(chip.choice) }),
        );
        chips
    }
}
