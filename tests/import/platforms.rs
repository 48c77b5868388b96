//! What platforms add to the formats that they share, and what only the courses of a program say.

use serde_json::{Value, json};

use crate::run::{import_text, records, value, values, with_members};

#[test]
fn mit_xpro_answers_in_the_form_of_mitx_online_and_keeps_its_name() {
    let list = json!([{"id": 3, "title": "Systems", "readable_id": "program-v1:xPRO+Sys", "platform": "xPRO",
        "url": "https://xpro.example/systems", "current_price": 3345.0, "duration": "16 Weeks", "certificate_type": "Professional Certificate",
        "courses": [
            {"id": 18, "title": "Complex Systems", "readable_id": "course-v1:xPRO+Sys1", "duration": "4 Weeks", "time_commitment": "4-5 Hours per Week", "courseruns": [{"current_price": 999.0}]},
            {"id": 19, "title": "Models", "readable_id": "course-v1:xPRO+Sys2", "duration": "5 Weeks", "courseruns": [{"current_price": 999.0}]}]}]);
    let run = import_text("xpro.json", list.to_string());
    let program = run.program("Systems");
    assert_eq!(
        (value(&program, "platform"), program["platform"][0].get("basis")),
        (json!("xPRO"), None),
        "it is stated"
    );
    assert_eq!(value(&program, "url"), "https://xpro.example/systems");
    assert_eq!(value(&program, "price"), json!({"value": 3345, "currency": "USD"}));
    assert_eq!((value(&program, "kind"), value(&program, "courses")), (json!("professional-certificate"), json!(2)));
    let course = run.record("courses", "Complex Systems");
    assert_eq!((value(&course, "weeks"), value(&course, "workload")), (json!(4), json!({"low": 4, "high": 5})));
    assert_eq!(value(&course, "price"), json!({"value": 999, "currency": "USD", "what": "course"}));
}

#[test]
fn lists_in_one_text_come_apart_at_bars() {
    let list = json!([
        {"title": "Making", "resource_type": "program", "topics": "Business Analytics|Machine Learning", "courses": "One|Two",
            "price": "$4870", "language": "Portuguese", "duration": "6 to 10 Weeks", "run__readable_id": "1"},
        {"title": "One", "resource_type": "", "topics": "", "courses": "", "price": "$1870", "duration": "9 semanas", "run__readable_id": "2"},
        {"title": "A page", "resource_type": ""}]);
    let run = import_text("pe.json", list.to_string());
    let program = run.program("Making");
    assert_eq!(value(&program, "fields"), json!(["Business Analytics", "Machine Learning"]));
    assert_eq!((value(&program, "courses"), value(&program, "languages")), (json!(2), json!(["Portuguese"])));
    assert_eq!(value(&program, "price"), json!({"value": 4870, "currency": "USD"}));
    let catalog = run.catalog();
    let nine = records(&catalog, "courses").find(|course| value(course, "weeks") == 9).expect("the course");
    assert_eq!(value(nine, "price"), json!({"value": 1870, "currency": "USD", "what": "course"}));
    assert_eq!(["read", "added", "rejected"].map(|key| run.count(key)), [3, 2, 1], "{}", run.stderr);
}

#[test]
fn mit_learn_says_language_and_level_in_its_runs() {
    let resource = |more: Value| json!({"resource_type": "program", "title": "Quantum", "readable_id": "program-v1:Q", "runs": [more]});
    let run = json!({"languages": ["en"], "level": [{"code": "graduate", "name": "Graduate"}]});
    let program = import_text("l.json", json!([resource(run)]).to_string()).program("Quantum");
    assert_eq!((value(&program, "languages"), value(&program, "level")), (json!(["English"]), json!(["graduate"])));
}

