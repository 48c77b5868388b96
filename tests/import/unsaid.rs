//! What no source says is not said here either: no rule of a platform that nobody names, no school that is only an
//! address, no date that belongs to something else.

use serde_json::{Value, json};

use crate::program;
use crate::run::{Run, import_text, table, value, values, with_members};

/// What a command prints for the only program of a catalogue.
fn printed(run: &Run, arguments: &[&str]) -> String {
    let mut command = program::command();
    let output = command.args(arguments).arg("--catalog").arg(&run.out).output().expect("the program runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn discovered(more: &Value) -> Run {
    let record = json!({"uuid": "b1000000-aaaa-4bbb-8ccc-000000000001", "title": "Tidal Power", "type": "MicroMasters",
        "status": "active", "authoring_organizations": [{"key": "HarbU", "name": "Harbour University"}],
        "price_ranges": [{"currency": "USD", "total": "900.00"}]});
    import_text("p.json", with_members(record, more).to_string())
}

#[test]
fn rules_and_search_of_edx_hold_only_for_programs_that_something_places_there() {
    let csv = import_text("h.csv", "Title,Type,School,Price (USD)\nTidal Power,Certificate,Harbour University,900\n");
    for (run, is_at_edx) in [
        (discovered(&json!({"marketing_url": "https://www.edx.org/masters/micromasters/tidal-power"})), true),
        (discovered(&json!({"product_source": {"slug": "edx", "name": "edX"}})), true),
        (discovered(&json!({"partner": "edx"})), true),
        (discovered(&json!({"marketing_url": "https://harbour.example/tidal-power"})), false),
        (discovered(&json!({"marketing_url": "https://notedx.org/tidal-power"})), false),
        (discovered(&json!({})), false),
        (csv, false),
    ] {
        let id = run.program("Tidal Power")["id"].as_str().expect("an id").to_owned();
        let plan = printed(&run, &["plan", &id]);
        assert_eq!(plan.contains("edX"), is_at_edx, "{plan}");
        assert_eq!(plan.contains("refunds and aid are not on record"), !is_at_edx, "{plan}");
        let page = printed(&run, &["show", &id]);
        assert!(is_at_edx || !page.contains("edx.org/search"), "{page}");
    }
}

/// Members under their names in CTDL.
fn terms(members: &Value) -> Value {
    let members = members.as_object().into_iter().flatten();
    members.map(|(key, value)| (format!("ceterms:{key}"), value.clone())).collect()
}

/// A credential of a registry with these members, and a degree that names its owner.
fn credential(more: &Value) -> Run {
    let node = json!({"@id": "https://registry.example/ce-1", "@type": "ceterms:Certificate", "ceterms:name": {"en": "Masonry"},
        "ceterms:ctid": "ce-77777777-cccc-4bbb-8ccc-000000000001", "ceterms:ownedBy": [{"ceterms:name": {"en": "Quarry College"}}]});
    let node = with_members(node, &terms(more));
    let degree = json!({"@id": "_:d", "@type": "ceterms:BachelorDegree", "ceterms:name": {"en": "BSc Building"},
        "ceterms:ownedBy": [{"ceterms:name": {"en": "Hill University"}}]});
    let orphan = json!({"@id": "_:o", "@type": "ceterms:BachelorDegree", "ceterms:name": {"en": "BA Arches"},
        "ceterms:subjectWebpage": "https://arches.example/ba"});
    let graph = json!({"@context": "https://credreg.net/ctdl/schema/context/json", "@graph": [node, degree, orphan]});
    import_text("c.json", graph.to_string())
}

#[test]
fn the_host_of_an_address_is_no_school_that_gives_credit() {
    let toward = |target: &str| json!({"isAdvancedStandingFor": [{"ceterms:targetCredential": [target]}]});
    let named = credential(&toward("_:d")).program("Masonry");
    assert_eq!(named["pathways"][0]["institution"], "Hill University");
    assert_eq!(value(&named, "credit"), "pathway");
    for target in ["https://registry.example/ce-2", "_:o"] {
        let run = credential(&toward(target));
        let program = run.program("Masonry");
        assert_eq!((program.get("pathways"), value(&program, "credit")), (None, json!("possible")), "{program}");
        assert!(run.has_remark("does not name its school"), "{}", run.stderr);
        let remark = value(&program, "remark");
        assert!(remark.as_str().is_some_and(|remark| remark.contains("the school is not named")), "{program}");
    }
    let prepares = json!({"isPreparationFor": [{"ceterms:targetCredential": ["https://registry.example/ce-3"]}]});
    let program = credential(&prepares).program("Masonry");
    assert_eq!((program.get("pathways"), program.get("credit")), (None, None), "{program}");
    let stranger = credential(&json!({"ownedBy": ["https://registry.example/ce-9"]}));
    assert!(stranger.has_remark("the school is unknown"), "{}", stranger.stderr);
}

#[test]
fn a_credential_is_as_old_as_its_last_change_and_not_as_the_day_it_came_into_force() {
    let cost = json!([{"ceterms:price": 700, "ceterms:currency": "USD"}]);
    let run = credential(&json!({"dateEffective": "2015-03-01", "estimatedCost": cost}));
    assert_ne!(run.program("Masonry")["price"][0]["as_of"], "2015-03-01");
    let run = credential(&json!({"dateModified": "2025-03-01", "dateEffective": "2015-03-01", "estimatedCost": cost}));
    assert_eq!(run.program("Masonry")["price"][0]["as_of"], "2025-03-01");
    let over = credential(&json!({"expirationDate": "2020-01-01"})).program("Masonry");
    assert_eq!(value(&over, "status"), "older");
    let replaced = credential(&json!({"supersededBy": ["_:d"]})).program("Masonry");
    assert_eq!((value(&replaced, "status"), value(&replaced, "successors")), (json!("older"), json!(["BSc Building"])));
}

#[test]
fn costs_of_a_credential_are_told_apart_by_what_else_is_paid_and_when() {
    let cost = |amount: u32, kind: &str, more: &Value| {
        let cost = json!({"ceterms:price": amount, "ceterms:currency": "USD", "ceterms:directCostType": {"ceterms:targetNode": format!("costType:{kind}")}});
        with_members(cost, &terms(more))
    };
    let costs = |costs: Value| credential(&json!({"estimatedCost": costs}));
    let price = |run: &Run| value(&run.program("Masonry"), "price");
    let dollars = |amount: u32| json!({"value": amount, "currency": "USD"});
    let resident = json!({"audienceType": [{"ceterms:targetNodeName": {"en": "In-State Resident"}}]});
    let beside = costs(json!([cost(2000, "Tuition", &resident), cost(90, "ProgramSpecificFee", &json!({}))]));
    assert_eq!(
        (price(&beside), values(&beside.program("Masonry"), "remark").len()),
        (Value::Null, 1),
        "{}",
        beside.stderr
    );
    assert_eq!(
        price(&costs(json!([cost(800, "ProgramSpecificFee", &json!({}))]))),
        dollars(800),
        "nothing else is paid"
    );
    let yearly = costs(json!([cost(9000, "Tuition", &json!({"paymentPattern": {"en": "Per year"}}))]));
    assert!(price(&yearly).is_null() && yearly.has_remark("Per year"), "{}", yearly.stderr);
    let dated = costs(json!([
        cost(900, "Tuition", &json!({"startDate": "2019-01-01", "endDate": "2020-01-01"})),
        cost(1100, "Tuition", &json!({"startDate": "2026-01-01"}))
    ]));
    assert_eq!(price(&dated), dollars(1100));
    assert!(dated.has_remark("held until 2020-01-01"), "{}", dated.stderr);
    let worded = costs(json!([{"ceterms:description": {"en": "Costs USD 1,200 for the program"}}]));
    assert_eq!(price(&worded), dollars(1200));
}

#[test]
fn times_and_credits_of_a_credential_are_read_wherever_they_stand() {
    let read = |more: Value| credential(&more).program("Masonry");
    assert_eq!(value(&read(json!({"timeRequired": "PT240H"})), "effort"), 240);
    let described = read(json!({"estimatedDuration": [{"ceterms:description": {"en": "Approximately 6 months"}}]}));
    assert_eq!(value(&described, "length"), json!({"value": 6, "unit": "months"}));
    let item = read(
        json!({"estimatedDuration": [{"ceterms:exactDuration": {"@type": "schema:Duration", "schema:value": "P3M"}}]}),
    );
    assert_eq!(value(&item, "length"), json!({"value": 3, "unit": "months"}));
    let mixed =
        read(json!({"estimatedDuration": [{"ceterms:minimumDuration": "P16W", "ceterms:maximumDuration": "P1Y"}]}));
    assert_eq!(value(&mixed, "length"), json!({"low": 16, "high": 52, "unit": "weeks"}));
    let units = json!([{"schema:minValue": 12, "schema:maxValue": 15, "ceterms:creditUnitType": [{"ceterms:targetNode": "creditUnit:SemesterHours"}]}]);
    let credits = read(json!({"creditValue": units}));
    assert_eq!(value(&credits, "credit"), "possible");
    let note = credits["credit"][0]["note"].as_str().expect("a note");
    assert!(note.starts_with("12-15 Semester Hours are named"), "{note}");
}

#[test]
fn what_a_credential_requires_counts_as_a_course_only_if_it_is_known_to_be_one() {
    let unknown =
        credential(&json!({"requires": [{"ceterms:targetLearningOpportunity": ["https://registry.example/ce-5"]}]}));
    assert!(unknown.program("Masonry").get("courses").is_none(), "{}", unknown.stderr);
    let noted = unknown.report["remarks"][0]["at"].as_str().expect("a place").to_owned();
    assert!(noted.ends_with("/requires/0/targetLearningOpportunity/0"), "{noted}");
    let parts = credential(&json!({"hasPart": ["https://registry.example/ce-5", "https://registry.example/ce-6"]}));
    let program = parts.program("Masonry");
    assert_eq!((value(&program, "courses"), &program["courses"][0]["basis"]), (json!(2), &json!("presumed")));
}

/// The price that the program shows for a record of the imported catalogue.
fn shown_price(run: &Run, id: &str) -> Value {
    let output = program::command().args(["show", id, "--json", "--catalog"]).arg(&run.out).output();
    let shown: Value = serde_json::from_slice(&output.expect("the program runs").stdout).expect("JSON");
    shown["price"].clone()
}

#[test]
fn a_few_odd_prices_estimate_nothing() {
    let table_of = |price: fn(u32) -> u32| {
        let rows: Vec<String> = (0..14).map(|n| format!("P{n},U{n},XSeries,{} USD", price(n))).collect();
        table(&format!("Title,School,Kind,Price\n{}\nUnpriced,V,XSeries,\n", rows.join("\n")))
    };
    let basis = |run: &Run| shown_price(run, "v-unpriced")["basis"].clone();
    assert_eq!(basis(&table_of(|n| 400 + 20 * n)), "estimated");
    assert_eq!(basis(&table_of(|n| 10_u32.pow(n % 5))), "unknown");
    // Two prices among usual ones: the range of four of five would hold any price.
    assert_eq!(basis(&table_of(|n| if n % 7 == 0 { 1 + 60_000 * n } else { 500 })), "unknown");
}
