//! The code pages of DOS, in which spreadsheets still save when asked for `CSV (MS-DOS)`. No browser ever used them, so
//! the library of the other encodings does not have them.

use std::io::{self, BufRead, Read};

/// A code page: the characters of its upper half.
#[derive(Debug, PartialEq)]
pub(in super::super) struct CodePage {
    pub(super) name: &'static str,
    upper: &'static str,
}

/// The code page of Western Europe.
pub(super) const WESTERN: CodePage = CodePage {
    name: "code page 850 (DOS)",
    upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
            └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
};

/// The code page of the United States.
pub(super) const AMERICAN: CodePage = CodePage {
    name: "code page 437 (DOS)",
    upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
            └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
};

impl CodePage {
    /// A text in this code page.
    pub(super) fn decode(&self, bytes: &[u8]) -> String {
        let upper: Vec<char> = self.upper.chars().collect();
        bytes.iter().map(|byte| self::character(*byte, &upper)).collect()
    }

    /// A reader of a text in this code page as UTF-8.
    pub(in super::super) fn reader<R: BufRead>(&'static self, from: R) -> impl Read {
        Decoded { from, upper: self.upper.chars().collect() }
    }
}

fn character(byte: u8, upper: &[char]) -> char {
    if byte.is_ascii() { char::from(byte) } else { upper[usize::from(byte) - 128] }
}

struct Decoded<R> {
    from: R,
    upper: Vec<char>,
}

impl<R: BufRead> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        // No character of these code pages takes more than three bytes.
        const LONGEST: usize = 3;
        if into.len() < LONGEST {
            return Err(io::Error::other("the buffer is too small for a character"));
        }
        let chunk = self.from.fill_buf()?;
        let (mut used, mut written) = (0, 0);
        for byte in chunk {
            if written + LONGEST > into.len() {
                break;
            }
            written += character(*byte, &self.upper).encode_utf8(&mut into[written..]).len();
            used += 1;
        }
        self.from.consume(used);
        Ok(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_half_is_whole_and_a_text_is_read_as_it_was_written() {
        for page in [&WESTERN, &AMERICAN] {
            assert_eq!(page.upper.chars().count(), 128, "{}", page.name);
        }
        let mut text = String::new();
        WESTERN.reader(&b"M\x81nster, S\xc6o, 5 \x9c"[..]).read_to_string(&mut text).expect("memory");
        assert_eq!(text, "Münster, São, 5 £");
    }
}
