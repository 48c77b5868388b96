//! What course-discovery says around a program: its curricula, its runs, the courses that name it, and the pathways.

use serde_json::{Value, json};

use crate::run::{Run, file, import, import_text, records, value, values, with_members};

const UUID: &str = "c3000000-aaaa-4bbb-8ccc-0000000000";

fn uuid(number: u32) -> String {
    format!("{UUID}{number:02}")
}

fn program(number: u32, title: &str, more: &Value) -> Value {
    let record = json!({"uuid": uuid(number), "title": title, "type": "MicroMasters", "status": "active",
        "authoring_organizations": [{"key": "FjordX", "name": "Fjord University"}]});
    with_members(record, more)
}

fn course(number: u32, more: &Value) -> Value {
    with_members(
        json!({"key": format!("FjordX+F{number}"), "uuid": uuid(50 + number), "title": format!("Fjords {number}")}),
        more,
    )
}

fn of_record(record: &Value) -> Run {
    import_text("p.json", record.to_string())
}

#[test]
fn a_program_inside_a_curriculum_is_one_of_its_own_that_leads_to_the_degree() {
    let inner = program(2, "Ice", &json!({"courses": [course(1, &json!({})), course(2, &json!({}))]}));
    let curricula = json!([{"courses": [course(3, &json!({}))], "programs": [inner]},
        {"is_active": false, "courses": [course(4, &json!({}))], "programs": []}]);
    let run = of_record(&program(1, "Master of Ice", &json!({"type": "Masters", "curricula": curricula})));
    let (degree, ice) = (run.program("Master of Ice"), run.program("Ice"));
    assert_eq!((degree.get("courses"), value(&ice, "courses")), (None, json!(2)), "{degree}");
    assert_eq!(records(&degree, "course_list").count(), 1, "{degree}");
    let pathway = &ice["pathways"][0];
    assert_eq!((&pathway["institution"], &pathway["program"]), (&json!("Fjord University"), &json!("Master of Ice")));
    assert!(run.has_remark("out of use") && records(&run.catalog(), "courses").count() == 3, "{}", run.stderr);
}

#[test]
fn a_course_listed_twice_counts_once() {
    let weeks = json!({"course_runs": [{"key": "r", "weeks_to_complete": 6}]});
    let twice = json!([course(1, &weeks), course(2, &weeks), course(1, &weeks)]);
    let run = of_record(&program(3, "Snow", &json!({"courses": twice})));
    let snow = run.program("Snow");
    assert_eq!((value(&snow, "courses"), value(&snow, "study_weeks")), (json!(2), json!(12)));
    assert!(run.has_remark("listed twice"), "{}", run.stderr);
    assert_eq!(
        value(&of_record(&program(3, "Snow", &json!({"courses": ["A+1", "A+2", "A+1"]}))).program("Snow"), "courses"),
        2
    );
}

#[test]
fn a_run_that_is_not_for_everyone_does_not_speak_for_its_course() {
    let run = |weeks: u32, more: &Value| {
        with_members(json!({"key": format!("r{weeks}"), "weeks_to_complete": weeks, "availability": "Current"}), more)
    };
    let runs = json!({"course_runs": [run(3, &json!({"restriction_type": "custom-b2b-enterprise", "start": "2027-01-01"})), run(9, &json!({}))]});
    let found = of_record(&program(4, "Frost", &json!({"courses": [course(5, &runs)]})));
    assert_eq!(value(&found.record("courses", "Fjords 5"), "weeks"), 9);
    for over in [json!({"status": "unpublished"}), json!({"availability": "Archived", "status": "published"})] {
        let camp = course(6, &json!({"course_type": "bootcamp-2u", "course_runs": [run(24, &over)]}));
        assert_eq!(value(&of_record(&camp).program("Fjords 6"), "status"), "older", "{over}");
    }
}

#[test]
fn a_text_that_denies_credit_is_no_credit() {
    for (text, credit) in [
        ("<p>Not eligible for credit.</p>", "none"),
        ("This program carries no academic credit", "none"),
        ("Nine units count", "possible"),
    ] {
        let run = of_record(&program(5, "Thaw", &json!({"credit_redemption_overview": text, "credit_value": 9})));
        assert_eq!(value(&run.program("Thaw"), "credit"), credit, "{text}");
        assert_eq!(run.has_remark("denies credit"), credit == "none", "{}", run.stderr);
    }
}

