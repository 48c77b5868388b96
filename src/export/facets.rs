//! Facets with their values and counts, as JSON.

use serde_json::{Map, Value, json};

use crate::catalog::Catalog;
use crate::page::FacetCounts;
use crate::search::FacetValue;

/// Returns the output of `facets --json`; `count` is the number of matching programs.
pub fn facets_json(catalog: &Catalog, count: usize, facets: &[FacetCounts]) -> Value {
    let value = |value: &FacetValue| json!({"value": value.value, "label": value.label, "count": value.count, "chosen": value.is_chosen});
    let facets: Map<String, Value> =
        facets.iter().map(|(facet, values)| (facet.slug().to_owned(), values.iter().map(value).collect())).collect();
    json!({"total": catalog.len(), "count": count, "facets": facets})
}
