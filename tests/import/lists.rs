//! Lists in which records of programs are among others: each record is read and counted on its own, and nothing of a
//! person is kept.

use serde_json::{Value, json};

use crate::run::{Run, file, import, import_text, records, value};

fn titled(number: u32) -> Value {
    json!({"uuid": format!("e1000000-aaaa-4bbb-8ccc-{number:012}"), "title": format!("Tides {number}"), "type": "XSeries"})
}

fn sums(run: &Run) -> [u64; 4] {
    ["read", "added", "left_out", "rejected"].map(|key| run.count(key))
}

#[test]
fn a_record_of_an_unknown_format_costs_only_itself_wherever_it_stands() {
    let strange = json!({"colour": "red"});
    for list in [
        json!([strange, titled(1), titled(2)]),
        json!([titled(1), strange, titled(2)]),
        json!({"count": 3, "results": [strange, titled(1), titled(2)]}),
        json!([{"elements": [], "paging": {}}, titled(1), titled(2)]),
    ] {
        let run = import_text("p.json", list.to_string());
        assert_eq!((run.code, sums(&run)), (0, [3, 2, 0, 1]), "{list}: {}", run.stderr);
    }
    let lines = format!("{strange}\n{}\n", titled(1));
    assert_eq!(sums(&import_text("p.jsonl", lines)), [2, 1, 0, 1]);
}

#[test]
fn a_list_of_nothing_that_is_known_counts_every_record_and_says_once_what_is_accepted() {
    let run = import_text("p.json", json!({"results": [{"a": 1}, {"b": 2}]}).to_string());
    assert_eq!((run.code, sums(&run)), (5, [2, 0, 0, 2]), "{}", run.stderr);
    assert_eq!(run.stderr.matches("accepted formats: ").count(), 1, "{}", run.stderr);
}

#[test]
fn records_that_say_that_they_are_of_persons_schools_or_subjects_are_no_programs() {
    let of = |kind: &str, title: &str, number: u32| json!({"type": kind, "title": title, "uuid": format!("e2000000-aaaa-4bbb-8ccc-{number:012}")});
    let list = json!([
        of("person", "Ada Byron", 1), of("Instructor", "Ada Byron", 2), of("school", "NorthX", 3),
        of("subject", "Law", 4), of("Blog Post", "Byron on tides", 5), of("course", "Currents", 6), of("xseries", "Tides", 7),
        {"uuid": "e2000000-aaaa-4bbb-8ccc-000000000008", "title": "Ada Byron", "field_person_resume": {"value": "x"}},
        {"uuid": "e2000000-aaaa-4bbb-8ccc-000000000009", "title": "Dr Byron", "given_name": "Ada", "bio": "x"},
        {"id": 1, "full_name": "Ada Byron", "email": "ada@example.org"},
    ]);
    let run = import_text("site.json", list.to_string());
    let catalog = run.catalog();
    assert_eq!(sums(&run), [10, 2, 8, 0], "{}", run.stderr);
    let titles = |list: &str| records(&catalog, list).map(|record| record["title"].clone()).collect::<Vec<_>>();
    assert_eq!((titles("programs"), titles("courses")), (vec![json!("Tides")], vec![json!("Currents")]));
    assert!(!format!("{catalog}{}", run.report).contains("Byron"), "{}", run.report);
}

#[test]
fn tables_and_records_of_what_persons_achieved_are_refused() {
    for text in [
        "Username,Email,Course,Final Grade,Certificate Type\nada,ada@x.example,Alg,0.9,verified\n",
        "Student ID;E-mail;Program Title;Letter Grade\n1;ada@x.example;Alg;A\n",
        r#"{"username": "ada", "course_id": "course-v1:A+B+C", "certificate_type": "verified", "grade": "0.98"}"#,
        r#"{"data": [{"recipient_email": "ada@x.example", "badge_template": {"name": "Alg"}, "issued_at": "2024"}], "metadata": {}}"#,
        r#"{"record": {"learner": {"full_name": "ada"}, "program": {"name": "Alg"}, "grades": [{"name": "C1"}]}}"#,
    ] {
        let run = import_text("x", text);
        assert_eq!((run.code, sums(&run)), (5, [1, 0, 0, 1]), "{text}: {}", run.stderr);
        assert!(run.stderr.contains("person") && run.stderr.contains("accepted formats: "), "{}", run.stderr);
        assert!(!run.out.exists() && !run.report.to_string().contains("ada"), "{}", run.report);
    }
    let listed =
        json!({"count": 1, "results": [{"username": "ada", "credential": {"type": "program"}, "status": "awarded"}]});
    let run = import_text("x.json", listed.to_string());
    assert_eq!((run.code, run.count("rejected")), (5, 1));
    assert!(run.stderr.contains("of a person"), "{}", run.stderr);
}

#[test]
fn a_page_of_selected_fields_may_hold_no_more_than_title_and_type() {
    let page =
        json!({"count": 2, "results": [{"title": "Tides", "type": "MicroMasters"}, {"title": "Sea", "type": "Novel"}]});
    let run = import_text("p.json", page.to_string());
    assert_eq!((value(&run.program("Tides"), "kind"), sums(&run)), (json!("micromasters"), [2, 1, 0, 1]));
}

#[test]
fn binary_files_and_broken_json_are_named_as_what_they_are() {
    let refused = |bytes: &[u8]| import(&[&file("x.csv", bytes)]);
    for bytes in [&b"RIFF\x24\0\0\0WEBPVP8 "[..], b"II*\0\x08\0\0\0", b"ab\0\0cd,ef\n"] {
        let run = refused(bytes);
        assert_eq!(run.code, 5);
        assert!(run.stderr.contains("picture") || run.stderr.contains("binary"), "{}", run.stderr);
    }
    let run = refused(format!("[{}, {{\"title\": NaN}}]", titled(1)).as_bytes());
    assert!(run.reasons("rejected")[0].starts_with("is not valid JSON: "), "{}", run.stderr);
}

#[test]
fn a_report_of_very_many_rejected_records_is_whole() {
    const ALL: usize = 25_000;
    let lines: String = std::iter::once(titled(1).to_string() + "\n")
        .chain((0..ALL).map(|number| format!("{{\"uuid\": \"x{number}\", \"type_attrs\": {{}}}}\n")))
        .collect();
    let run = import_text("d.jsonl", lines);
    assert_eq!((run.count("read"), run.count("rejected")), (ALL as u64 + 1, ALL as u64));
    let mut places: Vec<String> =
        records(&run.report, "rejected").map(|note| note["at"].as_str().expect("a place").to_owned()).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), ALL, "each record is in the report once");
    assert!(run.stderr.contains(&format!("... and {} more of this kind", ALL - 40)), "{}", run.stderr);
}
