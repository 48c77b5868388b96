//! Facets with their values and counts, as a table.

use crate::search::{Facet, FacetValue};

use super::{Column, Table};

/// A facet with its values.
pub type FacetCounts = (Facet, Vec<FacetValue>);

/// Returns a table with one facet value per row; chosen values are marked.
pub fn facets(facets: &[FacetCounts]) -> Table {
    let columns = vec![
        Column::new("Facet"),
        Column::new("Chosen").least(6),
        Column::new("Count").right().least(5),
        Column::new("Value").least(20),
    ];
    let rows = facets.iter().flat_map(|(facet, values)| values.iter().map(|value| row(*facet, value)));
    Table::new("How many programs each choice leaves", columns).rows(rows)
}

fn row(facet: Facet, value: &FacetValue) -> [String; 4] {
    let chosen = if value.is_chosen { "[x]" } else { "[ ]" };
    [facet.label().to_owned(), chosen.to_owned(), value.count.to_string(), value.label.clone()]
}
