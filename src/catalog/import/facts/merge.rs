//! Adds one claim to one record. Existing claims stay; a claim that the record already has is not added twice;
//! one that contradicts what was shown before is added and reported. The resulting record does not depend on
//! the order of additions.

use std::cmp::Ordering;
use std::collections::HashMap;

use serde_json::Value;

use crate::catalog::import::Outcome;
use crate::catalog::import::format::FIELDS;
use crate::catalog::{AsOf, Basis, Claim, Fact, Grade, SourceIx};

use super::claims::Draft;
use super::contradict::contradiction;
use super::document::{Document, Record};

/// The date and grade that claims inherit from each source, and the index of the source.
type Inherited = HashMap<String, (SourceIx, AsOf, Grade)>;

/// The keys of a program that precede its facts in the order of the file, and those that follow.
const BEFORE: [&str; 3] = ["id", "title", "identifiers"];
const BEHIND: [&str; 2] = ["course_list", "pathways"];

/// The keys that make up the value of a claim.
const VALUE: [&str; 7] = ["value", "low", "high", "unit", "currency", "what", "tax"];

/// What claims inherit from each source of a document.
pub(super) fn inherited(document: &Document) -> Inherited {
    let text = |record: &Record, key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let of = |(at, source): (usize, &Record)| {
        let as_of = AsOf::parse(text(source, "as_of").into()).unwrap_or_else(AsOf::undated);
        let grade = Grade::from_letter(&text(source, "grade")).unwrap_or(Grade::C);
        Some((text(source, "id"), (SourceIx::at(at)?, as_of, grade)))
    };
    document.sources().enumerate().filter_map(of).collect()
}

/// The claim as a record holds it. Date and grade are written only if they differ from those of the source.
pub(super) fn claim(draft: &Draft, sources: &Inherited) -> Record {
    let mut claim = draft.keys.clone();
    let mut put = |key: &str, text: &str| claim.insert(key.to_owned(), text.into());
    if draft.basis != Basis::Stated {
        put("basis", draft.basis.slug());
    }
    put("source", &draft.source);
    let of_source = sources.get(&draft.source);
    if let Some(as_of) = draft.as_of.as_ref().filter(|as_of| of_source.is_none_or(|(_, own, _)| own != *as_of)) {
        put("as_of", as_of.text());
    }
    if let Some(note) = &draft.note {
        put("note", note);
    }
    if let Some(grade) = draft.grade.filter(|grade| of_source.is_none_or(|(.., own)| own != grade)) {
        put("grade", grade.letter());
    }
    claim
}

/// Adds a claim to a record; `before` is the record as it was before the merge. Returns the outcome and, for a
/// contradiction, what was shown before.
pub(super) fn add(
    record: &mut Record,
    before: Option<&Record>,
    key: &str,
    claim: Record,
    sources: &Inherited,
) -> (Outcome, Option<String>) {
    let against = before.and_then(|before| {
        let claims = ordered(claims_of(before, key), sources);
        contradiction(key, &claim, &claims.iter().map(|claim| (origin(claim, sources), claim)).collect::<Vec<_>>())
    });
    let mut claims = claims_of(record, key);
    if let Some(same) = claims.iter_mut().find(|own| is_same(own, &claim, sources)) {
        let outcome = match (same.get("note"), claim.get("note")) {
            (None, Some(note)) => {
                same.insert("note".to_owned(), note.clone());
                Outcome::Merged
            }
            _ => Outcome::AlreadyThere,
        };
        put(record, key, claims);
        return (outcome, None);
    }
    claims.push(claim);
    put(record, key, ordered(claims, sources));
    in_order(record);
    (if against.is_some() { Outcome::Conflicting } else { Outcome::Added }, against)
}

fn claims_of(record: &Record, key: &str) -> Vec<Record> {
    let claims = record.get(key).and_then(Value::as_array);
    claims.map_or_else(Vec::new, |claims| claims.iter().filter_map(|claim| claim.as_object().cloned()).collect())
}

fn put(record: &mut Record, key: &str, claims: Vec<Record>) {
    record.insert(key.to_owned(), claims.into_iter().map(Value::Object).collect());
}

/// Basis, source, date and grade of a claim, without its value.
pub(super) fn origin(claim: &Record, sources: &Inherited) -> Claim<()> {
    let text = |key: &str| claim.get(key).and_then(Value::as_str);
    let of_source = text("source").and_then(|id| sources.get(id)).cloned();
    let (source, as_of, grade) = of_source.unwrap_or((SourceIx(u16::MAX), AsOf::undated(), Grade::C));
    Claim {
        value: (),
        basis: text("basis").and_then(Basis::from_slug).unwrap_or(Basis::Stated),
        source,
        as_of: text("as_of").and_then(|text| AsOf::parse(text.to_owned().into())).unwrap_or(as_of),
        grade: text("grade").and_then(Grade::from_letter).unwrap_or(grade),
        note: None,
    }
}

/// Whether two claims have the same value and origin. Notes are compared only if both claims have one.
fn is_same(one: &Record, other: &Record, sources: &Inherited) -> bool {
    let is_number = |value: &Value| value.as_f64();
    let equal = |key: &&str| match (one.get(*key), other.get(*key)) {
        (Some(a), Some(b)) => a == b || is_number(a).zip(is_number(b)).is_some_and(|(a, b)| (a - b).abs() < 1e-9),
        (None, None) => true,
        _ => false,
    };
    let notes = (one.get("note"), other.get("note"));
    VALUE.iter().all(equal)
        && origin(one, sources) == origin(other, sources)
        && !matches!(notes, (Some(a), Some(b)) if a != b)
}

/// Sorts claims into display order; ties are broken by their text.
fn ordered(mut claims: Vec<Record>, sources: &Inherited) -> Vec<Record> {
    claims.sort_by_cached_key(|claim| Value::Object(claim.clone()).to_string());
    let places = claims.iter().enumerate().map(|(at, claim)| origin(claim, sources).map(|()| at));
    let shown = Fact::new(places.collect());
    shown.claims().iter().map(|claim| claims[claim.value].clone()).collect()
}

/// Sorts the keys of a program into the order of the file; unknown keys come last.
fn in_order(record: &mut Record) {
    let order = || BEFORE.iter().chain(&FIELDS).chain(&BEHIND);
    let place = |key: &String| order().position(|own| own == key).unwrap_or(usize::MAX);
    let is_in_order = record.keys().map(place).is_sorted();
    if is_in_order {
        return;
    }
    let mut entries: Vec<(String, Value)> = std::mem::take(record).into_iter().collect();
    entries.sort_by(|(a, _), (b, _)| -> Ordering { place(a).cmp(&place(b)) });
    record.extend(entries);
}
