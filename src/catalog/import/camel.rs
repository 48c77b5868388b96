//! Records whose members are named in camel case, as the pages and the newer index of edX name what its API calls
//! `weeks_to_complete`. They are read under the names of the API; the places in the report and in claims keep the names
//! of the file.

use super::draft::Draft;
use super::json::{Map, Value};

/// Members of which a record has two if it is named in camel case. Other formats, such as JSON-LD, do so too, and share
/// none of these.
const TELLING: [&str; 24] = [
    "activeCourseRun",
    "prospectusPath",
    "productName",
    "productUuid",
    "productType",
    "productSlug",
    "partnerKeys",
    "activeRunKey",
    "weeksToComplete",
    "minHoursEffortPerWeek",
    "authoringOrganizations",
    "courseRuns",
    "courseType",
    "typeAttrs",
    "priceRanges",
    "marketingSlug",
    "marketingUrl",
    "marketingHook",
    "contentType",
    "aggregationKey",
    "levelType",
    "readableId",
    "resourceType",
    "reqTree",
];

/// The one name of the index that is in camel case in its older form too.
const KEPT: &str = "objectID";

/// Whether the members of a record are named in camel case.
pub(super) fn is_camel(map: &Map<'_>) -> bool {
    let is_telling = |key: &&str| key.bytes().any(|byte| byte.is_ascii_uppercase()) && TELLING.contains(key);
    let count = map.keys().filter(is_telling).count();
    // Some records have the name of the index beside members of the pages.
    count > 1 || (count == 1 && map.contains_key(KEPT))
}

/// The record under the names of the API.
pub(super) fn snaked(value: &Value<'_>) -> Value<'static> {
    match value {
        Value::Object(map) => {
            Value::Object(map.iter().map(|(key, value)| (snake(key).into(), snaked(value))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(snaked).collect()),
        other => other.clone().into_owned(),
    }
}

fn snake(key: &str) -> String {
    let mut snake = String::with_capacity(key.len() + 4);
    if key == KEPT {
        return key.to_owned();
    }
    for c in key.chars() {
        if c.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

/// Names the places of what was read as the file names them.
pub(super) fn restore_places(drafts: &mut [Draft]) {
    for draft in drafts {
        for said in &mut draft.says {
            said.at = restored(&said.at);
        }
        draft.schools_at = restored(&draft.schools_at);
        for acceptance in &mut draft.acceptances {
            acceptance.at = restored(&acceptance.at);
        }
        restore_places(&mut draft.courses);
    }
}

/// A JSON pointer in the names of the file.
pub(super) fn restored(pointer: &str) -> String {
    let mut restored = String::with_capacity(pointer.len());
    let mut is_start = false;
    for c in pointer.chars() {
        match c {
            '_' => is_start = true,
            c if is_start => {
                restored.push(c.to_ascii_uppercase());
                is_start = false;
            }
            c => restored.push(c),
        }
    }
    restored
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_in_camel_case_are_those_of_the_api() {
        for (camel, name) in [("weeksToCompleteMin", "weeks_to_complete_min"), ("title", "title"), (KEPT, KEPT)] {
            assert_eq!(snake(camel), name);
        }
        assert_eq!(restored("/hits/0/weeks_to_complete_min"), "/hits/0/weeksToCompleteMin");
    }

    #[test]
    fn linked_data_is_not_taken_for_a_record_in_camel_case() {
        let is = |value: serde_json::Value| is_camel(Value::from(value).as_object().expect("an object"));
        assert!(is(json!({"productName": "A", "productType": "Course"})));
        assert!(!is(json!({"@type": "Course", "timeToComplete": "P1M", "hasCourseInstance": []})));
        assert!(!is(json!({"objectID": "x", "title": "A", "weeks_to_complete": 3})));
    }
}
