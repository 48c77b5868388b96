//! The adviser's commands as scripts use them: a file of answers in, a result out, the same bytes every time, and exit
//! codes that say whether there is a recommendation.

use std::path::PathBuf;

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::{Value, json};

use crate::contract;
use crate::program;

const SCM: &str = "mitx-supply-chain-management";

/// An engineer who wants a master's degree in logistics.
fn engineer() -> Value {
    json!({"goal": "masters", "credit": "must", "education": "bachelor", "horizon": "none", "hours": "8-12",
           "depth": "deep", "field": ["supply chain"], "language": ["English"]})
}

/// A marketer who needs a skill soon.
fn marketer() -> Value {
    json!({"goal": "apply_now", "credit": "no", "horizon": "3m", "hours": "4-7", "level": "beginner",
           "depth": "practical", "language": ["English"]})
}

/// Limits that no program passes.
fn impossible() -> Value {
    json!({"goal": "apply_now", "credit": "must", "horizon": "3m", "budget": "lt500", "field": {"only": ["Music"]}})
}

/// A command with answers on standard input, on a fixed date.
pub(crate) fn asked(words: &[&str], answers: &Value) -> Command {
    let mut command = program::command();
    command.args(words).args(["--answers", "-", "--as-of", "2026-11-23"]).write_stdin(answers.to_string());
    command
}

#[test]
fn a_changed_answer_may_have_the_digits_and_signs_of_any_script() {
    for (typed, plain) in [
        ("hours=٨", "hours=8"),
        ("hours=८", "hours=8"),
        ("hours＝８", "hours=8"),
        ("hours=໘", "hours=8"),
        ("hours=8～12", "hours=8-12"),
        ("budget=१५००", "budget=1500"),
        ("budget=１，５００", "budget=1,500"),
        ("horizon=９m", "horizon=9m"),
        ("horizon=２０２７‐０６‐３０", "horizon=2027-06-30"),
        ("done=a、b", "done=a,b"),
    ] {
        let result = |setting| json_of(&["what-if", "--set", setting, "--json"], &engineer(), 0);
        assert_eq!(result(typed), result(plain), "{typed}");
    }
    for wrong in ["hours=8²", "hours=−8", "horizon=–3m"] {
        asked(&["what-if", "--set", wrong], &engineer()).assert().code(2).stdout("");
    }
}

fn json_of(words: &[&str], answers: &Value, code: i32) -> Value {
    let output = asked(words, answers).arg("--json").assert().code(code).get_output().clone();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn file(name: &str, answers: &Value) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-answers.json"));
    std::fs::write(&path, answers.to_string()).unwrap();
    path
}

#[test]
fn the_language_of_the_system_changes_no_recommendation() {
    let answers = r#"{"goal":"switch_career","credit":"nice","depth":"deep","field":["data science"]}"#;
    let printed = |locale: &str| {
        let mut command = program::command();
        command.env("LANG", locale).env("LC_ALL", locale);
        let run = command.args(["recommend", "--answers", "-", "--json"]).write_stdin(answers).assert().success();
        run.get_output().stdout.clone()
    };
    assert!(!printed("en_US.UTF-8").is_empty());
    for locale in ["es_ES.UTF-8", "fr_FR.UTF-8", "C"] {
        assert!(printed(locale) == printed("en_US.UTF-8"), "{locale}");
    }
}

#[test]
fn a_recommendation_has_the_keys_that_scripts_rely_on() {
    let result = json_of(&["recommend"], &engineer(), 0);
    assert_eq!(result["outcome"], "MM");
    for key in contract::RESULT_KEYS.iter().chain(&contract::LAST_RESULT_KEYS) {
        assert!(result.get(key).is_some(), "{key}");
    }
    assert_eq!(result["as_of"], "2026-11-23");
    assert!(result["catalog"]["hash"].is_string() && result["catalog"]["as_of"].is_string());
    let programs = result["programs"].as_array().unwrap();
    assert_eq!(programs[0]["id"], SCM);
    for program in programs {
        for key in ["rank", "tie", "id", "title", "kind", "score", "contributions", "against", "warnings"] {
            assert!(program.get(key).is_some(), "{key}: {program}");
        }
        let score = &program["score"];
        assert!(score["low"].as_f64() <= score["mid"].as_f64() && score["mid"].as_f64() <= score["high"].as_f64());
        for part in program["contributions"].as_array().unwrap() {
            for key in ["criterion", "points", "weight", "value", "basis", "reason"] {
                assert!(part.get(key).is_some(), "{key}: {part}");
            }
        }
    }
    for out in result["knocked_out"].as_array().unwrap() {
        let reasons = out["reasons"].as_array().unwrap();
        assert!(!reasons.is_empty(), "{out}");
        for key in ["question", "answer", "fact", "basis", "source"] {
            assert!(reasons[0].get(key).is_some(), "{key}: {out}");
        }
    }
}

