//! Claims before they are added to a record: which ones the record has already, which contradict each other, and how
//! contradictions are reported.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::Item;
use crate::catalog::import::identity::Identity;
use crate::catalog::import::names::plain;
use crate::catalog::import::stated::{Stated, push_list, push_quoted};
use crate::catalog::{Basis, Currency};

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

/// The order of claims of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// What a record states about the program itself.
    OfRecord,
    /// What was computed from its courses.
    OfCourses,
    /// What counts only where the courses say nothing.
    Fallback,
}

/// A claim that is about to be written.
#[derive(Clone, Debug)]
pub(super) struct Claim<'i> {
    pub(super) record: u32,
    /// The second of its day; 0 if only the day is named.
    pub(super) second: u32,
    pub(super) as_of: Cow<'i, str>,
    pub(super) source: Cow<'i, str>,
    pub(super) value: Cow<'i, Stated>,
    pub(super) basis: Basis,
    pub(super) standing: Standing,
    pub(super) json: String,
}

impl<'i> Claim<'i> {
    /// A claim that keeps its own source and date.
    pub(super) fn as_written(record: u32, value: Cow<'i, Stated>) -> Self {
        let parsed = value.map();
        let member = |key: &str| parsed.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let basis = Basis::from_slug(&member("basis")).unwrap_or(Basis::Stated);
        let mut json = "{".to_owned();
        value.write(&mut json);
        json.push('}');
        let (as_of, source) = (member("as_of").into(), member("source").into());
        Self { record, second: 0, as_of, source, value, basis, standing: Standing::OfRecord, json }
    }

    /// Its position among claims of the same time. Within a record, what is stated first comes first, except that an
    /// amount in the currency of comparisons comes before others, because it need not be converted.
    pub(super) fn place(&self) -> (&str, u32, bool) {
        let is_converted = self.value.currency().is_some_and(|currency| currency != Currency::USD);
        (&self.source, self.record, is_converted)
    }

    /// Whether one source states the same twice, regardless of where it was read.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        (&self.source, &self.as_of, &self.value, self.basis) == (&other.source, &other.as_of, &other.value, other.basis)
    }
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

/// Finds the contradictions: every value of a fact that differs from the one shown, both about the program itself.
/// Amounts in different currencies, or for different things, do not contradict each other.
pub(super) fn contradictions(field: &'static str, written: &[Value], claims: &[Claim<'_>]) -> Vec<Conflict> {
    if !CHECKED.contains(&field) || claims.is_empty() || claims.len() + written.len() < 2 {
        return Vec::new();
    }
    let is_about_it = |claim: &Value| {
        !matches!(claim.get("basis").and_then(Value::as_str), Some("estimated" | "presumed" | "inferred"))
    };
    let new: Vec<(u32, Value)> =
        claims.iter().filter_map(|claim| Some((claim.record, serde_json::from_str(&claim.json).ok()?))).collect();
    let new: Vec<&(u32, Value)> = new.iter().filter(|(_, claim)| is_about_it(claim)).collect();
    let shown =
        new.first().map(|(_, claim)| claim).into_iter().chain(written.iter().filter(|claim| is_about_it(claim)));
    let shown: Vec<Map<String, Value>> = shown.map(value_of).collect();
    let mut conflicts: Vec<Conflict> = Vec::new();
    for (record, claim) in new.iter().rev() {
        let value = value_of(claim);
        let differs = |other: &&Map<String, Value>| {
            **other != value && ["currency", "what"].iter().all(|key| other.get(*key) == value.get(*key))
        };
        if let Some(other) = shown.iter().find(differs) {
            let reason = format!("{field} is {} and {}", in_words(&value), in_words(other));
            if !conflicts.iter().any(|conflict| conflict.reason == reason) {
                conflicts.push(Conflict { record: *record, field, reason });
            }
        }
    }
    conflicts
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

/// The claims that are not written yet.
pub(super) fn new_claims<'i>(written: &[Value], mut claims: Vec<Claim<'i>>) -> Vec<Claim<'i>> {
    let known: Vec<Value> = written.iter().map(placeless).collect();
    claims.retain(|claim| {
        known.is_empty()
            || serde_json::from_str::<Value>(&claim.json).is_ok_and(|claim| !known.contains(&placeless(&claim)))
    });
    claims
}

/// The claims that are written, followed by new ones; `None` if there are no new ones.
pub(super) fn claims_of(written: &[Value], new: Vec<Claim<'_>>) -> Option<String> {
    if new.is_empty() {
        return None;
    }
    let all: Vec<String> =
        written.iter().map(Value::to_string).chain(new.into_iter().map(|claim| claim.json)).collect();
    Some(["[", &all.join(","), "]"].concat())
}

/// The marks by which the program is recognized at the next import; `None` if none is new.
pub(super) fn identifiers(items: &[&Item], written: &[Value]) -> Option<String> {
    let mut identifiers: Vec<String> = written.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let mut found: Vec<String> =
        items.iter().flat_map(|item| item.identities.iter().filter_map(Identity::written)).collect();
    found.sort();
    for identifier in found {
        if !identifiers.contains(&identifier) {
            identifiers.push(identifier);
        }
    }
    let mut list = String::new();
    push_list(&mut list, &identifiers, |out, identifier| push_quoted(out, identifier));
    (identifiers.len() > written.len()).then_some(list)
}

/// Records titles that differ from the one shown; `base` is the title in the base catalogue.
pub(super) fn tell_titles(title: &str, items: &[&Item], base: Option<&str>, conflicts: &mut Vec<Conflict>) {
    for item in items.iter().filter(|item| !item.is_base && !item.title.is_empty()) {
        let other = if &*item.title == title { base } else { Some(&*item.title) };
        if let Some(other) = other.filter(|other| plain(other) != plain(title)) {
            let reason = format!("the title is “{title}” and “{other}”");
            if !conflicts.iter().any(|conflict| conflict.reason == reason) {
                conflicts.push(Conflict { record: item.record, field: "title", reason });
            }
        }
    }
}
