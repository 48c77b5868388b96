//! The acceptance list of the importer, each point under its number.

use serde_json::{Value, json};

use crate::run::{
    document, file, folder, import, import_documents, import_text, import_with, records, value, values, with_members,
};

/// A course-discovery program with a uuid made from the number, and further members.
fn program(number: u32, more: &Value) -> Value {
    let record = json!({"uuid": format!("a0000000-aaaa-4bbb-8ccc-{number:012}"), "title": "Tides", "type": "XSeries",
        "authoring_organizations": [{"key": "NorthX", "name": "Northbridge University"}]});
    with_members(record, more)
}

#[test]
fn point_01_the_format_is_told_by_content_and_not_by_the_ending() {
    let bytes = std::fs::read(document("discovery-list.json")).expect("a document");
    for name in ["pages.csv", "pages.html", "pages", "pages.gz"] {
        assert_eq!(value(&import_text(name, &bytes).program("Harbour Logistics Analytics"), "courses"), 1, "{name}");
    }
    assert_eq!(import_text("table.json", "title,partner\nTides,A\n").count("added"), 1);
}

#[test]
fn point_02_any_depth_is_accepted_with_missing_null_and_extra_fields() {
    let full: Value =
        serde_json::from_slice(&std::fs::read(document("discovery-detail.json")).expect("a document")).expect("JSON");
    let keys: Vec<String> = full.as_object().expect("an object").keys().cloned().collect();
    let mut records = Vec::new();
    for key in keys.iter().filter(|key| *key != "title") {
        for damaged in [Value::Null, json!({"extra": 1}), json!([[]]), json!("x"), json!(-1)] {
            let mut record = full.clone();
            let number = records.len() as u32;
            record["uuid"] = program(number, &json!({}))["uuid"].clone();
            record["title"] = json!(format!("Tides {number}"));
            record["marketing_url"] = json!(format!("https://example.org/{number}"));
            record["marketing_slug"] = json!(format!("{number}"));
            record[key] = damaged;
            records.push(record);
        }
    }
    let run = import_text("damaged.json", json!(records).to_string());
    assert_eq!((run.code, run.count("added")), (0, records.len() as u64), "{}", run.stderr);
}

#[test]
fn point_03_numbers_may_be_text() {
    let record = program(
        1,
        &json!({"total_hours_of_effort": "1,350", "min_hours_effort_per_week": "4", "max_hours_effort_per_week": "6.5",
        "price_ranges": [{"currency": "USD", "total": "1350.00"}]}),
    );
    let program = import_text("p.json", record.to_string()).program("Tides");
    assert_eq!((value(&program, "effort"), value(&program, "workload")), (json!(1350), json!({"low": 4, "high": 6.5})));
    assert_eq!(value(&program, "price"), json!({"value": 1350, "currency": "USD"}));
    for total in [json!(169), json!(169.0), json!("169")] {
        let record = program_priced(&total);
        assert_eq!(
            value(&import_text("p.json", record.to_string()).program("Tides"), "price"),
            json!({"value": 169, "currency": "USD"})
        );
    }
}

fn program_priced(total: &Value) -> Value {
    program(1, &json!({"price_ranges": [{"currency": "USD", "total": total}]}))
}

#[test]
fn point_04_html_becomes_text_and_no_escape_sequence_survives() {
    let evil = "<b>Evil</b> \u{1b}[2J\u{1b}]0;x\u{7}tit\u{202e}le &amp;amp; \u{9b}31mmore<script>alert(1)</script>";
    let record = program(
        1,
        &json!({"title": evil, "subjects": [{"name": evil}], "authoring_organizations": [{"key": evil, "name": evil}], "skill_names": [evil],
        "status": evil, "type": evil, "marketing_url": evil, "program_duration_override": evil, evil: evil}),
    );
    let run = import_text("evil\u{1b}.json", record.to_string());
    let program = run.program("Evil title & more");
    assert_eq!(value(&program, "fields"), json!(["Evil title & more"]));
    for arguments in [&["list"][..], &["show", "--json"], &["show"]] {
        let mut command = crate::program::command();
        command.args(arguments);
        if arguments[0] == "show" {
            command.arg(program["id"].as_str().expect("an id"));
        }
        let output = command.arg("--catalog").arg(&run.out).output().expect("it runs");
        assert!(output.status.success() && !output.stdout.contains(&0x1b), "{arguments:?}");
    }
}

