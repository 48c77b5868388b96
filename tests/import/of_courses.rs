//! What is worked out for a program from its courses, wherever these are described: inside its record, in files of their
//! own, in the rows of a table, or in a catalogue that is added to.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::run::{Run, file, folder, import, import_with, table, value, values, with_members};

/// The facts that follow from two courses of 5 weeks, 80 dollars and 2 to 4 hours a week.
fn assert_worked_out(run: &Run, title: &str) {
    let program = run.program(title);
    for (field, expected) in [
        ("length", json!({"value": 10, "unit": "weeks"})),
        ("price", json!({"value": 160, "currency": "USD", "what": "courses"})),
        ("workload", json!({"low": 2, "high": 4})),
        ("effort", json!({"low": 20, "high": 40})),
        ("pacing", json!(["self-paced"])),
        ("level", json!(["advanced"])),
        ("languages", json!(["English"])),
        ("fields", json!(["Physics"])),
    ] {
        assert_eq!(values(&program, field), [expected], "{field}: {program}");
        assert_eq!(program[field][0]["basis"], "derived", "{field}: {program}");
    }
}

fn course(number: u32) -> Value {
    json!({"key": format!("SX+{number}"), "title": format!("Part {number}"), "owners": [{"key": "SX", "name": "S U"}],
        "level_type": "Advanced", "subjects": [{"name": "Physics"}], "course_runs": [{
            "key": format!("course-v1:SX+{number}+1"), "weeks_to_complete": 5, "min_effort": 2, "max_effort": 4,
            "pacing_type": "self_paced", "content_language": "en", "status": "published",
            "seats": [{"type": "verified", "price": "80.00", "currency": "USD"}]}]})
}

fn program(courses: &[Value]) -> Value {
    json!({"uuid": "66666666-aaaa-4bbb-8ccc-000000000001", "title": "Split", "type_attrs": {"slug": "xseries"},
        "status": "active", "authoring_organizations": [{"key": "SX", "name": "S U"}], "courses": courses})
}

fn page(name: &str, records: &[Value]) -> PathBuf {
    file(name, json!({"count": records.len(), "results": records}).to_string())
}

/// A program that names its courses by key and title only.
fn naming() -> Value {
    program(&[json!({"key": "SX+1", "title": "Part 1"}), json!({"key": "SX+2", "title": "Part 2"})])
}

#[test]
fn facts_follow_from_courses_inside_the_record_and_in_other_files() {
    let nested = page("p.json", &[program(&[course(1), course(2)])]);
    assert_worked_out(&import(&[&nested]), "Split");
    let (names, courses) = (page("names.json", &[naming()]), page("courses.json", &[course(1), course(2)]));
    assert_worked_out(&import(&[&names, &courses]), "Split");
    assert_worked_out(&import(&[&courses, &names]), "Split");
}

#[test]
fn facts_follow_from_courses_that_another_run_adds() {
    let (names, courses) = (page("names.json", &[naming()]), page("courses.json", &[course(1), course(2)]));
    let into = |file: &Path, base: &Run| import_with(&[file], &["--into", base.out.to_str().expect("a path")]);
    let both = into(&courses, &import(&[&names]));
    assert_worked_out(&both, "Split");
    assert_eq!(into(&courses, &both).bytes(), both.bytes(), "a second time adds nothing");
    let (first, files) = (import(&[&names, &courses]), [names.as_path(), courses.as_path()]);
    let again = import_with(&files, &["--into", first.out.to_str().expect("a path")]);
    assert_eq!(again.bytes(), first.bytes(), "nor does all of it");
}

#[test]
fn courses_without_a_school_are_known_again() {
    let list = file("c.csv", "Course,Weeks,Hours/week\nKinematics,6,5\nDynamics,8,6\n");
    let first = import(&[&list]);
    let again = import_with(&[&list], &["--into", first.out.to_str().expect("a path")]);
    assert_eq!((again.bytes(), again.count("already_there")), (first.bytes(), 2), "{}", again.stderr);
}

