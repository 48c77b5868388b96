//! How far the reading is: told on a terminal, and nowhere else.

use std::io::Read as _;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::program::Home;
use crate::run::{file, folder};

/// What a terminal shows of an import of so many programs.
fn shown_on_a_terminal(programs: usize) -> String {
    let rows = (0..programs).map(|number| format!("Program {number},A\n")).collect::<Vec<_>>().concat();
    let table = file("many.csv", format!("title,partner\n{rows}"));
    let home = Home::new();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_prospectus"));
    command.args(["catalog", "import"]);
    command.args([table.as_os_str(), "-o".as_ref(), folder().join("out.json").as_os_str()]);
    command.env("HOME", home.path());
    command.cwd(folder());
    let size = PtySize { rows: 24, cols: 200, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut child = pair.slave.spawn_command(command).expect("the program");
    drop(pair.slave);
    let mut shown = Vec::new();
    // The end of a terminal is an error on some systems.
    let _ = pair.master.try_clone_reader().expect("a reader").read_to_end(&mut shown);
    assert!(child.wait().expect("an end").success());
    String::from_utf8_lossy(&shown).into_owned()
}

#[test]
fn a_terminal_sees_how_far_the_reading_is_on_one_line() {
    let shown = shown_on_a_terminal(3500);
    let line = "\r1000 records read\r2000 records read\r3000 records read\r\n";
    assert!(shown.contains(line), "{shown:?}");
    assert!(shown.contains("3500 records"), "the account follows: {shown:?}");
}

#[test]
fn a_short_run_shows_no_progress_on_a_terminal_either() {
    let shown = shown_on_a_terminal(3);
    assert!(!shown.contains("records read\r"), "{shown:?}");
}