#[test]
fn what_limits_a_program_or_shows_on_its_card_is_kept_or_told() {
    let limits = json!({"has_ofac_restrictions": true, "location_restriction": {"restriction_type": "allowlist", "countries": ["NO", "SE"]}});
    let limited = values(&of_record(&program(6, "Melt", &limits)).program("Melt"), "remark");
    assert_eq!(limited.len(), 2, "{limited:?}");
    assert_eq!(limited[0], "offered only in NO and SE");
    let card = of_record(&program(7, "Floe", &json!({"search_card_display": ["#3", "$10,000 total", "10 courses"]})));
    let floe = card.program("Floe");
    assert_eq!(
        (value(&floe, "courses"), value(&floe, "price")),
        (json!(10), json!({"value": 10000, "currency": "USD"}))
    );
    assert!(card.has_remark("`#3`"), "{}", card.stderr);
    let weeks = of_record(&program(8, "Hail", &json!({"weeks_to_complete": 24})));
    assert!(weeks.program("Hail").get("length").is_none() && weeks.has_remark("24 weeks"), "{}", weeks.stderr);
    let most = of_record(&program(9, "Rime", &json!({"max_hours_effort_per_week": 10}))).program("Rime");
    let note = most["workload"][0]["note"].as_str().expect("a note");
    assert!(note.starts_with("at most") && note.ends_with("/max_hours_effort_per_week"), "{note}");
    let degree =
        json!({"degree": {"micromasters_long_title": "Ice: Tools", "micromasters_url": "https://x.example/ice"}});
    let remark = value(&of_record(&program(10, "Crust", &degree)).program("Crust"), "remark");
    assert!(remark.as_str().is_some_and(|remark| remark.contains("Ice: Tools")), "{remark}");
}

#[test]
fn a_course_that_names_its_program_is_not_the_whole_of_it() {
    let named = json!({"uuid": uuid(11), "title": "Glaciers", "type": "XSeries", "number_of_courses": 4});
    let runs = json!([{"key": "course-v1:FjordX+F7+1", "weeks_to_complete": 6, "min_effort": 10, "max_effort": 12}]);
    let whole = course(
        7,
        &json!({"course_runs": runs, "owners": [{"key": "FjordX", "name": "Fjord University"}], "programs": [named]}),
    );
    let run = json!({"key": "course-v1:FjordX+F7+1", "title": "Fjords 7", "weeks_to_complete": 6, "seats": [],
        "pacing_type": "self_paced", "owners": [{"key": "FjordX", "name": "Fjord University"}], "programs": [named]});
    for record in [whole, json!({"count": 1, "results": [run]})] {
        let found = of_record(&record);
        let program = found.program("Glaciers");
        assert_eq!(value(&program, "courses"), 4, "{record}");
        assert_eq!(
            (value(&program, "institutions"), &program["institutions"][0]["basis"]),
            (json!(["fjordx"]), &json!("presumed"))
        );
        assert_eq!(records(&program, "course_list").count(), 1);
    }
}

#[test]
fn a_pathway_may_name_programs_of_another_file() {
    let pathway = json!({"id": 1, "name": "MSc Ice", "org_name": "Hill University", "pathway_type": "credit", "status": "active",
        "description": "10 credits of 30", "programs": [{"uuid": uuid(12)}]});
    let pathways = file("pathways.json", json!({"count": 1, "results": [pathway]}).to_string());
    let programs = file("programs.json", json!({"results": [program(12, "Drift", &json!({}))]}).to_string());
    let run = import(&[&pathways, &programs]);
    let drift = run.program("Drift");
    assert_eq!(
        (&drift["pathways"][0]["institution"], &drift["pathways"][0]["condition"]),
        (&json!("Hill University"), &json!("10 credits of 30"))
    );
    assert_eq!(value(&drift, "status"), "current");
    let alone =
        import(&[&pathways, &file("others.json", json!({"results": [program(13, "Gale", &json!({}))]}).to_string())]);
    assert_eq!(["read", "added", "left_out"].map(|key| alone.count(key)), [2, 1, 1], "{}", alone.stderr);
}
