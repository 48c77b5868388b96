//! `catalog merge`: claims are added and never replaced, every row is accounted for, and the result does not depend
//! on the order of the inputs.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

use prospectus::catalog::import::{Document, FactsFile, Outcome, Report, merge_facts};

use crate::cases::cases;

/// The day of every merge.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

const HEADER: &str = "program_id,field,value,unit,currency,what,source_id,as_of,grade,note\n";

/// A catalogue of two programs and one source.
fn small() -> String {
    let program = |id: &str| {
        json!({
            "id": id, "title": id, "kind": [{"value": "micromasters", "source": "list"}],
            "languages": [{"value": ["English"], "basis": "inferred", "source": "list"}],
            "status": [{"value": "current", "source": "list"}],
            "price": [{"low": 100, "high": 900, "currency": "USD", "basis": "estimated", "source": "list"}],
        })
    };
    let source = json!({"id": "list", "title": "A list", "as_of": "2026-05-15", "grade": "B", "licence": "facts"});
    json!({
        "format": "prospectus-catalog/1", "name": "a test", "as_of": "2026-05-15", "sources": [source],
        "institutions": [], "courses": [], "programs": [program("alpha-data"), program("beta-data")],
    })
    .to_string()
}

fn merged(catalog: &str, files: &[(&str, String)]) -> (String, Report) {
    let document = Document::parse(catalog).unwrap();
    let file = |(name, text): &(&str, String)| FactsFile { name: (*name).to_owned(), bytes: text.clone().into_bytes() };
    let merged = merge_facts(document, &files.iter().map(file).collect::<Vec<_>>(), TODAY);
    let text = merged.document.text();
    prospectus::catalog::Catalog::from_text(&text).unwrap();
    assert!(merged.report.adds_up(), "{:?}", merged.report);
    (text, merged.report)
}

fn with_header(rows: &[&str]) -> String {
    format!("{HEADER}{}\n", rows.join("\n"))
}

fn one(rows: &[&str]) -> (Value, Report) {
    let (text, report) = merged(&small(), &[("facts.csv", with_header(rows))]);
    let catalog: Value = serde_json::from_str(&text).unwrap();
    (catalog["programs"][0].clone(), report)
}

/// Why the only row is rejected, with its line.
fn refused(row: &str) -> String {
    let (program, report) = one(&[row]);
    let before: Value = serde_json::from_str(&small()).unwrap();
    assert_eq!(program, before["programs"][0], "{row}");
    assert_eq!((report.entries(), report.count(Outcome::Rejected)), (1, 1), "{row}");
    let note = &report.notes()[0].1;
    assert_eq!(note.place.to_string(), "facts.csv:2", "{row}");
    note.reason.clone()
}

#[test]
fn a_claim_is_added_with_its_origin_beside_what_was_there() {
    let (program, report) = one(&["alpha-data,price,1350,,USD,bundle,review-2024,2024-03,C,all at once"]);
    let price = program["price"].as_array().unwrap();
    assert_eq!(price.len(), 2, "{price:?}");
    let claim = json!({
        "value": 1350, "currency": "USD", "what": "bundle", "source": "review-2024", "as_of": "2024-03", "note": "all at once",
    });
    assert_eq!(price[0], claim, "the grade of a new source is C already");
    assert_eq!(report.count(Outcome::Added), 1);
}

#[test]
fn what_is_there_already_is_not_added_twice() {
    let rows = with_header(&["alpha-data,price,1350,,USD,,list,,,", "beta-data,months,9,,,,list,,,"]);
    let (once, _) = merged(&small(), &[("facts.csv", rows.clone())]);
    let (twice, report) = merged(&once, &[("facts.csv", rows)]);
    assert_eq!(once, twice);
    assert_eq!(report.count(Outcome::AlreadyThere), 2);
    assert!(!report.is_news());
}

