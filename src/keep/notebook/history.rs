//! What was done to what is kept, act by act over all sessions and machines, in sentences; and taking the last one back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;

use super::Notebook;
use crate::keep::log::{Change, Operation, State};

/// Something that was done at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What names it in the log.
    pub id: String,
    /// When.
    pub time: Timestamp,
    /// For whom, where it was for somebody with a name.
    pub profile: Option<String>,
    /// What, as a sentence.
    pub what: String,
    /// Whether it was taken back.
    pub is_undone: bool,
    /// Whether it took another back.
    pub is_undo: bool,
}

/// Every act, the latest first.
pub fn history(state: &State, notebook: &Notebook) -> Vec<Act> {
    let (acts, undone) = (acts_of(state), undone(state));
    let mut said: BTreeMap<&str, String> = BTreeMap::new();
    let mut all = Vec::new();
    for operations in &acts {
        let Some(first) = operations.first() else { continue };
        let what = match first.undoes.as_deref() {
            Some(act) => format!("Taken back: {}", said.get(act).map_or("a change.", String::as_str)),
            None => of_operation(first, notebook),
        };
        said.insert(&first.act, what.clone());
        all.push(Act {
            id: first.act.clone(),
            time: first.time,
            profile: first.thing.split('/').nth(1).and_then(|id| notebook.profile(id)?.name.clone()),
            what,
            is_undone: undone.contains(first.act.as_str()),
            is_undo: first.undoes.is_some(),
        });
    }
    all.reverse();
    all
}

/// The operations act by act, the oldest first.
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

/// The acts that were taken back.
fn undone(state: &State) -> BTreeSet<&str> {
    state.operations().into_iter().filter_map(|operation| operation.undoes.as_deref()).collect()
}

/// The changes that take the last act back that was not taken back yet, with its name and what it was. What somebody
/// changed after it stays as it is.
pub fn undo(state: &State, notebook: &Notebook) -> Option<(String, Vec<Change>, String)> {
    let undone = undone(state);
    let is_open = |act: &Vec<&Operation>| {
        act.first().is_some_and(|first| first.undoes.is_none() && !undone.contains(first.act.as_str()))
    };
    let act = acts_of(state).into_iter().rev().find(is_open)?;
    let stands = |operation: &&&Operation| state.value(&operation.thing, &operation.field) == &operation.new;
    let back = act.iter().rev().filter(stands);
    let changes =
        back.map(|operation| Change::new(operation.thing.clone(), operation.field.clone(), operation.old.clone()));
    Some((act[0].act.clone(), changes.collect(), of_operation(act[0], notebook)))
}

/// What a change meant, in a sentence; that of the first change of an act says what the act meant.
fn of_operation(operation: &Operation, notebook: &Notebook) -> String {
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
        (["kept", _, program], "place") => format!("{program} moved on the shortlist."),
        (["kept", _, program], label) => {
            let label = label.strip_prefix("label:").unwrap_or(label);
            let verb = if is_taken_away { "taken off" } else { "put on" };
            format!("Label {label} {verb} {program}.")
        }
        (["note", _, program], _) => {
            let on = if program.is_empty() { "the person" } else { program };
            if is_taken_away { format!("Note on {on} deleted.") } else { format!("Note on {on} written.") }
        }
        (["profile", id], field) => of_profile(id, field, operation, notebook),
        (["record", _], "record") if is_taken_away => "Decision taken away.".to_owned(),
        (["record", _], "record") => "Decision kept.".to_owned(),
        (["current"], _) => "Another profile in use.".to_owned(),
        _ => "A change that this version does not know.".to_owned(),
    }
}

fn of_profile(id: &str, field: &str, operation: &Operation, notebook: &Notebook) -> String {
    let now = notebook.profile(id).map_or(id, |profile| profile.title());
    match (field.split_once(':'), operation.old.as_str(), operation.new.as_str()) {
        (None, None, Some(name)) => format!("Profile {name} made."),
        (None, Some(old), Some(name)) => format!("Profile {old} renamed {name}."),
        (None, ..) => format!("Profile {now} without a name."),
        (Some(("answer", question)), ..) if operation.new.is_null() => format!("Answer to {question} taken back."),
        (Some(("answer", question)), ..) => format!("Answer to {question}."),
        (Some((_, course)), ..) if operation.new.is_null() => format!("Course {course} not finished."),
        (Some((_, course)), ..) => format!("Course {course} finished."),
    }
}
