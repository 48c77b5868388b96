//! Pages of longer lists, records within records, flags and Markdown: what is easily overlooked in a file is read or told.

use serde_json::{Value, json};

use crate::run::{file, import, import_text, records, table, value};

fn page(number: u32, next: bool) -> String {
    let next = next.then(|| format!("https://d.example.org/api/v1/programs/?offset={number}"));
    json!({"count": 2, "next": next, "results": [{"uuid": format!("abababab-0000-4000-8000-{number:012}"),
        "title": format!("Page {number}"), "type": "MicroMasters", "status": "active",
        "authoring_organizations": [{"key": "GX", "name": "G U"}]}]})
    .to_string()
}

#[test]
fn a_page_without_the_others_is_told() {
    let (first, second) = (file("1.json", page(1, true)), file("2.json", page(2, false)));
    let run = import(&[&first]);
    assert!(run.has_remark("only 1 of the 2 records of this list were given"), "{}", run.stderr);
    let both = import(&[&first, &second]);
    assert!(!both.has_remark("records of this list"), "{}", both.stderr);
    let hits = json!({"hits": [{"objectID": "program-abababab-0000-4000-8000-000000000012", "title": "Hit",
        "product": "Program", "program_type": ["MicroMasters"], "partner": ["G U"]}], "nbHits": 812, "page": 0});
    let run = import_text("hits.json", hits.to_string());
    assert!(run.has_remark("only 1 of the 812 records of this list were given"), "{}", run.stderr);
    let open = json!({"next": "https://d.example.org/?cursor=x", "results": []});
    assert!(import_text("open.json", open.to_string()).has_remark("more pages of this list follow"));
}

#[test]
fn courses_within_a_record_keep_what_is_said_of_them() {
    let run = import_text(
        "p.json",
        json!([{"title": "Sails", "school": "Loft", "type": "MicroMasters", "courses": [
            {"title": "Cloth", "weeks": 4, "hoursPerWeek": 3, "price": "50 USD"},
            {"name": "Seams", "duration": "5 weeks", "effort": "3 hours per week", "price": "60 USD", "colour": "red"}]}])
        .to_string(),
    );
    let program = run.program("Sails");
    assert_eq!(value(&program, "courses"), 2, "{program}");
    assert_eq!(value(&program, "price"), json!({"value": 110, "currency": "USD", "what": "courses"}), "{program}");
    assert_eq!(value(&program, "length"), json!({"value": 9, "unit": "weeks"}), "{program}");
    let seams = run.record("courses", "Seams");
    assert_eq!((value(&seams, "weeks"), value(&seams, "workload")), (json!(5), json!(3)), "{seams}");
    assert!(seams["weeks"][0]["note"].as_str().is_some_and(|note| note.ends_with("/courses/1/duration")), "{seams}");
    assert!(run.has_remark("unknown members were ignored: colour"), "{}", run.stderr);
}

#[test]
fn keys_and_numbers_of_courses_lead_to_their_records() {
    let index = json!({"hits": [
        {"title": "Green Ports", "uuid": "ffffffff-0000-4000-8000-000000000001", "content_type": "program",
            "aggregation_key": "program:ffffffff-0000-4000-8000-000000000001", "partners": [{"name": "P U"}],
            "program_type": "Professional Certificate", "course_keys": ["P+1", "P+2"], "course_details": []},
        {"title": "Cranes", "uuid": "ffffffff-0000-4000-8000-000000000002", "key": "P+1", "content_type": "course",
            "aggregation_key": "course:P+1", "partners": [{"name": "P U"}], "enterprise_catalog_query_titles": []},
        {"title": "Quays", "uuid": "ffffffff-0000-4000-8000-000000000003", "key": "P+2", "content_type": "course",
            "aggregation_key": "course:P+2", "partners": [{"name": "P U"}], "enterprise_catalog_query_titles": []}]});
    let learn = json!([{"id": 1, "resource_type": "program", "title": "Green Ports", "readable_id": "program-v1:M+GP",
            "platform": {"code": "mitxonline"}, "children": [{"child": 2, "position": 1}, {"child": 3, "position": 2}]},
        {"id": 2, "resource_type": "course", "title": "Cranes", "readable_id": "course-v1:M+1"},
        {"id": 3, "resource_type": "course", "title": "Quays", "readable_id": "course-v1:M+2"}]);
    for document in [index, learn] {
        let run = import_text("p.json", document.to_string());
        let listed = run.program("Green Ports")["course_list"].clone();
        let ids = ["Cranes", "Quays"].map(|title| run.record("courses", title)["id"].clone());
        let expected: Vec<Value> = ids.iter().map(|id| json!({"course": id, "match": "certain"})).collect();
        assert_eq!(listed, json!(expected), "{}", run.stderr);
        assert_eq!(records(&run.catalog(), "courses").count(), 2);
    }
}

#[test]
fn a_flag_says_that_a_program_is_no_longer_offered() {
    for (flag, status) in [
        (json!({"archived": true}), "older"),
        (json!({"isActive": false}), "older"),
        (json!({"published": "false"}), "older"),
        (json!({"published": "true", "archived": "no"}), "current"),
        (json!({"published": "2026-01-01"}), "current"),
    ] {
        let program = json!({"title": "Sails", "school": "Loft", "type": "MicroMasters"});
        let run = import_text("p.json", json!([crate::run::with_members(program, &flag)]).to_string());
        assert_eq!(value(&run.program("Sails"), "status"), status, "{flag}: {}", run.stderr);
    }
}

#[test]
fn tables_in_markdown_are_read_without_what_surrounds_them() {
    let run = import_text(
        "README.md",
        "# Ours\n\nSome text, with a comma.\n\n| Programme | School | Award | Fee (EUR) |\n|:---|:-:|---|---:|\n\
         | [Locks](https://l.example/lock) | Canal College | MicroMasters | 1,100 |\n\
         | **Dredging \\| Advanced** | `Canal College` | MicroMasters | 2,300.50 |\n\nFees include tax.\n",
    );
    assert_eq!((run.count("read"), run.count("added"), run.code), (2, 2, 0), "{}", run.stderr);
    let (locks, dredging) = (run.program("Locks"), run.program("Dredging | Advanced"));
    assert_eq!(value(&locks, "url"), "https://l.example/lock");
    assert_eq!(value(&dredging, "price"), json!({"value": 2300.5, "currency": "EUR"}));
    assert_eq!(locks["institutions"][0]["value"], dredging["institutions"][0]["value"]);
    assert!(run.has_remark("3 lines around the tables were not read"), "{}", run.stderr);
}

#[test]
fn a_kind_without_a_name_here_is_read_as_it_was_written() {
    let run = table("Title,School,Kind\nSails,Loft,other:Program\n");
    assert_eq!(value(&run.program("Sails"), "kind"), "other:Program", "{}", run.stderr);
}
