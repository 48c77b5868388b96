//! Ends an interrupted or terminated command with the documented exit code, and removes the files that it was writing.
//! The explorer has its own signal handlers.

use std::thread;

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::{flag, low_level};

use crate::{files, lent};

use super::failure::{Failure, INTERRUPTED};

/// Makes an interrupt end the process, even while it waits for input. A thread waits for the signal, because removing
/// files is not safe in a signal handler.
pub(super) fn heed() -> Result<(), Failure> {
    let cannot = |error| Failure::failed(format!("Interrupts cannot be caught: {error}."));
    lent::note(&[SIGINT]).map_err(cannot)?;
    let mut signals = Signals::new([SIGINT, SIGTERM]).map_err(cannot)?;
    let asleep = thread::Builder::new().name("interrupts".to_owned());
    let asleep = asleep.spawn(move || signals.forever().for_each(end));
    if asleep.is_err() {
        // If no thread can be started, half-written files are removed at the next start.
        flag::register_conditional_shutdown(SIGINT, INTERRUPTED, lent::is_over()).map_err(cannot)?;
    }
    Ok(())
}

fn end(signal: i32) {
    if signal == SIGINT && lent::is_for_another(signal) {
        return;
    }
    files::abandon();
    if signal == SIGINT {
        low_level::exit(INTERRUPTED);
    }
    // The default action of this signal ends the process.
    let _ = low_level::emulate_default_handler(signal);
}
