//! Finds the records in a wrapper that no format describes: in its only list whose first record is of a known shape, in
//! its only object of such records, or in its lists of programs and of courses or runs. If other lists could be meant as
//! well, none is read; of the state of a page all are.

use super::reading::shape;
use crate::catalog::import::Format;
use crate::catalog::import::camel;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::sniff::Shape;
use crate::catalog::printable;

/// The deepest nesting of wrappers that is searched, and that of the state of a page.
const MAX_DEPTH: usize = 4;
const MAX_DEPTH_OF_STATE: usize = 32;

/// The member that contains the record in the dump of a search engine.
const SOURCE: &str = "_source";

/// Members that contain the record in responses of other interfaces: the edges of GraphQL, and the entries of JSON:API.
const INNER: [&str; 2] = ["node", "attributes"];

/// A record with its JSON pointer within the wrapper.
pub(super) type Wrapped<'v> = (String, &'v Value<'v>);

/// What is found in a wrapper: lists of records, and records on their own.
#[derive(Default)]
struct Contents<'v> {
    lists: Vec<Vec<Wrapped<'v>>>,
    single: Vec<Wrapped<'v>>,
    /// Whether lists of anything else are searched too, and how deep everything is.
    is_deep: bool,
}

/// All records in the state of a page, which may be a tree of what the page shows.
pub(super) fn all<'v>(state: &'v Value<'v>, format: Option<Format>) -> Vec<Wrapped<'v>> {
    let mut found = Contents { is_deep: true, ..Contents::default() };
    match state {
        Value::Object(map) => collect(map, "", format, &mut found),
        Value::Array(items) => collect_in_list(items, "", format, &mut found),
        _ => {}
    }
    let all = found.lists.into_iter().flatten().chain(found.single);
    all.filter(|(_, value)| says_what_it_is(value)).collect()
}

/// The records in a wrapper; empty if it has none, or several lists of them.
pub(super) fn records<'v>(map: &'v Map<'v>, format: Option<Format>) -> Vec<Wrapped<'v>> {
    let mut found = Contents::default();
    collect(map, "", format, &mut found);
    let Contents { mut lists, single, .. } = found;
    let list_of = |name: &str| map.get(name).is_some_and(Value::is_array);
    let are_both = lists.len() == 2 && list_of("programs") && (list_of("courses") || list_of("course_runs"));
    if lists.is_empty() && single.len() == 1 {
        lists.push(single);
    }
    if lists.len() == 1 || are_both { lists.into_iter().flatten().collect() } else { Vec::new() }
}

/// Members that distinguish a program or a course from anything else with a title and an identifier, such as a
/// category.
const TELLING: [&str; 10] = [
    "type",
    "type_attrs",
    "typeAttrs",
    "program_type",
    "programType",
    "authoring_organizations",
    "authoringOrganizations",
    "owners",
    "course_runs",
    "courses",
];

/// Whether a record has more than a title and an identifier.
fn says_what_it_is(value: &Value<'_>) -> bool {
    let Some(map) = value.as_object() else { return false };
    is_entry(value) || shape(map, None) != Shape::DiscoveryProgram || TELLING.iter().any(|key| map.contains_key(key))
}

/// The record in an entry of a list, without what the list states about it.
pub(super) fn source<'v>(map: &'v Map<'v>, format: Option<Format>) -> Option<Wrapped<'v>> {
    let of = |key: &'static str| Some((key, map.get(key).filter(|value| value.as_object().is_some())?));
    // Anything may have a node or attributes, so these have to be a record.
    let is_known = |(_, value): &(&str, &Value<'_>)| {
        value.as_object().is_some_and(|map| camel::is_camel(map) || !is_unknown(shape(map, format)))
    };
    let (key, value) = of(SOURCE).or_else(|| INNER.into_iter().filter_map(of).find(is_known))?;
    Some((format!("/{key}"), value))
}

/// Whether a value is an entry with its record inside it.
pub(super) fn is_entry(value: &Value<'_>) -> bool {
    let holds = |map: &Map<'_>| map.contains_key(SOURCE) || INNER.iter().any(|key| map.contains_key(key));
    value.as_object().is_some_and(holds)
}

fn collect<'v>(map: &'v Map<'v>, at: &str, format: Option<Format>, found: &mut Contents<'v>) {
    // The name of a member is shown in reports and notes, and may contain anything.
    let place = |key: &str| format!("{at}/{}", printable(key).replace('~', "~0").replace('/', "~1"));
    if map.len() > 0 && map.values().all(|value| is_record(value, format)) {
        found.lists.push(map.iter().map(|(key, value)| (place(key), value)).collect());
        return;
    }
    let most = if found.is_deep { MAX_DEPTH_OF_STATE } else { MAX_DEPTH };
    for (key, value) in map.iter() {
        match value {
            Value::Object(_) if is_record(value, format) && says_what_it_is(value) => {
                found.single.push((place(key), value));
            }
            Value::Array(items) if items.first().is_some_and(|first| is_record(first, format)) => {
                let items = items.iter().enumerate();
                found.lists.push(items.map(|(number, item)| (format!("{}/{number}", place(key)), item)).collect());
            }
            Value::Array(items) if found.is_deep && at.matches('/').count() < most => {
                collect_in_list(items, &place(key), format, found);
            }
            Value::Object(inner) if at.matches('/').count() < most => collect(inner, &place(key), format, found),
            _ => {}
        }
    }
}

/// Collects the records in a list of anything.
fn collect_in_list<'v>(items: &'v [Value<'v>], at: &str, format: Option<Format>, found: &mut Contents<'v>) {
    if at.matches('/').count() >= MAX_DEPTH_OF_STATE {
        return;
    }
    for (number, item) in items.iter().enumerate() {
        let place = format!("{at}/{number}");
        match item {
            Value::Object(_) if is_record(item, format) && says_what_it_is(item) => found.single.push((place, item)),
            Value::Object(inner) => collect(inner, &place, format, found),
            Value::Array(inner) => collect_in_list(inner, &place, format, found),
            _ => {}
        }
    }
}

/// Whether a value is a record of a known shape.
fn is_record(value: &Value<'_>, format: Option<Format>) -> bool {
    let Some(map) = value.as_object() else { return false };
    source(map, format).is_some() || camel::is_camel(map) || !is_unknown(shape(map, format))
}

fn is_unknown(shape: Shape) -> bool {
    matches!(shape, Shape::Unknown | Shape::LeftOut(_) | Shape::Refused(_) | Shape::Page(_))
}
