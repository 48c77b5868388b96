//! The members of a record: those that it has in the catalogue that is added to, in their order, and those that are new.
//! A record that is not in that catalogue is written as its members come, and never parsed.

use serde_json::{Map, Value};

use crate::catalog::import::format::FIELDS;
use crate::catalog::import::stated::push_quoted;

/// The members of a record that is being composed.
pub(super) struct Members {
    /// The record in the base catalogue; `None` if it is new there.
    written: Option<Map<String, Value>>,
    /// The members of a new record as JSON text, without the closing brace.
    json: String,
    is_news: bool,
}

impl Members {
    /// Starts from the record in the base catalogue; `None` starts a new one.
    pub(super) fn of(written: Option<Map<String, Value>>) -> Self {
        let is_news = written.is_none();
        Self { written, json: String::with_capacity(if is_news { 1024 } else { 0 }), is_news }
    }

    /// Returns the list under a key of the base record; empty if there is none.
    pub(super) fn list(&self, key: &str) -> &[Value] {
        let written = self.written.as_ref().and_then(|written| written.get(key)?.as_array());
        written.map(Vec::as_slice).unwrap_or_default()
    }

    /// The number of courses that the base record states first.
    pub(super) fn count(&self) -> Option<f64> {
        let claim = self.list("courses").first()?;
        ["value", "high"].iter().find_map(|key| claim.get(key)?.as_f64())
    }

    /// The facts of which the base record states something itself.
    pub(super) fn stated(&self) -> Vec<&'static str> {
        let is_own =
            |claim: &Value| !matches!(claim.get("basis").and_then(Value::as_str), Some(basis) if basis != "stated");
        FIELDS.iter().filter(|field| self.list(field).iter().any(is_own)).copied().collect()
    }

    /// Whether the base record has a member that is not null.
    pub(super) fn has(&self, key: &str) -> bool {
        self.written.as_ref().and_then(|written| written.get(key)).is_some_and(|value| !value.is_null())
    }

    /// Sets a member to a text.
    pub(super) fn put_text(&mut self, key: &'static str, text: &str) {
        let mut json = String::with_capacity(text.len() + 2);
        push_quoted(&mut json, text);
        self.put(key, Some(json));
    }

    /// Sets a member to JSON; `None` leaves it unset. Each key is set at most once.
    pub(super) fn put(&mut self, key: &'static str, json: Option<String>) {
        let Some(json) = json else { return };
        match &mut self.written {
            None => {
                self.json.push_str(if self.json.is_empty() { "{\"" } else { ",\"" });
                self.json.push_str(key);
                self.json.push_str("\":");
                self.json.push_str(&json);
            }
            Some(written) => {
                let value: Value = serde_json::from_str(&json).unwrap_or_default();
                self.is_news |= written.get(key) != Some(&value);
                written.insert(key.to_owned(), value);
            }
        }
    }

    /// Whether it says more than the base catalogue.
    pub(super) fn is_news(&self) -> bool {
        self.is_news
    }

    /// The record.
    pub(super) fn into_json(self) -> String {
        match self.written {
            Some(written) => Value::Object(written).to_string(),
            None => self.json + "}",
        }
    }
}
