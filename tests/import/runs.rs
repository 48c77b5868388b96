//! Properties of every import: order, strictness, complete files, round trips, folders, streams, and the
//! catalogue that is added to.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use predicates::str::contains;
use serde_json::{Value, json};

use crate::program;
use crate::run::{
    document, file, folder, import, import_documents, import_text, import_to, import_with, records, value, values,
};

/// Every test document that contains programs or courses.
fn all() -> Vec<PathBuf> {
    let names = std::fs::read_dir(document("")).expect("the documents").map(|entry| entry.expect("an entry").path());
    let mut names: Vec<PathBuf> = names.filter(|path| !path.ends_with("open-badge.json")).collect();
    names.sort();
    names
}

fn paths(names: &[PathBuf]) -> Vec<&Path> {
    names.iter().map(PathBuf::as_path).collect()
}

#[test]
fn the_same_files_in_any_order_give_the_same_bytes() {
    let mut names = all();
    let first = import(&paths(&names));
    assert_eq!(first.code, 0, "{}", first.stderr);
    for _ in 0..3 {
        names.rotate_left(5);
        let again = import(&paths(&names));
        assert!(again.bytes() == first.bytes(), "the order of the files shows");
        assert_eq!(again.report, first.report);
    }
}

#[test]
fn strict_rejects_the_whole_run_and_leaves_the_place_as_it_was() {
    let out = file("out.json", "what was there");
    let damaged = document("discovery-damaged.json");
    let run = import_to(&[&damaged], &["--strict"], &out);
    assert_eq!(run.code, 5, "{}", run.stderr);
    assert_eq!(std::fs::read_to_string(&out).expect("the file"), "what was there");
    let good = document("discovery-list.json");
    assert_eq!(import_with(&[&good], &["--strict"]).code, 0);
}

#[test]
fn a_run_that_takes_nothing_in_writes_nothing() {
    let run = import_documents(&["open-badge.json"]);
    assert_eq!(run.code, 5);
    assert!(!run.out.exists());
}

#[test]
fn nothing_half_written_is_left_behind() {
    let out = folder().join("out.json");
    let run = import_to(&[&document("discovery-list.json")], &[], &out);
    let left: Vec<_> = std::fs::read_dir(out.parent().expect("a folder")).expect("a folder").collect();
    assert_eq!((run.code, left.len()), (0, 1));
}

#[test]
fn a_folder_of_saved_pages_is_read_as_one_source() {
    let pages = folder();
    for (number, title) in ["One", "Two", "Three"].iter().enumerate() {
        let page = json!({"count": 3, "next": null, "results": [{"uuid": format!("f0000000-aaaa-4bbb-8ccc-00000000000{number}"), "title": title, "type": "XSeries"}]});
        std::fs::write(pages.join(format!("page-{number}.json")), page.to_string()).expect("a page");
    }
    std::fs::write(pages.join("README.txt"), "saved on a Tuesday").expect("a file");
    let run = import(&[&pages]);
    assert_eq!((run.code, run.count("added"), run.count("left_out")), (0, 3, 1), "{}", run.stderr);
    let catalog = run.catalog();
    assert_eq!(records(&catalog, "sources").count(), 1);
    let two = run.program("Two");
    assert_eq!(two["kind"][0]["note"], "page-1.json#/results/0/type");
}

#[test]
fn a_catalogue_in_its_own_format_comes_out_as_it_went_in() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/catalog.json");
    let run = import_with(&[&document("schema-org.json")], &[]);
    let again = import_with(&[&document("schema-org.json")], &["--into", run.out.to_str().expect("a path")]);
    assert!(again.bytes() == run.bytes(), "{}", again.stderr);
    assert_eq!((again.count("added"), again.count("already_there")), (0, 1));
    let same = import(&[&shipped]);
    assert_eq!(same.code, 0, "{}", same.stderr);
    assert!(same.bytes() == std::fs::read(&shipped).expect("the catalogue"), "the shipped catalogue is changed");
    let round = import(&[&same.out]);
    assert!(round.bytes() == same.bytes());
}

