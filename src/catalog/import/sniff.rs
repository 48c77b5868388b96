//! Detects what a document or a record is, from its content and never from its name. Known formats that are not
//! accepted are named, so that a refusal says what the file seems to be.

mod person;
mod rows;
mod table;

use super::flat;
use super::json::{Map, Value};
use table::table;

pub(super) use rows::{csv_reader, forced_table, is_row};

/// The accepted formats, to end every refusal.
pub(super) const ACCEPTED: &str = "accepted formats: saved pages of Open edX course-discovery, records of the edX \
                                   search indexes, schema.org or CTDL as JSON-LD, MITx Online, MIT Learn, tables as \
                                   CSV, facts files and catalogues of this program";

/// The form of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A catalogue of this program.
    Own,
    /// JSON, with its records in lists or pages.
    Json,
    /// JSON Lines: one record on each line.
    JsonLines,
    /// A web page, with its data in scripts.
    Html,
    /// A table, with the byte between its cells and the number of its rows above the headings.
    Table(u8, usize),
    /// A table of facts about existing programs, or of the sources of facts.
    Facts,
    /// Not readable; with what it seems to be.
    Refused(&'static str),
}

/// The first bytes of binary formats.
const BINARY: [(&[u8], &str); 13] = [
    (b"PK\x03\x04", "a workbook or another ZIP archive; save its sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "an old workbook; save its sheet as CSV"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"prospectus/bin", "a compiled catalogue; name its JSON"),
    (b"PAR1", "a Parquet file"),
    (b"RIFF", "a picture or a sound"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "an archive inside an archive; unpack it once"),
];

/// The name of the binary format that begins with these bytes; `None` if it is none of them.
pub(super) fn binary(start: &[u8]) -> Option<&'static str> {
    BINARY.iter().find(|(magic, _)| start.starts_with(magic)).map(|(_, name)| *name)
}

/// The characters of a text for each zero byte that it may contain: some exports fill their cells with them.
const CHARS_PER_ZERO: usize = 16;

fn is_binary(text: &str) -> bool {
    let zeros = text.bytes().filter(|byte| *byte == 0).count();
    zeros * CHARS_PER_ZERO > text.len()
}

/// The form of a document that begins with this text.
pub(super) fn form(start: &str) -> Form {
    let text = start.trim_start();
    match text.chars().next() {
        None => Form::Refused("an empty file"),
        Some(_) if is_binary(text) => Form::Refused("a binary file"),
        Some('{') if is_own(text) => Form::Own,
        Some('{' | '[') => json(text),
        Some('"') if text.lines().next().is_some_and(|line| serde_json::from_str::<Value<'_>>(line).is_ok()) => {
            Form::Json
        }
        Some('<') => markup(text),
        Some(_) if is_web_archive(text) => Form::Refused("a web archive (MHTML); save the page as HTML"),
        Some(_) => table(text),
    }
}

/// Whether a text is a page as browsers save it in a single file, in the form of an e-mail.
fn is_web_archive(text: &str) -> bool {
    let head: String = text.chars().take(2000).collect::<String>().to_lowercase();
    head.contains("mime-version:") && head.contains("multipart/related")
}

fn is_own(text: &str) -> bool {
    let head: String = text.chars().take(4000).filter(|c| !c.is_whitespace()).collect();
    head.contains("\"format\":\"prospectus-catalog/")
}

/// A complete object on the first line and another one after it mean JSON Lines.
fn json(text: &str) -> Form {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    let is_whole = serde_json::from_str::<Value<'_>>(first).is_ok_and(|value| value.as_object().is_some());
    let goes_on = lines.any(|line| line.trim_start().starts_with('{'));
    if is_whole && goes_on { Form::JsonLines } else { Form::Json }
}

fn markup(text: &str) -> Form {
    let head: String = text.chars().take(20_000).collect::<String>().to_lowercase();
    let says = |word: &str| head.contains(word);
    if says("<html") || says("<!doctype html") || says("<script") || says("<body") || is_fragment(&head) {
        Form::Html
    } else if says("xcri") {
        Form::Refused("an XCRI-CAP course catalogue")
    } else if says("europass") || says("data.europa.eu/snb") {
        Form::Refused("a credential in the European Learning Model, a person's award")
    } else {
        Form::Refused("XML of an unknown kind")
    }
}

