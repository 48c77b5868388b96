//! Reads schema.org in JSON-LD: programs and courses, and what is said about them. Members may be text, an object or a
//! list. Where entries stand in a document, what offers cost and how long things take are left to the files below.

mod find;
mod offer;
mod terms;
mod times;

use jiff::civil::Date;

use super::json::{Map, Value};

use super::amount;
use super::clean;
use super::discovery::{self, say_languages, say_levels};
use super::draft::{self, Draft, School, Thing};
use super::found::Found;
use super::identity::{self, Identity};
use super::linked::{Graph, id_of, reference_of, types_of};
use super::node::{Node, Remarks};
use super::reference::{Reference, Sought};
use super::tracking::without_tracking;
use super::vocabulary;
use crate::catalog::{Basis, Kind, Status};

use find::{Around, courses, is_program};
pub(super) use find::{Contents, Entry, contents};
use times::{say_course_times, say_time, tell_whole_hours, total_hours};

/// Reads an entry into a draft, on the day `today`. `page` is the text of the web page around it, or empty.
pub(super) fn entry(entry: &Entry<'_>, graph: &Graph<'_>, (page, today): (&str, Date), remarks: &Remarks) -> Found {
    let node = Node::new(entry.map, remarks);
    // Of several names the first is the one that a page shows.
    let name = || texts_of(node.map(), "name").find_map(clean::known);
    let Some(title) = name().or_else(|| node.text("name")).or_else(|| node.text("headline")) else {
        return Found::Rejected("it has no name".to_owned());
    };
    let reader = SchemaOrgReader { graph, page, today, is_free: calls_itself_free(&node) };
    let is_program = is_program(entry.map);
    let mut draft = if is_program { Draft::program(title) } else { Draft::course(title) };
    reader.say_common(&mut draft, &node, entry.around);
    if is_program {
        reader.say_program(&mut draft, &node);
    } else {
        tell_whole_hours(&draft, &node);
    }
    Found::draft(draft)
}

/// Whether an entry says that it is accessible for free.
fn calls_itself_free(node: &Node<'_>) -> bool {
    let is_true = |text: &str| terms::local(text).eq_ignore_ascii_case("true");
    let value = node.value("isAccessibleForFree");
    value.is_some_and(|value| matches!(value, Value::Bool(true)) || value.as_str().is_some_and(is_true))
}

/// Keeps that an entry is accessible for free. That is no price: a certificate may cost something all the same.
fn say_free(draft: &mut Draft, node: &Node<'_>) {
    const KEY: &str = "isAccessibleForFree";
    let price = draft.said("price").and_then(super::stated::Stated::band);
    let words = match price {
        Some((_, most)) if most <= 0.0 => return,
        Some(_) => "can be followed for free",
        None => "can be followed for free; the price of a certificate is not stated",
    };
    match draft.thing {
        Thing::Program => draft.say("remark", draft::text(words), node.at(KEY)),
        Thing::Course => node.remark(KEY, words),
    }
}

struct SchemaOrgReader<'g, 'v> {
    graph: &'g Graph<'v>,
    page: &'g str,
    today: Date,
    /// Whether the entry says that it is accessible for free.
    is_free: bool,
}

