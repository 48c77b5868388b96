//! The figures of a catalogue, and the problems of one that was refused, as JSON and as tables.

use serde_json::{Map, Value, json};

use crate::catalog::{Accuracy, Basis, Catalog, CheckReport, FactCount, Info, Problem, SHOWN_RULE, Survival};

use super::program::source_json;
use super::{Column, Table};

/// What `catalog info --json` gives.
pub fn info_json(catalog: &Catalog, info: &Info) -> Value {
    let kinds: Map<String, Value> =
        info.kinds.iter().map(|(status, kinds)| (status.slug().to_owned(), json!(kinds))).collect();
    let fields: Map<String, Value> = info.fields.iter().map(|(field, n)| (field.clone(), json!(n))).collect();
    let facts: Map<String, Value> =
        info.facts.iter().map(|count| (count.key.slug().to_owned(), fact_json(count))).collect();
    json!({
        "name": catalog.name.as_str(),
        "as_of": catalog.as_of.text(),
        "hash": catalog.hash(),
        "bytes": catalog.size_bytes(),
        "format": crate::catalog::FORMAT,
        "form": if catalog.is_compiled() { "compiled" } else { "json" },
        "programs": info.programs,
        "courses": catalog.course_count(),
        "institutions": catalog.institutions.len(),
        "kinds": kinds,
        "fields": fields,
        "without_field": info.without_field,
        "with_courses": info.with_courses,
        "pathways": info.pathways,
        "facts": facts,
        "survival": catalog.survivals().iter().map(survival_json).collect::<Vec<_>>(),
        "estimates": catalog.accuracy.iter().map(accuracy_json).collect::<Vec<_>>(),
        "shown_rule": SHOWN_RULE,
        "sources": sources_json(catalog, info),
    })
}

fn fact_json(count: &FactCount) -> Value {
    let by_basis: Map<String, Value> = Basis::ALL
        .iter()
        .filter_map(|basis| count.by_basis.get(basis).map(|n| (basis.slug().to_owned(), json!(n))))
        .collect();
    json!({"known": count.known, "claims": count.claims, "by_basis": by_basis})
}

/// How well estimates hold: the share of known programs inside the range made without them, and its median width.
fn accuracy_json(accuracy: &Accuracy) -> Value {
    let rounded = |value: f64, places: i32| (value * 10.0_f64.powi(places)).round() / 10.0_f64.powi(places);
    json!({
        "of": accuracy.of.slug(),
        "known": accuracy.count,
        "inside": accuracy.inside,
        "share": rounded(accuracy.share(), 3),
        "median_width": rounded(accuracy.width, 2),
    })
}

fn sources_json(catalog: &Catalog, info: &Info) -> Value {
    let describe = |(source, shown): (&crate::catalog::Source, &usize)| {
        let mut described = source_json(source);
        described["shown"] = json!(shown);
        described
    };
    catalog.sources.iter().zip(&info.shown_by_source).map(describe).collect()
}

/// The figures for people: a heading and a table for each part.
pub fn info_tables(catalog: &Catalog, info: &Info) -> Vec<(String, Table)> {
    vec![
        ("Catalogue".to_owned(), overview(catalog, info)),
        ("Programs by status and kind".to_owned(), kinds(info)),
        ("Programs by field".to_owned(), fields(info)),
        ("What is known of them".to_owned(), facts(info)),
        ("Still offered".to_owned(), survivals(catalog)),
        ("Estimates, each known program left out in turn".to_owned(), estimates(catalog)),
        ("Sources".to_owned(), sources(catalog, info)),
    ]
}

/// How many programs of a kind that stood in an older list are still offered.
pub(super) fn survival_json(survival: &Survival) -> Value {
    let (low, high) = survival.interval();
    let rounded = |share: f64| (share * 1000.0).round() / 1000.0;
    json!({
        "kind": survival.kind.slug(),
        "from": survival.from.text(),
        "to": survival.to.text(),
        "listed": survival.listed,
        "offered": survival.offered,
        "share": rounded(survival.share()),
        "low": rounded(low),
        "high": rounded(high),
    })
}

fn survivals(catalog: &Catalog) -> Table {
    let mut table = Table::new(vec![
        Column::new("Kind"),
        Column::new("Listed").right(),
        Column::new("As of"),
        Column::new("Still offered").right(),
        Column::new("Share, 95 % interval"),
    ]);
    let percent = |share: f64| (share * 100.0).round();
    let row = |survival: &Survival| {
        let (low, high) = survival.interval();
        vec![
            survival.kind.name().to_owned(),
            survival.listed.to_string(),
            survival.from.text().to_owned(),
            survival.offered.to_string(),
            format!("{} % ({} to {} %)", percent(survival.share()), percent(low), percent(high)),
        ]
    };
    table.rows = catalog.survivals().iter().map(row).collect();
    table
}

