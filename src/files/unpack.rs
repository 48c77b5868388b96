//! Reads files that may be packed with gzip, which is told by their first bytes and never by their names. What a packed
//! file unpacks to is limited by its own size, because a few bytes can stand for gigabytes.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

/// The first bytes of a packed file.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The size of the read buffers in bytes.
const AT_ONCE: usize = 256 << 10;

/// The most bytes that one byte of a packed file may stand for. Text with much repetition packs to a hundredth; only a
/// file that is made to fill the memory packs to much less.
const MAX_RATIO: u64 = 200;
/// Every packed file may unpack to this many bytes.
const ALWAYS: u64 = 16 << 20;
/// No packed file may unpack to more bytes than this.
const MAX_UNPACKED: u64 = 4 << 30;

/// Whether a file that begins with these bytes is packed.
pub fn is_packed(start: &[u8]) -> bool {
    start.starts_with(&GZIP)
}

/// The content of a file of this size: unpacked if it is packed, and as it is otherwise.
pub fn unpacked<'r>(from: impl Read + 'r, size: u64) -> io::Result<Box<dyn BufRead + 'r>> {
    let mut from = BufReader::with_capacity(AT_ONCE, from);
    if !is_packed(from.fill_buf()?) {
        return Ok(Box::new(from));
    }
    let most = size.saturating_mul(MAX_RATIO).clamp(ALWAYS, MAX_UNPACKED);
    Ok(Box::new(BufReader::with_capacity(AT_ONCE, Limited { from: MultiGzDecoder::new(from), left: most })))
}

/// A reader that fails beyond a number of bytes.
struct Limited<R> {
    from: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.from.read(into)?;
        let too_large = || io::Error::new(io::ErrorKind::FileTooLarge, "it unpacks to far more than a catalogue holds");
        self.left = self.left.checked_sub(count as u64).ok_or_else(too_large)?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(text: impl Read) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        io::copy(&mut { text }, &mut packed).expect("memory");
        packed.finish().expect("memory")
    }

    fn read(bytes: &[u8]) -> io::Result<String> {
        let mut text = String::new();
        unpacked(bytes, bytes.len() as u64)?.read_to_string(&mut text).map(|_| text)
    }

    #[test]
    fn packed_and_plain_text_read_alike() {
        assert_eq!(read(b"[1]").expect("text"), "[1]");
        assert_eq!(read(&packed(&b"[1]"[..])).expect("text"), "[1]");
        // Two packed files one after the other are one text.
        assert_eq!(read(&[packed(&b"[1,"[..]), packed(&b"2]"[..])].concat()).expect("text"), "[1,2]");
        assert_eq!(read(b"").expect("text"), "");
    }

    #[test]
    fn a_packed_file_that_unpacks_to_gigabytes_is_stopped() {
        let bomb = packed(io::repeat(b' ').take(64 << 20));
        assert!(bomb.len() < 100_000);
        assert_eq!(read(&bomb).expect_err("a limit").kind(), io::ErrorKind::FileTooLarge);
        let mut real = GzEncoder::new(Vec::new(), Compression::fast());
        for number in 0..400_000 {
            writeln!(real, "{{\"id\": \"{number}\", \"title\": \"The same title\", \"kind\": \"xseries\"}}")
                .expect("memory");
        }
        assert!(read(&real.finish().expect("memory")).expect("text").len() > 20 << 20);
    }
}