#[test]
fn a_program_that_has_moved_is_recommended_with_its_move_first() {
    let result = json_of(&["recommend"], &engineer(), 0);
    let scm = result["programs"].as_array().unwrap().iter().find(|program| program["id"] == SCM).unwrap();
    let first = scm["warnings"][0].as_str().unwrap();
    assert!(first.contains("moved to MIT Learn (MITx Online)"), "{first}");
    assert!(first.contains("https://learn.mit.edu/programs/program-v1:MITxT+SCM"), "{first}");
}

#[test]
fn the_exit_code_says_whether_there_is_a_result() {
    assert_eq!(json_of(&["recommend"], &marketer(), 0)["outcome"], "PC");
    let none = json_of(&["recommend"], &impossible(), 3);
    assert_eq!(none["outcome"], "NONE");
    assert!(!none["relaxations"].as_array().unwrap().is_empty());
    assert_eq!(json_of(&["recommend"], &json!({}), 4)["outcome"], "NOT_ENOUGH");
    asked(&["recommend"], &json!({})).assert().code(4).stdout(contains("questions that matter most"));
}

#[test]
fn the_same_answers_give_the_same_bytes_whatever_their_order() {
    let turned = {
        let mut entries: Vec<(String, Value)> = engineer().as_object().unwrap().clone().into_iter().collect();
        entries.reverse();
        Value::Object(entries.into_iter().collect())
    };
    let bytes = |answers: &Value| asked(&["recommend", "--json"], answers).assert().get_output().stdout.clone();
    assert_eq!(bytes(&engineer()), bytes(&engineer()));
    assert_eq!(bytes(&engineer()), bytes(&turned));
}

#[test]
fn answers_come_from_a_file_too() {
    let path = file("engineer", &engineer());
    let words = ["recommend", "--json", "--as-of", "2026-11-23", "--answers"];
    let from_file = program::command().args(words).arg(&path).assert().success().get_output().stdout.clone();
    assert_eq!(from_file, asked(&["recommend", "--json"], &engineer()).assert().get_output().stdout);
    program::command().args(words).arg("no/such.json").assert().code(1).stdout("").stderr(contains("no/such.json"));
    program::command().arg("recommend").assert().code(2).stdout("").stderr(contains("--answers"));
}

#[test]
fn wrong_answers_are_refused_with_the_name_and_the_nearest_right_one() {
    let refused = |answers: &Value| asked(&["recommend"], answers).assert().code(5).stdout("");
    refused(&json!({"gaol": "explore"})).stderr(contains("`gaol`").and(contains("`goal`")));
    refused(&json!({"credit": "maybe"})).stderr(contains("`maybe`").and(contains("`must`")));
    refused(&json!({"hours": -3})).stderr(contains("hours"));
    refused(&json!({"gaol": 1, "credit": "maybe"})).stderr(contains("gaol").and(contains("maybe")));
    refused(&json!(["goal"]));
    let nonsense = |text: &'static str| {
        let mut command = program::command();
        command.args(["recommend", "--answers", "-"]).write_stdin(text).assert().code(5).stdout("")
    };
    nonsense("");
    nonsense("{\"goal\":");
    nonsense("{\"\u{1b}[31m\": 1}").stderr(contains("\u{1b}").not());
}

