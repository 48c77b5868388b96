//! Records in wrappers of all kinds, records of the indexes with objects where names are usual, and courses and addresses
//! that are the same under other names.

use serde_json::{Value, json};

use crate::run::{Run, file, import, import_text, records, value, values, with_members};

fn program(number: u32, title: &str) -> Value {
    json!({"uuid": format!("d4000000-aaaa-4bbb-8ccc-0000000000{number:02}"), "title": title, "type": "XSeries",
        "status": "active", "authoring_organizations": [{"key": "CoveX", "name": "Cove University"}]})
}

#[test]
fn records_are_found_in_wrappers_of_all_kinds() {
    let both = [program(1, "Coves"), program(2, "Bays")];
    for wrapped in [
        json!({"data": both}),
        json!({"items": both, "total": 2}),
        json!({"programs": both}),
        json!({"meta": {"page": 1}, "data": {"results": both}}),
        json!({"first": both[0], "second": both[1]}),
        json!({"hits": {"hits": [{"_source": both[0]}, {"_source": both[1]}]}}),
        json!([{"_source": both[0]}, {"_source": both[1]}]),
    ] {
        let run = import_text("w.json", wrapped.to_string());
        assert_eq!(["read", "added"].map(|key| run.count(key)), [2, 2], "{wrapped}: {}", run.stderr);
    }
    let lines = both.map(|one| json!({"_source": one}).to_string()).join("\n");
    assert_eq!(import_text("w.jsonl", lines).count("added"), 2);
    let search = json!({"extra": {}, "data": [{"@type": "ceterms:Badge", "ceterms:ctid": "ce-77777777-dddd-4bbb-8ccc-000000000001",
        "ceterms:name": {"en": "Buoys"}}]});
    assert_eq!(value(&import_text("s.json", search.to_string()).program("Buoys"), "kind"), "other:Badge");
    for nothing in [json!({"data": [{"colour": "red"}]}), json!({"a": {"b": 1}}), json!({"data": {"data": {}}})] {
        let run = import_text("n.json", nothing.to_string());
        assert_eq!((run.code, run.count("rejected")), (5, 1), "{nothing}: {}", run.stderr);
    }
}

#[test]
fn the_public_list_of_courses_of_open_edx_is_named_in_its_refusal() {
    let course = json!({"blocks_url": "https://l.example/api", "course_id": "course-v1:CoveX+C1+1", "id": "course-v1:CoveX+C1+1",
        "name": "Coves", "org": "CoveX", "number": "C1", "pacing": "self", "start": "2026-09-01T00:00:00Z"});
    let run = import_text("l.json", json!({"pagination": {"count": 1}, "results": [course]}).to_string());
    assert!(run.code == 5 && run.stderr.contains("course list of an Open edX"), "{}", run.stderr);
}

fn hit(more: &Value) -> Run {
    let hit = json!({"title": "Gulfs", "uuid": "d5000000-aaaa-4bbb-8ccc-000000000001", "content_type": "program",
        "program_type": "MicroMasters® Program", "partners": [{"name": "Cove University"}], "course_details": [], "enterprise_catalog_uuids": []});
    import_text("h.json", json!({"hits": [with_members(hit, more)]}).to_string())
}

#[test]
fn the_enterprise_index_is_read_where_it_has_objects_and_lists() {
    let run = hit(&json!({"skills": [{"skill": "Sailing"}, {"skill": "Mooring"}], "skill_names": []}));
    assert_eq!(value(&run.program("Gulfs"), "skills"), json!(["Sailing", "Mooring"]));
    let blocked = hit(&json!({"blocked_in": ["NO", "SE"]})).program("Gulfs");
    assert_eq!(value(&blocked, "remark"), "not offered in NO and SE");
    let kinds = hit(&json!({"program_type": ["MicroMasters® Program", "XSeries Program"]}));
    assert_eq!(value(&kinds.program("Gulfs"), "kind"), "micromasters");
    assert!(kinds.has_remark("XSeries"), "{}", kinds.stderr);
    let pathway = json!({"title": "Data pathway", "uuid": "d5000000-aaaa-4bbb-8ccc-000000000002", "content_type": "learnerpathway", "objectID": "x"});
    let run = import_text("p.json", json!({"hits": [pathway]}).to_string());
    assert_eq!((run.count("left_out"), run.count("added")), (1, 0), "{}", run.stderr);
}

