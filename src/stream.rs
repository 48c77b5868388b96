//! Writing to streams that others set up. A parent may leave standard output or the terminal non-blocking; a write that
//! finds no room is then an error on the first full buffer, where it should wait as every other write does.

use std::io::{self, Stdout, Write};

/// Whether an error says that whoever read a stream has gone, which nobody need be told.
pub fn is_closed(error: &io::Error) -> bool {
    // What Windows calls a pipe with no process at the other end, and one that is being closed.
    const NOT_CONNECTED: i32 = 233;
    const NO_DATA: i32 = 232;

    let is_of_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(NOT_CONNECTED | NO_DATA));
    error.kind() == io::ErrorKind::BrokenPipe || is_of_windows
}

/// Standard output that waits for room.
pub fn stdout() -> Waiting<Stdout> {
    Waiting(io::stdout())
}

/// A stream whose writes wait for room, whether the stream blocks or not.
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

/// A stream that can be waited for.
pub trait Ready {
    /// Returns when something can be written, or when writing will fail.
    fn wait_for_room(&self) -> io::Result<()>;

    /// An error where the stream is open for reading alone. The standard library takes a write to such a standard output
    /// for done, because a program may be started without one.
    ///
    /// One that was closed (`>&-`) cannot be told apart from one that leads to `/dev/null` on purpose: before `main` the
    /// standard library opens `/dev/null` for reading and writing in its place, which is also how Python's `DEVNULL` and
    /// the `ignore` of Node open it for their children, and those must not fail.
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

/// Streams block there.
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
