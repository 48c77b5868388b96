//! Streams that another process has set up. A parent process may leave them in non-blocking mode, where a write to a
//! full buffer and a read from an empty one fail with `WouldBlock`. [`Waiting`] makes them block.

use std::io::{self, BufRead, BufReader, Read, Stdin, Stdout, Write};

/// Whether an error means that the other end of a stream is closed. Such errors are not reported.
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

/// Standard input; reads wait for text. It is buffered, so a command must read it through a single value.
pub fn stdin() -> BufReader<Waiting<Stdin>> {
    BufReader::new(Waiting(io::stdin()))
}

/// The maximum length of a line in bytes. Typed and scripted lines are far shorter, and a stream without line breaks
/// may never end.
const MAX_LINE_BYTES: u64 = 1 << 20;

/// Reads the next line, without its line break; `None` at the end. Bytes that are not UTF-8 are replaced.
///
/// # Errors
///
/// The I/O error if the stream cannot be read, or if the line is longer than a megabyte.
pub fn next_line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    from.take(MAX_LINE_BYTES + 1).read_until(b'\n', &mut bytes)?;
    if bytes.len() as u64 > MAX_LINE_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a line is longer than a megabyte"));
    }
    let line = String::from_utf8_lossy(&bytes);
    let line = line.strip_suffix('\n').unwrap_or(&line);
    Ok((!bytes.is_empty()).then(|| line.strip_suffix('\r').unwrap_or(line).to_owned()))
}

/// A stream whose writes wait while the buffer is full and whose reads wait for text, even in non-blocking mode.
#[derive(Debug)]
pub struct Waiting<W>(pub W);

impl<W: Write + Ready> Write for Waiting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let Self(stream) = self;
        until_done(stream, Ready::wait_for_room, |stream| stream.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        let Self(stream) = self;
        stream.takes_writes()?;
        until_done(stream, Ready::wait_for_room, Write::flush)
    }
}

impl<R: Read + Ready> Read for Waiting<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let Self(stream) = self;
        until_done(stream, Ready::wait_for_text, |stream| stream.read(bytes))
    }
}

fn until_done<S: Ready, T>(
    stream: &mut S,
    wait: fn(&S) -> io::Result<()>,
    mut step: impl FnMut(&mut S) -> io::Result<T>,
) -> io::Result<T> {
    loop {
        match step(stream) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => wait(stream)?,
            done => return done,
        }
    }
}

/// A stream that can report when it is ready.
pub trait Ready {
    /// Blocks until a write can make progress, or would fail.
    fn wait_for_room(&self) -> io::Result<()>;

    /// Blocks until there is something to read, or the end.
    fn wait_for_text(&self) -> io::Result<()>;

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
        wait(self, rustix::event::PollFlags::OUT)
    }

    fn wait_for_text(&self) -> io::Result<()> {
        wait(self, rustix::event::PollFlags::IN)
    }

    fn takes_writes(&self) -> io::Result<()> {
        use rustix::fs::{OFlags, fcntl_getfl};

        let is_to_read = fcntl_getfl(self)? & OFlags::RWMODE == OFlags::RDONLY;
        if is_to_read { Err(rustix::io::Errno::BADF.into()) } else { Ok(()) }
    }
}

#[cfg(unix)]
fn wait(stream: &impl std::os::fd::AsFd, flags: rustix::event::PollFlags) -> io::Result<()> {
    use rustix::event::{PollFd, poll};
    use rustix::io::Errno;

    match poll(&mut [PollFd::new(stream, flags)], None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Streams always block on these systems.
#[cfg(not(unix))]
impl<W> Ready for W {
    fn wait_for_room(&self) -> io::Result<()> {
        std::thread::yield_now();
        Ok(())
    }

    fn wait_for_text(&self) -> io::Result<()> {
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
    fn a_line_is_read_without_its_break_and_never_without_end() {
        let mut text = &b"a\r\n\nb\xff"[..];
        let line = |text: &mut &[u8]| next_line(text).expect("short");
        let lines = [line(&mut text), line(&mut text), line(&mut text), line(&mut text)];
        assert_eq!(lines, [Some("a".to_owned()), Some(String::new()), Some("b\u{fffd}".to_owned()), None]);
        assert!(next_line(&mut BufReader::new(io::repeat(b'x'))).is_err());
        assert!(next_line(&mut &vec![b'\n'; 1 << 21][..]).is_ok());
    }

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

    #[test]
    fn point_36_a_read_from_a_stream_without_text_waits_for_its_writer() {
        let (reader, mut writer) = UnixStream::pair().expect("two ends");
        reader.set_nonblocking(true).expect("a stream that does not block");
        let reading = thread::spawn(move || {
            let mut read = String::new();
            Waiting(reader).read_to_string(&mut read).map(|_| read)
        });
        thread::yield_now();
        writer.write_all(b"late").expect("room");
        drop(writer);
        assert_eq!(reading.join().expect("the reader lives").expect("everything was read"), "late");
    }
}
