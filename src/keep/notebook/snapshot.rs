//! What was on record of a program when it was kept, and what has changed since. Facts are compared by value, not by
//! wording, and estimates are left out: neither another version of the program nor another estimate is a change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::catalog::{Basis, Catalog, Fact, FactKey, Program};

/// A program as it was when it was kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// On which day.
    pub on: String,
    /// Its title.
    pub title: String,
    /// The hash of the catalogue.
    #[serde(default)]
    pub catalog: String,
    /// The facts on record, by their names in JSON.
    #[serde(default)]
    pub facts: BTreeMap<String, Seen>,
}

/// A fact as it was seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// In words.
    pub text: String,
    /// By which it is compared.
    pub value: Value,
}

/// A fact that is another than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its name for people.
    pub fact: &'static str,
    /// Its name in JSON.
    pub slug: &'static str,
    /// What it was, in words.
    pub was: String,
    /// What it is.
    pub is: String,
}

/// What has become of a kept program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// It is as it was, or these facts are others.
    There(Vec<Changed>),
    /// The catalogue does not have it any more; these programs may have taken its place.
    Gone(Vec<String>),
}

impl Since {
    /// What changed, in sentences; none where nothing did.
    pub fn sentences(&self) -> Vec<String> {
        let gone = "It is not in this catalogue any more";
        match self {
            Self::There(changed) => {
                changed.iter().map(|one| format!("{}: was {}, is {}.", one.fact, one.was, one.is)).collect()
            }
            Self::Gone(successors) if successors.is_empty() => vec![format!("{gone}.")],
            Self::Gone(successors) => vec![format!("{gone}; {} may have taken its place.", successors.join(", "))],
        }
    }
}

impl Snapshot {
    /// A program as it is, on a day.
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

/// What has become of a kept program in a catalogue.
pub fn since(catalog: &Catalog, id: &str, then: &Snapshot) -> Since {
    let Some(program) = catalog.find(id).map(|ix| catalog.program(ix)) else {
        return Since::Gone(successors(catalog, id, then));
    };
    // Of the same catalogue nothing can have changed.
    if then.catalog == catalog.hash() {
        return Since::There(Vec::new());
    }
    let title = (program.title.as_str() != then.title).then(|| Changed {
        fact: "Title",
        slug: "title",
        was: then.title.clone(),
        is: program.title.to_string(),
    });
    let facts = FactKey::ALL.into_iter().filter_map(|key| changed(catalog, program, key, then));
    Since::There(title.into_iter().chain(facts).collect())
}

fn changed(catalog: &Catalog, program: &Program, key: FactKey, then: &Snapshot) -> Option<Changed> {
    let (was, is) = (then.facts.get(key.slug()), seen(catalog, program, key));
    if was.map(|was| &was.value) == is.as_ref().map(|is| &is.value) {
        return None;
    }
    let text = |seen: Option<&Seen>| seen.map_or_else(|| "unknown".to_owned(), |seen| seen.text.clone());
    Some(Changed { fact: key.label(), slug: key.slug(), was: text(was), is: text(is.as_ref()) })
}

/// A fact that somebody states or that follows from what somebody states; nothing where it is not known or a guess.
fn seen(catalog: &Catalog, program: &Program, key: FactKey) -> Option<Seen> {
    let cell = program.cell(key, catalog);
    let is_on_record = |basis| matches!(basis, Basis::Stated | Basis::Derived | Basis::Editorial);
    cell.origin.filter(|origin| is_on_record(origin.basis))?;
    let value = match key {
        FactKey::Courses => value(&program.courses),
        FactKey::Length => value(&program.length),
        FactKey::Effort => value(&program.effort),
        FactKey::Workload => value(&program.workload),
        FactKey::StudyWeeks => value(&program.study_weeks),
        FactKey::Price => value(&program.price),
        FactKey::CoursePrice => value(&program.course_price),
        FactKey::ExamPrice => value(&program.exam_price),
        FactKey::Credit => value(&program.credit),
        FactKey::Status => value(&program.status),
        FactKey::Level => value(&program.level),
        FactKey::Pacing => value(&program.pacing),
        _ => None,
    };
    Some(Seen { value: value.unwrap_or_else(|| json!(cell.text)), text: cell.text })
}

fn value<T: Serialize>(fact: &Fact<T>) -> Option<Value> {
    serde_json::to_value(fact.value()?).ok()
}

/// Programs that bear the title or say that they bore it: nothing else tells what took the place of another.
fn successors(catalog: &Catalog, id: &str, then: &Snapshot) -> Vec<String> {
    let is_successor = |program: &Program| {
        let formerly = program.former_name.value().is_some_and(|name| {
            let name = name.as_str();
            name == then.title || name == id
        });
        program.title.as_str() == then.title || formerly
    };
    catalog.programs().filter(|program| is_successor(program)).map(|program| program.id.to_string()).collect()
}