#[test]
fn an_address_is_the_same_in_every_language_of_the_site() {
    let one = file(
        "one.json",
        with_members(program(3, "Inlets"), &json!({"marketing_url": "https://www.edx.org/micromasters/covex-inlets"}))
            .to_string(),
    );
    for url in [
        "http://edx.org/es/micromasters/covex-inlets/?utm=1#x",
        "https://www.edx.org/fr/masters/micromasters/covex-inlets",
    ] {
        let other = file("two.csv", format!("Title,Type,URL\nInlets of Norway,XSeries,{url}\n"));
        let run = import(&[&one, &other]);
        assert_eq!(records(&run.catalog(), "programs").count(), 1, "{url}: {}", run.stderr);
    }
    let own = file(
        "own.csv",
        "Title,Type,School,URL\nFirst,XSeries,A,https://a.example/es/sea\nSecond,XSeries,A,https://a.example/sea\n",
    );
    assert_eq!(records(&import(&[&own]).catalog(), "programs").count(), 2, "a folder of another site");
}

#[test]
fn a_course_is_the_same_under_its_key_and_that_of_a_run() {
    let listed = with_members(
        program(4, "Straits"),
        &json!({"courses": [{"key": "course-v1:CoveX+S1+2027", "title": "Straits 1"}]}),
    );
    let course = json!({"key": "CoveX+S1", "title": "Straits 1", "course_runs": [{"key": "course-v1:CoveX+S1+2027", "weeks_to_complete": 5}]});
    let run = import_text("c.json", json!({"results": [listed, course]}).to_string());
    assert_eq!(records(&run.catalog(), "courses").count(), 1, "{}", run.stderr);
    let schools: Vec<Value> = records(&run.catalog(), "institutions").map(|school| school["key"].clone()).collect();
    assert_eq!(schools, [json!("covex")]);
}

#[test]
fn a_course_that_a_program_names_is_its_record_in_the_same_list() {
    let list = json!([
        {"title": "Harbours", "resource_type": "program", "courses": "Quays|Piers", "duration": "6 weeks", "run__readable_id": "1"},
        {"title": "Quays", "resource_type": "", "uuid": "d6000000-aaaa-4bbb-8ccc-000000000001", "duration": "9 weeks", "price": "$700", "run__readable_id": "2"}]);
    let run = import_text("pe.json", list.to_string());
    let program = run.program("Harbours");
    let quays = run.record("courses", "Quays");
    assert_eq!(program["course_list"][0]["course"], quays["id"], "{}", run.stderr);
    assert_eq!(value(&quays, "weeks"), 9);
}

#[test]
fn electives_without_a_number_leave_the_number_of_courses_open() {
    let course = |number: u32| json!({"id": number, "title": format!("C{number}"), "readable_id": format!("course-v1:M+c{number}"), "courseruns": []});
    let of = |requirements: Value| {
        let program = json!({"title": "Reefs", "readable_id": "program-v1:M+R", "id": 9, "courses": [course(1), course(2)], "requirements": requirements, "req_tree": []});
        import_text("m.json", program.to_string())
    };
    let open = of(json!({"required": [1], "electives": [2]}));
    assert!(open.program("Reefs").get("courses").is_none(), "{}", open.stderr);
    assert!(open.has_remark("electives"), "{}", open.stderr);
    assert_eq!(values(&of(json!({"required": [1, 2], "electives": []})).program("Reefs"), "courses"), [json!(2)]);
}

#[test]
fn the_name_of_a_wrapper_may_hold_anything() {
    let record =
        serde_json::json!({"uuid": "99999999-aaaa-4bbb-8ccc-000000000001", "title": "Ports", "type": "XSeries"});
    for name in ["da\u{7}ta", "da\u{1b}[31mta", "da\u{202e}ta"] {
        let mut wrapper = serde_json::Map::new();
        wrapper.insert(name.to_owned(), serde_json::json!([record]));
        let run = crate::run::import_text("w.json", serde_json::Value::Object(wrapper).to_string());
        assert_eq!(crate::run::value(&run.program("Ports"), "kind"), "xseries", "{}", run.stderr);
    }
}

