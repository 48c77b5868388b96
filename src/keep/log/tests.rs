//! Tests of the files of a log with several writers, interruptions and merges.

use std::fs;

use serde_json::json;

use super::*;

fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("share").join("kept");
    (folder, path)
}

fn now(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).expect("a time")
}

fn open(path: &Path) -> Log {
    let (log, told) = Log::open(path.to_owned());
    assert_eq!(told, Vec::<String>::new());
    log
}

fn set(log: &mut Log, second: i64, field: &str, new: i64) {
    log.append(now(second), &[Change::new("thing", field, new)], None).expect("it can be written");
}

fn files(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some()).collect();
    files.sort();
    files
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in files(from) {
        fs::copy(&file, to.join(file.file_name().expect("a name"))).expect("a copy");
    }
}

#[test]
fn reading_makes_nothing_and_what_was_written_is_there_at_the_next_start() {
    let (folder, path) = place();
    assert!(open(&path).state().operations().is_empty());
    assert!(!folder.path().join("share").exists());
    set(&mut open(&path), 1, "f", 1);
    assert_eq!(open(&path).state().value("thing", "f"), &json!(1));
}

#[test]
fn two_writers_at_once_lose_nothing_and_see_each_other() {
    let (_folder, path) = place();
    let (mut one, mut other) = (open(&path), open(&path));
    for second in 0..50 {
        set(&mut one, second, &format!("one{second}"), second);
        set(&mut other, second, &format!("other{second}"), second);
    }
    assert_eq!(open(&path).state().operations().len(), 100);
    assert_eq!(other.state().value("thing", "one49"), &json!(49));
    assert_eq!(files(&path).len(), 2);
}

#[test]
fn a_change_that_changes_nothing_is_no_operation() {
    let (_folder, path) = place();
    let mut log = open(&path);
    for second in 0..3 {
        set(&mut log, second, "f", 1);
    }
    assert_eq!(log.state().operations().len(), 1);
}

#[test]
fn copying_two_folders_together_merges_them_and_what_was_changed_apart_stands_in_both() {
    let (folder, home) = place();
    set(&mut open(&home), 1, "note", 1);
    let away = folder.path().join("away");
    copy(&home, &away);
    set(&mut open(&home), 2, "note", 2);
    set(&mut open(&away), 3, "note", 3);
    copy(&home, &away);
    copy(&away, &home);
    let (at_home, away) = (open(&home), open(&away));
    assert_eq!(at_home.state(), away.state());
    let beside: Vec<&Value> = away.state().heads("thing", "note").iter().map(|head| &head.new).collect();
    assert_eq!(beside, [&json!(3), &json!(2)]);
}

#[test]
fn a_clock_that_is_behind_puts_no_change_before_what_it_replaces() {
    let (_folder, path) = place();
    set(&mut open(&path), 100, "f", 1);
    set(&mut open(&path), 1, "f", 2);
    assert_eq!(open(&path).state().value("thing", "f"), &json!(2));
}

#[test]
fn a_file_cut_at_any_byte_keeps_every_line_before_the_cut() {
    let (_folder, path) = place();
    let mut log = open(&path);
    (0..2).for_each(|second| set(&mut log, second, &format!("f{second}"), second));
    let file = files(&path).remove(0);
    let whole = fs::read(&file).expect("it is there");
    for cut in 0..whole.len() {
        fs::write(&file, &whole[..cut]).expect("a file");
        let lines = whole[..cut].split(|byte| *byte == b'\n').count() - 1;
        // A line is complete even without its line break.
        let is_whole = whole[cut] == b'\n';
        let is_torn = !is_whole && cut > 0 && whole[cut - 1] != b'\n';
        let (log, told) = Log::open(path.clone());
        assert_eq!(log.state().operations().len(), lines + usize::from(is_whole), "cut at {cut}");
        assert_eq!(told.len(), usize::from(is_torn), "cut at {cut}: {told:?}");
        assert!(told.iter().all(|sentence| sentence.contains("1 line of ") && sentence.contains("set aside in ")));
        assert!(open(&path).path().exists(), "it is said once");
        for aside in files(&path).into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
            fs::remove_file(aside).expect("it was set aside");
        }
    }
}

