//! A shortlist that is exported and imported again, in the same home folder and in another.

use predicates::str::contains;
use serde_json::Value;

use super::commands::{json_of, run};
use super::program::Home;

const IBM: &str = "ibm-data-science";
const MIT: &str = "mitx-supply-chain-management";

/// A home folder with a shortlist of two programs, reordered, with labels and notes that are hard to encode.
fn with_shortlist() -> Home {
    let home = Home::new();
    run(&home, &["shortlist", "add", IBM, MIT]).success();
    run(&home, &["shortlist", "move", MIT, "1"]).success();
    run(&home, &["shortlist", "label", IBM, "cheap", "for later"]).success();
    run(&home, &["note", IBM, "--text", "=1+1, \"quoted\"\ntwo lines"]).success();
    run(&home, &["note", MIT, "--text", "'quoted from the start"]).success();
    home
}

/// Exports a shortlist to a file in a home folder and returns its path.
fn exported(home: &Home, format: &[&str], name: &str) -> String {
    let text = run(home, &[&["shortlist"], format].concat()).success().get_output().stdout.clone();
    let path = home.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn shortlist(home: &Home) -> Value {
    json_of(home, "shortlist", &["shortlist"])
}

#[test]
fn a_file_that_is_too_long_is_refused_and_never_cut() {
    let home = with_shortlist();
    let long = |text: String| text + &" ".repeat(16 << 20);
    let whole = String::from_utf8(run(&home, &["shortlist", "--json"]).success().get_output().stdout.clone()).unwrap();
    let other = Home::new();
    for words in [["shortlist", "import", "-"], ["record", "replay", "-"]] {
        let refused = other.command().args(words).write_stdin(long(whole.clone())).assert().code(1).stdout("");
        refused.stderr(contains("in standard input is longer than 16777216 bytes."));
    }
    assert_eq!(shortlist(&other)["programs"].as_array().unwrap().len(), 0);
    let marked = format!("\u{feff}{whole}");
    other.command().args(["shortlist", "import", "-"]).write_stdin(marked).assert().success();
    assert_eq!(shortlist(&other), shortlist(&home));
}

#[test]
fn an_exported_shortlist_comes_back_as_it_was() {
    let (from, other) = (with_shortlist(), Home::new());
    let file = exported(&from, &["--json"], "list.json");
    run(&other, &["shortlist", "import", &file]).success().stdout(contains("Kept: IBM Data Science.\n"));
    assert_eq!(shortlist(&other), shortlist(&from));
    run(&other, &["shortlist", "import", &file]).success().stdout(contains("was already kept"));
    assert_eq!(shortlist(&other), shortlist(&from), "a second time changes nothing");
}

#[test]
fn a_sheet_comes_back_with_what_a_sheet_holds() {
    for format in [&["--format", "csv"][..], &["--format", "csv", "--csv-mark"]] {
        let (from, other) = (with_shortlist(), Home::new());
        let file = exported(&from, format, "list.csv");
        run(&other, &["shortlist", "import", &file]).success();
        assert_eq!(shortlist(&other), shortlist(&from));
    }
}

#[test]
fn what_is_no_shortlist_and_what_nobody_knows_is_said_and_keeps_nothing() {
    let home = Home::new();
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(home.path()).unwrap();
        std::fs::write(home.path().join(name), text).unwrap();
        home.path().join(name).to_str().unwrap().to_owned()
    };
    let other = write("other.json", "{\"programs\": 3}");
    run(&home, &["shortlist", "import", &other]).code(5).stderr(contains("is not what `shortlist --json` writes"));
    let sheet = write("sheet.csv", "id,title,kept,labels,note,changed\r\nno-such,X,2026-11-20,,\u{1b}[2J,\r\n");
    let told =
        run(&home, &["shortlist", "import", &sheet]).success().stderr(contains("no-such is not in this catalogue"));
    assert!(!told.get_output().stderr.contains(&0x1b));
    run(&home, &["shortlist", "import", "nowhere.json"]).code(1);
    assert_eq!(shortlist(&home)["programs"], serde_json::json!([]));
}

#[test]
fn a_note_on_a_program_that_is_not_kept_comes_back_too_and_replaces_none() {
    let (home, other) = (with_shortlist(), Home::new());
    run(&home, &["note", "harvardx-data-science", "--text", "ask Ana\nabout the exam"]).success();
    let file = exported(&home, &["--json"], "notes.json");
    run(&other, &["shortlist", "import", &file]).success().stdout(contains("Note kept: harvardx-data-science.\n"));
    assert_eq!(shortlist(&other), shortlist(&home));
    run(&other, &["note", "harvardx-data-science", "--text", "my own"]).success();
    run(&other, &["shortlist", "import", &file]).success();
    assert_eq!(shortlist(&other)["notes"][0]["note"], "my own");
}

#[test]
fn an_exported_amount_has_its_currency_and_a_number_its_unit() {
    let list = shortlist(&with_shortlist());
    for program in list["programs"].as_array().unwrap() {
        let facts = &program["snapshot"]["facts"];
        for (fact, of) in [("price", "currency"), ("length", "unit"), ("effort", "unit"), ("workload", "unit")] {
            let value = &facts[fact]["value"];
            assert!(value.is_null() || value[of].is_string(), "{fact}: {value}");
            let is_a_range = value["low"].is_number() && value["high"].is_number();
            assert!(value.is_null() || value["value"].is_number() || is_a_range, "{fact}: {value}");
        }
        assert!(!program.to_string().contains("SelfPaced"), "names in JSON are slugs");
    }
}

#[test]
fn a_shortlist_kept_by_an_earlier_version_has_not_changed_for_that() {
    let home = with_shortlist();
    let mut list = shortlist(&home);
    for program in list["programs"].as_array_mut().unwrap() {
        program["snapshot"]["catalog"] = "another".into();
        let price = &mut program["snapshot"]["facts"]["price"]["value"];
        *price = serde_json::json!({"money": {"low": 8_135_200, "high": 8_135_200, "currency": [73, 78, 82]}, "what": "Courses", "tax": null});
    }
    let other = Home::new();
    other.command().args(["shortlist", "import", "-"]).write_stdin(list.to_string()).assert().success();
    for program in shortlist(&other)["programs"].as_array().unwrap() {
        assert_eq!(program["changed"], serde_json::json!([]), "{program}");
    }
}
