//! While the user's editor has the terminal, signals from the keyboard are meant for the editor.

use std::os::unix::fs::PermissionsExt;

use rustix::process::Signal;

use crate::program::Home;
use crate::run::{ENTER_SCREEN, ESC, Run, assert_leaves, count};

/// An editor that first does what `text` says, then waits for a line and writes it into the note.
fn editor(home: &Home, text: &str) -> String {
    std::fs::create_dir_all(home.path()).expect("a home");
    let script = home.path().join("editor");
    let text = format!("#!/bin/sh\n{text}\necho EDITING\nread line\necho \"$line\" > \"$1\"\n");
    std::fs::write(&script, text).expect("a script");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("a script");
    script.display().to_string()
}

fn explorer_in_the_editor(text: &str) -> Run {
    let home = Home::new();
    let script = editor(&home, text);
    let mut run = Run::start_at(home, 80, 24, &["--fresh"], &[("EDITOR", &script)]);
    run.wait_for("of 780");
    run.send("n");
    run.wait_for("your editor");
    run.send("\t");
    run
}

/// Types the line for which the editor waits, and asserts that it becomes the note.
fn write_the_note(mut run: Run) {
    assert_eq!(count(&run.bytes(), ENTER_SCREEN), 1, "the editor has the terminal");
    run.send("Ask about the exam.\n");
    run.wait_until("the explorer to come back", |run| count(&run.bytes(), ENTER_SCREEN) == 2);
    run.wait_for("is kept");
    run.send("n");
    run.wait_for("Ask about the exam.");
    run.send(ESC);
    assert_leaves(&mut run);
}

#[test]
fn an_interrupt_in_the_editor_ends_neither_the_explorer_nor_the_note() {
    let mut run = explorer_in_the_editor("trap '' INT QUIT\nkill -INT 0\nkill -QUIT 0");
    run.wait_for("EDITING");
    write_the_note(run);
}

#[test]
fn a_stop_in_the_editor_leaves_the_terminal_to_it() {
    let mut run = explorer_in_the_editor("kill -TSTP 0");
    run.wait_until("the process to stop", |run| run.state() == 'T');
    rustix::process::kill_process_group(run.pid(), Signal::CONT).expect("it can be continued");
    run.wait_for("EDITING");
    write_the_note(run);
}

#[test]
fn an_interrupt_in_the_editor_of_a_command_is_for_the_editor() {
    let home = Home::new();
    let script = editor(&home, "trap '' INT\nkill -INT 0");
    let mut run = Run::start_at(home, 80, 24, &["note"], &[("EDITOR", &script)]);
    run.wait_for("EDITING");
    run.send("Prefers evenings.\n");
    assert_eq!(run.wait_for_end().exit_code(), 0, "{}", run.text());
    assert!(run.text().contains("Prefers evenings."), "{}", run.text());
}
