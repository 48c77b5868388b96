//! Reads CTDL, the language of the Credential Registry: the credentials, learning programs and courses of a graph, in
//! its contexts from 2017 until today. No class stands for kinds such as MicroMasters; these are recognized by the name
//! or a keyword, and marked as inferred.

mod cost;
mod duration;

use super::json::{Map, Value};

use super::amount;
use super::discovery::{self, say_languages};
use super::draft::{self, Acceptance, Draft, School, Thing};
use super::found::Found;
use super::identity::{self, Identity};
use super::linked::{Graph, id_of, types_of};
use super::node::{Node, Remarks};
use super::schema_org::{Contents, Entry};
use super::vocabulary;
use super::{clean, date};
use crate::catalog::{Basis, Kind, Level, Status};
use cost::say_costs;
use date::Moment;
use duration::say_duration;

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

/// The courses that a program requires or consists of, as far as the graph contains them.
fn parts<'v>(map: &'v Map<'v>, graph: &Graph<'v>) -> Vec<&'v Map<'v>> {
    references(map)
        .into_iter()
        .filter_map(|reference| graph.resolve(reference))
        .filter(|part| is_course(part))
        .collect()
}

fn references<'v>(map: &'v Map<'v>) -> Vec<&'v Value<'v>> {
    let required = map.items("requires").iter().filter_map(Value::as_object);
    let targets = required.flat_map(|condition| condition.items("targetLearningOpportunity"));
    map.items("hasPart").iter().chain(targets).collect()
}

/// Reads an entry into a draft. `changed` is when its envelope was last changed.
pub(super) fn entry<'v>(map: &'v Map<'v>, graph: &Graph<'v>, changed: Option<Moment>, remarks: &'v Remarks) -> Found {
    let node = Node::new(map, remarks);
    let Some(title) = node.text("name") else {
        return Found::Rejected("it has no name".to_owned());
    };
    let reader = CtdlReader { graph };
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

struct CtdlReader<'g, 'v> {
    graph: &'g Graph<'v>,
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
        // When a credential takes effect says nothing of when its record was made.
        draft.as_of = node.value("dateModified").and_then(date::moment);
        say_concepts(draft, node);
        say_costs(draft, node);
        say_duration(draft, node);
    }

    fn schools(&self, node: &Node<'v>) -> (Vec<School>, String) {
        for key in ["offeredBy", "ownedBy"] {
            let names = node.items(key).iter().filter_map(|value| self.name_of(value));
            let schools: Vec<School> = names.map(|name| School { key: None, name: Some(name) }).collect();
            if !schools.is_empty() {
                return (schools, node.at(key).into());
            }
        }
        (Vec::new(), String::new())
    }

    /// The name of the object that a value is or refers to.
    fn name_of(&self, value: &'v Value<'v>) -> Option<String> {
        self.graph.resolve(value)?.get("name").and_then(Value::as_str).and_then(clean::known)
    }

    fn say_program(&self, draft: &mut Draft, node: &Node<'v>) {
        say_status(draft, node);
        draft.say("prerequisites", draft::text(&prerequisites(node)), node.at("entryCondition"));
        self.say_courses(draft, node);
        self.say_standing(draft, node);
    }

    fn say_courses(&self, draft: &mut Draft, node: &Node<'v>) {
        let references = references(node.map());
        for reference in &references {
            let Some(map) = self.graph.resolve(reference).filter(|map| is_course(map)) else { continue };
            let inner = node.along(map, node.at("hasPart").into());
            let Some(name) = inner.text("name") else { continue };
            let mut course = Draft::course(name);
            self.say_common(&mut course, &inner);
            if course.schools.is_empty() {
                course.schools.clone_from(&draft.schools);
            }
            draft.courses.push(course);
        }
        // A part that leads out of the graph still counts as a course, about which nothing else is known; a requirement
        // that does may be anything.
        let parts = node.items("hasPart").len().max(draft.courses.len());
        draft.say("courses", draft::count(parts as f64), node.at("hasPart"));
        if draft.courses.len() == references.len() {
            discovery::from_courses_of(draft, node, "hasPart");
        }
    }

    /// Reads the degrees that a credential counts toward or prepares for.
    fn say_standing(&self, draft: &mut Draft, node: &Node<'v>) {
        for (key, counts) in [("isAdvancedStandingFor", "credit"), ("isPreparationFor", "admission")] {
            for condition in node.nodes(key) {
                for target in condition.items("targetCredential") {
                    match self.acceptance(&condition, target, counts) {
                        Some(acceptance) => draft.acceptances.push(acceptance),
                        None => say_unknown_school(draft, &condition, target, counts),
                    }
                }
            }
        }
        if draft.acceptances.iter().any(|acceptance| acceptance.counts == "credit") {
            draft.says.retain(|said| said.field != "credit");
            draft.say("credit", draft::text("pathway"), node.at("isAdvancedStandingFor"));
        } else if draft.has("credit") {
            // It is known to count, though not where.
        } else if node.flag("isNonCredit") == Some(true) {
            draft.say("credit", draft::text("none"), node.at("isNonCredit"));
        } else if let Some((units, at)) = node.nodes("requires").iter().find_map(credits).or_else(|| credits(node)) {
            let aside = Some(format!("{units} are named"));
            draft.note("credit", draft::text("possible"), Basis::Stated, at, aside);
        }
    }

    fn acceptance(&self, condition: &Node<'v>, target: &'v Value<'v>, counts: &'static str) -> Option<Acceptance> {
        let degree = self.graph.resolve(target);
        let owner = degree.and_then(|degree| {
            ["ownedBy", "offeredBy"].iter().flat_map(|key| degree.items(key)).find_map(|owner| self.name_of(owner))
        });
        // The page of a degree is at its school. The address of its record is that of a registry as often as not.
        let page = degree.and_then(|degree| identity::host_of(degree.get("subjectWebpage")?.as_str()?));
        let school = owner.or(page)?;
        let words = [condition.text("description"), Some(condition.texts("condition").join("; "))];
        Some(Acceptance {
            counts,
            school,
            degree: degree.and_then(|degree| degree.get("name")).and_then(Value::as_str).and_then(clean::known),
            amount: credits(condition).map(|(units, _)| units),
            condition: words.into_iter().flatten().find(|text| !text.is_empty()),
            is_open: true,
            at: condition.place().to_owned(),
        })
    }
}

