//! Why a text could not be read as a catalogue: record by record where it is JSON at all, so that the message names
//! the record and the field instead of a line number. Slow and thorough; only a file with a fault comes here.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::FORMAT;
use super::raw::{RawCourse, RawInstitution, RawProgram, RawSource};
use crate::catalog::{CatalogError, Problem, did_you_mean, printable};

/// What is wrong with a text, given what the parser said about it.
pub(super) fn explain(text: &str, error: &serde_json::Error) -> CatalogError {
    let not_a_catalogue = || CatalogError::NotACatalogue {
        line: error.line(),
        column: error.column(),
        message: printable(&error.to_string()).into_owned(),
    };
    let Ok(Value::Object(mut file)) = serde_json::from_str::<Value>(text) else {
        return not_a_catalogue();
    };
    if let Some(format) = file.get("format").and_then(Value::as_str).filter(|format| *format != FORMAT) {
        return other_format(format);
    }
    let mut problems = Vec::new();
    explain_records::<OwnedRecord<RawSource>>(&mut file, "sources", "id", &mut problems);
    explain_records::<OwnedRecord<RawInstitution>>(&mut file, "institutions", "key", &mut problems);
    explain_records::<OwnedRecord<RawCourse>>(&mut file, "courses", "id", &mut problems);
    explain_records::<OwnedRecord<RawProgram>>(&mut file, "programs", "id", &mut problems);
    if problems.is_empty() { not_a_catalogue() } else { CatalogError::Rejected(problems) }
}

/// The file says itself that it is of another format, so that nothing else need be said about it.
pub(super) fn other_format(format: &str) -> CatalogError {
    CatalogError::Rejected(vec![Problem {
        record: "the file".to_owned(),
        field: "format".to_owned(),
        message: format!("is `{}`; this version reads `{FORMAT}`", printable(format)),
    }])
}

/// A record read from a JSON value, which owns its strings.
struct OwnedRecord<R>(std::marker::PhantomData<R>);

impl<'de, R: Deserialize<'static>> Deserialize<'de> for OwnedRecord<R> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        serde_path_to_error::deserialize::<_, R>(value)
            .map(|_| Self(std::marker::PhantomData))
            .map_err(|error| serde::de::Error::custom(format!("{}\n{}", error.path(), error.inner())))
    }
}

fn explain_records<R: DeserializeOwned>(
    file: &mut serde_json::Map<String, Value>,
    array: &str,
    key: &str,
    problems: &mut Vec<Problem>,
) {
    let Some(Value::Array(records)) = file.remove(array) else { return };
    for (number, record) in records.into_iter().enumerate() {
        let id = record.get(key).and_then(Value::as_str).map(|id| printable(id).into_owned());
        if let Err(error) = serde_json::from_value::<R>(record) {
            let text = error.to_string();
            let (path, message) = text.split_once('\n').unwrap_or(("", &text));
            problems.push(Problem {
                record: id.unwrap_or_else(|| format!("{array}[{number}]")),
                field: printable(path).into_owned(),
                message: with_suggestion(&printable(message)),
            });
        }
    }
}

/// Adds the nearest right name to a message about an unknown field, and leaves out the long list of all of them.
fn with_suggestion(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    match names.next() {
        Some(unknown) if message.starts_with("unknown field") => {
            format!("unknown field `{unknown}`.{}", did_you_mean(unknown, names))
        }
        _ => message.to_owned(),
    }
}
