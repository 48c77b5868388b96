//! Properties of any valid catalogue: its compiled form gives the same answers as its JSON, and the order of
//! its records changes none.
#![expect(clippy::unwrap_used, reason = "a test that cannot write its file has to fail")]

#[path = "../adviser_properties/made.rs"]
#[expect(dead_code, reason = "the properties of the adviser use all of it")]
mod made;

use proptest::prelude::*;
use prospectus::advise::{Adviser, Questionnaire, Settings};
use prospectus::catalog::{Catalog, Info};
use prospectus::export::{self, Listing};
use prospectus::files::Existing;
use prospectus::page::{
    self,
    print::{in_words, no_keys},
};
use prospectus::plan::PlanSettings;
use prospectus::search::{Facet, Filters, Index, Sort, View};
use prospectus::sections;
use serde_json::{Map, Value, json};

use crate::cases::cases;

const QUERIES: [&str; 8] =
    ["", "data", "dta sciense", "north \"data science\"", "-law", "inst:spc price:<3000", "lang:es months:3..12", "zz"];

/// A catalogue file of programs and their courses.
fn file() -> impl Strategy<Value = Value> {
    let used = prop::collection::vec((0..4_usize, any::<bool>()), 0..40);
    (made::records(), used).prop_map(|(mut records, used)| {
        let courses = ["one", "two", "three", "four"].map(|id| {
            json!({"id": id, "title": format!("Course {id}"), "institution": "north",
                "weeks": [{"value": id.len(), "source": "list"}]})
        });
        let count = records.len();
        for (at, (course, is_certain)) in used.into_iter().enumerate() {
            let part = json!({"course": courses[course]["id"], "match": if is_certain { "certain" } else { "likely" }});
            let list = records[at % count].entry("course_list").or_insert_with(|| json!([]));
            list.as_array_mut().unwrap().push(part);
        }
        let mut file = made::file(&records);
        file["courses"] = json!(courses);
        file
    })
}

/// The answers to everything that can be asked of a catalogue.
fn answers(catalog: &Catalog, asked: &Map<String, Value>) -> Vec<Value> {
    let index = Index::new(catalog);
    let mut answers = vec![json!(format!("{:?}", Info::of(catalog))), json!(format!("{:?}", catalog.distinct()))];
    for (query, sort) in QUERIES.iter().flat_map(|query| Sort::ALL.map(|sort| (query, sort))) {
        let view = View { query: (*query).to_owned(), filters: Filters::none(), sort };
        let found = index.find(catalog, &view);
        let mut list = Vec::new();
        let listing = Listing { catalog, index: &index, found: &found.hits, limit: usize::MAX };
        listing.write(&mut list).expect("memory takes every byte");
        answers.push(serde_json::from_slice(&list).expect("JSON"));
        answers.push(json!([found.hits.notice, format!("{:?}", Facet::ALL.map(|facet| found.values(facet).to_vec()))]));
    }
    answers.extend(catalog.programs().map(|program| export::program_json(catalog, &program)));
    let settings = PlanSettings::new(jiff::civil::date(2026, 11, 23));
    answers.extend(catalog.all().map(|ix| json!(in_words(&page::program(catalog, ix, &settings, ""), &no_keys))));
    let adviser = Adviser::new(catalog, Questionnaire::embedded().unwrap());
    let given = adviser.parse_answers(&Value::Object(asked.clone()).to_string()).unwrap();
    let advice = adviser.advise(catalog, &given, &Settings::new(jiff::civil::date(2026, 11, 23)));
    answers.push(export::advice::result_json(&advice, &adviser.explainer(catalog, &advice.asked)));
    answers
}

fn compiled(file: &Value) -> Catalog {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.json");
    std::fs::write(&path, file.to_string()).unwrap();
    let (catalog, _) = Catalog::compile(&path, None, Existing::Spare, sections::ALL).unwrap();
    assert!(catalog.is_compiled());
    catalog
}

/// The file with its records in another order.
fn turned(mut file: Value, by: usize) -> Value {
    for list in ["sources", "institutions", "courses", "programs"] {
        let records = file[list].as_array_mut().unwrap();
        let by = by % records.len();
        records.rotate_left(by);
        if by % 2 == 1 {
            records.reverse();
        }
    }
    file
}

/// The answers without what identifies the file.
fn but_for_the_file(mut answers: Vec<Value>) -> Vec<Value> {
    for answer in &mut answers {
        if let Some(catalog) = answer.pointer_mut("/catalog").and_then(Value::as_object_mut) {
            catalog.remove("hash");
            catalog.remove("bytes");
        }
    }
    answers
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn a_compiled_catalogue_answers_as_its_json_does(file in file(), asked in made::answers()) {
        let json = Catalog::from_text(file.to_string()).unwrap();
        let compiled = compiled(&file);
        prop_assert_eq!(compiled.hash(), json.hash());
        prop_assert_eq!(answers(&compiled, &asked), answers(&json, &asked));
        prop_assert!(!compiled.corruption().is_found());
    }

    #[test]
    fn the_order_of_records_changes_no_answer(file in file(), by in 0..1000_usize, asked in made::answers()) {
        let turned = compiled(&turned(file.clone(), by));
        let (turned, straight) = (answers(&turned, &asked), answers(&compiled(&file), &asked));
        prop_assert_eq!(but_for_the_file(turned), but_for_the_file(straight));
    }
}
