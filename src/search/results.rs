//! Everything that follows from a view, as one value: found in one reading, kept without the index, and handed from one
//! thread to another. What is drawn is drawn of this, so that the list, the counts and the marks never disagree.

use std::sync::Arc;

use super::{Chip, Facet, FacetValue, Histogram, Hits, View};

/// The answer to a view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// What was wanted.
    pub view: View,
    /// What was typed, without the fields that became filters.
    pub words: String,
    /// The filters, those that were typed among them.
    pub chips: Vec<Chip>,
    /// The programs, in order.
    pub hits: Hits,
    /// Every facet, in their order, with its values: the most frequent first, then by label; levels and statuses in
    /// their natural order. They are counted under the query and the other facets, and those that no program has are
    /// left out unless chosen.
    pub facets: Vec<(Facet, Vec<FacetValue>)>,
    /// How many programs have how much of each quantity, under what was typed and every filter but its own limit.
    pub histograms: Vec<Arc<Histogram>>,
}

impl Results {
    /// The values of a facet.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.facets.iter().find(|(own, _)| *own == facet).map_or(&[], |(_, values)| values)
    }
}
