//! What an import may replace: its own earlier result and a poorer catalogue, but not a fuller one from elsewhere.

use std::path::Path;

use crate::run::{file, folder, import, import_to};

const ONE: &str = "Title,School,Price\nA,U,100 USD\n";
const THREE: &str = "Title,School,Price\nA,U,100 USD\nB,U,100 USD\nC,U,100 USD\n";

#[test]
fn a_fuller_catalogue_from_other_files_is_not_replaced_without_force() {
    let (full, small) = (file("full.csv", THREE), file("small.csv", ONE));
    let out = import(&[&full]).out;
    let before = std::fs::read(&out).expect("it is there");
    let refused = import_to(&[&small], &[], &out);
    assert_eq!(refused.code, 1, "{}", refused.stderr);
    for word in ["3 programs", "1 program", "--force"] {
        assert!(refused.stderr.contains(word), "{word}: {}", refused.stderr);
    }
    assert_eq!(refused.bytes(), before);
    assert_eq!(import_to(&[&small], &["--force"], &out).code, 0);
}

#[test]
fn as_many_programs_with_more_facts_are_a_fuller_catalogue() {
    let full = file("full.csv", "Title,School,Price,Length\nA,U,100 USD,6 weeks\n");
    let out = import(&[&full]).out;
    let refused = import_to(&[&file("small.csv", "Title,School\nB,U\n")], &[], &out);
    assert!(refused.code == 1 && refused.stderr.contains("facts"), "{}", refused.stderr);
}

#[test]
fn the_same_inputs_may_have_become_fewer() {
    let folder = folder();
    let list = folder.join("list.csv");
    std::fs::write(&list, THREE).expect("a file");
    let out = import(&[&list]).out;
    std::fs::write(&list, ONE).expect("a file");
    let again = import_to(&[&list], &[], &out);
    assert_eq!((again.code, again.catalog()["programs"].as_array().map(Vec::len)), (0, Some(1)), "{}", again.stderr);
}

#[test]
fn a_catalogue_that_is_added_to_is_replaced_by_the_sum() {
    let (full, small) = (file("full.csv", THREE), file("small.csv", ONE));
    let out = import(&[&full]).out;
    let into = out.to_string_lossy().into_owned();
    let added = import_to(&[&small], &["--into", &into], &out);
    assert_eq!(added.code, 0, "{}", added.stderr);
    let poorer = import(&[&small]).out;
    assert_eq!(import_to(&[&full], &[], &poorer).code, 0, "more may replace less");
}

#[test]
fn merging_facts_does_not_replace_a_fuller_catalogue_either() {
    let out = import(&[&file("full.csv", THREE)]).out;
    let base = import(&[&file("small.csv", ONE)]);
    let id = base.program("A")["id"].as_str().expect("an id").to_owned();
    let facts = file("facts.csv", format!("program_id,field,value,source_id,as_of\n{id},exam,yes,s1,2026-01-01\n"));
    let merge = |options: &[&str]| {
        let mut command = crate::program::command();
        command.args(["catalog", "merge"]).arg(&facts).arg("--into").arg(&base.out).arg("-o").arg(&out).args(options);
        command.output().expect("the program runs")
    };
    let refused = merge(&[]);
    let stderr = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(refused.status.code() == Some(1) && stderr.contains("3 programs"), "{stderr}");
    assert!(merge(&["--force"]).status.success());
    assert!(Path::new(&out).exists());
}
