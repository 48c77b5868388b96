//! Values as JSON documents. Characters that a terminal could take for control sequences are written as `\u` escapes:
//! parsers read the same text, and it is safe to print.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::catalog::{is_plain, is_unsafe_char};

/// Writes an indented document with a final line break. The value is serialized straight into `out` and never held in
/// memory as a whole.
pub fn write_json(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    write_at(0, out, value)?;
    out.write_all(b"\n")
}

/// Writes a value, indented as at `depth` levels inside a document.
pub(super) fn write_at(depth: usize, out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut Serializer::with_formatter(out, Printable { depth, has_value: false }))?;
    Ok(())
}

/// Returns the document as text.
///
/// # Panics
/// Never: the value is serializable, and writing to memory does not fail.
pub fn json_text(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    write_json(&mut bytes, value).expect("memory takes every byte");
    String::from_utf8(bytes).expect("JSON is text")
}

/// The usual indented form with escaped strings. A large list has many lines, so each line starts with a single write.
struct Printable {
    depth: usize,
    /// Whether the innermost array or object already has a value.
    has_value: bool,
}

/// The separator between values, with more indentation than is usually needed.
const LINE: &[u8] = b",\n                                ";

impl Printable {
    /// Starts a line, after a comma unless it is the first.
    fn line<W: ?Sized + Write>(&self, out: &mut W, is_first: bool) -> io::Result<()> {
        let (start, width) = (usize::from(is_first), 2 * self.depth);
        let end = (2 + width).min(LINE.len());
        out.write_all(&LINE[start..end])?;
        (end..2 + width).try_for_each(|_| out.write_all(b" "))
    }

    fn begin<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth += 1;
        self.has_value = false;
        out.write_all(sign)
    }

    fn end<W: ?Sized + Write>(&mut self, out: &mut W, sign: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.has_value {
            self.line(out, true)?;
        }
        out.write_all(sign)
    }
}

impl Formatter for Printable {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if is_plain(fragment) {
            return out.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((place, c)) = rest.char_indices().find(|(_, c)| is_unsafe_char(*c)) {
            out.write_all(&rest.as_bytes()[..place])?;
            // `\u` escapes are UTF-16 code units, of which a character has one or two.
            c.encode_utf16(&mut [0; 2]).iter().try_for_each(|unit| write!(out, "\\u{unit:04x}"))?;
            rest = &rest[place + c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.line(out, is_first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.begin(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.end(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, is_first: bool) -> io::Result<()> {
        self.line(out, is_first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.has_value = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn what_a_terminal_could_obey_is_escaped_and_means_the_same() {
        let value = json!({"a\u{202e}": "\u{1b}[31m\u{9b}2J\u{2060}\u{e0041}", "b": "École 数据 👩\u{200d}💻\n"});
        let text = json_text(&value);
        assert!(!text.contains(|c: char| c != '\n' && is_unsafe_char(c)), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
        assert!(text.contains("École 数据 👩\u{200d}💻"));
    }

    #[test]
    fn the_form_is_the_usual_one() {
        let deep = (0..40).fold(json!(1), |inner, _| json!([inner]));
        for value in [json!({"a": [1, {"b": []}, "c"], "d": {}, "e": [[], [{}]]}), json!([]), json!(null), deep] {
            assert_eq!(json_text(&value), format!("{value:#}\n"));
        }
    }
}
