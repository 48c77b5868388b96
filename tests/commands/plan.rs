//! `prospectus plan` as scripts use it: the JSON keys that are a contract, every format, and the
//! messages about invalid arguments.

use assert_cmd::Command;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use serde_json::Value;

use crate::program;

const DATA: &str = "harvardx-data-science";
const SCM: &str = "mitx-supply-chain-management";

fn plan(words: &[&str]) -> Command {
    let mut command = program::command();
    command.args(["plan", "--as-of", "2026-11-23", "--start", "2027-01-11"]).args(words);
    command
}

fn json(words: &[&str]) -> Value {
    let output = plan(words).arg("--json").assert().code(0).get_output().clone();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn text(words: &[&str]) -> String {
    String::from_utf8(plan(words).assert().code(0).get_output().stdout.clone()).unwrap()
}

#[test]
fn a_plan_has_the_keys_that_scripts_rely_on() {
    let plan = json(&[DATA, "--hours", "6"]);
    assert_eq!((plan["id"].as_str(), plan["start"].as_str()), (Some(DATA), Some("2027-01-11")));
    assert_eq!(plan["hours_per_week"], 6);
    assert_eq!(plan["finish"]["earliest"], "2027-05-10");
    assert_eq!(plan["finish"]["likely"], "2027-06-27");
    assert_eq!(plan["finish"]["latest"], "2027-08-14");
    assert_eq!((plan["hours"]["low"].as_i64(), plan["hours"]["high"].as_i64()), (Some(102), Some(184)));
    for fact in [&plan["hours"], &plan["cost"]["total"], &plan["cost"]["per_hour"]] {
        assert!(fact["basis"].is_string() && fact["source"].is_string() && fact["as_of"].is_string(), "{fact}");
    }
    assert_eq!(plan["cost"]["total"]["currency"], "USD");
    assert_eq!(plan["cost"]["sunk"][0]["after_course"], 1);
    // £169 at £0.776 to the dollar: spending is shown in the currency of the comparable price.
    assert_eq!(plan["cost"]["sunk"][0]["amount"]["value"], 218);
    assert!(plan["cost"]["converted"].is_null(), "its list price is in dollars");
    assert_eq!(json(&["ibm-data-science"])["cost"]["converted"]["currency"], "USD");
    assert!(
        plan["credit"].is_array() && plan["paths"].is_array() && !plan["assumptions"].as_array().unwrap().is_empty()
    );
    let week = &plan["weeks"][0];
    assert_eq!((week["from"].as_str(), week["to"].as_str()), (Some("2027-01-11"), Some("2027-01-17")));
    assert!(week["course"].is_string() && week["hours"].is_number());
}

#[test]
fn a_finish_that_is_unknown_is_null_and_the_assumptions_say_why() {
    // In the shipped catalogue unknown hours are estimated; the only program of a catalogue has none.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.json");
    let alone = serde_json::json!({"format": "prospectus-catalog/1", "name": "one", "as_of": "2026-05-15",
        "sources": [{"id": "s", "title": "A list", "as_of": "2026", "grade": "B", "licence": "none"}],
        "institutions": [], "courses": [], "programs": [{"id": "one", "title": "One",
        "kind": [{"value": "xseries", "source": "s"}], "status": [{"value": "current", "source": "s"}]}]});
    std::fs::write(&file, alone.to_string()).unwrap();
    let plan = json(&["one", "--hours", "6", "--catalog", file.to_str().unwrap()]);
    assert!(plan["finish"].is_null());
    assert_eq!(plan["hours"]["basis"], "unknown");
    let said = plan["assumptions"].as_array().unwrap();
    assert!(said.iter().any(|line| line.as_str().unwrap().starts_with("The finish is unknown")), "{said:?}");
}

#[test]
fn several_programs_are_planned_from_the_same_start_and_linked() {
    let both = json(&[DATA, SCM, "--hours", "4-7"]);
    assert_eq!(both["plans"][1]["id"], SCM);
    assert_eq!(both["plans"][1]["start"], both["plans"][0]["start"]);
    assert_eq!(both["plans"][0]["hours_per_week"]["low"], 4);
    let links = both["plans"][0]["paths"].as_array().unwrap();
    assert_eq!(links.last().unwrap()["arrows"][0]["type"], "no_formal_link");
}

#[test]
fn the_same_words_give_the_same_bytes() {
    assert_eq!(text(&[SCM, "--hours", "9", "--json"]), text(&[SCM, "--hours", "9", "--json"]));
}

#[test]
fn the_table_has_bars_and_the_plain_form_has_none() {
    let table = text(&[DATA, "--hours", "6"]);
    assert!(table.contains('█') && table.contains("2027-05-10 to 2027-08-14, likely 2027-06-27"));
    let ascii = text(&[DATA, "--hours", "6", "--ascii"]);
    assert!(ascii.contains("##") && ascii.is_ascii());
    for words in [&[DATA, "--format", "plain"][..], &[DATA, "--accessible"][..], &[DATA, "--format", "md"][..]] {
        let plain = text(words);
        assert!(!plain.contains(['█', '░', '→']), "{words:?}");
        assert!(plain.contains("What this is based on"), "{words:?}");
    }
}

#[test]
fn credit_is_told_with_its_condition_and_never_promised() {
    let page = text(&[SCM, "--hours", "9", "--format", "plain"]);
    assert!(page.contains("if you are admitted") && page.contains("nothing is guaranteed"), "{page}");
    assert!(!page.to_lowercase().contains("you will be admitted") && !page.contains('!'));
}

#[test]
fn a_sheet_has_a_row_for_each_week() {
    let sheet = text(&[DATA, "--hours", "6", "--format", "csv"]);
    assert!(sheet.starts_with("id,from,to,course_number,course,hours\r\n"));
    assert!(sheet.contains("harvardx-data-science,2027-01-11,2027-01-17,1,Data Science: R Basics,6"));
}

#[test]
fn a_calendar_is_one_calendar_for_all_programs() {
    let ics = text(&[DATA, SCM, "--hours", "6", "--format", "ics"]);
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    assert!(ics.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
    assert_eq!(ics.matches("BEGIN:VCALENDAR").count(), 1);
    assert!(ics.contains("DTSTAMP:20261123T000000Z") && ics.contains("DTSTART;VALUE=DATE:20270111"));
}

#[test]
fn slips_are_told_with_what_to_write_instead() {
    let usage = |words: &[&str], said: &str| {
        plan(words).assert().code(2).stderr(contains(said)).stdout("");
    };
    usage(&["harvardx-data-sciense"], "`harvardx-data-science`");
    usage(&[DATA, DATA], "named twice");
    for hours in ["0", "-3", "200", "many", "7-4", "NaN"] {
        usage(&[DATA, &format!("--hours={hours}")], "not a number of hours a week");
    }
    for rate in ["GBP", "GBP=1.27", "GBP=0@2026-11-01", "GBP=1.27@soon", "POUND=1@2026-11-01"] {
        usage(&[DATA, "--rate", rate], "not an exchange rate");
    }
    usage(&[DATA, "--salary-step", "3000", "--chance", "140"], "not a chance");
    plan(&[DATA, "--salary-step", "3000"]).assert().code(2).stderr(contains("--chance"));
    plan(&[DATA, "--format", "dot"]).assert().code(2).stderr(contains("`plan` does not print"));
}

#[test]
fn a_return_is_told_only_when_its_numbers_are_given() {
    let asked = ["--salary-step", "2000-5000", "--chance", "20-60"];
    plan(&[DATA]).assert().stdout(contains("money would be back").not());
    plan(&[&[DATA][..], &asked].concat()).assert().stdout(contains("your assumption").and(contains("USD 2,000–5,000")));
    let mut dollars = [&["ibm-data-science"][..], &asked].concat();
    dollars.extend(["--rate", "INR=0.0119@2026-11-01"]);
    plan(&dollars).assert().stdout(contains("USD 2,000–5,000").and(contains("on 2026-11-01, as you gave it")));
}

#[test]
fn other_commands_print_no_calendar() {
    let mut command = program::command();
    command.args(["list", "--format", "ics"]).assert().code(2).stderr(contains("does not print"));
}

#[test]
fn without_a_date_a_plan_starts_today_where_the_person_is() {
    // The first two zones always have different dates: one is 25 hours ahead of the other.
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago", "CET-1CEST,M3.5.0,M10.5.0/3"] {
        let today = || {
            let mut date = std::process::Command::new("date");
            String::from_utf8(date.arg("+%F").env("TZ", zone).output().unwrap().stdout).unwrap()
        };
        let before = today();
        let output = program::command().args(["plan", DATA, "--json"]).env("TZ", zone).output().unwrap();
        let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
        // Midnight may pass in between.
        assert!(
            [before.trim(), today().trim()].contains(&plan["start"].as_str().unwrap()),
            "{zone}: {}",
            plan["start"]
        );
    }
}