#[test]
fn people_get_the_verdict_the_reasons_and_the_catch_in_every_format() {
    for format in ["table", "plain", "md"] {
        let text = asked(&["recommend", "--format", format], &engineer()).assert().success().get_output().clone();
        let text = String::from_utf8(text.stdout).unwrap();
        for words in ["MicroMasters", "Supply Chain Management", "Catch", "What would change this", "if admitted"] {
            let is_said = text.contains(words) || (words == "if admitted" && text.contains("if you are"));
            assert!(is_said, "{format}: {words}\n{text}");
        }
        assert!(!text.contains('\u{1b}'));
    }
    let table = asked(&["recommend"], &engineer()).assert().get_output().stdout.clone();
    for line in String::from_utf8(table).unwrap().lines() {
        assert!(prospectus::width::cols(line) <= 100, "{line}");
    }
    asked(&["recommend", "--format", "csv"], &engineer()).assert().code(2).stdout("").stderr(contains("csv"));
}

#[test]
fn explain_prints_every_weight_and_every_removal() {
    let text = |words: &[&str]| {
        let output = asked(words, &engineer()).assert().success().get_output().stdout.clone();
        String::from_utf8(output).unwrap()
    };
    let (short, full) = (text(&["recommend"]), text(&["recommend", "--explain", "--format", "plain"]));
    for words in ["Weight: ", "The balance, choice by choice", "The whole ranking", "another program is first"] {
        assert!(full.contains(words) && !short.contains(words), "{words}");
    }
    let result = json_of(&["recommend"], &engineer(), 0);
    for out in result["knocked_out"].as_array().unwrap() {
        assert!(full.contains(out["id"].as_str().unwrap()), "{out}");
    }
}

#[test]
fn settings_change_what_is_in_the_running() {
    let count = |words: &[&str]| json_of(words, &engineer(), 0)["knocked_out"].as_array().unwrap().len();
    let usual = count(&["recommend"]);
    assert!(count(&["recommend", "--status", "all"]) < usual);
    assert!(count(&["recommend", "--no-presumption"]) < usual);
    assert!(count(&["recommend", "--lift", "credit"]) < usual);
    assert!(count(&["recommend", "--unknown", "drop"]) >= usual);
    assert_eq!(json_of(&["recommend", "--top", "5"], &marketer(), 0)["programs"].as_array().unwrap().len(), 5);
    asked(&["recommend", "--lift", "creditt"], &engineer()).assert().code(2).stderr(contains("`credit`"));
}

#[test]
fn why_not_knows_the_four_standings() {
    let why = |id: &str, answers: &Value| {
        let why = json_of(&["why-not", id], answers, 0);
        for key in ["id", "verdict", "reasons", "lost_on", "nearest", "instead"] {
            assert!(why.get(key).is_some(), "{key}: {why}");
        }
        why
    };
    assert_eq!(why(SCM, &engineer())["verdict"], "recommended");
    let out = why("chalmersx-supply-chain-management-and-logistics", &engineer());
    assert_eq!(out["verdict"], "knocked_out");
    assert_eq!(out["reasons"][0]["question"], "credit");
    assert_eq!(why("harvardx-data-science", &marketer())["id"], "harvardx-data-science");
    let none = why("michigan-data-science", &engineer());
    assert_eq!(none["verdict"], "not_in_catalog");
    assert!(none["nearest"].is_null());
    asked(&["why-not", "chalmersx-supply-chain-management-and-logistics"], &engineer())
        .assert()
        .success()
        .stdout(contains("Credit"));
}

#[test]
fn what_if_says_before_after_and_what_moves() {
    let what = json_of(&["what-if", "--set", "credit=no", "depth=practical"], &engineer(), 0);
    for key in ["before", "after", "moves"] {
        assert!(what.get(key).is_some(), "{key}");
    }
    assert_eq!(what["before"], json_of(&["recommend"], &engineer(), 0));
    let changed = {
        let mut answers = engineer();
        answers["credit"] = json!("no");
        answers["depth"] = json!("practical");
        answers
    };
    assert_eq!(what["after"], json_of(&["recommend"], &changed, 0));
    let moves = what["moves"].as_array().unwrap();
    assert!(!moves.is_empty());
    assert!(moves.iter().all(|one| one["from"] != one["to"]));
    asked(&["what-if", "--set", "houres=3"], &engineer()).assert().code(2).stdout("").stderr(contains("`hours`"));
    for twice in [["hours=4", "Hours = 8"], ["credit=no", "credit＝yes"], ["field=data", "field="]] {
        let command = ["what-if", "--set", twice[0], "--set", twice[1]];
        asked(&command, &engineer()).assert().code(2).stdout("").stderr(contains("is set twice"));
    }
    asked(&["what-if"], &engineer()).assert().code(2).stderr(contains("--set"));
    asked(&["what-if", "--set", "credit=no"], &engineer())
        .assert()
        .success()
        .stdout(contains("Then").and(contains("Before")));
}

