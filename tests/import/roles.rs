//! What cells say of their row or of other cells: that a row is a program or a course, several programs of one course,
//! units in columns of their own, parts beside a whole, places of buyers, and the lists that the program itself writes.

use std::fs;
use std::process::Output;

use serde_json::{Value, json};

use crate::program;
use crate::run::{Run, file, import, import_with, program_of_row, records, table, value, values};

fn titles(run: &Run, list: &str) -> Vec<String> {
    let catalog = run.catalog();
    records(&catalog, list).map(|record| record["title"].as_str().expect("a title").to_owned()).collect()
}

#[test]
fn rows_say_under_any_heading_whether_they_are_programs_or_courses() {
    for heading in ["Level", "Record type", "What", "Typ"] {
        let run = table(&format!(
            "{heading},Title,School,Weeks,Price\nProgram,Ports,U,,900 USD\nCourse,Cranes,U,6,200 USD\n\
             Course,Quays,U,4,300 USD\nProgram,Finance,U,,500 USD\nCourse,Bonds,U,5,100 USD\n"
        ));
        assert_eq!(titles(&run, "programs"), ["Finance", "Ports"], "{heading}");
        assert_eq!(titles(&run, "courses"), ["Bonds", "Cranes", "Quays"], "{heading}");
        let ports = run.program("Ports");
        assert_eq!(ports["course_list"].as_array().map(Vec::len), Some(2), "{ports}");
        assert_eq!(value(&ports, "price"), json!({"value": 900, "currency": "USD"}), "{heading}");
        assert_eq!(value(&ports, "length"), json!({"value": 10, "unit": "weeks"}), "{heading}");
        assert_eq!((run.count("added"), run.count("left_out")), (5, 0), "{heading}");
        assert_eq!(run.record("courses", "Quays")["weeks"][0]["note"], "line 4, Weeks", "{heading}");
    }
}

#[test]
fn courses_below_all_programs_belong_to_none_of_them() {
    let run = table("Art,Titel,Hochschule\nProgramm,Hafen,U\nProgramm,Recht,U\nKurs,Kräne,U\nKurs,Verträge,U\n");
    assert_eq!(titles(&run, "courses"), ["Kräne", "Verträge"]);
    assert!(records(&run.catalog(), "programs").all(|program| program.get("course_list").is_none()), "{}", run.stderr);
}

#[test]
fn a_level_is_a_level_where_it_is_no_word_for_rows() {
    let run = table("Level,Title,School\nAdvanced,A,U\nIntroductory,B,U\n");
    assert_eq!(value(&run.program("A"), "level"), json!(["advanced"]));
}

#[test]
fn a_course_of_several_programs_is_in_each_of_them() {
    let headings = "Title,Partner Name,Program Type,Program Name,Key,Short Key,Length,Associated Catalogs";
    let run = table(&format!(
        "{headings}\nSales,Doane,\"MicroBachelors® Program, Professional Certificate\",\"Marketing, Basics of Sales\",D+1,1,8,x\n"
    ));
    for (title, kind) in [("Marketing", "microbachelors"), ("Basics of Sales", "professional-certificate")] {
        let program = run.program(title);
        assert_eq!(value(&program, "kind"), kind, "{title}");
        assert_eq!(program["course_list"].as_array().map(Vec::len), Some(1), "{title}");
    }
    let run = table(&format!("{headings}\nSales,Doane,\"XSeries, MicroMasters\",\"A, B, C\",D+1,1,8,x\n"));
    assert_eq!((titles(&run, "programs").len(), titles(&run, "courses").len()), (0, 1));
    assert!(run.has_remark("only the course was taken"), "{}", run.stderr);
}

#[test]
fn units_stand_in_columns_of_their_own() {
    let headings = "Title,School,Duration,Duration unit,Effort,Effort unit,Cost,Cost unit";
    let program = program_of_row(headings, "A,U,6,months,4,hours/week,300,USD");
    for (field, expected) in [
        ("length", json!({"value": 6, "unit": "months"})),
        ("workload", json!(4)),
        ("price", json!({"value": 300, "currency": "USD"})),
    ] {
        assert_eq!(value(&program, field), expected, "{field}");
    }
    let program = program_of_row(headings, "A,U,26,weeks,120,hours total,40,EUR/month");
    assert_eq!((value(&program, "effort"), program.get("workload")), (json!(120), None), "{program}");
    assert_eq!(program.get("price"), None, "{program}");
    assert_eq!(value(&program, "other_price"), json!({"value": 40, "currency": "EUR", "what": "month"}));
    let program = program_of_row(headings, "A,U,26,weeks,5,ECTS,900,CHF per course");
    assert_eq!((program.get("workload"), program.get("price")), (None, None), "{program}");
    assert_eq!(value(&program, "course_price")["value"], 900, "{program}");
}

