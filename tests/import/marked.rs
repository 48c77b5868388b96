//! Tables that say themselves how far their values are known.

use std::path::Path;

use serde_json::{Value, json};

use crate::program;
use crate::run::{import_text, program_of_row, records, table, value, values};

#[test]
fn what_a_table_calls_an_estimate_is_not_stated() {
    for word in ["estimated", "Presumed", "calculated"] {
        let headings = "Title,School,Type,Weeks,Price,Price currency,Price basis,Price as of";
        let run = table(&format!(
            "{headings}\nA,U,XSeries,6,90,EUR,{word},2024-03-01\nB,U,XSeries,6,80,EUR,stated,2024-03-01\n"
        ));
        let (guessed, stated) = (run.program("A"), run.program("B"));
        assert!(guessed.get("price").is_none() && guessed.get("remark").is_none(), "{guessed}");
        assert_eq!(value(&guessed, "length"), json!({"value": 6, "unit": "weeks"}));
        assert_eq!(value(&stated, "price"), json!({"value": 80, "currency": "EUR"}));
        assert_eq!(stated["price"][0]["as_of"], "2024-03-01");
        assert!(run.has_remark("not a stated one"), "{}", run.stderr);
    }
    let monthly = program_of_row("Title,School,Type,Price,Price basis", "A,U,XSeries,90 EUR,month");
    assert_eq!(value(&monthly, "other_price"), json!({"value": 90, "currency": "EUR", "what": "month"}));
}

#[test]
fn a_conversion_is_not_a_second_price() {
    let program = program_of_row("Title,School,Type,Cost,Cost currency,Cost USD", "A,U,XSeries,900,GBP,1200");
    assert_eq!(values(&program, "price"), [json!({"value": 900, "currency": "GBP"})]);
}

#[test]
fn the_table_of_this_program_brings_back_only_what_was_stated() {
    let mut command = program::command();
    let listed = command.args(["list", "--format", "csv", "--status", "all"]).output().expect("the program runs");
    let run = import_text("own.csv", &listed.stdout);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog.json");
    let shipped: Value = serde_json::from_slice(&std::fs::read(shipped).expect("the catalogue")).expect("JSON");
    let has_stated = |program: &Value| {
        let claims = program["price"].as_array().into_iter().flatten();
        claims.filter(|claim| claim["basis"].is_null() || claim["basis"] == "stated").count() > 0
    };
    let stated = records(&shipped, "programs").filter(|program| has_stated(program)).count();
    let catalog = run.catalog();
    let brought = records(&catalog, "programs").filter(|program| program["price"].is_array()).count();
    assert!(brought > 0 && brought <= stated, "{brought} prices of {stated} that are stated");
    assert!(!run.has_remark("several prices") && !run.has_remark("is not a price"), "{}", run.stderr);
}

#[test]
fn sums_notes_and_lines_are_no_programs_wherever_their_words_stand() {
    let run = table(
        "School,Program,Type,Months\nTick College*,Clocks [2],MSc,9\n---,---,---,---\nSumme,2 Programme,,9\nSource: the college,,,\n* see the page,,,\n",
    );
    assert_eq!((run.count("added"), run.count("left_out"), run.count("rejected")), (1, 4, 0), "{}", run.stderr);
    let program = run.program("Clocks");
    assert_eq!((value(&program, "institutions"), value(&program, "kind")), (json!(["tick-college"]), json!("masters")));
}

#[test]
fn a_degree_beside_a_course_of_study_is_its_kind() {
    for title in ["Course of study", "Intitulé de la formation", "Study programme"] {
        let run = table(&format!("{title},Training Provider,Degree,Duration\nClocks,Tick College,MBA,2 years\n"));
        let program = run.program("Clocks");
        assert_eq!(value(&program, "kind"), "other:MBA", "{title}");
        assert_eq!(value(&program, "length"), json!({"value": 24, "unit": "months"}), "{title}");
        assert_eq!(value(&program, "institutions"), json!(["tick-college"]), "{title}");
    }
}

#[test]
fn what_is_paid_after_a_subsidy_is_not_the_price() {
    let headings = "Title,School,Type,Full fee (SGD),Fee after subsidies (SGD)";
    let program = program_of_row(headings, "A,U,XSeries,1605,481.50");
    assert_eq!(values(&program, "price"), [json!({"value": 1605, "currency": "SGD"})]);
}
