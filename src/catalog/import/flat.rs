//! Records of JSON that are like the rows of a table: objects whose members are named as headings are. Objects with a name
//! stand for it, and the members of a container such as `acf` count as those of the record. What else is nested is told.

use csv::StringRecord;

use super::draft::{self, Draft, Thing};
use super::found::Found;
use super::json::{Map, Value};
use super::node::Remarks;
use super::sheet::{self, Headings};
use super::vocabulary;
use crate::catalog::Kind;

/// Members of course-discovery, whose reader knows more of them than a row says.
#[rustfmt::skip] // a table reads by its rows
const OF_DISCOVERY: [&str; 11] = [
    "authoring_organizations", "owners", "organizations", "partner", "weeks_to_complete", "weeks_to_complete_min",
    "weeks_to_complete_max", "total_hours_of_effort", "price_ranges", "courses", "min_hours_effort_per_week",
];

/// Members that hold further members of the record, where sites let editors add their own.
const CONTAINERS: [&str; 8] =
    ["acf", "attributes", "custom_fields", "customfields", "details", "fields", "meta", "properties"];

/// What names an object, best first: an object that has such a name stands for it.
const NAMES: [&str; 5] = ["name", "title", "label", "rendered", "value"];

/// A record as a row: its headings, its cells and their places.
struct Flat {
    headings: Headings,
    cells: StringRecord,
    /// The JSON pointer to each cell.
    places: Vec<String>,
    /// The members that are neither plain nor a list of names.
    unread: Vec<String>,
}

impl Flat {
    fn of(map: &Map<'_>) -> Self {
        let (mut leaves, mut unread) = (Vec::new(), Vec::new());
        for (key, value) in map.iter() {
            let at = pointer(key);
            match (cell(value), value) {
                (Some(text), _) => leaves.push((vec![key], at, text)),
                (None, Value::Object(inner)) if is_opened(key, inner) => leaves.extend(within(key, &at, inner)),
                _ => unread.push(key.to_owned()),
            }
        }
        // What the record says itself counts before what a container in it says.
        leaves.sort_by_key(|(names, ..)| names.len());
        let mut headings = Headings::of_paths(leaves.iter().map(|(names, ..)| names.as_slice()));
        let cells: StringRecord = leaves.iter().map(|(_, _, text)| text.as_str()).collect();
        headings.settle_by(&[&cells]);
        Self { headings, cells, places: leaves.into_iter().map(|(_, at, _)| at).collect(), unread }
    }

    /// The pointer to the cell under a heading.
    fn place(&self, name: &str) -> String {
        let at = (0..self.places.len()).find(|at| self.headings.name(*at) == name);
        at.map_or_else(|| pointer(name), |at| self.places[at].clone())
    }
}

/// Whether the members of an object are read as those of the record: it is a container, or it holds a quantity in parts, as
/// in `{"prices": {"US": "$300"}}`. Numbers that another member scales are none that can be read alone.
fn is_opened(key: &str, inner: &Map<'_>) -> bool {
    let is_scaled = || inner.keys().any(|key| SCALES.contains(&key.to_ascii_lowercase().replace('_', "").as_str()));
    CONTAINERS.contains(&key.to_ascii_lowercase().as_str())
        || (inner.values().all(|value| plain(value).is_some()) && sheet::names_quantity(key) && !is_scaled())
}

/// Members that say by which power of ten the amount beside them is to be divided.
const SCALES: [&str; 8] =
    ["exponent", "scale", "decimals", "precision", "fractiondigits", "minorunits", "divisor", "multiplier"];

fn within<'m>(key: &'m str, at: &str, inner: &'m Map<'_>) -> Vec<(Vec<&'m str>, String, String)> {
    let leaf =
        |(name, value): (&'m str, &Value<'_>)| Some((vec![key, name], format!("{at}{}", pointer(name)), cell(value)?));
    inner.iter().filter_map(leaf).collect()
}

/// Whether an object can be read as a row: its members say enough of a program or a course, and none of them is a list of
/// such objects.
pub(super) fn is_flat(map: &Map<'_>) -> bool {
    let is_record = |value: &Value<'_>| value.as_object().is_some_and(|inner| Flat::of(inner).is_telling(inner));
    let holds_records = |(key, value): (&str, &Value<'_>)| {
        objects_in_courses(key, value).is_none()
            && value.as_array().is_some_and(|items| items.first().is_some_and(is_record))
    };
    Flat::of(map).is_telling(map) && !map.iter().any(holds_records)
}

/// The objects in a list of courses; `None` for any other member, and where they are those of course-discovery, whose reader
/// knows more of them.
fn objects_in_courses<'m, 'v>(key: &str, value: &'m Value<'v>) -> Option<Vec<&'m Map<'v>>> {
    let items = value.as_array().filter(|items| !items.is_empty() && sheet::names_courses(key))?;
    let objects: Vec<&Map<'_>> = items.iter().map(Value::as_object).collect::<Option<_>>()?;
    let is_of_discovery = |map: &&Map<'_>| map.contains_key("course_runs") || map.contains_key("entitlements");
    (!objects.iter().any(is_of_discovery)).then_some(objects)
}

