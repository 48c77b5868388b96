//! However the program ends or stops, the terminal is restored to its former state.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::process::Stdio;
use std::sync::atomic::Ordering;
use std::time::Instant;

use portable_pty::{Child, PtyPair, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::program;
use crate::run::{
    ENTER_SCREEN, ESC, LEAVE_SCREEN, MOUSE, PATIENCE, Run, assert_given_back, assert_leaves, count, position,
};

#[test]
fn point_01_a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut run = Run::start(80, 24, &[], &[("PROSPECTUS_PANIC", "1"), ("RUST_BACKTRACE", "0")]);
    assert_ne!(run.wait_for_end().exit_code(), 0);
    let bytes = run.bytes();
    assert_given_back(&bytes);
    let message = position(&bytes, "a panic was asked for").expect("the message");
    assert!(position(&bytes, LEAVE_SCREEN).expect("the screen is left") < message);
}

#[test]
fn a_panic_on_another_thread_gives_the_terminal_back_and_ends_the_program() {
    let mut run = Run::start(80, 24, &[], &[("PROSPECTUS_PANIC", "thread"), ("RUST_BACKTRACE", "0")]);
    assert_eq!(run.wait_for_end().exit_code(), 101);
    let bytes = run.bytes();
    assert_given_back(&bytes);
    let message = position(&bytes, "a panic was asked for").expect("the message");
    assert!(position(&bytes, LEAVE_SCREEN).expect("the screen is left") < message);
    assert_eq!(position(&bytes[message..], "\u{1b}["), None, "nothing is drawn afterwards");
}

#[test]
fn point_02_an_error_before_the_start_never_touches_the_screen() {
    let mut run = Run::start(80, 24, &["--catalog", "/no/such/file.json"], &[]);
    assert_eq!(run.wait_for_end().exit_code(), 1);
    assert!(run.text().contains("cannot be read"), "{}", run.text());
    assert_eq!(position(&run.bytes(), ENTER_SCREEN), None);
}

/// Opens a terminal so that writing fails at once if there is no room.
const NONBLOCKING: i32 = 0o4000;

#[cfg(target_os = "linux")]
#[test]
fn point_02_a_start_that_is_ended_half_way_is_undone() {
    let terminal = || native_pty_system().openpty(PtySize::default()).expect("a pseudo-terminal");
    let (keyboard, full) = (terminal(), terminal());
    let settings = || format!("{:?}", keyboard.master.get_termios().expect("its settings"));
    let before = settings();
    let open = |pair: &PtyPair, flags| {
        let name = pair.master.tty_name().expect("the name of the terminal");
        OpenOptions::new().read(true).write(true).custom_flags(flags).open(name).expect("the terminal")
    };
    // The keyboard can be set up; the screen is a terminal that accepts no more output.
    let mut screen = open(&full, NONBLOCKING);
    while screen.write(&[b'x'; 1024]).is_ok() {}
    let mut command = program::program();
    let mut child =
        command.stdin(open(&keyboard, 0)).stdout(screen).stderr(Stdio::null()).spawn().expect("the program");
    // The program waits for room, with the keyboard already set up, until it is terminated.
    let start = Instant::now();
    while settings() == before {
        assert!(start.elapsed() < PATIENCE, "the keyboard is not set up");
        std::thread::yield_now();
    }
    kill_process(Pid::from_child(&child), Signal::TERM).expect("it runs");
    assert!(!child.wait().expect("its end").success());
    assert_eq!(settings(), before);
}

#[test]
fn a_request_to_end_gives_the_terminal_back() {
    for signal in [Signal::TERM, Signal::INT, Signal::QUIT] {
        let mut run = Run::explorer(80, 24);
        run.send("g");
        run.wait_for("Question 1");
        run.kill(signal);
        assert_ne!(run.wait_for_end().exit_code(), 0);
        assert_given_back(&run.bytes());
    }
}

#[test]
fn point_14_ctrl_z_gives_the_terminal_back_and_a_call_takes_it_again() {
    let mut run = Run::explorer(80, 24);
    stop_and_call_back(&mut run);
    run.send("/data");
    run.wait_for("/ data");
    run.send(ESC);
    assert_leaves(&mut run);
}

