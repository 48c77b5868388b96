//! `show`, `compare` and `map` as scripts use them: every fact with its claims, and what differs.

use predicates::str::contains;

use crate::printed::{IBM, SCM, assert_fact, json, keys, out};
use crate::program;

#[test]
fn show_has_every_fact_all_claims_and_the_sources_of_them() {
    let program = json(&["show", SCM]);
    let listed = json(&["list", "supply", "chain"]);
    for key in keys(&listed["programs"][0]) {
        assert!(program.get(key).is_some(), "{key}");
    }
    let facts = program["facts"].as_object().unwrap();
    assert!(facts.len() > 24);
    for (key, fact) in facts {
        assert_fact(fact, key);
    }
    let prices = program["claims"]["price"].as_array().unwrap();
    assert_eq!(prices.len() as u64, program["price"]["others"].as_u64().unwrap() + 1);
    assert_eq!(prices[0]["value"], program["price"]["value"], "the shown claim stands first");
    let sources: Vec<&str> =
        program["sources"].as_array().unwrap().iter().map(|source| source["id"].as_str().unwrap()).collect();
    for claim in program["claims"].as_object().unwrap().values().flat_map(|claims| claims.as_array().unwrap()) {
        assert!(sources.contains(&claim["source"].as_str().unwrap()), "{claim}");
        assert!(claim["grade"].is_string());
    }
    for way in program["pathways"].as_array().unwrap() {
        assert!(sources.contains(&way["source"].as_str().unwrap()) && way["as_of"].is_string(), "{way}");
    }
    assert_eq!(program["course_list"].as_array().unwrap().len(), 6);
}

#[test]
fn show_prints_basis_source_and_date_in_every_format_for_people() {
    // A table marks each basis and explains the marks, and may wrap a title; lines of words name the basis.
    for (format, basis) in [("table", "~ worked out or estimated"), ("plain", "worked out"), ("md", "worked out")] {
        let text = out(&["show", SCM, "--format", format]);
        for word in ["18 months", "edX's program list", "2026-05-15", basis, "Fundamentals"] {
            assert!(text.contains(word), "{format}: {word}");
        }
        assert!(!text.contains('\u{1b}'), "{format}");
    }
}

#[test]
fn an_unknown_id_is_a_usage_error_with_what_may_have_been_meant() {
    program::command().args(["show", "mitx-suply-chain-management"]).assert().code(2).stdout("").stderr(contains(SCM));
    program::command().args(["show", "supply-chain"]).assert().code(2).stdout("").stderr(contains("supply-chain"));
    program::command().args(["show", "zzzzqqqq"]).assert().code(2).stderr(contains("prospectus list"));
    program::command().args(["compare", SCM, "ibm-data-scienc"]).assert().code(2).stdout("").stderr(contains(IBM));
}

#[test]
fn compare_marks_what_differs_and_prints_the_rest_on_demand() {
    let some = json(&["compare", SCM, IBM]);
    assert_eq!(some["programs"], serde_json::json!([SCM, IBM]));
    let rows = some["rows"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["differs"] == true));
    let all = json(&["compare", SCM, IBM, "--all"]);
    let all_rows = all["rows"].as_array().unwrap();
    assert!(all_rows.len() > rows.len());
    for row in all_rows {
        assert_eq!(keys(row), ["fact", "label", "cells", "differs", "best"]);
        for cell in row["cells"].as_array().unwrap() {
            assert_fact(cell, row["fact"].as_str().unwrap());
        }
        let is_cheap = ["price", "price_usd", "effort", "cost_per_hour"].contains(&row["fact"].as_str().unwrap());
        assert!(row["best"].is_null() || is_cheap, "{row}");
    }
    assert!(out(&["compare", SCM, IBM]).contains('≠'));
    assert!(!out(&["compare", SCM, IBM, "--ascii"]).contains('≠'));
}

#[test]
fn compare_takes_two_to_four_different_programs() {
    let four = [SCM, IBM, "harvardx-data-science", "ritx-project-management"];
    assert_eq!(json(&[&["compare"], four.as_slice()].concat())["programs"].as_array().unwrap().len(), 4);
    program::command().args(["compare", SCM]).assert().code(2).stdout("");
    program::command().args(["compare", SCM, SCM]).assert().code(2).stdout("").stderr(contains("twice"));
    program::command().args(["compare", "a", "b", "c", "d", "e"]).assert().code(2).stdout("");
}

#[test]
fn the_map_counts_every_program_and_gives_the_medians_of_the_fields() {
    let map = json(&["map", "supply chain", "--axis", "price"]);
    let list = json(&["list", "supply chain"]);
    let points = map["points"].as_array().unwrap().len() as u64;
    let missing = map["without_hours"].as_u64().unwrap() + map["without_value"].as_u64().unwrap();
    assert_eq!(points + missing, list["count"].as_u64().unwrap());
    assert!(map["points"][0]["price"]["low"].is_number() && map["points"][0]["hours"]["high"].is_number());
    assert!(map["medians"][0]["count"].as_u64().unwrap() > 0);
}
