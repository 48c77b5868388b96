//! Lessons from further real files, each under its number.

use serde_json::{Value, json};

use crate::run::{document, file, import, import_documents, import_text, import_with, records, value, values};

#[test]
fn lesson_1_a_price_has_a_basis() {
    let school = import_documents(&["school.csv"]).program("Soil Science… Basics – I");
    assert_eq!(value(&school, "price"), json!({"value": 1350, "currency": "EUR"}));
    assert_eq!(value(&school, "other_price"), json!({"value": 79.89, "currency": "USD", "what": "subscription"}));
    let page = import_documents(&["page.html"]).program("Studia podyplomowe & porty");
    assert_eq!(
        value(&page, "other_price"),
        json!({"value": 595, "currency": "PLN", "what": "month"}),
        "the page says a month"
    );
    assert!(page.get("price").is_none());
    let table = import_documents(&["own-aliases.tsv"]);
    let law = table.program("Tidal Law");
    assert_eq!(value(&law, "price"), json!({"value": 1350, "currency": "GBP"}));
    assert_eq!(value(&law, "other_price"), json!({"value": 900, "currency": "GBP", "what": "member"}));
    assert!(table.has_remark("several prices"), "fees by region are no price");
}

#[test]
fn lesson_1_prices_in_words_are_sorted_by_what_they_buy() {
    let priced = |cell: &str| import_text("t.csv", format!("title;partner;price\nTides;A;{cell}\n")).program("Tides");
    for (cell, fact, what) in [
        ("$39 per month", "other_price", json!("month")),
        ("39 € al mes", "other_price", json!("month")),
        ("Renewal $60", "other_price", json!("renewal")),
        ("$500 per course", "course_price", json!("course")),
        ("$120 exam fee", "exam_price", json!("exam")),
        ("$900", "price", Value::Null),
    ] {
        let program = priced(cell);
        assert_eq!(value(&program, fact).get("what").cloned().unwrap_or_default(), what, "{cell}: {program}");
    }
    for cell in ["members $300, others $450", "call us", "-", "n/a"] {
        let program = priced(cell);
        assert!(
            ["price", "other_price", "course_price"].iter().all(|fact| program.get(*fact).is_none()),
            "{cell}: {program}"
        );
    }
}

#[test]
fn lesson_2_encodings() {
    let text = "title;partner;subject\nEspañol… – I;Ñandú University;Law\n";
    let wide =
        |bytes: fn(u16) -> [u8; 2]| format!("\u{feff}{text}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '…' => 0x85,
            '–' => 0x96,
            c => c as u8,
        })
        .collect();
    for (name, bytes) in [
        ("plain", text.as_bytes().to_vec()),
        ("marked", format!("\u{feff}{text}").into_bytes()),
        ("little", wide(u16::to_le_bytes)),
        ("big", wide(u16::to_be_bytes)),
        ("windows", latin),
        ("returns", text.replace('\n', "\r\r\n").into_bytes()),
    ] {
        let program = import_text("t.csv", bytes).program("Español… – I");
        assert_eq!(value(&program, "institutions"), json!(["nandu-university"]), "{name}");
    }
    let garbled = import_text("t.csv", "title,partner\nInglÃ©s bÃ¡sico,A\n");
    assert!(garbled.has_remark("encoding"), "{}", garbled.stderr);
}

#[test]
fn lesson_3_header_traps() {
    let run = import_documents(&["school.csv"]);
    let program = run.program("Soil Science… Basics – I");
    assert_eq!(value(&program, "institutions"), json!(["lakeside-polytechnic"]), "the name is the provider's");
    assert_eq!(value(&program, "pacing"), json!(["self-paced"]), "the type is the pace");
    assert_eq!(value(&program, "kind"), "other:Program");
    assert_eq!(value(&program, "length"), json!({"value": 9, "unit": "months"}));
    assert_eq!(value(&program, "fields"), json!(["Biology & Life Sciences", "Food & Nutrition"]));
    assert!(program.get("identifiers").is_none(), "what a spreadsheet spoilt identifies nothing");
    assert!(run.has_remark("2.16E+11"));
    assert_eq!(run.report["remarks"].as_array().map(|all| all.iter().any(|note| note["at"] == "line 2")), Some(true));
    let glued = import_text("t.csv", "title,partner,length\nTides,A,9 months6 - 8 hours per week\n").program("Tides");
    assert_eq!(
        (value(&glued, "length"), value(&glued, "workload")),
        (json!({"value": 9, "unit": "months"}), json!({"low": 6, "high": 8}))
    );
}

