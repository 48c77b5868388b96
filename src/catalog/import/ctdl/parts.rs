//! Reads what a credential consists of. A part that the graph does not describe counts as a course only if the
//! credential is said to consist of it: what is required may be anything.

use super::{CtdlReader, is_course};
use crate::catalog::Basis;
use crate::catalog::import::discovery;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::linked::Graph;
use crate::catalog::import::node::Node;

/// A reference to a part.
struct Part<'v> {
    value: &'v Value<'v>,
    /// The JSON pointer to it, within the object that refers.
    at: String,
    is_listed: bool,
}

/// The courses that a program requires or consists of, as far as the graph contains them.
pub(super) fn parts<'v>(map: &'v Map<'v>, graph: &Graph<'v>) -> Vec<&'v Map<'v>> {
    let known = references(map).into_iter().filter_map(|part| graph.resolve(part.value));
    known.filter(|part| is_course(part)).collect()
}

fn references<'v>(map: &'v Map<'v>) -> Vec<Part<'v>> {
    let mut parts = listed(map, "hasPart", "", true);
    for (number, condition) in map.items("requires").iter().enumerate() {
        let inner = condition
            .as_object()
            .map(|condition| listed(condition, "targetLearningOpportunity", &format!("/requires/{number}"), false));
        parts.extend(inner.into_iter().flatten());
    }
    parts
}

fn listed<'v>(map: &'v Map<'v>, key: &str, place: &str, is_listed: bool) -> Vec<Part<'v>> {
    let part = |(number, value)| Part { value, at: format!("{place}/{key}/{number}"), is_listed };
    map.items(key).iter().enumerate().map(part).collect()
}

impl<'v> CtdlReader<'_, 'v> {
    pub(super) fn say_courses(&self, draft: &mut Draft, node: &Node<'v>) {
        let mut unknown: Vec<Part<'v>> = Vec::new();
        for part in references(node.map()) {
            match self.graph.resolve(part.value).filter(|map| map.len() > 1) {
                Some(map) if is_course(map) => self.say_course(draft, node, map, &part.at),
                Some(_) => {}
                None => unknown.push(part),
            }
        }
        say_count(draft, node, &unknown);
        if unknown.is_empty() {
            discovery::from_courses_of(draft, node, "hasPart");
        }
    }

    fn say_course(&self, draft: &mut Draft, node: &Node<'v>, map: &'v Map<'v>, at: &str) {
        let inner = node.along(map, format!("{}{at}", node.place()));
        let Some(name) = inner.text("name") else {
            return inner.remark("name", "is missing, so the course was left out");
        };
        let mut course = Draft::course(name);
        self.say_common(&mut course, &inner);
        if course.schools.is_empty() {
            course.schools.clone_from(&draft.schools);
        }
        draft.courses.push(course);
    }
}

/// Adds the number of courses. It is presumed if only the addresses of some parts are known.
fn say_count(draft: &mut Draft, node: &Node<'_>, unknown: &[Part<'_>]) {
    let listed = unknown.iter().filter(|part| part.is_listed).count();
    if let Some(part) = unknown.iter().find(|part| !part.is_listed) {
        let place = part.at.rsplit_once('/').map_or("", |(list, _)| list.trim_start_matches('/'));
        node.remark_below(place, "is not described in the file, so the number of courses is unknown");
        return;
    }
    let count = draft::count((draft.courses.len() + listed) as f64);
    let aside = format!("of {listed} parts only the address is known");
    match listed {
        0 => draft.say("courses", count, node.at("hasPart")),
        _ => draft.note("courses", count, Basis::Presumed, node.at("hasPart"), Some(aside)),
    }
}
