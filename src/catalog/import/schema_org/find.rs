//! Finds the programs and courses in linked data: in graphs, lists, pages and catalogues of offers, and through
//! references within the document. A list item that only names something is recognized, so that every entry is counted.

use std::collections::{HashMap, HashSet};

use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::linked::{Graph, is_organization, types_of};

/// The deepest nesting that is searched for entries.
const MAX_DEPTH: usize = 12;

/// The members that lead to further entries; all others describe the object itself.
const LEADS_ON: [&str; 15] = [
    "@graph",
    "itemListElement",
    "item",
    "mainEntity",
    "hasPart",
    "itemOffered",
    "hasOfferCatalog",
    "makesOffer",
    "offers",
    "subjectOf",
    "about",
    "owns",
    "course",
    "department",
    "subOrganization",
];

/// The members in which an organization names what it offers.
const OFFERED: [&str; 2] = ["hasOfferCatalog", "makesOffer"];

/// A program or a course in a document, with its JSON pointer.
#[derive(Clone, Debug)]
pub(in super::super) struct Entry<'v> {
    pub(in super::super) map: &'v Map<'v>,
    pub(in super::super) at: String,
    pub(super) around: Around<'v>,
}

impl<'v> Entry<'v> {
    /// An entry that stands alone.
    pub(in super::super) fn new(map: &'v Map<'v>, at: String) -> Self {
        Self { map, at, around: Around::default() }
    }
}

/// The objects around an entry that say something about it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around<'v> {
    /// The offer whose item it is.
    pub(super) offer: Option<&'v Map<'v>>,
    /// The address of the page whose main entity it is.
    pub(super) url: Option<&'v str>,
    /// The organization that offers it.
    pub(super) school: Option<&'v Map<'v>>,
}

/// What a document contains.
#[derive(Debug, Default)]
pub(in super::super) struct Contents<'v> {
    /// All programs, and the courses that belong to none of them.
    pub(in super::super) entries: Vec<Entry<'v>>,
    /// The JSON pointers to everything else that counts as a record, each with why it is left out.
    pub(in super::super) left_out: Vec<(String, String)>,
}

impl Contents<'_> {
    /// Whether there is nothing to report.
    pub(in super::super) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.left_out.is_empty()
    }
}

/// Finds everything in simplified documents, each with its JSON pointer. Also returns the numbers of the documents in
/// which there is nothing.
pub(in super::super) fn contents<'v, 'd>(
    documents: impl Iterator<Item = (&'d str, &'v Value<'v>)>,
    graph: &Graph<'v>,
) -> (Contents<'v>, Vec<usize>) {
    let mut finder = Finder { graph, known: HashMap::new(), seen: HashSet::new(), met: 0, found: Contents::default() };
    let mut empty = Vec::new();
    for (number, (place, document)) in documents.enumerate() {
        let met = finder.met;
        finder.visit(document, place, Around::default(), 0);
        if finder.met == met {
            empty.push(number);
        }
    }
    let Finder { mut found, .. } = finder;
    let programs = found.entries.iter().filter(|entry| is_program(entry.map));
    let parts: HashSet<*const Map<'_>> =
        programs.flat_map(|entry| parts(entry.map, graph)).map(std::ptr::from_ref).collect();
    found.entries.retain(|entry| is_program(entry.map) || !parts.contains(&std::ptr::from_ref(entry.map)));
    (found, empty)
}

/// Whether an object is a program.
pub(super) fn is_program(map: &Map<'_>) -> bool {
    types_of(map).iter().any(|name| matches!(*name, "EducationalOccupationalProgram" | "WorkBasedProgram"))
}

fn is_entry(map: &Map<'_>) -> bool {
    is_program(map) || types_of(map).contains(&"Course")
}

fn is_a(map: &Map<'_>, names: &[&str]) -> bool {
    types_of(map).iter().any(|name| names.contains(name))
}

/// The courses of a program as far as they are in the document.
fn parts<'v>(map: &'v Map<'v>, graph: &Graph<'v>) -> Vec<&'v Map<'v>> {
    courses(map, graph).into_iter().filter_map(|course| graph.resolve(course)).collect()
}

/// The courses that a program lists, each as an object, a reference or a text. They may stand in lists of their own.
pub(super) fn courses<'v>(map: &'v Map<'v>, graph: &Graph<'v>) -> Vec<&'v Value<'v>> {
    let mut found = Vec::new();
    for item in map.items("hasCourse") {
        unlisted(item, graph, 0, &mut found);
    }
    if found.is_empty() {
        let is_course = |part: &&Value<'v>| graph.resolve(part).is_some_and(|map| is_a(map, &["Course"]));
        found.extend(map.items("hasPart").iter().filter(is_course));
    }
    found
}

