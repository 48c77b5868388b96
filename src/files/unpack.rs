//! Reads files that may be compressed with gzip, which is detected by their first bytes and never by their names. The
//! decompressed size is limited relative to the compressed size, because a few bytes can decompress to gigabytes.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;

/// The magic number of gzip.
const GZIP: [u8; 2] = [0x1f, 0x8b];
/// The size of the read buffers in bytes.
const AT_ONCE: usize = 256 << 10;

/// The maximum ratio of decompressed to compressed size. Very repetitive text reaches 100; only a file made to exhaust
/// memory exceeds this.
const MAX_RATIO: u64 = 200;
/// The decompressed size in bytes that is always allowed.
const ALWAYS: u64 = 16 << 20;
/// The maximum decompressed size in bytes.
const MAX_UNPACKED: u64 = 4 << 30;

/// Whether a file that begins with these bytes is compressed.
pub fn is_packed(start: &[u8]) -> bool {
    start.starts_with(&GZIP)
}

/// Returns the content of a file of this size, decompressed if necessary.
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