#[test]
fn a_price_may_stand_in_rows_of_its_own_with_its_currency() {
    let (program, report) = one(&[
        "alpha-data,currency,USD,,,,list,2024-05-13,B,",
        "alpha-data,price,398.00,,,,list,2024-05-13,B,list price",
        "alpha-data,price_kind,program,,,,list,2024-05-13,B,",
    ]);
    assert_eq!(program["price"][0]["value"], 398);
    assert_eq!((report.entries(), report.count(Outcome::Added)), (3, 3));
}

#[test]
fn bounds_in_two_rows_are_one_claim_and_reversed_ones_are_told() {
    let (program, report) = one(&["alpha-data,hours_low,60,,,,list,,,", "alpha-data,hours_high,30,,,,list,,,"]);
    assert_eq!((&program["effort"][0]["low"], &program["effort"][0]["high"]), (&json!(30), &json!(60)));
    assert!(report.remarks()[0].reason.contains("swapped"));
    let (_, report) = one(&["alpha-data,hours_low,60,,,,list,,,"]);
    assert!(report.notes()[0].1.reason.contains("no upper bound"));
}

#[test]
fn what_is_computed_from_courses_is_derived_and_a_sum_of_them_is_of_the_courses() {
    let (program, _) = one(&[
        "alpha-data,price,500,,USD,course,list,,,sum of 5 of 5 course prices",
        "alpha-data,weeks,40,,,,list,,,sum of 5 of 5 courses",
        "alpha-data,hours,80,,,,list,,,weeks x hours a week of 5 of 5 courses",
        "alpha-data,hours,90,,,,list,,,weeks x hours a week",
        "alpha-data,language,French,,,,list,,,5 of 5 courses",
    ]);
    assert_eq!((&program["price"][0]["what"], &program["price"][0]["basis"]), (&json!("courses"), &json!("derived")));
    assert_eq!(program["study_weeks"][0]["value"], 40);
    let effort = |at: usize| (program["effort"][at]["value"].as_u64(), program["effort"][at]["basis"].as_str());
    assert_eq!((effort(0), effort(1)), ((Some(80), Some("derived")), (Some(90), Some("inferred"))));
    assert_eq!(
        program["languages"][0],
        json!({"value": ["French"], "basis": "derived", "source": "list", "note": "5 of 5 courses"})
    );
}

#[test]
fn what_contradicts_is_added_and_told() {
    let (program, report) = one(&["alpha-data,language,fr,,,,list,,,"]);
    assert_eq!(program["languages"].as_array().unwrap().len(), 2);
    assert_eq!(report.count(Outcome::Conflicting), 1);
    assert_eq!(report.notes()[0].1.reason, "the catalogue shows English (list)");
}

#[test]
fn a_move_is_a_status_a_platform_and_an_address() {
    let (program, _) = one(&[
        "alpha-data,status,enrolment moved from here to there,,,,owner-2026,2026-06-03,A,",
        "alpha-data,platform,There,,,,owner-2026,2026-06-03,A,",
        "alpha-data,url,https://there.example/data,,,,owner-2026,2026-06-03,A,",
    ]);
    assert_eq!(program["status"][0]["value"], "moved");
    assert_eq!(program["status"][0]["note"], "enrolment moved from here to there");
    let (program, _) = one(&["alpha-data,status,its page was live,,,,list,2024-05-13,,"]);
    assert_eq!(program["seen"][0]["value"], "its page was live");
    assert_eq!(program["status"].as_array().unwrap().len(), 1, "what was seen in 2024 is no status of today");
}

