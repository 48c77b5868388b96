//! The modes of the terminal: raw input, the alternate screen, bracketed paste, the mouse. Exactly the modes that were
//! switched on are switched off, once, in reverse order.

use std::fmt;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, execute, queue};

use crate::lent;
use crate::stream::stdout;

/// Whether the terminal is in our modes now.
static IS_OURS: AtomicBool = AtomicBool::new(false);
/// Whether mouse reporting is wanted while the terminal is ours.
static WANTS_MOUSE: AtomicBool = AtomicBool::new(false);

/// Switches mouse reporting on or off. Only buttons and the wheel are reported, because movements would wake the
/// program without effect.
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

static SCREEN: Mutex<()> = Mutex::new(());

/// Returns the lock that is held while a frame is written, and while the terminal is given back and taken again.
pub(super) fn screen() -> MutexGuard<'static, ()> {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Returns the same lock if no frame is being written. A frame that the terminal does not accept would hold it forever.
#[cfg(unix)]
pub(super) fn screen_if_free() -> Option<MutexGuard<'static, ()>> {
    SCREEN.try_lock().ok()
}

/// Whether the terminal is in our modes, so that a frame may be written.
pub(super) fn is_ours() -> bool {
    IS_OURS.load(Ordering::SeqCst)
}

/// Leaves the terminal to another program while `run` waits for it, and takes it over again.
pub(super) fn lend<T>(run: impl FnOnce() -> T) -> io::Result<T> {
    give_back();
    let outcome = lent::lend(run);
    take()?;
    Ok(outcome)
}

/// Takes the terminal over again after the process was stopped without restoring it: the shell
/// has changed its modes since.
#[cfg(unix)]
pub(super) fn take_again() {
    let _screen = screen();
    if is_ours() {
        // Crossterm records that raw mode is set and would not set it again.
        let _ = disable_raw_mode();
        let _ = take();
    }
}

/// Takes the terminal over.
pub(super) fn take() -> io::Result<()> {
    IS_OURS.store(true, Ordering::SeqCst);
    // Colours depend only on the look. With `NO_COLOR`, crossterm would otherwise write resets, which also clear bold
    // and reverse.
    crossterm::style::force_color_output(true);
    #[cfg(unix)]
    found::note();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    if WANTS_MOUSE.load(Ordering::SeqCst) { execute!(stdout(), Mouse(true)) } else { Ok(()) }
}

/// Switches mouse reporting on or off; the choice also holds after the process was stopped and continued.
pub(super) fn listen_to_mouse(is_wanted: bool) -> io::Result<()> {
    WANTS_MOUSE.store(is_wanted, Ordering::SeqCst);
    execute!(stdout(), Mouse(is_wanted))
}

/// Restores the terminal if it is ours, and returns whether it was. Errors are ignored, so that every step is tried:
/// there is no way left to report them.
pub(super) fn give_back() -> bool {
    let was_ours = IS_OURS.swap(false, Ordering::SeqCst);
    if was_ours {
        restore();
    }
    was_ours
}

fn restore() {
    // Not the blocking stream: a terminal that accepts no output must not keep the process from ending.
    let mut out = io::stdout();
    if WANTS_MOUSE.load(Ordering::SeqCst) {
        let _ = queue!(out, Mouse(false));
    }
    let _ = queue!(out, EndSynchronizedUpdate, Show, DisableBracketedPaste, LeaveAlternateScreen);
    let _ = out.flush();
    let _ = disable_raw_mode();
    #[cfg(unix)]
    found::put_back();
}

/// The modes of the terminal at the start. A program that ran in between, such as an editor, may have left others,
/// which crossterm would then restore.
#[cfg(unix)]
mod found {
    use std::io;
    use std::sync::OnceLock;

    use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

    static MODES: OnceLock<Option<Termios>> = OnceLock::new();

    pub(super) fn note() {
        MODES.get_or_init(|| tcgetattr(io::stdin()).ok());
    }

    pub(super) fn put_back() {
        if let Some(Some(modes)) = MODES.get() {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, modes);
        }
    }
}