fn unlisted<'v>(item: &'v Value<'v>, graph: &Graph<'v>, depth: usize, found: &mut Vec<&'v Value<'v>>) {
    let inner = graph.resolve(item).and_then(|map| {
        let is_list = is_a(map, &["ItemList", "OfferCatalog"]);
        let key = if is_list { "itemListElement" } else { "item" };
        (is_list || is_a(map, &["ListItem"])).then(|| map.items(key))
    });
    match inner {
        Some(inner) if depth < MAX_DEPTH && !inner.is_empty() => {
            for item in inner {
                unlisted(item, graph, depth + 1, found);
            }
        }
        _ => found.push(item),
    }
}

struct Finder<'g, 'v> {
    graph: &'g Graph<'v>,
    /// The places of entries among those found.
    known: HashMap<*const Map<'v>, usize>,
    /// The other objects that were visited; references may lead in circles.
    seen: HashSet<*const Map<'v>>,
    /// How often an entry or an item was met, known or not.
    met: usize,
    found: Contents<'v>,
}

impl<'v> Finder<'_, 'v> {
    fn visit(&mut self, value: &'v Value<'v>, at: &str, around: Around<'v>, depth: usize) {
        if depth > MAX_DEPTH {
            return;
        }
        match value {
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    self.visit(item, &format!("{at}/{number}"), around, depth + 1);
                }
            }
            value => match self.graph.resolve(value) {
                Some(map) => self.visit_object(map, at, around, depth),
                None if value.is_string() && is_listed(at) => self.leave_out(at),
                None => {}
            },
        }
    }

    fn visit_object(&mut self, map: &'v Map<'v>, at: &str, around: Around<'v>, depth: usize) {
        if is_entry(map) {
            return self.add(map, at, around, depth);
        }
        // Breadcrumbs are no list of programs.
        if is_a(map, &["BreadcrumbList"]) || !self.seen.insert(std::ptr::from_ref(map)) {
            return;
        }
        if is_bare(map, self.graph) {
            return self.leave_out(at);
        }
        for (key, value) in map.iter().filter(|(key, _)| LEADS_ON.contains(key)) {
            let around = Around {
                offer: if key == "itemOffered" { Some(map) } else { around.offer },
                url: if key == "mainEntity" { map.get("url").and_then(Value::as_str) } else { None },
                school: if offers(map, key) { Some(map) } else { around.school },
            };
            self.visit(value, &format!("{at}/{key}"), around, depth + 1);
        }
    }

    /// Counts a list item that is no more than an address or a name.
    fn leave_out(&mut self, at: &str) {
        const REASON: &str = "the list item is only an address or a name, without any facts";
        self.met += 1;
        self.found.left_out.push((at.to_owned(), REASON.to_owned()));
    }

    /// Adds an entry, or what is stated about it elsewhere.
    fn add(&mut self, map: &'v Map<'v>, at: &str, around: Around<'v>, depth: usize) {
        self.met += 1;
        if let Some(known) = self.known.get(&std::ptr::from_ref(map)) {
            let entry = &mut self.found.entries[*known];
            entry.around.offer = entry.around.offer.or(around.offer);
            entry.around.url = entry.around.url.or(around.url);
            entry.around.school = entry.around.school.or(around.school);
            return;
        }
        self.known.insert(map, self.found.entries.len());
        self.found.entries.push(Entry { map, at: at.to_owned(), around });
        // The parts of a program are its courses; those of a course are courses of their own, or chapters.
        if let Some(parts) = map.get("hasPart").filter(|_| !is_program(map)) {
            // Whoever provides a course provides its parts.
            let school = map.items("provider").iter().find_map(|provider| self.graph.resolve(provider));
            self.visit(parts, &format!("{at}/hasPart"), Around { school, ..Around::default() }, depth + 1);
        }
    }
}

/// Whether a member of an object names what an organization offers.
fn offers(map: &Map<'_>, key: &str) -> bool {
    OFFERED.contains(&key) || (matches!(key, "offers" | "course") && is_organization(map))
}

/// Whether a place is that of a list item.
fn is_listed(at: &str) -> bool {
    at.rsplit('/').take(2).any(|part| part == "itemListElement")
}

/// Whether a list item is no more than an address or a name: neither it nor its item says what it is part of.
fn is_bare(map: &Map<'_>, graph: &Graph<'_>) -> bool {
    let is_only_named = |map: &Map<'_>| map.keys().all(|key| matches!(key, "@id" | "url" | "name"));
    let item = match map.get("item") {
        None | Some(Value::Null) => None,
        Some(item) => Some(graph.resolve(item).is_none_or(is_only_named)),
    };
    is_a(map, &["ListItem"]) && item.unwrap_or_else(|| ["url", "name", "@id"].iter().any(|key| map.contains_key(key)))
}