/// Whether a text is a table that was copied out of a page.
fn is_fragment(head: &str) -> bool {
    !head.starts_with("<?xml") && head.contains("<table") && head.contains("<tr") && head.contains("<td")
}

/// The format and type of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    DiscoveryProgram,
    DiscoveryCourse,
    DiscoveryRun,
    DiscoveryPathway,
    /// A program of the service before course-discovery.
    ServiceProgram,
    PublicIndex,
    EnterpriseIndex,
    SchemaOrg,
    Ctdl,
    OnlineProgram,
    OnlineCourse,
    Learn,
    /// A page within a list, with the member that holds its records.
    Page(&'static str),
    /// Understood, but not part of a catalogue; with the reason.
    LeftOut(&'static str),
    /// Like the row of a table.
    Flat,
    /// Known but not accepted; with what it seems to be.
    Refused(&'static str),
    /// Not recognized.
    Unknown,
}

/// Detects the shape of an object. The first check that matches decides.
pub(super) fn shape(map: &Map<'_>) -> Shape {
    person::award(map)
        .or_else(|| linked(map))
        .or_else(|| person::is_person(map).then_some(Shape::LeftOut(person::PERSON)))
        .or_else(|| other(map))
        .or_else(|| page(map))
        .or_else(|| foreign(map))
        .or_else(|| index(map))
        .or_else(|| content(map))
        .or_else(|| mit(map))
        .or_else(|| discovery(map))
        .or_else(|| flat::is_flat(map).then_some(Shape::Flat))
        .or_else(|| has_known_kind(map).then_some(Shape::DiscoveryProgram))
        .unwrap_or(Shape::Unknown)
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

/// Whether an object names one of these as its own type.
fn calls_itself(map: &Map<'_>, names: &[&str]) -> bool {
    let says = |key: &str| names.contains(&super::vocabulary::folded(text(map, key)).as_str());
    says("type") || says("content_type")
}

fn text<'v>(map: &'v Map<'v>, key: &str) -> &'v str {
    map.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The context and types of an object, in lower case.
fn context(map: &Map<'_>) -> String {
    let members = ["@context", "@type", "type"].iter().filter_map(|key| map.get(key));
    members.map(ToString::to_string).collect::<String>().to_lowercase()
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
    let is_of_lms = map.contains_key("blocks_url") && map.contains_key("course_id");
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
    } else if id.starts_with("program-") || map.contains_key("req_tree") || map.contains_key("requirements") {
        Some(Shape::OnlineProgram)
    } else if !id.is_empty() || map.contains_key("courseruns") {
        Some(Shape::OnlineCourse)
    } else {
        None
    }
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
    let kind = super::vocabulary::kind(text(map, "type"));
    !matches!(kind, crate::catalog::Kind::Other(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(value: serde_json::Value) -> Shape {
        shape(Value::from(value).as_object().expect("an object"))
    }

    #[test]
    fn documents_are_told_by_what_they_hold() {
        for (text, form_of) in [
            ("", Form::Refused("an empty file")),
            (" \n{\"count\": 1}", Form::Json),
            ("{\"a\": 1}\n{\"b\": 2}\n", Form::JsonLines),
            ("{\n \"format\" : \"prospectus-catalog/1\"", Form::Own),
            ("<!DOCTYPE html><html>", Form::Html),
            (
                "<?xml version='1.0'?><catalog xmlns='http://xcri.org/profiles/1.2/catalog'>",
                Form::Refused("an XCRI-CAP course catalogue"),
            ),
            ("title,partner\nx,y", Form::Table(b',', 0)),
            ("Title;Program Type;Price\n", Form::Table(b';', 0)),
            ("Title\tPartner\n", Form::Table(b'\t', 0)),
            ("\"Title, long\"|Title|Partner\n", Form::Table(b'|', 0)),
            ("Our programs\n\"as of\n2026\",,\n;;\nTitle;Partner\n", Form::Table(b';', 2)),
            ("program_id,field,value,unit\n", Form::Facts),
            ("once upon a time", Form::Refused("text, or a table whose headings name no programs")),
        ] {
            assert_eq!(form(text), form_of, "{text}");
        }
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
