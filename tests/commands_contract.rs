//! Small promises of the commands to scripts: ids that are never cut, one answer to a question, limits of none, codes
//! of interruption, and files with a mark of their encoding.
#![expect(clippy::unwrap_used, reason = "a test that cannot run a command has to fail")]

use std::path::PathBuf;

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::{Value, json};

fn prospectus() -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("prospectus");
    for name in ["PROSPECTUS_CATALOG", "PROSPECTUS_QUESTIONNAIRE", "NO_COLOR", "FORCE_COLOR", "ACCESSIBLE"] {
        command.env_remove(name);
    }
    command
}

fn out(words: &[&str]) -> String {
    String::from_utf8(prospectus().args(words).assert().success().get_output().stdout.clone()).unwrap()
}

fn asked(words: &[&str], answers: &Value) -> Command {
    let mut command = prospectus();
    command.args(words).args(["--answers", "-", "--as-of", "2026-11-23"]).write_stdin(answers.to_string());
    command
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
    for id in ids(&out(&["list", "--status", "all", "--json"])) {
        assert!(table.split_whitespace().any(|word| word == id), "{id}");
    }
    let explained = asked(&["recommend", "--explain"], &practical()).assert().success().get_output().stdout.clone();
    let explained = String::from_utf8(explained).unwrap();
    let result = asked(&["recommend", "--json"], &practical()).assert().success().get_output().stdout.clone();
    let result: Value = serde_json::from_slice(&result).unwrap();
    for part in ["knocked_out", "ranking"] {
        for one in result[part].as_array().unwrap() {
            let id = one["id"].as_str().unwrap();
            assert!(explained.split_whitespace().any(|word| word == id), "{part}: {id}");
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
    prospectus()
        .args(["list", "data", "--limit", "0"])
        .assert()
        .success()
        .stdout("")
        .stderr(contains("none is listed"));
}

#[test]
fn a_short_beginning_chooses_no_field() {
    prospectus().args(["list", "--field", "Foo"]).assert().code(2).stdout("").stderr(contains("`Foo`"));
    prospectus().args(["list", "--field", "Food"]).assert().success();
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
    prospectus().args(["recommend", "--answers"]).arg(path).assert().success();
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_a_waiting_command_with_its_own_code() {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("prospectus"))
        .arg("advise")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    // The first question is said: the command runs, and waits or is about to.
    assert!(lines.any(|line| line.unwrap().contains("Question 1")));
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    drop(lines);
    assert_eq!(child.wait().unwrap().code(), Some(130));
}
