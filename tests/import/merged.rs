//! Spreadsheets saved as CSV: cells that were merged over several rows, and several tables in one file.

use serde_json::{Value, json};

use crate::run::{Run, records, table, value, values};

fn school(run: &Run, title: &str) -> Value {
    run.program(title)["institutions"][0].clone()
}

#[test]
fn a_school_given_once_for_a_block_of_rows_is_that_of_all_its_rows() {
    for text in [
        "School,Program,Kind\nTartu,Law,XSeries\n,Logic,XSeries\nOslo,Music,XSeries\n,Dance,MicroMasters\n",
        "Program;Universidad;Tipo\nLaw;Tartu;XSeries\nLogic;;XSeries\nMusic;Oslo;XSeries\nDance;;MicroMasters\n",
    ] {
        let run = table(text);
        assert_eq!(school(&run, "Law").get("basis"), None);
        let filled = school(&run, "Logic");
        assert_eq!((&filled["value"], &filled["basis"]), (&json!(["tartu"]), &json!("presumed")), "{filled}");
        assert!(filled["note"].as_str().is_some_and(|note| note.contains("merged")), "{filled}");
        assert_eq!(school(&run, "Dance")["value"], json!(["oslo"]));
        assert!(run.has_remark("2 empty cells were taken as merged"), "{}", run.stderr);
    }
}

#[test]
fn a_kind_given_once_for_the_block_of_each_school_is_that_of_its_rows() {
    let rows = "School,Kind,Title,Weeks\nTartu,XSeries,A,3\n,,B,4\n,MicroMasters,C,5\nOslo,MicroMasters,D,6\n,,E,7\n";
    let run = table(rows);
    let kinds = ["A", "B", "C", "D", "E"].map(|title| value(&run.program(title), "kind"));
    assert_eq!(kinds, ["xseries", "xseries", "micromasters", "micromasters", "micromasters"].map(Value::from));
    assert_eq!(run.program("B")["kind"][0]["basis"], "presumed");
    assert_eq!(school(&run, "E")["value"], json!(["oslo"]));
}

#[test]
fn what_is_empty_in_a_column_without_merged_cells_stays_unknown() {
    for text in [
        "School,Title,Kind\nTartu,A,XSeries\n,B,XSeries\nOslo,C,XSeries\nOslo,D,XSeries\n",
        "School,Title,Kind\n,A,XSeries\nTartu,C,XSeries\n,B,XSeries\nOslo,D,XSeries\n",
        "Title,School,Kind\nA,Tartu,XSeries\nB,,XSeries\nC,Oslo,XSeries\nD,Bern,XSeries\n",
    ] {
        let run = table(text);
        assert_eq!(run.program("B").get("institutions"), None, "{text}");
        assert!(!run.has_remark("merged"), "{}", run.stderr);
    }
    // Whether a program has a price says nothing of the next one.
    let run = table("School,Title,Weeks,Price\nTartu,A,3,300 USD\n,B,4,\nOslo,C,5,200 USD\n,D,6,\n");
    assert_eq!(run.program("B").get("price"), None);
}

#[test]
fn a_block_ends_with_its_rows() {
    let run = table("School,Title,Weeks\nTartu,A,3\n,B,4\nTotal,,7\n,C,5\n\n,D,6\nOslo,E,2\n,F,2\n");
    assert_eq!(school(&run, "B")["value"], json!(["tartu"]));
    assert_eq!(school(&run, "F")["value"], json!(["oslo"]));
    for title in ["C", "D"] {
        assert_eq!(run.program(title).get("institutions"), None, "{title}");
    }
    let run = table("School,Title,Weeks\nTartu,A,3\n,B,4\n,Prices are without tax,\nOslo,C,2\n,D,2\n");
    assert_eq!((run.count("added"), run.count("left_out")), (4, 1), "{}", run.stderr);
}

#[test]
fn a_program_given_once_for_its_courses_has_all_of_them() {
    let run = table(
        "Program,Program type,School,Course,Course weeks\nLaw,XSeries,Tartu,Torts,4\n,,,Contracts,5\nIce,XSeries,Oslo,Snow,6\n,,,Glaciers,7\n",
    );
    assert_eq!(run.program("Law")["course_list"].as_array().map(Vec::len), Some(2), "{}", run.stderr);
    assert_eq!(run.program("Ice")["course_list"].as_array().map(Vec::len), Some(2));
    assert_eq!(run.record("courses", "Glaciers")["institution"], "oslo");
}

