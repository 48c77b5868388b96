//! How a command ends when it is interrupted or told to end: with the code of the contract, and without the files that it
//! was writing. The explorer has handlers of its own.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use crate::files;

use super::failure::{Failure, INTERRUPTED};
use super::pager::interrupts_end_it;

/// Lets an interrupt end the process, also while it waits for input. A thread sleeps until one comes: a handler may not
/// do what removing files takes.
pub(super) fn heed() -> Result<(), Failure> {
    let cannot = |error| Failure::failed(format!("Interrupts cannot be caught: {error}."));
    let mut signals = Signals::new([SIGINT, SIGTERM]).map_err(cannot)?;
    let asleep = thread::Builder::new().name("interrupts".to_owned());
    let asleep = asleep.spawn(move || signals.forever().for_each(end));
    if asleep.is_err() {
        // Where no thread is to be had, what is half written goes at the next start.
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
    // The default of this one ends the process.
    let _ = low_level::emulate_default_handler(signal);
}