/// Reads the courses that a record holds as objects, each as a row of a table of courses.
fn courses(map: &Map<'_>, remarks: &Remarks) -> Vec<Draft> {
    let lists = map.iter().filter_map(|(key, value)| Some((key, objects_in_courses(key, value)?)));
    let items = lists.flat_map(|(key, items)| {
        items.into_iter().enumerate().map(move |(number, item)| (format!("{}/{number}", pointer(key)), item))
    });
    items.filter_map(|(at, item)| course(item, &at, remarks)).collect()
}

fn course(map: &Map<'_>, at: &str, remarks: &Remarks) -> Option<Draft> {
    let flat = Flat::of(map);
    let of_row = Remarks::default();
    let row =
        sheet::Row { headings: &flat.headings, cells: &flat.cells, delimiter: b'\n', filled: &[], remarks: &of_row };
    let mut course = sheet::course(&row)?;
    with_pointers(&mut course, &|name| format!("{at}{}", flat.place(name)));
    flat.tell(of_row, at, remarks);
    Some(course)
}

impl Flat {
    /// Passes on what the reader of rows remarks, and tells the members that it did not read. `at` is the place of the
    /// object in its record.
    fn tell(&self, of_row: Remarks, at: &str, remarks: &Remarks) {
        for (name, remark) in of_row.into_inner() {
            remarks.add(if name.is_empty() { at.to_owned() } else { format!("{at}{}", self.place(&name)) }, remark);
        }
        let is_filled = |at: usize| self.cells.get(at).is_some_and(|cell| !cell.trim().is_empty());
        let repeated = self.headings.repeated().filter(|(at, _)| is_filled(*at)).map(|(_, name)| name);
        let repeated = repeated.collect::<Vec<_>>().join(", ");
        if !repeated.is_empty() {
            let remark = format!("members that repeat an earlier one are used only where that is empty: {repeated}");
            remarks.add(at, remark);
        }
        let unknown = self.headings.unknown().filter(|(at, _)| is_filled(*at));
        let mut unread: Vec<&str> = unknown.map(|(_, name)| name).collect();
        unread.extend(self.unread.iter().map(String::as_str));
        if !unread.is_empty() {
            remarks.add(at, format!("unknown members were ignored: {}", unread.join(", ")));
        }
    }

    fn is_telling(&self, map: &Map<'_>) -> bool {
        let word = |key: &str| map.get(key).and_then(Value::as_str);
        let says_course = |key: &str| word(key).is_some_and(vocabulary::is_course);
        let names_kind = word("type").is_some_and(|kind| !matches!(vocabulary::kind(kind), Kind::Other(_)));
        self.headings.are_telling(&OF_DISCOVERY, names_kind)
            || (self.headings.is_readable() && (self.headings.are_keyed() || says_course("type")))
    }
}

/// Reads an object as a row.
pub(super) fn record(map: &Map<'_>, remarks: &Remarks) -> Found {
    let flat = Flat::of(map);
    let (headings, cells) = (&flat.headings, &flat.cells);
    let of_row = Remarks::default();
    let row = sheet::Row { headings, cells, delimiter: b'\n', filled: &[], remarks: &of_row };
    let mut found = sheet::row(&row);
    if let Found::Drafts(drafts) = &mut found {
        for draft in drafts.iter_mut() {
            with_pointers(draft, &|name| flat.place(name));
        }
        if let Some(program) = drafts.first_mut().filter(|draft| draft.thing == Thing::Program) {
            add_courses(program, courses(map, remarks));
        }
    }
    flat.tell(of_row, "", remarks);
    found
}

/// Gives a program the courses that its record holds as objects, instead of their titles alone.
fn add_courses(program: &mut Draft, courses: Vec<Draft>) {
    if courses.is_empty() {
        return;
    }
    if !program.has("courses") {
        program.say("courses", draft::count(courses.len() as f64), "");
    }
    program.courses = courses;
    for course in program.courses.iter_mut().filter(|course| course.schools.is_empty()) {
        course.schools.clone_from(&program.schools);
    }
}

/// A plain value as the text of a cell.
fn plain(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::Object(_) | Value::Array(_) => None,
        Value::String(text) => Some(text.to_string()),
        other => Some(other.to_string()),
    }
}

/// A value as the text of a cell: a plain one, a list, or the name of an object; `None` for an object without a name.
fn cell(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Object(map) => {
            let name = NAMES.iter().find_map(|name| map.get(name)?.as_str());
            // An amount is more than its label.
            let is_amount = ["price", "amount", "currency"].iter().any(|key| map.contains_key(key));
            name.filter(|_| !is_amount).map(str::to_owned)
        }
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(cell).collect();
            items.map(|items| items.join("|"))
        }
        other => plain(other),
    }
}

/// Turns the headings by which a row names its places into pointers.
fn with_pointers(draft: &mut Draft, place: &dyn Fn(&str) -> String) {
    for said in &mut draft.says {
        said.at = place(&said.at);
    }
    draft.schools_at = place(&draft.schools_at);
    draft.courses.iter_mut().for_each(|course| with_pointers(course, place));
}

fn pointer(name: &str) -> String {
    // The name of a member is shown in reports and notes, and may hold anything.
    let name = crate::catalog::printable(name);
    if name.is_empty() { String::new() } else { format!("/{}", name.replace('~', "~0").replace('/', "~1")) }
}
