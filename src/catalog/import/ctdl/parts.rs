//! Reads what a credential consists of. A part that the graph does not describe counts as a course only if the
//! credential is said to consist of it: what is required may be anything.

use super::CtdlReader;
use super::class::{self, is_course};
use super::duration::tell_hours;
use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::linked::{Graph, reference_of};
use crate::catalog::import::node::Node;
use crate::catalog::import::reference::{Described, Reference, Sought};

/// A reference to a part.
struct Part<'v> {
    value: &'v Value<'v>,
    /// The JSON pointer to it, within the object that refers.
    at: String,
    is_listed: bool,
}

/// The courses that a program requires or consists of, as far as the graph contains them.
pub(super) fn parts<'v>(map: &'v Map<'v>, graph: &Graph<'v>) -> Vec<&'v Map<'v>> {
    let known = references(map, graph).into_iter().filter_map(|part| graph.resolve(part.value));
    known.filter(|part| is_course(part)).collect()
}

fn references<'v>(map: &'v Map<'v>, graph: &Graph<'v>) -> Vec<Part<'v>> {
    let mut parts = listed(map, "hasPart", "", true);
    for (number, condition) in map.items("requires").iter().enumerate() {
        let place = format!("/requires/{number}");
        match graph.resolve(condition) {
            Some(program) if class::credential(program).is_some() => parts.extend(of_program(program, &place)),
            Some(condition) => parts.extend(required(condition, &place, graph)),
            None => {}
        }
    }
    parts
}

/// What a condition requires. A learning program that the graph describes stands for its parts.
fn required<'v>(condition: &'v Map<'v>, place: &str, graph: &Graph<'v>) -> Vec<Part<'v>> {
    let targets = listed(condition, "targetLearningOpportunity", place, false);
    let expand = |part: Part<'v>| match graph.resolve(part.value) {
        Some(program) if class::credential(program).is_some() => of_program(program, &part.at),
        _ => vec![part],
    };
    targets.into_iter().flat_map(expand).collect()
}

/// The parts of a learning program that a credential requires.
fn of_program<'v>(program: &'v Map<'v>, place: &str) -> Vec<Part<'v>> {
    listed(program, "hasPart", place, true)
}

fn listed<'v>(map: &'v Map<'v>, key: &str, place: &str, is_listed: bool) -> Vec<Part<'v>> {
    let part = |(number, value)| Part { value, at: format!("{place}/{key}/{number}"), is_listed };
    map.items(key).iter().enumerate().map(part).collect()
}

impl<'v> CtdlReader<'_, 'v> {
    pub(super) fn say_courses(&self, draft: &mut Draft, node: &Node<'v>) {
        let mut described = Vec::new();
        for part in references(node.map(), self.graph) {
            match self.graph.resolve(part.value).filter(|map| map.len() > 1) {
                Some(map) if is_course(map) => described.extend(self.say_course(draft, node, map, &part.at)),
                Some(_) => {}
                None => refer(draft, node, &part),
            }
        }
        let courses = described.len();
        if draft.references.iter().all(|reference| reference.sought == Sought::School) {
            say_hours(draft, node, &described);
            return draft.say("courses", draft::count(courses as f64), node.at("hasPart"));
        }
        draft.described = Some(Described { courses, at: node.at("hasPart").into() });
    }

    /// Adds a course that the graph describes; `None` if it has no name.
    fn say_course(&self, draft: &mut Draft, node: &Node<'v>, map: &'v Map<'v>, at: &str) -> Option<Hours<'v>> {
        let inner = node.along(map, format!("{}{at}", node.place()));
        let Some(name) = inner.text("name") else {
            inner.remark("name", "is missing, so the course was left out");
            return None;
        };
        let mut course = Draft::course(name);
        let whole = self.say_common(&mut course, &inner);
        if course.schools.is_empty() {
            course.schools.clone_from(&draft.schools);
        }
        let has_workload = course.has("workload");
        draft.courses.push(course);
        Some(Hours { whole, node: inner, has_workload })
    }
}

/// A course with its hours as a whole.
struct Hours<'v> {
    whole: Option<(f64, f64)>,
    node: Node<'v>,
    has_workload: bool,
}

/// Adds the hours of all courses as those of the program; if some are unknown, reports the others.
fn say_hours(draft: &mut Draft, node: &Node<'_>, courses: &[Hours<'_>]) {
    let whole: Option<Vec<(f64, f64)>> = courses.iter().map(|course| course.whole).collect();
    let sum = whole.map(|all| all.iter().fold((0.0, 0.0), |sum, hours| (sum.0 + hours.0, sum.1 + hours.1)));
    match sum.filter(|_| !draft.has("effort")) {
        Some((low, high)) => {
            let how = "sum of the hours of its courses";
            draft.derive("effort", draft::positive(low, high), node.at("hasPart"), how);
        }
        None => courses.iter().filter(|course| !course.has_workload).for_each(|course| {
            tell_hours(&course.node, course.whole);
        }),
    }
}

/// Refers to a part that another document may describe.
fn refer(draft: &mut Draft, node: &Node<'_>, part: &Part<'_>) {
    let id = reference_of(part.value).unwrap_or_default();
    let sought = if part.is_listed { Sought::Part } else { Sought::Required };
    draft.references.push(Reference::to(sought, id, format!("{}{}", node.place(), part.at)));
    draft.courses.extend(Draft::referred_to(id));
}
