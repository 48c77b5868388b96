//! Programs within programs and courses: curricula, programs that a course names, and what their records say of credit.

use serde_json::{Value, json};

use crate::run::{file, import_text, import_to, import_with, value};

fn record(title: &str, number: u32, more: &Value) -> Value {
    let record = json!({
        "uuid": format!("11111111-aaaa-4bbb-8ccc-0000000000{number:02}"), "title": title, "type": "Masters", "status": "active",
        "authoring_organizations": [{"key": "NorthX", "name": "Northbridge"}],
    });
    crate::run::with_members(record, more)
}

fn course(key: &str, weeks: u32) -> Value {
    json!({"key": key, "title": key, "course_runs": [{"key": format!("course-v1:{key}+1"), "weeks_to_complete": weeks, "status": "published"}]})
}

#[test]
fn a_program_in_a_curriculum_is_a_program_of_its_own() {
    let inner = record("Inner", 2, &json!({"type": "MicroMasters", "courses": [course("N+A", 4), course("N+B", 4)]}));
    let curricula = json!([
        {"is_active": true, "courses": [course("N+C", 10)], "programs": [inner]},
        {"is_active": false, "courses": [course("N+D", 10)], "programs": []},
    ]);
    let run = import_text("d.json", json!([record("Outer", 1, &json!({"curricula": curricula}))]).to_string());
    assert_eq!(value(&run.program("Inner"), "kind"), "micromasters");
    assert_eq!(run.program("Outer")["course_list"].as_array().map(Vec::len), Some(1));
    assert!(run.catalog()["courses"].as_array().is_some_and(|all| all.iter().all(|course| course["title"] != "N+D")));
}

#[test]
fn a_program_that_a_course_names_has_as_many_courses_as_it_says() {
    let mut one = course("N+A", 4);
    one["programs"] = json!([{"uuid": "11111111-aaaa-4bbb-8ccc-000000000009", "title": "Of four", "type": "XSeries", "number_of_courses": 4}]);
    one["owners"] = json!([{"key": "NorthX", "name": "Northbridge"}]);
    let program = import_text("c.json", json!([one]).to_string()).program("Of four");
    assert_eq!((value(&program, "courses"), value(&program, "institutions")), (json!(4), json!(["northx"])));
}

#[test]
fn a_course_that_a_list_repeats_counts_once() {
    let run = import_text(
        "d.json",
        json!([record("Twice", 3, &json!({"courses": [course("N+A", 6), course("N+A", 6)]}))]).to_string(),
    );
    let program = run.program("Twice");
    assert_eq!((value(&program, "courses"), value(&program, "study_weeks")), (json!(1), json!(6)));
    assert!(run.reasons("remarks").iter().any(|remark| remark.contains("listed twice")), "{}", run.stderr);
}

#[test]
fn credit_that_is_denied_is_none() {
    let denied = record("Denied", 4, &json!({"credit_redemption_overview": "Not eligible for credit."}));
    assert_eq!(value(&import_text("d.json", json!([denied]).to_string()).program("Denied"), "credit"), "none");
}

#[test]
fn a_run_for_a_company_does_not_speak_for_the_course() {
    let mut course = course("N+A", 9);
    let closed = json!({"key": "course-v1:N+A+2", "weeks_to_complete": 3, "status": "published", "availability": "Current", "restriction_type": "custom-b2b-enterprise"});
    course["course_runs"].as_array_mut().expect("a list").insert(0, closed);
    let run = import_text("d.json", json!([record("P", 5, &json!({"courses": [course]}))]).to_string());
    assert_eq!(value(&run.record("courses", "N+A"), "weeks"), json!(9));
}

#[test]
fn one_broken_record_of_a_catalogue_leaves_the_others() {
    let backing = |number: u32| {
        record(&format!("P{number}"), number, &json!({"price_ranges": [{"currency": "USD", "total": 500 + number}]}))
    };
    let first = import_text("d.json", json!([backing(1), backing(2), backing(3)]).to_string());
    let broken = String::from_utf8(first.bytes()).expect("UTF-8").replace("\"value\":502", "\"value\":-502");
    let run = import_text("own.json", broken);
    assert_eq!((run.code, run.count("added"), run.count("rejected")), (0, 2, 1), "{}", run.stderr);
    assert!(run.reasons("rejected").iter().any(|reason| reason.contains("price")), "{}", run.stderr);
}

#[test]
fn a_catalogue_added_to_itself_stays_as_it_is() {
    let backing = json!({"credit_backing_organizations": [{"key": "NorthX", "name": "Northbridge"}], "credit_value": 4, "courses": [course("N+A", 6)]});
    let first = import_with(&[&file("d.json", json!([record("P", 6, &backing)]).to_string())], &[]);
    let again =
        import_to(&[&first.out], &["--into", &first.out.to_string_lossy()], &crate::run::folder().join("out.json"));
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert_eq!(String::from_utf8_lossy(&again.bytes()), String::from_utf8_lossy(&first.bytes()), "{}", again.stderr);
}