#[test]
fn parts_beside_a_whole_are_no_prices_of_the_program() {
    for (headings, row, price) in [
        (
            "TUITION,FEES,BOOKSMATERIALSCOST,TOTALCOST",
            "11500 USD,0,0,11500 USD",
            json!({"value": 11500, "currency": "USD"}),
        ),
        ("Price,Fees", "500 USD,0", json!({"value": 500, "currency": "USD"})),
        ("Price,Fees", "500 USD,75 USD", json!({"value": 500, "currency": "USD"})),
        ("Price,Fees", ",0", Value::Null),
        ("Fees", "0", Value::Null),
        ("Fees", "0 USD", json!({"value": 0, "currency": "USD"})),
        ("Fees", "650 USD", json!({"value": 650, "currency": "USD"})),
        (
            "Tuition Fee,Admission Fee,Exam Fee,Total Fee",
            "50000 INR,500 INR,0,51500 INR",
            json!({"value": 51500, "currency": "INR"}),
        ),
        (
            "Tuition,Books and materials cost,Other costs",
            "900 EUR,80 EUR,5 EUR",
            json!({"value": 900, "currency": "EUR"}),
        ),
        ("Kosten,Gesamtkosten", "900 EUR,950 EUR", json!({"value": 950, "currency": "EUR"})),
    ] {
        let program = program_of_row(&format!("Title,School,{headings}"), &format!("A,U,{row}"));
        assert_eq!(value(&program, "price"), price, "{headings}: {program}");
        assert!(values(&program, "price").len() < 2, "{headings}: {program}");
        assert_ne!(value(&program, "exam_price")["currency"], "USD", "{headings}: {program}");
    }
}

#[test]
fn prices_for_several_places_are_those_of_their_buyers() {
    let program = program_of_row("Title,School,Price US,Price UK,Price India", "A,U,$300,£240,₹9000");
    assert_eq!(program.get("price"), None, "{program}");
    let regions = values(&program, "other_price");
    assert_eq!(regions.len(), 3, "{program}");
    assert!(regions.iter().all(|price| price["what"] == "region"), "{program}");
    let program = program_of_row("Title,School,Price (US$),Price (€)", "A,U,300,280");
    assert_eq!(values(&program, "price").len(), 2, "{program}");
}

#[test]
fn prices_are_dated_as_exactly_as_their_column_is() {
    for date in ["2021-04", "c. 2019", "2021-10..2024-08", "2026-05-15"] {
        let program = program_of_row("Title,School,Price,Price as of", &format!("A,U,900 USD,{date}"));
        assert_eq!(program["price"][0]["as_of"], date, "{program}");
    }
}

fn listed(catalog: &[&str]) -> Vec<u8> {
    let mut command = program::command();
    let Output { stdout, status, .. } =
        command.args(catalog).args(["list", "--format", "csv", "--status", "all"]).output().expect("it runs");
    assert!(status.success());
    stdout
}

#[test]
fn the_list_that_the_program_writes_comes_back_with_its_ids_and_nothing_invented() {
    let list = file("list.csv", listed(&[]));
    let run = import(&[&list]);
    let ids = |text: &[u8]| -> Vec<String> {
        let mut reader = csv::Reader::from_reader(text);
        reader.records().map(|row| row.expect("a row")[0].to_owned()).collect()
    };
    let (mut before, catalog) = (ids(&fs::read(&list).expect("a file")), run.catalog());
    before.sort();
    let after: Vec<String> =
        records(&catalog, "programs").map(|program| program["id"].as_str().expect("an id").to_owned()).collect();
    assert_eq!(after, before);
    assert_eq!(run.count("conflicts"), 0, "{}", run.stderr);
    let shipped: Value = serde_json::from_str(include_str!("../../assets/catalog.json")).expect("JSON");
    let stated = |catalog: &Value, id: &str, field: &str| -> Option<Value> {
        let program = records(catalog, "programs").find(|program| program["id"] == id)?;
        let is_stated = |claim: &&Value| matches!(claim["basis"].as_str(), None | Some("stated"));
        program[field].as_array()?.iter().find(is_stated).cloned()
    };
    for id in &after {
        for field in ["languages", "fields", "level", "institutions", "effort", "length", "price"] {
            let invented = stated(&catalog, id, field).is_some() && stated(&shipped, id, field).is_none();
            assert!(!invented, "{id}: {field}");
        }
    }
    let again = import_with(&[&list], &["--into", run.out.to_str().expect("a path")]);
    assert_eq!((again.bytes(), again.count("already_there")), (run.bytes(), after.len() as u64));
}

#[test]
fn lists_of_courses_lose_their_bullets_numbers_and_times() {
    let program = "Title,School,Courses";
    for (cell, expected) in [
        ("\"1. Law\n2. Ethics\"", ["Ethics", "Law"]),
        ("• Law • Ethics", ["Ethics", "Law"]),
        ("\"Law (4 weeks); Ethics (6 weeks, 5-7 h/week)\"", ["Ethics", "Law"]),
    ] {
        let run = table(&format!("{program}\nA,U,{cell}\n"));
        assert_eq!(titles(&run, "courses"), expected, "{cell}");
        assert_eq!(value(&run.program("A"), "courses"), 2, "{cell}");
    }
    let run = table(&format!("{program}\nA,U,\"Law (4 weeks); Ethics (6 weeks)\"\n"));
    assert_eq!(value(&run.program("A"), "length"), json!({"value": 10, "unit": "weeks"}));
}

