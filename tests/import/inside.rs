//! Records inside something else: the state of a web page, the edges of GraphQL, the entries of JSON:API, objects within
//! records, and the exports of learning platforms.

use serde_json::{Value, json};

use crate::run::{Run, import_text, records, value, values};

fn program() -> Value {
    json!({"uuid": "11111111-aaaa-4bbb-8ccc-000000000001", "title": "Gardens",
        "type_attrs": {"slug": "professional-certificate"}, "status": "active",
        "price_ranges": [{"currency": "USD", "total": "398.00"}]})
}

fn json_of(document: &Value) -> Run {
    import_text("d.json", document.to_string())
}

#[test]
fn the_state_of_a_page_is_read_where_it_has_no_linked_data() {
    let state = json!({"props": {"pageProps": {"program": program(), "menu": [{"title": "Home"}],
        "category": {"uuid": "11111111-aaaa-4bbb-8ccc-000000000009", "title": "Nature"}}}});
    for script in [
        format!("<script id=\"__NEXT_DATA__\" type=\"application/json\">{state}</script>"),
        format!("<script>window.__INITIAL_STATE__ = {state}; start();</script>"),
    ] {
        let run = import_text("p.html", format!("<!DOCTYPE html><html><body>{script}</body></html>"));
        assert_eq!((run.count("read"), run.count("added")), (1, 1), "{script}: {}", run.stderr);
        let gardens = run.program("Gardens");
        assert_eq!(value(&gardens, "price"), json!({"value": 398, "currency": "USD"}), "{script}");
        assert_eq!(value(&gardens, "kind"), "professional-certificate", "{script}");
        let note = gardens["price"][0]["note"].as_str().expect("a place");
        assert_eq!(note, "/script/1/props/pageProps/program/price_ranges/0/total", "{script}");
    }
    let linked = "<script type=\"application/ld+json\">{\"@context\": \"https://schema.org\", \"@type\": \
        \"EducationalOccupationalProgram\", \"name\": \"Linked\"}</script>";
    let both =
        import_text("p.html", format!("<html>{linked}<script type=\"application/json\">{state}</script></html>"));
    assert_eq!((both.count("read"), both.program("Linked")["title"].clone()), (1, json!("Linked")), "{}", both.stderr);
}

#[test]
fn entries_of_other_interfaces_hold_the_record() {
    let camel = json!({"uuid": "11111111-aaaa-4bbb-8ccc-000000000001", "title": "Gardens",
        "typeAttrs": {"slug": "professional-certificate"}, "priceRanges": [{"currency": "USD", "total": "398.00"}]});
    let row = json!({"title": "Gardens", "school": "U", "type": "Professional Certificate", "price": "$398"});
    for document in [
        json!({"data": {"programs": {"edges": [{"cursor": "a", "node": camel}], "pageInfo": {"hasNextPage": false}}}}),
        json!({"data": [{"id": 1, "attributes": row}], "meta": {"pagination": {"page": 1}}}),
        json!({"data": {"id": 1, "type": "programs", "attributes": row}}),
        json!([{"_source": program()}]),
    ] {
        let run = json_of(&document);
        assert_eq!((run.count("read"), run.count("added")), (1, 1), "{document}: {}", run.stderr);
        let gardens = run.program("Gardens");
        assert_eq!(value(&gardens, "price"), json!({"value": 398, "currency": "USD"}), "{document}");
    }
    let nested = (0..40).fold(program(), |inner, _| json!({"node": inner}));
    assert_eq!(json_of(&json!({"edges": [nested]})).count("added"), 0);
}

#[test]
fn what_is_nested_in_a_plain_record_is_read_or_told() {
    let record = json!({"title": {"rendered": "Caf&#233;s"}, "school": {"id": 7, "name": "Hill College"},
        "type": "MicroMasters", "acf": {"duration": "6 months", "level": "Beginner"},
        "prices": {"US": "$300", "UK": "£240"}, "subjects": [{"id": 1, "name": "Food"}, {"name": "Trade"}],
        "price_history": [{"amount": 3}], "seo": {"og_image": "x.png", "n": {"a": 1}}});
    let run = json_of(&json!([record]));
    let program = run.program("Cafés");
    assert_eq!(value(&program, "length"), json!({"value": 6, "unit": "months"}), "{program}");
    assert_eq!(program["length"][0]["note"], "/0/acf/duration", "{program}");
    assert_eq!(value(&program, "level"), json!(["introductory"]));
    assert_eq!(value(&program, "fields"), json!(["Food", "Trade"]));
    assert_eq!(value(&program, "institutions"), json!(["hill-college"]));
    assert!(program.get("price").is_none(), "{program}");
    assert!(values(&program, "other_price").iter().all(|price| price["what"] == "region"), "{program}");
    assert_eq!(values(&program, "other_price").len(), 2, "{program}");
    assert!(run.has_remark("unknown members were ignored: price_history, seo"), "{}", run.stderr);
}

#[test]
fn an_amount_in_an_object_keeps_its_currency() {
    for price in [json!({"amount": "450.00", "currency": "EUR"}), json!({"value": 450, "currency": "EUR", "id": 3})] {
        let record = json!({"title": "A", "school": "U", "type": "XSeries", "price": price});
        let run = json_of(&json!([record]));
        assert_eq!(value(&run.program("A"), "price"), json!({"value": 450, "currency": "EUR"}), "{price}");
    }
}

#[test]
fn exports_of_learning_platforms_are_lists_of_courses() {
    let moodle = json!([{"id": 2, "shortname": "GEO1", "fullname": "Geology", "displayname": "Geology", "categoryid": 1,
        "summary": "<p>Rocks</p>", "format": "topics", "startdate": 1_767_225_600, "visible": 1, "lang": "de"}]);
    let canvas = json!([{"id": 37, "name": "Geology", "course_code": "GEO1", "account_id": 8, "uuid": "WvAHhY5F",
        "workflow_state": "available", "calendar": {"ics": "https://a.org"}}]);
    let word_press = json!([{"id": 1, "title": {"rendered": "Geology"}, "type": "courses", "status": "publish",
        "link": "https://a.org/courses/geology/", "_links": {"self": [{"href": "x"}]}}]);
    let learn = json!([{"uuid": "11111111-aaaa-4bbb-8ccc-000000000001", "name": "Geology", "languages": ["en"],
        "organisation": {"name": "U"}, "url": "https://a.org/courses/geology", "hours_per_week": "4",
        "runs": [{"start_date": "2026-10-01"}]}]);
    for document in [moodle, canvas, word_press, learn] {
        let run = json_of(&document);
        assert_eq!(run.record("courses", "Geology")["title"], "Geology", "{document}");
        assert_eq!(records(&run.catalog(), "programs").count(), 0, "{document}");
        assert_eq!((run.count("read"), run.count("added")), (1, 1), "{document}: {}", run.stderr);
    }
    for table in [
        "shortname,fullname,category_path,summary,startdate\nGEO1,Geology,Science,x,2026-01-01\n",
        "course_id,short_name,long_name,account_id,status\nG1,Geo,Geology,a,active\n",
    ] {
        let run = import_text("t.csv", table);
        assert_eq!(run.record("courses", "Geology")["title"], "Geology", "{table}");
    }
    let persons = import_text("t.csv", "Full name,Organization,Phone\nAda L,U,5\n");
    assert_eq!(persons.count("added"), 0, "{}", persons.stderr);
}
