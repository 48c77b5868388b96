//! Runs a command and returns what it prints, as text or as JSON.

use serde_json::Value;

use crate::program;

pub(crate) const SCM: &str = "mitx-supply-chain-management";

pub(crate) const IBM: &str = "ibm-data-science";

pub(crate) fn out(words: &[&str]) -> String {
    let output = program::command().args(words).assert().success().get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn json(words: &[&str]) -> Value {
    let text = out(&[words, &["--json"]].concat());
    assert!(text.ends_with("}\n"), "one document and a line end");
    serde_json::from_str(&text).unwrap()
}

pub(crate) fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

pub(crate) fn ids(list: &Value) -> Vec<&str> {
    list["programs"].as_array().unwrap().iter().map(|program| program["id"].as_str().unwrap()).collect()
}

/// Asserts that a value is a fact: it has a basis, and it has a value exactly if the basis is not `unknown`.
pub(crate) fn assert_fact(fact: &Value, what: &str) {
    let basis = fact["basis"].as_str().unwrap_or_else(|| panic!("{what} has no basis: {fact}"));
    let has_value = fact.get("value").is_some() || (fact.get("low").is_some() && fact.get("high").is_some());
    assert_eq!(has_value, basis != "unknown", "{what}: {fact}");
    if basis == "unknown" {
        assert_eq!(keys(fact), ["basis"], "{what}");
    } else {
        assert!(fact["source"].is_string() && fact["as_of"].is_string(), "{what}: {fact}");
    }
}
