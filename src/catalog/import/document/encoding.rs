//! Detects the encoding of a document from its bytes: UTF-16 by its byte order mark or its zero bytes, UTF-8 if it is
//! valid throughout, and otherwise the encoding in which the words consist of the letters of some language.

use std::io::{self, BufRead};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::charset::Charset;
use super::letters;

/// The number of bytes of words with letters beyond ASCII that are enough to detect the encoding.
const ENOUGH: usize = 64 << 10;
/// The number of bytes after which the search for such words ends.
const MAX_SEARCHED: usize = 32 << 20;
/// The longest word, in bytes; a longer run without a blank or a comma is not counted.
const MAX_WORD: usize = 4 << 10;
/// A text is damaged UTF-8, rather than of another encoding, if at most one word in this many is not UTF-8.
const DAMAGED: usize = 10;

/// The encoding of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Detected {
    pub(super) charset: Charset,
    /// Whether some bytes are not of this encoding.
    is_damaged: bool,
}

impl Detected {
    /// UTF-8 without a fault.
    pub(super) const UTF_8: Self = Self { charset: Charset::Encoding(UTF_8), is_damaged: false };

    fn of(encoding: &'static Encoding) -> Self {
        Self { charset: Charset::Encoding(encoding), is_damaged: false }
    }

    /// What a report says of the encoding; `None` for plain UTF-8.
    pub(in super::super) fn remark(self) -> Option<String> {
        if self.is_damaged {
            return Some("is UTF-8 with bytes that are not; they were read as `\u{fffd}`".to_owned());
        }
        match self.charset {
            Charset::Encoding(encoding) => (encoding != UTF_8).then(|| format!("was read as {}", encoding.name())),
            Charset::Dos(page) => Some(format!("was read as {}", page.name)),
        }
    }
}

/// Detects the encoding of a document.
pub(super) fn detect(mut bytes: impl BufRead) -> io::Result<Detected> {
    let start = bytes.fill_buf()?;
    if let Some((encoding, _)) = Encoding::for_bom(start)
        && encoding != UTF_8
    {
        return Ok(Detected::of(encoding));
    }
    if let Some(encoding) = wide(start) {
        return Ok(Detected::of(encoding));
    }
    let declared = declared(start);
    let mut begun: Vec<u8> = Vec::new();
    loop {
        let chunk = bytes.fill_buf()?;
        let (used, is_over) = (chunk.len(), chunk.is_empty());
        begun.extend_from_slice(chunk);
        match std::str::from_utf8(&begun) {
            Ok(_) => begun.clear(),
            Err(error) if error.error_len().is_none() && !is_over => {
                begun.drain(..error.valid_up_to());
            }
            Err(_) => {
                bytes.consume(used);
                return Sample::of(&begun, bytes).map(|sample| sample.judge(declared));
            }
        }
        bytes.consume(used);
        if is_over {
            return Ok(Detected::UTF_8);
        }
    }
}

/// The number of bytes at the start in which a page declares its encoding.
const HEAD: usize = 1024;

/// The encoding that a page or an XML document declares, as in `charset=windows-1251`.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&start[..start.len().min(HEAD)]).to_lowercase();
    // In a table these words are no declaration.
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let at = ["charset=", "encoding="].iter().find_map(|name| head.find(name).map(|at| at + name.len()));
    let label = head[at.filter(|_| head.starts_with('<'))?..].trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// Detects UTF-16 without a byte order mark: in plain text, every other byte is 0.
fn wide(start: &[u8]) -> Option<&'static Encoding> {
    let start = &start[..start.len().min(256)];
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let enough = start.len() / 4;
    match (zeros(0), zeros(1)) {
        (even, odd) if start.len() >= 8 && odd > enough && even < enough / 4 + 1 => Some(UTF_16LE),
        (even, odd) if start.len() >= 8 && even > enough && odd < enough / 4 + 1 => Some(UTF_16BE),
        _ => None,
    }
}

/// The words of a document that contain more than ASCII, separated by blanks.
#[derive(Debug, Default)]
struct Sample {
    words: Vec<u8>,
    word: Vec<u8>,
    /// The number of words that are valid UTF-8.
    valid: usize,
    /// The number of words that are not.
    invalid: usize,
    /// Whether the last byte was a carriage return.
    is_return: bool,
    /// Whether a line ends in a carriage return and a line feed, as on DOS and Windows.
    ends_as_on_dos: bool,
}

