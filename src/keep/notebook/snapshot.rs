//! Snapshots: the facts on record about a program when it was kept, and what has changed since. Facts are compared by
//! value, not by wording, and estimates are left out, so neither a new version of this program nor a new estimate
//! counts as a change.

mod value;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::called::may_be_called;
use crate::catalog::{Basis, Catalog, FactKey, Program};

/// A program as it was when it was kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The date of the snapshot.
    pub on: String,
    /// The title of the program.
    pub title: String,
    /// The hash of the catalogue.
    #[serde(default)]
    pub catalog: String,
    /// The facts on record, by their names in JSON.
    #[serde(default)]
    pub facts: BTreeMap<String, Seen>,
}

/// The value of a fact at that time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// The value in words.
    pub text: String,
    /// The value to compare.
    pub value: Value,
}

/// A fact that has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The label of the fact.
    pub fact: &'static str,
    /// The name of the fact in JSON.
    pub slug: &'static str,
    /// The old value in words.
    pub was: String,
    /// The new value in words.
    pub is: String,
}

/// What has become of a kept program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// It is still in the catalogue; these facts have changed.
    Listed(Vec<Changed>),
    /// It is no longer in the catalogue; these programs may have replaced it.
    Gone(Vec<String>),
    /// What was on record when it was kept cannot be read, so changes are unknown.
    Unreadable,
}

impl Since {
    /// Returns the changes in sentences; empty if nothing changed.
    pub fn sentences(&self) -> Vec<String> {
        let gone = "It is not in this catalogue any more";
        match self {
            Self::Listed(changed) => {
                changed.iter().map(|one| format!("{}: was {}, is {}.", one.fact, one.was, one.is)).collect()
            }
            Self::Unreadable => vec!["The facts that were kept with it cannot be read.".to_owned()],
            Self::Gone(successors) if successors.is_empty() => vec![format!("{gone}.")],
            Self::Gone(successors) => vec![format!("{gone}; {} may have taken its place.", successors.join(", "))],
        }
    }
}

impl Snapshot {
    /// Takes a snapshot of a program on a date.
    pub fn of(catalog: &Catalog, program: &Program, on: jiff::civil::Date) -> Self {
        let seen = |key: FactKey| Some((key.slug().to_owned(), seen(catalog, program, key)?));
        Self {
            on: on.to_string(),
            title: program.title.to_string(),
            catalog: catalog.hash(),
            facts: FactKey::ALL.into_iter().filter_map(seen).collect(),
        }
    }

    pub(super) fn to_json(&self) -> Value {
        json!(self)
    }

    pub(super) fn from_json(value: &Value) -> Option<Self> {
        serde_json::from_value(value.clone()).ok()
    }
}

/// Compares a kept program with the current catalogue.
pub(super) fn since(catalog: &Catalog, id: &str, then: &Snapshot) -> Since {
    let Some(program) = catalog.find(id).map(|ix| catalog.program(ix)) else {
        return Since::Gone(successors(catalog, id, then));
    };
    // An unchanged catalogue has no changed facts.
    if then.catalog == catalog.hash() {
        return Since::Listed(Vec::new());
    }
    let title = (program.title.as_str() != then.title).then(|| Changed {
        fact: "Title",
        slug: "title",
        was: then.title.clone(),
        is: program.title.to_string(),
    });
    let facts = FactKey::ALL.into_iter().filter_map(|key| changed(catalog, program, key, then));
    Since::Listed(title.into_iter().chain(facts).collect())
}

fn changed(catalog: &Catalog, program: &Program, key: FactKey, then: &Snapshot) -> Option<Changed> {
    let (was, is) = (then.facts.get(key.slug()), seen(catalog, program, key));
    let is_same = |was: &Seen, is: &Seen| was.value == is.value || was.text == is.text;
    // The texts are compared as well, because earlier versions stored values in another form.
    if was.is_none() && is.is_none() || was.zip(is.as_ref()).is_some_and(|(was, is)| is_same(was, is)) {
        return None;
    }
    let text = |seen: Option<&Seen>| seen.map_or_else(|| "unknown".to_owned(), |seen| seen.text.clone());
    Some(Changed { fact: key.label(), slug: key.slug(), was: text(was), is: text(is.as_ref()) })
}

/// Returns a fact with a stated, derived or editorial value, or `None` if it is unknown or rests on any other basis.
fn seen(catalog: &Catalog, program: &Program, key: FactKey) -> Option<Seen> {
    let cell = program.cell(key, catalog);
    let is_on_record = |basis| matches!(basis, Basis::Stated | Basis::Derived | Basis::Editorial);
    cell.origin.filter(|origin| is_on_record(origin.basis))?;
    let value = value::of(program, key);
    Some(Seen { value: value.unwrap_or_else(|| json!(cell.text)), text: cell.text })
}

/// Returns the ids of programs that have the title, or whose former name is the title or the id. No other fact
/// identifies a replacement.
fn successors(catalog: &Catalog, id: &str, then: &Snapshot) -> Vec<String> {
    let is_successor = |program: &Program| {
        let formerly = program.former_name.value().is_some_and(|name| {
            let name = name.as_str();
            name == then.title || name == id
        });
        program.title.as_str() == then.title || formerly
    };
    let programs = may_be_called(catalog, &[&then.title, id]).into_iter().map(|ix| catalog.program_once(ix));
    programs.filter(|program| is_successor(program)).map(|program| program.id.to_string()).collect()
}
