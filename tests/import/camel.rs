//! Records whose members are named in camel case: the newer public index, and what pages pass on of the API.

use serde_json::{Value, json};

use crate::run::{Run, import_text, value};

fn run(record: &Value) -> Run {
    import_text("r.json", json!({"hits": [record], "nbHits": 1}).to_string())
}

#[test]
fn programs_of_the_newer_index_are_read() {
    let run = run(&json!({"objectID": "program-7b1f1b1e-0000-4000-8000-000000000001",
        "productUuid": "7b1f1b1e-0000-4000-8000-000000000001", "productName": "Harbour Logistics",
        "productType": "MicroMasters", "product": "Program", "productSlug": "masters/micromasters/northx-harbour",
        "level": ["Advanced"], "attributes": ["Business & Management"], "language": ["English"],
        "availability": ["Available now"], "skills": ["Logistics"], "partner": ["Northbridge University"],
        "partnerKeys": ["NorthX"], "weeksToComplete": null, "weeksToCompleteMin": 10, "weeksToCompleteMax": 13,
        "minHoursEffortPerWeek": 8, "maxHoursEffortPerWeek": 12}));
    let program = run.program("Harbour Logistics");
    for (field, expected) in [
        ("kind", json!("micromasters")),
        ("fields", json!(["Business & Management"])),
        ("level", json!(["advanced"])),
        ("languages", json!(["English"])),
        ("institutions", json!(["northx"])),
        ("workload", json!({"low": 8, "high": 12})),
        ("skills", json!(["Logistics"])),
        ("url", json!("https://www.edx.org/masters/micromasters/northx-harbour")),
        ("length", Value::Null),
    ] {
        assert_eq!(value(&program, field), expected, "{field}: {program}");
    }
    assert_eq!(program["workload"][0]["note"], "/hits/0/minHoursEffortPerWeek");
    assert!(run.has_remark("a run of one course"), "{}", run.stderr);
}

#[test]
fn courses_of_the_newer_index_stay_courses() {
    let run = run(&json!({"objectID": "course-7b1f1b1e-0000-4000-8000-000000000002", "productName": "Flows",
        "productUuid": "7b1f1b1e-0000-4000-8000-000000000002", "productType": "Course", "product": "Course",
        "partner": ["Northbridge University"], "weeksToCompleteMin": 6, "weeksToCompleteMax": 8,
        "minHoursEffortPerWeek": 2, "maxHoursEffortPerWeek": 4}));
    let course = run.record("courses", "Flows");
    assert_eq!(value(&course, "weeks"), json!({"low": 6, "high": 8}));
    assert_eq!(value(&course, "workload"), json!({"low": 2, "high": 4}));
}

#[test]
fn what_a_page_passes_on_of_the_api_is_read_under_the_names_of_the_api() {
    let text = json!({"uuid": "7b1f1b1e-0000-4000-8000-000000000003", "title": "Ports", "typeAttrs": {"slug": "xseries"},
        "marketingSlug": "xseries/ports", "status": "active", "dataModifiedTimestamp": "2026-10-30T09:12:00Z",
        "authoringOrganizations": [{"key": "NX", "name": "North U"}],
        "priceRanges": [{"currency": "USD", "min": "80.00", "max": "80.00", "total": "160.00"}],
        "courses": [{"key": "NX+1", "title": "Quays", "courseRuns": [{"weeksToComplete": 5, "pacingType": "self_paced"}]}]});
    let run = import_text("p.json", text.to_string());
    let ports = run.program("Ports");
    assert_eq!(value(&ports, "price"), json!({"value": 160, "currency": "USD"}), "{ports}");
    assert_eq!(ports["price"][0]["as_of"], "2026-10-30");
    assert_eq!(value(&ports, "pacing"), json!(["self-paced"]), "{ports}");
    assert_eq!(value(&run.record("courses", "Quays"), "weeks"), 5);
}
