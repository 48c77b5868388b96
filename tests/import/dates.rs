//! Dates that are still to come: a course may start then, but no record and no catalogue can be from then.

use serde_json::json;

use crate::program;
use crate::run::{file, import, import_text, import_with, value};

const DATED: &str = "Title,School,Length,Last updated,Start\n";

#[test]
fn a_record_dated_in_the_future_does_not_beat_one_of_today() {
    let now = file("a.csv", format!("{DATED}A,U,6 weeks,2026-03-01,2031-02-01\n"));
    let future = file("b.csv", format!("{DATED}A,U,9 weeks,2031-03-01,2031-02-01\n"));
    let run = import(&[&now, &future]);
    assert!(run.has_remark("2031-03-01, which is still to come"), "{}", run.stderr);
    let bytes = String::from_utf8(run.bytes()).expect("UTF-8");
    assert!(!bytes.contains("2031"), "a start is no date of a fact: {bytes}");
}

#[test]
fn a_file_changed_in_the_future_dates_nothing() {
    let table = file("a.csv", "Title,School,Length\nA,U,6 weeks\n");
    let future = std::time::SystemTime::now() + std::time::Duration::from_secs(5 * 365 * 24 * 3600);
    std::fs::File::options().write(true).open(&table).and_then(|file| file.set_modified(future)).expect("a date");
    let run = import(&[&table]);
    assert_eq!(run.catalog()["as_of"], "undated");
    assert!(run.has_remark("still to come"), "{}", run.stderr);
}

#[test]
fn a_catalogue_dated_in_the_future_is_taken_as_undated_with_a_notice() {
    let run = import_text("a.csv", format!("{DATED}A,U,6 weeks,2026-03-01,\n"));
    let future = String::from_utf8(run.bytes()).expect("UTF-8").replace("2026-03-01", "2031-03-01");
    let future = file("future.json", future);
    let output = program::command().args(["catalog", "info", "--catalog"]).arg(&future).output().expect("it runs");
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(stderr.contains("is dated 2031-03-01, which is still to come"), "{stderr}");
    assert!(stdout.contains("undated"), "{stdout}");
    let checked = program::command().args(["catalog", "check"]).arg(&future).output().expect("it runs");
    let stderr = String::from_utf8_lossy(&checked.stderr).into_owned();
    assert!(checked.status.success(), "{stderr}");
    assert!(
        stderr.contains("the catalogue: as_of: is dated 2031-03-01") && stderr.contains("length: is dated"),
        "{stderr}"
    );
    let again = import_with(&[&future], &[]);
    assert_eq!(again.catalog()["as_of"], "undated");
}

#[test]
fn a_fact_dated_in_the_future_is_rejected() {
    let run = import_text("a.csv", "Title,School,Length\nA,U,6 weeks\n");
    let id = run.program("A")["id"].as_str().expect("an id").to_owned();
    let facts =
        format!("program_id,field,value,source_id,as_of\n{id},exam,yes,s1,2031-01-01\n{id},proctored,yes,s1,2025\n");
    let merged = import_with(&[&file("facts.csv", facts)], &["--into", &run.out.to_string_lossy()]);
    assert!(merged.reasons("rejected").iter().any(|reason| reason.contains("2031-01-01")), "{}", merged.stderr);
    let program = merged.program("A");
    assert_eq!((value(&program, "exam"), value(&program, "proctored")), (json!(null), json!(true)));
}

#[test]
fn days_between_slashes_are_read_in_the_order_that_the_table_shows() {
    let dated = |rows: &str| crate::run::table(&format!("Title,School,Length,Last updated,Start\n{rows}"));
    let as_of = |run: &crate::run::Run, title: &str| run.program(title)["length"][0]["as_of"].clone();
    let days = dated("A,U,6 weeks,03/04/2026,\nB,U,7 weeks,15/09/2026,\n");
    assert_eq!((as_of(&days, "A"), as_of(&days, "B")), (json!("2026-04-03"), json!("2026-09-15")), "{}", days.stderr);
    // Any column of dates shows the order.
    let months = dated("A,U,6 weeks,03/04/2026,9/15/2026\n");
    assert_eq!(as_of(&months, "A"), json!("2026-03-04"), "{}", months.stderr);
    for rows in ["A,U,6 weeks,03/04/2026,\n", "A,U,6 weeks,03/04/2026,9/15/2026\nB,U,6 weeks,,15/9/2026\n"] {
        let unclear = dated(rows);
        assert_ne!(as_of(&unclear, "A"), json!("2026-04-03"), "{rows}");
        assert_ne!(as_of(&unclear, "A"), json!("2026-03-04"), "{rows}");
        assert!(unclear.has_remark("`03/04/2026` is not a date"), "{rows}: {}", unclear.stderr);
    }
}