impl<'v> SchemaOrgReader<'_, 'v> {
    fn say_common(&self, draft: &mut Draft, node: &Node<'v>, around: Around<'v>) {
        (draft.schools, draft.schools_at) = (self.schools(node), node.at("provider").into());
        if draft.schools.is_empty() {
            draft.schools = around.school.and_then(school).into_iter().collect();
        }
        if draft.schools.is_empty() {
            let ids = node.items("provider").iter().filter_map(reference_of);
            draft.references.extend(ids.map(|id| Reference::to(Sought::School, id, node.at("provider"))));
        }
        identify(draft, node, around.url);
        draft.as_of = node.value("dateModified").and_then(super::date::moment);
        say_levels(draft, node, &["educationalLevel"]);
        say_languages(draft, node, &["inLanguage"]);
        draft.say("skills", draft::texts(node.texts("teaches")), node.at("teaches"));
        self.say_offers(draft, node, around.offer);
        if draft.thing == Thing::Course {
            say_course_times(draft, node);
            if !draft.has("price") {
                for instance in &node.nodes("hasCourseInstance") {
                    self.say_offers(draft, instance, None);
                }
            }
        }
        if self.is_free {
            say_free(draft, node);
        }
    }

    fn schools(&self, node: &Node<'v>) -> Vec<School> {
        let mut schools = Vec::new();
        for provider in node.items("provider") {
            schools.extend(match self.graph.resolve(provider) {
                Some(map) => school(map),
                None => provider.as_str().filter(|text| !text.contains("://")).and_then(clean::known).map(named),
            });
        }
        schools
    }

    fn say_program(&self, draft: &mut Draft, node: &Node<'v>) {
        self.say_kind(draft, node);
        let end = node.value("endDate").and_then(super::date::moment).filter(|end| end.day < self.today);
        if let Some(end) = end.filter(|_| !draft.has("status")) {
            let aside = format!("it ended on {}", end.day);
            draft.derive("status", draft::text(Status::Older.slug()), node.at("endDate"), &aside);
        }
        if !draft.has("status") {
            discovery::without_status(draft);
        }
        if let Some(text) = times::text_of(node, "timeToComplete") {
            say_time(draft, node, "timeToComplete", &text);
        }
        draft.say(
            "prerequisites",
            draft::text(&self.words(node, "programPrerequisites")),
            node.at("programPrerequisites"),
        );
        if let Some(credits) = credits(node) {
            draft.say_credits(&credits, node.at("numberOfCredits"));
        }
        self.say_courses(draft, node);
    }

    /// Sets the kind by the type of the program or by what it awards: by the first word for a kind that is known here.
    fn say_kind(&self, draft: &mut Draft, node: &Node<'v>) {
        let mut kinds: Vec<(Kind, &str)> = Vec::new();
        for key in ["programType", "educationalCredentialAwarded"] {
            for value in node.items(key) {
                let names: Vec<&str> = match self.graph.resolve(value) {
                    Some(map) => {
                        ["credentialCategory", "name"].into_iter().flat_map(|key| texts_of(map, key)).collect()
                    }
                    None => value.as_str().into_iter().collect(),
                };
                let names = names.into_iter().filter(|name| !name.contains("://")).filter_map(clean::known);
                kinds.extend(names.map(|name| (vocabulary::kind(&name), key)));
            }
        }
        let known = kinds.iter().find(|(kind, _)| !matches!(kind, Kind::Other(_)));
        match known.or(kinds.first()) {
            Some((kind, key)) => draft.say_kind(kind, Basis::Stated, node.at(key), None),
            None => discovery::without_kind(draft),
        }
    }

    /// Joins texts and the names of objects into one text.
    fn words(&self, node: &Node<'v>, key: &str) -> String {
        let mut words = Vec::new();
        for item in node.items(key) {
            let text = match self.graph.resolve(item) {
                Some(map) => described(map),
                None => item.as_str().filter(|text| !text.contains("://")).map(str::to_owned),
            };
            words.extend(text.and_then(|text| clean::known(&text)).filter(|text| text.len() <= clean::MAX_TEXT));
        }
        words.join("; ")
    }

    fn say_courses(&self, draft: &mut Draft, node: &Node<'v>) {
        let listed = courses(node.map(), self.graph);
        let mut hours = Some((0.0, 0.0));
        for (number, item) in listed.iter().enumerate() {
            let at = format!("{}/{number}", node.at("hasCourse"));
            let course = match (self.graph.resolve(item), item.as_str()) {
                (Some(map), _) => {
                    let inner = node.along(map, at);
                    hours = sum(hours, total_hours(&inner));
                    inner.text("name").map(|name| (Draft::course(name), Some(inner)))
                }
                (None, Some(text)) if !text.contains("://") => {
                    hours = None;
                    clean::known(text).map(|name| (Draft::course(name), None))
                }
                _ => None,
            };
            let Some((mut course, inner)) = course else {
                refer(draft, node, item, number);
                continue;
            };
            match &inner {
                Some(inner) => self.say_common(&mut course, inner, Around::default()),
                None => course.schools.clone_from(&draft.schools),
            }
            if course.schools.is_empty() {
                course.schools.clone_from(&draft.schools);
            }
            draft.courses.push(course);
        }
        draft.say("courses", draft::count(listed.len() as f64), node.at("hasCourse"));
        if let (Some((low, high)), false) = (hours, draft.has("effort")) {
            draft.derive(
                "effort",
                draft::positive(low, high),
                node.at("hasCourse"),
                "sum of the workloads of its courses",
            );
        }
    }
}

