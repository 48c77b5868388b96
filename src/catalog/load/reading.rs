//! Reads the bytes of a catalogue file for the parser. A single pass drops the byte order mark, rejects text that is
//! not UTF-8 and computes the fingerprint, without holding the file in memory.

use std::io::{self, BufReader, Chain, Cursor, ErrorKind, Read};

use twox_hash::XxHash3_128;

use crate::catalog::container::Fingerprint;

/// The byte order mark with which some editors begin a file. It is not part of the text.
const MARK: &[u8] = "\u{feff}".as_bytes();
/// The size of the read buffer in bytes.
const AT_ONCE: usize = 256 << 10;

/// A reader of UTF-8 text that computes the fingerprint of what it has read.
pub(super) struct Reading<R> {
    from: Chain<Cursor<Vec<u8>>, R>,
    hash: XxHash3_128,
    size: u64,
    /// The first bytes of a character that continues in the next read.
    begun: Vec<u8>,
}

impl<R: Read> Reading<R> {
    /// Starts reading, and skips a byte order mark.
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

    /// The fingerprint of everything read so far.
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

/// The incomplete character at the end of `bytes`, usually empty; an error if the bytes are not UTF-8.
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

    /// Returns one byte at a time, so that every character is split across reads.
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