impl Sample {
    /// Collects the words of what has been read and of what follows.
    fn of(read: &[u8], mut rest: impl BufRead) -> io::Result<Self> {
        let mut sample = Self::default();
        sample.add(read);
        let mut searched = 0;
        while sample.words.len() < ENOUGH && searched < MAX_SEARCHED {
            let chunk = rest.fill_buf()?;
            if chunk.is_empty() {
                break;
            }
            sample.add(chunk);
            let used = chunk.len();
            searched += used;
            rest.consume(used);
        }
        sample.end_word();
        Ok(sample)
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.ends_as_on_dos |= self.is_return && *byte == b'\n';
            self.is_return = *byte == b'\r';
            // A byte below `0` is no part of a longer character in any encoding.
            if *byte < b'0' {
                self.end_word();
            } else if self.word.len() <= MAX_WORD {
                self.word.push(*byte);
            }
        }
    }

    fn end_word(&mut self) {
        if !self.word.is_ascii() && self.word.len() <= MAX_WORD {
            let is_valid = std::str::from_utf8(&self.word).is_ok();
            self.valid += usize::from(is_valid);
            self.invalid += usize::from(!is_valid);
            if self.words.len() < ENOUGH {
                self.words.extend_from_slice(&self.word);
                self.words.push(b' ');
            }
        }
        self.word.clear();
    }

    /// The encoding of the words: the declared one if they are valid in it. A declaration of UTF-8 or Latin-1 is
    /// ignored, because many pages declare one of them by default.
    fn judge(&self, declared: Option<&'static Encoding>) -> Detected {
        let is_of = |encoding: &&'static Encoding| {
            ![UTF_8, WINDOWS_1252].contains(encoding)
                && encoding.decode_without_bom_handling_and_without_replacement(&self.words).is_some()
        };
        if let Some(encoding) = declared.filter(is_of) {
            return Detected::of(encoding);
        }
        if self.valid >= self.invalid.max(1) * DAMAGED {
            return Detected { charset: Charset::Encoding(UTF_8), is_damaged: true };
        }
        Detected { charset: letters::best(&self.words, self.ends_as_on_dos), is_damaged: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(bytes: &[u8]) -> Detected {
        detect(bytes).expect("memory")
    }

    #[test]
    fn an_encoding_is_told_by_its_words_wherever_they_stand() {
        let polish = encoding_rs::WINDOWS_1250.encode("Zarządzanie sprzedażą, Język: polski").0;
        let late = [b"title,price\n".repeat(40_000), polish.into_owned()].concat();
        assert_eq!(detected(&late).charset, Charset::Encoding(encoding_rs::WINDOWS_1250));
        assert_eq!(detected(b"title;Espa\xf1ol\x85 \x96").charset, Charset::Encoding(WINDOWS_1252));
        assert_eq!(detected("plain, né à".as_bytes()), Detected::UTF_8);
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_it_declares() {
        for (head, text) in [
            ("<html><meta charset=\"windows-1251\">", "Анализ данных"),
            ("<html><meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>", "入門 データ"),
            ("<?xml version='1.0' encoding='iso-8859-2'?>", "Inżynieria Łódź"),
            ("<html><meta charset=gb2312>", "数据科学"),
        ] {
            let label = declared(head.as_bytes()).expect("an encoding");
            let page = [head.as_bytes(), &label.encode(text).0].concat();
            assert_eq!(detected(&page).charset, Charset::Encoding(label), "{head}");
        }
        assert_eq!(declared(b"title,charset=windows-1251"), None);
    }

    #[test]
    fn a_text_in_utf_8_with_a_few_other_bytes_stays_utf_8() {
        let damaged = ["né à Ñandú ".repeat(20).as_bytes(), b"caf\xe9 "].concat();
        let detected = detected(&damaged);
        assert_eq!(detected.charset, Charset::Encoding(UTF_8));
        assert!(detected.remark().is_some_and(|remark| remark.contains("UTF-8")));
    }
}