#[test]
fn a_row_that_cannot_be_taken_in_is_told_with_its_line_and_the_reason() {
    for (row, reason) in [
        ("alpha-dota,price,1,,USD,,list,,,", "no program has the id `alpha-dota`. Did you mean `alpha-data`?"),
        (",price,1,,USD,,list,,,", "names no program"),
        ("alpha-data,prise,1,,USD,,list,,,", "no field is called `prise`. Did you mean `price`?"),
        ("alpha-data,price,1,,USD,,,,,", "names no source"),
        ("alpha-data,price,1,,USD,,A List,,,", "is not a source id"),
        ("alpha-data,price,,,USD,,list,,,", "has no value"),
        ("alpha-data,price,N/A,,USD,,list,,,", "is a placeholder"),
        ("alpha-data,effort,TBD,,,,list,,,", "is a placeholder"),
        ("alpha-data,effort,-,,,,list,,,", "is a placeholder"),
        ("alpha-data,price,12oo,,USD,,list,,,", "is not a currency code"),
        ("alpha-data,price,twelve,,USD,,list,,,", "is not a number"),
        ("alpha-data,price,1350,,,,list,,,", "has no currency"),
        ("alpha-data,price,1350,,Dollars,,list,,,", "is not a currency code"),
        ("alpha-data,price,£1350,,USD,,list,,,", "names two currencies, USD and GBP"),
        ("alpha-data,price,-5,,USD,,list,,,", "is negative"),
        ("alpha-data,price,1350,,USD,lesson,list,,,", "is not what a price buys"),
        ("alpha-data,effort,0,,,,list,,,", "is not a number above 0"),
        ("alpha-data,length,6,,,,list,,,", "has no unit"),
        ("alpha-data,pass_mark,120,,,,list,,,", "is more than 100"),
        ("alpha-data,courses,Data; More data,,,,list,,,", "is not a number"),
        ("alpha-data,url,www.example.org,,,,list,,,", "is not an http or https address"),
        ("alpha-data,language,Video Transcript: English,,,,list,,,", "is not the name of a language"),
        ("alpha-data,status,muved,,,,list,,,", "Did you mean `moved`?"),
        ("alpha-data,price,1350,,USD,,list,13.05.2024,,", "is not a date"),
        ("alpha-data,price,1350,,USD,,list,1900-01-01,,", "its year is a placeholder"),
        ("alpha-data,price,1350,,USD,,list,,D,", "is not a grade"),
        ("alpha-data,exam,\"a \u{1b}[31mred one\",,,,list,,,", "control characters"),
        ("alpha-data,price,1350", "has 3 cells, but the header has 10"),
    ] {
        let said = refused(row);
        assert!(said.contains(reason), "{row}: {said}");
    }
}

#[test]
fn lines_are_those_of_the_file_with_marks_line_ends_and_quotes_of_any_kind() {
    let rows = ["alpha-data,exam,\"two\r\nlines\",,,,list,,,", "", "alpha-data,prise,1,,,,list,,,"];
    let text = format!("\u{feff}{}{}\r\n", HEADER.replace('\n', "\r\n"), rows.join("\r\n"));
    let (catalog, report) = merged(&small(), &[("facts.csv", text)]);
    assert!(catalog.contains("\"two lines\""));
    assert_eq!(report.notes()[0].1.place.to_string(), "facts.csv:5");
}

#[test]
fn bytes_that_are_no_text_are_rejected_with_their_line_and_the_rest_is_taken_in() {
    let mut bytes = HEADER.as_bytes().to_vec();
    bytes.extend(b"alpha-data,exam,na\xefve,,,,list,,,\nbeta-data,exam,open,,,,list,,,\n");
    let file = FactsFile { name: "facts.csv".into(), bytes };
    let merged = merge_facts(Document::parse(&small()).unwrap(), &[file], TODAY);
    assert_eq!(merged.report.count(Outcome::Added), 1);
    let note = &merged.report.notes()[0].1;
    assert_eq!((note.place.to_string().as_str(), note.reason.as_str()), ("facts.csv:2", "is not text in UTF-8"));
}

#[test]
fn columns_go_by_other_names_in_any_order_and_with_other_signs_between_them() {
    let text = "Source;Confidence;Fact;Program ID;Text;As of;Colour\nlist;A;capstone;alpha-data;a report;2025;red\n";
    let (catalog, report) = merged(&small(), &[("facts.csv", text.to_owned())]);
    assert!(
        catalog
            .contains("\"capstone\":[{\"value\":\"a report\",\"source\":\"list\",\"as_of\":\"2025\",\"grade\":\"A\"}]")
    );
    assert!(report.remarks()[0].reason.contains("`Colour`"));
}

