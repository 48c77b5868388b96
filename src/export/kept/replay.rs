//! Recomputes a kept decision from its own answers and settings, and names the inputs that differ if the result does.
//! It does no I/O: a command and the explorer print what it returns.

use serde_json::{Map, Value};
use thiserror::Error;

use super::decision::input_hash;
use super::decision_json;
use crate::advise::{Adviser, Question, Settings};
use crate::catalog::{Catalog, printable};
use crate::search::Unknowns;

/// Why a decision cannot be recomputed.
#[derive(Debug, Error)]
pub enum NotReplayed {
    /// A setting is missing or not valid.
    #[error("This decision cannot be computed again: its settings cannot be read.")]
    Settings,
    /// The current questionnaire does not accept the answers.
    #[error("This decision cannot be computed again: {0}")]
    Answers(String),
}

/// A recomputed decision.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The recomputed document.
    pub document: Map<String, Value>,
    /// Sentences on what differs; empty if the result is the same, byte for byte.
    pub differences: Vec<String>,
}

/// Recomputes a decision with this catalogue and adviser.
///
/// # Errors
/// If its settings or answers cannot be read.
pub fn replay(catalog: &Catalog, adviser: &Adviser, then: &Value) -> Result<Replayed, NotReplayed> {
    let settings = settings(&then["settings"]).ok_or(NotReplayed::Settings)?;
    let answers = adviser.parse_answers(&then["answers"].to_string());
    let answers = answers.map_err(|error| NotReplayed::Answers(error.sentences().join(" ")))?;
    let advice = adviser.advise(catalog, &answers, &settings);
    let document = decision_json(catalog, adviser, &advice);
    let is_same = document["result_hash"] == then["result_hash"];
    let differences = if is_same { Vec::new() } else { differences(then, &document, catalog) };
    Ok(Replayed { document, differences })
}

/// The inputs of a result, each with a sentence about it.
const INPUTS: [(&str, &str); 3] = [
    ("answers", "The answers are read differently."),
    ("weights", "The questionnaire and its weights differ."),
    ("settings", "The settings differ."),
];

/// Returns the inputs that differ, in sentences.
fn differences(then: &Value, now: &Map<String, Value>, catalog: &Catalog) -> Vec<String> {
    let mut told = vec!["The result is not the same.".to_owned()];
    let text = |value: &Value| printable(value.as_str().unwrap_or("unknown")).into_owned();
    if then["catalog"]["hash"] != now["catalog"]["hash"] {
        told.push(format!(
            "The catalogue differs: it was {} ({}), now it is {} ({}).",
            text(&then["catalog"]["name"]),
            text(&then["catalog"]["hash"]),
            printable(&catalog.name),
            catalog.hash()
        ));
    }
    if then["engine"] != now["engine"] {
        let (was, is) = (text(&then["engine"]), text(&now["engine"]));
        told.push(format!("The version differs: it was {was}, now it is {is}."));
    }
    told.extend(INPUTS.iter().filter(|(key, _)| then[*key] != now[*key]).map(|(_, what)| (*what).to_owned()));
    let changed = changed_inputs(then);
    if told.len() == 1 && changed.is_empty() {
        told.push(changed_since(then).to_owned());
    }
    told.extend(changed);
    told
}

/// Returns the inputs that were edited in the file after the decision was kept, in sentences.
fn changed_inputs(then: &Value) -> Vec<String> {
    let inputs = [("answers", "The answers"), ("settings", "The settings")];
    let is_changed = |key: &str| then["input_hashes"][key].as_str().is_some_and(|hash| hash != input_hash(&then[key]));
    let changed = inputs.into_iter().filter(|(key, _)| is_changed(key));
    changed.map(|(_, what)| format!("{what} in the file were changed after the decision was kept.")).collect()
}

/// Returns what was edited in the file if no input was, or if the file has no hashes of its inputs.
fn changed_since(then: &Value) -> &'static str {
    if then["input_hashes"].is_object() {
        "The result in the file was changed after the decision was kept."
    } else {
        "The answers, the settings or the result in the file were changed after the decision was kept."
    }
}

/// Parses the settings of a decision; `None` if a value is missing or invalid.
fn settings(value: &Value) -> Option<Settings> {
    let lifted = value["lift"].as_array()?.iter().map(|slug| Question::from_slug(slug.as_str()?));
    Some(Settings {
        include_older: value["older"].as_bool()?,
        unknowns: if value["unknown"] == "drop" { Unknowns::Drop } else { Unknowns::Keep },
        presume_no_credit: value["presumption"].as_bool()?,
        lifted: lifted.collect::<Option<_>>()?,
        shown: usize::try_from(value["top"].as_u64()?).ok().filter(|top| (1..=50).contains(top))?,
        ..Settings::new(value["as_of"].as_str()?.parse().ok()?)
    })
}
