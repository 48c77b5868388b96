//! What a questionnaire weighs: the whole table of the lean with its thresholds, and the weight of each criterion, as a
//! page and as JSON. It shows the data that a person may edit and decides nothing.

use serde_json::{Map, Value, json};

use crate::advise::{Item, Questionnaire};

use super::{Block, Column, Table};

/// The lean of every choice and the weight of every criterion, for people.
pub fn scales_page(asked: &Questionnaire) -> Vec<Block> {
    let mut leans = Table::new(vec![
        Column::new("Question"),
        Column::new("Answer").least(12),
        Column::new("Lean").right().least(4),
        Column::new("Meaning").least(24).wrapping(),
    ]);
    for item in asked.lean_questions() {
        for choice in &item.choices {
            let question = item.question.slug().to_owned();
            leans.rows.push(vec![question, choice.value.clone(), signed(choice.lean), choice.label.clone()]);
        }
    }
    let mut weights = Table::new(vec![Column::new("Criterion"), Column::new("Weight").right()]);
    for (criterion, weight) in &asked.weights {
        weights.rows.push(vec![criterion.label().to_owned(), format!("{weight:.2}")]);
    }
    let verdict = asked.verdict;
    let mut page = Block::sheet("The whole table of the lean (+ MicroMasters, - Professional Certificate)", leans);
    page.push(Block::Text(format!(
        "Up to {} either way is close, {} or more is strong; it takes {} answers.",
        verdict.close, verdict.strong, verdict.least_answers
    )));
    page.extend(Block::sheet("The weights of the questionnaire", weights));
    page
}

/// The same as JSON.
pub fn scales_json(asked: &Questionnaire) -> Value {
    let leans = |item: &Item| -> Map<String, Value> {
        item.choices.iter().map(|choice| (choice.value.clone(), json!(choice.lean))).collect()
    };
    let table: Map<String, Value> =
        asked.lean_questions().map(|item| (item.question.slug().to_owned(), Value::Object(leans(item)))).collect();
    let weights: Map<String, Value> =
        asked.weights.iter().map(|(criterion, weight)| (criterion.slug().to_owned(), json!(weight))).collect();
    json!({
        "lean": table,
        "weights": weights,
        "verdict": {
            "least_answers": asked.verdict.least_answers,
            "close": asked.verdict.close,
            "strong": asked.verdict.strong,
        },
    })
}

fn signed(lean: i32) -> String {
    if lean == 0 { "0".to_owned() } else { format!("{lean:+}") }
}