#[test]
fn a_table_of_sources_says_what_new_sources_are() {
    let sources = "source_id,title,address,date,licence_remark\n\
                   blog,A blog,https://example.org/blog and more,2024-05,none stated\n\
                   other,Another,as above,as above,as above\n";
    let facts = with_header(&["alpha-data,capstone,a report,,,,other,,,"]);
    let (catalog, report) = merged(&small(), &[("facts.csv", facts), ("sources.csv", sources.to_owned())]);
    assert!(catalog.contains(
        r#"{"id":"other","title":"Another","as_of":"2024-05","grade":"C","licence":"none stated","url":"https://example.org/blog"}"#
    ));
    assert!(!catalog.contains(r#""id":"blog""#), "nothing cites it");
    assert_eq!((report.count(Outcome::Added), report.count(Outcome::LeftOut)), (2, 1));
}

const ROWS: [&str; 12] = [
    "alpha-data,price,398,,USD,program,list,2024-05-13,B,list price",
    "alpha-data,price,498,,USD,courses,list,2024-05-13,B,",
    "alpha-data,price,305,,GBP,courses,shop,2024-08,B,",
    "alpha-data,price,398,,USD,program,list,2024-05-13,B,",
    "alpha-data,language,French,,,,list,2024-05-13,B,",
    "alpha-data,language,French,,,,shop,2024-08,C,2 of 5 courses",
    "alpha-data,level,introductory; advanced,,,,shop,2024-08,C,",
    "beta-data,hours_low,30,,,,list,2024-05-13,B,",
    "beta-data,hours_high,60,,,,list,2024-05-13,B,",
    "beta-data,status,moved,,,,owner,2026-06,A,",
    "beta-data,url,https://example.org/beta,,,,owner,2026-06,A,",
    "gamma-data,url,https://example.org/gamma,,,,owner,2026-06,A,",
];

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn the_catalogue_does_not_depend_on_the_order_of_rows_and_files(
        rows in Just(ROWS.to_vec()).prop_shuffle(), cut in 0..=ROWS.len(),
    ) {
        let (at_once, _) = merged(&small(), &[("all.csv", with_header(&ROWS))]);
        let (first, second) = (with_header(&rows[..cut]), with_header(&rows[cut..]));
        // The two bounds of a range must be in the same file.
        let together = |half: &[&str]| half.iter().filter(|row| row.contains("hours_")).count() != 1;
        prop_assume!(together(&rows[..cut]));
        let (in_two_files, _) = merged(&small(), &[("b.csv", second.clone()), ("a.csv", first.clone())]);
        prop_assert_eq!(&in_two_files, &at_once);
        let (begun, _) = merged(&small(), &[("a.csv", first)]);
        let (in_two_runs, _) = merged(&begun, &[("b.csv", second)]);
        prop_assert_eq!(&in_two_runs, &at_once);
    }

    #[test]
    fn no_bytes_make_it_fail_and_every_row_is_accounted_for(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for start in ["", HEADER] {
            let file = FactsFile { name: "any".into(), bytes: [start.as_bytes(), &bytes].concat() };
            let merged = merge_facts(Document::parse(&small()).unwrap(), &[file], TODAY);
            prop_assert!(merged.report.adds_up());
            prop_assert!(prospectus::catalog::Catalog::from_text(merged.document.text()).is_ok());
        }
    }

    #[test]
    fn no_cell_makes_it_fail(field in 0..29usize, value in "\\PC{0,12}", unit in "(weeks|months|)", currency in "(USD|eur|€|)") {
        let fields = ["kind", "fields", "level", "language", "status", "platform", "seen", "successors", "courses", "length",
            "months", "weeks", "study_weeks", "effort", "hours_low", "workload", "price", "course_price", "exam_price",
            "credit", "pacing", "exam", "proctored", "pass_mark", "former_name", "skills", "url", "currency", "tax"];
        let mut writer = csv::Writer::from_writer(HEADER.as_bytes().to_vec());
        writer.write_record(["alpha-data", fields[field], &value, &unit, &currency, "", "list", "", "", ""]).unwrap();
        let file = FactsFile { name: "any".into(), bytes: writer.into_inner().unwrap() };
        let merged = merge_facts(Document::parse(&small()).unwrap(), &[file], TODAY);
        prop_assert!(merged.report.adds_up());
        prop_assert!(prospectus::catalog::Catalog::from_text(merged.document.text()).is_ok());
    }
}

/// A folder with the small catalogue and a file of facts.
fn folder(rows: &[&str]) -> (TempDir, PathBuf, PathBuf) {
    let folder = TempDir::new().unwrap();
    let (catalog, facts) = (folder.path().join("catalog.json"), folder.path().join("facts.csv"));
    fs::write(&catalog, small()).unwrap();
    fs::write(&facts, with_header(rows)).unwrap();
    (folder, catalog, facts)
}

fn merge(facts: &Path, into: &Path, out: &Path) -> Command {
    let mut command = Command::cargo_bin("prospectus").unwrap();
    command.args(["catalog", "merge"]).arg(facts).arg("--into").arg(into).arg("-o").arg(out);
    command
}

#[test]
fn the_account_goes_to_standard_error_and_as_json_to_a_file() {
    let (folder, catalog, facts) =
        folder(&["alpha-data,capstone,a report,,,,list,,,", "alpha-data,capstone,,,,,list,,,"]);
    let (out, report) = (folder.path().join("out.json"), folder.path().join("report.json"));
    let run = merge(&facts, &catalog, &out).arg("--report").arg(&report).assert().code(0);
    let said = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(said.contains("facts.csv:3: alpha-data, capstone: rejected: has no value."), "{said}");
    assert!(said.contains("2 rows read: 1 added, 1 rejected."), "{said}");
    assert!(run.get_output().stdout.is_empty());
    let report: Value = serde_json::from_str(&fs::read_to_string(&report).unwrap()).unwrap();
    assert_eq!((&report["read"], &report["added"]), (&json!(2), &json!(1)));
    assert_eq!(report["rejected"][0]["at"], "line 3");
    assert!(fs::read_to_string(&out).unwrap().contains("a report"));
    assert_eq!(fs::read_to_string(&catalog).unwrap(), small(), "what is added to stays as it was");
    merge(&facts, &out, &out).assert().code(0).stderr(predicates::str::contains("nothing is new"));
}

#[test]
fn nothing_is_written_where_nothing_could_be_taken_in() {
    let (folder, catalog, facts) = folder(&["omega,capstone,a report,,,,list,,,"]);
    let out = folder.path().join("out.json");
    merge(&facts, &catalog, &out).assert().code(5).stderr(predicates::str::contains("was not written"));
    assert!(!out.exists());
    fs::write(&facts, "topic,courses\nengineering,98\n").unwrap();
    merge(&facts, &catalog, &out).assert().code(5).stderr(predicates::str::contains("no column `program_id`"));
    assert!(!out.exists());
    merge(&folder.path().join("nowhere.csv"), &catalog, &out).assert().code(1);
    merge(&facts, &facts, &out).assert().code(5);
    fs::write(&facts, with_header(&["alpha-data,capstone,a report,,,,list,,,"])).unwrap();
    fs::write(&out, "a letter").unwrap();
    merge(&facts, &catalog, &out).assert().code(1).stderr(predicates::str::contains("--force"));
    assert_eq!(fs::read_to_string(&out).unwrap(), "a letter");
}

#[test]
fn what_no_program_takes_is_refused() {
    for row in ["alpha-data,hours_per_week,400,,,,list,,,", "alpha-data,length,900,months,,,list,,,"] {
        assert!(refused(row).contains("is more than"), "{row}");
    }
}

#[test]
fn the_catalogue_goes_to_standard_output_if_that_is_asked() {
    let (_folder, catalog, facts) = folder(&["alpha-data,capstone,a report,,,,list,,,"]);
    let run = merge(&facts, &catalog, Path::new("-")).assert().code(0);
    let catalog: Value = serde_json::from_slice(&run.get_output().stdout).unwrap();
    assert_eq!(catalog["programs"][0]["capstone"][0]["value"], "a report");
    merge(&facts, Path::new("x.json"), Path::new("-")).arg("--json").assert().code(2);
}
