//! What records say in places where it is easily taken for something else, or for nothing.

use serde_json::{Value, json};

use crate::run::{Run, file, import, import_text, import_with, records, table, value, values, with_members};

fn discovery(more: &Value) -> Run {
    let program = json!({"uuid": "99999999-aaaa-4bbb-8ccc-000000000001", "title": "Clocks", "type": "XSeries",
        "authoring_organizations": [{"key": "Tick", "name": "Tick College"}]});
    import_text("p.json", json!([with_members(program, more)]).to_string())
}

fn linked(more: &Value) -> Run {
    import_text("l.json", with_members(json!({"@context": "https://schema.org"}), more).to_string())
}

#[test]
fn a_text_that_speaks_of_no_credit_promises_none() {
    for words in ["Finishers may use the workshop of the college for a year.", "The capstone costs $120."] {
        let program = discovery(&json!({"credit_redemption_overview": words})).program("Clocks");
        assert_eq!((program.get("credit"), value(&program, "remark")), (None, json!(words)));
    }
    for words in ["Counts toward the MSc.", "Worth 6 ECTS at the college.", "Accepted as college credits."] {
        let program = discovery(&json!({"credit_redemption_overview": words})).program("Clocks");
        assert_eq!(value(&program, "credit"), "possible", "{words}");
        assert!(program["credit"][0]["note"].as_str().is_some_and(|note| note.contains(words)), "{program}");
    }
}

#[test]
fn what_one_course_says_is_not_said_of_all() {
    let course = |key: &str, more: &Value| {
        with_members(
            json!({"key": key, "title": key, "course_runs": [{"key": format!("course-v1:{key}+1"), "pacing_type": "self_paced"}]}),
            more,
        )
    };
    let level = json!({"level_type": "Introductory"});
    let some = json!({"courses": [course("T+1", &level), course("T+2", &json!({}))]});
    let program = discovery(&some).program("Clocks");
    assert_eq!((program.get("level"), value(&program, "pacing")), (None, json!(["self-paced"])));
    let all =
        json!({"courses": [course("T+1", &level), course("T+2", &level)], "level_type_override": {"name": "Advanced"}});
    let program = discovery(&all).program("Clocks");
    assert_eq!(values(&program, "level"), [json!(["introductory"]), json!(["advanced"])]);
}

#[test]
fn facts_of_a_degree_are_read_where_they_stand() {
    let degree = json!({"degree": {"program_duration_override": "20 months", "quick_facts": [{"text": "9 courses"}, {"text": "Founded 1880"}]}});
    let program = discovery(&degree).program("Clocks");
    assert_eq!(value(&program, "length"), json!({"value": 20, "unit": "months"}));
    assert_eq!((value(&program, "courses"), value(&program, "remark")), (json!(9), json!("Founded 1880")));
    let quick = json!({"degree": {"quick_facts": [{"text": "Length: 2 years"}]}, "marketing_url": "masters/clocks"});
    let run = discovery(&quick);
    assert_eq!(value(&run.program("Clocks"), "length"), json!({"value": 24, "unit": "months"}));
    assert!(run.has_remark("masters/clocks"), "{}", run.stderr);
}

#[test]
fn the_price_of_the_first_seat_is_that_of_a_course() {
    let course =
        json!([{"content_type": "course", "key": "T+1", "title": "Springs", "first_enrollable_paid_seat_price": 45}]);
    let course = import_text("s.json", course.to_string()).record("courses", "Springs");
    assert_eq!(value(&course, "price"), json!({"value": 45, "currency": "USD", "what": "course"}));
}

#[test]
fn a_sign_of_two_currencies_is_settled_by_the_script_of_the_row() {
    for (row, currency) in [
        ("机械钟表,北京理工大学,中文", Some("CNY")),
        ("Clocks,U,Mandarin", Some("CNY")),
        ("時計のしくみ,東京大学,日本語", Some("JPY")),
        ("Clocks,U,English", None),
    ] {
        for sign in ['¥', '￥'] {
            let run = table(
                &format!("Title,School,Language,Type,Price\n{row},XSeries,{sign}9800\n")
                    .replace(",XSeries", ",XSeries"),
            );
            let catalog = run.catalog();
            let program = records(&catalog, "programs").next().expect("a program");
            let found = program["price"][0]["currency"].as_str();
            assert_eq!(found, currency, "{row} {}", run.stderr);
            assert!(currency.is_some() || run.has_remark("no currency"), "{}", run.stderr);
        }
    }
}

#[test]
fn hours_too_few_for_the_whole_are_not_spread_over_its_weeks() {
    let instance = json!({"@type": "CourseInstance", "courseWorkload": "PT2H",
        "courseSchedule": {"@type": "Schedule", "repeatFrequency": "Weekly", "repeatCount": 30}});
    let run = linked(&json!({"@type": "Course", "name": "Springs", "provider": "Tick", "hasCourseInstance": instance}));
    let course = run.record("courses", "Springs");
    assert_eq!((value(&course, "weeks"), course.get("workload")), (json!(30), None), "{course}");
    assert!(run.has_remark("too few"), "{}", run.stderr);
    for member in ["timeToComplete", "duration"] {
        let run = linked(&json!({"@type": "Course", "name": "Springs", "provider": "Tick", member: "P4M"}));
        let course = run.record("courses", "Springs");
        assert_eq!(value(&course, "weeks"), 17, "{member}");
        assert!(course["weeks"][0]["note"].as_str().is_some_and(|note| note.contains("P4M")), "{course}");
    }
}

