//! The view from one start to the next, as the real program keeps it in its own folder.

use std::path::PathBuf;

use rustix::process::Signal;

use crate::program::Home;
use crate::run::{ESC, LEAVE_SCREEN, Run, assert_given_back, assert_leaves, position};

fn file(home: &Home) -> PathBuf {
    home.place("XDG_STATE_HOME").join("prospectus").join("view.json")
}

/// Quits the explorer with its key and returns its home folder.
fn left(mut run: Run) -> Home {
    assert_leaves(&mut run);
    run.take_home()
}

/// An explorer with a query, a selection and a comparison.
fn used() -> Run {
    let mut run = Run::explorer(120, 40);
    run.send("/supply chain\r");
    run.wait_for("21 of 780");
    run.send("\u{1b}[B ");
    run.wait_for("1 of 4 in the comparison");
    run
}

/// The screen without its footer, because changes of the former session cannot be undone.
fn panes(run: &Run) -> Vec<String> {
    run.screen().rows(0, 120).take(39).map(|row| row.trim_end().to_owned()).collect()
}

#[test]
fn quit_and_start_again_shows_the_same_view() {
    let mut run = used();
    // Moving down and up removes the notice.
    run.send("\u{1b}[B\u{1b}[A");
    run.wait_until("the notice to go", |run| !run.text().contains("1 of 4") && run.text().contains("▌1"));
    let before = panes(&run);
    let home = left(run);
    assert!(file(&home).exists());
    let mut again = Run::start_at(home, 120, 40, &[], &[]);
    again.wait_for("21 of 780");
    again.wait_until("the same screen", |run| panes(run) == before);
}

#[test]
fn fresh_starts_without_it_and_leaves_it_as_it_is() {
    let home = left(used());
    let kept = std::fs::read(file(&home)).expect("what is kept");
    let mut fresh = Run::start_at(home, 120, 40, &["--fresh"], &[]);
    fresh.wait_for("626 of 780");
    let home = left(fresh);
    assert_eq!(std::fs::read(file(&home)).expect("what is kept"), kept);
}

#[test]
fn the_configuration_can_forbid_it() {
    let home = Home::new();
    let folder = home.place("XDG_CONFIG_HOME").join("prospectus");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("config.toml"), "keep = false\n").expect("a file");
    let mut run = Run::start_at(home, 80, 24, &[], &[]);
    run.wait_for("of 780");
    assert!(!file(&left(run)).exists());
}

#[test]
fn a_signal_keeps_it_too() {
    for signal in [Signal::TERM, Signal::HUP] {
        let mut run = used();
        run.kill(signal);
        assert_ne!(run.wait_for_end().exit_code(), 0);
        assert_given_back(&run.bytes());
        let kept = std::fs::read_to_string(file(&run.take_home())).expect("what is kept");
        assert!(kept.contains("supply chain"), "{kept}");
    }
}

#[test]
fn what_is_damaged_is_set_aside_and_told_of() {
    let home = Home::new();
    std::fs::create_dir_all(file(&home).parent().expect("a folder")).expect("a folder");
    std::fs::write(file(&home), "{\"version\": 1, \"views\": [").expect("a file");
    let mut run = Run::start_at(home, 120, 40, &[], &[]);
    // Where the sentence is wrapped depends on the path in it.
    run.wait_for("damaged");
    run.wait_for("fresh.");
    run.send(ESC);
    run.wait_until("the message to go", |run| !run.text().contains("damaged"));
    let home = left(run);
    assert!(file(&home).exists() && file(&home).with_file_name("view.set-aside-1.json").exists());
}

#[test]
fn a_folder_that_cannot_be_written_is_told_of_once_the_screen_is_given_back() {
    let home = Home::new();
    std::fs::create_dir_all(home.path()).expect("a home");
    std::fs::write(home.place("XDG_STATE_HOME"), "a file in place of a folder").expect("a file");
    let mut run = Run::start_at(home, 120, 40, &[], &[]);
    run.wait_for("of 780");
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
    let bytes = run.bytes();
    assert_given_back(&bytes);
    let told = position(&bytes, "prospectus: The view is not kept: ").expect("it is told");
    assert!(position(&bytes, LEAVE_SCREEN).expect("the screen is left") < told);
}

#[test]
fn line_by_line_it_is_the_same_view() {
    let home = left(used());
    let mut run = Run::start_at(home, 120, 40, &["--accessible"], &[]);
    run.wait_for("21 of 780 programs are in the list.");
    run.wait_for("As you left it: “supply chain”, In the May 2026 list; 1 in the comparison.");
    run.send("search python\rquit\r");
    assert_eq!(run.wait_for_end().exit_code(), 0);
    let mut again = Run::start_at(run.take_home(), 120, 40, &[], &[]);
    again.wait_for("/ python");
}
