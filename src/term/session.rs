//! Entering the terminal and giving it back: by leaving, by an error, by a panic, by a signal. Exactly what was switched
//! on is switched off, once, in the opposite order.

use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute, queue};

use super::Heard;
use crate::stream::stdout;

/// Whether the terminal is ours at the moment.
static IS_OURS: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is to be listened to while the terminal is ours.
static WANTS_MOUSE: AtomicBool = AtomicBool::new(false);
static HOOKS: Once = Once::new();

/// The terminal while it is ours; dropping it gives the terminal back.
#[derive(Debug)]
pub(super) struct Session(());

impl Session {
    /// Takes the terminal over. If that fails half-way, what was done is undone.
    pub(super) fn enter(tell: &Sender<Heard>) -> io::Result<Self> {
        HOOKS.call_once(|| {
            give_back_before_a_panic_speaks();
            super::suspend::heed_signals(tell.clone());
            super::suspend::end_with_the_terminal();
        });
        let session = Self(());
        take()?;
        Ok(session)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        give_back();
    }
}

/// Listens to buttons and the wheel, or no longer. Of a mouse that only moves nothing is wanted: the terminal would send
/// it, and each message would wake the program up.
struct Mouse(bool);

impl Command for Mouse {
    fn write_ansi(&self, out: &mut impl fmt::Write) -> fmt::Result {
        out.write_str(if self.0 { "\x1b[?1000h\x1b[?1006h" } else { "\x1b[?1006l\x1b[?1000l" })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if self.0 { EnableMouseCapture.execute_winapi() } else { DisableMouseCapture.execute_winapi() }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Whoever writes a frame holds this; so does whoever gives the terminal back and takes it again.
pub(super) fn screen() -> MutexGuard<'static, ()> {
    static SCREEN: Mutex<()> = Mutex::new(());
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the terminal over once more after the process was stopped without a chance to give it back: the shell has set
/// it up for itself since.
#[cfg(unix)]
pub(super) fn take_again() {
    let _screen = screen();
    if IS_OURS.load(Ordering::SeqCst) {
        // The library would take a terminal that it has once made raw for raw still.
        let _ = disable_raw_mode();
        let _ = take();
    }
}

/// Takes the terminal over.
pub(super) fn take() -> io::Result<()> {
    IS_OURS.store(true, Ordering::SeqCst);
    // Which colours are used is decided by the look alone; left to itself, the library below would answer NO_COLOR by
    // writing resets that take bold and reverse away too.
    crossterm::style::force_color_output(true);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    if WANTS_MOUSE.load(Ordering::SeqCst) { execute!(stdout(), Mouse(true)) } else { Ok(()) }
}

/// Listens to the mouse, or leaves it to the terminal; also after the process was stopped and called back.
pub(super) fn listen_to_mouse(is_wanted: bool) -> io::Result<()> {
    WANTS_MOUSE.store(is_wanted, Ordering::SeqCst);
    execute!(stdout(), Mouse(is_wanted))
}

/// Gives the terminal back, if it is ours. What fails here cannot be told to anybody, so the rest is done all the same.
pub(super) fn give_back() {
    if !IS_OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    // Not the stream that waits: a terminal without room must not keep the process from ending.
    let mut out = io::stdout();
    if WANTS_MOUSE.load(Ordering::SeqCst) {
        let _ = queue!(out, Mouse(false));
    }
    let _ = queue!(out, EndSynchronizedUpdate, Show, DisableBracketedPaste, LeaveAlternateScreen);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

fn give_back_before_a_panic_speaks() {
    let speak = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        speak(panic);
    }));
}