#[test]
fn point_05_the_type_goes_by_slug_then_by_name_and_else_stays_its_own() {
    for (members, kind) in [
        (
            json!({"type_attrs": {"slug": "professional-certificate"}, "type": "Certificat professionnel"}),
            "professional-certificate",
        ),
        (json!({"type": "MicroMasters® Program"}), "micromasters"),
        (json!({"type": "Nanodegree"}), "other:Nanodegree"),
        (json!({"type_attrs": {"slug": "professional-program-wl"}}), "other:Professional Program"),
    ] {
        let run = import_text("p.json", program(1, &members).to_string());
        assert_eq!(value(&run.program("Tides"), "kind"), kind, "{members}");
    }
}

#[test]
fn point_06_records_of_one_program_are_one_program() {
    let same = |one: &Value, other: &Value| {
        let run = import_text("two.json", json!([one, other]).to_string());
        let catalog = run.catalog();
        records(&catalog, "programs").count() == 1
    };
    let bare = |more: Value| {
        let mut record = program(1, &more);
        record.as_object_mut().expect("an object").remove("uuid");
        record["courses"] = json!([]);
        record
    };
    let at = |path: &str| json!({"marketing_url": format!("https://www.edx.org{path}")});
    assert!(same(&program(1, &json!({"title": "Old"})), &program(1, &json!({"title": "New"}))), "one uuid");
    assert!(!same(&program(1, &json!({})), &program(2, &json!({}))), "two uuids, one title");
    assert!(
        same(&bare(at("/micromasters/x")), &bare(at("/masters/micromasters/x/?utm_source=y"))),
        "one address that moved"
    );
    assert!(same(&bare(at("/professional-certificate/x")), &bare(at("/certificates/professional-certificate/x"))));
    assert!(!same(&bare(at("/a")), &bare(at("/b"))), "two addresses of one site");
    assert!(same(&bare(json!({})), &bare(json!({"title": " tides "}))), "one school, title and type");
    assert!(!same(&bare(json!({})), &bare(json!({"type": "MicroMasters"}))), "another type");
    assert!(
        !same(&bare(json!({"authoring_organizations": []})), &bare(json!({"authoring_organizations": [], "x": 1}))),
        "a title alone"
    );
}

#[test]
fn point_06_an_id_made_up_for_one_program_never_takes_that_of_another() {
    let row = |title: &str, kind: &str| format!("{title},{kind},A\n");
    // Two programs want `a-tides`, and one of the names that tell them apart is the name of a third.
    let rows = [row("Tides", "XSeries"), row("Tides", "MicroMasters"), row("Tides XSeries", "MicroMasters")];
    let run = import_text("t.csv", format!("title,kind,partner\n{}", rows.concat()));
    let catalog = run.catalog();
    let mut ids: Vec<&str> = records(&catalog, "programs").filter_map(|program| program["id"].as_str()).collect();
    ids.sort_unstable();
    assert_eq!((run.count("added"), ids), (3, vec!["a-tides-2", "a-tides-micromasters", "a-tides-xseries"]));
}

#[test]
fn point_06_many_programs_without_any_identity_but_one_title_are_kept_apart_in_no_time() {
    let run = import_text("t.csv", format!("title,subject\n{}", "Tides,Law\n".repeat(5000)));
    assert_eq!((run.code, run.count("added")), (0, 5000), "{}", run.stderr);
}

