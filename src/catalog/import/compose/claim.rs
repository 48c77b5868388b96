//! Claims on their way into a record: which ones the record has already, which contradict each other, and how
//! contradictions are reported.

use serde_json::{Map, Value};

use super::Item;
use crate::catalog::Basis;
use crate::catalog::import::identity::Identity;

/// The facts whose contradictions are worth reporting.
const CHECKED: [&str; 12] = [
    "kind",
    "institutions",
    "level",
    "languages",
    "status",
    "courses",
    "length",
    "effort",
    "workload",
    "price",
    "platform",
    "weeks",
];

/// A contradiction between two values of one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Conflict {
    /// The record that disagrees.
    pub(in super::super) record: u32,
    pub(in super::super) field: &'static str,
    /// Both values, as a sentence without a full stop.
    pub(in super::super) reason: String,
}

/// A claim that is about to be written.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    pub(super) record: u32,
    pub(super) as_of: String,
    pub(super) source: String,
    pub(super) value: String,
    pub(super) basis: Basis,
    pub(super) json: String,
}

/// A claim that keeps its own source and date.
pub(super) fn as_written(record: u32, value: &str) -> Claim {
    let json = format!("{{{value}}}");
    let parsed: Value = serde_json::from_str(&json).unwrap_or_default();
    let member = |key: &str| parsed.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let basis = Basis::from_slug(&member("basis")).unwrap_or(Basis::Stated);
    Claim { record, as_of: member("as_of"), source: member("source"), value: value.to_owned(), basis, json }
}

/// A claim without the note of where it was read, because the same file may be read from another place.
pub(super) fn placeless(claim: &Value) -> Value {
    let mut claim = claim.clone();
    if let Some(map) = claim.as_object_mut() {
        map.remove("note");
    }
    claim
}

/// The members of a claim that make up its value.
fn value_of(claim: &Value) -> Map<String, Value> {
    let mut value = claim.as_object().cloned().unwrap_or_default();
    for key in ["basis", "source", "as_of", "grade", "note"] {
        value.remove(key);
    }
    value
}

/// Finds a contradiction: two different values of one fact, both about the program itself. Amounts in different
/// currencies, or for different things, do not contradict each other.
fn contradictions(field: &'static str, written: &[Value], claims: &[Claim]) -> Option<Conflict> {
    let is_about_it = |claim: &Value| {
        !matches!(claim.get("basis").and_then(Value::as_str), Some("estimated" | "presumed" | "inferred"))
    };
    let new: Vec<(u32, Value)> =
        claims.iter().filter_map(|claim| Some((claim.record, serde_json::from_str(&claim.json).ok()?))).collect();
    let new: Vec<&(u32, Value)> = new.iter().filter(|(_, claim)| is_about_it(claim)).collect();
    let shown =
        new.first().map(|(_, claim)| claim).into_iter().chain(written.iter().filter(|claim| is_about_it(claim)));
    let shown: Vec<Map<String, Value>> = shown.map(value_of).collect();
    for (record, claim) in new.iter().rev() {
        let value = value_of(claim);
        let differs = |other: &&Map<String, Value>| {
            **other != value && ["currency", "what"].iter().all(|key| other.get(*key) == value.get(*key))
        };
        if let Some(other) = shown.iter().find(differs) {
            let reason = format!("{field} is {} and {}", in_words(&value), in_words(other));
            return Some(Conflict { record: *record, field, reason });
        }
    }
    None
}

fn in_words(value: &Map<String, Value>) -> String {
    let word = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            items.iter().map(|item| item.as_str().unwrap_or_default()).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    let bounds = value.get("low").zip(value.get("high")).map(|(low, high)| format!("{}–{}", word(low), word(high)));
    let amount = bounds.or_else(|| value.get("value").map(word)).unwrap_or_default();
    let unit = value.get("unit").or_else(|| value.get("currency")).map(word);
    unit.map_or_else(|| amount.clone(), |unit| format!("{amount} {unit}"))
}

/// Adds the claims that the record does not have yet, and records contradictions with what is shown.
pub(super) fn add_claims(
    field: &'static str,
    claims: Vec<Claim>,
    map: &mut Map<String, Value>,
    conflicts: &mut Vec<Conflict>,
) {
    if claims.is_empty() {
        return;
    }
    let written = map.get(field).and_then(Value::as_array).cloned().unwrap_or_default();
    if CHECKED.contains(&field) {
        conflicts.extend(contradictions(field, &written, &claims));
    }
    let mut all = written;
    let known: Vec<Value> = all.iter().map(placeless).collect();
    for claim in claims {
        let Ok(value) = serde_json::from_str::<Value>(&claim.json) else { continue };
        if !known.contains(&placeless(&value)) {
            all.push(value);
        }
    }
    map.insert(field.to_owned(), Value::Array(all));
}

/// Adds the identifiers by which the next import recognizes the record.
pub(super) fn add_identifiers(items: &[&Item], map: &mut Map<String, Value>) {
    let written = map.get("identifiers").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut identifiers: Vec<String> = written.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let mut found: Vec<String> =
        items.iter().flat_map(|item| item.identities.iter().filter_map(Identity::written)).collect();
    found.sort();
    for identifier in found {
        if !identifiers.contains(&identifier) {
            identifiers.push(identifier);
        }
    }
    if !identifiers.is_empty() {
        map.insert("identifiers".to_owned(), identifiers.into());
    }
}

/// Records titles that differ from the one shown; `base` is the title in the base catalogue.
pub(super) fn tell_titles(title: &str, items: &[&Item], base: Option<&str>, conflicts: &mut Vec<Conflict>) {
    for item in items.iter().filter(|item| !item.is_base && !item.title.is_empty()) {
        let other = if &*item.title == title { base.filter(|base| *base != title) } else { Some(&*item.title) };
        if let Some(other) = other {
            let reason = format!("the title is “{title}” and “{other}”");
            if !conflicts.iter().any(|conflict| conflict.reason == reason) {
                conflicts.push(Conflict { record: item.record, field: "title", reason });
            }
        }
    }
}