#[test]
fn what_is_imported_again_is_known_again_and_what_is_new_is_added() {
    let first = import_documents(&["discovery-list.json"]);
    let into = first.out.to_str().expect("a path").to_owned();
    let more = import_with(&[&document("discovery-detail.json")], &["--into", &into]);
    assert_eq!((more.count("added"), more.count("merged")), (0, 1), "{}", more.stderr);
    let program = more.program("Harbour Logistics Analytics");
    assert_eq!(program["id"], "northx-harbour-logistics-analytics");
    assert!(values(&program, "price").contains(&json!({"value": 1650, "currency": "USD"})));
    assert!(values(&program, "price").contains(&json!({"value": 210, "currency": "USD", "what": "courses"})));
    let catalog = more.catalog();
    assert_eq!(records(&catalog, "programs").count(), 1);
}

#[test]
fn a_new_title_of_a_known_program_keeps_the_old_one_as_a_former_name() {
    let record = |title: &str, date: &str| {
        json!({"uuid": "f1000000-aaaa-4bbb-8ccc-000000000001", "title": title, "type": "XSeries", "data_modified_timestamp": format!("{date}T00:00:00Z")}).to_string()
    };
    let old = file("old.json", record("Ports of Old", "2024-01-01"));
    let first = import(&[&old]);
    let new = file("new.json", record("Ports of Today", "2026-01-01"));
    let run = import_with(&[&new], &["--into", first.out.to_str().expect("a path")]);
    let program = run.program("Ports of Today");
    assert_eq!((program["id"].clone(), value(&program, "former_name")), (json!("ports-of-old"), json!("Ports of Old")));
    assert_eq!(run.report["conflicts"][0]["field"], "title");
}

#[test]
fn standard_input_and_packed_files_are_read() {
    let bytes = std::fs::read(document("discovery-list.json")).expect("a document");
    let out = folder().join("out.json");
    let mut command = program::command();
    command.args(["catalog", "import", "-", "-o"]).arg(&out).write_stdin(bytes.clone()).assert().success();
    assert!(std::fs::read_to_string(&out).expect("a catalogue").contains("Harbour"));
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&bytes).expect("memory");
    let run = import_text("pages.txt", packed.finish().expect("memory"));
    assert_eq!(value(&run.program("Harbour Logistics Analytics"), "courses"), 1);
}

