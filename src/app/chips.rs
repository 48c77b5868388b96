//! The active filters as a row of chips, each of which can be removed.

use super::App;
use crate::search::Choice;

/// An active filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Its name for people.
    pub label: String,
    /// What removing it takes away.
    pub target: ChipTarget,
}

/// What a chip stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChipTarget {
    /// A filter: a facet value or a limit.
    Filter(Choice),
    /// What was typed.
    Query,
}

impl App {
    /// Every active filter in the order of the facets, those that are still being typed among them; what was typed as
    /// words comes first.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        let words = self.found.words.trim();
        if !words.is_empty() {
            chips.push(Chip { label: format!("“{words}”"), target: ChipTarget::Query });
        }
        let filters = self.found.chips.iter().cloned();
        chips.extend(filters.map(|chip| Chip { label: chip.label, target: ChipTarget::Filter(chip.choice) }));
        chips
    }
}
