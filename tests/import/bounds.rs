//! A bound or a guess is no exact value: it is marked as a guess wherever it is shown, keeps the words of its source, and
//! gives way to a value that is stated.

use std::path::Path;

use serde_json::{Value, json};

use crate::program;
use crate::run::{file, import, import_text, program_of_row, table, value};

/// The first claim of a fact of the program whose cell under this heading holds this text.
fn claim(heading: &str, cell: &str, fact: &str) -> Value {
    table(&format!("Title\tSchool\t{heading}\nA\tU\t{cell}\n")).program("A")[fact][0].clone()
}

/// What a command prints about a catalogue.
fn printed(out: &Path, arguments: &[&str]) -> String {
    let output = program::command().args(arguments).arg("--catalog").arg(out).output().expect("the program runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_bound_and_a_guess_in_a_cell_are_marked() {
    for (heading, cell, fact, number) in [
        ("Length", "less than 3 months", "length", 3),
        ("Length", "over 6 months", "length", 6),
        ("Length", "6+ months", "length", 6),
        ("Price", "up to €800", "price", 800),
        ("Price", "Around $500", "price", 500),
        ("Price", "from 2000 EUR", "price", 2000),
        ("Price", "from $49/month", "other_price", 49),
        ("Effort", "up to 6 hours weekly", "workload", 6),
        ("Hours per week", "5+ hours", "workload", 5),
        ("Total hours", "at least 120 hours", "effort", 120),
    ] {
        let claim = claim(heading, cell, fact);
        assert_eq!((&claim["value"], &claim["basis"]), (&json!(number), &json!("inferred")), "{cell}: {claim}");
        assert!(claim["note"].as_str().is_some_and(|note| note.contains(cell)), "{claim}");
    }
    for (heading, cell, fact) in [
        ("Length", "from 6 to 9 months", "length"),
        ("Length", "6 months (from September 2026)", "length"),
        ("Price", "$100–$200", "price"),
        ("Effort", "5–7 hours per week", "workload"),
    ] {
        let claim = claim(heading, cell, fact);
        assert!(claim.is_object() && claim.get("basis").is_none(), "{cell}: {claim}");
    }
}

#[test]
fn one_of_two_bounds_alone_is_marked_in_every_format() {
    let of_table = program_of_row("Title,School,Min price (EUR),Max price (EUR)", "A,U,300,");
    assert_eq!(of_table["price"][0]["basis"], "inferred");
    let offer = json!({"@type": "AggregateOffer", "lowPrice": 300, "priceCurrency": "EUR"});
    let entry = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "A",
        "provider": "U", "offers": offer, "timeToComplete": {"minValue": 6, "unitText": "months"}});
    let linked = import_text("l.json", entry.to_string()).program("A");
    assert_eq!((&linked["price"][0]["basis"], &linked["price"][0]["value"]), (&json!("inferred"), &json!(300)));
    assert_eq!((&linked["length"][0]["basis"], &linked["length"][0]["value"]), (&json!("inferred"), &json!(6)));
    let online = json!([{"id": 1, "readable_id": "program-v1:U+A", "title": "A", "courses": [], "req_tree": [],
        "min_weeks": 12, "max_weeks": null, "max_weekly_hours": "7", "page": {"live": true}}]);
    let online = import_text("o.json", online.to_string()).program("A");
    assert_eq!(
        (&online["length"][0]["basis"], &online["workload"][0]["basis"]),
        (&json!("inferred"), &json!("inferred"))
    );
}

#[test]
fn what_follows_from_a_guess_is_a_guess_and_what_is_stated_comes_before_it() {
    let guess = file("a.csv", "Title,School,Length,Hours per week\nA,U,10 weeks,5+ hours\n");
    let run = import(&[&guess]);
    let shown: Value = serde_json::from_str(&printed(&run.out, &["show", "u-a", "--json"])).expect("JSON");
    assert_eq!(shown["facts"]["workload"]["basis"], "inferred", "{shown}");
    assert_eq!(shown["facts"]["effort"]["basis"], "inferred", "{shown}");
    let stated = file("b.csv", "Title,School,Length,Hours per week\nA,U,10 weeks,8 hours\n");
    let both = import(&[&guess, &stated]);
    assert!(both.report["conflicts"].as_array().is_none_or(Vec::is_empty), "{}", both.report);
    let shown: Value = serde_json::from_str(&printed(&both.out, &["show", "u-a", "--json"])).expect("JSON");
    assert_eq!(
        (&shown["facts"]["workload"]["value"], &shown["facts"]["effort"]["basis"]),
        (&json!(8), &json!("derived"))
    );
}

#[test]
fn the_mark_of_a_bound_reaches_the_commands_and_survives_a_round_trip() {
    let run = table("Title;School;Price;Length;Effort\nA;U;up to €800;about 6 months;up to 6 hours a week\n");
    let again = import(&[&run.out]);
    assert_eq!(again.program("A")["price"], run.program("A")["price"]);
    let again_listed = printed(&again.out, &["list", "--json"]);
    let listed: Value = serde_json::from_str(&printed(&run.out, &["list", "--json"])).expect("JSON");
    let program = &listed["programs"][0];
    for fact in ["price", "length", "effort"] {
        assert_eq!(program[fact]["basis"], "inferred", "{program}");
        assert!(again_listed.contains(&program[fact]["basis"].to_string()), "{again_listed}");
    }
    let page = printed(&run.out, &["show", "u-a", "--format", "md"]);
    for shown in ["6 months, guessed", "6 hours a week, guessed", "), guessed"] {
        assert!(page.contains(shown), "{page}");
    }
    assert!(printed(&run.out, &["plan", "u-a"]).contains("(guessed, "), "the plan marks it too");
    assert!(printed(&run.out, &["list", "--format", "csv"]).contains("6,6,months,inferred"));
    assert_eq!(value(&run.program("A"), "length"), json!({"value": 6, "unit": "months"}));
}
