//! The counts of a view: how many programs have each facet value and each range of a quantity. They are computed on
//! first use, because most keystrokes show none of them.

use std::sync::{Arc, OnceLock};

use super::columns::{Columns, Sifted};
use super::filter::{Facet, FacetValue, Filters};
use super::front::Front;
use super::histogram::Histogram;
use super::limits::Quantity;

/// The counts of a view.
#[derive(Debug, Default)]
pub(super) struct Counts {
    made: OnceLock<Made>,
    from: Option<(Arc<Columns>, Filters, Tallies)>,
}

/// What the counts are computed from.
#[derive(Debug)]
pub(super) enum Tallies {
    /// The programs to be counted.
    Of(Box<Sifted>),
    /// The stored numbers of the front page.
    Stored(Arc<Front>),
}

/// The counts, once computed.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// The facets in their order, each with its values.
    pub(super) facets: Vec<(Facet, Vec<FacetValue>)>,
    /// The distribution of each quantity.
    pub(super) histograms: Vec<Arc<Histogram>>,
}

impl Counts {
    /// The counts under some filters.
    pub(super) fn of(columns: &Arc<Columns>, filters: Filters, tallies: Tallies) -> Self {
        Self { made: OnceLock::new(), from: Some((Arc::clone(columns), filters, tallies)) }
    }

    /// Every value of a facet in the catalogue, without counts.
    pub(super) fn every_value(&self, facet: Facet) -> Vec<FacetValue> {
        self.from.as_ref().map_or_else(Vec::new, |(columns, filters, _)| columns.uncounted(facet, filters))
    }

    /// Computes the counts, unless that was done before.
    pub(super) fn made(&self) -> &Made {
        self.made.get_or_init(|| match &self.from {
            Some((columns, filters, tallies)) => made(columns, filters, tallies),
            None => Made::default(),
        })
    }
}

fn made(columns: &Columns, filters: &Filters, tallies: &Tallies) -> Made {
    let of_facet = |facet: Facet| match tallies {
        Tallies::Of(sifted) => columns.listed(facet, filters, &columns.count(facet, sifted)),
        Tallies::Stored(front) => columns.listed(facet, filters, &front.facets[facet as usize]),
    };
    let of_quantity = |quantity: Quantity| match tallies {
        Tallies::Of(sifted) => columns.histogram(quantity, &filters.limits, &columns.count_ranges(quantity, sifted)),
        Tallies::Stored(front) => columns.histogram(quantity, &filters.limits, &front.ranges[quantity as usize]),
    };
    Made {
        facets: Facet::ALL.into_iter().map(|facet| (facet, of_facet(facet))).collect(),
        histograms: Quantity::ALL.into_iter().map(|quantity| Arc::new(of_quantity(quantity))).collect(),
    }
}
