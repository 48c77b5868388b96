//! What a record is, from the names of its members: the format that it is of, and whether it is a program or a course.

use super::{Shape, calls_itself, context, named, person, text};
use crate::catalog::Kind;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::{flat, vocabulary};

/// Detects the shape of an object. The first check that matches decides.
pub(in super::super) fn shape(map: &Map<'_>) -> Shape {
    person::award(map)
        .or_else(|| linked(map))
        .or_else(|| person::is_person(map).then_some(Shape::LeftOut(person::PERSON)))
        .or_else(|| other(map))
        .or_else(|| page(map))
        .or_else(|| foreign(map))
        .or_else(|| of_named(map))
        .or_else(|| flat::is_flat(map).then_some(Shape::Flat))
        .or_else(|| has_known_kind(map).then_some(Shape::DiscoveryProgram))
        .unwrap_or(Shape::Unknown)
}

/// The shape of a record of a named format. What its members do not prove to be of that format is read as a plain record,
/// if it says enough as one: the reader of a format passes over what the format does not have.
fn of_named(map: &Map<'_>) -> Option<Shape> {
    let shape = index(map).or_else(|| content(map)).or_else(|| mit(map)).or_else(|| discovery(map))?;
    (named::is_sure(map, shape) || !flat::is_flat(map)).then_some(shape)
}

/// What records may be of besides programs and courses, as their own type says.
const OTHERS: [&str; 22] = [
    "school",
    "organization",
    "organisation",
    "institution",
    "partner",
    "sponsor",
    "sponsorer",
    "subject",
    "topic",
    "department",
    "tag",
    "skill",
    "blog",
    "blog post",
    "article",
    "news",
    "page",
    "landing page",
    "event",
    "video",
    "podcast",
    "testimonial",
];

/// Detects records whose own type says that they are of neither a program nor a course.
fn other(map: &Map<'_>) -> Option<Shape> {
    calls_itself(map, &OTHERS).then_some(Shape::LeftOut("a record of neither a program nor a course, as its type says"))
}

fn linked(map: &Map<'_>) -> Option<Shape> {
    let has_terms = map.keys().any(|key| key.starts_with("ceterms:"));
    let is_linked = has_terms || ["@context", "@graph", "@type"].iter().any(|key| map.contains_key(key));
    if let Some(Value::Object(_)) = map.get("decoded_resource") {
        return Some(Shape::Ctdl);
    }
    if !is_linked {
        return None;
    }
    let context = context(map);
    let of_ctdl = has_terms || context.contains("ctdl") || context.contains("ceterms");
    let in_graph = || map.get("@graph").is_some_and(|graph| graph.to_string().contains("ceterms:"));
    Some(if of_ctdl || in_graph() { Shape::Ctdl } else { Shape::SchemaOrg })
}

/// Detects pages inside a list: several responses of an index, or the objects beside the facets of a search.
fn page(map: &Map<'_>) -> Option<Shape> {
    ["hits", "results", "objects", "envelopes"].into_iter().find_map(|key| match map.get(key) {
        Some(Value::Array(_)) if !map.contains_key("title") => Some(Shape::Page(key)),
        Some(Value::Object(_)) if key == "objects" => Some(Shape::Page(key)),
        _ => None,
    })
}

/// Detects formats of other projects.
fn foreign(map: &Map<'_>) -> Option<Shape> {
    let first =
        |key: &str| map.get(key).and_then(Value::as_array).and_then(|items| items.first()).and_then(Value::as_object);
    // Other interfaces answer in the same form, and name no courses by this type.
    let is_moochub = first("data").is_some_and(|item| {
        item.contains_key("attributes") && matches!(text(item, "type").to_lowercase().as_str(), "course" | "courses")
    });
    let is_coursera =
        map.get("elements").is_some_and(Value::is_array) && (map.contains_key("paging") || map.contains_key("linked"));
    let is_roster = map.contains_key("sourcedId")
        || ["academicSessions", "courses", "orgs"]
            .iter()
            .any(|key| first(key).is_some_and(|item| item.contains_key("sourcedId")));
    let is_of_lms =
        map.contains_key("course_id") && ["blocks_url", "mobile_available"].iter().any(|key| map.contains_key(key));
    let name = if is_of_lms {
        "the course list of an Open edX LMS, which names no programs"
    } else if is_moochub {
        "a MOOChub list"
    } else if is_coursera {
        "a response of the Coursera API, version 1"
    } else if is_roster {
        "OneRoster data"
    } else {
        return None;
    };
    Some(Shape::Refused(name))
}

/// Why a record of an index is left out.
const OTHER_OF_INDEX: &str = "a record of the index that is neither a program nor a course";

