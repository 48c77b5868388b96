//! Reads CTDL, the language of the Credential Registry: the credentials, learning programs and courses of a graph, in
//! its contexts from 2017 until today. No class stands for kinds such as MicroMasters; these are recognized by the name
//! or a keyword, and marked as inferred.

mod class;
mod cost;
mod duration;
mod parts;
mod relation;
mod standing;

use std::collections::HashSet;

use jiff::civil::Date;

use super::json::{Map, Value};

use super::discovery::{self, say_languages};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::Identity;
use super::linked::{Graph, id_of, reference_of, types_of};
use super::node::{Node, Remarks};
use super::reference::{Reference, Sought};
use super::schema_org::{Contents, Entry};
use super::tracking::without_tracking;
use super::vocabulary;
use super::{clean, date};
use crate::catalog::{Basis, Status};
use class::{in_words, is_course};
use cost::say_costs;
use date::Moment;
use duration::{say_duration, tell_hours};
use parts::parts;

/// Kinds without a class, which are recognized by name.
const BY_NAME: [&str; 4] = ["micromasters", "microbachelors", "professional certificate", "xseries"];

/// What the envelope of the registry states about the resource in it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Envelope {
    changed: Option<Moment>,
    deleted: Option<Moment>,
}

impl Envelope {
    /// The envelope around a resource; empty if there is none.
    pub(super) fn of(document: &Value<'_>) -> Self {
        let headers = document.get("node_headers").unwrap_or(document);
        let moment = |key: &str| headers.get(key).or_else(|| document.get(key)).and_then(date::moment);
        Self { changed: moment("updated_at"), deleted: moment("deleted_at") }
    }
}

/// The entries of a graph: its credentials and programs, and the courses that belong to none of them. Other resources
/// of the registry are left out.
pub(super) fn contents<'v>(document: &'v Value<'v>, graph: &Graph<'v>) -> Contents<'v> {
    let nodes = nodes(document);
    let programs = nodes.iter().filter(|(_, map)| class::credential(map).is_some());
    let parts: HashSet<*const Map<'_>> =
        programs.flat_map(|(_, map)| parts(map, graph)).map(std::ptr::from_ref).collect();
    let mut contents = Contents::default();
    for (at, map) in nodes {
        if class::credential(map).is_some() || (is_course(map) && !parts.contains(&std::ptr::from_ref(map))) {
            contents.entries.push(Entry::new(map, at));
        } else if !is_course(map) && map.contains_key("ctid") {
            let class = types_of(map).first().copied().unwrap_or("no class");
            let reason = format!("a resource of the class {class}, which is neither a program nor a course");
            contents.left_out.push((at, reason));
        }
    }
    contents
}

/// The objects of a graph, each with its JSON pointer.
fn nodes<'v>(document: &'v Value<'v>) -> Vec<(String, &'v Map<'v>)> {
    match document.get("@graph").unwrap_or(document) {
        Value::Array(items) => {
            let prefix = if document.get("@graph").is_some() { "/@graph" } else { "" };
            let placed = items.iter().enumerate().map(|(number, item)| (format!("{prefix}/{number}"), item));
            placed.filter_map(|(at, item)| Some((at, item.as_object()?))).collect()
        }
        Value::Object(map) => vec![(String::new(), map)],
        _ => Vec::new(),
    }
}

/// Reads an entry in its envelope into a draft, on the day `today`.
pub(super) fn entry<'v>(
    map: &'v Map<'v>,
    graph: &Graph<'v>,
    (envelope, today): (Envelope, Date),
    remarks: &'v Remarks,
) -> Found {
    let node = Node::new(map, remarks);
    let Some(title) = node.text("name") else {
        return Found::Rejected("it has no name".to_owned());
    };
    let reader = CtdlReader { graph, envelope, today };
    let mut draft = match class::credential(map) {
        Some(class) => {
            let mut draft = Draft::program(title);
            say_kind(&mut draft, &node, class);
            draft
        }
        None => Draft::course(title),
    };
    let hours = reader.say_common(&mut draft, &node);
    match draft.thing {
        Thing::Program => reader.say_program(&mut draft, &node),
        Thing::Course => {
            tell_hours(&node, hours.filter(|_| !draft.has("workload")));
            refer_to_wholes(&mut draft, &node);
            tell_without_fact(&node);
        }
    }
    draft.as_of = draft.as_of.max(envelope.changed).max(envelope.deleted);
    Found::draft(draft)
}

