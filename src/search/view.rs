//! A request to the catalogue, as a value.

use super::filter::Filters;
use super::sort::Sort;

/// A request to the catalogue: query, filters and order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct View {
    /// The query as typed.
    pub query: String,
    /// The chosen facet values and limits.
    pub filters: Filters,
    /// The order of the hits.
    pub sort: Sort,
}
