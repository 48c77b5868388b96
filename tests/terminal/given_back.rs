//! However the program ends or stops, the terminal is given back as it was.

use std::sync::atomic::Ordering;
use std::time::Instant;

use portable_pty::Child;
use rustix::process::Signal;

use crate::run::{ENTER_SCREEN, LEAVE_SCREEN, PATIENCE, Run, assert_given_back, position};

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut run = Run::start(80, 24, &[], &[("PROSPECTUS_PANIC", "1"), ("RUST_BACKTRACE", "0")]);
    assert_ne!(run.wait_for_end().exit_code(), 0);
    let bytes = run.bytes();
    assert_given_back(&bytes);
    let message = position(&bytes, "a panic was asked for").expect("the message");
    assert!(position(&bytes, LEAVE_SCREEN).expect("the screen is left") < message);
}

#[test]
fn an_error_before_the_start_never_touches_the_screen() {
    let mut run = Run::start(80, 24, &["--catalog", "/no/such/file.json"], &[]);
    assert_eq!(run.wait_for_end().exit_code(), 1);
    assert!(run.text().contains("cannot be read"), "{}", run.text());
    assert_eq!(position(&run.bytes(), ENTER_SCREEN), None);
}

#[test]
fn a_request_to_end_gives_the_terminal_back() {
    for signal in [Signal::TERM, Signal::INT] {
        let mut run = Run::explorer(80, 24);
        run.kill(signal);
        assert_ne!(run.wait_for_end().exit_code(), 0);
        assert_given_back(&run.bytes());
    }
}

#[test]
fn ctrl_z_stops_it_with_the_terminal_given_back_and_a_call_brings_it_back() {
    let mut run = Run::explorer(80, 24);
    run.send("\u{1a}");
    run.wait_until("the process to stop", |run| run.state() == 'T');
    assert_given_back(&run.bytes());
    run.heard.0.lock().expect("the listener lives").bytes.clear();
    run.kill(Signal::CONT);
    run.wait_for("of 745");
    run.send("/data");
    run.wait_for("Data Analyst");
    run.send("\u{1b}");
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
    assert_given_back(&run.bytes());
}

#[test]
fn closing_the_window_ends_it() {
    let mut run = Run::explorer(80, 24);
    // The listener lets go of the terminal at the next byte it hears, and then nobody holds it any more.
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

/// Stands in for a child that was taken out of a run.
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
