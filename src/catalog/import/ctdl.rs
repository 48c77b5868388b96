//! Reads CTDL, the language of the Credential Registry: the credentials, learning programs and courses of a graph, in
//! its contexts from 2017 until today. No class stands for kinds such as MicroMasters; these are recognized by the name
//! or a keyword, and marked as inferred.

use super::json::{Map, Value};

use super::amount::{self, What};
use super::discovery::{self, say_languages, say_levels};
use super::draft::{self, Acceptance, Draft, School, Thing};
use super::found::Found;
use super::identity::{self, Identity};
use super::linked::{Graph, id_of, types_of};
use super::measure::{self, Measure};
use super::node::{Node, Remarks};
use super::vocabulary;
use super::{clean, date};
use crate::catalog::{Basis, Kind, Status};

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

/// Fees that are charged in addition to the price of a program.
const FEES: [&str; 6] = ["application", "background", "technology", "materials", "membership", "mixed"];

/// The name of an object's class; `None` if it is neither a credential nor a learning program.
fn class(map: &Map<'_>) -> Option<&'static str> {
    types_of(map).iter().find_map(|name| CREDENTIALS.iter().find(|(class, _)| class == name)).map(|(_, name)| *name)
}

fn is_course(map: &Map<'_>) -> bool {
    types_of(map).iter().any(|name| matches!(*name, "Course" | "LearningOpportunityProfile" | "LearningOpportunity"))
}

/// Whether an object is a credential, a learning program or a course.
pub(super) fn is_entry(map: &Map<'_>) -> bool {
    class(map).is_some() || is_course(map)
}

/// The entries of a graph: its credentials and programs, and the courses that belong to none of them.
pub(super) fn entries<'v>(document: &'v Value<'v>, graph: &Graph<'v>) -> Vec<super::schema_org::Entry<'v>> {
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
    entries.map(|(at, map)| super::schema_org::Entry { map, at }).collect()
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
    let required = list(map, "requires").iter().filter_map(Value::as_object);
    let targets = required.flat_map(|condition| list(condition, "targetLearningOpportunity"));
    list(map, "hasPart").iter().chain(targets).collect()
}

fn list<'v>(map: &'v Map<'v>, key: &str) -> &'v [Value<'v>] {
    match map.get(key) {
        None | Some(Value::Null) => &[],
        Some(Value::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
    }
}

/// Reads an entry into a draft.
pub(super) fn entry<'v>(map: &'v Map<'v>, graph: &Graph<'v>, remarks: &'v Remarks) -> Found {
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
            draft.say("url", draft::text(&url), node.at("subjectWebpage"));
        }
        (draft.schools, draft.schools_at) = self.schools(node);
        draft.as_of = ["dateModified", "dateEffective"].iter().find_map(|key| date::moment(node.value(key)?));
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
        // A reference that leads out of the graph still counts as a course, about which nothing else is known.
        draft.say("courses", draft::count(references.len() as f64), node.at("hasPart"));
        if draft.courses.len() == references.len() {
            discovery::from_courses_of(draft, node, "hasPart");
        }
    }

    /// Reads the degrees that a credential counts toward or prepares for.
    fn say_standing(&self, draft: &mut Draft, node: &Node<'v>) {
        for (key, counts) in [("isAdvancedStandingFor", "credit"), ("isPreparationFor", "admission")] {
            for condition in node.nodes(key) {
                for target in condition.items("targetCredential") {
                    draft.acceptances.extend(self.acceptance(&condition, target, counts));
                }
            }
        }
        if draft.acceptances.iter().any(|acceptance| acceptance.counts == "credit") {
            draft.say("credit", draft::text("pathway"), node.at("isAdvancedStandingFor"));
        } else if node.flag("isNonCredit") == Some(true) {
            draft.say("credit", draft::text("none"), node.at("isNonCredit"));
        }
    }

    fn acceptance(&self, condition: &Node<'v>, target: &'v Value<'v>, counts: &'static str) -> Option<Acceptance> {
        let degree = self.graph.resolve(target);
        let owner = degree.and_then(|degree| {
            ["ownedBy", "offeredBy"].iter().flat_map(|key| list(degree, key)).find_map(|owner| self.name_of(owner))
        });
        let address = target.as_str().or_else(|| id_of(target.as_object()?));
        let words = [condition.text("description"), Some(condition.texts("condition").join("; "))];
        let units = condition.positive("creditValue");
        Some(Acceptance {
            counts,
            school: owner.or_else(|| address.and_then(identity::host_of))?,
            degree: degree.and_then(|degree| degree.get("name")).and_then(Value::as_str).and_then(clean::known),
            amount: units.map(|units| format!("{units} credits")),
            condition: words.into_iter().flatten().find(|text| !text.is_empty()),
            is_open: true,
            at: condition.place().to_owned(),
        })
    }
}

