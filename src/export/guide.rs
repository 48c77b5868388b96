//! The guide as JSON, together with the figures measured on the loaded catalogue.

use serde_json::{Value, json};

use crate::catalog::Catalog;
use crate::guide::{Guide, Measured};

use super::listing::catalog_json;

/// Returns the output of `guide --json`: the guide, and the medians of every kind with the
/// number of programs behind them.
pub fn guide_json(catalog: &Catalog, guide: &Guide, measured: &[Measured]) -> Value {
    let medians = measured.iter().map(|measured| {
        json!({
            "row": measured.measure.row(),
            "kind": measured.kind.slug(),
            "fact": measured.measure.fact(),
            "unit": measured.measure.unit(),
            "on_record": measured.on_record,
            "with_estimates": measured.with_estimates,
        })
    });
    json!({
        "rows": guide.rows,
        "measured": medians.collect::<Vec<_>>(),
        "rules": guide.rules,
        "trade_offs": guide.trade_offs,
        "evidence": guide.evidence,
        "questions": guide.questions,
        "flags": guide.flags,
        "catalog": catalog_json(catalog),
    })
}
