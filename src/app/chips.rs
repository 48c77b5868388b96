//! The active filters as a row of chips, each of which can be removed.

use super::App;
use crate::search::Facet;

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
    /// A chosen value of a facet.
    Value(Facet, String),
    /// What was typed.
    Query,
}

impl App {
    /// Every active filter in the order of the facets; what was typed comes first.
    pub fn chips(&self) -> Vec<Chip> {
        let mut chips = Vec::new();
        if !self.view.query.trim().is_empty() {
            chips.push(Chip { label: format!("“{}”", self.view.query.trim()), target: ChipTarget::Query });
        }
        chips.extend(
            self.view
                .filters
                .chips(self.catalog())
                .into_iter()
                .map(|chip| Chip { label: chip.label, target: ChipTarget::Value(chip.facet, chip.value) }),
        );
        chips
    }
}
