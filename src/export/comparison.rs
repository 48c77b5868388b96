//! Programs side by side, as JSON and as a sheet.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Program};
use crate::compare::{Comparison, RowKey, cost_per_hour};

use super::Sheet;
use super::program::{comparable_json, cost_json, fact_json};

/// Returns the output of `compare --json`: the ids, and for each fact a row with a fact object per program.
pub fn comparison_json(catalog: &Catalog, comparison: &Comparison<'_>) -> Value {
    let programs: Vec<&str> = comparison.programs.iter().map(|ix| catalog.program(*ix).id.as_str()).collect();
    let rows = comparison.rows.iter().map(|row| {
        let cells = comparison.programs.iter().map(|ix| cell_json(catalog, catalog.program(*ix), row.key));
        json!({
            "fact": row.key.slug(),
            "label": row.label(),
            "cells": cells.collect::<Vec<_>>(),
            "differs": row.differs(),
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

/// Returns the comparison as a sheet: the value and basis for each program, and whether the row differs.
pub fn comparison_sheet(catalog: &Catalog, comparison: &Comparison<'_>) -> Sheet {
    let mut titles = vec!["fact".to_owned(), "differs".to_owned(), "best".to_owned()];
    for ix in &comparison.programs {
        let id = &catalog.program(*ix).id;
        titles.extend([id.to_string(), format!("{id} basis")]);
    }
    let mut sheet = Sheet { titles, rows: Vec::new() };
    for row in &comparison.rows {
        let best = row.best.map(|place| catalog.program(comparison.programs[place]).id.to_string());
        let mut cells = vec![row.key.slug().to_owned(), row.differs().to_string(), best.unwrap_or_default()];
        cells.extend(row.cells.iter().flat_map(|cell| [cell.text.clone(), cell.basis().to_owned()]));
        sheet.rows.push(cells);
    }
    sheet
}
