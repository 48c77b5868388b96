//! The correct values from every format, at every nesting depth.

use serde_json::{Value, json};

use crate::run::{Run, import_documents, import_text, records, value, values};

const HARBOUR: &str = "Harbour Logistics Analytics";

fn harbour(names: &[&str]) -> (Run, Value) {
    let run = import_documents(names);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let program = run.program(HARBOUR);
    (run, program)
}

fn ids(catalog: &Value, list: &str) -> Vec<String> {
    records(catalog, list).map(|record| record["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn discovery_at_list_depth() {
    let (run, program) = harbour(&["discovery-list.json"]);
    assert_eq!(program["id"], "northx-harbour-logistics-analytics");
    assert_eq!(value(&program, "kind"), "micromasters");
    assert_eq!(value(&program, "institutions"), json!(["northx"]));
    assert_eq!(value(&program, "status"), "current");
    assert_eq!(value(&program, "courses"), 1);
    assert_eq!(value(&program, "length"), json!({"value": 13, "unit": "weeks"}));
    assert_eq!(value(&program, "pacing"), json!(["instructor-paced"]));
    assert_eq!(value(&program, "price"), json!({"value": 210, "currency": "USD", "what": "courses"}));
    assert_eq!(program["price"][0]["basis"], "derived");
    assert_eq!(value(&program, "url"), "https://example.org/m/harbour");
    assert!(program.get("effort").is_none() && program.get("languages").is_none(), "{program}");
    let course = run.record("courses", "Flows and Buffers");
    assert_eq!((value(&course, "weeks"), course["institution"].clone()), (json!(13), json!("northx")));
    assert_eq!(value(&course, "price"), json!({"value": 210, "currency": "USD", "what": "course"}));
    assert_eq!(program["price"][0]["as_of"], "2026-10-30");
}

#[test]
fn discovery_at_detail_depth() {
    let (_, program) = harbour(&["discovery-detail.json"]);
    assert_eq!(value(&program, "price"), json!({"value": 1650, "currency": "USD"}));
    assert_eq!(value(&program, "course_price"), json!({"low": 210, "high": 600, "currency": "USD", "what": "course"}));
    assert_eq!(value(&program, "effort"), json!({"low": 104, "high": 156}));
    assert_eq!(value(&program, "workload"), json!({"low": 8, "high": 12}));
    assert_eq!(value(&program, "fields"), json!(["Business & Management"]));
    assert_eq!(value(&program, "languages"), json!(["English"]));
    assert_eq!(value(&program, "skills"), json!(["Logistics"]));
    assert_eq!(value(&program, "credit"), "pathway");
    let pathway = &program["pathways"][0];
    assert_eq!(
        (&pathway["institution"], &pathway["condition"]),
        (&json!("Northbridge University"), &json!("Admitted students may count 20 units."))
    );
}

#[test]
fn documents_of_the_search() {
    let (run, program) = harbour(&["search-all.json"]);
    assert_eq!(value(&program, "workload"), json!({"low": 8, "high": 12}));
    assert!(program.get("length").is_none(), "weeks of a run are not those of the program");
    assert_eq!(value(&run.record("courses", "Flows and Buffers"), "weeks"), 13);
    assert_eq!(run.count("left_out"), 1, "a person is left out");
    assert!(!String::from_utf8_lossy(&run.bytes()).contains("Ada"));
}

#[test]
fn courses_and_course_runs_become_courses() {
    let run = import_documents(&["courses.json", "course-runs.json"]);
    let catalog = run.catalog();
    assert_eq!(ids(&catalog, "programs"), ["northx-negotiating-berths"]);
    let program = run.program("Negotiating Berths");
    assert_eq!(value(&program, "kind"), "executive-education");
    assert_eq!(value(&program, "length"), json!({"value": 6, "unit": "weeks"}));
    assert_eq!(value(&program, "price"), json!({"value": 2900, "currency": "USD"}));
    assert_eq!(value(&program, "workload"), json!({"low": 5, "high": 7}));
    let flows = run.record("courses", "Flows and Buffers");
    assert_eq!(value(&flows, "price"), json!({"value": 210, "currency": "USD", "what": "course"}));
    assert_eq!(value(&flows, "level"), "advanced");
    assert_eq!(run.record("courses", "Cranes")["institution"], "northx");
    assert_eq!((run.count("added"), run.count("rejected")), (3, 1));
}

#[test]
fn pathways_add_to_the_programs_that_they_name() {
    let (run, program) = harbour(&["discovery-list.json", "pathways.json"]);
    let pathway = &program["pathways"][0];
    assert_eq!(
        (&pathway["institution"], &pathway["program"]),
        (&json!("Westhaven University"), &json!("MSc in Logistics"))
    );
    assert_eq!((&pathway["counts"], &pathway["status"]), (&json!("credit"), &json!("active")));
    assert_eq!(value(&program, "remark"), "recognised by Guild of Ports: Port Operators");
    assert_eq!((run.count("read"), run.count("added"), run.count("merged")), (3, 1, 2));
}

#[test]
fn the_public_index() {
    let (_, program) = harbour(&["public-index.json"]);
    assert_eq!(program["identifiers"], json!(["uuid:11111111-aaaa-4bbb-8ccc-000000000001"]));
    assert_eq!(value(&program, "level"), json!(["advanced"]));
    assert_eq!(value(&program, "fields"), json!(["Business & Management"]));
    assert_eq!(value(&program, "workload"), json!({"low": 8, "high": 12}));
    assert!(program.get("skills").is_none() && program.get("length").is_none(), "{program}");
}

#[test]
fn the_public_index_without_its_wrapper() {
    let wrapped = std::fs::read(crate::run::document("public-index.json")).expect("a document");
    let wrapped: Value = serde_json::from_slice(&wrapped).expect("JSON");
    let run = import_text("bare.json", wrapped["hits"].to_string());
    assert_eq!(value(&run.program(HARBOUR), "kind"), "micromasters");
}

#[test]
fn the_enterprise_index() {
    let (run, program) = harbour(&["enterprise-index.json"]);
    assert_eq!(
        program["identifiers"],
        json!(["uuid:11111111-aaaa-4bbb-8ccc-000000000001"]),
        "not the key under which it was filed"
    );
    assert!(run.has_remark("a different program"));
    assert_eq!(value(&program, "price"), json!({"value": 1650, "currency": "USD"}));
    assert_eq!(program["course_list"], json!([{"course": "northx-flows-and-buffers", "match": "certain"}]));
    let ports = run.program("Leading Ports");
    assert_eq!(
        (value(&ports, "kind"), value(&ports, "institutions")),
        (json!("executive-education"), json!(["northx"]))
    );
    assert_eq!(value(&ports, "price"), json!({"value": 2400, "currency": "USD"}));
    assert_eq!(value(&run.record("courses", "Flows and Buffers"), "level"), "advanced");
}

#[test]
fn schema_org() {
    let run = import_documents(&["schema-org.json"]);
    let program = run.program("Field Robotics Fundamentals");
    assert_eq!(value(&program, "kind"), "professional-certificate");
    assert_eq!(value(&program, "length"), json!({"value": 4, "unit": "months"}));
    assert_eq!(value(&program, "effort"), 48);
    assert_eq!(value(&program, "price"), json!({"value": 498, "currency": "USD"}));
    assert_eq!(value(&program, "prerequisites"), "Basic Python");
    assert!(program.get("credit").is_none(), "no credits are not unknown credits");
    assert_eq!(program["course_list"][0]["course"], "lakeside-polytechnic-sensing");
}

#[test]
fn lists_and_pages_of_schema_org() {
    let run = import_documents(&["item-list.json"]);
    let textile = run.program("Textile Futures");
    assert_eq!(value(&textile, "price"), json!({"value": 450, "currency": "EUR"}));
    assert_eq!(value(&textile, "other_price"), json!({"value": 300, "currency": "EUR", "what": "member"}));
    assert_eq!(textile["length"][0]["note"].as_str().map(|note| note.starts_with("stated as “P5D”")), Some(true));
    assert!(run.program("Dyes").get("price").is_none(), "two prices without a word are none");
    let weaving = run.record("courses", "Weaving");
    assert_eq!(
        value(&weaving, "price"),
        json!({"value": 0, "currency": "EUR", "what": "course"}),
        "it says that it is free"
    );
    assert_eq!((run.count("read"), run.count("rejected")), (4, 1));
}

#[test]
fn schema_org_in_a_web_page() {
    let run = import_documents(&["page.html"]);
    let program = run.program("Studia podyplomowe & porty");
    assert_eq!(value(&program, "institutions"), json!(["politechnika-nadbrzezna"]));
    assert_eq!(value(&program, "length"), json!({"value": 24, "unit": "months"}));
    assert_eq!(value(&program, "courses"), 2);
    assert_eq!(run.count("rejected"), 1, "a broken script is told");
}

#[test]
fn ctdl_of_today() {
    let (_, program) = harbour(&["ctdl.json"]);
    assert_eq!(program["identifiers"], json!(["ctid:ce-77777777-aaaa-4bbb-8ccc-000000000007"]));
    assert_eq!(value(&program, "kind"), "other:MicroCredential");
    assert_eq!(value(&program, "price"), json!({"value": 1650, "currency": "USD"}));
    assert_eq!(value(&program, "length"), json!({"value": 15, "unit": "months"}));
    assert_eq!(value(&program, "status"), "current");
    // The degree is only an address, and its host is no school.
    assert_eq!((value(&program, "credit"), program.get("pathways")), (json!("possible"), None));
    let remark = value(&program, "remark");
    assert!(remark.as_str().is_some_and(|remark| remark.contains("After admission only.")), "{remark}");
}

#[test]
fn ctdl_of_old() {
    let run = import_documents(&["ctdl-2017.json"]);
    let program = run.program("Welding Certificate");
    assert_eq!(value(&program, "kind"), "other:Certificate");
    assert_eq!(value(&program, "institutions"), json!(["forge-college"]));
    assert_eq!(value(&program, "length"), json!({"low": 6, "high": 9, "unit": "months"}));
    assert_eq!(value(&program, "other_price"), json!({"value": 60, "currency": "USD", "what": "renewal"}));
    assert!(program.get("price").is_none(), "a renewal is not the price");
    assert_eq!((value(&program, "level"), value(&program, "fields")), (json!(["introductory"]), json!(["Welding"])));
    assert_eq!(value(&program, "prerequisites"), "Be 18; Own gloves");
    assert_eq!((value(&program, "courses"), value(&program, "url")), (json!(2), json!("http://example.org/weld")));
    assert_eq!(run.record("courses", "Soudure")["institution"], "forge-college");
}

#[test]
fn a_kind_without_a_class_is_told_by_name_and_marked() {
    let text = r#"{"@context": "https://credreg.net/ctdl/schema/context/json", "@type": "ceterms:Certificate",
        "ceterms:name": {"en": "MicroMasters in Tides"}, "ceterms:ownedBy": "https://example.org/org"}"#;
    let program = import_text("c.json", text).program("MicroMasters in Tides");
    assert_eq!((value(&program, "kind"), &program["kind"][0]["basis"]), (json!("micromasters"), &json!("inferred")));
}

#[test]
fn mitx_online_with_its_courses() {
    let run = import_documents(&["mitx-online-programs.json", "mitx-online-courses.json"]);
    let program = run.program("Tidal Energy Engineering");
    assert_eq!(value(&program, "kind"), "micromasters");
    assert_eq!(value(&program, "courses"), 3, "two of two and one of two");
    assert_eq!(value(&program, "length"), json!({"low": 12, "high": 14, "unit": "weeks"}));
    assert_eq!(value(&program, "workload"), json!({"low": 5, "high": 7}));
    let prices = values(&program, "price");
    assert!(prices.contains(&json!({"value": 175, "currency": "USD"})), "{prices:?}");
    assert!(prices.contains(&json!({"low": 1230, "high": 4560, "currency": "USD"})), "{prices:?}");
    // Its page has another price, length and workload than the record.
    assert_eq!(run.count("conflicts"), 3, "both are kept and told");
    let listed: Vec<&str> = records(&program, "course_list").filter_map(|course| course["course"].as_str()).collect();
    assert_eq!(listed, ["mitx-tides", "mitx-turbines"]);
    assert_eq!(value(&run.record("courses", "Turbines"), "weeks"), 9);
    assert_eq!(
        value(&run.record("courses", "Tides"), "price"),
        json!({"value": 100, "currency": "USD", "what": "course"})
    );
}

#[test]
fn mit_learn() {
    let run = import_documents(&["mit-learn.json"]);
    let program = run.program("Quantum Networks");
    assert_eq!(
        (value(&program, "kind"), value(&program, "platform")),
        (json!("professional-certificate"), json!("MIT xPRO"))
    );
    assert_eq!(
        value(&program, "price"),
        json!({"value": 2500, "currency": "USD"}),
        "looking on for nothing is not the price"
    );
    assert_eq!(
        (value(&program, "courses"), value(&program, "length")),
        (json!(4), json!({"value": 20, "unit": "weeks"}))
    );
    assert_eq!(program["price"][0]["as_of"], "2026-07-01");
    assert_eq!((run.count("left_out"), run.count("added")), (1, 2));
}

#[test]
fn exports_of_the_enterprise_catalogue() {
    let (run, program) = harbour(&["enterprise-programs.csv", "enterprise-courses.csv"]);
    assert_eq!((value(&program, "courses"), value(&program, "kind")), (json!(5), json!("micromasters")));
    assert_eq!(program["course_list"], json!([{"course": "northx-flows-and-buffers", "match": "certain"}]));
    let course = run.record("courses", "Flows and Buffers");
    assert_eq!((value(&course, "weeks"), value(&course, "workload")), (json!(13), json!({"low": 8, "high": 12})));
    assert_eq!(value(&course, "price"), json!({"value": 210, "currency": "USD", "what": "course"}));
}

#[test]
fn tables_of_the_loader() {
    let run = import_documents(&["loader-courses.csv", "loader-degrees.csv"]);
    let degree = run.program("Master of Ports");
    assert_eq!((value(&degree, "kind"), value(&degree, "courses")), (json!("masters"), json!(3)));
    let listed: Vec<&str> = records(&degree, "course_list").filter_map(|course| course["course"].as_str()).collect();
    assert_eq!(listed, ["northx-flows", "northx-cranes", "northx-law-order"]);
    assert_eq!(value(&run.program("Crane Boot Camp"), "kind"), "boot-camp");
    assert_eq!(value(&run.record("courses", "Berth Economics"), "workload"), json!({"low": 2, "high": 4}));
    assert!(run.has_remark("names no currency"));
}

#[test]
fn lines_of_json_are_read_one_by_one() {
    let run = import_documents(&["lines.jsonl"]);
    assert_eq!((run.count("added"), run.count("rejected")), (2, 1));
    assert_eq!(run.report["rejected"][0]["at"], "line 2");
    assert_eq!(value(&run.program("Third red"), "kind"), "other:Nanodegree");
}

#[test]
fn fields_that_are_missing_null_or_of_a_wrong_type_cost_only_themselves() {
    let run = import_documents(&["discovery-damaged.json"]);
    assert_eq!((run.count("added"), run.count("left_out"), run.count("rejected")), (3, 1, 3));
    let whole = run.program("Whole");
    assert_eq!((value(&whole, "kind"), &whole["kind"][0]["basis"]), (json!("other:Program"), &json!("presumed")));
    let wrong = run.program("Wrong types");
    assert_eq!(value(&wrong, "institutions"), json!(["northx"]));
    assert_eq!(value(&wrong, "workload"), json!({"low": 5, "high": 7}));
    assert_eq!(value(&wrong, "fields"), json!(["Law"]));
    assert_eq!(value(&wrong, "languages"), json!(["English"]));
    assert_eq!(wrong["course_list"][0]["course"], "a-single");
    for unknown in ["price", "effort", "length", "level", "credit"] {
        assert!(wrong.get(unknown).is_none(), "{unknown}: {wrong}");
    }
    let failed = run.program("Courses that failed");
    assert_eq!((value(&failed, "courses"), failed["course_list"].as_array().map(Vec::len)), (json!(3), Some(1)));
    assert!(run.reasons("remarks").iter().any(|remark| remark == "2 of 3 courses could not be read"));
}

#[test]
fn programs_of_the_service_before_course_discovery_are_read() {
    let org = json!({"display_name": "Delta University of Technology", "key": "DeltaX"});
    let run = |key: &str| json!({"course_key": key, "mode_slug": "verified", "sku": "", "start_date": "2016-01-05T10:00:00Z", "run_key": "1T2016"});
    let program = json!({"id": 7, "uuid": "d1000000-aaaa-4bbb-8ccc-000000000007", "name": "Dikes", "subtitle": "Keep dry.",
        "category": "xseries", "status": "active", "marketing_slug": "dikes", "organizations": [org],
        "banner_image_urls": {}, "modified": "2016-05-02T10:00:00Z", "course_codes": [
            {"display_name": "Water", "key": "W1x", "organization": org, "run_modes": [run("course-v1:DeltaX+W1x+1T2016")]},
            {"display_name": "Sand", "key": "S1x", "organization": org, "run_modes": [run("DeltaX/S1x/1T2016")]},
            {"display_name": "Clay", "key": "C1x", "organization": org, "run_modes": []}]});
    for (name, text) in [("page", json!({"count": 1, "results": [&program]})), ("alone", program.clone())] {
        let run = import_text("programs.json", text.to_string());
        let dikes = run.program("Dikes");
        assert_eq!((value(&dikes, "kind"), value(&dikes, "status")), (json!("xseries"), json!("current")), "{name}");
        assert_eq!((value(&dikes, "courses"), dikes["kind"][0]["as_of"].clone()), (json!(3), json!("2016-05-02")));
        assert_eq!(dikes["identifiers"], json!(["uuid:d1000000-aaaa-4bbb-8ccc-000000000007"]));
        let keys = ["Water", "Sand", "Clay"].map(|title| run.record("courses", title)["identifiers"][0].clone());
        assert_eq!(keys, [json!("id:DeltaX+W1x"), json!("id:DeltaX+S1x"), json!("id:DeltaX+C1x")]);
        assert_eq!(run.catalog()["institutions"][0]["name"], "Delta University of Technology");
    }
}