fn index(map: &Map<'_>) -> Option<Shape> {
    let of_enterprise = map.keys().any(|key| key.starts_with("enterprise_c"))
        || map.contains_key("course_details")
        || (map.contains_key("content_type") && map.get("partners").is_some_and(Value::is_array));
    if of_enterprise && map.contains_key("content_type") {
        return Some(match text(map, "content_type") {
            "program" | "course" => Shape::EnterpriseIndex,
            _ => Shape::LeftOut(OTHER_OF_INDEX),
        });
    }
    let is_read = matches!(text(map, "content_type"), "" | "program" | "course" | "courserun");
    let shape = if is_read { Shape::PublicIndex } else { Shape::LeftOut(OTHER_OF_INDEX) };
    // Records saved from a page may lack the name under which the index files them.
    (map.contains_key("objectID") || map.contains_key("product_name")).then_some(shape)
}

fn content(map: &Map<'_>) -> Option<Shape> {
    match text(map, "content_type") {
        "program" => Some(Shape::DiscoveryProgram),
        "course" => Some(Shape::DiscoveryCourse),
        "courserun" => Some(Shape::DiscoveryRun),
        "learnerpathway" | "pathway" => Some(Shape::LeftOut("a learner pathway, which is not a program")),
        _ => None,
    }
}

fn mit(map: &Map<'_>) -> Option<Shape> {
    let id = text(map, "readable_id");
    if map.contains_key("resource_type") {
        Some(Shape::Learn)
    } else if id.starts_with("program-") || map.contains_key("req_tree") || has_requirements(map) {
        Some(Shape::OnlineProgram)
    } else if !id.is_empty() || map.contains_key("courseruns") {
        Some(Shape::OnlineCourse)
    } else {
        None
    }
}

/// Whether a record lists what a program of MITx Online requires. Elsewhere requirements are those for admission.
fn has_requirements(map: &Map<'_>) -> bool {
    let lists = |inner: &Map<'_>| ["required", "electives", "courses"].iter().any(|key| inner.contains_key(key));
    map.get("requirements").and_then(Value::as_object).is_some_and(lists)
}

fn discovery(map: &Map<'_>) -> Option<Shape> {
    let has_any = |keys: &[&str]| keys.iter().any(|key| map.contains_key(key));
    let key = text(map, "key");
    if has_any(&["course_codes"]) && has_any(&["name"]) {
        return Some(Shape::ServiceProgram);
    }
    if has_any(&["pathway_type"]) || (has_any(&["programs"]) && has_any(&["org_name", "destination_url"])) {
        Some(Shape::DiscoveryPathway)
    } else if key.starts_with("course-v1:") || has_any(&["run_type", "pacing_type"]) {
        Some(Shape::DiscoveryRun)
    } else if (has_any(&["course_runs", "course_type", "entitlements"]) && has_any(&["title", "key", "uuid"]))
        || (key.contains('+') && has_any(&["title"]))
        || (text(map, "type").eq_ignore_ascii_case("course") && has_any(&["title"]))
    {
        Some(Shape::DiscoveryCourse)
    } else if has_any(&[
        "type_attrs",
        "authoring_organizations",
        "marketing_slug",
        "price_ranges",
        "curricula",
        "credit_backing_organizations",
    ]) || (has_any(&["title"]) && has_any(&["uuid"]))
    {
        Some(Shape::DiscoveryProgram)
    } else {
        None
    }
}

/// Whether an object has a title, and its type is a kind of credential. A page with a selection of fields may hold no
/// more.
fn has_known_kind(map: &Map<'_>) -> bool {
    if !map.contains_key("title") {
        return false;
    }
    let kind = vocabulary::kind(text(map, "type"));
    !matches!(kind, Kind::Other(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(value: serde_json::Value) -> Shape {
        shape(Value::from(value).as_object().expect("an object"))
    }

    #[test]
    fn records_are_told_by_their_names() {
        assert_eq!(of(json!({"uuid": "x", "title": "T"})), Shape::DiscoveryProgram);
        assert_eq!(of(json!({"key": "course-v1:A+B+C"})), Shape::DiscoveryRun);
        assert_eq!(of(json!({"key": "A+B", "course_runs": []})), Shape::DiscoveryCourse);
        assert_eq!(of(json!({"objectID": "program-x"})), Shape::PublicIndex);
        assert_eq!(of(json!({"content_type": "program", "course_details": []})), Shape::EnterpriseIndex);
        assert_eq!(of(json!({"content_type": "program", "partner": "edx"})), Shape::DiscoveryProgram);
        assert_eq!(of(json!({"@context": "http://credreg.net/ctdl/schema/context/json"})), Shape::Ctdl);
        assert_eq!(of(json!({"@type": "Course"})), Shape::SchemaOrg);
        assert_eq!(
            of(json!({"elements": [], "paging": {}})),
            Shape::Refused("a response of the Coursera API, version 1")
        );
        assert!(matches!(
            of(json!({"@context": "https://w3id.org/openbadges/v2", "type": "Assertion"})),
            Shape::Refused(_)
        ));
        assert_eq!(of(json!({"colour": "red"})), Shape::Unknown);
        assert!(matches!(of(json!({"blocks_url": "u", "course_id": "x"})), Shape::Refused(_)));
    }
}