#[test]
fn point_06_facts_merge_one_by_one_the_newest_first_and_conflicts_are_kept_and_told() {
    let dated =
        |date: &str, hours: u32| program(1, &json!({"total_hours_of_effort": hours, "data_modified_timestamp": date}));
    let old = file("old.json", dated("2024-03-01T00:00:00Z", 100).to_string());
    let new = file("new.json", dated("2026-03-01T00:00:00Z", 120).to_string());
    let run = import(&[&old, &new]);
    let program = run.program("Tides");
    assert_eq!(values(&program, "effort"), [json!(120), json!(100)]);
    assert_eq!((run.count("added"), run.count("merged"), run.count("conflicts")), (1, 1, 1));
    assert_eq!(run.report["conflicts"][0]["reason"], "effort is 100 and 120");
    assert!(run.stderr.contains("effort is 100 and 120"), "{}", run.stderr);
}

#[test]
fn point_07_every_fact_says_from_which_file_and_place_and_as_of_when() {
    let record =
        program(1, &json!({"total_hours_of_effort": 5, "data_modified_timestamp": "2026-02-03T23:30:00-05:00"}));
    let run = import_text("page.json", json!({"results": [record]}).to_string());
    let claim = &run.program("Tides")["effort"][0];
    assert_eq!(claim["source"], "page");
    assert_eq!(claim["note"], "/results/0/total_hours_of_effort");
    assert_eq!(claim["as_of"], "2026-02-04");
    let undated = import_text("page.json", program(1, &json!({"total_hours_of_effort": 5})).to_string());
    let as_of = undated.program("Tides")["effort"][0]["as_of"].clone();
    assert_eq!(as_of.as_str().map(str::len), Some("2026-11-26".len()), "the day of the file");
}

#[test]
fn point_08_what_is_unknown_is_never_zero() {
    let record = program(
        1,
        &json!({"total_hours_of_effort": 0, "credit_value": 0, "price_ranges": [{"currency": "USD", "min": "0.00", "max": "0.00", "total": 0}],
        "min_hours_effort_per_week": null, "max_hours_effort_per_week": 0, "courses": [], "subscription_prices": [{"price": "", "currency": "USD"}]}),
    );
    let program = import_text("p.json", record.to_string()).program("Tides");
    for fact in
        ["effort", "credit", "price", "course_price", "other_price", "workload", "courses", "length", "study_weeks"]
    {
        assert!(program.get(fact).is_none(), "{fact}: {program}");
    }
    let audit = json!({"courses": [{"key": "A+B", "title": "C", "course_runs": [{"seats": [{"type": "audit", "price": "0.00", "currency": "USD"}]}]}]});
    let run = import_text("p.json", crate::eighteen::program(1, &audit).to_string());
    assert!(run.program("Tides").get("price").is_none() && run.record("courses", "C").get("price").is_none());
}

#[test]
fn point_09_currencies_are_never_summed() {
    let seat = |price: &str, currency: &str| json!({"key": format!("A+{price}"), "title": price, "entitlements": [{"mode": "verified", "price": price, "currency": currency}]});
    let mixed = program(1, &json!({"courses": [seat("100", "USD"), seat("90", "EUR")]}));
    assert!(import_text("p.json", mixed.to_string()).program("Tides").get("price").is_none());
    let ranges = program(
        1,
        &json!({"price_ranges": [{"currency": "USD", "total": "500"}, {"currency": "GBP", "total": "400"}]}),
    );
    let run = import_text("p.json", ranges.to_string());
    let prices = values(&run.program("Tides"), "price");
    assert_eq!((prices.len(), run.count("conflicts")), (2, 0), "{prices:?}");
    let same = program(1, &json!({"courses": [seat("100", "EUR"), seat("90", "EUR")]}));
    let program = import_text("p.json", same.to_string()).program("Tides");
    assert_eq!(value(&program, "price"), json!({"value": 190, "currency": "EUR", "what": "courses"}));
}