#[test]
fn facts_follow_from_courses_that_the_catalogue_has_already() {
    let (names, courses) = (page("names.json", &[naming()]), page("courses.json", &[course(1), course(2)]));
    let base = import(&[&courses]);
    let split = import_with(&[&names], &["--into", base.out.to_str().expect("a path")]).program("Split");
    for (field, expected) in [
        ("length", json!({"value": 10, "unit": "weeks"})),
        ("price", json!({"value": 160, "currency": "USD", "what": "courses"})),
        ("level", json!(["advanced"])),
    ] {
        assert_eq!(values(&split, field), [expected], "{field}: {split}");
    }
}

#[test]
fn a_course_that_says_nothing_leaves_the_fact_unknown() {
    let silent = json!({"key": "SX+2", "title": "Part 2"});
    let run = import(&[&page("names.json", &[naming()]), &page("courses.json", &[course(1), silent])]);
    let program = run.program("Split");
    for field in ["length", "price", "workload", "effort", "pacing", "level", "languages", "fields"] {
        assert_eq!(value(&program, field), Value::Null, "{field}: {program}");
    }
}

#[test]
fn what_a_program_states_itself_is_not_worked_out_again() {
    let own = json!({"program_duration_override": "3 months",
        "price_ranges": [{"currency": "USD", "min": "80.00", "max": "80.00", "total": "150.00"}]});
    let stated = with_members(naming(), &own);
    let run = import(&[&page("p.json", &[stated]), &page("c.json", &[course(1), course(2)])]);
    let program = run.program("Split");
    assert_eq!(values(&program, "price"), [json!({"value": 150, "currency": "USD"})]);
    assert_eq!(values(&program, "length"), [json!({"value": 3, "unit": "months"})]);
}

#[test]
fn what_one_source_states_comes_before_what_another_has_of_its_courses() {
    let site = table("Title,School,Program type,Price,Length\nSplit,S U,XSeries,150 USD,3 months\n");
    let both = import(&[&site_of(&site), &page("zz.json", &[program(&[course(1), course(2)])])]);
    let length: Vec<Value> = values(&both.program("Split"), "length");
    assert_eq!(length, [json!({"value": 3, "unit": "months"}), json!({"value": 10, "unit": "weeks"})]);
}

/// The catalogue that a run has made.
fn site_of(run: &Run) -> PathBuf {
    run.out.clone()
}

#[test]
fn facts_follow_from_the_rows_of_a_table_of_courses() {
    let headings = "Title,Partner Name,Program Type,Program Name,Pacing,Level,Price,Language,Subjects,Key,Short Key,\
        Min Effort,Max Effort,Length";
    let row = |number| {
        format!("Part {number},S U,XSeries,Split,self_paced,Advanced,$80,English,Physics,k{number},SX+{number},2,4,5")
    };
    assert_worked_out(&table(&format!("{headings}\n{}\n{}\n", row(1), row(2))), "Split");
    // A list of programs knows that there is a third course.
    let courses = file("c.csv", format!("{headings}\n{}\n{}\n", row(1), row(2)));
    let programs = file("p.csv", "Title,Partner,Program Type,Number of courses\nSplit,S U,XSeries,3\n");
    let program = import(&[&courses, &programs]).program("Split");
    assert_eq!((value(&program, "price"), value(&program, "level")), (Value::Null, Value::Null), "{program}");
}

#[test]
fn facts_follow_from_the_courses_of_mitx_online() {
    let course = |number: u32| {
        json!({"id": number, "title": format!("Part {number}"), "readable_id": format!("course-v1:SX+{number}"),
            "min_weeks": 5, "max_weeks": 5, "min_weekly_hours": "2", "max_weekly_hours": "4",
            "topics": [{"name": "Physics"}],
            "courseruns": [{"is_self_paced": true, "is_enrollable": true, "products": [{"price": "80.00"}]}]})
    };
    let program = json!({"title": "Split", "id": 1, "readable_id": "program-v1:SX+S", "courses": [1, 2],
        "program_type": "Series", "requirements": {"required": [1, 2], "electives": []}});
    let run = import(&[&page("p.json", &[program]), &page("c.json", &[course(1), course(2)])]);
    let split = run.program("Split");
    for (field, expected) in [
        ("length", json!({"value": 10, "unit": "weeks"})),
        ("price", json!({"value": 160, "currency": "USD", "what": "courses"})),
        ("pacing", json!(["self-paced"])),
        ("fields", json!(["Physics"])),
    ] {
        assert_eq!(value(&split, field), expected, "{field}: {split}");
    }
}

