//! Reads CTDL, the language of the Credential Registry: the credentials, learning programs and courses of a graph, in
//! its contexts from 2017 until today. No class stands for kinds such as MicroMasters; these are recognized by the name
//! or a keyword, and marked as inferred.

mod cost;
mod duration;
mod parts;
mod standing;

use jiff::civil::Date;

use super::json::{Map, Value};

use super::discovery::{self, say_languages};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::Identity;
use super::linked::{Graph, types_of};
use super::node::{Node, Remarks};
use super::schema_org::{Contents, Entry};
use super::vocabulary;
use super::{clean, date};
use crate::catalog::{Basis, Kind, Status};
use cost::say_costs;
use date::Moment;
use duration::say_duration;
use parts::parts;

/// The classes of credentials, each with its name for people.
const CREDENTIALS: [(&str, &str); 19] = [
    ("ApprenticeshipCertificate", "Apprenticeship Certificate"),
    ("AssociateDegree", "Associate Degree"),
    ("BachelorDegree", "Bachelor's"),
    ("Badge", "Badge"),
    ("Certificate", "Certificate"),
    ("CertificateOfCompletion", "Certificate of Completion"),
    ("Certification", "Certification"),
    ("Credential", "Credential"),
    ("Degree", "Degree"),
    ("DigitalBadge", "Badge"),
    ("Diploma", "Diploma"),
    ("DoctoralDegree", "Doctorate"),
    ("License", "License"),
    ("MasterDegree", "Master's"),
    ("MicroCredential", "MicroCredential"),
    ("OpenBadge", "Badge"),
    ("ProfessionalDoctorate", "Doctorate"),
    ("ResearchDoctorate", "Doctorate"),
    ("LearningProgram", "Learning Program"),
];

/// Kinds without a class, which are recognized by name.
const BY_NAME: [&str; 4] = ["micromasters", "microbachelors", "professional certificate", "xseries"];

/// The name of an object's class; `None` if it is neither a credential nor a learning program.
fn class(map: &Map<'_>) -> Option<&'static str> {
    types_of(map).iter().find_map(|name| CREDENTIALS.iter().find(|(class, _)| class == name)).map(|(_, name)| *name)
}

fn is_course(map: &Map<'_>) -> bool {
    types_of(map).iter().any(|name| matches!(*name, "Course" | "LearningOpportunityProfile" | "LearningOpportunity"))
}

/// Whether an object is a credential, a learning program or a course.
fn is_entry(map: &Map<'_>) -> bool {
    class(map).is_some() || is_course(map)
}

/// When the envelope of the registry around a resource was last changed; `None` without an envelope.
pub(super) fn changed(envelope: &Value<'_>) -> Option<Moment> {
    let headers = envelope.get("node_headers").unwrap_or(envelope);
    date::moment(headers.get("updated_at")?)
}

/// The entries of a graph: its credentials and programs, and the courses that belong to none of them.
pub(super) fn contents<'v>(document: &'v Value<'v>, graph: &Graph<'v>) -> Contents<'v> {
    let nodes: Vec<(String, &Map<'_>)> = match document.get("@graph").unwrap_or(document) {
        Value::Array(items) => {
            let prefix = if document.get("@graph").is_some() { "/@graph" } else { "" };
            let placed = items.iter().enumerate().map(|(number, item)| (format!("{prefix}/{number}"), item));
            placed.filter_map(|(at, item)| Some((at, item.as_object()?))).collect()
        }
        Value::Object(map) => vec![(String::new(), map)],
        _ => Vec::new(),
    };
    let programs = nodes.iter().filter(|(_, map)| class(map).is_some());
    let parts: Vec<*const Map<'_>> = programs.flat_map(|(_, map)| parts(map, graph)).map(std::ptr::from_ref).collect();
    let stands_alone = |map: &Map<'_>| class(map).is_some() || !parts.contains(&std::ptr::from_ref(map));
    let entries = nodes.into_iter().filter(|(_, map)| is_entry(map) && stands_alone(map));
    Contents { entries: entries.map(|(at, map)| Entry::new(map, at)).collect(), ..Contents::default() }
}

/// Reads an entry into a draft, on the day `today`. `changed` is when its envelope was last changed.
pub(super) fn entry<'v>(
    map: &'v Map<'v>,
    graph: &Graph<'v>,
    (changed, today): (Option<Moment>, Date),
    remarks: &'v Remarks,
) -> Found {
    let node = Node::new(map, remarks);
    let Some(title) = node.text("name") else {
        return Found::Rejected("it has no name".to_owned());
    };
    let reader = CtdlReader { graph, today };
    let mut draft = match class(map) {
        Some(class) => {
            let mut draft = Draft::program(title);
            say_kind(&mut draft, &node, class);
            draft
        }
        None => Draft::course(title),
    };
    reader.say_common(&mut draft, &node);
    if draft.thing == Thing::Program {
        reader.say_program(&mut draft, &node);
    }
    draft.as_of = draft.as_of.max(changed);
    Found::draft(draft)
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
        None if class == "Master's" => draft.say_kind(&Kind::Masters, Basis::Stated, node.at("@type"), None),
        None => draft.say_kind(&Kind::Other(class.to_owned().into()), Basis::Stated, node.at("@type"), None),
    }
}

