//! Similar programs as JSON and as a table, with what they share in words.

use serde_json::{Value, json};

use crate::catalog::{Catalog, ProgramIx};
use crate::compare::Similar;
use crate::page::{self, Column, Table};
use crate::topics::{TopicIx, Vocabulary};

/// Returns the output of `similar --json`; `count` is the number of all similar programs, `listed` or not.
pub fn similar_json(catalog: &Catalog, program: ProgramIx, count: usize, listed: &[Similar]) -> Value {
    let own = catalog.program(program);
    let programs = listed.iter().map(|similar| one_json(catalog, program, similar));
    json!({
        "id": own.id.as_str(),
        "title": own.title.as_str(),
        "count": count,
        "programs": programs.collect::<Vec<_>>(),
    })
}

fn one_json(catalog: &Catalog, program: ProgramIx, similar: &Similar) -> Value {
    let other = catalog.program(similar.program);
    let shared: Vec<&str> = similar.overlap.shared.iter().map(|course| catalog.course(*course).id.as_str()).collect();
    let vocabulary = Vocabulary::embedded();
    let topics = |topics: &[TopicIx]| -> Vec<Value> {
        let topics = topics.iter().map(|topic| vocabulary.topic(*topic));
        topics.map(|topic| json!({"id": topic.id, "name": topic.name.en})).collect()
    };
    json!({
        "id": other.id.as_str(),
        "title": other.title.as_str(),
        "kind": other.kind().slug(),
        "status": other.status.value().map(|status| status.slug()),
        "containment": similar.overlap.containment().slug(),
        "courses": {"own": similar.overlap.own, "other": similar.overlap.other, "shared": shared},
        "topics": topics(&similar.topics),
        "partly": topics(&similar.partly),
        "says": similar.words(catalog, program),
    })
}

/// Returns similar programs as a table, with the ids that commands take as arguments.
pub fn similar_table(catalog: &Catalog, listed: &[Similar]) -> Table {
    let mut table = page::similar(catalog, listed);
    table.columns.push(Column::new("Id").least(38).whole().goes(5));
    for (row, similar) in table.rows.iter_mut().zip(listed) {
        row.cells.push(catalog.program(similar.program).id.as_str().into());
    }
    table
}
