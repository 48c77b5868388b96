//! Simplifies linked data (JSON-LD): names lose their prefixes, language maps become a single text, and references
//! resolve to the objects within the document. Nothing outside the document is looked up.

use std::borrow::Cow;
use std::collections::HashMap;

use super::json::{Map, Value};

/// The deepest nesting of objects that is read.
const MAX_DEPTH: usize = 48;

/// Removes prefixes and language maps.
pub(super) fn plain<'v>(value: &'v Value<'_>) -> Value<'v> {
    plain_at(value, 0)
}

fn plain_at<'v>(value: &'v Value<'_>, depth: usize) -> Value<'v> {
    match value {
        _ if depth > MAX_DEPTH => Value::Null,
        Value::Array(items) => of_tagged(items)
            .or_else(|| of_one(items, depth))
            .unwrap_or_else(|| Value::Array(items.iter().map(|item| plain_at(item, depth + 1)).collect())),
        Value::Object(map) => plain_object(map, depth),
        Value::String(text) => Value::String(Cow::Borrowed(text)),
        other => other.clone(),
    }
}

fn plain_object<'v>(map: &'v Map<'_>, depth: usize) -> Value<'v> {
    if let Some(value) = map.get("@value") {
        return plain_at(value, depth + 1);
    }
    if let Some(text) = of_language_map(map) {
        return text.clone();
    }
    let members = map.iter().map(|(key, value)| {
        let value = if key == "@type" { types(value) } else { plain_at(value, depth + 1) };
        (Cow::Borrowed(local(key)), value)
    });
    // A name means the same with and without a prefix; the first that has a value counts.
    Value::Object(Map::of(members, |there, later| {
        if there.is_null() {
            *there = later;
        }
    }))
}