#[test]
fn records_are_found_in_whatever_state_a_page_keeps() {
    let record = with_members(program(7, "Straits"), &json!({"courses": [{"key": "CoveX+1", "title": "One"}]}));
    let literal = |text: String| json!(text).to_string();
    let row = format!("5:{}\n", json!(["$", "div", null, {"children": ["$", "p", null, {"program": record}]}]));
    let (first, second) = row.split_at(row.len() / 2);
    for page in [
        format!(
            "<script>window.__STATE__ = JSON.parse({});</script>",
            literal(json!({"programs": [record]}).to_string())
        ),
        format!(
            "<div id='app' data-page=\"{}\"></div>",
            json!({"props": {"program": record}}).to_string().replace('"', "&quot;")
        ),
        format!(
            "<script>self.__next_f.push([1,{}])</script><script>self.__next_f.push([1,{}])</script>",
            literal(first.to_owned()),
            literal(second.to_owned())
        ),
    ] {
        let run = import_text("p.html", format!("<html><body>{page}</body></html>"));
        assert_eq!(value(&run.program("Straits"), "kind"), "xseries", "{page}: {}", run.stderr);
        assert_eq!((run.count("read"), run.count("added")), (1, 1), "{page}");
    }
}

#[test]
fn what_tools_put_around_json_is_skipped() {
    let page = json!({"results": [program(8, "Sounds")]}).to_string();
    for text in [
        format!("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{page}"),
        format!("// saved by hand\n{page}"),
        format!(")]}}',\n{page}"),
        format!("callback({page});"),
        format!("/**/ jQuery.cb([{}]);\n", program(8, "Sounds")),
    ] {
        let run = import_text("j.txt", &text);
        assert_eq!((run.count("read"), run.count("added")), (1, 1), "{text}: {}", run.stderr);
        assert!(run.has_remark("what stands before its JSON"), "{}", run.stderr);
    }
    let broken = import_text("j.txt", format!("// one\n// two\n{}\n{{\"a\": ", program(8, "Sounds")));
    assert!(broken.stderr.contains("j.txt:4"), "lines are counted as in the file: {}", broken.stderr);
}

#[test]
fn a_record_of_identifiers_alone_is_left_out() {
    let bare = json!({"uuid": "d4000000-aaaa-4bbb-8ccc-000000000009"});
    let run = import_text("p.json", json!({"results": [program(1, "Coves"), bare]}).to_string());
    assert_eq!(
        (run.count("added"), run.reasons("left_out")),
        (1, vec!["only an identifier, without any facts".to_owned()])
    );
    let course = json!({"id": "course-v1:CoveX+C1+1", "course_id": "course-v1:CoveX+C1+1", "name": "Coves", "org": "CoveX",
        "effort": "05:00", "mobile_available": false});
    let run = import_text("l.json", json!({"results": [course]}).to_string());
    assert!(run.code == 5 && run.stderr.contains("course list of an Open edX"), "{}", run.stderr);
}

#[test]
fn the_cost_of_a_degree_is_its_price() {
    let degree = |cost: &str| {
        let record = with_members(program(2, "Bays"), &json!({"type": "Masters", "degree": {"cost": cost}}));
        import_text("d.json", record.to_string())
    };
    assert_eq!(value(&degree("$23,000").program("Bays"), "price"), json!({"value": 23_000, "currency": "USD"}));
    assert!(degree("varies").has_remark("`varies` is not a single price"));
}

#[test]
fn the_name_of_a_member_of_a_plain_record_may_hold_anything() {
    let record = json!([{"programName": "Anchors", "university\u{1b}[1m": "Harbour College", "tuition": "900 EUR"}]);
    assert_eq!(import_text("p.json", record.to_string()).program("Anchors")["title"], "Anchors");
}
