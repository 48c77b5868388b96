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
fn courses_and_pathways_are_compared_fact_by_fact() {
    let course = |price: u32, more: &Value| {
        let mut course = json!({"id": "a-knots", "title": "Knots", "institution": "a",
            "price": [{"value": price, "currency": "EUR", "what": "course", "source": "s"}],
            "weeks": [{"value": 6, "source": "s"}], "workload": [{"value": 4, "source": "s"}]});
        for (key, value) in more.as_object().into_iter().flatten() {
            course[key] = value.clone();
        }
        course
    };
    let way = |status: &str| {
        json!({
            "counts": "credit", "institution": "Hill", "program": "MSc", "status": status, "as_of": "2026-05-15",
            "source": "s",
        })
    };
    let one = |name: &str, course: Value, ways: Value| {
        let list = json!({
            "course_list": [{"course": "a-knots", "match": "certain"}], "pathways": ways,
            "courses": [{"value": 1, "source": "s"}],
        });
        let path = catalogue(name, &[program_of("a-sails", "Sails", &list)]);
        let mut whole: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        whole["courses"] = json!([course]);
        std::fs::write(&path, whole.to_string()).unwrap();
        path
    };
    let same = one("facts-old", course(100, &json!({})), json!([way("active")]));
    for (number, (course, ways, told)) in [
        (course(120, &json!({})), json!([way("active")]), "“Knots”, price: €100 (2026) -> €120 (2026) (+20 %)"),
        (
            course(100, &json!({"pacing": [{"value": "self-paced", "source": "s"}]})),
            json!([way("active")]),
            "“Knots”, pace: unknown -> ",
        ),
        (
            course(100, &json!({"level": [{"value": "advanced", "source": "s"}]})),
            json!([way("active")]),
            "“Knots”, level: unknown -> ",
        ),
        (
            course(100, &json!({"url": "https://a.example/knots"})),
            json!([way("active")]),
            "“Knots”, address: unknown -> https://a.example/knots",
        ),
        (
            course(100, &json!({"weeks": [{"value": 8, "source": "s"}]})),
            json!([way("active")]),
            "“Knots”, weeks: 6 -> 8",
        ),
        (
            course(100, &json!({})),
            json!([]),
            "Where it may count: Hill, MSc (may count toward the degree, if admitted; open when last seen) -> none",
        ),
        (course(100, &json!({})), json!([way("retired")]), "; open when last seen) -> Hill, MSc ("),
    ]
    .into_iter()
    .enumerate()
    {
        let words = diff(&same, &one(&format!("facts-new-{number}"), course, ways), false);
        assert!(words.contains(told), "{told}: {words}");
    }
}

#[test]
fn prices_are_compared_in_their_own_currency_and_estimates_not_at_all() {
    let price = |amount: u32, currency: &str, year: &str| json!({"price": [{"value": amount, "currency": currency, "source": "s", "as_of": year}]});
    let one = |name: &str, price: &Value| catalogue(name, &[program_of("a-one", "One", price)]);
    let (old, new) = (one("own-old", &price(500, "USD", "2026")), one("own-new", &price(500, "EUR", "2026")));
    let words = diff(&old, &new, false);
    assert!(words.contains("US$500 (2026) -> €500 (2026)"), "{words}");
    let again = one("own-again", &price(500, "USD", "2025"));
    assert_eq!(diff(&again, &old, false), "Nothing changed.\n", "a new date of the same price");
    // With other prices on record, the program without one is estimated differently.
    let many = |amount: u32| -> Vec<Value> {
        let known = (0..12).map(|number| {
            program_of(&format!("a-p{number:02}"), &format!("P{number}"), &price(amount + number, "USD", "2026"))
        });
        known.chain([program_of("a-unknown", "Unknown", &json!({}))]).collect()
    };
    let (low, high) = (catalogue("estimates-low", &many(100)), catalogue("estimates-high", &many(900)));
    let told: Value = serde_json::from_str(&diff(&low, &high, true)).unwrap();
    let ids: Vec<&str> = told["changed"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect();
    assert!(ids.len() == 12 && !ids.contains(&"a-unknown"), "{ids:?}");
    assert_eq!(told["changed"][0]["facts"][0]["percent"], 800);
    // A price that the new list no longer states has not become its estimate.
    let mut without = many(100);
    without[0] = program_of("a-p00", "P0", &json!({}));
    let words = diff(&low, &catalogue("estimates-gone", &without), false);
    assert!(words.contains("US$100 (2026) -> unknown") && !words.contains('~'), "{words}");
}

#[test]
fn a_new_id_under_the_same_title_is_no_new_name() {
    let uuid = json!({"identifiers": ["uuid:e5000000-aaaa-4bbb-8ccc-000000000001"]});
    let old = catalogue("id-old", &[program_of("a-one", "Ports", &uuid)]);
    let new = catalogue("id-new", &[program_of("b-one", "Ports", &uuid)]);
    let words = diff(&old, &new, false);
    assert!(words.contains("Id: a-one -> b-one") && !words.contains("Renamed"), "{words}");
}

#[test]
fn a_folder_of_saved_pages_can_be_compared() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("diff-folder");
    std::fs::create_dir_all(&folder).unwrap();
    let page = json!({
        "count": 1, "next": null,
        "results": [{"uuid": "e6000000-aaaa-4bbb-8ccc-000000000001", "title": "Docks", "type": "XSeries"}],
    });
    std::fs::write(folder.join("page.json"), page.to_string()).unwrap();
    let new = catalogue("folder-new", &[program_of("a-one", "Ports", &json!({}))]);
    let words = diff(&folder, &new, false);
    assert!(words.contains("Added: Ports") && words.contains("Gone: Docks"), "{words}");
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
