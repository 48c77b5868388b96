//! The real program in a pseudo-terminal: what reaches a terminal, and in which state the terminal is left. Nothing here
//! waits for a time to pass; everything waits for what must be seen.
#![cfg(unix)]

use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Default)]
struct Heard {
    bytes: Vec<u8>,
    is_over: bool,
}

/// The program on a terminal of its own.
struct Run {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    heard: Arc<(Mutex<Heard>, Condvar)>,
    stops_listening: Arc<AtomicBool>,
    size: (u16, u16),
}

impl Run {
    fn start(cols: u16, rows: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_prospectus"));
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        for name in
            ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "ACCESSIBLE", "PROSPECTUS_CATALOG", "DISPLAY", "BROWSER"]
        {
            command.env_remove(name);
        }
        command.env("LANG", "en_US.UTF-8");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let heard = Arc::new((Mutex::new(Heard::default()), Condvar::new()));
        let stops_listening = Arc::new(AtomicBool::new(false));
        listen(pair.master.try_clone_reader().expect("a reader"), Arc::clone(&heard), Arc::clone(&stops_listening));
        let writer = pair.master.take_writer().expect("a writer");
        Self { child, master: pair.master, writer, heard, stops_listening, size: (cols, rows) }
    }

    fn explorer(cols: u16, rows: u16) -> Self {
        let mut run = Self::start(cols, rows, &[], &[]);
        run.wait_for("of 745");
        run
    }

    fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("keys are taken");
        self.writer.flush().expect("keys are taken");
    }

    /// What the program wrote so far.
    fn bytes(&self) -> Vec<u8> {
        self.heard.0.lock().expect("the listener lives").bytes.clone()
    }

    fn screen(&self) -> vt100::Screen {
        let mut parser =
            vt100::Parser::new(self.size.1.try_into().expect("rows"), self.size.0.try_into().expect("columns"), 0);
        parser.process(&self.bytes());
        parser.screen().clone()
    }

    fn text(&self) -> String {
        self.screen().contents()
    }

    /// Waits until what was written fulfils a condition.
    fn wait_until(&mut self, what: &str, is_fulfilled: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_fulfilled(self) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}; the screen is\n{}", self.text());
            self.wait_for_more(Duration::from_millis(200));
        }
    }

    fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |run| run.text().contains(text));
    }

    /// Waits for more to be written, at most so long; whether there was more.
    fn wait_for_more(&self, most: Duration) -> bool {
        let (heard, signal) = &*self.heard;
        let guard = heard.lock().expect("the listener lives");
        let before = guard.bytes.len();
        let (guard, _) = signal
            .wait_timeout_while(guard, most, |heard| heard.bytes.len() == before && !heard.is_over)
            .expect("the listener lives");
        guard.bytes.len() > before
    }

    fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().expect("it runs").cast_signed()).expect("a process")
    }

    fn kill(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("it can be signalled");
    }

    /// The letter of the process's state, as the system tells it.
    fn state(&self) -> char {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero())).unwrap_or_default();
        stat.rsplit(')').next().and_then(|rest| rest.trim().chars().next()).unwrap_or('?')
    }

    fn wait_for_end(&mut self) -> portable_pty::ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("its end can be seen") {
                self.wait_until("the last bytes", |run| run.heard.0.lock().expect("the listener lives").is_over);
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end; the screen is\n{}", self.text());
            self.wait_for_more(Duration::from_millis(50));
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn listen(mut reader: Box<dyn Read + Send>, heard: Arc<(Mutex<Heard>, Condvar)>, stops: Arc<AtomicBool>) {
    std::thread::spawn(move || {
        let mut buffer = [0; 8192];
        loop {
            let count = reader.read(&mut buffer).unwrap_or(0);
            let mut guard = heard.0.lock().expect("the test lives");
            guard.bytes.extend_from_slice(&buffer[..count]);
            guard.is_over = count == 0 || stops.load(Ordering::SeqCst);
            let is_over = guard.is_over;
            drop(guard);
            heard.1.notify_all();
            if is_over {
                return;
            }
        }
    });
}

fn position(bytes: &[u8], wanted: &str) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted.as_bytes())
}

fn count(bytes: &[u8], wanted: &str) -> usize {
    bytes.windows(wanted.len()).filter(|window| *window == wanted.as_bytes()).count()
}

const ENTER_SCREEN: &str = "\u{1b}[?1049h";
const LEAVE_SCREEN: &str = "\u{1b}[?1049l";