#[test]
fn electives_are_not_summed() {
    let course = |number: u32| {
        json!({"id": number, "title": format!("Part {number}"), "readable_id": format!("course-v1:SX+{number}"),
            "min_weeks": 5, "max_weeks": 5, "courseruns": [{"is_self_paced": true, "is_enrollable": true}]})
    };
    let node = |number: u32| json!({"data": {"node_type": "course", "course": number}});
    let tree = json!([{"data": {"node_type": "operator", "operator": "min_number_of", "operator_value": "2"},
        "children": [node(1), node(2), node(3)]}]);
    let program = json!({"title": "Choice", "id": 1, "readable_id": "program-v1:SX+C", "courses": [1, 2, 3],
        "program_type": "Series", "req_tree": tree});
    let run = import(&[&page("p.json", &[program]), &page("c.json", &[course(1), course(2), course(3)])]);
    let choice = run.program("Choice");
    assert_eq!((value(&choice, "courses"), value(&choice, "length")), (json!(2), Value::Null), "{choice}");
    assert_eq!(value(&choice, "pacing"), json!(["self-paced"]), "{choice}");
}

#[test]
fn facts_follow_from_linked_courses_on_pages_of_their_own() {
    let script = |name: &str, node: &Value| {
        let path = folder().join(name);
        let html = format!("<script type=\"application/ld+json\">{node}</script>");
        std::fs::write(&path, html).expect("a file");
        path
    };
    let context = "https://schema.org";
    let course = |number: u32| {
        json!({"@context": context, "@type": "Course", "name": format!("Part {number}"),
            "url": format!("https://s.example/c{number}"), "provider": {"@type": "CollegeOrUniversity", "name": "S U"},
            "educationalLevel": "Advanced", "inLanguage": "en",
            "offers": {"@type": "Offer", "price": "80", "priceCurrency": "USD"},
            "hasCourseInstance": {"@type": "CourseInstance", "courseMode": "online", "courseWorkload": "P5W"}})
    };
    let program = json!({"@context": context, "@type": "EducationalOccupationalProgram", "name": "Split",
        "url": "https://s.example/p", "provider": {"@type": "CollegeOrUniversity", "name": "S U"},
        "hasCourse": [{"@id": "https://s.example/c1"}, {"@id": "https://s.example/c2"}]});
    let pages = [script("p.html", &program), script("c1.html", &course(1)), script("c2.html", &course(2))];
    let split = import(&pages.iter().map(PathBuf::as_path).collect::<Vec<&Path>>()).program("Split");
    for (field, expected) in [
        ("length", json!({"value": 10, "unit": "weeks"})),
        ("price", json!({"value": 160, "currency": "USD", "what": "courses"})),
        ("level", json!(["advanced"])),
        ("languages", json!(["English"])),
    ] {
        assert_eq!(value(&split, field), expected, "{field}: {split}");
    }
}

#[test]
fn courses_that_are_summed_are_counted_too() {
    let rows = "Program name,Program type,Institution,Course name,Weeks,Price (USD)\n\
        Reefs,MicroMasters,R U,Corals,6,100\nReefs,MicroMasters,R U,Fish,8,120\n";
    let reefs = table(rows).program("Reefs");
    assert_eq!((value(&reefs, "courses"), &reefs["courses"][0]["basis"]), (json!(2), &json!("derived")), "{reefs}");
    let one = table(&rows[..rows.trim_end().rfind('\n').expect("rows")]).program("Reefs");
    for fact in ["courses", "length", "price"] {
        assert!(one.get(fact).is_none(), "one course says nothing of how many there are: {one}");
    }
}