#[test]
fn point_35_a_stop_from_outside_gives_the_terminal_back_and_a_call_takes_it_again() {
    let mut run = Run::explorer(80, 24);
    run.kill(Signal::TSTP);
    be_called_back(&mut run);
    run.send("/data");
    run.wait_for("/ data");
    run.send(ESC);
    assert_leaves(&mut run);
}

#[test]
fn point_35_a_stop_that_nothing_can_heed_is_followed_by_a_whole_frame() {
    let mut run = Run::explorer(80, 24);
    run.kill(Signal::STOP);
    run.wait_until("the process to stop", |run| run.state() == 'T');
    run.heard.0.lock().expect("the listener lives").bytes.clear();
    run.kill(Signal::CONT);
    run.wait_for("of 780");
    assert_leaves(&mut run);
}

/// Suspends the program with its key, checks that the shell has the terminal, and continues the program. Only
/// later output is recorded.
fn stop_and_call_back(run: &mut Run) {
    run.send("\u{1a}");
    be_called_back(run);
}

fn be_called_back(run: &mut Run) {
    run.wait_until("the process to stop", |run| run.state() == 'T');
    run.wait_until("the screen to be left", |run| position(&run.bytes(), LEAVE_SCREEN).is_some());
    assert_given_back(&run.bytes());
    run.heard.0.lock().expect("the listener lives").bytes.clear();
    run.kill(Signal::CONT);
    run.wait_for("of 780");
}

#[test]
fn a_panic_leaves_the_mouse_to_the_terminal_before_it_speaks() {
    let mut run = Run::start(80, 24, &["--mouse"], &[("PROSPECTUS_PANIC", "1"), ("RUST_BACKTRACE", "0")]);
    assert_ne!(run.wait_for_end().exit_code(), 0);
    let bytes = run.bytes();
    assert_given_back(&bytes);
    let message = position(&bytes, "a panic was asked for").expect("the message");
    for (on, off) in MOUSE {
        assert!(position(&bytes, on).is_some(), "{on:?} was never asked for");
        assert!(position(&bytes, off).expect("it is left") < message);
    }
}

#[test]
fn ctrl_z_leaves_the_mouse_to_the_shell_and_a_call_takes_it_again() {
    let mut run = Run::start(80, 24, &[], &[]);
    run.wait_for("of 780");
    run.send("M");
    run.wait_for("The mouse works here now");
    stop_and_call_back(&mut run);
    for (on, off) in MOUSE {
        assert_eq!((count(&run.bytes(), on), count(&run.bytes(), off)), (1, 0), "{on:?}");
    }
    // A click on the third program of the list; rows are counted from 1.
    run.send("\u{1b}[<0;30;7M\u{1b}[<0;30;7m");
    run.wait_for("▌  Actuarial Science");
    assert_leaves(&mut run);
}

#[test]
fn point_15_closing_the_window_ends_it() {
    assert_ends_with_its_window(Run::explorer(80, 24));
}

#[test]
fn point_15_closing_the_window_ends_it_also_where_hang_ups_are_ignored() {
    assert_ends_with_its_window(Run::deaf_explorer(80, 24));
}

fn assert_ends_with_its_window(mut run: Run) {
    // The listener closes the terminal at the next byte it reads; after that no process has it open.
    run.stops_listening.store(true, Ordering::SeqCst);
    run.send("j");
    run.wait_until("the listener to let go", |run| run.heard.0.lock().expect("the listener lives").is_over);
    let Run { child, .. } = &mut run;
    let pid = child.process_id().expect("it runs");
    let mut child = std::mem::replace(child, Box::new(NoChild));
    drop(run);
    let start = Instant::now();
    while child.try_wait().expect("its end can be seen").is_none() {
        assert!(start.elapsed() < PATIENCE, "process {pid} outlives its terminal");
        std::thread::yield_now();
    }
}

/// Takes the place of a child process that was moved out of a run.
#[derive(Debug)]
struct NoChild;

impl portable_pty::ChildKiller for NoChild {
    fn kill(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn clone_killer(&self) -> Box<dyn portable_pty::ChildKiller + Send + Sync> {
        Box::new(Self)
    }
}

impl Child for NoChild {
    fn try_wait(&mut self) -> std::io::Result<Option<portable_pty::ExitStatus>> {
        Ok(None)
    }

    fn wait(&mut self) -> std::io::Result<portable_pty::ExitStatus> {
        Ok(portable_pty::ExitStatus::with_exit_code(0))
    }

    fn process_id(&self) -> Option<u32> {
        None
    }
}