#[test]
fn other_headings_begin_another_table() {
    for gap in ["", "\n", ",,,\n", "\nOther programs\n"] {
        let text = format!("Title,School,Type,Length\nA,U,XSeries,4 months\n{gap}");
        let run = table(&format!(
            "{text}Program,Provider,Credential,Duration,Price\nB,V,MicroMasters,6 months,900 USD\nC,W,MicroMasters,,\n"
        ));
        let program = run.program("B");
        assert_eq!(value(&program, "price"), json!({"value": 900, "currency": "USD"}), "{gap:?}: {}", run.stderr);
        assert_eq!(value(&program, "length"), json!({"value": 6, "unit": "months"}));
        assert_eq!((run.count("added"), run.count("read")), (3, 3), "{gap:?}: {}", run.stderr);
        assert!(run.has_remark("another table begins here"), "{}", run.stderr);
    }
}

#[test]
fn a_table_of_courses_may_stand_below_one_of_programs() {
    let run = table(
        "School,Program,Kind\nTartu,Law,XSeries\n\nCourses\nCourse,Program,Program type,School,Weeks\nTorts,Law,XSeries,Tartu,4\nContracts,Law,XSeries,Tartu,5\n",
    );
    assert_eq!(run.program("Law")["course_list"].as_array().map(Vec::len), Some(2), "{}", run.stderr);
    assert_eq!(records(&run.catalog(), "courses").count(), 2);
    assert_eq!(run.reasons("rejected"), Vec::<String>::new());
}

#[test]
fn headings_that_are_repeated_begin_no_other_table() {
    let run = table("Title,School,Kind\nA,U,XSeries\n\nTitle,School,Kind\nB,V,XSeries\n");
    assert_eq!((run.count("added"), run.count("left_out")), (2, 1));
    assert!(!run.has_remark("another table"), "{}", run.stderr);
}

#[test]
fn a_line_of_the_report_is_that_of_the_file() {
    let run = table("Title,School,Kind\n\n\nA,U,XSeries\n\n,U,\n");
    assert!(run.stderr.contains("t.csv:6: rejected"), "{}", run.stderr);
    assert_eq!(run.program("A")["kind"][0]["note"], "line 4, Kind");
}

#[test]
fn what_the_rows_of_courses_say_reaches_their_program() {
    let headings = "Title,Partner Name,Program Type,Program Name,Pacing,Level,Language,Subjects,Skills,Key,Short Key";
    let run = table(&format!(
        "{headings}\nTorts,Tartu,XSeries,Law,self_paced,Advanced,English,\"Law, Ethics\",Reading,a,T+1\nContracts,Tartu,XSeries,Law,instructor_paced,Introductory,French,Ethics,\"Writing, Reading\",b,T+2\nEstates,Tartu,XSeries,Law,self_paced,Advanced,English,Law,,c,T+3\n"
    ));
    let law = run.program("Law");
    for (field, expected) in [
        ("languages", json!(["English", "French"])),
        ("fields", json!(["Law", "Ethics"])),
        ("skills", json!(["Reading", "Writing"])),
        ("level", json!(["introductory", "advanced"])),
        ("pacing", json!(["instructor-paced", "self-paced"])),
    ] {
        assert_eq!(values(&law, field), [expected], "{field}: {law}");
        assert_eq!(law[field][0]["basis"], "derived", "{field}");
        assert!(law[field][0]["note"].as_str().is_some_and(|note| note.contains("of its courses")), "{law}");
    }
}

#[test]
fn what_one_course_does_not_state_is_not_known_of_the_program() {
    let headings = "Program,Program type,School,Course,Course level,Course language";
    let run = table(&format!("{headings}\nLaw,XSeries,Tartu,Torts,Advanced,English\nLaw,XSeries,Tartu,Contracts,,\n"));
    let law = run.program("Law");
    assert_eq!((law.get("level"), law.get("languages")), (None, None), "{law}");
}
