//! Owns the terminal while the explorer runs, and restores it on a normal exit, an error, a panic or a signal.

use std::sync::Once;
use std::sync::mpsc::Sender;
use std::{io, process, thread};

use super::modes::{give_back, take};
use super::{Heard, suspend};

static HOOKS: Once = Once::new();

/// The exit code of a Rust program whose main thread panics.
const PANICKED: i32 = 101;

/// Ownership of the terminal; dropping it restores the terminal.
#[derive(Debug)]
pub(super) struct Session(());

impl Session {
    /// Takes the terminal over. If that fails half-way, the modes already switched on are switched off again.
    pub(super) fn enter(tell: &Sender<Heard>) -> io::Result<Self> {
        let mut hooked = Ok(());
        HOOKS.call_once(|| {
            give_back_before_a_panic_speaks();
            hooked = suspend::heed_signals(tell.clone()).and_then(|()| suspend::end_with_the_terminal());
        });
        hooked?;
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

/// Makes a panic restore the terminal before it is reported, and end the process on any thread: unwinding would end
/// only that thread, and the others would draw on a screen that is no longer ours.
fn give_back_before_a_panic_speaks() {
    let main = thread::current().id();
    let speak = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        give_back();
        speak(panic);
        if thread::current().id() != main {
            process::exit(PANICKED);
        }
    }));
}
