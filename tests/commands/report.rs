//! `prospectus report`: one file, complete or not written at all, in HTML and in Markdown.

use std::path::Path;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

use crate::program;

const DATA: &str = "harvardx-data-science";
const SCM: &str = "mitx-supply-chain-management";
const ANSWERS: &str = r#"{"goal": "switch_career", "credit": "nice", "depth": "deep", "field": ["supply chain"]}"#;

fn report(folder: &Path, words: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = program::command();
    command.current_dir(folder).args(["report", "--as-of", "2026-11-23"]).args(words).write_stdin(ANSWERS).assert()
}

#[test]
fn every_subject_makes_a_file_that_says_from_what_it_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let subjects: [(&[&str], &str); 4] = [
        (&["--answers", "-"], "fits you better"),
        (&["--compare", DATA, SCM], "Comparison"),
        (&["--plan", DATA, SCM, "--hours", "6"], "you give 6 hours a week"),
        (&["--program", SCM], "Where it may count, if admitted"),
    ];
    for (subject, words) in subjects {
        report(folder.path(), &[&["--html", "r.html", "--md", "r.md", "--for", "Ana & Co"], subject].concat())
            .success()
            .stdout("")
            .stderr(contains("The report is in r.html.").and(contains("The report is in r.md.")));
        let html = std::fs::read_to_string(folder.path().join("r.html")).unwrap();
        let md = std::fs::read_to_string(folder.path().join("r.md")).unwrap();
        assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"), "{subject:?}");
        for text in [&html, &md] {
            assert!(text.contains(words) && text.contains("2026-11-23") && text.contains("2026-05-15"), "{subject:?}");
        }
        assert!(html.contains("Ana &#38; Co") && md.contains("Ana & Co"), "{subject:?}");
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing is left beside the files: {left:?}");
}

#[test]
fn a_dash_is_standard_output() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), &["--md", "-", "--program", SCM]).success().stderr("").stdout(contains("# A program"));
    report(folder.path(), &["--html", "-", "--program", SCM]).success().stdout(contains("<!DOCTYPE html>"));
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_nothing_stands_there() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), &["--html", "no-such-folder/r.html", "--program", SCM])
        .code(1)
        .stdout("")
        .stderr(contains("The report was not written").and(contains("no-such-folder/r.html")));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_report_has_one_subject_and_a_place() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), &["--html", "r.html"]).code(2).stdout("");
    report(folder.path(), &["--program", SCM]).code(2).stdout("").stderr(contains("--html"));
    report(folder.path(), &["--html", "r.html", "--program", SCM, "--answers", "-"]).code(2).stdout("");
    report(folder.path(), &["--html", "r.html", "--compare", DATA, DATA]).code(2).stderr(contains("named twice"));
    report(folder.path(), &["--html", "r.html", "--program", "no-such-id"]).code(2).stderr(contains("no-such-id"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_same_words_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let made = || report(folder.path(), &["--html", "-", "--answers", "-"]).success().get_output().stdout.clone();
    assert_eq!(made(), made());
}

/// The answers of line mode, started in a folder.
fn lines(folder: &Path, lines: &str) -> assert_cmd::assert::Assert {
    program::command().current_dir(folder).arg("--accessible").write_stdin(lines.to_owned()).assert()
}

#[test]
fn line_mode_writes_the_page_that_it_says_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    lines(folder.path(), "search mit supply chain\nplan 1\nshare plan.html\nshare plan.md\nshare plan.md\n")
        .success()
        .stdout(contains("The report is in ").and(contains("plan.html.")).and(contains("plan.md.")));
    let html = std::fs::read_to_string(folder.path().join("plan.html")).unwrap();
    let md = std::fs::read_to_string(folder.path().join("plan.md")).unwrap();
    assert!(html.starts_with("<!DOCTYPE html>") && md.starts_with("# A plan\n"));
    assert!([html, md].iter().all(|text| text.contains("Supply Chain Management")));
}

#[test]
fn a_page_that_is_handed_on_never_replaces_what_is_no_report() {
    let folder = tempfile::tempdir().unwrap();
    let notes = folder.path().join("notes.md");
    std::fs::write(&notes, "# My notes\n").unwrap();
    lines(folder.path(), "search mit supply chain\nopen 1\nshare notes.md\nshare no-such-folder/x.md\nshare x.pdf\n")
        .success()
        .stderr(
            contains("The report was not written: ")
                .and(contains("notes.md holds something else, so it is not replaced. Try another name."))
                .and(contains("no-such-folder/x.md cannot be written"))
                .and(contains("End the name in .html for a web page, or in .md for Markdown.")),
        );
    assert_eq!(std::fs::read_to_string(notes).unwrap(), "# My notes\n");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn the_command_spares_what_is_no_report_unless_it_is_forced() {
    let folder = tempfile::tempdir().unwrap();
    for (option, name) in [("--md", "notes.md"), ("--html", "page.html")] {
        let file = folder.path().join(name);
        let mine = "# My notes, made by me with prospectus 1\n";
        std::fs::write(&file, mine).unwrap();
        report(folder.path(), &[option, name, "--program", "mitx-supply-chain-management"])
            .code(1)
            .stderr(contains("holds something else, so it is not replaced. `--force` replaces it."));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), mine);
        report(folder.path(), &[option, name, "--program", "mitx-supply-chain-management", "--force"]).success();
        report(folder.path(), &[option, name, "--program", "mitx-supply-chain-management"]).success();
        assert!(std::fs::read_to_string(&file).unwrap().contains("Made by"));
    }
}
