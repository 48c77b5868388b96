//! The courses that a program names, as whole records, by number, key or title, and how many of them it asks for. What
//! else is known of a course comes from its own record, if that is imported too.

use super::{LEARN, ONLINE, course_of, mit, numbered, platform, resource};
use crate::catalog::import::clean;
use crate::catalog::import::discovery::course;
use crate::catalog::import::draft::{self, Draft, Listing, Thing};
use crate::catalog::import::identity::Identity;
use crate::catalog::import::json::Value;
use crate::catalog::import::node::Node;

/// The deepest nesting of requirements that is read.
const MAX_DEPTH: usize = 12;

/// Reads the courses of a program of MITx Online, and the number that must be passed.
pub(super) fn say_requirements(draft: &mut Draft, node: &Node<'_>) {
    draft.courses = online_courses(node);
    let tree: Vec<Option<f64>> = node.nodes("req_tree").iter().map(|root| required(root, 0)).collect();
    if node.nodes("req_tree").iter().any(|root| requires_program(root, 0)) {
        draft.listing = Listing::Partial;
        node.remark("req_tree", "requires whole programs, so the number of courses is unknown");
    }
    let of_tree = if tree.is_empty() { None } else { tree.into_iter().sum::<Option<f64>>() };
    if let Some(count) = of_tree {
        return draft.derive("courses", draft::count(count), node.at("req_tree"), "as many as have to be passed");
    }
    let [required, electives] = lists(node).map(<[Value<'_>]>::len);
    if required > 0 && electives > 0 {
        let reason = "does not say how many of the electives are needed, so the number of courses is unknown";
        return node.remark("requirements", reason);
    }
    let count = if required > 0 { required } else { node.items("courses").len() };
    draft.say("courses", draft::count(count as f64), node.at("requirements"));
}

/// The courses that a program lists, or else those that its requirements name.
fn online_courses(node: &Node<'_>) -> Vec<Draft> {
    let platform = platform(node);
    let giver = platform.as_deref().unwrap_or(ONLINE);
    let in_list = |(at, item): (usize, &Value<'_>)| {
        let whole = item.as_object().map(|map| node.along(map, format!("{}/{at}", node.at("courses"))));
        whole.and_then(|course| course_of(&course, platform.as_deref())).or_else(|| named(item, giver))
    };
    let listed: Vec<Draft> = node.items("courses").iter().enumerate().filter_map(in_list).collect();
    if !listed.is_empty() {
        return listed;
    }
    let required: Vec<Draft> = lists(node).into_iter().flatten().filter_map(|item| named(item, giver)).collect();
    if !required.is_empty() {
        return required;
    }
    let mut numbers = Vec::new();
    node.nodes("req_tree").iter().for_each(|root| collect_numbers(root, 0, &mut numbers));
    numbers.iter().filter_map(|number| named(number, giver)).collect()
}

/// The courses that are required and those that can be chosen. Newer records hold them one level deeper.
fn lists<'v>(node: &Node<'v>) -> [&'v [Value<'v>]; 2] {
    let Some(requirements) = node.node("requirements") else { return [&[], &[]] };
    let of_courses = requirements.node("courses").unwrap_or(requirements);
    ["required", "electives"].map(|key| of_courses.items(key))
}

/// A course that is named by its number or key, alone or as a member.
fn named(item: &Value<'_>, giver: &str) -> Option<Draft> {
    let member = |key: &str| item.get(key).filter(|value| !value.is_null());
    let number = ["course_id", "id"].into_iter().find_map(member).unwrap_or(item);
    let key = member("readable_id").unwrap_or(item);
    let identities: Vec<Identity> =
        [number_of(number).map(|number| numbered(giver, &number)), key.as_str().and_then(of_key)]
            .into_iter()
            .flatten()
            .collect();
    let draft = Draft { thing: Thing::Course, identities, schools: mit(), ..Draft::default() };
    (!draft.identities.is_empty()).then_some(draft)
}

fn number_of(value: &Value<'_>) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The identity of a course by its key, or by the key of one of its runs.
fn of_key(text: &str) -> Option<Identity> {
    Identity::object(&course::course_key(text).unwrap_or_else(|| text.trim().to_owned()))
}

fn collect_numbers<'v>(node: &Node<'v>, depth: usize, numbers: &mut Vec<&'v Value<'v>>) {
    if depth > MAX_DEPTH {
        return;
    }
    numbers.extend(node.node("data").and_then(|data| data.value("course")));
    node.nodes("children").iter().for_each(|child| collect_numbers(child, depth + 1, numbers));
}

/// The number of courses that a node of the requirements asks for; `None` if it asks for a whole program.
fn required(node: &Node<'_>, depth: usize) -> Option<f64> {
    if depth > MAX_DEPTH {
        return None;
    }
    let data = node.node("data")?;
    let children: Vec<Option<f64>> = node.nodes("children").iter().map(|child| required(child, depth + 1)).collect();
    match (data.text("node_type")?.as_str(), data.text("operator").as_deref()) {
        ("course", _) => Some(1.0),
        ("program", _) => None,
        (_, Some("min_number_of")) => data.positive("operator_value"),
        _ => children.into_iter().sum(),
    }
}

/// Whether anything in a tree of requirements is a program.
fn requires_program(node: &Node<'_>, depth: usize) -> bool {
    let is_program = node.node("data").is_some_and(|data| data.has("required_program"));
    is_program || (depth < MAX_DEPTH && node.nodes("children").iter().any(|child| requires_program(child, depth + 1)))
}

/// Reads the courses of a program of MIT Learn.
pub(super) fn say_resources(draft: &mut Draft, node: &Node<'_>) {
    let inner = node.node("program");
    let place = inner.as_ref().filter(|inner| !node.has("courses") || inner.has("courses")).unwrap_or(node);
    draft.courses = listed_resources(place, draft);
    draft.say("courses", draft::count(draft.courses.len() as f64), place.at("courses"));
}

fn listed_resources(node: &Node<'_>, program: &Draft) -> Vec<Draft> {
    if let Some(Value::String(_)) = node.value("courses") {
        // One text that holds all titles.
        return node.texts("courses").iter().filter_map(|title| called(title, program)).collect();
    }
    let of_program = |course: Draft| Draft { schools: program.schools.clone(), ..course };
    if !node.has("courses") {
        // Relations to resources that have records of their own.
        let children = node.nodes("children").into_iter().filter_map(|child| named(child.value("child")?, LEARN));
        return children.map(of_program).collect();
    }
    let items = node.items("courses").iter().enumerate();
    let of_item = |(at, item): (usize, &Value<'_>)| match item {
        Value::String(text) => called(&clean::known(text)?, program),
        Value::Object(map) => {
            let course = node.along(map, format!("{}/{at}", node.at("courses")));
            let title = course.text("title").unwrap_or_default();
            Some(resource(&course, Draft::course(title)))
        }
        item => named(item, LEARN).map(of_program),
    };
    items.filter_map(of_item).collect()
}

/// A course that is called by its key or its title.
fn called(text: &str, program: &Draft) -> Option<Draft> {
    let key = text.contains(['+', ':']) && !text.contains(char::is_whitespace);
    let course = if let Some(uuid) = Identity::uuid(text) {
        Draft { thing: Thing::Course, identities: vec![uuid], ..Draft::default() }
    } else if key {
        Draft { thing: Thing::Course, identities: vec![of_key(text)?], ..Draft::default() }
    } else {
        Draft::course(text.to_owned())
    };
    Some(Draft { schools: program.schools.clone(), ..course })
}