/// Refers to the programs that a course is a part of.
fn refer_to_wholes(draft: &mut Draft, node: &Node<'_>) {
    let ids = node.items("isPartOf").iter().filter_map(reference_of);
    draft.references.extend(ids.map(|id| Reference::to(Sought::Whole, id, node.at("isPartOf"))));
}

fn say_kind(draft: &mut Draft, node: &Node<'_>, class: &str) {
    let words = node.texts("keyword").into_iter().chain([draft.title.clone()]);
    let folded: Vec<String> = words.map(|word| vocabulary::folded(&word)).collect();
    let named = BY_NAME.iter().find(|name| folded.iter().any(|words| words.contains(**name)));
    match named {
        Some(name) => draft.say_kind(
            &vocabulary::kind(name),
            Basis::Inferred,
            node.at("name"),
            Some("from its name or a keyword"),
        ),
        None => draft.say_kind(&class::kind(class), Basis::Stated, node.at("@type"), None),
    }
}

/// The members that name who offers a credential, in the order in which they are tried.
const GIVERS: [&str; 2] = ["offeredBy", "ownedBy"];

struct CtdlReader<'g, 'v> {
    graph: &'g Graph<'v>,
    envelope: Envelope,
    today: Date,
}

impl<'v> CtdlReader<'_, 'v> {
    /// Reads what programs and courses have in common. Returns the hours of a course as a whole.
    fn say_common(&self, draft: &mut Draft, node: &Node<'v>) -> Option<(f64, f64)> {
        let ctid = node.text("ctid").and_then(|ctid| Identity::ctid(&ctid));
        draft.identities.extend(ctid);
        draft.identities.extend(id_of(node.map()).and_then(Identity::of_node));
        if let Some(url) = node.text("subjectWebpage").filter(|url| crate::catalog::is_web_address(url)) {
            draft.identities.extend(Identity::address(&url));
            draft.say("url", draft::text(&without_tracking(&url)), node.at("subjectWebpage"));
        }
        self.say_schools(draft, node);
        // When a credential came into force says nothing about how old its prices are.
        draft.as_of = node.moment("dateModified");
        say_concepts(draft, node);
        say_costs(draft, node, self.today);
        say_duration(draft, node)
    }

    /// Sets the schools that the graph names; if it names none, another document may.
    fn say_schools(&self, draft: &mut Draft, node: &Node<'v>) {
        for key in GIVERS {
            let names = node.items(key).iter().filter_map(|value| self.name_of(value));
            let schools: Vec<School> = names.map(|name| School { key: None, name: Some(name) }).collect();
            if !schools.is_empty() {
                (draft.schools, draft.schools_at) = (schools, node.at(key).into());
                return;
            }
        }
        for key in GIVERS {
            let ids = node.items(key).iter().map(|value| reference_of(value).unwrap_or_default());
            draft.references.extend(ids.map(|id| Reference::to(Sought::School, id, node.at(key))));
        }
    }

    /// The name of the object that a value is or refers to.
    fn name_of(&self, value: &'v Value<'v>) -> Option<String> {
        self.graph.resolve(value)?.get("name").and_then(Value::as_str).and_then(clean::known)
    }

    /// Sets the status: as stated, unless the credential was removed, has expired or another took its place.
    fn say_status(&self, draft: &mut Draft, node: &Node<'_>) {
        let older = || draft::text(Status::Older.slug());
        if let Some(deleted) = self.envelope.deleted {
            let aside = Some(format!("it was deleted from the registry on {}", deleted.day));
            return draft.note("status", older(), Basis::Stated, "", aside);
        }
        if let Some(end) = node.moment("expirationDate").filter(|end| end.day < self.today) {
            let aside = Some(format!("it expired on {}", end.day));
            return draft.note("status", older(), Basis::Stated, node.at("expirationDate"), aside);
        }
        for key in ["credentialStatusType", "lifeCycleStatusType"] {
            let Some(concept) = node.nodes(key).into_iter().next() else { continue };
            let name = concept.text("targetNodeName").or_else(|| concept.text("targetNode"));
            if let Some(name) = name {
                return say_stated_status(draft, node, key, name);
            }
        }
        if node.items("supersededBy").is_empty() {
            return discovery::without_status(draft);
        }
        draft.derive("status", older(), node.at("supersededBy"), "another took its place");
    }

    fn say_successors(&self, draft: &mut Draft, node: &Node<'v>) {
        let successors = node.items("supersededBy");
        let names: Vec<String> = successors.iter().filter_map(|one| self.name_of(one)).collect();
        if names.len() < successors.len() {
            node.remark("supersededBy", "names a successor that the file does not describe");
        }
        draft.say("successors", draft::texts(names), node.at("supersededBy"));
    }

    fn say_program(&self, draft: &mut Draft, node: &Node<'v>) {
        self.say_status(draft, node);
        self.say_successors(draft, node);
        draft.say("prerequisites", draft::text(&prerequisites(node)), node.at("entryCondition"));
        self.say_courses(draft, node);
        self.say_standing(draft, node);
        self.say_relations(draft, node);
    }
}