#[test]
fn point_10_weeks_are_summed_over_courses() {
    let course = |key: &str, weeks: Value| json!({"key": key, "title": key, "course_runs": [{"weeks_to_complete": weeks, "min_effort": 2, "max_effort": 3}]});
    let record = program(
        1,
        &json!({"weeks_to_complete": 8, "weeks_to_complete_max": 8, "courses": [course("A+1", json!(8)), course("A+2", json!(5))]}),
    );
    let program = import_text("p.json", record.to_string()).program("Tides");
    assert_eq!(
        (value(&program, "study_weeks"), value(&program, "length")),
        (json!(13), json!({"value": 13, "unit": "weeks"}))
    );
    assert_eq!(
        (value(&program, "effort"), &program["effort"][0]["basis"]),
        (json!({"low": 26, "high": 39}), &json!("derived"))
    );
    let partly =
        crate::eighteen::program(1, &json!({"courses": [course("A+1", json!(8)), course("A+2", Value::Null)]}));
    let program = import_text("p.json", partly.to_string()).program("Tides");
    assert!(program.get("study_weeks").is_none() && program.get("effort").is_none(), "a part is no sum");
}

#[test]
fn point_10_the_run_that_is_open_speaks_for_its_course() {
    let run = |availability: &str, weeks: u32, start: &str| json!({"uuid": start, "availability": availability, "weeks_to_complete": weeks, "start": format!("{start}T00:00:00Z"), "status": "published"});
    let runs =
        json!([run("Archived", 3, "2020-01-01"), run("Current", 7, "2026-09-01"), run("Upcoming", 9, "2027-02-01")]);
    let record = |more: Value| {
        let mut course = json!({"key": "A+1", "title": "One", "course_runs": runs});
        course["advertised_course_run_uuid"] = more;
        program(1, &json!({"courses": [course]}))
    };
    assert_eq!(value(&import_text("p.json", record(Value::Null).to_string()).program("Tides"), "study_weeks"), 7);
    assert_eq!(
        value(&import_text("p.json", record(json!("2027-02-01")).to_string()).program("Tides"), "study_weeks"),
        9
    );
}

#[test]
fn point_11_retired_and_hidden_programs_are_kept_and_not_shown_at_first() {
    let states = [
        json!({"status": "retired"}),
        json!({"status": "active", "hidden": true}),
        json!({"status": "unpublished"}),
        json!({"status": "deleted"}),
    ];
    let programs = states
        .iter()
        .zip(1..)
        .map(|(state, number)| program(number, state))
        .chain([program(9, &json!({"status": "active", "title": "Shown"}))]);
    let run = import_text("p.json", json!(programs.collect::<Vec<_>>()).to_string());
    let catalog = run.catalog();
    let older = records(&catalog, "programs").filter(|program| value(program, "status") == "older").count();
    assert_eq!((records(&catalog, "programs").count(), older), (5, 4));
    let mut command = crate::program::command();
    let output =
        command.args(["list", "--status", "current", "--json", "--catalog"]).arg(&run.out).output().expect("it runs");
    let listed: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(listed["programs"].as_array().map(Vec::len), Some(1));
}

#[test]
fn point_12_no_address_in_the_data_is_followed() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("a listener");
    let url = format!("http://{}/x", listener.local_addr().expect("an address"));
    let record = json!({"@context": url, "@type": "EducationalOccupationalProgram", "@id": url, "name": "Tides", "url": url, "provider": {"@id": url}, "hasCourse": [{"@id": url}]});
    assert_eq!(import_text("p.json", record.to_string()).code, 0);
    assert!(listener.accept().is_err(), "somebody called");
}

#[test]
fn point_13_what_is_too_deep_too_long_or_endless_is_stopped() {
    let deep = format!("{}1{}", "{\"curricula\":[".repeat(3000), "]}".repeat(3000));
    let run = import_text("deep.json", format!("[{deep}, {}]", program(1, &json!({}))));
    assert_eq!((run.code, run.count("added"), run.count("rejected")), (0, 1, 1), "{}", run.stderr);
    let mut curricula = json!({"programs": []});
    for _ in 0..20 {
        curricula = json!({"programs": [{"title": "P", "curricula": [curricula]}]});
    }
    let run = import_text("loop.json", program(2, &json!({"curricula": [curricula]})).to_string());
    assert!(run.has_remark("too deep"), "{}", run.stderr);
    let long =
        program(3, &json!({"program_duration_override": "x".repeat(100_000), "subjects": ["y".repeat(100_000)]}));
    let run = import_text("long.json", long.to_string());
    assert!(run.bytes().len() < 10_000, "{}", run.bytes().len());
}

