//! The results of a view as one value: independent of the index, and movable between threads. Everything drawn comes
//! from it, so that the list, the counts and the highlights never disagree.

use std::sync::Arc;

use super::counts::Counts;
use super::filter::{Chip, Facet, FacetValue};
use super::histogram::Histogram;
use super::hits::Hits;
use super::view::View;

/// The answer to a view.
#[derive(Clone, Debug, Default)]
pub struct Results {
    /// The view that was requested.
    pub view: View,
    /// The query without the fields that became filters.
    pub words: String,
    /// The filters as chips, including those from the query.
    pub chips: Vec<Chip>,
    /// The programs, in order.
    pub hits: Hits,
    pub(super) counts: Arc<Counts>,
}

impl Results {
    /// Returns the facets in their order, each with its values: by descending count and then label, or in natural order
    /// for levels, statuses and credit. Counts are under the query and the other facets. Values that no program has are
    /// left out unless chosen or excluded. The first call counts them.
    pub fn facets(&self) -> &[(Facet, Vec<FacetValue>)] {
        &self.counts.made().facets
    }

    /// Returns the distribution of each quantity, under the query and every filter except its own limit.
    pub fn histograms(&self) -> &[Arc<Histogram>] {
        &self.counts.made().histograms
    }

    /// Returns the values of a facet.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.facets().iter().find(|(own, _)| *own == facet).map_or(&[], |(_, values)| values)
    }
}

/// Equal if everything that they show is equal.
impl PartialEq for Results {
    fn eq(&self, other: &Self) -> bool {
        (&self.view, &self.words, &self.chips, &self.hits) == (&other.view, &other.words, &other.chips, &other.hits)
            && self.facets() == other.facets()
            && self.histograms() == other.histograms()
    }
}
