//! A format is recognized by what only that format has, a school by its name, and a table of programs by its headings: one
//! common word proves none of them.

use std::path::Path;

use serde_json::{Value, json};

use crate::run::{Run, file, import_text, import_with, records, table, value, with_members};

/// The school of the first claim about the institutions of a program.
fn school(run: &Run, title: &str) -> Option<String> {
    let program = run.program(title);
    let key = value(&program, "institutions")[0].as_str()?.to_owned();
    let catalog = run.catalog();
    let found = records(&catalog, "institutions").find(|school| school["key"] == key.as_str())?;
    found["name"].as_str().map(str::to_owned)
}

#[test]
fn one_member_of_a_named_format_does_not_make_a_plain_record_one_of_it() {
    let plain = json!({"title": "Port Diploma", "school": "Clyde University", "type": "Diploma", "price": "£900", "duration": "9 months"});
    for more in [
        json!({"requirements": ["A degree"]}),
        json!({"req_tree": []}),
        json!({"readable_id": "X1"}),
        json!({"resource_type": "program"}),
        json!({"uuid": "11111111-1111-4111-8111-111111111111"}),
        json!({"objectID": "77"}),
        json!({"marketing_slug": "port"}),
        json!({"type_attrs": {"slug": "diploma"}}),
        json!({"key": "AB+C1"}),
        json!({"entitlements": []}),
        json!({"course_runs": []}),
        json!({"content_type": "course"}),
    ] {
        let run = import_text("p.json", json!([with_members(plain.clone(), &more)]).to_string());
        let program = run.program("Port Diploma");
        assert_eq!(school(&run, "Port Diploma").as_deref(), Some("Clyde University"), "{more}");
        assert_eq!(value(&program, "price"), json!({"value": 900, "currency": "GBP"}), "{more}");
        assert_eq!(value(&program, "length"), json!({"value": 9, "unit": "months"}), "{more}");
        assert_eq!(value(&program, "kind"), "other:Diploma", "{more}");
    }
}

#[test]
fn a_named_format_tells_which_members_it_does_not_have() {
    let record = json!({"uuid": "11111111-1111-4111-8111-111111111111", "title": "Clocks", "type": "XSeries", "price_ranges": [],
        "authoring_organizations": [{"key": "Tick", "name": "Tick College"}], "university": "Tock University", "fee": "£5"});
    let run = import_text("p.json", json!([record]).to_string());
    assert!(run.has_remark("does not have were ignored: university, fee"), "{}", run.stderr);
}

#[test]
fn a_person_is_no_school_and_a_list_of_persons_no_list_of_programs() {
    let run = table("Title,Name,School type,Weeks,Price\nPorts,Anna Berg,private,6,£900\n");
    assert!(!String::from_utf8_lossy(&run.bytes()).contains("Anna Berg"), "{}", run.stderr);
    assert!(run.has_remark("unknown columns were ignored: Name"), "{}", run.stderr);
    for refused in [
        "Name,Title,Department,Email,Office hours\nAnna Berg,Professor of Port Law,Law,a@b.example,Mon 2 hours\n",
        "Invoice,Title,Customer,Price,Date\n1,Chair,Acme,£35,2026-01-01\n",
        "title,author,publisher,price,language,year\nPort Law,Anna Berg,Acme,£35,English,2020\n",
        "Course,Credits,Grade,Term,Instructor\nPort Law,6,A,Fall 2025,Anna Berg\n",
    ] {
        let run = table(refused);
        assert_eq!((run.code, run.bytes().len(), run.count("rejected")), (5, 0, 1), "{refused}");
    }
    let page = json!({"props": {"programs": [{"title": "Port Diploma", "award": "Diploma", "fee": "£900", "school": {"name": "Clyde University"}}],
        "staff": [{"id": 9, "title": "Professor", "name": "Anna Berg", "duration": "since 2010"}],
        "news": [{"id": 77, "title": "Open day", "date": "2026-05-03", "price": "£5"}],
        "products": [{"id": 5, "title": "University hoodie", "price": "£35", "currency": "GBP"}]}});
    let html = format!("<html><script id=\"__NEXT_DATA__\" type=\"application/json\">{page}</script></html>");
    let run = import_text("p.html", html);
    let titles: Vec<Value> = records(&run.catalog(), "programs").map(|program| program["title"].clone()).collect();
    assert_eq!(titles, [json!("Port Diploma")]);
}