#[test]
fn what_comes_in_is_listed_shown_and_recommended() {
    let run = import_documents(&["discovery-detail.json", "schema-org.json"]);
    let on = |arguments: &[&str]| {
        let mut command = program::command();
        command.args(arguments).arg("--catalog").arg(&run.out);
        command.assert().success()
    };
    on(&["list", "--kind", "micromasters"]).stdout(contains("Harbour Logistics"));
    on(&["show", "northx-harbour-logistics-analytics", "--json"]).stdout(contains("/price_ranges/0/total"));
    on(&["catalog", "info"]).stdout(contains("discovery-detail"));
    on(&["plan", "lakeside-polytechnic-field-robotics-fundamentals", "--hours", "6", "--as-of", "2026-11-26"]);
    let answers =
        file("answers.json", r#"{"goal": "switch_career", "credit": "nice", "depth": "deep", "hours": "8-12"}"#);
    on(&["recommend", "--answers", answers.to_str().expect("a path")]).stdout(contains("Harbour Logistics"));
}

#[test]
fn other_kinds_and_fields_become_facets() {
    let run = import_text("x.csv", "title,kind,partner,subject\nOne,Nanodegree,A,Basketry\n");
    let mut command = program::command();
    let facets = command.args(["facets", "--json", "--catalog"]).arg(&run.out).assert().success();
    facets.stdout(contains("other:Nanodegree")).stdout(contains("Basketry"));
}

#[test]
fn a_file_that_is_not_there_is_a_failure() {
    let run = import(&[Path::new("no/such/file.json")]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("no/such/file.json"), "{}", run.stderr);
}

#[test]
fn the_format_can_be_forced() {
    let text = "A;B\ntitle;partner\n";
    assert_eq!(import_text("x.txt", text).code, 5);
    let file = file("y.json", r#"{"title": "Bare", "colour": "red"}"#);
    assert_eq!(import(&[&file]).code, 5);
    let run = import_with(&[&file], &["--format", "discovery"]);
    assert_eq!((run.code, run.count("added")), (0, 1), "{}", run.stderr);
    let run = import_with(&[&document("discovery-list.json")], &["--format", "auto"]);
    assert_eq!(run.code, 0);
}

#[test]
fn the_format_of_the_files_and_the_format_of_the_answer_do_not_clash() {
    let table = file("t.txt", "title,partner\nTides,A\n");
    let run = import_with(&[&table], &["--format", "csv", "--json"]);
    let answer: serde_json::Value = serde_json::from_str(&run.stdout).expect("the answer is JSON");
    assert_eq!((run.code, answer["read"].clone(), run.program("Tides")["id"].clone()), (0, json!(1), json!("a-tides")));
    let mut command = program::command();
    command.args(["list", "--json", "--format", "csv"]).assert().code(2).stderr(contains("--json"));
    let mut command = program::command();
    command.args(["catalog", "import"]).arg(&table).args(["-o", "x.json", "--format", "plain"]);
    command.assert().code(2).stderr(contains("discovery"));
}

#[test]
fn a_pipe_sees_no_progress() {
    let records: Vec<String> = (0..3000).map(|number| format!("Program {number},A")).collect();
    let run = import_text("many.csv", format!("title,partner\n{}\n", records.join("\n")));
    assert_eq!((run.code, run.count("added")), (0, 3000));
    assert!(!run.stderr.contains("records read\r") && run.stderr.lines().count() == 2, "{}", run.stderr);
    assert_eq!(run.stdout, "");
}

/// A page of this many programs.
#[cfg(unix)]
fn long_page(programs: usize) -> String {
    let program = |number: usize| {
        format!(
            "{{\"uuid\": \"11111111-aaaa-4bbb-8ccc-{number:012}\", \"title\": \"Program {number}\", \"type\": \"XSeries\", \
             \"marketing_url\": \"https://example.org/{number}\", \"courses\": []}}"
        )
    };
    let programs: Vec<String> = (0..programs).map(program).collect();
    format!("{{\"results\": [{}]}}", programs.join(",\n"))
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_the_catalogue_as_it_was_and_nothing_half_written() {
    let page = file("page.json", long_page(6000));
    let out = import(&[&document("discovery-list.json")]).out;
    let folder = out.parent().expect("a folder");
    let before = std::fs::read(&out).expect("a catalogue");
    let names = || -> Vec<_> {
        let entries = std::fs::read_dir(folder).expect("the folder");
        entries.map(|entry| entry.expect("an entry").file_name()).collect()
    };
    // It is interrupted while it writes, when half-written files could be left behind. A run that is faster is repeated.
    let interrupted = (0..20).any(|_| {
        std::fs::write(&out, &before).expect("the catalogue as it was");
        let mut command = program::program();
        command.args(["catalog", "import"]).arg(&page).arg("-o").arg(&out);
        let mut child = command.stderr(std::process::Stdio::null()).spawn().expect("the program runs");
        while names().len() == 1 && child.try_wait().expect("a child").is_none() {
            std::thread::yield_now();
        }
        let _ = rustix::process::kill_process(rustix::process::Pid::from_child(&child), rustix::process::Signal::INT);
        let was_interrupted = child.wait().expect("a child").code() == Some(130);
        was_interrupted && std::fs::read(&out).expect("a catalogue") == before
    });
    assert!(interrupted, "every run ended before it could be interrupted");
    assert_eq!(names(), [out.file_name().expect("a name")]);
}

#[test]
fn a_catalogue_or_its_report_goes_to_standard_output() {
    let file = file("t.csv", "Title,School\nTides,U\n");
    let folder = folder();
    let run = |out: &str, more: &[&str]| {
        let mut command = program::command();
        command.current_dir(&folder).args(["catalog", "import"]).arg(&file).args(["-o", out]).args(more);
        let output = command.output().expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, stdout, stderr) = run("-", &[]);
    assert_eq!(code, Some(0), "{stderr}");
    assert!(stderr.contains("Written to standard output (1 program, 0 courses)."), "{stderr}");
    assert_eq!(run("out.json", &[]).0, Some(0));
    assert_eq!(stdout, std::fs::read_to_string(folder.join("out.json")).expect("a catalogue"));
    let (_, stdout, _) = run("other.json", &["--report", "-"]);
    assert_eq!(serde_json::from_str::<Value>(&stdout).expect("a report")["read"], 1);
    for more in [&["--report", "-"][..], &["--json"]] {
        let (code, stdout, stderr) = run("-", more);
        assert_eq!((code, stdout.as_str()), (Some(2), ""), "{more:?}: {stderr}");
        assert!(stderr.contains("cannot both go to standard output"), "{stderr}");
    }
    assert!(!folder.join("-").exists());
}
