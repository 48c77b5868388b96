//! The guide as JSON and as tables, with what was measured on the loaded catalogue beside the rows it bears on.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Kind};
use crate::guide::{Guide, Measured, Question};

use super::listing::catalog_json;
use super::{Column, Table};

/// What `guide --json` gives: the guide, then the medians of every kind with the number of programs they rest on.
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

/// The guide for people: a heading and a table for each part.
pub fn guide_tables(catalog: &Catalog, guide: &Guide, measured: &[Measured]) -> Vec<(String, Table)> {
    let date = catalog.as_of.text();
    vec![
        ("The two kinds side by side".to_owned(), guide_rows(guide)),
        (format!("Measured on {} of {date}, current programs", catalog.name), medians(measured)),
        (
            "When to choose which".to_owned(),
            pairs(["Id", "When", "Choose"], &guide.rules, |rule| [&rule.id, &rule.when, &rule.choose]),
        ),
        ("What it costs you".to_owned(), trade_offs(guide)),
        ("Frequent questions".to_owned(), questions(guide)),
        ("Evidence: are they recognised, are they worth it".to_owned(), evidence(guide)),
        (
            "What was found when claims were checked".to_owned(),
            pairs(["Id", "Claim", "Finding"], &guide.flags, |flag| [&flag.id, &flag.about, &flag.finding]),
        ),
    ]
}

/// The kinds side by side, each row with how far it holds.
pub fn guide_rows(guide: &Guide) -> Table {
    let mut table = Table::new(vec![
        Column::new("Id").least(3),
        Column::new("Row").least(10).wrapping(),
        Column::new(Kind::ProfessionalCertificate.name()).least(16).wrapping(),
        Column::new(Kind::MicroMasters.name()).least(16).wrapping(),
        Column::new("Holds").least(12).wrapping(),
        Column::new("Because").least(16).wrapping(),
    ]);
    for row in &guide.rows {
        let see = if row.see.is_empty() { String::new() } else { format!(" [{}]", row.see.join(", ")) };
        let note = format!("{}{see}", row.note.as_deref().unwrap_or_default());
        let cells = [&row.id, &row.row, &row.professional_certificate, &row.micromasters, &row.flag, &note];
        table.rows.push(cells.into_iter().cloned().collect());
    }
    table
}

fn medians(measured: &[Measured]) -> Table {
    let mut table = Table::new(vec![
        Column::new("Row").least(3),
        Column::new("Kind").least(12),
        Column::new("Measured").least(24).wrapping(),
    ]);
    let mut measured: Vec<&Measured> = measured.iter().collect();
    measured.sort_by_key(|measured| (measured.measure.row(), measured.measure.fact()));
    for measured in measured {
        table.rows.push(vec![measured.measure.row().to_owned(), measured.kind.name().to_owned(), measured.words()]);
    }
    table
}

/// Each question with its answer and the studies that bear on it.
fn questions(guide: &Guide) -> Table {
    let mut table = Table::new(vec![
        Column::new("Id").least(4),
        Column::new("Question").least(24).wrapping(),
        Column::new("Answer").least(24).wrapping(),
        Column::new("Evidence").least(8).wrapping(),
    ]);
    let row =
        |item: &Question| vec![item.id.clone(), item.question.clone(), item.answer.clone(), item.evidence.join(", ")];
    table.rows = guide.questions.iter().map(row).collect();
    table
}

fn evidence(guide: &Guide) -> Table {
    let mut table = Table::new(vec![
        Column::new("Id").least(3),
        Column::new("Finding").least(24).wrapping(),
        Column::new("Who, where, when, and how strong").least(24).wrapping(),
    ]);
    table.rows = guide.evidence.iter().map(|item| vec![item.id.clone(), item.finding.clone(), item.basis()]).collect();
    table
}

fn trade_offs(guide: &Guide) -> Table {
    let mut table = Table::new(vec![Column::new("Id").least(3), Column::new("Trade-off").least(24).wrapping()]);
    table.rows = guide.trade_offs.iter().map(|item| vec![item.id.clone(), item.text.clone()]).collect();
    table
}

fn pairs<T>(titles: [&str; 3], items: &[T], cells: impl Fn(&T) -> [&String; 3]) -> Table {
    let [id, first, second] = titles;
    let mut table = Table::new(vec![
        Column::new(id).least(4),
        Column::new(first).least(24).wrapping(),
        Column::new(second).least(24).wrapping(),
    ]);
    table.rows = items.iter().map(|item| cells(item).into_iter().cloned().collect()).collect();
    table
}
