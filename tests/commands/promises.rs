//! Small promises of the commands to scripts: ids are never cut, a question has one answer, a limit of 0, exit codes of
//! interruptions, and files with a byte order mark.

use std::collections::HashSet;
use std::path::PathBuf;

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::{Value, json};

use crate::adviser::asked;
use crate::program;

fn out(words: &[&str]) -> String {
    String::from_utf8(program::command().args(words).assert().success().get_output().stdout.clone()).unwrap()
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn practical() -> Value {
    json!({"goal": "apply_now", "credit": "no", "depth": "practical"})
}

#[test]
fn ids_are_never_cut() {
    let ids = |text: &str| -> Vec<String> {
        let all: Value = serde_json::from_str(text).unwrap();
        all["programs"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let table = out(&["list", "--status", "all"]);
    let table: HashSet<&str> = table.split_whitespace().collect();
    for id in ids(&out(&["list", "--status", "all", "--json"])) {
        assert!(table.contains(id.as_str()), "{id}");
    }
    let explained = asked(&["recommend", "--explain"], &practical()).assert().success().get_output().stdout.clone();
    let explained = String::from_utf8(explained).unwrap();
    let explained: HashSet<&str> = explained.split_whitespace().collect();
    let result = asked(&["recommend", "--json"], &practical()).assert().success().get_output().stdout.clone();
    let result: Value = serde_json::from_slice(&result).unwrap();
    for part in ["knocked_out", "ranking"] {
        for one in result[part].as_array().unwrap() {
            let id = one["id"].as_str().unwrap();
            assert!(explained.contains(id), "{part}: {id}");
        }
    }
}

#[test]
fn a_question_is_set_once() {
    asked(&["what-if", "--set", "hours=3", "hours=20"], &practical())
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("twice"));
    asked(&["what-if", "--set", "hours=3", "--set", "hours =20"], &practical()).assert().code(2).stdout("");
}

#[test]
fn a_limit_of_none_counts_and_lists_nothing() {
    let json: Value = serde_json::from_str(&out(&["list", "data", "--limit", "0", "--json"])).unwrap();
    assert!(json["count"].as_u64() > Some(0) && json["programs"].as_array().unwrap().is_empty());
    program::command()
        .args(["list", "data", "--limit", "0"])
        .assert()
        .success()
        .stdout("")
        .stderr(contains("none is listed"));
}

#[test]
fn a_short_beginning_chooses_no_field() {
    program::command().args(["list", "--field", "Foo"]).assert().code(2).stdout("").stderr(contains("`Foo`"));
    program::command().args(["list", "--field", "Food"]).assert().success();
}

#[test]
fn programs_of_older_lists_have_a_way_back() {
    let catalog = json!({
        "format": "prospectus-catalog/1", "name": "old", "as_of": "2026-05-15",
        "sources": [{"id": "list", "title": "a list", "as_of": "2021-10-01", "grade": "A", "licence": "own work"}],
        "institutions": [], "courses": [],
        "programs": [{"id": "a", "title": "A", "kind": [{"value": "micromasters", "source": "list"}], "status": [{"value": "older", "source": "list"}]}],
    });
    let path = file("all-older.json", &catalog.to_string());
    let run = |words: &[&str], code: i32| {
        let mut command = asked(words, &practical());
        command.arg("--catalog").arg(&path).assert().code(code)
    };
    run(&["recommend"], 3).stderr(contains("--status all"));
    run(&["recommend", "--status", "all"], 0).stderr(contains("--status all").not());
}

#[test]
fn answers_may_begin_with_a_mark_of_their_encoding() {
    let path = file("marked.json", &format!("\u{feff}{}", practical()));
    program::command().args(["recommend", "--answers"]).arg(path).assert().success();
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_a_waiting_command_with_its_own_code() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let mut child = program::program()
        .arg("advise")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    // Once the first question is printed, the command is running and waits for input, or is about to.
    assert!(lines.any(|line| line.unwrap().contains("Question 1")));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    drop(lines);
    assert_eq!(child.wait().unwrap().code(), Some(130));
}

#[test]
fn the_table_of_the_lean_and_the_weights_can_be_edited_and_are_printed() {
    let shipped = include_str!("../../assets/questionnaire.json");
    let mut edited: Value = serde_json::from_str(shipped).unwrap();
    edited["questions"][1]["choices"][0]["lean"] = json!(4);
    let path = file("edited-questionnaire.json", &edited.to_string());
    let lean = |command: &mut Command| -> i64 {
        let output = command.arg("--json").assert().success().get_output().stdout.clone();
        serde_json::from_slice::<Value>(&output).unwrap()["lean"].as_i64().unwrap()
    };
    let usual = lean(&mut asked(&["recommend"], &practical()));
    assert_eq!(lean(asked(&["recommend"], &practical()).arg("--questionnaire").arg(&path)), usual + 6);
    assert_eq!(lean(asked(&["recommend"], &practical()).env("PROSPECTUS_QUESTIONNAIRE", &path)), usual + 6);
    for words in [["why-not", "ibm-data-science"].as_slice(), &["what-if", "--set", "credit=nice"]] {
        asked(words, &practical()).arg("--questionnaire").arg(&path).assert().success();
    }
    program::command().args(["flow", "--questionnaire"]).arg(&path).assert().success().stdout(contains("\"lean\": 4"));
    let full =
        asked(&["recommend", "--explain", "--format", "plain"], &practical()).assert().get_output().stdout.clone();
    let full = String::from_utf8(full).unwrap();
    assert!(full.contains("some_college") && full.contains("The weights of the questionnaire"), "{full}");
    let json = asked(&["recommend", "--explain", "--json"], &practical()).assert().get_output().stdout.clone();
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert_eq!(json["questionnaire"]["lean"]["credit"]["must"], 3);
    assert_eq!(json["questionnaire"]["weights"].as_object().unwrap().len(), 10);
}

#[test]
fn a_questionnaire_with_slips_is_refused_with_every_one_of_them() {
    let mut wrong: Value = serde_json::from_str(include_str!("../../assets/questionnaire.json")).unwrap();
    wrong["weights"]["cost"] = json!(-1);
    wrong["budget_currency"] = json!("dollars");
    let path = file("wrong-questionnaire.json", &wrong.to_string());
    asked(&["recommend"], &practical())
        .arg("--questionnaire")
        .arg(&path)
        .assert()
        .code(5)
        .stdout("")
        .stderr(contains("`cost`").and(contains("budget_currency")).and(contains("was not loaded")));
    program::command().args(["flow", "--questionnaire", "no/such.json"]).assert().code(1).stdout("");
}
