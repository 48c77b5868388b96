//! The bytes of a catalogue file on their way to the parser: the mark of the encoding falls away, what is not UTF-8 is
//! refused, and a fingerprint is taken, in a single pass that never holds the file in memory.

use std::io::{self, BufReader, Chain, Cursor, ErrorKind, Read};

use twox_hash::XxHash3_128;

use crate::catalog::container::Fingerprint;

/// With which some editors begin a file, and which says nothing.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// So much is read at once.
const AT_ONCE: usize = 256 << 10;

/// A reader of text that takes the fingerprint of what was read.
pub(super) struct Reading<R> {
    from: Chain<Cursor<Vec<u8>>, R>,
    hash: XxHash3_128,
    size: u64,
    /// The start of a character whose rest has not been read.
    begun: Vec<u8>,
}

impl<R: Read> Reading<R> {
    /// Starts at the first byte.
    pub(super) fn new(mut from: R) -> io::Result<BufReader<Self>> {
        let mut start = Vec::with_capacity(MARK.len());
        from.by_ref().take(MARK.len() as u64).read_to_end(&mut start)?;
        if start == MARK {
            start.clear();
        }
        let reading =
            Self { from: Cursor::new(start).chain(from), hash: XxHash3_128::new(), size: 0, begun: Vec::new() };
        Ok(BufReader::with_capacity(AT_ONCE, reading))
    }

    /// Of everything that was read.
    pub(super) fn fingerprint(&self) -> Fingerprint {
        Fingerprint { size: self.size, hash: self.hash.finish_128() }
    }

    fn check(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.begun.is_empty() {
            self.begun = unfinished(bytes)?.to_vec();
        } else {
            let joined = [&std::mem::take(&mut self.begun), bytes].concat();
            self.begun = unfinished(&joined)?.to_vec();
        }
        Ok(())
    }
}

impl<R: Read> Read for Reading<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(into)?;
        let read = &into[..count];
        if count == 0 && !into.is_empty() && !self.begun.is_empty() {
            return Err(no_text());
        }
        self.check(read)?;
        self.hash.write(read);
        self.size += count as u64;
        Ok(count)
    }
}

/// What bytes end with of a character that goes on behind them; an error where they are no text.
fn unfinished(bytes: &[u8]) -> io::Result<&[u8]> {
    match std::str::from_utf8(bytes) {
        Ok(_) => Ok(&[]),
        Err(error) if error.error_len().is_none() => Ok(&bytes[error.valid_up_to()..]),
        Err(_) => Err(no_text()),
    }
}

fn no_text() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "stream did not contain valid UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte at a time.
    struct Slow<'b>(&'b [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let count = 1.min(into.len());
            self.0.read(&mut into[..count])
        }
    }

    fn read(bytes: &[u8]) -> io::Result<(String, Fingerprint)> {
        let mut reader = Reading::new(Slow(bytes))?;
        let mut text = Vec::new();
        reader.read_to_end(&mut text)?;
        Ok((String::from_utf8(text).expect("it was checked"), reader.get_ref().fingerprint()))
    }

    #[test]
    fn text_is_read_without_its_mark_and_known_by_its_fingerprint() {
        for text in ["", "a", "né à €5 🎓", "\u{feff}x", "\u{feff}", "\u{feff}\u{feff}"] {
            let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
            let (read, fingerprint) = read(text.as_bytes()).expect("text");
            assert_eq!((read.as_str(), fingerprint), (bare, Fingerprint::of(bare.as_bytes())));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"a\xff"[..], b"\xc3(", b"ab\xe2\x82", b"\xef\xbb", b"\xed\xa0\x80"] {
            let error = read(bytes).expect_err("no text");
            assert_eq!(error.kind(), ErrorKind::InvalidData);
        }
    }
}
