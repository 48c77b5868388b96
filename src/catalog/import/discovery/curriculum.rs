//! Reads what a program consists of: its own list of courses, or, of a degree without one, the active curricula. A
//! program inside a curriculum is a program of its own that leads to the degree; its courses are not those of the
//! degree.

use super::course;
use crate::catalog::import::amount;
use crate::catalog::import::draft::{self, Acceptance, Draft, Listing};
use crate::catalog::import::found::Found;
use crate::catalog::import::node::Node;

/// The deepest nesting of curricula that is read.
const MAX_DEPTH: usize = 8;

/// Adds the courses and their number.
pub(super) fn say_courses(draft: &mut Draft, node: &Node<'_>) {
    let seat_types: Vec<String> = node.texts("applicable_seat_types").iter().map(|kind| kind.to_lowercase()).collect();
    if let Some(count) = node.value("courses").and_then(amount::number) {
        return draft.say("courses", draft::count(count), node.at("courses"));
    }
    let listed = number_listed(node);
    if listed == 0 {
        return say_curricula(draft, node);
    }
    let own = node.nodes("courses");
    draft.courses = each_once(node, own.iter().filter_map(|course| course::within(course, &seat_types)));
    draft.say("courses", draft::count(listed as f64), node.at("courses"));
    let missing = listed.saturating_sub(draft.courses.len());
    // A list of mere keys counts as well.
    if !draft.courses.is_empty() && missing > 0 {
        node.remark("courses", format!("{missing} of {listed} courses could not be read"));
    }
}

fn say_curricula(draft: &mut Draft, node: &Node<'_>) {
    let curricula = active(node);
    let courses: Vec<Node<'_>> = curricula.iter().flat_map(|one| one.nodes("courses")).collect();
    draft.courses = each_once(node, courses.iter().filter_map(|course| course::within(course, &[])));
    if curricula.iter().any(|one| !one.nodes("programs").is_empty()) {
        // The programs inside have courses too, which may or may not all be needed.
        draft.listing = Listing::Partial;
        return;
    }
    draft.say("courses", draft::count(draft.courses.len() as f64), node.at("curricula"));
}

/// The number of courses that a program lists, each once.
fn number_listed(node: &Node<'_>) -> usize {
    let mut known: Vec<&str> = Vec::new();
    let mut nameless = 0;
    for item in node.items("courses").iter().filter(|item| !item.is_null()) {
        match ["uuid", "key"].iter().find_map(|key| item.get(key)?.as_str()).or(item.as_str()) {
            Some(id) if known.contains(&id) => {}
            Some(id) => known.push(id),
            None => nameless += 1,
        }
    }
    known.len() + nameless
}

/// Courses without those that share an identifier with an earlier one.
fn each_once(node: &Node<'_>, courses: impl Iterator<Item = Draft>) -> Vec<Draft> {
    let mut unique: Vec<Draft> = Vec::new();
    for course in courses {
        let is_same = |known: &Draft| known.identities.first().is_some_and(|id| course.identities.first() == Some(id));
        if unique.iter().any(is_same) {
            node.remark("courses", format!("“{}” is listed twice and was counted once", course.title));
        } else {
            unique.push(course);
        }
    }
    unique
}

/// The curricula in use; the others become remarks.
fn active<'v>(node: &Node<'v>) -> Vec<Node<'v>> {
    let (active, inactive): (Vec<_>, Vec<_>) =
        node.nodes("curricula").into_iter().partition(|curriculum| curriculum.flag("is_active") != Some(false));
    for curriculum in inactive {
        let (courses, programs) = (curriculum.items("courses").len(), curriculum.items("programs").len());
        let reason = format!("is out of use, so its courses ({courses}) and programs ({programs}) were left out");
        curriculum.remark("is_active", reason);
    }
    active
}

/// The programs inside the active curricula of a program, at any depth, each with its pathway to the program around it.
pub(super) fn inner_programs(node: &Node<'_>) -> Vec<Draft> {
    let mut found = Vec::new();
    collect(node, 0, &mut found);
    found
}

fn collect(node: &Node<'_>, depth: usize, found: &mut Vec<Draft>) {
    if depth == MAX_DEPTH {
        return node.remark("curricula", "is nested too deep and was not read");
    }
    for inner in active(node).iter().flat_map(|curriculum| curriculum.nodes("programs")) {
        match super::only(&inner) {
            Found::Drafts(drafts) => found.extend(drafts.into_iter().map(|draft| leading_to(draft, node, &inner))),
            Found::LeftOut(reason) | Found::Rejected(reason) => inner.remark("title", reason),
        }
        collect(&inner, depth + 1, found);
    }
}

/// Adds the pathway from an inner program to the one around it.
fn leading_to(mut draft: Draft, outer: &Node<'_>, inner: &Node<'_>) -> Draft {
    let mut schools = super::schools(outer, "authoring_organizations").into_iter();
    let Some(school) = schools.find_map(|school| school.name.or(school.key)) else {
        outer.remark("authoring_organizations", "names no school, so no way leads here from the programs inside");
        return draft;
    };
    draft.acceptances.push(Acceptance {
        counts: "credit",
        school,
        degree: outer.text("title"),
        amount: None,
        condition: Some("part of its curriculum".to_owned()),
        is_open: true,
        at: inner.place().to_owned(),
    });
    if !draft.has("credit") {
        draft.derive("credit", draft::text("pathway"), inner.place(), "part of the curriculum of a degree");
    }
    draft
}
