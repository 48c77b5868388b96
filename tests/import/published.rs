//! Responses of services as they are published, with members that matter to nobody here around those that do.

use serde_json::{Value, json};

use crate::run::{import_text, value};

#[test]
fn the_content_of_an_enterprise_catalogue() {
    let course = |key: &str, weeks: u32, price: &str| {
        json!({"key": format!("XU+{key}"), "title": key, "course_runs": [{"key": format!("course-v1:XU+{key}+1"),
            "weeks_to_complete": weeks, "pacing_type": "self_paced",
            "seats": [{"type": "verified", "price": price, "currency": "USD"}]}]})
    };
    let program = json!({"aggregation_key": "program:11111111-2222-4333-8444-555555555555", "content_type": "program",
        "uuid": "11111111-2222-4333-8444-555555555555", "title": "Leadership", "type": "Professional Certificate",
        "status": "active", "authoring_organizations": [{"key": "XU", "name": "X Univ"}], "price_ranges": [],
        "courses": [course("A", 4, "99.00"), course("B", 5, "149.00")], "enrollment_url": "https://x.example"});
    let course = json!({"aggregation_key": "course:XU+A", "content_type": "course", "key": "XU+A", "title": "A",
        "course_runs": [], "owners": [{"key": "XU", "name": "X Univ"}], "enrollment_url": "https://x.example"});
    let page =
        json!({"count": 2, "uuid": "1", "title": "All", "enterprise_customer": "x", "results": [program, course]});
    let run = import_text("content.json", page.to_string());
    let program = run.program("Leadership");
    assert_eq!(value(&program, "length"), json!({"value": 9, "unit": "weeks"}), "{program}");
    assert_eq!(value(&program, "price"), json!({"value": 248, "currency": "USD", "what": "courses"}), "{program}");
    assert_eq!(program["price"][0]["note"], "sum over 2 courses; at /results/0/courses");
}

#[test]
fn a_course_that_names_its_program_is_not_the_whole_of_it() {
    for count in [json!(4), Value::Null] {
        let course = json!({"key": "BUx+QD501x", "title": "Digital Strategy", "owners": [{"key": "BUx", "name": "B U"}],
            "level_type": "Advanced", "subjects": [{"name": "Business"}], "course_runs": [{
                "key": "course-v1:BUx+QD501x+1", "weeks_to_complete": 8, "pacing_type": "instructor_paced",
                "content_language": "en-us", "seats": [{"type": "verified", "price": "500.00", "currency": "USD"}]}],
            "programs": [{"uuid": "33333333-2222-4333-8444-555555555552", "title": "Digital Leadership",
                "type": "MicroMasters", "number_of_courses": count}]});
        let run = import_text("courses.json", json!({"count": 1, "results": [course]}).to_string());
        let program = run.program("Digital Leadership");
        for field in ["length", "price", "level", "pacing", "languages", "fields"] {
            assert_eq!(program.get(field), None, "{field}: {program}");
        }
    }
}

#[test]
fn a_program_of_mitx_online_with_its_tree_of_requirements() {
    let node = |number: u32| json!({"data": {"node_type": "course", "course": number, "program": 7}, "id": number});
    let program = json!({"title": "Statistics", "readable_id": "program-v1:MITx+SDS", "id": 7, "courses": [11, 12],
        "requirements": {"courses": {"required": [{"id": 11, "readable_id": "course-v1:MITx+6.86x"},
            {"id": 12, "readable_id": "course-v1:MITx+14.310x"}], "electives": []},
            "programs": {"required": [], "electives": []}},
        "req_tree": [{"data": {"node_type": "operator", "operator": "all_of"}, "children": [node(11), node(12)]}],
        "page": {"page_url": "/programs/program-v1:MITx+SDS/", "live": true, "price": "$1,500"}, "live": true,
        "program_type": "MicroMasters®", "departments": [{"id": 1, "name": "Mathematics"}],
        "topics": [{"name": "Data Science"}], "min_weeks": null, "duration": "14 months",
        "min_weekly_hours": "10", "max_weekly_hours": "14", "min_price": null, "max_price": null});
    let run = import_text("programs.json", json!({"count": 1, "results": [program]}).to_string());
    let program = run.program("Statistics");
    for (field, expected) in [
        ("kind", json!("micromasters")),
        ("courses", json!(2)),
        ("length", json!({"value": 14, "unit": "months"})),
        ("workload", json!({"low": 10, "high": 14})),
        ("price", json!({"value": 1500, "currency": "USD"})),
        ("fields", json!(["Data Science"])),
        ("status", json!("current")),
    ] {
        assert_eq!(value(&program, field), expected, "{field}: {program}");
    }
}

#[test]
fn suggestions_of_the_search_hold_programs_and_runs() {
    let program = json!({"uuid": "33333333-2222-4333-8444-555555555559", "title": "Ports", "type": "XSeries",
        "orgs": ["NX"], "marketing_url": "https://www.edx.org/xseries/ports"});
    let course_run = json!({"key": "course-v1:NX+Q1+1", "title": "Quays", "orgs": ["NX"], "marketing_url": null});
    let page = json!({"course_runs": [course_run], "programs": [program]});
    let run = import_text("suggestions.json", page.to_string());
    assert_eq!(value(&run.program("Ports"), "kind"), "xseries", "{}", run.stderr);
    assert_eq!(run.record("courses", "Quays")["title"], "Quays");
    let empty = import_text("none.json", json!({"course_runs": [], "programs": []}).to_string());
    assert!(!empty.stderr.contains("neither a title nor a key"), "{}", empty.stderr);
}

#[test]
fn levels_may_be_a_range_in_records_too() {
    let page = json!({"@context": "https://schema.org", "@type": "EducationalOccupationalProgram", "name": "Ports",
        "provider": {"@type": "Organization", "name": "U"}, "educationalLevel": "Beginner to Advanced"});
    let run = import_text("p.html", format!("<script type=\"application/ld+json\">{page}</script>"));
    let levels = json!(["introductory", "intermediate", "advanced"]);
    assert_eq!(value(&run.program("Ports"), "level"), levels, "{}", run.stderr);
}