/// Reads costs by what they are for. An additional fee becomes a remark; if there are several prices of the whole
/// program, none is taken.
fn say_costs(draft: &mut Draft, node: &Node<'_>) {
    let mut whole: Vec<(amount::Price, bool, String)> = Vec::new();
    let renewals = node.nodes("renewal").into_iter().flat_map(|renewal| renewal.nodes("estimatedCost"));
    for (cost, renews) in
        node.nodes("estimatedCost").into_iter().map(|cost| (cost, false)).chain(renewals.map(|cost| (cost, true)))
    {
        let Some(amount) = cost.positive("price") else { continue };
        let currency = cost.text("currency").and_then(|word| amount::currency(&word));
        let kind = concept(&cost, "directCostType");
        let words = format!("{} {kind}", cost.text("name").unwrap_or_default());
        let mut price = amount::Price { low: amount, high: amount, currency, what: what_of(&words) };
        if renews {
            price.what = Some(What::Renewal);
        }
        if FEES.iter().any(|fee| kind.to_lowercase().contains(fee)) {
            let code = currency.map_or_else(String::new, |currency| format!(" {}", currency.code()));
            draft.say("remark", draft::text(&format!("{kind}: {amount}{code}")), cost.at("price"));
        } else if price.what.is_some() {
            draft::say_price(draft, &price, What::Program, cost.at("price"));
        } else {
            whole.push((price, kind.to_lowercase().contains("aggregate"), cost.at("price").into()));
        }
    }
    if whole.iter().any(|(_, is_sum, _)| *is_sum) {
        whole.retain(|(_, is_sum, _)| *is_sum);
    }
    let differ = whole
        .iter()
        .any(|(price, ..)| whole.iter().any(|(other, ..)| other.currency == price.currency && other != price));
    if differ {
        return node
            .remark("estimatedCost", "has several prices and does not say which is for the whole; none was taken");
    }
    for (price, _, at) in whole {
        draft::say_price(draft, &price, What::Program, &at);
    }
}

/// The name of a concept, or else its address.
fn concept(node: &Node<'_>, key: &str) -> String {
    let concept = node.nodes(key).into_iter().next();
    concept
        .and_then(|concept| concept.text("targetNodeName").or_else(|| concept.text("targetNode")))
        .unwrap_or_default()
}

/// What a cost is for, according to its name and type.
fn what_of(words: &str) -> Option<What> {
    let lower = words.to_lowercase();
    if lower.contains("assessment") { Some(What::Exam) } else { amount::what(words) }
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
    let mut levels: Vec<crate::catalog::Level> = Vec::new();
    for name in names("audienceLevelType") {
        match vocabulary::level(&name) {
            Some(level) => levels.push(level),
            None => node.remark("audienceLevelType", format!("`{name}` is not a known level")),
        }
    }
    levels.sort();
    let value = match (draft.thing, levels.first()) {
        (Thing::Course, Some(level)) => draft::text(level.slug()),
        _ => draft::texts(levels.iter().map(|level| level.slug())),
    };
    draft.say("level", value, node.at("audienceLevelType"));
    say_levels(draft, node, &[]);
    if draft.thing == Thing::Program {
        draft.say("fields", draft::texts(names("subject")), node.at("subject"));
        say_languages(draft, node, &["inLanguage"]);
    }
}

/// Reads a duration in calendar time or hours, exact or between two bounds.
fn say_duration(draft: &mut Draft, node: &Node<'_>) {
    for profile in node.nodes("estimatedDuration") {
        let read = |key: &str| {
            let text = profile.text(key)?;
            let measure = measure::measures(&text).into_iter().next();
            if measure.is_none() {
                profile.remark(key, format!("`{text}` cannot be read as a length of time"));
            }
            measure
        };
        let low = read("exactDuration").or_else(|| read("minimumDuration"));
        let high = read("exactDuration").or_else(|| read("maximumDuration"));
        let Some((low, high)) = low.or(high).zip(high.or(low)).filter(|(low, high)| low.unit == high.unit) else {
            continue;
        };
        let whole = Measure { high: high.high, ..low };
        return say_whole(draft, &profile, whole);
    }
}

fn say_whole(draft: &mut Draft, profile: &Node<'_>, whole: Measure) {
    if whole.hours().is_some() {
        // Courses have no fact for their total hours.
        if draft.thing == Thing::Program {
            draft.say("effort", draft::positive(whole.low, whole.high), profile.at("exactDuration"));
        }
        return;
    }
    let (low, high, unit, aside) =
        discovery::in_weeks_or_months(whole, &profile.text("exactDuration").unwrap_or_default());
    match draft.thing {
        Thing::Program => {
            draft.note("length", draft::length(low, high, unit), Basis::Stated, profile.at("exactDuration"), aside);
        }
        Thing::Course if unit == "weeks" => draft.say("weeks", draft::positive(low, high), profile.at("exactDuration")),
        Thing::Course => {}
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
