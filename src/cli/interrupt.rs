//! Ends an interrupted or terminated command with the documented exit code, and removes the files that it was writing.
//! The explorer has signal handlers of its own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::thread;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use crate::files;

use super::failure::{Failure, INTERRUPTED};

/// Runs another program on the terminal, such as a pager or an editor. Until it ends, interrupts are meant for it, and
/// this process must wait for it.
pub(super) fn leaving_interrupts_to_it<T>(run: impl FnOnce() -> T) -> T {
    interrupts_end_it().store(false, Ordering::SeqCst);
    let outcome = run();
    interrupts_end_it().store(true, Ordering::SeqCst);
    outcome
}

/// Whether an interrupt ends the process.
fn interrupts_end_it() -> &'static Arc<AtomicBool> {
    static ENDS: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    ENDS.get_or_init(|| Arc::new(AtomicBool::new(true)))
}

/// Makes an interrupt end the process, even while it waits for input. A thread waits for the signal, because a signal
/// handler itself must not remove files.
pub(super) fn heed() -> Result<(), Failure> {
    let cannot = |error| Failure::failed(format!("Interrupts cannot be caught: {error}."));
    let mut signals = Signals::new([SIGINT, SIGTERM]).map_err(cannot)?;
    let asleep = thread::Builder::new().name("interrupts".to_owned());
    let asleep = asleep.spawn(move || signals.forever().for_each(end));
    if asleep.is_err() {
        // If no thread can be started, half-written files are removed at the next start.
        flag::register_conditional_shutdown(SIGINT, INTERRUPTED, Arc::clone(interrupts_end_it())).map_err(cannot)?;
    }
    Ok(())
}

fn end(signal: i32) {
    if signal == SIGINT && !interrupts_end_it().load(Ordering::SeqCst) {
        return;
    }
    files::abandon();
    if signal == SIGINT {
        low_level::exit(INTERRUPTED);
    }
    // The default action of this signal ends the process.
    let _ = low_level::emulate_default_handler(signal);
}
