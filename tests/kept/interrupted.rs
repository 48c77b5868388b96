//! What remains after a file was truncated, a folder was copied, or a disk was read-only.

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

use super::commands::{files, ids, json_of, run};
use super::program::Home;

pub(super) fn kept_ids(home: &Home) -> std::collections::BTreeSet<String> {
    ids(home).into_iter().collect()
}

#[test]
fn a_torn_line_is_set_aside_with_a_sentence_and_said_once() {
    let home = Home::new();
    run(&home, &["shortlist", "add", "ibm-data-science"]).success();
    let file = files(&home).remove(0);
    let mut text = std::fs::read_to_string(&file).unwrap();
    text.push_str("{\"v\":1,\"id\":\"torn");
    std::fs::write(&file, text).unwrap();
    run(&home, &["shortlist"]).success().stderr(contains("1 line of ")).stdout(contains("IBM Data Science"));
    run(&home, &["shortlist"]).success().stderr("");
}

#[test]
fn copying_the_folders_of_two_computers_together_merges_them() {
    let (home, away) = (Home::new(), Home::new());
    run(&home, &["shortlist", "add", "ibm-data-science"]).success();
    run(&away, &["shortlist", "add", "mitx-supply-chain-management"]).success();
    for home in [&home, &away] {
        run(home, &["note", "ibm-data-science", "--text", &format!("noted {}", home.path().display())]).success();
    }
    for (from, to) in [(&home, &away), (&away, &home)] {
        for file in files(from) {
            let target = to.place("XDG_DATA_HOME").join("prospectus/kept").join(file.file_name().unwrap());
            std::fs::copy(file, target).unwrap();
        }
    }
    assert_eq!(kept_ids(&home), kept_ids(&away));
    assert_eq!(kept_ids(&home).len(), 2);
    let notes = [&home, &away].map(|home| json_of(home, "note", &["note", "ibm-data-science"])["note"].clone());
    assert_eq!(notes[0], notes[1]);
    assert!(notes[0].as_str().unwrap().contains("[version 2]"), "{notes:?}");
}

#[test]
fn where_nothing_can_be_written_it_is_said_and_what_is_kept_is_read() {
    let home = Home::new();
    run(&home, &["shortlist", "add", "ibm-data-science"]).success();
    let folder = home.place("XDG_DATA_HOME").join("prospectus/kept");
    // A folder in place of the lock stops every writer, even one with all permissions.
    std::fs::remove_file(folder.join("lock")).unwrap();
    std::fs::create_dir(folder.join("lock")).unwrap();
    run(&home, &["shortlist", "add", "mitx-supply-chain-management"]).code(1).stderr(contains("This is not kept: "));
    assert_eq!(kept_ids(&home).len(), 1);
}

#[test]
fn without_a_home_commands_work_and_only_keeping_is_refused() {
    let home = Home::new();
    let homeless = |words: &[&str]| {
        let mut command = home.command();
        for name in ["HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"] {
            command.env(name, "");
        }
        command.args(words).write_stdin("").assert()
    };
    homeless(&["list", "supply", "--limit", "1"]).success();
    homeless(&["doctor"]).success();
}

#[test]
fn what_cannot_be_read_is_not_said_to_be_empty() {
    let home = Home::new();
    let folder = home.place("XDG_DATA_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("kept"), "a file in place of the folder").unwrap();
    run(&home, &["shortlist"]).code(1).stdout("").stderr(contains("cannot be read"));
    run(&home, &["forget", "--yes"]).code(1).stdout("").stderr(contains("cannot be read"));
}

#[test]
fn forget_deletes_what_it_can_and_names_the_rest() {
    let home = Home::new();
    run(&home, &["shortlist", "add", "ibm-data-science"]).success();
    let folder = home.place("XDG_DATA_HOME").join("prospectus/kept");
    std::fs::create_dir(folder.join("a.jsonl")).unwrap();
    let named = contains("a.jsonl").and(contains("cannot be deleted"));
    run(&home, &["forget", "--yes"]).code(1).stdout(contains("Deleted ")).stderr(named);
    let left = std::fs::read_dir(&folder).unwrap().flatten().filter(|entry| entry.path().is_file());
    assert!(left.map(|entry| entry.file_name()).all(|name| name == "lock"), "everything else is gone");
}

#[cfg(unix)]
#[test]
fn a_limit_of_file_sizes_is_a_reason_and_no_end() {
    let home = Home::new();
    let program = home.program();
    let line =
        format!("ulimit -f 0; exec '{}' shortlist add ibm-data-science", program.get_program().to_string_lossy());
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &line]).env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("This is not kept"), "{output:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_where_the_log_is_meant_is_refused_at_once() {
    let home = Home::new();
    run(&home, &["shortlist", "add", "ibm-data-science"]).success();
    let folder = home.place("XDG_DATA_HOME").join("prospectus/kept");
    let made = std::process::Command::new("mkfifo").arg(folder.join("a.jsonl")).status();
    assert!(made.is_ok_and(|status| status.success()), "`mkfifo` is part of every Unix");
    run(&home, &["shortlist"]).success().stderr(contains("is not a regular file")).stdout(contains("IBM"));
}
