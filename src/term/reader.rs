//! Reads the terminal on a separate thread, so that search results can arrive while no key is pressed.
//!
//! It reads only when asked: input typed while the process is stopped or quits is left to the shell.

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use super::Heard;
use source::Source;

/// A handle on the reading thread.
#[derive(Debug)]
pub(super) struct Reader {
    asks: Sender<()>,
}

impl Reader {
    /// Starts a reader that sends what it reads to `tell`. It reads nothing before it is asked.
    pub(super) fn start(tell: Sender<Heard>) -> io::Result<Self> {
        let mut source = Source::open()?;
        let (asks, asked) = channel();
        thread::Builder::new().name("reader".to_owned()).spawn(move || {
            for () in asked {
                if tell.send(Heard::Input(source.read())).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { asks })
    }

    /// Asks for one read: the thread waits for input and takes everything that is queued.
    pub(super) fn ask(&self) {
        // The thread ends only with the process.
        let _ = self.asks.send(());
    }
}

/// The source of events on Unix: the bytes of the terminal, and the signal that its size has changed.
#[cfg(unix)]
mod source {
    use std::fs::File;
    use std::io::{self, IsTerminal, Read};
    use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
    use std::os::unix::net::UnixStream;
    use std::time::Duration;

    use crossterm::event::Event;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use signal_hook::consts::SIGWINCH;

    use crate::term::decode::Decoder;
    use crate::term::size::size;

    /// The terminal, the pipe on which size changes are reported, and the decoder.
    #[derive(Debug)]
    pub(super) struct Source {
        terminal: File,
        resized: UnixStream,
        decoder: Decoder,
        /// Measures the terminal.
        size: fn() -> io::Result<(u16, u16)>,
        /// The last reported size, initially that of the start.
        reported: (u16, u16),
    }

    /// Which of the two can be read.
    struct Readable {
        terminal: bool,
        resized: bool,
    }

    impl Source {
        /// Opens the terminal and registers the signal handler. No change of size after this is missed.
        pub(super) fn open() -> io::Result<Self> {
            let (resized, hook) = UnixStream::pair()?;
            resized.set_nonblocking(true)?;
            signal_hook::low_level::pipe::register(SIGWINCH, hook)?;
            Ok(Self { terminal: terminal()?, resized, decoder: Decoder::default(), size, reported: size()? })
        }

        /// Waits for input and reads everything that is queued.
        pub(super) fn read(&mut self) -> io::Result<Vec<Event>> {
            let mut events = Vec::new();
            while events.is_empty() {
                let patience = self.decoder.patience();
                match self.wait(patience)? {
                    Some(readable) => events.extend(self.take(&readable)?),
                    None => events.extend(self.decoder.give_up()),
                }
            }
            // All other queued input goes into the same frame.
            while let Some(readable) = self.wait(Some(Duration::ZERO))? {
                events.extend(self.take(&readable)?);
            }
            Ok(events)
        }

        /// Waits until something can be read; `None` if `patience` runs out first.
        fn wait(&self, patience: Option<Duration>) -> io::Result<Option<Readable>> {
            let patience = patience.and_then(|time| Timespec::try_from(time).ok());
            let asked = |fd| PollFd::from_borrowed_fd(fd, PollFlags::IN);
            let mut both: [PollFd<'_>; 2] = [asked(self.terminal.as_fd()), asked(self.resized.as_fd())];
            match poll(&mut both, patience.as_ref()) {
                Ok(0) => Ok(None),
                Ok(_) => {
                    let is_there = |at: usize| !both[at].revents().is_empty();
                    Ok(Some(Readable { terminal: is_there(0), resized: is_there(1) }))
                }
                Err(Errno::INTR) => Ok(Some(Readable { terminal: false, resized: false })),
                Err(error) => Err(error.into()),
            }
        }

        fn take(&mut self, readable: &Readable) -> io::Result<Vec<Event>> {
            let keys = if readable.terminal { self.keys()? } else { Vec::new() };
            if readable.resized {
                while self.resized.read(&mut [0; 64]).is_ok_and(|count| count > 0) {}
            }
            let mut events = self.change_of_size(readable.resized)?;
            events.extend(keys);
            Ok(events)
        }

        fn keys(&mut self) -> io::Result<Vec<Event>> {
            let mut bytes = [0; 4096];
            match self.terminal.read(&mut bytes) {
                Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => Ok(self.decoder.feed(&bytes[..count])),
                Err(error) if is_passing(&error) => Ok(Vec::new()),
                Err(error) => Err(error),
            }
        }

        /// Returns the size of the terminal if it was signalled or differs from the last one. The signal may reach the
        /// pipe after the keys that were pressed at the new size.
        fn change_of_size(&mut self, is_signalled: bool) -> io::Result<Vec<Event>> {
            let (cols, rows) = (self.size)()?;
            let is_other = std::mem::replace(&mut self.reported, (cols, rows)) != (cols, rows);
            Ok(if is_signalled || is_other { vec![Event::Resize(cols, rows)] } else { Vec::new() })
        }
    }

    /// The keyboard: standard input if it is a terminal, else the controlling terminal of the process.
    fn terminal() -> io::Result<File> {
        let stdin = io::stdin();
        if !stdin.is_terminal() {
            return File::open("/dev/tty");
        }
        let stdin: BorrowedFd<'_> = stdin.as_fd();
        let own: OwnedFd = stdin.try_clone_to_owned()?;
        Ok(own.into())
    }

    fn is_passing(error: &io::Error) -> bool {
        matches!(error.kind(), io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock)
    }

    #[cfg(test)]
    mod tests {
        use std::io::Write;
        use std::sync::atomic::{AtomicU16, Ordering};

        use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

        use super::*;

        #[test]
        fn a_new_size_comes_before_the_keys_even_if_its_signal_is_late() {
            static COLS: AtomicU16 = AtomicU16::new(10);
            let (mut keyboard, terminal) = UnixStream::pair().expect("a pair");
            let (resized, _signal) = UnixStream::pair().expect("a pair");
            let mut source = Source {
                terminal: OwnedFd::from(terminal).into(),
                resized,
                decoder: Decoder::default(),
                size: || Ok((COLS.load(Ordering::SeqCst), 5)),
                reported: (10, 5),
            };
            let key = |letter| Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
            keyboard.write_all(b"a").expect("written");
            assert_eq!(source.read().expect("events"), [key('a')]);
            COLS.store(100, Ordering::SeqCst);
            keyboard.write_all(b"b").expect("written");
            assert_eq!(source.read().expect("events"), [Event::Resize(100, 5), key('b')]);
            keyboard.write_all(b"c").expect("written");
            assert_eq!(source.read().expect("events"), [key('c')]);
        }
    }
}

/// The source of events on Windows: the console.
#[cfg(not(unix))]
mod source {
    use std::io;
    use std::time::Duration;

    use crossterm::event::{self, Event};

    /// Timeout for the check whether more input is queued. With zero, crossterm would not check at all.
    const LOOK: Duration = Duration::from_micros(100);

    /// The console, which crossterm reads.
    #[derive(Debug)]
    pub(super) struct Source;

    impl Source {
        /// Begins to listen for events.
        pub(super) fn open() -> io::Result<Self> {
            event::poll(LOOK)?;
            Ok(Self)
        }

        /// Waits for input and reads everything that is queued.
        pub(super) fn read(&mut self) -> io::Result<Vec<Event>> {
            let mut events = vec![event::read()?];
            while event::poll(LOOK)? {
                events.push(event::read()?);
            }
            Ok(events)
        }
    }
}
