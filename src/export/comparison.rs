//! Programs side by side as JSON, as a table for people and as a sheet for a spreadsheet.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Program};
use crate::compare::{Comparison, Row, RowKey, cost_per_hour};

use super::program::{comparable_json, cost_json, fact_json};
use super::{Column, Table, Wording};

/// What `compare --json` gives: the ids, and a row for each fact with a fact object for each program.
pub fn comparison_json(catalog: &Catalog, comparison: &Comparison<'_>) -> Value {
    let programs: Vec<&str> = comparison.programs.iter().map(|ix| catalog.program(*ix).id.as_str()).collect();
    let rows = comparison.rows.iter().map(|row| {
        let cells = comparison.programs.iter().map(|ix| cell_json(catalog, catalog.program(*ix), row.key));
        json!({
            "fact": row.key.slug(),
            "label": row.label(),
            "cells": cells.collect::<Vec<_>>(),
            "differs": row.differs,
            "best": row.best,
        })
    });
    json!({"programs": programs, "rows": rows.collect::<Vec<_>>()})
}

fn cell_json(catalog: &Catalog, program: &Program, key: RowKey) -> Value {
    match key {
        RowKey::Fact(key) => fact_json(catalog, program, key),
        RowKey::PriceInDollars => comparable_json(catalog, program),
        RowKey::CostPerHour => cost_json(catalog, cost_per_hour(program)),
    }
}

/// The comparison for people: a sign before what differs, the word `best` beside what is surely least.
pub fn comparison_table(catalog: &Catalog, comparison: &Comparison<'_>, wording: Wording) -> Table {
    let mut columns = vec![Column::new("").least(1), Column::new("Fact").least(4)];
    let mut ids = vec![String::new(), "Id".to_owned()];
    for ix in &comparison.programs {
        let program = catalog.program(*ix);
        columns.push(Column::new(program.title.as_str()).least(18).wrapping());
        ids.push(program.id.to_string());
    }
    let mut table = Table::new(columns);
    table.rows.push(ids);
    for row in &comparison.rows {
        let sign = match wording {
            Wording::Marked if row.differs => "≠",
            Wording::Marked => "=",
            Wording::Spoken if row.differs => "differs",
            Wording::Spoken => "equal",
        };
        let mut cells = vec![sign.to_owned(), row.label().to_owned()];
        cells.extend((0..row.cells.len()).map(|place| cell_words(row, place, wording)));
        table.rows.push(cells);
    }
    table
}

fn cell_words(row: &Row<'_>, place: usize, wording: Wording) -> String {
    let words = wording.of(&row.cells[place]);
    if row.best == Some(place) { format!("{words} (best)") } else { words }
}

/// The comparison as lines: each fact, whether it differs, and the value of each program.
pub fn comparison_words(catalog: &Catalog, comparison: &Comparison<'_>) -> String {
    let mut lines = Vec::new();
    for (ix, number) in comparison.programs.iter().zip(1..) {
        let program = catalog.program(*ix);
        lines.push(format!("Program {number}: {}, id {}", program.title, program.id));
    }
    for row in &comparison.rows {
        let differs = if row.differs { "differs" } else { "equal" };
        lines.push(format!("\n{}: {differs}", row.label()));
        for place in 0..row.cells.len() {
            lines.push(format!("Program {}: {}", place + 1, cell_words(row, place, Wording::Spoken)));
        }
    }
    lines.join("\n") + "\n"
}

/// The comparison for a spreadsheet: value and basis of every program, and whether the row differs.
pub fn comparison_sheet(catalog: &Catalog, comparison: &Comparison<'_>) -> Table {
    let mut titles = vec!["fact".to_owned(), "differs".to_owned(), "best".to_owned()];
    for ix in &comparison.programs {
        let id = &catalog.program(*ix).id;
        titles.extend([id.to_string(), format!("{id} basis")]);
    }
    let mut table = Table::new(titles.into_iter().map(Column::new).collect());
    for row in &comparison.rows {
        let best = row.best.map(|place| catalog.program(comparison.programs[place]).id.to_string());
        let mut cells = vec![row.key.slug().to_owned(), row.differs.to_string(), best.unwrap_or_default()];
        cells.extend(row.cells.iter().flat_map(|cell| [cell.text.clone(), cell.basis().to_owned()]));
        table.rows.push(cells);
    }
    table
}