#[test]
fn lesson_4_values_are_read_and_marked_or_stay_unknown() {
    let length = |cell: &str| import_text("t.csv", format!("title;partner;duration\nTides;A;{cell}\n"));
    for (cell, expected) in [
        ("6 to 10 Weeks", json!({"low": 6, "high": 10, "unit": "weeks"})),
        ("9 semanas", json!({"value": 9, "unit": "weeks"})),
        ("P2Y", json!({"value": 24, "unit": "months"})),
        ("4 months (approx.)", json!({"value": 4, "unit": "months"})),
        ("26 weeks", json!({"value": 26, "unit": "weeks"})),
        ("P6M", json!({"value": 6, "unit": "months"})),
    ] {
        assert_eq!(value(&length(cell).program("Tides"), "length"), expected, "{cell}");
    }
    let about = length("4 months (approx.)").program("Tides");
    assert!(about["length"][0]["note"].as_str().is_some_and(|note| note.contains("approx")));
    for cell in ["26", "soon", "6 months or 9 months"] {
        let run = length(cell);
        assert!(run.program("Tides").get("length").is_none(), "{cell}");
        assert_eq!(run.count("remarks"), 1, "{cell}: {}", run.stderr);
    }
    let reversed = import_text("t.csv", "title,partner,effort\nTides,A,7 to 5\n");
    assert_eq!(value(&reversed.program("Tides"), "workload"), json!({"low": 5, "high": 7}));
    assert!(reversed.has_remark("larger number first"));
    let unstated = import_text("t.csv", "title,partner,price\nTides,A,1350\n");
    assert!(unstated.program("Tides").get("price").is_none(), "a currency that is not stated stays unstated");
    assert!(value(&unstated.program("Tides"), "remark").as_str().is_some_and(|remark| remark.contains("1350")));
    for date in ["1900-01-01T00:00:00Z", "2123-01-01T00:00:00Z"] {
        let record = json!({"uuid": "a0000000-aaaa-4bbb-8ccc-000000000001", "title": "Tides", "data_modified_timestamp": date, "hidden": "false", "status": "active"});
        let run = import_text("p.json", record.to_string());
        assert!(!String::from_utf8_lossy(&run.bytes()).contains(&date[..4]), "{date}");
        assert_eq!(value(&run.program("Tides"), "status"), "current", "`false` is not hidden");
    }
}

#[test]
fn lesson_5_identity() {
    let uuid = |number: u32| format!("b0000000-aaaa-4bbb-8ccc-{number:012}");
    let said = |hours: u32| json!({"uuid": uuid(1), "title": "Tides", "type": "XSeries", "total_hours_of_effort": hours, "data_modified_timestamp": "2026-01-01"});
    let run = import_text("p.json", json!([said(10), said(20), said(30)]).to_string());
    let catalog = run.catalog();
    assert_eq!((records(&catalog, "programs").count(), run.count("added"), run.count("merged")), (1, 1, 2));
    assert_eq!((values(&run.program("Tides"), "effort").len(), run.count("conflicts")), (3, 2));
    let keyed = json!([{"content_type": "program", "uuid": uuid(2), "aggregation_key": format!("program:{}", uuid(1)), "title": "Other"}, said(10)]);
    let catalog = import_text("p.json", keyed.to_string()).catalog();
    assert_eq!(records(&catalog, "programs").count(), 2, "the key is another program's");
    let twin = |title: &str, path: &str| json!({"title": title, "marketing_url": format!("https://example.org/{path}"), "type": "XSeries", "authoring_organizations": [{"key": "A", "name": "A"}]});
    let catalog =
        import_text("p.json", json!([twin("Tides", "t"), twin("Tides - Archived", "t-archived")]).to_string())
            .catalog();
    assert_eq!(records(&catalog, "programs").count(), 2);
}

#[test]
fn lesson_6_courses_are_not_programs() {
    let run = import_documents(&["course-runs.json", "loader-courses.csv", "mitx-online-courses.json"]);
    let catalog = run.catalog();
    let kinds: Vec<Value> = records(&catalog, "programs").map(|program| value(program, "kind")).collect();
    assert_eq!(kinds, [json!("boot-camp")], "only what is a credential of its own");
    assert_eq!(records(&catalog, "courses").count(), 4);
    assert_eq!(
        run.count("read"),
        run.count("added") + run.count("merged") + run.count("left_out") + run.count("rejected")
    );
}

#[test]
fn lesson_7_a_persons_award_is_refused_and_nothing_of_it_is_kept() {
    let awards = [
        std::fs::read_to_string(document("open-badge.json")).expect("a document"),
        json!({"@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiableCredential", "OpenBadgeCredential"], "credentialSubject": {"id": "holder@example.org", "achievement": {"name": "Tides"}}}).to_string(),
        json!({"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld", "type": "Clr", "learner": {"name": "holder@example.org"}, "achievements": []}).to_string(),
        json!({"student": {"name": "holder@example.org"}, "courses": [{"title": "Tides", "grade": "A"}]}).to_string(),
        "student,course,grade\nholder@example.org,Tides,A\n".to_owned(),
    ];
    for award in awards {
        let run = import_text("award.json", &award);
        assert_eq!((run.code, run.count("rejected")), (5, 1), "{award}");
        assert!(run.stderr.contains("person") && run.stderr.contains("accepted formats: "), "{}", run.stderr);
        assert!(!run.out.exists() && !format!("{}{}", run.stderr, run.report).contains("holder"), "{}", run.stderr);
    }
    let award = document("open-badge.json");
    let run = import(&[&award, &document("discovery-list.json")]);
    assert_eq!((run.code, run.count("added"), run.count("rejected")), (0, 1, 1), "the rest of the run goes on");
}

