//! The figures of a catalogue, and the problems of one that was refused, as JSON.

use serde_json::{Map, Value, json};

use crate::catalog::{Basis, Catalog, FactCount, Info, Problem, SHOWN_RULE};

use super::program::source_json;

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

fn sources_json(catalog: &Catalog, info: &Info) -> Value {
    let describe = |(source, shown): (&crate::catalog::Source, &usize)| {
        let mut described = source_json(source);
        described["shown"] = json!(shown);
        described
    };
    catalog.sources.iter().zip(&info.shown_by_source).map(describe).collect()
}

/// What `catalog check --json` gives.
pub fn problems_json(problems: &[Problem]) -> Value {
    let describe =
        |problem: &Problem| json!({"record": problem.record, "field": problem.field, "message": problem.message});
    json!({"ok": problems.is_empty(), "problems": problems.iter().map(describe).collect::<Vec<_>>()})
}
