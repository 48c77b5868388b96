//! The history of changes across all runs and machines, one act at a time, in sentences; and undoing the last one.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use super::Notebook;
use crate::catalog::Catalog;
use crate::english::by_count;
use crate::keep::log::{Change, Operation, State};

/// One action of the user, which may consist of several operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The id in the log.
    pub id: String,
    /// The time of its first operation.
    pub time: Timestamp,
    /// The name of the profile it changed; `None` if that profile has no name.
    pub profile: Option<String>,
    /// The sentence that describes it.
    pub what: String,
    /// Whether it was undone.
    pub is_undone: bool,
    /// Whether it undid another act.
    pub is_undo: bool,
    /// What it changed.
    pub kind: ActKind,
}

/// What an act changed, as far as it matters for undoing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    /// Only answers.
    Answers,
    /// The profile in use.
    ProfileInUse,
    /// Anything else that is kept.
    Kept,
}

impl Act {
    /// Whether it can still be undone.
    pub fn is_open(&self) -> bool {
        !self.is_undone && !self.is_undo
    }
}

/// The sources of the names in descriptions of acts.
#[derive(Clone, Copy)]
struct Names<'n> {
    notebook: &'n Notebook,
    catalog: &'n Catalog,
}

/// Returns all acts, the latest first. Programs and courses have the titles of the catalogue, or else their ids.
pub fn history(state: &State, notebook: &Notebook, catalog: &Catalog) -> Vec<Act> {
    let (acts, undone) = (acts_of(state), undone(state));
    let mut said: BTreeMap<&str, String> = BTreeMap::new();
    let mut all = Vec::new();
    for operations in &acts {
        let Some(first) = operations.first() else { continue };
        let what = match first.undoes.as_deref() {
            Some(act) => format!("Undone: {}", said.get(act).map_or("a change.", String::as_str)),
            None => of_act(operations, Names { notebook, catalog }),
        };
        said.insert(&first.act, what.clone());
        all.push(Act {
            id: first.act.clone(),
            time: first.time,
            profile: first.thing.split('/').nth(1).and_then(|id| notebook.profile(id)?.name.clone()),
            what,
            is_undone: undone.contains(first.act.as_str()),
            is_undo: first.undoes.is_some(),
            kind: kind_of_act(operations),
        });
    }
    all.reverse();
    all
}

/// Groups the operations by act, the oldest first.
fn acts_of(state: &State) -> Vec<Vec<&Operation>> {
    let mut acts: Vec<Vec<&Operation>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for operation in state.operations() {
        let place = *places.entry(&operation.act).or_insert_with(|| {
            acts.push(Vec::new());
            acts.len() - 1
        });
        acts[place].push(operation);
    }
    acts
}

/// Returns the ids of the acts that were undone.
fn undone(state: &State) -> BTreeSet<&str> {
    state.operations().into_iter().filter_map(|operation| operation.undoes.as_deref()).collect()
}

/// How to undo an act: its id, the changes that do it, and a description of the act.
pub type Undoing = (String, Vec<Change>, String);

/// Returns how to undo the last act that was not undone yet; `None` if there is nothing to undo.
pub fn undo(state: &State, notebook: &Notebook, catalog: &Catalog) -> Option<Undoing> {
    let act = acts_of(state).into_iter().rev().find(is_open(state))?;
    Some(undoing(state, &act, Names { notebook, catalog }))
}

/// Returns how to undo the act with this id; `None` if there is no such act or it was undone.
pub fn undo_of(state: &State, notebook: &Notebook, catalog: &Catalog, id: &str) -> Option<Undoing> {
    let is_meant = |act: &Vec<&Operation>| act.first().is_some_and(|first| first.act == id);
    let act = acts_of(state).into_iter().find(is_meant).filter(is_open(state))?;
    Some(undoing(state, &act, Names { notebook, catalog }))
}

/// Whether an act was not undone and did not undo another.
fn is_open(state: &State) -> impl Fn(&Vec<&Operation>) -> bool {
    let undone = undone(state);
    move |act| act.first().is_some_and(|first| first.undoes.is_none() && !undone.contains(first.act.as_str()))
}

/// Returns how to undo an act. Fields that were changed again since are left as they are. So are answers that were kept
/// when the profile was switched: they were given before that act.
fn undoing(state: &State, act: &[&Operation], names: Names<'_>) -> Undoing {
    let stands = |operation: &&&Operation| state.value(&operation.thing, &operation.field) == &operation.new;
    let is_switch = kind_of_act(act) == ActKind::ProfileInUse;
    let is_made = |thing: &str| act.iter().any(|operation| operation.thing == thing && operation.field == "name");
    let is_left = |operation: &Operation| is_switch && is_of_answer(operation) && !is_made(&operation.thing);
    let back = act.iter().rev().filter(stands).filter(|operation| !is_left(operation));
    let changes =
        back.map(|operation| Change::new(operation.thing.clone(), operation.field.clone(), operation.old.clone()));
    (act[0].act.clone(), changes.collect(), of_act(act, names))
}