#[test]
fn flow_is_data_or_a_graph() {
    let out = |format: &str| {
        let output =
            program::command().args(["flow", "--format", format]).assert().success().get_output().stdout.clone();
        String::from_utf8(output).unwrap()
    };
    let flow: Value = serde_json::from_str(&out("json")).unwrap();
    let questions = flow["questions"].as_array().unwrap();
    assert_eq!(questions.len(), 13);
    for question in questions {
        let id = question["id"].as_str().unwrap();
        assert!(out("dot").contains(id) && out("mermaid").contains(id), "{id}");
    }
    assert!(out("dot").starts_with("digraph") && out("mermaid").starts_with("flowchart"));
    program::command().args(["flow", "--format", "csv"]).assert().code(2).stdout("").stderr(contains("mermaid"));
}

#[test]
fn the_conversation_ends_with_the_same_result_as_a_file_of_the_same_answers() {
    let kept = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("conversation.json");
    // field, goal, credit, horizon, hours, language, level (skipped), education, budget
    // (skipped), depth, then the result.
    let said = "supply chain\n8\n1\n5\n8-12\n1\n\n3\n\n3\nresult\n";
    let output = program::command()
        .args(["advise", "--json", "--as-of", "2026-11-23", "--save"])
        .arg(&kept)
        .write_stdin(said)
        .assert()
        .success()
        .stderr(contains("Question 1 of 13").and(contains("1 of 8: ")))
        .get_output()
        .clone();
    let answers: Value = serde_json::from_str(&std::fs::read_to_string(&kept).unwrap()).unwrap();
    assert_eq!(answers, {
        let mut expected = engineer();
        expected["field"] = answers["field"].clone();
        expected
    });
    assert_eq!(output.stdout, asked(&["recommend", "--json"], &answers).assert().get_output().stdout);
}

#[test]
fn the_conversation_goes_back_explains_reviews_and_survives_slips() {
    let talk = |said: &'static str| {
        let mut command = program::command();
        command.args(["advise", "--json", "--as-of", "2026-11-23"]).write_stdin(said).assert()
    };
    talk("why\nquit\n").success().stdout("").stderr(contains("Nothing was recommended."));
    talk("\n9\nquit\n").success().stderr(contains("`9` is not a number from 1 to 8."));
    talk("\n1\nback\nquit\n").success().stderr(contains("Your answer: Give me a skill for my present job."));
    talk("\n1\nreview\nquit\n")
        .success()
        .stderr(contains("Your answers:").and(contains("Goal: Give me a skill for my present job")));
    talk("skip\n1\nback\nskip\nresult\n").code(4).stdout(contains("NOT_ENOUGH"));
    talk("").code(4).stdout(contains("NOT_ENOUGH"));
    let narrowed = talk("only 25\nresult\n").success().get_output().stdout.clone();
    let narrowed: Value = serde_json::from_slice(&narrowed).unwrap();
    assert_eq!(narrowed["told"][0]["answer"], json!({"only": ["Music"]}));
    let hours = talk("\n\n\n\n3h\nresult\n").code(4).get_output().stdout.clone();
    let hours: Value = serde_json::from_slice(&hours).unwrap();
    assert_eq!(hours["told"][0]["answer"], 3);
}

#[test]
fn a_line_that_is_too_long_is_no_fault_of_the_output() {
    let endless = "x".repeat(2 << 20);
    let told = contains("The input cannot be read: a line is longer than a megabyte.");
    program::command().args(["advise", "--as-of", "2026-11-23"]).write_stdin(endless).assert().code(1).stderr(told);
}

#[test]
fn nothing_is_asked_where_asking_is_forbidden() {
    program::command().args(["advise", "--no-input"]).assert().code(2).stdout("").stderr(contains("recommend"));
}