/// Keeps where a credential leads to if the school is not in the file: nothing is promised in the name of a school.
fn say_unknown_school(draft: &mut Draft, condition: &Node<'_>, target: &Value<'_>, counts: &str) {
    let address = target.as_str().or_else(|| id_of(target.as_object()?)).and_then(clean::known);
    let address = address.unwrap_or_else(|| "a credential".to_owned());
    condition.remark("targetCredential", format!("the school of {address} is not in the file"));
    if counts == "credit" && !draft.has("credit") {
        let words = condition.text("description").map(|words| format!(": {words}")).unwrap_or_default();
        let note = format!("counts toward {address}, whose school is not in the file{words}");
        draft.note("credit", draft::text("possible"), Basis::Stated, condition.at("targetCredential"), Some(note));
    }
}

/// The credits that a condition names, with their unit, and where.
fn credits(condition: &Node<'_>) -> Option<(String, String)> {
    let value = condition.items("creditValue").first()?;
    let number = ["value", "minValue"].iter().find_map(|key| value.get(key)).unwrap_or(value);
    let number = amount::number(number).filter(|number| *number > 0.0)?;
    let map = value.as_object();
    let unit = map.and_then(|map| map.items("creditUnitType").first()).and_then(|unit| concept_of(unit));
    let unit = unit.unwrap_or_else(|| "credits".to_owned());
    Some((format!("{number} {unit}"), condition.at("creditValue").into()))
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

fn say_status(draft: &mut Draft, node: &Node<'_>) {
    for key in ["credentialStatusType", "lifeCycleStatusType"] {
        let Some(concept) = node.nodes(key).into_iter().next() else { continue };
        let name = concept.text("targetNodeName").or_else(|| concept.text("targetNode"));
        let Some(name) = name else { continue };
        let is_active = name.to_lowercase().contains("active") && !name.to_lowercase().contains("inactive");
        let (status, aside) = if is_active { (Status::Current, None) } else { (Status::Older, Some(name)) };
        return draft.note("status", draft::text(status.slug()), Basis::Stated, node.at(key), aside);
    }
    discovery::without_status(draft);
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
    let mut levels: Vec<Level> = Vec::new();
    for name in names("audienceLevelType") {
        match vocabulary::level(&name) {
            Some(level) => levels.push(level),
            None => node.remark("audienceLevelType", format!("`{name}` is not a known level")),
        }
    }
    let value = draft::levels(draft.thing, levels);
    draft.say("level", value, node.at("audienceLevelType"));
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
