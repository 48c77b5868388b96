//! The map of programs as JSON, as a page and as a sheet: where each program lies, and the medians of the fields.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Range};
use crate::map::{Map, Median, Point, medians};

use super::{Block, Column, Table};

/// What `map --json` gives.
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
        "medians": medians(catalog, map).into_iter().map(median).collect::<Vec<_>>(),
    })
}

fn bounds(range: Range) -> Value {
    json!({"low": range.low, "high": range.high})
}

/// The map for people: what is not on it and what it rests on, where each program lies, and the medians of the fields.
pub fn map_page(catalog: &Catalog, map: &Map) -> Vec<Block> {
    let mut page: Vec<Block> = map.remarks().into_iter().map(Block::Text).collect();
    page.extend(Block::sheet("Where each program lies", map_table(catalog, map)));
    let words = medians(catalog, map).iter().map(|median| median.words(map.axis)).collect();
    page.extend(Block::list("The middle of each field", words));
    page
}

/// The map as a table: a range stands as it is, its middle is where a point is drawn.
pub fn map_table(catalog: &Catalog, map: &Map) -> Table {
    let mut table = Table::new(vec![
        Column::new("Id").least(30).whole(),
        Column::new("Title").least(16).goes(1),
        Column::new("Kind").least(4),
        Column::new(map.axis.unit()).right().least(6),
        Column::new("Hours").right().least(6),
    ]);
    for point in &map.points {
        let program = catalog.program(point.program);
        table.rows.push(vec![
            program.id.to_string(),
            program.title.to_string(),
            program.kind().short().to_owned(),
            point.across.to_string(),
            point.hours.to_string(),
        ]);
    }
    table
}