/// The members that name who offers a credential, in the order in which they are tried.
const GIVERS: [&str; 2] = ["offeredBy", "ownedBy"];

struct CtdlReader<'g, 'v> {
    graph: &'g Graph<'v>,
    today: Date,
}

impl<'v> CtdlReader<'_, 'v> {
    fn say_common(&self, draft: &mut Draft, node: &Node<'v>) {
        let ctid = node.text("ctid").and_then(|ctid| Identity::ctid(&ctid));
        draft.identities.extend(ctid);
        if let Some(url) = node.text("subjectWebpage").filter(|url| crate::catalog::is_web_address(url)) {
            draft.identities.extend(Identity::address(&url));
            draft.say("url", draft::text(&discovery::without_tracking(&url)), node.at("subjectWebpage"));
        }
        (draft.schools, draft.schools_at) = self.schools(node);
        // When a credential came into force says nothing about how old its prices are.
        draft.as_of = node.moment("dateModified");
        say_concepts(draft, node);
        say_costs(draft, node, self.today);
        say_duration(draft, node);
    }

    fn schools(&self, node: &Node<'v>) -> (Vec<School>, String) {
        for key in GIVERS {
            let names = node.items(key).iter().filter_map(|value| self.name_of(value));
            let schools: Vec<School> = names.map(|name| School { key: None, name: Some(name) }).collect();
            if !schools.is_empty() {
                return (schools, node.at(key).into());
            }
        }
        if let Some(key) = GIVERS.into_iter().find(|key| !node.items(key).is_empty()) {
            node.remark(key, "names nobody whom the file describes, so the school is unknown");
        }
        (Vec::new(), String::new())
    }

    /// The name of the object that a value is or refers to.
    fn name_of(&self, value: &'v Value<'v>) -> Option<String> {
        self.graph.resolve(value)?.get("name").and_then(Value::as_str).and_then(clean::known)
    }

    /// Sets the status: as stated, unless the credential has expired or another took its place.
    fn say_status(&self, draft: &mut Draft, node: &Node<'_>) {
        if let Some(end) = node.moment("expirationDate").filter(|end| end.day < self.today) {
            let aside = Some(format!("it expired on {}", end.day));
            let older = draft::text(Status::Older.slug());
            return draft.note("status", older, Basis::Stated, node.at("expirationDate"), aside);
        }
        for key in ["credentialStatusType", "lifeCycleStatusType"] {
            let Some(concept) = node.nodes(key).into_iter().next() else { continue };
            let name = concept.text("targetNodeName").or_else(|| concept.text("targetNode"));
            let Some(name) = name else { continue };
            let is_active = name.to_lowercase().contains("active") && !name.to_lowercase().contains("inactive");
            let (status, aside) = if is_active { (Status::Current, None) } else { (Status::Older, Some(name)) };
            return draft.note("status", draft::text(status.slug()), Basis::Stated, node.at(key), aside);
        }
        if node.items("supersededBy").is_empty() {
            return discovery::without_status(draft);
        }
        draft.derive("status", draft::text(Status::Older.slug()), node.at("supersededBy"), "another took its place");
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
    }
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

/// Words that were joined with capitals: `SemesterHours` are `Semester Hours`.
fn in_words(joined: &str) -> String {
    let mut words = String::with_capacity(joined.len() + 4);
    for c in joined.chars() {
        if c.is_uppercase() && !words.is_empty() && !words.ends_with(|last: char| last.is_uppercase()) {
            words.push(' ');
        }
        words.push(c);
    }
    words
}

/// Reads subjects, levels and languages, given as concepts or as plain texts.
fn say_concepts(draft: &mut Draft, node: &Node<'_>) {
    let names = |key: &str| -> Vec<String> {
        let concepts = node.items(key).iter().filter_map(|item| match item {
            Value::String(text) => clean::known(text),
            Value::Object(map) => ["targetNodeName", "name", "targetNode"]
                .iter()
                .find_map(|key| map.get(key)?.as_str())
                .and_then(clean::known),
            _ => None,
        });
        concepts.collect()
    };
    let key = "audienceLevelType";
    draft.say("level", discovery::levels_of(draft, node, key, &names(key)), node.at(key));
    if draft.thing == Thing::Program {
        draft.say("fields", draft::texts(names("subject")), node.at("subject"));
        say_languages(draft, node, &["inLanguage"]);
    }
}

/// The prerequisites: entry conditions, and requirements that do not name a part of the program itself.
fn prerequisites(node: &Node<'_>) -> String {
    let requires = node.nodes("requires").into_iter();
    let own =
        requires.filter(|condition| !condition.has("targetLearningOpportunity") && !condition.has("targetCredential"));
    let mut words = Vec::new();
    for condition in node.nodes("entryCondition").into_iter().chain(own) {
        let texts = condition.texts("condition");
        let texts = if texts.is_empty() { condition.text("description").into_iter().collect() } else { texts };
        // A bare `2.0` says something under its name alone.
        let name = condition.text("name").filter(|_| !texts.is_empty());
        let named = |text: String| match &name {
            Some(name) if !text.contains(' ') => format!("{name}: {text}"),
            _ => text,
        };
        words.extend(texts.into_iter().filter(|text| text.len() <= 500).map(named));
    }
    words.join("; ")
}
