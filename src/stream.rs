//! Writes to streams that another process has set up. A parent process may leave standard output or the terminal in
//! non-blocking mode, where a write to a full buffer fails with `WouldBlock`. Writes through [`Waiting`] wait instead.

use std::io::{self, Stdout, Write};

/// Whether an error means that the reader of a stream is gone. Such errors are not reported.
pub fn is_closed(error: &io::Error) -> bool {
    // `ERROR_PIPE_NOT_CONNECTED` and `ERROR_NO_DATA`: the other end of the pipe is closed, or being closed.
    const NOT_CONNECTED: i32 = 233;
    const NO_DATA: i32 = 232;

    let is_of_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(NOT_CONNECTED | NO_DATA));
    error.kind() == io::ErrorKind::BrokenPipe || is_of_windows
}

/// Standard output; writes wait while the buffer is full.
pub fn stdout() -> Waiting<Stdout> {
    Waiting(io::stdout())
}

/// A stream whose writes wait while the buffer is full, even in non-blocking mode.
#[derive(Debug)]
pub struct Waiting<W>(pub W);

impl<W: Write + Ready> Write for Waiting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Self(stream) = self;
        until_done(stream, |stream| stream.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        let Self(stream) = self;
        stream.takes_writes()?;
        until_done(stream, Write::flush)
    }
}

fn until_done<W: Ready, T>(stream: &mut W, mut step: impl FnMut(&mut W) -> io::Result<T>) -> io::Result<T> {
    loop {
        match step(stream) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => stream.wait_for_room()?,
            done => return done,
        }
    }
}

/// A stream that can report when it is ready for writing.
pub trait Ready {
    /// Blocks until a write can make progress, or would fail.
    fn wait_for_room(&self) -> io::Result<()>;

    /// Fails if the stream is open for reading only. The standard library reports a write to such a standard output as
    /// successful, because it ignores `EBADF` there.
    ///
    /// A closed standard output (`>&-`) cannot be distinguished from a deliberate `/dev/null`: before `main`, the standard
    /// library replaces the closed one with `/dev/null`, opened for reading and writing. Python's `DEVNULL` and Node's
    /// `ignore` open it in the same way for their children, and those must not fail.
    fn takes_writes(&self) -> io::Result<()>;
}

#[cfg(unix)]
impl<W: std::os::fd::AsFd> Ready for W {
    fn wait_for_room(&self) -> io::Result<()> {
        use rustix::event::{PollFd, PollFlags, poll};
        use rustix::io::Errno;

        match poll(&mut [PollFd::new(self, PollFlags::OUT)], None) {
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    fn takes_writes(&self) -> io::Result<()> {
        use rustix::fs::{OFlags, fcntl_getfl};

        let is_to_read = fcntl_getfl(self)? & OFlags::RWMODE == OFlags::RDONLY;
        if is_to_read { Err(rustix::io::Errno::BADF.into()) } else { Ok(()) }
    }
}

/// Streams always block on these systems.
#[cfg(not(unix))]
impl<W> Ready for W {
    fn wait_for_room(&self) -> io::Result<()> {
        std::thread::yield_now();
        Ok(())
    }

    fn takes_writes(&self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::Read;
    use std::os::unix::net::UnixStream;
    use std::thread;

    use super::*;

    #[test]
    fn point_36_a_write_to_a_stream_without_room_waits_for_its_reader() {
        let (mut reader, writer) = UnixStream::pair().expect("two ends");
        writer.set_nonblocking(true).expect("a stream that does not block");
        let long = vec![b'x'; 4 << 20];
        let length = long.len();
        let writing = thread::spawn(move || Waiting(writer).write_all(&long));
        let mut read = Vec::new();
        reader.read_to_end(&mut read).expect("everything");
        writing.join().expect("the writer lives").expect("everything was written");
        assert_eq!(read.len(), length);
    }
}
