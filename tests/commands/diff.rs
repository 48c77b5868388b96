//! `catalog diff`, in words and as JSON.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::program;

/// A program with this id and title, and further facts.
fn program_of(id: &str, title: &str, more: &Value) -> Value {
    let mut program = json!({
        "id": id, "title": title, "kind": [{"value": "xseries", "source": "s"}],
        "institutions": [{"value": ["a"], "source": "s"}], "status": [{"value": "current", "source": "s"}],
    });
    for (key, value) in more.as_object().into_iter().flatten() {
        program[key] = value.clone();
    }
    program
}

fn catalogue(name: &str, programs: &[Value]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("diff-{name}.json"));
    let catalogue = json!({
        "format": "prospectus-catalog/1", "name": name, "as_of": "2026-05-15",
        "sources": [{"id": "s", "title": "a list", "as_of": "2026-05-15", "grade": "A", "licence": "own work"}],
        "institutions": [{"key": "a", "name": "School A", "short": "A", "aliases": []}],
        "courses": [], "programs": programs,
    });
    std::fs::write(&path, catalogue.to_string()).unwrap();
    path
}

fn diff(old: &PathBuf, new: &PathBuf, json: bool) -> String {
    let mut command = program::command();
    command.args(["catalog", "diff"]).arg(old).arg(new);
    if json {
        command.arg("--json");
    }
    let output = command.assert().success().get_output().clone();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_kind_of_change_is_told_in_words_and_in_json() {
    let price = |amount: u32| json!({"price": [{"value": amount, "currency": "USD", "source": "s"}]});
    let at = |url: &str| json!({"url": [{"value": url, "source": "s"}]});
    let moved =
        json!({"status": [{"value": "moved", "source": "s"}], "platform": [{"value": "Elsewhere", "source": "s"}]});
    let none = json!({});
    let old = catalogue(
        "old",
        &[
            program_of("a-changed", "Changed", &price(100)),
            program_of("a-gone", "Basketry", &none),
            program_of("a-guessed-one", "Introduction to Tides", &none),
            program_of("a-known-one", "Ports", &at("https://example.org/ports")),
            program_of("a-moved", "Moved", &none),
            program_of("a-same", "Same", &none),
        ],
    );
    let new = catalogue(
        "new",
        &[
            program_of("a-added", "Zoology", &none),
            program_of("a-changed", "Changed", &price(120)),
            program_of("a-guessed-two", "Introduction to the Tides", &none),
            program_of("a-known-two", "Harbours", &at("https://example.org/ports")),
            program_of("a-moved", "Moved", &moved),
            program_of("a-same", "Same", &none),
        ],
    );
    let told: Value = serde_json::from_str(&diff(&old, &new, true)).unwrap();
    assert_eq!(told["added"], json!([{"id": "a-added", "title": "Zoology"}]));
    assert_eq!(told["gone"], json!([{"id": "a-gone", "title": "Basketry"}]));
    assert_eq!((&told["moved"][0]["id"], &told["moved"][0]["platform"]), (&json!("a-moved"), &json!("Elsewhere")));
    let renamed: Vec<(&Value, &Value, &Value)> =
        told["renamed"].as_array().unwrap().iter().map(|one| (&one["old_id"], &one["id"], &one["guess"])).collect();
    let (guessed, known) =
        ((json!("a-guessed-one"), json!("a-guessed-two")), (json!("a-known-one"), json!("a-known-two")));
    assert_eq!(renamed, [(&guessed.0, &guessed.1, &json!(true)), (&known.0, &known.1, &json!(false))]);
    let changed = told["changed"].as_array().unwrap().iter().find(|one| one["id"] == "a-changed").unwrap();
    assert_eq!(changed["facts"][0]["fact"], "price");
    assert_eq!((&told["old"]["name"], &told["new"]["name"]), (&json!("old"), &json!("new")));
    let words = diff(&old, &new, false);
    assert!(
        words.contains("Renamed (a guess): Introduction to Tides (a-guessed-one) -> Introduction to the Tides"),
        "{words}"
    );
    assert!(words.contains("US$100 (2026) -> US$120 (2026)"), "{words}");
    assert!(words.ends_with("1 added, 1 gone, 1 moved, 2 renamed, 2 changed.\n"), "{words}");
}

#[test]
fn a_program_with_the_same_uuid_is_the_same_under_another_title_and_id() {
    let uuid =
        |number: u32| json!({"identifiers": [format!("uuid:e4000000-aaaa-4bbb-8ccc-{number:012}"), "id:one-for-all"]});
    let old = catalogue(
        "uuid-old",
        &[program_of("a-one", "Ports", &uuid(1)), program_of("a-two", "Introduction to Tides", &uuid(2))],
    );
    let new = catalogue(
        "uuid-new",
        &[program_of("a-three", "Harbours", &uuid(1)), program_of("a-four", "Introduction to the Tides", &uuid(3))],
    );
    let told: Value = serde_json::from_str(&diff(&old, &new, true)).unwrap();
    assert_eq!(told["renamed"].as_array().map(Vec::len), Some(1), "{told}");
    let renamed = &told["renamed"][0];
    assert_eq!(
        (&renamed["old_id"], &renamed["id"], &renamed["guess"]),
        (&json!("a-one"), &json!("a-three"), &json!(false))
    );
    assert_eq!(
        (&told["gone"][0]["id"], &told["added"][0]["id"]),
        (&json!("a-two"), &json!("a-four")),
        "two uuids, two programs"
    );
}

#[test]
fn a_catalogue_does_not_differ_from_itself() {
    let one = catalogue("itself", &[program_of("a-same", "Same", &json!({}))]);
    assert_eq!(diff(&one, &one, false), "Nothing changed.\n");
}

#[test]
fn what_could_be_two_programs_is_neither() {
    let old = catalogue(
        "twins-old",
        &[program_of("a-one", "Tides I", &json!({})), program_of("a-two", "Tides X", &json!({}))],
    );
    let new = catalogue("twins-new", &[program_of("a-three", "Tides V", &json!({}))]);
    let told: Value = serde_json::from_str(&diff(&old, &new, true)).unwrap();
    assert_eq!((told["renamed"].as_array().map(Vec::len), told["gone"].as_array().map(Vec::len)), (Some(0), Some(2)));
}

#[test]
fn what_the_person_keeps_comes_first_in_words_and_in_json() {
    let price = |amount: u32| json!({"price": [{"value": amount, "currency": "USD", "source": "s"}]});
    let programs = |amount: u32| ["a-one", "b-two"].map(|id| program_of(id, &id.to_uppercase(), &price(amount)));
    let (old, new) = (catalogue("kept-old", &programs(100)), catalogue("kept-new", &programs(120)));
    let home = program::Home::new();
    home.command().arg("--catalog").arg(&old).args(["shortlist", "add", "b-two"]).assert().success();
    let diff = |more: &[&str]| {
        let run = home.command().args(["catalog", "diff"]).arg(&old).arg(&new).args(more).assert().success();
        String::from_utf8(run.get_output().stdout.clone()).unwrap()
    };
    let words = diff(&[]);
    let place = |text: &str| words.find(text).unwrap_or_else(|| panic!("no {text} in {words}"));
    assert!(place("What you keep:") < place("(b-two)") && place("(b-two)") < place("Everything else:"), "{words}");
    assert!(place("Everything else:") < place("(a-one)") && words.ends_with("2 changed.\n"), "{words}");
    let told: Value = serde_json::from_str(&diff(&["--json"])).unwrap();
    assert_eq!((&told["changed"][0]["id"], &told["changed"][0]["kept"]), (&json!("b-two"), &json!(true)));
}
