//! Inputs that must not break the program: meaningless numbers, text with escape sequences, paths that are not files,
//! unusual streams, and repeated options.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up its files has to fail")]

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

mod program;

const CATALOG: &str = include_str!("../assets/catalog.json");
const QUESTIONNAIRE: &str = include_str!("../assets/questionnaire.json");

fn run(arguments: &[&str], input: &str) -> Output {
    program::command().args(arguments).write_stdin(input).output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A file of this test run.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("robustness");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A catalogue of a few programs.
fn small() -> Value {
    let mut whole: Value = serde_json::from_str(CATALOG).unwrap();
    whole["programs"].as_array_mut().unwrap().truncate(3);
    whole
}

#[test]
fn a_number_below_one_is_answered_with_a_sentence_wherever_a_number_is_taken() {
    for word in ["plan", "compare", "sources", "open", "copy", "why-not", "filter", "", "unfilter"] {
        let output = run(&["--accessible"], &format!("guide-me\n2\nresult\n{word} 0\nquit\n"));
        assert!(output.status.success(), "`{word} 0`: {}", said(&output));
    }
}

#[test]
fn texts_of_a_questionnaire_reach_no_terminal_as_commands() {
    for hidden in ["\\u001b[31m", "\\u202e", "\\u2060", "\\u00ad"] {
        let text = QUESTIONNAIRE.replacen("\"Not needed\"", &format!("\"Not {hidden}needed\""), 1);
        assert_ne!(text, QUESTIONNAIRE);
        let output = run(&["flow", "--format", "dot", "--questionnaire", &file("q.json", &text)], "");
        assert_eq!(output.status.code(), Some(5));
        assert!(said(&output).contains("holds control characters"), "{}", said(&output));
        assert!(!said(&output).contains(['\u{1b}', '\u{202e}', '\u{2060}', '\u{ad}']));
    }
}

#[test]
fn many_broken_rules_are_told_as_the_first_ones_and_all_as_json() {
    let mut catalog = small();
    let unknown: Vec<Value> = (0..300).map(|n| json!({"course": format!("unknown-{n}"), "match": "certain"})).collect();
    catalog["programs"][0]["course_list"] = unknown.into();
    let path = file("unknown.json", &catalog.to_string());
    let output = run(&["catalog", "check", &path], "");
    assert_eq!(output.status.code(), Some(5));
    assert!(said(&output).lines().count() < 30, "{}", said(&output));
    assert!(said(&output).contains("300 rules of the format are broken"), "{}", said(&output));
    let output = run(&["catalog", "check", "--json", &path], "");
    let problems: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(problems.to_string().matches("unknown-").count(), 300);
}

#[cfg(unix)]
#[test]
fn point_37_a_catalogue_may_come_from_a_pipe() {
    let path = file("piped.json", &small().to_string());
    let mut command = program::program();
    let mut child = command
        .args(["--catalog", "/dev/stdin", "list", "--json", "--status", "all"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    std::io::copy(&mut File::open(path).unwrap(), &mut input).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(list["count"], 3);
}

#[test]
fn point_37_lines_and_files_may_begin_with_a_mark_of_their_encoding() {
    let output = run(&["--accessible"], "\u{feff}search python\nquit\n");
    assert!(said(&output).contains("Python"), "{}", said(&output));
    assert!(!said(&output).contains("There is no word"), "{}", said(&output));
}

#[test]
fn point_39_what_was_told_of_a_search_is_told_once() {
    let output = run(&["--accessible"], "search inst:nosuch\nlooks\nquit\n");
    assert_eq!(said(&output).matches("No institution is called").count(), 1, "{}", said(&output));
}

#[test]
fn point_42_columns_says_how_wide_text_is_that_goes_to_no_terminal() {
    let widest = |columns: &str| {
        let output = program::command().env("COLUMNS", columns).args(["list", "python"]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(prospectus::width::cols).max().unwrap()
    };
    assert!(widest("60") <= 60 && widest("80") <= 80);
    assert!(widest("200") > 100);
    assert_eq!(widest("nonsense"), widest("0"));
}

#[test]
fn point_46_of_an_option_given_twice_the_last_one_holds() {
    let list = |arguments: &[&str]| said(&run(&[&["list", "python", "--json"], arguments].concat(), ""));
    assert_eq!(list(&["--sort", "title", "--sort", "length"]), list(&["--sort", "length"]));
    assert_eq!(list(&["--limit", "3", "--limit", "5", "--json"]), list(&["--limit", "5"]));
}

#[cfg(unix)]
#[test]
fn point_47_help_that_cannot_be_written_is_a_failure() {
    let full = || fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(full) = full() else { return };
    let output = program::program().arg("--help").stdout(full).stderr(Stdio::piped()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("Nothing could be written"), "{}", said(&output));
}

#[cfg(unix)]
#[test]
fn point_53_a_standard_output_that_takes_no_writes_is_a_failure() {
    let to_read = File::open("/dev/null").unwrap();
    for arguments in [&["list"][..], &["list", "--json"], &["--help"], &["guide", "--format", "md"]] {
        let stdout = to_read.try_clone().unwrap();
        let output = program::program().args(arguments).stdout(stdout).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", said(&output));
        assert!(said(&output).to_lowercase().contains("bad file descriptor"), "{}", said(&output));
    }
    // Output sent to `/dev/null` on purpose is no failure.
    let nothing = File::options().read(true).write(true).open("/dev/null").unwrap();
    assert!(program::program().arg("list").stdout(nothing).stderr(Stdio::null()).status().unwrap().success());
}

#[cfg(unix)]
#[test]
fn point_54_a_pipe_where_a_small_file_is_meant_is_refused_at_once() {
    let home = program::Home::new();
    let folder = home.place("XDG_CONFIG_HOME").join("prospectus");
    fs::create_dir_all(&folder).unwrap();
    assert!(Command::new("mkfifo").arg(folder.join("config.toml")).status().unwrap().success());
    let output =
        home.command().args(["list", "--limit", "1"]).timeout(std::time::Duration::from_secs(20)).output().unwrap();
    assert!(said(&output).contains("is not a regular file"), "{}", said(&output));
}

#[test]
fn another_text_of_the_same_size_and_time_is_not_answered_from_the_old_compiled_file() {
    let text = small().to_string();
    let padded = format!("{}{}", text, " ".repeat(9 << 20));
    let path = file("same-size.json", &padded);
    let list = || said(&run(&["--catalog", &path, "list", "--status", "all", "--json"], ""));
    let title = small()["programs"][0]["title"].as_str().unwrap().to_owned();
    assert!(list().contains(&title));
    let changed: String = title.chars().rev().collect();
    let times = fs::metadata(&path).unwrap();
    let times = fs::FileTimes::new().set_accessed(times.accessed().unwrap()).set_modified(times.modified().unwrap());
    fs::write(&path, padded.replace(&title, &changed)).unwrap();
    File::options().write(true).open(&path).unwrap().set_times(times).unwrap();
    assert!(list().contains(&changed), "the old title is shown");
}

#[test]
fn a_folder_of_saved_pages_is_a_catalogue() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("more")).unwrap();
    let documents = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/import");
    for (from, to) in [("discovery-list.json", "1.json"), ("page.html", "more/2.html"), ("open-badge.json", "3.json")] {
        fs::copy(documents.join(from), folder.join(to)).unwrap();
    }
    let path = folder.to_str().unwrap();
    let output = run(&["--catalog", path, "list", "--json", "--status", "all"], "");
    let list: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(list["count"].as_u64().unwrap() >= 2, "{list}");
    assert!(said(&output).contains("`prospectus catalog import"), "what was left out is told: {}", said(&output));
    let empty = folder.join("empty");
    fs::create_dir(&empty).unwrap();
    let output = run(&["--catalog", empty.to_str().unwrap(), "list"], "");
    assert_eq!(output.status.code(), Some(5));
    assert!(said(&output).contains("nothing usable was in it"), "{}", said(&output));
}

#[cfg(not(feature = "net"))]
#[test]
fn an_address_is_refused_with_what_to_do_where_nothing_is_fetched() {
    let output = run(&["--catalog", "https://example.org/catalogue.json", "list"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("save the file and name it"), "{}", said(&output));
}
