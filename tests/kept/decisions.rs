//! Decisions: kept, shown, and computed again elsewhere.

use predicates::str::contains;
use serde_json::{Value, json};

use super::commands::{json_of, run};
use super::program::Home;
use super::schema::checked;

const ANSWERS: &str = "{\"goal\": \"switch_career\", \"credit\": \"nice\", \"depth\": \"deep\"}";

/// A home folder with one decision, and the file of that decision.
fn kept() -> (Home, std::path::PathBuf) {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).unwrap();
    let answers = home.path().join("answers.json");
    std::fs::write(&answers, ANSWERS).unwrap();
    run(&home, &["record", "keep", "--answers", answers.to_str().unwrap(), "--note", "after our talk"])
        .success()
        .stdout(contains("Kept as number 1"));
    let shown = run(&home, &["record", "show", "1", "--json"]).success();
    checked("decision", &shown.get_output().stdout);
    let file = home.path().join("decision.json");
    std::fs::write(&file, &shown.get_output().stdout).unwrap();
    (home, file)
}

#[test]
fn a_decision_is_listed_with_its_note_and_its_first_program() {
    let (home, _) = kept();
    let list = json_of(&home, "record", &["record"]);
    let record = &list["records"][0];
    assert_eq!((&record["number"], &record["note"]), (&json!(1), &json!("after our talk")));
    assert_eq!((&record["kept"], &record["same_catalog"]), (&json!("2026-11-26"), &json!(true)));
    run(&home, &["record", "show", "1"]).success().stdout(contains("You want to change career."));
}

#[test]
fn replaying_elsewhere_gives_the_same_bytes_as_the_result() {
    let (_home, file) = kept();
    let elsewhere = Home::new();
    let file = file.to_str().unwrap();
    elsewhere.command().args(["record", "replay", file]).assert().success().stdout("The same result, byte for byte.\n");
    let anew = elsewhere.command().args(["record", "replay", file, "--json"]).assert().success();
    let recommend = ["recommend", "--answers", "-", "--json", "--as-of", "2026-11-26"];
    let first = elsewhere.command().args(recommend).write_stdin(ANSWERS).assert().success();
    assert_eq!(anew.get_output().stdout, first.get_output().stdout);
}

#[test]
fn an_input_that_differs_is_named() {
    let (home, file) = kept();
    let document: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let replay = |change: fn(&mut Value), said: &'static str| {
        let mut document = document.clone();
        change(&mut document);
        let typed = document.to_string();
        home.command().args(["record", "replay", "-"]).write_stdin(typed).assert().code(1).stderr(contains(said));
    };
    replay(|document| document["result_hash"] = json!("0"), "The result in the file was changed");
    let other = |document: &mut Value| {
        document["result_hash"] = json!("0");
        document["engine"] = json!("0.0.1");
        document["catalog"]["hash"] = json!("abc");
    };
    replay(other, "The version differs: it was 0.0.1, now it is ");
    replay(other, "The catalogue differs: it was ");
    home.command()
        .args(["record", "replay", "-"])
        .write_stdin("{}")
        .assert()
        .code(5)
        .stderr(contains("holds no decision"));
}

#[test]
fn the_answers_of_a_profile_stand_in_for_a_file() {
    let home = Home::new();
    run(&home, &["recommend"]).code(2).stderr(contains("Name a file of answers"));
    run(&home, &["profile", "new", "Ana"]).success();
    run(&home, &["recommend", "--profile", "Ana"]).code(2).stderr(contains("No answers are kept for Ana."));
    let typed = "1\n1\n\nresult\n";
    home.command().args(["advise", "--profile", "Ana"]).write_stdin(typed).assert().stderr(contains("kept for Ana"));
    let answers = &json_of(&home, "profile", &["profile"])["profiles"][1]["answers"];
    assert!(!answers.as_object().unwrap().is_empty());
    let by_file = ["recommend", "--json", "--answers", "-", "--as-of", "2026-11-26"];
    let by_file = home.command().args(by_file).write_stdin(answers.to_string()).output().unwrap().stdout;
    let by_profile = run(&home, &["recommend", "--json", "--profile", "Ana"]);
    assert_eq!(by_file, by_profile.get_output().stdout);
}

#[test]
fn what_was_changed_in_the_file_is_named_and_nothing_else() {
    let (home, file) = kept();
    let document: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let replay = |change: fn(&mut Value)| {
        let mut document = document.clone();
        change(&mut document);
        let run = home.command().args(["record", "replay", "-"]).write_stdin(document.to_string()).assert().code(1);
        String::from_utf8(run.get_output().stderr.clone()).unwrap()
    };
    let answers = replay(|document| {
        document["answers"]["field"] = json!(["nursing"]);
    });
    assert!(
        answers.contains("The answers in the file were changed") && !answers.contains("inputs are the same"),
        "{answers}"
    );
    let settings = replay(|document| {
        document["settings"]["top"] = json!(2);
    });
    assert!(
        settings.contains("The settings in the file were changed") && !settings.contains("The answers"),
        "{settings}"
    );
    let old = replay(|document| {
        document.as_object_mut().unwrap().remove("input_hashes");
        document["answers"]["field"] = json!(["nursing"]);
    });
    assert!(old.contains("The answers, the settings or the result in the file were changed"), "{old}");
}