#[test]
fn lesson_7_other_formats_are_named_in_the_refusal() {
    for (text, name) in [
        (r#"<?xml version="1.0"?><catalog xmlns="http://xcri.org/profiles/1.2/catalog"/>"#, "XCRI-CAP"),
        (r#"{"links": {}, "data": [{"type": "courses", "id": "1", "attributes": {"name": "Tides"}}]}"#, "MOOChub"),
        (r#"{"elements": [{"id": "1", "name": "Tides"}], "paging": {}}"#, "Coursera"),
        (r#"{"courses": [{"sourcedId": "1", "title": "Tides"}]}"#, "OneRoster"),
        ("sourcedId,status,title\n1,active,Tides\n", "OneRoster"),
        (
            r#"<loq:learningOpportunity xmlns:loq="http://data.europa.eu/snb/model/loq/1.0"/>"#,
            "European Learning Model",
        ),
        ("%PDF-1.7", "PDF"),
        ("PK\u{3}\u{4}rest", "CSV"),
        (r#"{"colour": "red"}"#, "an unknown format"),
        ("once upon a time there was a program", "text"),
        ("", "empty"),
    ] {
        let run = import_text("x", text);
        assert_eq!(run.code, 5, "{text}");
        assert!(run.stderr.contains(name) && run.stderr.contains("accepted formats: "), "{text}: {}", run.stderr);
        assert!(!run.out.exists());
    }
}

#[test]
fn lesson_8_a_file_of_facts_adds_claims_to_programs_that_exist() {
    let facts = "program_id,field,value,unit,currency,what,source_id,as_of,grade,note\n\
        northx-harbour-logistics-analytics,price,1650,,USD,program,school-page,2026-11-20,B,list price\n\
        northx-harbour-logistics-analytics,length,15,months,,,school-page,2026-11-20,B,\n\
        no-such-program,price,10,,USD,program,school-page,2026-11-20,B,\n\
        northx-harbour-logistics-analytics,colour,red,,,,school-page,2026-11-20,B,\n";
    let sources = "source_id,title,licence,as_of\nschool-page,The page of the school,not stated,2026-11-01\n";
    let (facts, sources) = (file("facts.csv", facts), file("sources.csv", sources));
    let run = import(&[&document("discovery-list.json"), &facts, &sources]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let program = run.program("Harbour Logistics Analytics");
    let price = json!({"value": 1650, "currency": "USD", "source": "school-page", "as_of": "2026-11-20"});
    let claims = program["price"].as_array().expect("claims");
    let added = claims.iter().find(|claim| claim["source"] == "school-page").expect("the claim of the facts");
    for (key, value) in price.as_object().expect("members") {
        assert_eq!(&added[key], value, "{added}");
    }
    assert!(claims.len() > 1, "what was said before stays: {program}");
    assert!(values(&program, "length").contains(&json!({"value": 15, "unit": "months"})), "{program}");
    let told = format!("{:?}{:?}", run.reasons("rejected"), run.reasons("left_out"));
    assert!(told.contains("no-such-program") && told.contains("colour"), "{told}");
}

#[test]
fn lesson_9_the_run_says_what_it_did() {
    let first = import_documents(&["discovery-list.json"]);
    let again = import_with(&[&document("discovery-list.json")], &["--into", first.out.to_str().expect("a path")]);
    assert!(again.stderr.contains("nothing is new"), "{}", again.stderr);
    assert!(again.bytes() == first.bytes());
    let failed = import_documents(&["discovery-damaged.json"]);
    assert!(failed.has_remark("courses could not be read"));
    let partners = json!({"uuid": "c0000000-aaaa-4bbb-8ccc-000000000001", "title": "Tides", "labels": ["Hot!"], "authoring_organizations": [{"key": "Z", "name": "Zed"}, {"key": "A", "name": "Ay"}],
        "courses": [{"key": "Z+2", "title": "Second"}, {"key": "Z+1", "title": "First"}]});
    let run = import_text("p.json", partners.to_string());
    let program = run.program("Tides");
    assert_eq!(value(&program, "institutions"), json!(["z", "a"]), "all partners, in their order");
    let order: Vec<&str> = records(&program, "course_list").filter_map(|course| course["course"].as_str()).collect();
    assert_eq!(order, ["z-second", "z-first"]);
    assert!(!String::from_utf8_lossy(&run.bytes()).contains("Hot!"), "no labels that nobody asked for");
}

#[test]
fn rows_that_are_longer_than_their_headings_are_rejected() {
    let run = import(&[&file("t.csv", "title,partner\nTides,A\nLaw,B,C\nShort\n")]);
    assert_eq!((run.count("added"), run.count("rejected")), (2, 1));
    assert_eq!(run.report["rejected"][0]["at"], "line 3");
}
