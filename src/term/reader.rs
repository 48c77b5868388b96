//! Reading the terminal on a thread of its own, so that what was searched for can come in while nobody presses a key. It
//! reads only when it is asked to: while the process is stopped or leaves, what is typed is left to the shell.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use super::Heard;

/// How long it takes at most to learn that no more input is queued. It cannot be nothing: then crossterm does not look.
const LOOK: Duration = Duration::from_micros(100);

/// The thread that reads.
#[derive(Debug)]
pub(super) struct Reader {
    asks: Sender<()>,
}

impl Reader {
    /// A reader that tells what it read; it begins when it is asked.
    pub(super) fn start(tell: Sender<Heard>) -> io::Result<Self> {
        // Asking for input once makes it listen for changes of size; from then on none is missed.
        event::poll(LOOK)?;
        let (asks, asked) = channel();
        thread::Builder::new().name("reader".to_owned()).spawn(move || {
            for () in asked {
                if tell.send(Heard::Input(everything_queued())).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { asks })
    }

    /// Asks it to read once: it waits for input and takes everything that is queued.
    pub(super) fn ask(&self) {
        // If it is gone, so is the channel on which it tells, and that is where it shows.
        let _ = self.asks.send(());
    }
}

fn everything_queued() -> io::Result<Vec<Event>> {
    let mut events = vec![event::read()?];
    while event::poll(LOOK)? {
        events.push(event::read()?);
    }
    Ok(events)
}