#[test]
fn of_two_names_the_one_that_reads_like_a_school_is_the_school() {
    for text in [
        "name,program,degree,tuition\nOslo Tech,MS in Ports,MS,12000 EUR\n",
        "University Name,Name,Program,Degree\nOslo Tech,Anna Berg,MS in Ports,MS\n",
    ] {
        let run = table(text);
        assert_eq!(school(&run, "MS in Ports").as_deref(), Some("Oslo Tech"), "{text}");
        assert!(!String::from_utf8_lossy(&run.bytes()).contains("Anna Berg"), "{text}");
    }
}

#[test]
fn courses_that_are_named_by_identifiers_are_counted_and_get_no_titles() {
    let program = |courses: Value| json!([{"title": "Ports", "institution": "Clyde University", "type": "MicroMasters", "courses": courses}]);
    for (courses, count) in [
        (json!(["7f3c2a10-1111-4111-8111-000000000001", "7f3c2a10-1111-4111-8111-000000000002"]), json!(2)),
        (json!([11, 12]), json!(2)),
        (json!("101, 102, 103"), Value::Null),
    ] {
        let run = import_text("p.json", program(courses.clone()).to_string());
        assert_eq!(value(&run.program("Ports"), "courses"), count, "{courses}");
        assert_eq!(records(&run.catalog(), "courses").count(), 0, "{courses}");
        assert!(run.count("remarks") > 0, "{courses}");
    }
    let number = json!({"uuid": "11111111-1111-4111-8111-111111111111", "title": "Clocks", "type": "XSeries", "price_ranges": [],
        "authoring_organizations": [{"key": "Tick", "name": "Tick College"}], "courses": 5});
    let run = import_text("p.json", json!([number]).to_string());
    assert_eq!(value(&run.program("Clocks"), "courses"), 5);
}

#[test]
fn a_range_of_levels_is_no_level_of_a_course() {
    let run =
        table("Course,School,Level\nKnots,Clyde University,Beginner to Advanced\nRopes,Clyde University,Advanced\n");
    assert_eq!(run.record("courses", "Knots").get("level"), None);
    assert_eq!(value(&run.record("courses", "Ropes"), "level"), "advanced");
    assert!(run.has_remark("names several levels"), "{}", run.stderr);
}

#[test]
fn credits_are_no_hours_and_their_amount_is_kept() {
    for (heading, cell, credits) in [
        ("Workload (ECTS)", "12", "12 ECTS"),
        ("Studielast (EC)", "60", "60 EC"),
        ("Total Credits", "7.5", "7.5 credits"),
        ("Credit", "10 ECTS", "10 ECTS"),
    ] {
        let program = table(&format!("Title,School,{heading}\nPorts,Clyde University,{cell}\n")).program("Ports");
        assert_eq!((program.get("workload"), program.get("effort")), (None, None), "{heading}");
        assert_eq!(value(&program, "credit"), "possible", "{heading}");
        assert_eq!(value(&program, "remark"), json!(format!("named credit: {credits}")), "{heading}");
    }
}

#[test]
fn a_category_of_nothing_but_kinds_is_the_kind_and_a_letter_is_none() {
    let program = table("Title,School,Category\nPorts,Clyde University,Professional Certificate\n").program("Ports");
    assert_eq!((value(&program, "kind"), program.get("fields")), (json!("professional-certificate"), None));
    let run = table("Title,School,Degree\nMaster of Science in Ports,Clyde University,M\n");
    assert_eq!(value(&run.program("Master of Science in Ports"), "kind"), "masters");
    assert!(run.has_remark("is a code of the table"), "{}", run.stderr);
}

