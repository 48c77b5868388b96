//! Files that are opened as catalogues without being imported first: packed ones, and those of other formats.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::program;
use crate::run::{document, file, import_documents};

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).expect("memory");
    packed.finish().expect("memory")
}

fn run(arguments: &[&str], file: &Path) -> (i32, String, String) {
    let output = program::command().args(arguments).arg(file).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

fn titles(file: &Path) -> Vec<String> {
    let (code, stdout, stderr) = run(&["list", "--status", "all", "--json", "--catalog"], file);
    assert_eq!(code, 0, "{stderr}");
    let listed: Value = serde_json::from_str(&stdout).expect("JSON");
    let mut titles: Vec<String> = listed["programs"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|program| program["title"].as_str().expect("a title").to_owned())
        .collect();
    titles.sort();
    titles
}

/// Records as one page, and as lines.
fn records() -> (String, String) {
    let record = |number: u32| {
        json!({
            "uuid": format!("11111111-aaaa-4bbb-8ccc-00000000000{number}"), "title": format!("Harbour {number}"),
            "type": "MicroMasters", "status": "active", "authoring_organizations": [{"key": "NorthX", "name": "Northbridge"}],
        })
    };
    let all: Vec<Value> = (1..4).map(record).collect();
    let lines = all.iter().map(|record| record.to_string() + "\n").collect();
    (json!({"count": 3, "next": null, "results": all}).to_string(), lines)
}

#[test]
fn a_packed_catalogue_is_opened_and_checked_like_a_plain_one() {
    let plain = import_documents(&["discovery-list.json"]);
    let file = file("c.json.gz", packed(&plain.bytes()));
    assert_eq!(titles(&file), titles(&plain.out));
    for path in [&file, &plain.out] {
        let (code, stdout, stderr) = run(&["catalog", "check"], path);
        assert_eq!(code, 0, "{stderr}");
        assert!(stdout.contains("no rule of the format is broken"), "{stdout}");
    }
    let (code, stdout, _) = run(&["catalog", "diff", &plain.out.to_string_lossy()], &file);
    assert!(code == 0 && stdout.contains("Nothing changed"), "{stdout}");
}

#[test]
fn a_packed_catalogue_can_be_added_to() {
    let plain = import_documents(&["discovery-list.json"]);
    let base = file("c.json.gz", packed(&plain.bytes()));
    let added = crate::run::import_with(&[&document("page.html")], &["--into", &base.to_string_lossy()]);
    assert_eq!(added.code, 0, "{}", added.stderr);
    assert!(
        added.catalog()["programs"].as_array().map(Vec::len) > plain.catalog()["programs"].as_array().map(Vec::len)
    );
}

#[test]
fn records_of_another_format_are_opened_plain_and_packed() {
    let (page, lines) = records();
    for (name, bytes) in [
        ("page.json", page.clone().into_bytes()),
        ("page.json.gz", packed(page.as_bytes())),
        ("lines.jsonl", lines.clone().into_bytes()),
        ("lines.jsonl.gz", packed(lines.as_bytes())),
        ("no-ending", packed(lines.as_bytes())),
        ("table.csv", b"Title,School\nHarbour 1,N\nHarbour 2,N\nHarbour 3,N\n".to_vec()),
    ] {
        let file = file(name, bytes);
        assert_eq!(titles(&file), ["Harbour 1", "Harbour 2", "Harbour 3"], "{name}");
        let (code, stdout, stderr) = run(&["catalog", "check"], &file);
        assert!(code == 0 && stdout.contains("3 programs"), "{name}: {stdout}{stderr}");
    }
}

#[test]
fn what_is_no_catalogue_is_refused_packed_or_not() {
    for text in ["{\"a\": 1}", "{\"a\": 1}\n{\"b\": 2}\n", "[1, 2", "{\"format\": \"prospectus-catalog/9\"}", "hello"] {
        for bytes in [text.as_bytes().to_vec(), packed(text.as_bytes())] {
            let (code, stdout, stderr) = run(&["catalog", "check"], &file("x", bytes));
            assert_eq!((code, stdout.as_str()), (5, ""), "{text}: {stderr}");
        }
    }
}

#[test]
fn a_small_file_that_unpacks_to_gigabytes_is_refused() {
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    bomb.write_all(b"{\"format\": \"prospectus-catalog/1\", \"name\": \"").expect("memory");
    let blank = vec![b' '; 1 << 20];
    (0..64).for_each(|_| bomb.write_all(&blank).expect("memory"));
    let bomb = file("bomb.json.gz", bomb.finish().expect("memory"));
    for arguments in [&["catalog", "check"][..], &["list", "--catalog"]] {
        let (code, stdout, stderr) = run(arguments, &bomb);
        assert_eq!((code, stdout.as_str()), (1, ""), "{stderr}");
        assert!(stderr.contains("unpacks to"), "{stderr}");
    }
}
