//! A result on a small screen: whatever was answered, the verdict, the table and the reasons of the selected program are
//! seen at once.

use prospectus::app::page;
use prospectus::page::Line;
use serde_json::{Map, Value, json};

use crate::cases::cases;
use crate::chance::Chance;
use crate::script::Script;
use personas::PERSONAS;

#[path = "../personas/mod.rs"]
mod personas;

const LEARNERS: &str = include_str!("../data/learners.tsv");
/// Lines of a screen of 24 rows above the rule over its footer, and columns of one of 80 between its margins.
const LINES: usize = 22;
const COLS: u16 = 78;
/// How many sets of answers are usually generated, and how many are about the programs with the longest titles.
const GENERATED: u32 = 60;
const LONGEST: usize = 16;

/// The answers of the learners, as JSON.
fn learners() -> Vec<Map<String, Value>> {
    let rows = LEARNERS.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| row.split('\t').nth(1).and_then(|json| serde_json::from_str(json).ok()).expect("answers")).collect()
}

/// One of the values at random, or none in about a quarter of the cases.
fn pick(chance: &mut Chance, values: &[Value]) -> Option<Value> {
    let skipped = values.len() / 3 + 1;
    values.get(chance.below(values.len() + skipped)).cloned()
}

/// Answers at random: the field of a learner or the title of a program, and any answer to each other question.
fn generated(fields: &[Value]) -> Vec<Map<String, Value>> {
    let choices: [(&str, Vec<Value>); 11] = [
        (
            "goal",
            values(&["apply_now", "first_job", "switch_career", "return_to_work", "explore", "deepen", "masters"]),
        ),
        ("credit", values(&["must", "nice", "no"])),
        ("education", values(&["none", "some_college", "bachelor", "master"])),
        ("horizon", values(&["3m", "6m", "12m", "18m", "none"])),
        ("hours", values(&["lt4", "4-7", "8-12", "gt12"])),
        ("level", values(&["beginner", "intermediate", "advanced"])),
        ("budget", values(&["nothing", "lt500", "500-1500", "1500-5000", "gt5000", "employer"])),
        ("depth", values(&["practical", "balanced", "deep"])),
        ("exams", values(&["avoid", "fine", "want"])),
        ("pacing", values(&["self_only", "either", "scheduled_only"])),
        ("language", vec![json!(["English"]), json!(["Spanish", "English"])]),
    ];
    let mut chance = Chance(20_261_126);
    let mut one = || {
        let mut answers: Map<String, Value> = Map::new();
        answers.extend(pick(&mut chance, fields).map(|field| ("field".to_owned(), field)));
        for (key, values) in &choices {
            answers.extend(pick(&mut chance, values).map(|value| ((*key).to_owned(), value)));
        }
        answers
    };
    (0..cases(GENERATED).cases).map(|_| one()).collect()
}

/// The titles of all programs, the longest first.
fn titles() -> Vec<String> {
    let script = Script::at(80, 24);
    let catalog = script.app.catalog();
    let mut titles: Vec<String> = catalog.all().map(|ix| catalog.program(ix).title.to_string()).collect();
    titles.sort_by_key(|title| std::cmp::Reverse(prospectus::width::cols(title)));
    titles
}

fn values(slugs: &[&str]) -> Vec<Value> {
    slugs.iter().map(|slug| json!(slug)).collect()
}

/// The lines of the part of a result that decides: down to the first empty line below the rule over the reasons.
fn lines_that_decide(script: &Script) -> usize {
    let lines: Vec<String> = page::result(&script.app, COLS).lines.iter().map(Line::text).collect();
    let reasons = lines.iter().position(|line| line.starts_with("── Why ")).expect("the reasons");
    reasons + lines[reasons..].iter().position(String::is_empty).expect("what follows them")
}

/// What does not fit: who, the place of the selected program, the lines and the page.
fn too_long(who: &str, answers: &str) -> Vec<String> {
    let mut script = Script::at(80, 24).advised(answers);
    let mut found = Vec::new();
    for place in 0..script.app.interview.result_programs().len() {
        let lines = lines_that_decide(&script);
        if lines > LINES {
            found.push(format!("{who}, {place}: {lines} lines\n{answers}\n{}\n", script.text()));
        }
        script.type_keys("<Down>");
    }
    found
}

#[test]
fn whatever_is_answered_what_decides_fits_a_small_screen() {
    let learners = learners();
    let titles = titles();
    let mut fields: Vec<Value> = learners.iter().filter_map(|answers| answers.get("field").cloned()).collect();
    fields.extend(titles.iter().step_by(9).map(|title| json!([title])));
    let personas = PERSONAS.iter().map(|(who, answers, ..)| ((*who).to_owned(), (*answers).to_owned()));
    let longest = titles.iter().take(LONGEST).map(|title| {
        let answers = json!({"field": [title], "goal": "deepen", "credit": "nice", "hours": "4-7", "depth": "deep"});
        answers.as_object().cloned().unwrap_or_default()
    });
    let others = learners.into_iter().chain(generated(&fields)).chain(longest).enumerate();
    let others = others.map(|(number, answers)| (number.to_string(), Value::from(answers).to_string()));
    let all: Vec<(String, String)> = personas.chain(others).collect();
    let found: Vec<String> = all.iter().flat_map(|(who, answers)| too_long(who, answers)).collect();
    assert!(found.is_empty(), "{} of {}:\n{}", found.len(), all.len(), found.join("\n"));
}
