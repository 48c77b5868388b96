//! Finds the records in a wrapper that no format describes: in its only list whose first record is of a known shape, in
//! its only object of such records, or in its lists of programs and of courses or runs. If other lists could be meant as well,
//! none is read.

use super::reading::shape;
use crate::catalog::import::Format;
use crate::catalog::import::camel;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::sniff::Shape;
use crate::catalog::printable;

/// The deepest nesting of wrappers that is searched.
const MAX_DEPTH: usize = 4;

/// The member that holds the record in dumps of a search engine.
pub(super) const SOURCE: &str = "_source";

/// A record with its JSON pointer within the wrapper.
pub(super) type Wrapped<'v> = (String, &'v Value<'v>);

/// The records in a wrapper; empty if it has none, or several lists of them.
pub(super) fn records<'v>(map: &'v Map<'v>, format: Option<Format>) -> Vec<Wrapped<'v>> {
    let mut lists = Vec::new();
    collect(map, "", format, &mut lists);
    let list_of = |name: &str| map.get(name).is_some_and(Value::is_array);
    let are_both = lists.len() == 2 && list_of("programs") && (list_of("courses") || list_of("course_runs"));
    if lists.len() == 1 || are_both { lists.into_iter().flatten().collect() } else { Vec::new() }
}

/// The record of a hit in the dump of a search engine.
pub(super) fn source<'v>(map: &'v Map<'v>) -> Option<Wrapped<'v>> {
    map.get(SOURCE).filter(|value| value.as_object().is_some()).map(|value| (format!("/{SOURCE}"), value))
}

fn collect<'v>(map: &'v Map<'v>, at: &str, format: Option<Format>, lists: &mut Vec<Vec<Wrapped<'v>>>) {
    // The name of a member is shown in reports and notes, and may hold anything.
    let place = |key: &str| format!("{at}/{}", printable(key).replace('~', "~0").replace('/', "~1"));
    if map.len() > 0 && map.values().all(|value| is_record(value, format)) {
        lists.push(map.iter().map(|(key, value)| (place(key), value)).collect());
        return;
    }
    for (key, value) in map.iter() {
        match value {
            Value::Array(items) if items.first().is_some_and(|first| is_record(first, format)) => {
                let items = items.iter().enumerate();
                lists.push(items.map(|(number, item)| (format!("{}/{number}", place(key)), item)).collect());
            }
            Value::Object(inner) if at.matches('/').count() < MAX_DEPTH => collect(inner, &place(key), format, lists),
            _ => {}
        }
    }
}

/// Whether a value is a record of a known shape.
fn is_record(value: &Value<'_>, format: Option<Format>) -> bool {
    let Some(map) = value.as_object() else { return false };
    let is_unknown = |shape| matches!(shape, Shape::Unknown | Shape::LeftOut(_) | Shape::Refused(_) | Shape::Page(_));
    source(map).is_some() || camel::is_camel(map) || !is_unknown(shape(map, format))
}