#[test]
fn a_writer_goes_on_after_half_a_line_of_its_own() {
    let (_folder, path) = place();
    let mut log = open(&path);
    set(&mut log, 1, "f", 1);
    let file = files(&path).remove(0);
    let text = fs::read_to_string(&file).expect("it is there");
    fs::write(&file, format!("{text}{}", &text[..40])).expect("half a line");
    set(&mut log, 2, "g", 2);
    let (log, told) = Log::open(path);
    assert_eq!((log.state().operations().len(), told.len()), (2, 1));
}

#[test]
fn what_a_newer_version_wrote_is_carried_along_and_said() {
    let (_folder, path) = place();
    set(&mut open(&path), 1, "f", 1);
    let file = files(&path).remove(0);
    let newer = Operation { v: 2, ..open(&path).state().operations()[0].clone() }.to_line();
    let text = fs::read_to_string(&file).expect("it is there");
    fs::write(&file, text + &newer).expect("a line of another version");
    let (mut log, told) = Log::open(path.clone());
    assert!(told[0].starts_with("1 change was made by a newer version"), "{told:?}");
    (0..30).for_each(|second| set(&mut open_with(&path), second, &format!("f{second}"), second));
    log.forget(|thing| thing == "thing").expect("it can be rewritten");
    let texts: String = files(&path).iter().map(|path| fs::read_to_string(path).expect("a file")).collect();
    assert_eq!(texts, newer);
}

fn open_with(path: &Path) -> Log {
    Log::open(path.to_owned()).0
}

#[test]
fn many_files_are_merged_into_one_and_say_the_same() {
    let (_folder, path) = place();
    for second in 0..40 {
        set(&mut open(&path), second, &format!("f{second}"), second);
    }
    assert!(files(&path).len() < 30, "{}", files(&path).len());
    assert_eq!(open(&path).state().operations().len(), 40);
}

#[test]
fn forgetting_removes_what_is_meant_from_the_bytes_of_every_file() {
    let (_folder, path) = place();
    let mut log = open(&path);
    let changes = [Change::new("kept/ana/x", "kept", "secret"), Change::new("kept/ben/x", "kept", "other")];
    log.append(now(1), &changes, None).expect("it can be written");
    set(&mut open(&path), 2, "f", 1);
    assert_eq!(log.forget(|thing| thing.starts_with("kept/ana/")).expect("it can be rewritten").rewritten.len(), 1);
    let texts: String = files(&path).iter().map(|path| fs::read_to_string(path).expect("a file")).collect();
    assert!(!texts.contains("secret") && texts.contains("other"));
    set(&mut log, 3, "g", 1);
    assert_eq!(open(&path).state().operations().len(), 3);
    assert_eq!(Log::delete(path.clone()).expect("it can be read").gone.len(), 2);
    assert!(!path.exists());
}

#[test]
fn what_cannot_be_written_holds_meanwhile_and_is_tried_again() {
    let (folder, path) = place();
    fs::write(folder.path().join("share"), "in the way").expect("a file");
    let mut log = open(&path);
    let refused = log.append(now(1), &[Change::new("thing", "f", 1)], None).expect_err("there is no folder");
    assert!(refused.to_string().contains(" cannot be written ("), "{refused}");
    assert_eq!(log.state().value("thing", "f"), &json!(1));
    fs::remove_file(folder.path().join("share")).expect("it goes");
    set(&mut log, 2, "g", 2);
    assert_eq!(open(&path).state().operations().len(), 2);
}

#[cfg(unix)]
#[test]
fn what_is_kept_is_for_the_person_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = place();
    set(&mut open(&path), 1, "f", 1);
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(&files(&path)[0])), (0o700, 0o600));
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_files_or_in_place_of_the_lock_is_refused_at_once() {
    use std::os::unix::net::UnixListener;
    let (_folder, path) = place();
    set(&mut open(&path), 1, "f", 1);
    let _socket = UnixListener::bind(path.join("a.jsonl")).expect("a socket");
    let (mut log, told) = Log::open(path.clone());
    assert_eq!(log.state().operations().len(), 1);
    assert!(told[0].ends_with("is left out: it is not a regular file."), "{told:?}");
    fs::remove_file(path.join("lock")).expect("the lock");
    let _lock = UnixListener::bind(path.join("lock")).expect("a socket");
    let refused = log.append(now(2), &[Change::new("thing", "g", 1)], None).expect_err("it cannot be locked");
    assert!(refused.to_string().contains("lock is not a regular file"), "{refused}");
}
