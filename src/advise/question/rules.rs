//! The rules that a questionnaire must follow, and the messages for those that it breaks. A user may edit a copy, so
//! each message names the question and the choice.

use serde_json::Value;

use super::item::{AnswerKind, Choice, Item};
use super::questionnaire::{QUESTIONNAIRE_FORMAT, Questionnaire};
use super::{Criterion, Question};
use crate::catalog::{Currency, Level, has_unsafe_char};
use crate::names::signature;
use crate::plan::WeeklyHours;

/// Returns a message for each rule that a questionnaire breaks, which was read from this text.
pub(super) fn broken_rules(text: &str, read: &Questionnaire) -> Vec<String> {
    let mut problems = unsafe_texts(text);
    check_parts(read, &mut problems);
    for item in &read.items {
        check_item(read, item, &mut problems);
    }
    check_weights(read, &mut problems);
    check_scales(read, &mut problems);
    problems
}

/// Finds texts with control characters, which a terminal could execute.
fn unsafe_texts(text: &str) -> Vec<String> {
    fn walk(value: &Value, path: &str, problems: &mut Vec<String>) {
        match value {
            Value::String(text) if has_unsafe_char(text) => {
                problems.push(format!("{path} holds control characters or escape sequences"));
            }
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(at, value)| walk(value, &format!("{path}[{at}]"), problems));
            }
            Value::Object(values) => {
                values.iter().for_each(|(name, value)| walk(value, &format!("{path}.{name}"), problems));
            }
            _ => {}
        }
    }
    let mut problems = Vec::new();
    if let Ok(whole) = serde_json::from_str(text) {
        walk(&whole, "the questionnaire", &mut problems);
    }
    problems
}

fn check_parts(read: &Questionnaire, problems: &mut Vec<String>) {
    if read.format != QUESTIONNAIRE_FORMAT {
        problems.push(format!("the format is `{}`; this version reads `{QUESTIONNAIRE_FORMAT}`", read.format));
    }
    for question in &Question::ALL {
        let times = read.items.iter().filter(|item| item.question == *question).count();
        if times != 1 {
            problems
                .push(format!("the question `{}` occurs {times} times; it must occur exactly once", question.slug()));
        }
    }
}

fn check_item(read: &Questionnaire, item: &Item, problems: &mut Vec<String>) {
    let id = item.question.slug();
    let takes_many = item.kind == AnswerKind::Many;
    if takes_many != item.choices.is_empty() || takes_many != item.choices_from.is_some() {
        problems.push(format!("`{id}` needs choices of its own, or, if it takes many, `choices_from`"));
    }
    for choice in &item.choices {
        check_choice(item, choice, problems);
    }
    check_names(item, problems);
    if let Some(ask_if) = &item.ask_if {
        let known = |value: &String| read.item(ask_if.question).choice(value).is_some();
        if ask_if.question == item.question || !ask_if.any_of.iter().all(known) {
            problems.push(format!("`{id}` is asked after an answer that `{}` does not offer", ask_if.question.slug()));
        }
    }
}

fn check_choice(item: &Item, choice: &Choice, problems: &mut Vec<String>) {
    let (id, value) = (item.question.slug(), &choice.value);
    if item.choices.iter().filter(|other| other.value == *value).count() > 1 {
        problems.push(format!("`{id}` has the choice `{value}` twice"));
    }
    if !item.lean && choice.lean != 0 {
        problems.push(format!("`{id}`: `{value}` has a lean, but the question is not marked `lean`"));
    }
    if item.question == Question::Hours && !choice.hours.is_some_and(is_rising) {
        problems.push(format!("`{id}`: `{value}` needs hours above 0 that rise from low to likely to high"));
    }
    if item.question == Question::Budget && !choice.budget.is_some_and(|budget| budget.scale > 0.0) {
        problems.push(format!("`{id}`: `{value}` needs a budget with a scale above 0"));
    }
    if !(choice.weight >= 0.0 && choice.weight.is_finite()) {
        problems.push(format!("`{id}`: the weight of `{value}` is below 0"));
    }
}

/// Checks that no synonym of a choice names another choice, in any spelling.
fn check_names(item: &Item, problems: &mut Vec<String>) {
    let also = |choice: &Choice| -> Vec<String> { choice.also.iter().map(|name| signature(name)).collect() };
    let own = |choice: &Choice| [signature(&choice.value), signature(&choice.label)];
    let named: Vec<(&Choice, Vec<String>, [String; 2])> =
        item.choices.iter().map(|choice| (choice, also(choice), own(choice))).collect();
    for (choice, words, _) in &named {
        for (word, name) in choice.also.iter().zip(words) {
            let is_other = |other: &&Choice| other.value != choice.value;
            let others = named.iter().filter(|(_, also, own)| also.contains(name) || own.contains(name));
            if let Some(other) = others.map(|(other, ..)| *other).find(is_other) {
                let (id, value) = (item.question.slug(), &choice.value);
                problems.push(format!("`{id}`: `{word}` names both `{value}` and `{}`", other.value));
            }
        }
    }
}

fn check_weights(read: &Questionnaire, problems: &mut Vec<String>) {
    for criterion in &Criterion::ALL {
        let is_weight = read.weights.get(criterion).is_some_and(|weight| weight.is_finite() && *weight >= 0.0);
        if !is_weight {
            problems.push(format!("the criterion `{}` needs a weight of 0 or more", criterion.slug()));
        }
    }
}

fn check_scales(read: &Questionnaire, problems: &mut Vec<String>) {
    let is_falling = read.scales.time.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 >= pair[1].1);
    if read.scales.time.is_empty() || !is_falling {
        problems.push("the scale `time` needs shares that rise and values that fall".to_owned());
    }
    if read.scales.values().any(|value| !(0.0..=1.0).contains(&value)) {
        problems.push("the values of `scales` have to be from 0 to 1".to_owned());
    }
    for level in &Level::ALL {
        let fits = |choice: &Choice| {
            read.scales.level_fit.get(&choice.value).is_some_and(|row| row.contains_key(level.slug()))
        };
        let has_fit = read.item(Question::Level).choices.iter().all(fits);
        if !has_fit || !read.scales.depth.contains_key(level.slug()) {
            problems.push(format!("the scales `level_fit` and `depth` need a value for `{}`", level.slug()));
        }
    }
    if Currency::parse(&read.budget_currency).is_none() {
        problems.push("`budget_currency` is not a code of three capital letters".to_owned());
    }
}

fn is_rising(hours: WeeklyHours) -> bool {
    0.0 < hours.low && hours.low <= hours.likely && hours.likely <= hours.high
}