/// Refers to a course that only its address names here.
fn refer(draft: &mut Draft, node: &Node<'_>, item: &Value<'_>, number: usize) {
    if let Some(id) = reference_of(item) {
        let at = format!("{}/{number}", node.at("hasCourse"));
        draft.references.push(Reference::to(Sought::Part, id, at));
        draft.courses.extend(Draft::referred_to(id));
    }
}

/// What an object says of itself: its name or description, with the category and the competencies that it names.
fn described(map: &Map<'_>) -> Option<String> {
    let own = ["name", "description"].iter().find_map(|key| texts_of(map, key).next());
    let category = texts_of(map, "credentialCategory").next().filter(|_| own.is_none());
    let competencies = map.items("competencyRequired").iter().filter_map(|item| {
        item.as_str().or_else(|| ["name", "termCode", "description"].iter().find_map(|key| item.get(key)?.as_str()))
    });
    let words: Vec<&str> = own.into_iter().chain(category).chain(competencies).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The school that an object describes; `None` for a person. It may give its short name beside the full one.
fn school(map: &Map<'_>) -> Option<School> {
    if types_of(map).contains(&"Person") {
        return None;
    }
    texts_of(map, "name").max_by_key(|name| name.len()).and_then(clean::known).map(named)
}

fn named(name: String) -> School {
    School { key: None, name: Some(name) }
}

/// The texts of a member that may be one text or a list of them.
fn texts_of<'v>(map: &'v Map<'v>, key: &str) -> impl Iterator<Item = &'v str> {
    map.items(key).iter().filter_map(Value::as_str)
}

/// The number of credits with its unit, as in `60 ECTS`; `None` if there are none.
fn credits(node: &Node<'_>) -> Option<String> {
    let value = node.items("numberOfCredits").first()?;
    let unit = ["unitText", "name", "unitCode"].iter().find_map(|key| value.get(key)?.as_str());
    let number = value.get("value").unwrap_or(value);
    if let Some(number) = amount::number(number) {
        return (number > 0.0)
            .then(|| format!("{number} {}", unit.and_then(clean::known).unwrap_or("credits".to_owned())));
    }
    let words = clean::known(number.as_str()?)?;
    let digits = words.split(|c: char| !c.is_ascii_digit() && c != '.').find(|digits| !digits.is_empty());
    let number = digits.and_then(|digits| digits.parse::<f64>().ok());
    if number.is_none() {
        node.remark("numberOfCredits", format!("`{words}` names no number of credits"));
    }
    (number? > 0.0).then_some(words)
}

/// Reads the identities. An identifier counts only together with its issuer, which is the site or the school. `page` is
/// the address of the page around the entry.
fn identify(draft: &mut Draft, node: &Node<'_>, page: Option<&str>) {
    let own = url_of(node).or_else(|| id_of(node.map()).map(str::to_owned));
    let urls = [own, page.map(str::to_owned)].into_iter().flatten();
    let url = urls.into_iter().find(|url| crate::catalog::is_web_address(url));
    let giver = url.as_deref().and_then(identity::host_of).or_else(|| draft.schools.first()?.name.clone());
    for key in ["identifier", "courseCode"] {
        for id in node.texts(key) {
            let named = giver.as_ref().map(|giver| format!("{giver} {id}"));
            draft.identities.extend(Identity::uuid(&id).or_else(|| Identity::object(&named?)));
        }
    }
    draft.identities.extend(id_of(node.map()).and_then(Identity::of_node));
    if let Some(url) = url {
        draft.identities.extend(Identity::address(&url).into_iter().chain(Identity::of_node(&url)));
        draft.say("url", draft::text(&without_tracking(&url)), node.at("url"));
    }
}

/// The address, or the first of several that can be opened.
fn url_of(node: &Node<'_>) -> Option<String> {
    match node.value("url") {
        Some(Value::Array(urls)) if urls.len() > 1 => {
            let mut urls = urls.iter().filter_map(Value::as_str).filter_map(super::clean::known);
            urls.find(|url| crate::catalog::is_web_address(url))
        }
        _ => node.text("url"),
    }
}

fn sum(so_far: Option<(f64, f64)>, more: Option<(f64, f64)>) -> Option<(f64, f64)> {
    let ((low, high), (more_low, more_high)) = so_far.zip(more)?;
    Some((low + more_low, high + more_high))
}
