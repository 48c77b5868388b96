//! Records of JSON that are like the rows of a table: objects of texts, numbers and lists of them, whose members are named
//! as headings are.

use csv::StringRecord;

use super::draft::Draft;
use super::found::Found;
use super::json::{Map, Value};
use super::node::Remarks;
use super::sheet::{self, Headings};

/// Members of course-discovery, whose reader knows more of them than a row says.
#[rustfmt::skip] // a table reads by its rows
const OF_DISCOVERY: [&str; 11] = [
    "authoring_organizations", "owners", "organizations", "partner", "weeks_to_complete", "weeks_to_complete_min",
    "weeks_to_complete_max", "total_hours_of_effort", "price_ranges", "courses", "min_hours_effort_per_week",
];

/// Whether an object can be read as a row: every member is plain, and its names say enough of a program or a course.
pub(super) fn is_flat(map: &Map<'_>) -> bool {
    map.values().all(|value| cell(value).is_some()) && Headings::of_row(map.keys()).are_telling(&OF_DISCOVERY)
}

/// Reads an object as a row.
pub(super) fn record(map: &Map<'_>, remarks: &Remarks) -> Found {
    let headings = Headings::of_row(map.keys());
    let cells: StringRecord = map.values().map(|value| cell(value).unwrap_or_default()).collect();
    let of_row = Remarks::default();
    let row = sheet::Row { headings: &headings, cells: &cells, delimiter: b'\n', filled: &[], remarks: &of_row };
    let mut found = sheet::row(&row);
    if let Found::Drafts(drafts) = &mut found {
        drafts.iter_mut().for_each(with_pointers);
    }
    for (name, remark) in of_row.into_inner() {
        remarks.add(pointer(&name), remark);
    }
    let unread = headings.unknown().filter(|(at, _)| cells.get(*at).is_some_and(|cell| !cell.trim().is_empty()));
    let unread: Vec<&str> = unread.map(|(_, name)| name).collect();
    if !unread.is_empty() {
        remarks.add("", format!("unknown members were ignored: {}", unread.join(", ")));
    }
    found
}

/// A plain value as the text of a cell; `None` for an object, and for a list with anything but texts and numbers.
fn cell(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Object(_) => None,
        Value::Array(items) => {
            let are_plain = items.iter().all(|item| matches!(item, Value::String(_) | Value::Number(_)));
            are_plain.then(|| items.iter().filter_map(cell).collect::<Vec<_>>().join("|"))
        }
        Value::String(text) => Some(text.to_string()),
        plain => Some(plain.to_string()),
    }
}

/// Turns the headings by which a row names its places into pointers.
fn with_pointers(draft: &mut Draft) {
    for said in &mut draft.says {
        said.at = pointer(&said.at);
    }
    draft.schools_at = pointer(&draft.schools_at);
    draft.courses.iter_mut().for_each(with_pointers);
}

fn pointer(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("/{}", name.replace('~', "~0").replace('/', "~1")) }
}
