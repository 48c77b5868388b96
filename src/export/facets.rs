//! Facets with their values and counts, as JSON and as a table.

use serde_json::{Map, Value, json};

use crate::catalog::Catalog;
use crate::search::{Facet, FacetValue};

use super::{Column, Table};

/// A facet with its values.
pub type FacetCounts = (Facet, Vec<FacetValue>);

/// What `facets --json` gives: of `total` programs in the catalogue `count` match.
pub fn facets_json(catalog: &Catalog, count: usize, facets: &[FacetCounts]) -> Value {
    let value = |value: &FacetValue| json!({"value": value.value, "label": value.label, "count": value.count, "chosen": value.is_chosen});
    let facets: Map<String, Value> =
        facets.iter().map(|(facet, values)| (facet.slug().to_owned(), values.iter().map(value).collect())).collect();
    json!({"total": catalog.len(), "count": count, "facets": facets})
}

/// Facets for people: one value a row, those chosen with a sign.
pub fn facets_table(facets: &[FacetCounts]) -> Table {
    let mut table = Table::new(vec![
        Column::new("Facet"),
        Column::new("Chosen").least(6),
        Column::new("Count").right().least(5),
        Column::new("Value").least(20),
    ]);
    for (facet, values) in facets {
        for value in values {
            let chosen = if value.is_chosen { "[x]" } else { "[ ]" };
            let label = value.label.clone();
            table.rows.push(vec![facet.label().to_owned(), chosen.to_owned(), value.count.to_string(), label]);
        }
    }
    table
}