/// Everything that was switched on is switched off again.
fn assert_given_back(bytes: &[u8]) {
    for (on, off) in [(ENTER_SCREEN, LEAVE_SCREEN), ("\u{1b}[?2004h", "\u{1b}[?2004l"), ("\u{1b}[?25l", "\u{1b}[?25h")]
    {
        let last = |wanted: &str| bytes.windows(wanted.len()).rposition(|window| window == wanted.as_bytes());
        assert!(last(off) > last(on), "{off:?} does not follow {on:?}");
    }
}

#[test]
fn starts_shows_programs_and_quits() {
    let mut run = Run::explorer(80, 24);
    assert!(run.text().contains("prospectus"), "{}", run.text());
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
    assert_given_back(&run.bytes());
}

#[test]
fn asks_the_terminal_nothing() {
    let mut run = Run::explorer(80, 24);
    run.send("/data\u{1b}");
    run.wait_for("Data Analyst");
    run.send("q");
    run.wait_for_end();
    let bytes = run.bytes();
    for question in ["\u{1b}[6n", "\u{1b}[c", "\u{1b}]11;?", "\u{1b}[?u", "\u{1b}[>c"] {
        assert_eq!(position(&bytes, question), None, "{question:?}");
    }
}

#[test]
fn finds_a_program_and_compares_it() {
    let mut run = Run::explorer(120, 40);
    run.send("/mit supply");
    run.wait_for("WHERE IT LEADS");
    run.send("\r /");
    run.send("\u{15}digital transformation playbook\r ");
    run.wait_for("2 Digital Transformation");
    run.send("c");
    run.wait_for("2 programs, rows that differ are marked");
    run.send("q");
    run.wait_for("of 745");
}

#[test]
fn the_questionnaire_leads_to_a_recommendation() {
    let mut run = Run::explorer(120, 40);
    run.send("g");
    run.wait_for("Question 1 of 13");
    for question in 2..=13 {
        run.send(if matches!(question, 3 | 4) { "\u{1b}[C" } else { "1" });
        run.wait_for(&format!("Question {question} of 13"));
    }
    run.send("\u{1b}[C");
    run.wait_for("Your answers");
    run.send("\r");
    run.wait_for("Recommendation");
    run.wait_for("How sure: ");
    run.wait_for("Professional Certificate");
}

#[test]
fn follows_every_change_of_size() {
    let mut run = Run::explorer(80, 24);
    for (cols, rows, seen) in [(120, 40, "KIND"), (30, 8, "Too small"), (60, 20, "of 745"), (200, 60, "KIND")] {
        run.size = (cols, rows);
        run.heard.0.lock().expect("the listener lives").bytes.clear();
        run.master.resize(PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }).expect("a new size");
        run.wait_for(seen);
    }
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
}

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

#[test]
fn without_colours_the_selected_row_still_shows() {
    let mut run = Run::start(80, 24, &[], &[("NO_COLOR", "1")]);
    run.wait_for("of 745");
    let screen = run.screen();
    let cells = (0..24).flat_map(|row| (0..80).map(move |col| (row, col)));
    let mut reversed = 0;
    for (row, col) in cells {
        let cell = screen.cell(row, col).expect("a cell");
        assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
        reversed += usize::from(cell.inverse());
    }
    assert!(reversed > 40, "{reversed} cells stand out");
}

#[test]
fn a_paste_is_text_and_no_key() {
    let mut run = Run::explorer(80, 24);
    run.send("/");
    run.send("\u{1b}[200~mit\nsupply q\u{1b}[201~");
    run.wait_for("mit supply q");
    run.send("\u{1b}");
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
}

#[test]
fn nothing_is_written_while_nothing_happens() {
    let mut run = Run::explorer(120, 40);
    run.wait_until("the first frame to end", |run| run.bytes().ends_with(b"\x1b[?2026l"));
    assert!(!run.wait_for_more(Duration::from_secs(2)), "something was written without a key");
}

#[test]
fn many_queued_keys_make_few_frames() {
    let mut run = Run::explorer(120, 40);
    run.wait_until("the first frame to end", |run| run.bytes().ends_with(b"\x1b[?2026l"));
    let before = count(&run.bytes(), "\u{1b}[?2026h");
    run.send(&"j".repeat(500));
    run.send("?");
    run.wait_for("EVERYWHERE");
    let frames = count(&run.bytes(), "\u{1b}[?2026h") - before;
    assert!(frames <= 100, "500 keys made {frames} frames");
}
