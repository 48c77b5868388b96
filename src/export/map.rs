//! The map as JSON: the coordinates of each program and the medians of the fields.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Range};
use crate::map::{Map, Median, Point, medians};

/// Returns the output of `map --json`.
pub fn map_json(catalog: &Catalog, map: &Map) -> Value {
    let axis = map.axis.slug();
    let point = |point: &Point| {
        let program = catalog.program(point.program);
        json!({
            "id": program.id.as_str(),
            "title": program.title.as_str(),
            "kind": program.kind().slug(),
            axis: bounds(point.across),
            "hours": bounds(point.hours),
        })
    };
    let median = |median: &Median| json!({"field": median.field, axis: median.across, "hours": median.hours, "count": median.count});
    json!({
        "axis": axis,
        "points": map.points.iter().map(point).collect::<Vec<_>>(),
        "estimated_hours": map.estimated,
        "without_hours": map.without_hours,
        "without_value": map.without_value,
        "medians": medians(map).into_iter().map(median).collect::<Vec<_>>(),
    })
}

fn bounds(range: Range) -> Value {
    json!({"low": range.low, "high": range.high})
}
