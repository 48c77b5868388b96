//! Decides whether a new claim contradicts what the catalogue showed before. A newer price is no contradiction, and
//! neither is a claim where there were only estimates: a contradiction means that two sources cannot both be right.

use serde_json::Value;

use crate::catalog::{Basis, Claim, Level, WEEKS_A_MONTH};

use super::document::Record;

/// Bounds that differ by more than this factor cannot both be right.
const FACTOR: f64 = 1.5;

/// What an existing claim says, if the new one contradicts it; `None` if there is no contradiction. `before` holds the
/// existing claims, with the shown one first.
pub(super) fn contradiction(key: &str, new: &Record, before: &[(Claim<()>, &Record)]) -> Option<String> {
    let is_finding = |claim: &&(Claim<()>, &Record)| !matches!(claim.0.basis, Basis::Estimated | Basis::Presumed);
    let mut findings = before.iter().filter(is_finding).map(|(_, claim)| *claim);
    match key {
        "price" | "course_price" | "exam_price" | "other_price" => {
            let is_of_the_same =
                |claim: &&Record| ["currency", "what", "tax"].iter().all(|key| claim.get(*key) == new.get(*key));
            // Prices change, so only claims of one source about one date can contradict each other.
            let is_of_the_day =
                |claim: &&Record| ["source", "as_of"].iter().all(|key| claim.get(*key) == new.get(*key));
            findings
                .find(|claim| is_of_the_same(claim) && is_of_the_day(claim) && are_apart(claim, new, 1.0))
                .map(words)
        }
        "length" | "study_weeks" | "effort" | "workload" | "pass_mark" => {
            findings.next().filter(|shown| are_apart(shown, new, FACTOR)).map(words)
        }
        "languages" | "kind" | "status" | "credit" | "proctored" | "platform" | "courses" => {
            findings.next().filter(|shown| !is_equal(&shown["value"], &new["value"])).map(words)
        }
        "level" => findings.find(|shown| scale(shown) == scale(new)).filter(|shown| !shares(shown, new)).map(words),
        "pacing" | "fields" => findings.next().filter(|shown| !shares(shown, new)).map(words),
        "url" => findings.next().filter(|shown| page(shown) != page(new)).map(words),
        _ => None,
    }
}

/// The bounds of a claim; those of a length in weeks.
fn bounds(claim: &Record) -> Option<(f64, f64)> {
    let number = |key: &str| claim.get(key).and_then(Value::as_f64);
    let weeks = if claim.get("unit").and_then(Value::as_str) == Some("months") { WEEKS_A_MONTH } else { 1.0 };
    let low = number("value").or(number("low"))?;
    let high = number("value").or(number("high"))?;
    Some((low * weeks, high * weeks))
}

fn are_apart(one: &Record, other: &Record, factor: f64) -> bool {
    let Some(((low, high), (other_low, other_high))) = bounds(one).zip(bounds(other)) else { return false };
    low > other_high * factor || other_low > high * factor
}

/// Whether two values are equal, comparing lists regardless of order.
fn is_equal(one: &Value, other: &Value) -> bool {
    let sorted = |value: &Value| {
        let mut texts: Vec<String> =
            value.as_array().map_or_else(|| vec![value.to_string()], |all| all.iter().map(Value::to_string).collect());
        texts.sort();
        texts
    };
    sorted(one) == sorted(other)
}

/// Whether the levels of a claim are university levels. They are a different scale from difficulty, and the two do not
/// contradict each other.
fn scale(claim: &Record) -> bool {
    let levels = claim.get("value").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    levels.filter_map(Level::from_slug).any(|level| matches!(level, Level::Undergraduate | Level::Graduate))
}

fn shares(one: &Record, other: &Record) -> bool {
    let values = |claim: &Record| claim.get("value").and_then(Value::as_array).cloned().unwrap_or_default();
    let theirs = values(other);
    values(one).iter().any(|value| theirs.contains(value))
}

/// The host and the last segment of an address. The path between them has changed over the years.
fn page(claim: &Record) -> Option<(String, String)> {
    let address = claim.get("value")?.as_str()?;
    let (_, rest) = address.split_once("://")?;
    let rest = rest.split(['?', '#']).next()?.trim_end_matches('/');
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    Some((host.trim_start_matches("www.").to_lowercase(), path.rsplit('/').next()?.to_lowercase()))
}

/// The value of a claim with its source, in a few words.
fn words(claim: &Record) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let value = match (claim.get("value"), claim.get("low"), claim.get("high")) {
        (Some(Value::Array(all)), ..) => all.iter().map(text).collect::<Vec<_>>().join(", "),
        (Some(value), ..) => text(value),
        (None, Some(low), Some(high)) => format!("{low} to {high}"),
        _ => String::new(),
    };
    let unit = claim.get("unit").or(claim.get("currency")).map(text);
    let source = claim.get("source").map(text).unwrap_or_default();
    let value = unit.map_or(value.clone(), |unit| format!("{value} {unit}"));
    format!("{value} ({source})")
}
