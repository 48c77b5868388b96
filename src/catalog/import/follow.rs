//! Follows the references from one document to what another one of the run describes, after everything was read, so that
//! the order of the documents does not matter. What no document describes is reported.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::draft::{Listing, Said, School};
use super::gather::Gathered;
use super::identity::Identity;
use super::item::{Held, Item};
use super::reference::{Reference, Sought};
use super::stated::{self, Stated};
use crate::catalog::Basis;

/// A reference that nothing in the run resolves.
#[derive(Debug)]
pub(super) struct Loose {
    pub(super) record: u32,
    pub(super) title: String,
    /// The JSON pointer to it within the record.
    pub(super) at: String,
    pub(super) reason: &'static str,
}

/// Follows all references; returns those that lead nowhere.
pub(super) fn follow(gathered: &mut Gathered) -> Vec<Loose> {
    let mut loose = Vec::new();
    for at in 0..gathered.programs.len() + gathered.courses.len() {
        if let Some(reference) = follow_school(gathered, at) {
            loose.push(reference);
        }
    }
    hand_down_schools(gathered);
    let known = known_courses(gathered);
    let mut programs = std::mem::take(&mut gathered.programs);
    for program in &mut programs {
        follow_parts(gathered, program, &known, &mut loose);
    }
    gathered.programs = programs;
    follow_wholes(gathered, &mut loose);
    loose
}

/// Adds courses that name the program that they are a part of to each program that lists none itself.
fn follow_wholes(gathered: &mut Gathered, loose: &mut Vec<Loose>) {
    let is_of_whole = |reference: &&Reference| reference.sought == Sought::Whole;
    let wanted: Vec<(usize, Reference)> = gathered
        .courses
        .iter()
        .enumerate()
        .flat_map(|(at, course)| course.references().iter().filter(is_of_whole).map(move |whole| (at, whole.clone())))
        .collect();
    if wanted.is_empty() {
        return;
    }
    let programs = gathered.programs.iter().enumerate().filter(|(_, program)| !program.is_base);
    let nodes =
        programs.flat_map(|(at, program)| program.identities.iter().filter_map(move |id| Some((id.node()?, at))));
    let nodes: HashMap<String, usize> = nodes.collect();
    let mut parts: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (course, whole) in wanted {
        if let Some(program) = nodes.get(&whole.node) {
            parts.entry(*program).or_default().push(course as u32);
        } else {
            let reason = "is a part of something that no file describes";
            loose.push(of_part(&gathered.courses[course], &whole, reason));
        }
    }
    for (program, courses) in parts {
        let program = &mut gathered.programs[program];
        if program.courses().is_empty() {
            let relations = program.relations_mut();
            (relations.courses, relations.listing) = (courses.into(), Listing::Partial);
        }
    }
}

/// An item by its number among all programs, followed by all courses.
fn item(gathered: &mut Gathered, at: usize) -> &mut Item {
    let programs = gathered.programs.len();
    if at < programs { &mut gathered.programs[at] } else { &mut gathered.courses[at - programs] }
}

/// Gives an item the school that it refers to; returns the reference if no document describes it.
fn follow_school(gathered: &mut Gathered, at: usize) -> Option<Loose> {
    let item_here = item(gathered, at);
    let sought = |reference: &&Reference| reference.sought == Sought::School;
    let first = item_here.references().iter().find(sought)?;
    let nodes: Vec<&str> = item_here.references().iter().filter(sought).map(|reference| &*reference.node).collect();
    let (place, nodes) = (first.at.clone(), nodes.into_iter().map(str::to_owned).collect::<Vec<String>>());
    let mut names: Vec<String> = nodes.iter().filter_map(|node| gathered.organizations.get(node).cloned()).collect();
    names.dedup();
    if names.is_empty() {
        let item = item(gathered, at);
        let reason = "names nobody whom the files describe, so the school is unknown";
        let is_named = !item.schools.is_empty();
        let (record, title) = (item.record, item.title.to_string());
        return (!is_named).then_some(Loose { record, title, at: place, reason });
    }
    let mentions: Vec<u32> =
        names.into_iter().map(|name| gathered.mentions.number(School { key: None, name: Some(name) })).collect();
    let schools_at = gathered.words.word(&place);
    let item = item(gathered, at);
    if item.schools.is_empty() {
        (item.schools, item.schools_at) = (mentions.into(), schools_at);
    }
    None
}

/// Gives courses without a school that of the program that lists them.
fn hand_down_schools(gathered: &mut Gathered) {
    for program in gathered.programs.iter().filter(|program| !program.references().is_empty()) {
        for course in program.courses() {
            let course = &mut gathered.courses[*course as usize];
            if course.schools.is_empty() {
                course.schools.clone_from(&program.schools);
            }
        }
    }
}

/// The names of the nodes of all courses that some document describes, if anything refers to courses.
fn known_courses(gathered: &Gathered) -> HashSet<String> {
    let refers = |item: &Item| item.references().iter().any(Reference::is_of_part);
    if !gathered.programs.iter().any(refers) {
        return HashSet::new();
    }
    let titled = gathered.courses.iter().filter(|course| !course.title.is_empty());
    titled.flat_map(|course| course.identities.iter().filter_map(Identity::node)).collect()
}

/// Counts the courses of a program that refers to some of them, and reports those that no document describes.
fn follow_parts(gathered: &mut Gathered, program: &mut Item, known: &HashSet<String>, loose: &mut Vec<Loose>) {
    let parts = program.references().iter().filter(|reference| reference.is_of_part());
    let mut unknown = parts.filter(|reference| !known.contains(&reference.node));
    let Some(described) = program.described().cloned() else {
        let reason = "is a reference to a course that no file describes";
        loose.extend(unknown.map(|reference| of_part(program, reference, reason)));
        return;
    };
    if let Some(required) = unknown.clone().find(|reference| reference.sought == Sought::Required) {
        let reason = "is not described in any file, so the number of courses is unknown";
        return loose.push(of_part(program, required, reason));
    }
    let parts = program.references().iter().filter(|reference| reference.is_of_part()).count();
    let missing = unknown.by_ref().count();
    let note = (missing > 0).then(|| format!("of {missing} parts only the address is known"));
    let value = stated::count((described.courses + parts) as f64);
    let basis = if missing > 0 { Basis::Presumed } else { Basis::Stated };
    add(gathered, program, value, basis, &described.at, note.as_deref());
}

fn of_part(program: &Item, reference: &Reference, reason: &'static str) -> Loose {
    Loose { record: program.record, title: program.title.to_string(), at: reference.at.clone(), reason }
}

/// Adds a number of courses to what a program states.
fn add(gathered: &mut Gathered, program: &mut Item, value: Option<Stated>, basis: Basis, at: &str, note: Option<&str>) {
    let Some(value) = value else { return };
    let (at, note) = (at.to_owned(), note.map(str::to_owned));
    let said = Held::of(Said { field: "courses", value, basis, at, note, as_of: None }, &mut gathered.words);
    let says = std::mem::take(&mut program.says);
    program.says = says.into_iter().chain(said).collect();
}