fn kind_of_act(act: &[&Operation]) -> ActKind {
    if act.iter().any(|operation| operation.thing == "current") {
        return ActKind::ProfileInUse;
    }
    if act.iter().all(|operation| is_of_answer(operation)) { ActKind::Answers } else { ActKind::Kept }
}

fn is_of_answer(operation: &Operation) -> bool {
    operation.thing.starts_with("profile/") && operation.field.starts_with("answer:")
}

/// Describes an act in a sentence: its first operation, and the number of others of the same kind. Moving a program
/// also renumbers others, which is not mentioned.
fn of_act(act: &[&Operation], names: Names<'_>) -> String {
    let more = act[1..].iter().filter(|operation| kind_of(operation) == kind_of(act[0])).count();
    let first = of_operation(act[0], names);
    let (what, first) = match kind_of(act[0]) {
        _ if more == 0 => return first,
        ("kept", "place") => return first,
        ("kept", "label") => (by_count(more, "label", "labels"), first.trim_end_matches('.')),
        _ => ("", first.trim_end_matches('.')),
    };
    format!("{}.", format!("{first}, and {more} more {what}").trim_end())
}

/// Returns the kind of thing that an operation changes, and the kind of field; all answers are of the same kind.
fn kind_of(operation: &Operation) -> (&str, &str) {
    let start = |text: &str, end: char| text.find(end).unwrap_or(text.len());
    let (thing, field) = (operation.thing.as_str(), operation.field.as_str());
    (&thing[..start(thing, '/')], &field[..start(field, ':')])
}

/// Describes an operation in a sentence.
fn of_operation(operation: &Operation, names: Names<'_>) -> String {
    let parts: Vec<&str> = operation.thing.splitn(3, '/').collect();
    let is_taken_away = operation.new.is_null();
    let title = |value: &Value| value["title"].as_str().map(str::to_owned);
    match (parts.as_slice(), operation.field.as_str()) {
        (["kept", _, program], "kept") if is_taken_away => {
            format!("{} taken off the shortlist.", title(&operation.old).unwrap_or_else(|| (*program).to_owned()))
        }
        (["kept", _, program], "kept") => {
            format!("{} kept.", title(&operation.new).unwrap_or_else(|| (*program).to_owned()))
        }
        (["kept", person, program], "place") => {
            format!("{} moved on the shortlist.", names.program(person, program))
        }
        (["kept", person, program], label) => {
            let label = label.strip_prefix("label:").unwrap_or(label);
            let verb = if is_taken_away { "taken off" } else { "put on" };
            format!("Label {label} {verb} {}.", names.program(person, program))
        }
        (["note", person, program], _) => {
            let on = if program.is_empty() { "the person" } else { names.program(person, program) };
            if is_taken_away { format!("Note on {on} deleted.") } else { format!("Note on {on} written.") }
        }
        (["profile", id], field) => of_profile(id, field, operation, names),
        (["record", _], "record") if is_taken_away => "Decision deleted.".to_owned(),
        (["record", _], "record") => "Decision kept.".to_owned(),
        (["current"], _) => "Another profile in use.".to_owned(),
        _ => "A change that this version does not know.".to_owned(),
    }
}

impl<'n> Names<'n> {
    /// The title of a program: the one under which the person kept it, or else that of the catalogue.
    fn program(self, person: &str, id: &'n str) -> &'n str {
        let entry = self.notebook.profile(person).and_then(|profile| profile.entry(id));
        let listed = || self.catalog.find(id).map(|ix| self.catalog.program(ix).title.as_str());
        entry.map(super::Entry::title).or_else(listed).unwrap_or(id)
    }

    fn course(self, id: &'n str) -> &'n str {
        let listed = self.catalog.courses().find(|course| course.id.as_str() == id);
        listed.map_or(id, |course| course.title.as_str())
    }
}

fn of_profile(id: &str, field: &str, operation: &Operation, names: Names<'_>) -> String {
    let now = names.notebook.profile(id).map_or(id, |profile| profile.title());
    match (field.split_once(':'), operation.old.as_str(), operation.new.as_str()) {
        (None, None, Some(name)) => format!("Profile {name} made."),
        (None, Some(old), Some(name)) => format!("Profile {old} renamed {name}."),
        (None, ..) => format!("Profile {now} without a name."),
        (Some(("answer", question)), ..) if operation.new.is_null() => format!("Your answer about {question} removed."),
        (Some(("answer", question)), ..) => format!("Your answer about {question} changed."),
        (Some((_, course)), ..) if operation.new.is_null() => format!("Course {} not finished.", names.course(course)),
        (Some((_, course)), ..) => format!("Course {} finished.", names.course(course)),
    }
}