#[test]
fn point_14_the_report_says_what_became_of_every_record() {
    let run = import_documents(&["discovery-damaged.json", "mit-learn.json", "lines.jsonl"]);
    assert_eq!(run.count("read"), 7 + 3 + 3);
    for note in ["left_out", "rejected"].iter().flat_map(|key| run.report[*key].as_array().expect("notes")) {
        assert!(note["file"].as_str().is_some_and(|file| !file.is_empty()) && note["at"].is_string(), "{note}");
        assert!(note["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{note}");
    }
    assert_eq!(run.report["rejected"][0]["at"], "/results/1");
    assert!(run.stderr.contains("13 records read: "), "{}", run.stderr);
}

#[test]
fn point_15_records_stand_in_the_order_of_their_ids() {
    let run = import_documents(&["enterprise-index.json", "discovery-list.json", "schema-org.json", "mit-learn.json"]);
    let catalog = run.catalog();
    for (list, key) in [("programs", "id"), ("courses", "id"), ("institutions", "key"), ("sources", "id")] {
        let ids: Vec<&str> = records(&catalog, list).filter_map(|record| record[key].as_str()).collect();
        assert!(ids.is_sorted() && ids.len() > 1, "{list}: {ids:?}");
    }
}

#[test]
fn point_16_the_own_format_comes_round_without_loss() {
    let run = import_documents(&["discovery-detail.json", "ctdl.json", "mitx-online-programs.json", "own-aliases.tsv"]);
    let again = import(&[&run.out]);
    assert_eq!(again.code, 0, "{}", again.stderr);
    assert!(again.bytes() == run.bytes(), "what went in has not come out");
    assert_eq!(again.count("rejected"), 0);
}

#[test]
fn point_17_dates_with_zones_are_compared_in_utc() {
    let dated = |moment: &str, hours: u32| {
        program(1, &json!({"total_hours_of_effort": hours, "data_modified_timestamp": moment}))
    };
    // The first is later, although its local date is the earlier one.
    let records = json!([dated("2026-05-01T23:00:00-08:00", 70), dated("2026-05-01T23:30:00+02:00", 50)]);
    let program = import_text("p.json", records.to_string()).program("Tides");
    assert_eq!(values(&program, "effort"), [json!(70), json!(50)]);
    assert_eq!(program["effort"][0]["as_of"], "2026-05-02");
}

#[test]
fn point_18_spellings_that_differ_in_case_and_blanks_are_one_facet() {
    let text = "title,kind,partner,subject,language\nA,xPRO,Loom  School,Basket Weaving,english\nB,XPRO,loom school,basket  weaving,English\nC,xPRO,Loom School,Basket Weaving,EN\n";
    let run = import_text("t.csv", text);
    let catalog = run.catalog();
    for fact in ["kind", "fields", "institutions", "languages"] {
        let mut all: Vec<String> =
            records(&catalog, "programs").map(|program| value(program, fact).to_string()).collect();
        all.dedup();
        assert_eq!(all.len(), 1, "{fact}: {all:?}");
    }
    assert_eq!(value(&run.program("B"), "kind"), "other:xPRO");
}

#[test]
fn a_folder_is_left_as_it_is() {
    let pages = folder();
    std::fs::write(pages.join("p.json"), program(1, &json!({})).to_string()).expect("a page");
    let run = import_with(&[&pages], &[]);
    assert_eq!(run.code, 0);
    assert_eq!(std::fs::read_dir(&pages).expect("the folder").count(), 1);
}
