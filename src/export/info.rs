//! The statistics of a catalogue, and the problems of a rejected one, as JSON.

use serde_json::{Map, Value, json};

use crate::catalog::{Accuracy, Basis, Catalog, CheckReport, FactCount, Info, Problem, SHOWN_RULE, Survival};

use super::program::source_json;

/// Returns the output of `catalog info --json`.
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

/// Returns the accuracy of estimates: the share of known programs that lie within the range estimated without them, and
/// the median width of that range.
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

/// Returns how many programs of a kind from an older list are still offered.
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

fn sources_json(catalog: &Catalog, info: &Info) -> Value {
    let describe = |(source, shown): (&crate::catalog::Source, &usize)| {
        let mut described = source_json(source);
        described["shown"] = json!(shown);
        described
    };
    catalog.sources.iter().zip(&info.shown_by_source).map(describe).collect()
}

/// Returns the output of `catalog check --json` for a valid catalogue.
pub fn check_json(report: &CheckReport) -> Value {
    let describe =
        |problem: &Problem| json!({"record": problem.record, "field": problem.field, "message": problem.message});
    json!({"ok": true, "problems": [], "warnings": report.warnings.iter().map(describe).collect::<Vec<_>>()})
}

/// Returns the output of `catalog check --json` for an invalid catalogue.
pub fn problems_json(problems: &[Problem]) -> Value {
    let describe =
        |problem: &Problem| json!({"record": problem.record, "field": problem.field, "message": problem.message});
    json!({"ok": problems.is_empty(), "problems": problems.iter().map(describe).collect::<Vec<_>>()})
}
