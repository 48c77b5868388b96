//! Explains why a text could not be read as a catalogue. If the text is JSON at all, the explanation names each invalid
//! record and field rather than a line. This is slow and thorough, and runs only for a file with an error.

use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::FORMAT;
use super::raw::{Array, RawCourse, RawInstitution, RawProgram, RawSource};
use crate::catalog::{CatalogError, Problem, did_you_mean, printable};

/// Explains what is wrong with a text, given the error of the parser.
pub(super) fn explain<'j, R: serde_json::de::Read<'j>>(
    mut json: serde_json::Deserializer<R>,
    error: &serde_json::Error,
) -> CatalogError {
    let found = json.deserialize_map(Faults::default()).and_then(|faults| json.end().map(|()| faults));
    match found {
        Ok(Faults { format: Some(format), .. }) if format != FORMAT => other_format(&format),
        Ok(faults) if faults.arrays.iter().any(|problems| !problems.is_empty()) => {
            CatalogError::Rejected(faults.arrays.into_iter().flatten().collect())
        }
        _ => CatalogError::NotACatalogue {
            line: error.line(),
            column: error.column(),
            message: printable(&error.to_string()).into_owned(),
        },
    }
}

/// Returns the error for a file that declares another format.
pub(super) fn other_format(format: &str) -> CatalogError {
    CatalogError::Rejected(vec![Problem {
        record: "the file".to_owned(),
        field: "format".to_owned(),
        message: format!("is `{}`; this version reads `{FORMAT}`", printable(format)),
    }])
}

/// The problems of the records of a file, by array.
#[derive(Default)]
struct Faults {
    format: Option<String>,
    arrays: [Vec<Problem>; Array::ALL.len()],
}

impl<'de> Visitor<'de> for Faults {
    type Value = Self;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a catalogue")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if let Some(array) = Array::ALL.into_iter().find(|array| array.name() == key) {
                self.arrays[array as usize] = map.next_value_seed(Records(array))?;
            } else if key == "format" {
                self.format = map.next_value::<Value>()?.as_str().map(str::to_owned);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(self)
    }
}

/// Collects the problems of the records of one array.
struct Records(Array);

impl<'de> DeserializeSeed<'de> for Records {
    type Value = Vec<Problem>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Problem>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Records {
    type Value = Vec<Problem>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut records: A) -> Result<Vec<Problem>, A::Error> {
        let mut problems = Vec::new();
        let mut number = 0;
        while let Some(record) = records.next_element()? {
            problems.extend(problem(self.0, number, &record));
            number += 1;
        }
        Ok(problems)
    }
}

fn problem(array: Array, number: usize, record: &Value) -> Option<Problem> {
    let (fault, key) = match array {
        Array::Sources => (fault::<RawSource>(record), "id"),
        Array::Institutions => (fault::<RawInstitution>(record), "key"),
        Array::Courses => (fault::<RawCourse>(record), "id"),
        Array::Programs => (fault::<RawProgram>(record), "id"),
    };
    let (path, message) = fault?;
    let (path, message) = about_field(path, message);
    let id = record.get(key).and_then(Value::as_str).map(|id| printable(id).into_owned());
    Some(Problem {
        record: id.unwrap_or_else(|| format!("{}[{number}]", array.name())),
        field: printable(&path).into_owned(),
        message: in_words(&with_suggestion(&printable(&message))),
    })
}

/// A missing field has no path of its own: the message names it.
fn about_field(path: String, message: String) -> (String, String) {
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    match missing {
        Some(field) if path == "." => (field.to_owned(), "is missing".to_owned()),
        Some(field) => (format!("{path}.{field}"), "is missing".to_owned()),
        None => (path, message),
    }
}

/// The parser's names for the types of JSON, and plain ones.
const TYPES: [(&str, &str); 6] = [
    ("expected f64", "expected a number"),
    ("expected u32", "expected a whole number"),
    ("expected u64", "expected a whole number"),
    ("expected a sequence", "expected a list"),
    ("expected a string", "expected text"),
    ("expected a boolean", "expected true or false"),
];

fn in_words(message: &str) -> String {
    let known = TYPES.iter().find_map(|(name, words)| Some(format!("{}{words}", message.strip_suffix(name)?)));
    known.unwrap_or_else(|| message.to_owned())
}

/// The path to the part of a record that cannot be deserialized, and the reason; `None` if all of it can be.
fn fault<'de, R: Deserialize<'de>>(record: &'de Value) -> Option<(String, String)> {
    let read = serde_path_to_error::deserialize::<_, R>(record);
    read.err().map(|error| (error.path().to_string(), error.inner().to_string()))
}

/// Adds the nearest known name to a message about an unknown field, and drops serde's long list of all names.
fn with_suggestion(message: &str) -> String {
    let mut names = message.split('`').skip(1).step_by(2);
    match names.next() {
        Some(unknown) if message.starts_with("unknown field") => {
            format!("unknown field `{unknown}`.{}", did_you_mean(unknown, names))
        }
        _ => message.to_owned(),
    }
}