fn overview(catalog: &Catalog, info: &Info) -> Table {
    let mut table = Table::new(vec![Column::new("What"), Column::new("Value").least(24).wrapping()]);
    let rows = [
        ("Name", catalog.name.to_string()),
        ("As of", catalog.as_of.text().to_owned()),
        ("Programs", info.programs.to_string()),
        ("Courses", catalog.course_count().to_string()),
        ("Institutions", catalog.institutions.len().to_string()),
        ("Pathways", info.pathways.to_string()),
        ("With courses", info.with_courses.to_string()),
        ("Read from", if catalog.is_compiled() { "its compiled form" } else { "its JSON" }.to_owned()),
        ("Hash", catalog.hash()),
        ("Rule", SHOWN_RULE.to_owned()),
    ];
    table.rows = rows.into_iter().map(|(what, value)| vec![what.to_owned(), value]).collect();
    table
}

fn kinds(info: &Info) -> Table {
    let mut table = Table::new(vec![Column::new("Status"), Column::new("Kind"), Column::new("Programs").right()]);
    for (status, kinds) in &info.kinds {
        for (kind, n) in kinds {
            table.rows.push(vec![status.slug().to_owned(), kind.clone(), n.to_string()]);
        }
    }
    table
}

fn fields(info: &Info) -> Table {
    let mut table = Table::new(vec![Column::new("Field").least(20), Column::new("Programs").right()]);
    table.rows = info.fields.iter().map(|(field, n)| vec![field.clone(), n.to_string()]).collect();
    table.rows.push(vec!["unknown".to_owned(), info.without_field.to_string()]);
    table
}

fn facts(info: &Info) -> Table {
    let mut columns = vec![Column::new("Fact"), Column::new("Known").right().least(5)];
    columns.extend(Basis::ALL.iter().map(|basis| Column::new(basis.slug()).right().goes(1)));
    columns.push(Column::new("Unknown").right().least(7));
    columns.push(Column::new("Claims").right().least(6));
    let mut table = Table::new(columns);
    for count in &info.facts {
        let mut row = vec![count.key.slug().to_owned(), count.known.to_string()];
        row.extend(Basis::ALL.iter().map(|basis| count.by_basis.get(basis).copied().unwrap_or_default().to_string()));
        row.extend([(info.programs - count.known).to_string(), count.claims.to_string()]);
        table.rows.push(row);
    }
    table
}

fn estimates(catalog: &Catalog) -> Table {
    let mut table = Table::new(vec![
        Column::new("Estimates of").least(20).wrapping(),
        Column::new("Known").right(),
        Column::new("Inside").right(),
        Column::new("Share").right(),
        Column::new("High / low").right(),
    ]);
    let row = |accuracy: &Accuracy| {
        let (known, inside) = (accuracy.count.to_string(), accuracy.inside.to_string());
        let share = format!("{:.0} %", accuracy.share() * 100.0);
        vec![accuracy.of.name().to_owned(), known, inside, share, format!("{:.1}", accuracy.width)]
    };
    table.rows = catalog.accuracy.iter().map(row).collect();
    table
}

fn sources(catalog: &Catalog, info: &Info) -> Table {
    let mut table = Table::new(vec![
        Column::new("Id").least(20),
        Column::new("As of").goes(3),
        Column::new("Shown").right().least(5),
        Column::new("Licence").least(16).wrapping().goes(2),
        Column::new("Title").least(20).wrapping(),
    ]);
    for (source, shown) in catalog.sources.iter().zip(&info.shown_by_source) {
        table.rows.push(vec![
            source.id.to_string(),
            source.as_of.text().to_owned(),
            shown.to_string(),
            source.licence.to_string(),
            source.title.to_string(),
        ]);
    }
    table
}

/// What `catalog check --json` gives of a catalogue that keeps every rule.
pub fn check_json(report: &CheckReport) -> Value {
    let describe =
        |problem: &Problem| json!({"record": problem.record, "field": problem.field, "message": problem.message});
    json!({"ok": true, "problems": [], "warnings": report.warnings.iter().map(describe).collect::<Vec<_>>()})
}

/// What `catalog check --json` gives of one that breaks some.
pub fn problems_json(problems: &[Problem]) -> Value {
    let describe =
        |problem: &Problem| json!({"record": problem.record, "field": problem.field, "message": problem.message});
    json!({"ok": problems.is_empty(), "problems": problems.iter().map(describe).collect::<Vec<_>>()})
}