#[test]
fn what_follows_from_courses_of_the_base_is_as_old_as_their_source() {
    let base = json!({"format": "prospectus-catalog/1", "name": "b", "as_of": "2026-11-26",
        "sources": [{"id": "s1", "title": "x", "as_of": "2026-01-02", "grade": "B", "licence": "not stated"}],
        "institutions": [{"key": "tickx", "name": "Tick College", "short": "TickX", "aliases": []}],
        "courses": [{"id": "tickx-gears", "title": "Gears", "institution": "tickx", "workload": [{"low": 5, "high": 7, "source": "s1"}]}],
        "programs": []});
    let base = file("base.json", base.to_string());
    let program = json!({"uuid": "11111111-1111-4111-8111-111111111111", "title": "Clocks", "type": "XSeries",
        "authoring_organizations": [{"key": "TickX", "name": "Tick College"}],
        "courses": [{"key": "TickX+G", "title": "Gears", "owners": [{"key": "TickX", "name": "Tick College"}], "course_runs": []}]});
    let record = file("p.json", json!([program]).to_string());
    let run = import_with(&[Path::new(&record)], &["--into", base.to_str().expect("a path")]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let claim = run.program("Clocks")["workload"][0].clone();
    assert_eq!((&claim["low"], &claim["as_of"]), (&json!(5), &json!("2026-01-02")), "{claim}");
}

#[test]
fn a_row_that_repeats_the_heading_of_the_titles_begins_a_table_of_its_own() {
    for second in [
        "Fees (EUR),,,\nProgram,Home,International,\nAlpha,900,1500,\nBeta,1100,1900,\n",
        "Program,Tutor,Room,Seats\nAlpha,Anna Berg,12,25\nBeta,Per Dahl,14,30\n",
    ] {
        let run =
            table(&format!("Program,School,Months,Price\nAlpha,Uni One,6,€900\nBeta,Uni One,9,€1100\n\n{second}"));
        let alpha = run.program("Alpha");
        assert_eq!(value(&alpha, "price"), json!({"value": 900, "currency": "EUR"}), "{second}");
        assert_eq!(value(&alpha, "length"), json!({"value": 6, "unit": "months"}), "{second}");
        assert_eq!(
            (run.catalog()["programs"].as_array().map(Vec::len), run.count("left_out")),
            (Some(2), 2),
            "{second}"
        );
        assert!(!String::from_utf8_lossy(&run.bytes()).contains("Anna Berg"));
    }
}

#[test]
fn a_table_of_courses_beside_one_of_programs_is_read_on_its_own() {
    let text = "Programme,School,Months,Price (GBP),,Short course,School,Weeks,Fee (GBP)\n\
        Ports,Clyde University,9,\"£4,200\",,Dredging,Clyde University,4,£350\n\
        Tides,Clyde University,18,\"£8,400\",,Buoys,Clyde University,2,£120\n";
    let run = table(text);
    assert_eq!(run.program("Ports")["price"].as_array().map(Vec::len), Some(1));
    let course = run.record("courses", "Dredging");
    assert_eq!((value(&course, "weeks"), value(&course, "price")["value"].clone()), (json!(4), json!(350)));
}

#[test]
fn a_field_that_asks_what_a_record_is_tells_it() {
    let record = |word: &str| {
        json!({"title": "Machine Learning", "certificate_name": "Professional Certificate", "field_course_or_program": word,
        "school": "Clyde University", "duration": "6 months"})
    };
    let run = import_text("p.json", json!([record("program")]).to_string());
    assert_eq!(value(&run.program("Machine Learning"), "kind"), "professional-certificate");
    let run = import_text("p.json", json!([record("course")]).to_string());
    assert_eq!(value(&run.record("courses", "Machine Learning"), "weeks"), 26);
}

#[test]
fn a_course_of_months_has_weeks_and_keeps_the_words() {
    let page = json!({"@context": "https://schema.org", "@type": "Course", "name": "Knots", "provider": "Clyde University", "timeToComplete": "P6M"});
    let course = import_text("c.json", page.to_string()).record("courses", "Knots");
    assert_eq!(value(&course, "weeks"), 26);
    assert!(course["weeks"][0]["note"].as_str().is_some_and(|note| note.contains("P6M")), "{course}");
    let course = table("Course,School,Duration\nKnots,Clyde University,3 months\n").record("courses", "Knots");
    assert_eq!(value(&course, "weeks"), 13);
}

#[test]
fn a_table_with_its_fields_in_the_first_column_is_refused() {
    let turned = "Field,Program 1,Program 2\nTitle,Wind,Sun\nInstitution,Lakeside,Lakeside\nType,MicroMasters,XSeries\nPrice,€9,€7\n";
    let run = table(turned);
    assert_eq!((run.code, run.bytes().len()), (5, 0));
    assert!(run.stderr.contains("turn it"), "{}", run.stderr);
}

#[test]
fn sums_of_groups_are_no_programs() {
    let text =
        "School,Title,Weeks,Price\nAalto,Ports,6,€900\nAalto Total,,,€900\n,Total: 1 program,,\nGrand Total,,,€900\n";
    let run = table(text);
    assert_eq!((run.count("added"), run.count("rejected"), run.count("left_out")), (1, 0, 3), "{}", run.stderr);
}

#[test]
fn many_hours_under_a_heading_in_hours_are_those_of_the_whole() {
    let program = table("Title,School,Workload (h),Dauer (Wochen)\nPorts,Clyde University,125,10\n").program("Ports");
    assert_eq!((value(&program, "effort"), program.get("workload")), (json!(125), None));
}

#[test]
fn headings_above_headings_are_read_together_with_them() {
    let text = "Katalog 2026;;;;;\n;Abschluss;Umfang;;Gebühren;\nTitel;;ECTS;Monate;Mitglieder;Nichtmitglieder\nHäfen;CAS;15;6;3900 €;4500 €\n";
    let program = table(text).program("Häfen");
    assert_eq!((value(&program, "kind"), value(&program, "length")["value"].clone()), (json!("other:CAS"), json!(6)));
    assert_eq!(value(&program, "price")["value"], 4500);
    assert_eq!(value(&program, "other_price")["what"], "member");
}

#[test]
fn the_run_of_a_course_in_a_newer_record_says_what_the_record_does_not() {
    let record = json!({"uuid": "1a1a1a1a-0000-4000-8000-000000000002", "title": "Sea One", "product": "Course",
        "objectID": "course-1a1a1a1a-0000-4000-8000-000000000002", "owners": [{"key": "SeaX", "name": "Sea University"}],
        "activeCourseRun": {"key": "course-v1:SeaX+S1+1T", "minEffort": 4, "maxEffort": 6, "weeksToComplete": 9}});
    let course = import_text("h.json", json!({"hits": [record], "nbHits": 1}).to_string()).record("courses", "Sea One");
    assert_eq!((value(&course, "weeks"), value(&course, "workload")), (json!(9), json!({"low": 4, "high": 6})));
    let education = json!({"aggregation_key": "course:SeaX+E", "content_type": "course", "key": "SeaX+E", "title": "Leading Ships",
        "course_type": "executive-education-2u", "enterprise_catalog_query_titles": ["A la carte"],
        "partners": [{"name": "Sea University"}]});
    let program = import_text("h.json", json!({"hits": [education], "nbHits": 1}).to_string()).program("Leading Ships");
    assert_eq!(value(&program, "kind"), "executive-education");
}

#[test]
fn words_of_other_languages_and_marks_of_spreadsheets_are_read() {
    let text = "Title,School,Durchführungssprache,Years,Fee currency,Fee\n\"=\"\"Ports\"\"\",Clyde University,英文,2,EUR,900\n";
    let program = table(text).program("Ports");
    assert_eq!(value(&program, "languages"), json!(["English"]));
    assert_eq!(value(&program, "length")["value"], 24);
    assert_eq!(value(&program, "price"), json!({"value": 900, "currency": "EUR"}));
    let run = table("Title,School,Weeks\nPorts,various,6\n");
    assert!(run.program("Ports").get("institutions").is_none() && run.has_remark("names no school"), "{}", run.stderr);
}

#[test]
fn a_stated_number_of_courses_comes_before_those_that_are_listed() {
    let record = json!({"resource_type": "program", "readable_id": "program-v1:MITxT+E", "title": "Economics", "published": true,
        "courses": [{"id": 11, "title": "Micro", "readable_id": "course-v1:MITxT+14.1"}], "program": {"course_count": 6}});
    let program = import_text("l.json", json!([record]).to_string()).program("Economics");
    assert_eq!(value(&program, "courses"), 6);
    assert_eq!(records(&program, "course_list").count(), 1);
}
