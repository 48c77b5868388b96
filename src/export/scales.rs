//! The weights of a questionnaire as JSON: the lean of every choice, the thresholds of the verdict, and the weight of
//! each criterion. This is the data that a user may edit; nothing is decided here.

use serde_json::{Map, Value, json};

use crate::advise::{Item, Questionnaire};

/// Returns the weights of a questionnaire as JSON.
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