#[test]
fn an_executive_course_of_the_enterprise_index_has_the_price_of_its_entitlement() {
    let hit = |more: (&str, Value)| {
        let mut hit = json!({"title": "Lead", "key": "L+E", "uuid": "e5000000-aaaa-4bbb-8ccc-000000000001", "content_type": "course",
            "course_type": "executive-education-2u", "learning_type": "Executive Education", "partners": [{"name": "LSE"}],
            "enterprise_catalog_uuids": ["u"]});
        hit[more.0] = more.1;
        import_text("h.json", json!([hit]).to_string()).program("Lead")
    };
    let entitled =
        hit(("entitlements", json!([{"mode": "paid-executive-education", "price": "2900.00", "currency": "GBP"}])));
    assert_eq!(value(&entitled, "price"), json!({"value": 2900, "currency": "GBP"}));
    let content = hit(("normalized_metadata", json!({"content_price": 2800})));
    assert_eq!(value(&content, "price"), json!({"value": 2800, "currency": "USD"}));
}

fn program(more: &Value) -> Value {
    with_members(json!({"uuid": "e6000000-aaaa-4bbb-8ccc-000000000001", "title": "Tides", "type": "Masters"}), more)
}

#[test]
fn a_degree_says_what_it_asks_for_and_each_of_its_costs() {
    let degree = json!({"prerequisite_coursework": "Calculus", "search_card_courses": "12 courses", "quick_facts": [{"text": "36 credits"}],
        "costs": [{"description": "Tuition", "amount": "$22,000"}, {"description": "Application fee", "amount": "$75"}, {"description": "Housing", "amount": "ask"}]});
    let run = import_text("d.json", program(&json!({"degree": degree})).to_string());
    let tides = run.program("Tides");
    assert_eq!((value(&tides, "prerequisites"), value(&tides, "courses")), (json!("Calculus"), json!(12)));
    assert_eq!(values(&tides, "price"), [json!({"value": 22000, "currency": "USD"})]);
    let remarks = values(&tides, "remark");
    assert!(remarks.contains(&json!("Application fee: $75")) && remarks.contains(&json!("36 credits")), "{remarks:?}");
    assert!(run.has_remark("ask"), "{}", run.stderr);
}

#[test]
fn languages_fields_and_credit_follow_from_the_courses() {
    let course = |number: u32, subjects: Value, language: &str, seats: Value| {
        json!({"key": format!("A+{number}"), "title": format!("Course {number}"), "subjects": subjects,
            "course_runs": [{"key": format!("course-v1:A+{number}+1"), "content_language": language, "seats": seats}]})
    };
    let credit =
        json!([{"type": "credit", "price": "900.00", "currency": "USD", "credit_provider": "asu", "credit_hours": 3}]);
    let courses = json!([
        course(1, json!([{"name": "Law"}, {"name": "Art"}]), "de", json!([])),
        course(2, json!([{"name": "Art"}]), "de-at", credit)
    ]);
    let run = import_text("c.json", program(&json!({"courses": courses, "skills": [{"name": "SQL"}]})).to_string());
    let tides = run.program("Tides");
    assert_eq!(
        (value(&tides, "languages"), tides["languages"][0]["basis"].clone()),
        (json!(["German"]), json!("derived"))
    );
    assert_eq!(value(&tides, "fields"), json!(["Art", "Law"]), "the commonest first");
    assert_eq!(value(&tides, "skills"), json!(["SQL"]));
    assert_eq!(value(&tides, "credit"), "possible");
    assert!(
        tides["credit"][0]["note"]
            .as_str()
            .is_some_and(|note| note.starts_with("asu gives 3 credit hours for Course 2"))
    );
    assert!(run.record("courses", "Course 1").get("fields").is_none(), "a course has no such fact");
    let own = program(&json!({"languages": ["en"], "courses": courses}));
    assert_eq!(values(&import_text("c.json", own.to_string()).program("Tides"), "languages"), [json!(["English"])]);
}