/// Sets the status that a concept names. A word that does not say whether awards continue or have ended implies nothing
/// about the end.
fn say_stated_status(draft: &mut Draft, node: &Node<'_>, key: &str, name: String) {
    let word = in_words(name.rsplit([':', '/', '#']).next().unwrap_or(&name));
    let (status, basis, aside) = match vocabulary::status(&word) {
        Some(Status::Current) => (Status::Current, Basis::Stated, None),
        Some(status) => (status, Basis::Stated, Some(name)),
        None => (Status::Current, Basis::Presumed, Some(format!("`{name}` does not say that it has ended"))),
    };
    draft.note("status", draft::text(status.slug()), basis, node.at(key), aside);
}

/// The name of a concept: in words, or else the words in its address.
fn concept_of(value: &Value<'_>) -> Option<String> {
    let name = value.as_str().or_else(|| ["targetNodeName", "name"].iter().find_map(|key| value.get(key)?.as_str()));
    let address = || {
        let node = value.get("targetNode")?.as_str()?;
        let local = node.rsplit([':', '/', '#']).next().unwrap_or(node);
        clean::known(&in_words(local))
    };
    name.and_then(clean::known).or_else(address)
}

/// Reads subjects, levels and languages, given as concepts or as plain texts.
fn say_concepts(draft: &mut Draft, node: &Node<'_>) {
    let names = |key: &str| -> Vec<String> { node.items(key).iter().filter_map(concept_of).collect() };
    let key = "audienceLevelType";
    let levels: Vec<String> = node.items(key).iter().filter_map(level_of).collect();
    draft.say("level", discovery::levels_of(draft, node, key, &levels), node.at(key));
    let (subjects, majors) = (names("subject"), names("degreeMajor"));
    let key = if subjects.is_empty() { "degreeMajor" } else { "subject" };
    draft.say("fields", draft::texts(subjects.into_iter().chain(majors)), node.at(key));
    say_languages(draft, node, &["inLanguage"]);
}

/// The name of a level. Where its words are unknown, the concept may be known by its address.
fn level_of(value: &Value<'_>) -> Option<String> {
    let name = concept_of(value)?;
    let address = value.get("targetNode").and_then(Value::as_str).filter(|_| vocabulary::level(&name).is_none());
    let known = address.filter(|address| vocabulary::level(address).is_some());
    Some(known.map_or(name, str::to_owned))
}

/// Reports what is stated about a course and has no place among the facts of courses.
fn tell_without_fact(node: &Node<'_>) {
    for key in ["entryCondition", "requires", "inLanguage"] {
        let words = if key == "inLanguage" { node.texts(key).join(", ") } else { conditions(node.nodes(key)) };
        if !words.is_empty() {
            node.remark(key, format!("“{words}”, for which courses have no fact"));
        }
    }
}

/// The prerequisites: entry conditions, and requirements that do not name a part of the program itself.
fn prerequisites(node: &Node<'_>) -> String {
    let requires = node.nodes("requires").into_iter().filter(|condition| !relation::has_target(condition));
    conditions(node.nodes("entryCondition").into_iter().chain(requires))
}

/// The words of conditions.
fn conditions<'v>(conditions: impl IntoIterator<Item = Node<'v>>) -> String {
    let mut words = Vec::new();
    for condition in conditions {
        let texts = condition.texts("condition");
        let texts = if texts.is_empty() { condition.text("description").into_iter().collect() } else { texts };
        // A bare `2.0` means something only together with its name.
        let name = condition.text("name").filter(|_| !texts.is_empty());
        let named = |text: String| match &name {
            Some(name) if !text.contains(' ') => format!("{name}: {text}"),
            _ => text,
        };
        words.extend(texts.into_iter().filter(|text| text.len() <= 500).map(named));
    }
    words.join("; ")
}
