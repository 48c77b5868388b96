//! Documents that were damaged in many ways: whatever comes, no run ends in a panic, every record is accounted for, and
//! no escape sequence comes out.

use std::path::Path;

use prospectus::catalog::Catalog;
use prospectus::catalog::import::{Input, import};

use crate::run::document;

/// So many damaged forms of each document.
const FORMS: u64 = 12;

/// What is put into documents.
const BITS: [&[u8]; 18] = [
    b"null",
    b"[]",
    b"{}",
    b"\"\\u001b[2J\"",
    b"-1",
    b"1e400",
    b"\x1b]0;x\x07",
    b"\xff\xfe",
    b"\"",
    b",",
    b"}",
    b"[[[[[[[[",
    b"&#27;",
    b"\xc2\x9b31m",
    b"\r\r\n",
    b"9999999999999",
    b"\"$1\"",
    b"\0",
];

/// A sequence of numbers that is the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        let (from, length) = (numbers.below(bytes.len()), numbers.below(12));
        let to = (from + length).min(bytes.len());
        match numbers.below(4) {
            0 => drop(bytes.drain(from..to)),
            1 => bytes.truncate(from.max(1)),
            2 => bytes[from] ^= 1 << numbers.below(8),
            _ => drop(bytes.splice(from..to, BITS[numbers.below(BITS.len())].iter().copied())),
        }
    }
    bytes
}

fn assert_withstood(name: &str, bytes: &[u8]) {
    let input = Input::Reader(name.to_owned(), Box::new(std::io::Cursor::new(bytes.to_vec())));
    let imported = import(vec![input], None, None, &mut |_| {}).expect("bytes in memory can be read");
    let shown = format!("{:?}", imported.report);
    assert!(imported.report.adds_up(), "{shown}");
    assert!(!shown.contains("\\u{1b}") && !shown.contains("\\u{9b}"), "{shown}");
    let text = imported.text();
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text}");
    if let Err(error) = Catalog::from_text(&text) {
        panic!("{name}: {error:?}\n{}\n{text}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn no_damage_to_any_document_ends_in_a_panic_a_bad_catalogue_or_an_escape() {
    let mut names: Vec<_> =
        std::fs::read_dir(document("")).expect("the documents").map(|entry| entry.expect("an entry").path()).collect();
    names.sort();
    for path in names {
        let bytes = std::fs::read(&path).expect("a document");
        let name = path.file_name().map(Path::new).expect("a name").display().to_string();
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ bytes.len() as u64);
        for _ in 0..FORMS {
            assert_withstood(&name, &damaged(&bytes, &mut numbers));
        }
    }
}
