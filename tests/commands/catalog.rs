//! `catalog` as scripts use it, and catalogues that break one rule each: every one is rejected as a whole, with the
//! record and the field on standard error and exit code 5.

use std::path::PathBuf;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::Value;

use crate::program;

/// A program of the shipped catalogue.
const SHIPPED: &str = "mitx-supply-chain-management";

/// A valid catalogue of one program, one course and one source.
const GOOD: &str = r#"{
  "format": "prospectus-catalog/1", "name": "small", "as_of": "2026-05-15",
  "sources": [{"id": "s", "title": "a list", "as_of": "2026-05-15", "grade": "A", "licence": "own work"}],
  "institutions": [{"key": "mitx", "name": "Massachusetts Institute of Technology", "short": "MIT", "aliases": []}],
  "courses": [{"id": "c-1", "title": "One", "weeks": [{"value": 4, "source": "s"}]}],
  "programs": [{
    "id": "mitx-x", "title": "X",
    "kind": [{"value": "micromasters", "source": "s"}],
    "institutions": [{"value": ["mitx"], "source": "s"}],
    "status": [{"value": "current", "source": "s"}],
    "length": [{"value": 6, "unit": "months", "source": "s"}],
    "price": [{"value": 100, "currency": "USD", "source": "s"}],
    "url": [{"value": "https://www.edx.org/x", "source": "s"}],
    "course_list": [{"course": "c-1", "match": "certain"}]
  }]
}"#;

/// A file of this test run with this content.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&path, content).unwrap();
    path
}

fn changed(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    GOOD.replacen(from, to, 1)
}

/// Asserts that `check` and `--catalog` reject the catalogue and name the record and the field.
fn assert_refused(name: &str, content: &str, record: &str, field: &str) {
    let path = file(name, content.as_bytes());
    let start = format!("{record}: {field}");
    let check = program::command().args(["catalog", "check"]).arg(&path).assert();
    check.code(5).stdout("").stderr(contains(start.clone()));
    let list = program::command().args(["list", "--catalog"]).arg(&path).assert();
    list.code(5).stdout("").stderr(contains(start));
    let json = program::command().args(["catalog", "check", "--json"]).arg(&path).assert().code(5).get_output().clone();
    let report: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(report["ok"], false);
    let names_it =
        |problem: &Value| problem["record"] == record && problem["field"].as_str().unwrap().starts_with(field);
    assert!(report["problems"].as_array().unwrap().iter().any(names_it), "{name}: {report}");
}

#[test]
fn the_shipped_catalogue_keeps_every_rule() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/catalog.json");
    program::command()
        .args(["catalog", "check", shipped])
        .assert()
        .success()
        .stdout(contains("780 programs"))
        .stderr(contains("warning: ibm-full-stack-application-development: effort: "));
    let report =
        program::command().args(["catalog", "check", shipped, "--json"]).assert().success().get_output().clone();
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    assert_eq!((&report["ok"], &report["problems"]), (&true.into(), &serde_json::json!([])));
    // Sources contradict each other about some hours: these claims stay, with a warning each, and are few.
    assert_eq!(report["warnings"].as_array().unwrap().len(), 3);
}

#[test]
fn info_counts_the_catalogue_and_names_its_sources() {
    let output = program::command().args(["catalog", "info", "--json"]).assert().success().get_output().clone();
    let info: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(info["programs"], 780);
    let of =
        |status: &str| info["kinds"][status].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum::<u64>();
    assert_eq!((of("current"), of("moved"), of("older")), (619, 7, 154));
    let certificates = &info["survival"][0];
    assert_eq!(certificates["kind"], "professional-certificate");
    assert_eq!((&certificates["from"], &certificates["to"]), (&"2021-10-01".into(), &"2026-05-15".into()));
    for (key, fact) in info["facts"].as_object().unwrap() {
        let by_basis = fact["by_basis"].as_object().unwrap().values().map(|n| n.as_u64().unwrap()).sum::<u64>();
        assert_eq!(fact["known"], by_basis, "{key}");
        assert!(fact["claims"].as_u64() >= fact["known"].as_u64(), "{key}");
    }
    assert!(info["hash"].as_str().unwrap().len() == 32 && info["shown_rule"].is_string());
    for source in info["sources"].as_array().unwrap() {
        assert!(source["as_of"].is_string() && source["licence"].is_string(), "{source}");
    }
    program::command().args(["catalog", "info"]).assert().success().stdout(contains("micromasters"));
}

#[test]
fn another_catalogue_is_read_by_flag_or_environment() {
    let path = file("good", GOOD.as_bytes());
    program::command().args(["list", "--catalog"]).arg(&path).assert().success().stdout(contains("mitx-x"));
    program::command().arg("list").env("PROSPECTUS_CATALOG", &path).assert().success().stdout(contains("mitx-x"));
    program::command().args(["catalog", "check"]).arg(&path).assert().success().stdout(contains("1 program,"));
    program::command().args(["show", SHIPPED]).env("PROSPECTUS_CATALOG", "").assert().success();
    program::command().args(["show", SHIPPED]).env("PROSPECTUS_CATALOG", &path).assert().code(2);
}

#[test]
fn values_that_no_program_has_are_warned_of() {
    let path = file("odd", changed("Massachusetts Institute of Technology", "900").as_bytes());
    program::command().args(["catalog", "check"]).arg(&path).assert().success().stderr(contains("name of no school"));
}