#[test]
fn the_price_is_the_sum_of_the_seats_that_count_for_the_program() {
    let course = |number: u32| {
        json!({"key": format!("A+{number}"), "title": format!("Course {number}"), "course_runs": [{"key": format!("course-v1:A+{number}+1"),
            "seats": [{"type": "verified", "price": "50.00", "currency": "USD"}, {"type": "professional", "price": "200.00", "currency": "USD"}]}]})
    };
    let priced = |types: Value| {
        let record = program(&json!({"courses": [course(1), course(2)], "applicable_seat_types": types}));
        value(&import_text("p.json", record.to_string()).program("Tides"), "price")
    };
    let sum = |amount: u32| json!({"value": amount, "currency": "USD", "what": "courses"});
    assert_eq!(priced(json!(["professional"])), sum(400));
    assert_eq!(priced(json!([])), sum(100));
    assert_eq!(priced(json!(["masters"])), Value::Null, "none of its seats is sold");
}

#[test]
fn a_course_names_the_programs_that_it_belongs_to() {
    let course = json!({"key": "A+1", "title": "Currents", "course_runs": [], "programs": [
        {"uuid": "e7000000-aaaa-4bbb-8ccc-000000000001", "title": "Tides", "type": "MicroMasters"}, "e7000000-aaaa-4bbb-8ccc-000000000002"]});
    let run = import_text("c.json", json!([course]).to_string());
    let tides = run.program("Tides");
    assert_eq!(
        (value(&tides, "kind"), tides["course_list"][0]["course"].clone()),
        (json!("micromasters"), json!("a-currents"))
    );
    assert_eq!((run.count("read"), run.count("added")), (1, 1));
}

#[test]
fn executive_education_has_the_language_of_its_run() {
    let course = json!({"key": "L+E", "title": "Lead", "course_type": "executive-education-2u", "subjects": [{"name": "Law"}],
        "course_runs": [{"key": "course-v1:L+E+1", "content_language": "en-us", "weeks_to_complete": 6}]});
    let lead = import_text("c.json", json!([course]).to_string()).program("Lead");
    assert_eq!((value(&lead, "languages"), values(&lead, "fields")), (json!(["English"]), vec![json!(["Law"])]));
}

#[test]
fn codes_of_mit_learn_are_shown_by_their_names() {
    let record = serde_json::json!({"resource_type": "program", "title": "Systems", "readable_id": "s-1",
        "offered_by": {"code": "mitpe"}, "platform": "mitpe", "certification": "Certificate", "published": true});
    let program = crate::run::import_text("p.json", record.to_string()).program("Systems");
    assert_eq!(crate::run::value(&program, "platform"), "MIT Professional Education");
    assert_eq!(crate::run::value(&program, "institutions"), serde_json::json!(["mit-professional-education"]));
}

#[test]
fn a_page_of_mitx_online_that_says_otherwise_is_a_conflict() {
    let record = serde_json::json!({"title": "Equations", "readable_id": "program-v1:MITx+18", "courses": [1],
        "program_type": "Series", "min_weeks": 12, "max_weeks": 14, "duration": "12-14 weeks",
        "min_weekly_hours": "5", "max_weekly_hours": "7", "time_commitment": "5-7 hrs/wk",
        "page": {"length": "14 weeks", "effort": "7 hours per week"}});
    let run = crate::run::import_text("p.json", record.to_string());
    let program = run.program("Equations");
    let lengths = crate::run::values(&program, "length");
    let expected = [
        serde_json::json!({"low": 12, "high": 14, "unit": "weeks"}),
        serde_json::json!({"value": 14, "unit": "weeks"}),
    ];
    assert_eq!(lengths, expected, "{program}");
    assert_eq!(crate::run::values(&program, "workload").len(), 2, "{program}");
    let conflicts = run.reasons("conflicts");
    assert!(conflicts.iter().any(|reason| reason.contains("14 weeks")), "{conflicts:?}");
}

#[test]
fn the_certificate_of_a_program_is_its_kind() {
    let record = |certificate: &str| {
        let record = json!({"resource_type": "program", "title": "Leading Labs", "course_certificate": certificate});
        import_text("p.json", json!([record]).to_string()).program("Leading Labs")
    };
    assert_eq!(value(&record("Professional Certificate"), "kind"), "professional-certificate");
    assert_eq!(value(&record("of attendance"), "kind"), "other:Program");
}
