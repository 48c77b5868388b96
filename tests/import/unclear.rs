//! What can be read in two ways, is denied, or stands in another word is no fact: a table of cells with what may be read
//! from each.

use serde_json::{Value, json};

use crate::run::table;

/// The only value of a fact of the program whose cell under this heading holds this text; `null` if it is unknown.
fn read(heading: &str, cell: &str, fact: &str) -> Value {
    table(&format!("Title\tSchool\t{heading}\nA\tU\t{cell}\n")).program("A")[fact][0].clone()
}

#[test]
fn a_number_with_two_readings_or_a_denial_stays_unknown() {
    for (heading, cell, facts) in [
        ("Total hours", "1.000", ["effort", "workload"]),
        ("Total hours", "10.000", ["effort", "workload"]),
        ("Hours a week", "1.000", ["workload", "effort"]),
        ("Workload", "1.200 hours", ["workload", "effort"]),
        ("Workload", "1.000 Stunden", ["workload", "effort"]),
        ("Length", "1.200 Tage", ["length", "study_weeks"]),
        ("Length", "not 6 months", ["length", "study_weeks"]),
        ("Length", "keine 6 Monate", ["length", "study_weeks"]),
        ("Price", "not $500", ["price", "other_price"]),
        ("Price", "$500 off", ["price", "other_price"]),
        ("Price", "Save $500", ["price", "other_price"]),
        ("Price", "free for members, $500", ["price", "other_price"]),
        ("Language", "not English", ["languages", "languages"]),
        ("Courses", "approx. 5", ["courses", "course_list"]),
        ("Courses", "at least three courses", ["courses", "course_list"]),
    ] {
        for fact in facts {
            assert_eq!(read(heading, cell, fact), Value::Null, "{heading}: {cell}");
        }
    }
}

#[test]
fn the_same_cells_without_doubt_are_read() {
    assert_eq!(read("Total hours", "1,200", "effort")["value"], 1200);
    assert_eq!(read("Length", "6 hasta 9 meses", "length")["low"], 6);
    assert_eq!(read("Length", "6 months, 5 courses", "length")["value"], 6);
    for cell in ["$500 (Sociology)", "$500 for Renewable Energy", "$500 Remember", "$500 for ASP.NET"] {
        let price = read("Price", cell, "price");
        assert_eq!((&price["value"], &price["tax"]), (&json!(500), &Value::Null), "{cell}");
    }
    assert_eq!(read("Sociology fee (USD)", "500", "price")["value"], 500);
    assert_eq!(read("Price", "EUR 500, includes VAT, no hidden fees", "price")["tax"], "in");
    assert_eq!(read("Price", "EUR 500 no VAT", "price")["tax"], Value::Null);
}