#[test]
fn prices_that_can_be_read_in_two_ways_or_are_a_bound_say_so() {
    let offered = |price: &str, currency: &str| {
        linked(&json!({"@type": "EducationalOccupationalProgram", "name": "Clocks", "provider": "Tick",
            "offers": {"@type": "Offer", "price": price, "priceCurrency": currency}}))
    };
    assert_eq!(value(&offered("1.450", "EUR").program("Clocks"), "price"), json!({"value": 1450, "currency": "EUR"}));
    let run = offered("1.450", "USD");
    assert!(run.program("Clocks").get("price").is_none() && run.has_remark("1.450"), "{}", run.stderr);
    let program = offered("Starting at 75.00", "USD").program("Clocks");
    let note = program["price"][0]["note"].as_str().unwrap_or_default();
    assert!(note.contains("Starting at 75.00"), "{program}");
}

#[test]
fn what_an_organization_offers_is_taught_by_it() {
    let program = json!({"@type": "EducationalOccupationalProgram", "name": "Clocks", "programPrerequisites":
        {"@type": "EducationalOccupationalCredential", "credentialCategory": "Diploma", "competencyRequired": "Steady hands"}});
    for (member, offered) in [
        ("offers", json!([{"@type": "Offer", "itemOffered": program}])),
        ("makesOffer", json!({"itemOffered": program})),
        ("offers", json!({"@type": "OfferCatalog", "itemListElement": [program]})),
    ] {
        let run = linked(&json!({"@type": "CollegeOrUniversity", "name": "Tick College", member: offered}));
        let program = run.program("Clocks");
        assert_eq!(value(&program, "institutions"), json!(["tick-college"]), "{member}");
        assert_eq!(value(&program, "prerequisites"), "Diploma, Steady hands");
    }
    let run = linked(
        &json!({"@type": "Course", "name": "Clocks", "provider": {"@type": "Organization", "name": "Tick College"},
        "hasPart": [{"@type": "Course", "name": "Springs"}]}),
    );
    assert_eq!(run.record("courses", "Springs")["institution"], "tick-college");
}

#[test]
fn every_value_that_differs_is_a_conflict() {
    let rows: Vec<String> =
        [400, 450, 500, 550].iter().map(|price| format!("Clocks,Tick,XSeries,{price} USD")).collect();
    let run = table(&format!("Title,School,Type,Price\n{}\n", rows.join("\n")));
    let reasons = run.reasons("conflicts");
    for price in ["450", "500", "550"] {
        assert!(reasons.iter().any(|reason| reason.contains(price)), "{price}: {reasons:?}");
    }
}

#[test]
fn a_program_without_a_school_is_known_again() {
    let path = file(
        "list.csv",
        "Title,Type,Price\nClocks,XSeries,400 USD\nClocks,MicroMasters,900 USD\nSprings,XSeries,200 USD\n",
    );
    let first = import(&[&path]);
    assert_eq!(first.count("added"), 3, "{}", first.stderr);
    let again = import_with(&[&path], &["--into", first.out.to_str().expect("a path")]);
    assert_eq!((again.count("added"), again.count("merged")), (0, 3), "{}", again.stderr);
    assert_eq!(records(&again.catalog(), "programs").count(), 3);
    let other = file("other.csv", "Title,Type,Price\nClocks,XSeries,400 USD\n");
    let added = import_with(&[&other], &["--into", first.out.to_str().expect("a path")]);
    assert_eq!(added.count("added"), 1, "another list may mean another program: {}", added.stderr);
}

#[test]
fn programs_within_programs_and_lists_of_both_are_told() {
    let program = |id: u32, tree: Value| {
        json!({"id": id, "readable_id": format!("program-{id}"), "title": format!("Clocks {id}"), "req_tree": tree,
            "page": {"page_url": format!("/programs/clocks-{id}"), "live": true}})
    };
    let tree = json!([{"data": {"node_type": "operator", "operator": "all_of"}, "children": [
        {"data": {"node_type": "course", "course": 7}}, {"data": {"node_type": "program", "required_program": 2}}]}]);
    let course = json!({"id": 7, "readable_id": "course-v1:T+7", "title": "Springs", "courseruns": []});
    let both = json!({"programs": [program(1, tree), program(2, json!([]))], "courses": [course]});
    let run = import_text("m.json", both.to_string());
    assert_eq!(run.count("added"), 3, "{}", run.stderr);
    assert!(run.has_remark("requires whole programs"), "{}", run.stderr);
    assert_eq!(value(&run.program("Clocks 2"), "url"), "https://mitxonline.mit.edu/programs/clocks-2");
}
