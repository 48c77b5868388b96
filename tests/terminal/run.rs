//! Runs the program on a pseudo-terminal of its own and observes it from outside.

use std::io::{Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::program::Home;

/// Esc as sent by terminals that encode it unambiguously, so that keys may follow at once. A bare `ESC` byte is the key
/// only if nothing follows for a while.
pub(crate) const ESC: &str = "\u{1b}[27u";

/// The longest time to wait before a test fails.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

const PROGRAM: &str = env!("CARGO_BIN_EXE_prospectus");

#[derive(Default)]
pub(crate) struct Heard {
    pub(crate) bytes: Vec<u8>,
    pub(crate) is_over: bool,
}

/// The program on a pseudo-terminal of its own.
pub(crate) struct Run {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    pub(crate) heard: Arc<(Mutex<Heard>, Condvar)>,
    pub(crate) stops_listening: Arc<AtomicBool>,
    pub(crate) size: (u16, u16),
    home: Home,
}

impl Run {
    pub(crate) fn start(cols: u16, rows: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_at(Home::new(), cols, rows, arguments, variables)
    }

    /// Starts the program in a home folder that may already contain files.
    pub(crate) fn start_at(home: Home, cols: u16, rows: u16, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_command(command(&home, PROGRAM, arguments, variables), home, cols, rows)
    }

    /// Starts the explorer under a shell that ignores SIGHUP for its children.
    pub(crate) fn deaf_explorer(cols: u16, rows: u16) -> Self {
        let home = Home::new();
        let command = command(&home, "sh", &["-c", "trap '' HUP; exec \"$0\"", PROGRAM], &[]);
        let mut run = Self::start_command(command, home, cols, rows);
        run.wait_for("of 780");
        run
    }

    fn start_command(command: CommandBuilder, home: Home, cols: u16, rows: u16) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let child = pair.slave.spawn_command(command).expect("the program");
        drop(pair.slave);
        let heard = Arc::new((Mutex::new(Heard::default()), Condvar::new()));
        let stops_listening = Arc::new(AtomicBool::new(false));
        listen(pair.master.try_clone_reader().expect("a reader"), Arc::clone(&heard), Arc::clone(&stops_listening));
        let writer = pair.master.take_writer().expect("a writer");
        Self { child, master: pair.master, writer, heard, stops_listening, size: (cols, rows), home }
    }

    pub(crate) fn explorer(cols: u16, rows: u16) -> Self {
        let mut run = Self::start(cols, rows, &[], &[]);
        run.wait_for("of 780");
        run
    }

    /// Returns the home folder, for the next run.
    pub(crate) fn take_home(&mut self) -> Home {
        std::mem::replace(&mut self.home, Home::new())
    }

    pub(crate) fn send(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("keys are taken");
        self.writer.flush().expect("keys are taken");
    }

    /// The output of the program so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.heard.0.lock().expect("the listener lives").bytes.clone()
    }

    pub(crate) fn screen(&self) -> vt100::Screen {
        let mut parser =
            vt100::Parser::new(self.size.1.try_into().expect("rows"), self.size.0.try_into().expect("columns"), 0);
        parser.process(&self.bytes());
        parser.screen().clone()
    }

    pub(crate) fn text(&self) -> String {
        self.screen().contents()
    }

    /// Waits until the output satisfies a condition.
    pub(crate) fn wait_until(&mut self, what: &str, is_fulfilled: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !is_fulfilled(self) {
            assert!(start.elapsed() < PATIENCE, "waited in vain for {what}; the screen is\n{}", self.text());
            self.wait_for_more(Duration::from_millis(200));
        }
    }

    pub(crate) fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |run| run.text().contains(text));
    }

    /// Waits for more output, at most for the given time. Returns whether there was some.
    pub(crate) fn wait_for_more(&self, most: Duration) -> bool {
        let (heard, signal) = &*self.heard;
        let guard = heard.lock().expect("the listener lives");
        let before = guard.bytes.len();
        let (guard, _) = signal
            .wait_timeout_while(guard, most, |heard| heard.bytes.len() == before && !heard.is_over)
            .expect("the listener lives");
        guard.bytes.len() > before
    }

    pub(crate) fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().expect("it runs").cast_signed()).expect("a process")
    }

    pub(crate) fn kill(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("it can be signalled");
    }

    /// The letter of the process state in `/proc`.
    pub(crate) fn state(&self) -> char {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero())).unwrap_or_default();
        stat.rsplit(')').next().and_then(|rest| rest.trim().chars().next()).unwrap_or('?')
    }

    /// The context switches of each thread, as counted by the system.
    pub(crate) fn work(&self) -> Vec<String> {
        let tasks = format!("/proc/{}/task", self.pid().as_raw_nonzero());
        let mut work = Vec::new();
        for task in std::fs::read_dir(tasks).expect("the threads").flatten() {
            let status = std::fs::read_to_string(task.path().join("status")).expect("a thread's account");
            let switches = status.lines().filter(|line| line.contains("ctxt_switches"));
            work.extend(switches.map(|line| format!("{} {line}", task.file_name().display())));
        }
        work.sort();
        work
    }

    pub(crate) fn wait_for_end(&mut self) -> portable_pty::ExitStatus {
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

fn command(home: &Home, program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    for (name, value) in home.variables() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        }
    }
    for (name, value) in variables {
        command.env(name, value);
    }
    command
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

pub(crate) fn position(bytes: &[u8], wanted: &str) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted.as_bytes())
}

pub(crate) fn count(bytes: &[u8], wanted: &str) -> usize {
    bytes.windows(wanted.len()).filter(|window| *window == wanted.as_bytes()).count()
}

pub(crate) const ENTER_SCREEN: &str = "\u{1b}[?1049h";
pub(crate) const LEAVE_SCREEN: &str = "\u{1b}[?1049l";

/// The sequences that switch mouse reporting on and off.
pub(crate) const MOUSE: [(&str, &str); 2] = [("\u{1b}[?1000h", "\u{1b}[?1000l"), ("\u{1b}[?1006h", "\u{1b}[?1006l")];

/// Asserts that everything that was switched on is switched off again.
pub(crate) fn assert_given_back(bytes: &[u8]) {
    let last = |wanted: &str| bytes.windows(wanted.len()).rposition(|window| window == wanted.as_bytes());
    for (on, off) in [(ENTER_SCREEN, LEAVE_SCREEN), ("\u{1b}[?2004h", "\u{1b}[?2004l"), ("\u{1b}[?25l", "\u{1b}[?25h")]
    {
        assert!(last(off) > last(on), "{off:?} does not follow {on:?}");
    }
    for (on, off) in MOUSE {
        assert!(last(on).is_none() || last(off) > last(on), "{off:?} does not follow {on:?}");
    }
}

/// Quits the program with its key and asserts that the terminal is restored.
pub(crate) fn assert_leaves(run: &mut Run) {
    run.send("q");
    assert_eq!(run.wait_for_end().exit_code(), 0);
    assert_given_back(&run.bytes());
}