#[test]
fn a_file_that_is_not_there_is_a_failure_and_no_rejection() {
    program::command()
        .args(["catalog", "check", "no/such.json"])
        .assert()
        .code(1)
        .stdout("")
        .stderr(contains("no/such.json"));
    program::command().args(["list", "--catalog", "no/such.json"]).assert().code(1).stdout("");
}

#[test]
fn a_program_that_breaks_one_rule_is_named_with_the_field() {
    let kind = r#""kind": [{"value": "micromasters", "source": "s"}]"#;
    for (name, from, to, field) in [
        ("unknown-kind", r#""value": "micromasters""#, r#""value": "micromaster""#, "kind"),
        ("no-kind", kind, r#""kind": []"#, "kind"),
        ("no-currency", r#""value": 100, "currency": "USD""#, r#""value": 100"#, "price"),
        ("currency", r#""currency": "USD""#, r#""currency": "dollars""#, "price"),
        ("negative", r#""value": 100, "#, r#""value": -5, "#, "price"),
        ("length-0", r#""value": 6, "unit": "months""#, r#""value": 0, "unit": "months""#, "length"),
        ("length-unit", r#""unit": "months""#, r#""unit": "moons""#, "length"),
        ("range", r#""value": 6, "unit""#, r#""low": 9, "high": 3, "unit""#, "length"),
        ("no-source", r#""unit": "months", "source": "s""#, r#""unit": "months""#, "length"),
        ("wrong-source", r#""unit": "months", "source": "s""#, r#""unit": "months", "source": "t""#, "length"),
        ("escape", r#""title": "X""#, r#""title": "\u001b[31mX""#, "title"),
        ("direction", r#""title": "X""#, r#""title": "\u202eX""#, "title"),
        ("empty", r#""title": "X""#, r#""title": " ""#, "title"),
        ("url", "https://www.edx.org/x", "javascript:alert(1)", "url"),
        ("url-file", "https://www.edx.org/x", "file:///etc/passwd", "url"),
        ("institution", r#"["mitx"]"#, r#"["mit"]"#, "institutions"),
        ("course", r#""course": "c-1""#, r#""course": "c-2""#, "course_list"),
    ] {
        assert_refused(name, &changed(from, to), "mitx-x", field);
    }
}

#[test]
fn point_27_an_unknown_key_is_named_with_the_nearest_right_one() {
    let content = changed(r#""length": ["#, r#""lenght": ["#);
    assert_refused("unknown-key", &content, "mitx-x", "lenght");
    let path = file("unknown-key", content.as_bytes());
    program::command().args(["catalog", "check"]).arg(path).assert().code(5).stderr(contains("`length`"));
}

#[test]
fn an_id_stands_once() {
    let program = &GOOD[GOOD.find("[{\n    \"id\"").unwrap() + 1..GOOD.rfind(']').unwrap()];
    let content = GOOD.replacen(program, &format!("{program}, {program}"), 1);
    assert_refused("twice", &content, "mitx-x", "id");
}

#[test]
fn what_is_no_catalogue_at_all_is_refused_with_its_place() {
    assert_refused("prose", "once upon a time", "the file", "line 1");
    assert_refused("truncated", &GOOD[..GOOD.len() / 2], "the file", "line ");
    assert_refused("empty-file", "", "the file", "line ");
    assert_refused("format", &changed("prospectus-catalog/1", "prospectus-catalog/9"), "the file", "format");
    assert_refused("list", "[]", "the file", "line 1");
}

#[test]
fn bytes_that_are_no_text_are_refused_and_not_printed() {
    let path = file("bytes", b"{\"format\": \"\xff\xfe\x1b[31m\"}");
    let output = program::command().args(["catalog", "check"]).arg(path).assert().code(5).get_output().clone();
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.contains(&0x1b) && !output.stderr.is_empty());
}

#[test]
fn every_broken_rule_is_told_and_none_reaches_the_terminal_as_a_command() {
    let content = changed(r#""title": "X""#, r#""title": "\u001b[2J""#).replacen(r#""currency": "USD", "#, "", 1);
    let path = file("two", content.as_bytes());
    let output = program::command().args(["catalog", "check"]).arg(path).assert().code(5).get_output().clone();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("mitx-x: title: ") && said.contains("mitx-x: price: "), "{said}");
    assert!(said.contains("2 rules"), "{said}");
    assert!(!said.contains('\u{1b}'));
}

#[test]
fn a_table_is_no_catalogue_to_add_to_and_a_large_folder_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("t.csv");
    std::fs::write(&table, "Title,School\nA,U\n").unwrap();
    let out = folder.path().join("o.json");
    program::command()
        .args(["catalog", "import"])
        .arg(&table)
        .arg("--into")
        .arg(&table)
        .arg("-o")
        .arg(&out)
        .assert()
        .code(5)
        .stderr(contains("t.csv is no catalogue of this program").and(contains("makes one of it")));
    let pages = folder.path().join("pages");
    std::fs::create_dir(&pages).unwrap();
    for number in 0..501 {
        std::fs::write(pages.join(format!("{number}.csv")), format!("Title,School\nA{number},U\n")).unwrap();
    }
    let list =
        |folder: &std::path::Path| program::command().arg("list").arg("--catalog").arg(folder).assert().success();
    list(&pages).stderr(contains("Reading 501 files"));
    std::fs::remove_file(pages.join("0.csv")).unwrap();
    list(&pages).stderr(contains("Reading").not());
}
