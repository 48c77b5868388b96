//! Kept decisions: a document with all inputs of a result, so that the result can be recomputed elsewhere and compared
//! byte by byte.

use std::hash::Hasher;

use serde_json::{Map, Value, json};
use twox_hash::XxHash3_64;

use crate::advise::{Advice, Adviser, Outcome, Settings};
use crate::catalog::Catalog;
use crate::export::advice::result_json;
use crate::export::scales_json;
use crate::keep::notebook::{Notebook, Record};
use crate::page::{Block, Column, Page, Part, Spoken, Table, outcome_name};
use crate::search::Unknowns;

/// The version of the document's format.
const VERSION: u64 = 1;

/// Returns a decision as a document: the answers and weights, the catalogue, and the result.
pub fn decision_json(catalog: &Catalog, adviser: &Adviser, advice: &Advice) -> Map<String, Value> {
    let (answers, settings) = (&advice.asked.answers, &advice.asked.settings);
    let result = result_json(advice, &adviser.explainer(catalog, &advice.asked));
    let weights = scales_json(adviser.questionnaire());
    let (answers, given) = (answers.to_json(), settings_json(settings));
    let document = json!({
        "decision": VERSION,
        "kept": settings.as_of.to_string(),
        "input_hashes": {"answers": input_hash(&answers), "settings": input_hash(&given)},
        "answers": answers,
        "settings": given,
        "weights": weights,
        "catalog": {"name": catalog.name.as_str(), "as_of": catalog.as_of.text(), "hash": catalog.hash()},
        "engine": env!("CARGO_PKG_VERSION"),
        "result_hash": hash(&result),
        "result": result,
    });
    if let Value::Object(document) = document { document } else { Map::new() }
}

fn settings_json(settings: &Settings) -> Value {
    json!({
        "as_of": settings.as_of.to_string(),
        "older": settings.include_older,
        "unknown": if settings.unknowns == Unknowns::Keep { "keep" } else { "drop" },
        "presumption": settings.presume_no_credit,
        "lift": settings.lifted.iter().map(|question| question.slug()).collect::<Vec<_>>(),
        "top": settings.shown,
    })
}

/// Returns the hash of a JSON value in its printed form.
fn hash(value: &Value) -> String {
    let mut hasher = XxHash3_64::with_seed(0);
    hasher.write(format!("{value:#}").as_bytes());
    format!("{:016x}", hasher.finish())
}

/// Returns the hash of an input. The order of its keys does not matter, because another program may have rewritten the
/// file.
pub(super) fn input_hash(input: &Value) -> String {
    let mut sorted = input.clone();
    sorted.sort_all_objects();
    hash(&sorted)
}

/// Returns all decisions as JSON.
pub fn decisions_json(catalog: &Catalog, notebook: &Notebook) -> Value {
    let record = |(record, number): (&Record, usize)| {
        let document = &record.document;
        json!({
            "number": number,
            "id": record.id,
            "kept": document["kept"],
            "profile": name(notebook, record),
            "outcome": document["result"]["outcome"],
            "first": document["result"]["programs"][0]["id"],
            "catalog": document["catalog"],
            "same_catalog": document["catalog"]["hash"] == catalog.hash(),
            "engine": document["engine"],
            "note": record.note.text(),
        })
    };
    json!({"records": notebook.records.iter().zip(1..).map(record).collect::<Vec<_>>()})
}

fn name(notebook: &Notebook, record: &Record) -> Option<String> {
    notebook.profile(&record.profile).and_then(|profile| profile.name.clone())
}

/// Returns all decisions as a table.
pub fn decisions_table(notebook: &Notebook) -> Table {
    let mut table = Table::new(
        "Saved decisions",
        vec![
            Column::new("No.").right().least(3).spoken(Spoken::Counted),
            Column::new("Kept").least(10),
            Column::new("For").least(6).goes(2),
            Column::new("Subject").least(12).wrapping().goes(3),
            Column::new("Result").least(20).wrapping(),
            Column::new("Catalogue").least(12).wrapping().goes(1),
            Column::new("Note").least(12).wrapping(),
        ],
    );
    for (record, number) in notebook.records.iter().zip(1..) {
        let document = &record.document;
        let first = document["result"]["programs"][0]["title"].as_str();
        table.push([
            format!("{number}"),
            record.kept().to_owned(),
            name(notebook, record).unwrap_or_default(),
            subject(document),
            first.map_or_else(|| outcome_words(document), str::to_owned),
            catalog_words(document),
            record.note.line(),
        ]);
    }
    table
}

/// Returns the answer for the field as it was typed; empty if there is none.
fn subject(document: &Value) -> String {
    document["answers"]["field"].as_str().unwrap_or_default().to_owned()
}

/// Returns the outcome in words; an outcome of a newer version is returned unchanged.
fn outcome_words(document: &Value) -> String {
    let slug = document["result"]["outcome"].as_str().unwrap_or_default();
    let known = Outcome::ALL.into_iter().find(|outcome| outcome.slug() == slug);
    known.map_or_else(|| slug.to_owned(), |outcome| outcome_name(outcome).to_owned())
}

fn catalog_words(document: &Value) -> String {
    let text = |key: &str| document["catalog"][key].as_str().unwrap_or_default();
    format!("{}, {}", text("name"), text("as_of"))
}

/// Returns a decision as a page: its result, the note and the answers, and last what it was made from.
pub fn decision_page(record: &Record) -> Page {
    let document = &record.document;
    let told = document["result"]["told"].as_array().into_iter().flatten();
    let told = told.filter_map(|told| told["sentence"].as_str());
    let programs = document["result"]["programs"].as_array().into_iter().flatten();
    let program = |program: &Value| {
        let text = |key: &str| program[key].as_str().unwrap_or_default().to_owned();
        format!("{}. {} ({})", program["rank"], text("title"), text("id"))
    };
    let outcome = outcome_words(document);
    let made = format!(
        "Kept on {}, from the catalogue {} (checksum {}), by prospectus {}.",
        record.kept(),
        catalog_words(document),
        document["catalog"]["hash"].as_str().unwrap_or_default(),
        document["engine"].as_str().unwrap_or_default(),
    );
    let title = format!("Decision of {}", record.kept());
    let mut page = Page::new(vec![Block::Title(title.into())]);
    page.section(Part::Lead, format!("The result: {outcome}"), vec![Block::items(programs.map(program))]);
    page.section(Part::Rest, "Note", vec![Block::items(record.note.text().lines())]);
    page.section(Part::Rest, "The answers", vec![Block::items(told)]);
    page.section(Part::Sources, "What it was made from", vec![Block::Text(made)]);
    page
}
