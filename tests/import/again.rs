//! Catalogues of this program as inputs: into themselves, with a record that breaks a rule, and beside each other.

use serde_json::{Value, json};
use std::path::Path;

use crate::run::{document, file, import, import_documents, import_with, records, value};

#[test]
fn a_catalogue_imported_into_itself_stays_as_it_was() {
    let documents = ["discovery-detail.json", "schema-org.json", "mitx-online-programs.json", "ctdl-2017.json"];
    let made = import_documents(&documents);
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog.json");
    for catalogue in [made.out.as_path(), &shipped] {
        let again = import_with(&[catalogue], &["--into", catalogue.to_str().expect("a path")]);
        assert_eq!(again.code, 0, "{}", again.stderr);
        assert_eq!(again.count("merged"), again.count("already_there"), "{}", again.stderr);
        assert_eq!(again.count("conflicts"), 0, "{}", again.stderr);
        assert!(again.bytes() == std::fs::read(catalogue).expect("the catalogue"), "{}", catalogue.display());
    }
}

#[test]
fn a_claim_of_another_catalogue_keeps_its_source_and_date() {
    let made = import_documents(&["discovery-detail.json"]);
    let base = import_documents(&["schema-org.json"]);
    let run = import_with(&[&made.out], &["--into", base.out.to_str().expect("a path")]);
    let (before, after) = (made.program("Harbour Logistics Analytics"), run.program("Harbour Logistics Analytics"));
    assert_eq!(after["institutions"], before["institutions"]);
    let (catalog, of_made, of_base) = (run.catalog(), made.catalog(), base.catalog());
    let ids = |catalog: &Value| -> Vec<String> {
        records(catalog, "sources").map(|source| source["id"].as_str().expect("an id").to_owned()).collect()
    };
    let mut both = [ids(&of_made), ids(&of_base)].concat();
    both.sort();
    assert_eq!(ids(&catalog), both, "the file itself is no source");
}

#[test]
fn a_course_that_is_only_likely_one_of_a_program_stays_so_in_another_catalogue() {
    let base = import_documents(&["discovery-detail.json"]);
    let mut catalog = base.catalog();
    let lists = |catalog: &Value| -> Vec<Value> {
        records(catalog, "programs").filter_map(|program| program.get("course_list").cloned()).collect()
    };
    for program in catalog["programs"].as_array_mut().expect("programs") {
        for course in program.get_mut("course_list").and_then(Value::as_array_mut).into_iter().flatten() {
            course["match"] = json!("likely");
        }
    }
    let newer = file("likely.json", catalog.to_string());
    let other = import_documents(&["schema-org.json"]);
    let run = import_with(&[&newer], &["--into", other.out.to_str().expect("a path")]);
    let (of_newer, of_both) = (lists(&catalog), lists(&run.catalog()));
    assert!(!of_newer.is_empty() && of_newer.iter().all(|list| of_both.contains(list)), "{of_both:?}");
}

#[test]
fn one_record_that_breaks_a_rule_is_rejected_and_the_others_are_taken() {
    let made = import_documents(&["discovery-detail.json", "schema-org.json"]);
    let mut catalog = made.catalog();
    let title = catalog["programs"][0]["title"].as_str().expect("a title").to_owned();
    let count = records(&catalog, "programs").count() + records(&catalog, "courses").count();
    catalog["programs"][0]["price"] = json!([{"value": -5, "currency": "USD", "source": catalog["sources"][0]["id"]}]);
    catalog["programs"][0]["kind"][0]["source"] = json!("nobody");
    let run = import(&[&file("bad.json", catalog.to_string())]);
    assert_eq!((run.count("rejected"), run.count("read")), (1, count as u64), "{}", run.stderr);
    assert!(run.reasons("rejected")[0].contains("nobody"), "{}", run.stderr);
    assert_eq!(run.report["rejected"][0]["at"], "/programs/0");
    assert!(records(&run.catalog(), "programs").all(|program| program["title"] != *title));
    let whole = document("schema-org.json");
    let beside = import(&[&file("bad.json", catalog.to_string()), &whole]);
    assert_eq!((beside.code, beside.count("rejected")), (0, 1), "{}", beside.stderr);
    assert!(records(&beside.catalog(), "programs").all(|program| value(program, "kind").is_string()));
}

#[test]
fn courses_of_which_nothing_but_the_title_is_known_are_recognised() {
    let lab = json!([{"title": "Leading Lab Teams", "resource_type": "program", "readable_id": "program-v1:M+L",
        "courses": "Course A|Course B"}]);
    let lab = file("lab.json", lab.to_string());
    let loose = file("loose.csv", "Course title,Subject\nNavigation,Ships\n");
    let made = import(&[&lab, &loose]);
    let again = import_with(&[&lab, &loose], &["--into", made.out.to_str().expect("a path")]);
    assert_eq!(again.bytes(), made.bytes(), "{}", again.stderr);
    assert_eq!(again.count("added"), 0, "{}", again.stderr);
}

#[test]
fn a_school_whose_key_is_a_name_elsewhere_is_one_school_at_every_import() {
    let keyed = json!([{"uuid": "eeeeeeee-0000-4000-8000-000000000001", "title": "Boards", "type": "XSeries",
        "authoring_organizations": [{"key": "BoardX", "name": "Board Business School"}]}]);
    let keyed = file("keyed.json", keyed.to_string());
    let named =
        file("named.csv", "Organization,Title,Kind,Organization Short Code Override\nBoardX,Mergers,XSeries,BBS\n");
    let made = import(&[&keyed, &named]);
    assert_eq!(records(&made.catalog(), "institutions").count(), 1, "{}", made.stderr);
    let again = import_with(&[&keyed, &named], &["--into", made.out.to_str().expect("a path")]);
    assert_eq!(again.bytes(), made.bytes(), "{}", again.stderr);
}