/// The text of a list of texts tagged with languages, as older graphs write it: the English one, or else the first.
fn of_tagged<'v>(items: &'v [Value<'_>]) -> Option<Value<'v>> {
    let language = |item: &Value<'_>| item.get("@language").and_then(Value::as_str).map(str::to_lowercase);
    let is_tagged = !items.is_empty() && items.iter().all(|item| language(item).is_some());
    let english = items.iter().find(|item| language(item).is_some_and(|code| code.starts_with("en")));
    english.or(items.first()).filter(|_| is_tagged).and_then(|item| item.get("@value")).cloned()
}

/// The value of a list of one, which is how expanded linked data writes every member.
fn of_one<'v>(items: &'v [Value<'_>], depth: usize) -> Option<Value<'v>> {
    match items {
        [Value::Object(map)] if map.contains_key("@value") => Some(plain_object(map, depth + 1)),
        _ => None,
    }
}

/// A name without its prefix or path.
fn local(key: &str) -> &str {
    key.rsplit([':', '/', '#']).next().unwrap_or(key)
}

fn types<'v>(value: &'v Value<'_>) -> Value<'v> {
    match value {
        Value::String(text) => Value::String(local(text).into()),
        Value::Array(items) => Value::Array(items.iter().map(types).collect()),
        other => other.clone(),
    }
}

/// The text of a language map: the English one, or else the first by language code.
fn of_language_map<'m, 'v>(map: &'m Map<'v>) -> Option<&'m Value<'v>> {
    let is_map = map.len() > 0 && map.iter().all(|(key, value)| is_language(key) && is_text(value));
    if !is_map {
        return None;
    }
    let first = map.keys().min_by_key(|code| (!code.to_lowercase().starts_with("en"), *code));
    first.and_then(|code| map.get(code))
}

fn is_language(key: &str) -> bool {
    let mut parts = key.split('-');
    let main = parts.next().unwrap_or_default();
    let is_code = matches!(main.len(), 2 | 3) && main.bytes().all(|byte| byte.is_ascii_lowercase());
    // `id` is a language code too, but far more often an identifier; `url` and `sku` are no languages.
    is_code
        && !matches!(key, "id" | "url" | "sku")
        && parts.all(|part| part.len() <= 8 && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn is_text(value: &Value<'_>) -> bool {
    match value {
        Value::String(_) => true,
        Value::Array(items) => items.iter().all(Value::is_string),
        _ => false,
    }
}

/// The objects of documents by their `@id`, and the organizations among all objects.
#[derive(Debug)]
pub(super) struct Graph<'v> {
    nodes: HashMap<&'v str, &'v Map<'v>>,
    organizations: Vec<&'v Map<'v>>,
}

impl<'v> Graph<'v> {
    /// Collects every object that has an `@id` and at least one other member.
    pub(super) fn of(documents: impl IntoIterator<Item = &'v Value<'v>>) -> Self {
        let mut graph = Self { nodes: HashMap::new(), organizations: Vec::new() };
        documents.into_iter().for_each(|document| graph.collect(document));
        graph
    }

    fn collect(&mut self, value: &'v Value<'v>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Value::Object(map) => {
                if let Some(id) = id_of(map)
                    && map.len() > 1
                {
                    self.nodes.entry(id).or_insert(map);
                }
                if is_organization(map) {
                    self.organizations.push(map);
                }
                map.values().for_each(|value| self.collect(value));
            }
            _ => {}
        }
    }

    /// The organizations in the document.
    pub(super) fn organizations(&self) -> impl Iterator<Item = &'v Map<'v>> {
        self.organizations.iter().copied()
    }

    /// The object that a value is or refers to; `None` if it is not in this document.
    pub(super) fn resolve(&self, value: &'v Value<'v>) -> Option<&'v Map<'v>> {
        match value {
            Value::String(name) => self.nodes.get(&**name).copied(),
            Value::Object(map) if map.len() == 1 => match id_of(map) {
                Some(id) => Some(self.nodes.get(id).copied().unwrap_or(map)),
                None => Some(map),
            },
            Value::Object(map) => Some(map),
            _ => None,
        }
    }
}

/// Whether an object is an organization, by how the names of such types end.
pub(super) fn is_organization(map: &Map<'_>) -> bool {
    const ENDINGS: [&str; 6] = ["Organization", "University", "School", "College", "Corporation", "Business"];
    types_of(map).iter().any(|name| ENDINGS.iter().any(|ending| name.ends_with(ending)))
}

/// The address or identifier by which a value refers to an object.
pub(super) fn reference_of<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    value.as_str().or_else(|| id_of(value.as_object()?))
}

/// The `@id` of an object.
pub(super) fn id_of<'v>(map: &'v Map<'_>) -> Option<&'v str> {
    map.get("@id").and_then(Value::as_str)
}

/// The types of an object.
pub(super) fn types_of<'v>(map: &'v Map<'_>) -> Vec<&'v str> {
    match map.get("@type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn prefixes_and_language_maps_fall_away() {
        let document: Value<'_> = json!({"@type": "ceterms:Certificate", "ceterms:name": {"es": "Uno", "en-US": "One"},
            "http://schema.org/url": "x", "b": {"@language": "en", "@value": "Two"}, "c": {"id": "y"}})
        .into();
        let expected: Value<'_> =
            json!({"@type": "Certificate", "name": "One", "url": "x", "b": "Two", "c": {"id": "y"}}).into();
        assert_eq!(plain(&document), expected);
    }

    #[test]
    fn expanded_members_are_what_they_say_at_every_level() {
        let document: Value<'_> =
            json!([{"http://schema.org/provider": [{"http://schema.org/name": [{"@value": "A"}]}],
            "http://schema.org/offers": [{"http://schema.org/price": [{"@value": 3}]}, {"x": ["a", "b"]}]}])
            .into();
        let expected: Value<'_> =
            json!([{"provider": [{"name": "A"}], "offers": [{"price": 3}, {"x": ["a", "b"]}]}]).into();
        assert_eq!(plain(&document), expected);
    }

    #[test]
    fn references_lead_to_what_they_name() {
        let document: Value<'_> = json!({"@graph": [{"@id": "a", "owner": "b"}, {"@id": "b", "name": "B"}]}).into();
        let graph = Graph::of([&document]);
        let (reference, stranger) = (Value::String("b".into()), Value::String("c".into()));
        let owner = graph.resolve(&reference);
        assert_eq!(owner.and_then(|owner| owner.get("name")?.as_str()), Some("B"));
        assert!(graph.resolve(&stranger).is_none());
    }
}
