//! Similar programs as JSON and as a table, with what they share in words.

use serde_json::{Value, json};

use crate::catalog::{Catalog, ProgramIx};
use crate::compare::Similar;
use crate::page::{Column, Phrase, Table};
use crate::topics::{TopicIx, Vocabulary};

/// Returns the output of `similar --json`; `count` is the number of similar programs, of which some are listed.
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

/// Returns similar programs as a table, one per row, with what each shares.
pub fn similar_table(catalog: &Catalog, listed: &[Similar]) -> Table {
    let columns = vec![
        Column::new("Title").least(24).wrapping(),
        Column::new("School").least(10).wrapping().goes(1),
        Column::new("Kind").least(4),
        Column::new("Last seen").least(4).goes(2),
        Column::new("In common").least(24).wrapping(),
        Column::new("Id").least(38).whole().goes(3),
    ];
    let mut table = Table::new("Programs that share courses or topics with it", columns);
    for similar in listed {
        let other = catalog.program(similar.program);
        table.push([
            Phrase::from(other.title.as_str()).address(other.page().map(ToString::to_string)),
            catalog.institution_shorts(other).into(),
            other.kind().short().into(),
            other.last_seen_year().unwrap_or_default().into(),
            similar.brief().into(),
            Phrase::from(other.id.as_str()),
        ]);
    }
    table
}