#[test]
fn tables_beside_each_other_are_read_one_by_one() {
    let dollars = |amount: u32| json!({"value": amount, "currency": "USD"});
    for text in [
        // Behind a gap, under the same or other headings; the second one may be longer, or the first.
        "Title,School,Price,,Title,School,Price\nA,U,$100,,B,V,$900\nC,U,$150,,D,V,$950\n",
        "Title,School,Price,,Degree title,University,Tuition fee\nA,U,$100,,B,V,$900\nC,U,$150,,,,\n,,,,D,V,$950\n",
        // Right beside each other, and below the names of the tables.
        "Title;School;Price;Title;School;Price\nA;U;$100;B;V;$900\nC;U;$150;D;V;$950\n",
        "Spring,,,,Autumn,,\nTitle,School,Price,,Title,School,Price\nA,U,$100,,B,V,$900\nC,U,$150,,D,V,$950\n",
        // Each with a second row of headings.
        "Title,School,Price,,Title,School,Price\n,,USD,,,,USD\nA,U,100,,B,V,900\nC,U,150,,D,V,950\n",
    ] {
        let run = table(text);
        let mut all = titles(&run, "programs");
        all.sort();
        assert_eq!(all, ["A", "B", "C", "D"], "{text}\n{}", run.stderr);
        for (title, price) in [("A", 100), ("B", 900), ("C", 150), ("D", 950)] {
            assert_eq!(values(&run.program(title), "price"), [dollars(price)], "{text}\n{}", run.stderr);
        }
        assert!(run.has_remark("another table is beside this one"), "{}", run.stderr);
        assert_eq!((run.count("rejected"), run.count("conflicts")), (0, 0), "{}", run.stderr);
    }
}

#[test]
fn a_table_beside_a_table_that_cannot_be_told_apart_is_named_and_not_mixed_in() {
    let run = table("Title,School,Price,,Title,School,Price\nA,U,$100,x,B,V,$900\nC,U,$150,,D,V,$950\n");
    assert_eq!(titles(&run, "programs"), ["A", "C"]);
    assert_eq!(values(&run.program("A"), "price"), [json!({"value": 100, "currency": "USD"})]);
    assert!(run.has_remark("from column 5 on, and was not read: save it as a file of its own"), "{}", run.stderr);
}

#[test]
fn bounds_and_units_below_headings_belong_to_them() {
    let run = table("Hochschule;Titel;Dauer;;Gebühr\n;;von;bis;EUR\nU;Hafen;6 Monate;9 Monate;1.350,00\n");
    let port = run.program("Hafen");
    assert_eq!(value(&port, "price"), json!({"value": 1350, "currency": "EUR"}), "{}", run.stderr);
    assert_eq!(value(&port, "length"), json!({"low": 6, "high": 9, "unit": "months"}), "{}", run.stderr);
    assert_eq!(run.count("rejected"), 0);
}

#[test]
fn a_name_in_other_capitals_is_no_former_name() {
    let run = table("Title,School,Type,Last updated\nPort Law,U,XSeries,2026-09-01\nport  law,u,xseries,2026-05-01\n");
    assert_eq!(run.program("Port Law").get("former_name"), None, "{}", run.stderr);
}

#[test]
fn an_enrolment_fee_is_the_price_where_there_is_no_other() {
    let program = program_of_row("Titolo,Ateneo,Quota di iscrizione", "A,U,\"€ 9.000,00\"");
    assert_eq!(value(&program, "price"), json!({"value": 9000, "currency": "EUR"}));
    let program = program_of_row("Titolo,Ateneo,Quota di iscrizione,Prezzo", "A,U,90 EUR,900 EUR");
    assert_eq!(values(&program, "price"), [json!({"value": 900, "currency": "EUR"})]);
}

#[test]
fn a_school_in_two_halves_is_one() {
    for text in [
        "Title,Institution,Price\nA,\"University of\nCalifornia, Davis\",$100\n",
        "Title,University,Partner,Price\nA,University of,\"California, Davis\",$100\n",
    ] {
        let run = table(text);
        let schools = run.catalog()["institutions"].clone();
        assert_eq!(schools.as_array().map(Vec::len), Some(1), "{text}: {schools}");
        assert_eq!(schools[0]["name"], "University of California, Davis");
    }
    for text in [
        "Title,Institution,Price\nA,\"UPx\nUniversity of Ports\",$100\n",
        "Title,Partner,University,Price\nA,UPx,University of Ports,$100\n",
        "Title,Institution,Price\nA,University of Ports (UP),$100\n",
    ] {
        let run = table(text);
        let schools = run.catalog()["institutions"].clone();
        assert_eq!(schools.as_array().map(Vec::len), Some(1), "{text}: {schools}");
        assert_eq!(schools[0]["name"], "University of Ports", "{text}");
        assert!(schools[0]["short"].as_str().is_some_and(|short| short.starts_with("UP")), "{schools}");
    }
    let run = table("Title,Institution\nA,\"University of Ports\nHarbour College\"\n");
    assert_eq!(run.catalog()["institutions"].as_array().map(Vec::len), Some(2));
}
