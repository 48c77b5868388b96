//! Courses that a program of MITx Online or MIT Learn only names, and their own records in the same list.

use serde_json::{Value, json};

use crate::run::{Run, import_text, records, with_members};

fn resource(kind: &str, id: u32, title: &str, more: &Value) -> Value {
    let record = json!({"resource_type": kind, "id": id, "title": title, "readable_id": format!("{kind}-v1:MITx+R{id}"),
        "platform": {"code": "mitxonline", "name": "MITx Online"}, "offered_by": {"code": "mitx", "name": "MITx"}});
    with_members(record, more)
}

fn program(courses: &Value, more: &Value) -> Value {
    resource("program", 1, "Logistics", &with_members(json!({"courses": courses}), more))
}

fn courses(more: &Value) -> [Value; 2] {
    let weeks = |weeks: u32| with_members(json!({"min_weeks": weeks, "max_weeks": weeks, "prices": ["300.00"]}), more);
    [resource("course", 7, "Flows & Queues", &weeks(6)), resource("course", 8, "Design", &weeks(7))]
}

/// Asserts that the program has two courses with their weeks, and that no course stands alone.
fn assert_has_its_courses(run: &Run, why: &str) {
    let catalog = run.catalog();
    let all: Vec<&Value> = records(&catalog, "courses").collect();
    assert_eq!(all.len(), 2, "{why}: {catalog:#}");
    let program = records(&catalog, "programs").next().expect("a program");
    let listed: Vec<&Value> = records(program, "course_list").map(|course| &course["course"]).collect();
    assert_eq!(listed.len(), 2, "{why}: {program:#}");
    for course in all {
        assert!(listed.contains(&&course["id"]) && course.get("weeks").is_some(), "{why}: {course}");
    }
}

fn of_list(records: &[Value]) -> Run {
    import_text("list.json", json!({"results": records}).to_string())
}

#[test]
fn a_course_named_by_a_program_and_its_own_record_are_one() {
    let [first, second] = courses(&json!({}));
    for (named, why) in [
        (json!(["Flows & Queues", "Design"]), "titles"),
        (json!(["FLOWS - queues", " design "]), "titles in another spelling"),
        (json!("Flows & Queues|Design"), "one text"),
        (json!([7, 8]), "numbers"),
        (json!([{"id": 7}, {"id": 8, "title": "Design"}]), "objects"),
        (json!(["course-v1:MITx+R7", "course-v1:MITx+R8+1T2027"]), "keys"),
        (json!([first, second]), "whole records"),
    ] {
        let run = of_list(&[program(&named, &json!({})), first.clone(), second.clone()]);
        assert_has_its_courses(&run, why);
        let run = of_list(&[second.clone(), first.clone(), program(&named, &json!({}))]);
        assert_has_its_courses(&run, why);
    }
    let inner = json!({"course_count": 2, "courses": [first, second]});
    let run = of_list(&[program(&json!([]), &json!({"program": inner})), first.clone(), second.clone()]);
    assert_has_its_courses(&run, "inside the program's own part");
}

#[test]
fn a_title_is_enough_where_one_side_names_no_school() {
    let nobody = json!({"offered_by": null});
    let titles = json!(["Flows & Queues", "Design"]);
    let [first, second] = courses(&nobody);
    assert_has_its_courses(&of_list(&[program(&titles, &json!({})), first, second]), "no school on the courses");
    let [first, second] = courses(&json!({}));
    assert_has_its_courses(&of_list(&[program(&titles, &nobody), first, second]), "no school on the program");
    // Of two courses of one title, none is the one that is meant; nor is that of another school.
    let twin = resource("course", 9, "Design", &json!({"min_weeks": 3, "max_weeks": 3, "offered_by": {"name": "OCW"}}));
    let [first, second] = courses(&json!({}));
    let run = of_list(&[program(&titles, &nobody), first.clone(), second, twin.clone()]);
    assert_eq!(records(&run.catalog(), "courses").count(), 4, "{}", run.catalog());
    let run = of_list(&[program(&titles, &json!({})), first, twin]);
    assert_eq!(records(&run.catalog(), "courses").count(), 3, "{}", run.catalog());
}

#[test]
fn the_requirements_of_a_program_name_its_courses_too() {
    let course = |id: u32| {
        json!({"id": id, "title": format!("Course {id}"), "readable_id": format!("course-v1:MITx+C{id}"),
            "courseruns": [], "min_weeks": id, "max_weeks": id})
    };
    let node = |id: u32| json!({"data": {"node_type": "course", "course": id}, "id": 90 + id});
    let all = json!({"data": {"node_type": "operator", "operator": "all_of"}, "children": [node(5), node(6)]});
    let tree = json!([{"data": {"node_type": "program_root"}, "children": [all]}]);
    let entry = |id: u32| json!({"course_id": id, "readable_id": format!("course-v1:MITx+C{id}")});
    let newer = json!({"courses": {"required": [entry(5), entry(6)], "electives": []}, "programs": {"required": []}});
    for more in [
        json!({"courses": [5, 6]}),
        json!({"courses": ["course-v1:MITx+C5", "course-v1:MITx+C6"]}),
        json!({"courses": [], "requirements": {"required": [5, 6], "electives": []}}),
        json!({"requirements": newer}),
        json!({"courses": [], "req_tree": tree}),
    ] {
        let record = json!({"id": 3, "title": "Data", "readable_id": "program-v1:MITx+D", "program_type": "Series"});
        let record = with_members(record, &more);
        let run = of_list(&[record, course(5), course(6)]);
        assert_has_its_courses(&run, &more.to_string());
        assert_eq!(run.program("Data")["courses"][0]["value"], 2, "{more}");
    }
}
