//! The published JSON schemas, and a validator for the keywords that they use. An unknown keyword fails, so that no
//! part of a schema goes unchecked.

use serde_json::Value;

/// The published schema of a kind of output.
fn schema(kind: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/schema/{kind}.schema.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The JSON of a command, checked against the schema of its kind.
pub(crate) fn checked(kind: &str, text: &[u8]) -> Value {
    let value: Value = serde_json::from_slice(text).unwrap();
    let mut broken = Vec::new();
    check(&schema(kind), &value, kind, &mut broken);
    assert!(broken.is_empty(), "{}\n{value:#}", broken.join("\n"));
    value
}

fn check(schema: &Value, value: &Value, at: &str, broken: &mut Vec<String>) {
    let mut require = |holds: bool, what: &str| {
        if !holds {
            broken.push(format!("{at}: {what}"));
        }
    };
    let mut inner: Vec<(&Value, &Value, String)> = Vec::new();
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "title" | "description" => {}
            "type" => require(is_of_type(rule, value), &format!("is not of type {rule}")),
            "const" => require(rule == value, &format!("is not {rule}")),
            "enum" => require(rule.as_array().unwrap().contains(value), &format!("is none of {rule}")),
            "minimum" => require(value.as_f64() >= rule.as_f64(), &format!("is less than {rule}")),
            "pattern" => {
                require(matches(rule.as_str().unwrap(), value.as_str().unwrap_or_default()), "has another form");
            }
            "required" => {
                let missing = rule.as_array().unwrap().iter().filter(|key| value.get(key.as_str().unwrap()).is_none());
                let missing: Vec<&Value> = missing.filter(|_| value.is_object()).collect();
                require(missing.is_empty(), &format!("misses {missing:?}"));
            }
            "properties" => {
                let known = rule.as_object().unwrap().iter();
                inner.extend(known.filter_map(|(key, rule)| Some((rule, value.get(key)?, format!("{at}.{key}")))));
            }
            "additionalProperties" => {
                let all = value.as_object().into_iter().flatten();
                inner.extend(all.map(|(key, value)| (rule, value, format!("{at}.{key}"))));
            }
            "items" => {
                let all = value.as_array().into_iter().flatten().zip(0..);
                inner.extend(all.map(|(value, place)| (rule, value, format!("{at}[{place}]"))));
            }
            unknown => panic!("{at}: the validator does not know `{unknown}`"),
        }
    }
    for (rule, value, at) in inner {
        check(rule, value, &at, broken);
    }
}

fn is_of_type(rule: &Value, value: &Value) -> bool {
    if let Some(any) = rule.as_array() {
        return any.iter().any(|rule| is_of_type(rule, value));
    }
    match rule.as_str().unwrap() {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "object" => value.is_object(),
        "array" => value.is_array(),
        "null" => value.is_null(),
        other => panic!("the validator does not know the type `{other}`"),
    }
}

/// Matches the patterns in use: character classes with repetition counts, such as `^[0-9a-f]{16}$`.
fn matches(pattern: &str, text: &str) -> bool {
    let mut pattern = pattern.strip_prefix('^').and_then(|rest| rest.strip_suffix('$')).unwrap();
    let mut chars = text.chars();
    while let Some(first) = pattern.chars().next() {
        let (class, count, rest) = match pattern.strip_prefix('[').and_then(|rest| rest.split_once("]{")) {
            Some((class, rest)) => {
                let (count, rest) = rest.split_once('}').unwrap();
                (class, count.parse().unwrap(), rest)
            }
            None => ("", 1, &pattern[first.len_utf8()..]),
        };
        let is_right = |c: char| if class.is_empty() { c == first } else { is_in_class(class, c) };
        if !(0..count).all(|_| chars.next().is_some_and(is_right)) {
            return false;
        }
        pattern = rest;
    }
    chars.next().is_none()
}

fn is_in_class(class: &str, c: char) -> bool {
    let ends: Vec<char> = class.chars().filter(|c| *c != '-').collect();
    ends.chunks(2).any(|ends| (ends[0]..=ends[1]).contains(&c))
}

#[test]
fn the_validator_finds_what_is_wrong() {
    let right = serde_json::json!({"profile": null, "id": "x", "note": ""});
    let broken = |value: &Value| {
        let mut broken = Vec::new();
        check(&schema("note"), value, "note", &mut broken);
        broken
    };
    assert_eq!(broken(&right), Vec::<String>::new());
    for wrong in ["{\"id\": \"x\", \"note\": \"\"}", "{\"profile\": 1, \"id\": \"x\", \"note\": \"\"}", "[]"] {
        assert!(!broken(&serde_json::from_str(wrong).unwrap()).is_empty(), "{wrong}");
    }
    assert!(matches("^[0-9]{4}-[0-9]{2}$", "2026-11") && !matches("^[0-9]{4}-[0-9]{2}$", "2026-1x"));
}
