//! A JSON document as text. Programs read it, and people look at it in a terminal: a character that a terminal could
//! take for a command is written as an escape, which means the same to whoever parses it.

use serde_json::Value;

use crate::catalog::is_unsafe_char;

/// The document with indented lines, the last one ended.
pub fn json_text(value: &Value) -> String {
    let mut text = format!("{value:#}\n");
    let is_escaped = |c: char| c != '\n' && is_unsafe_char(c);
    if text.contains(is_escaped) {
        text = text.chars().map(|c| if is_escaped(c) { escape(c) } else { c.to_string() }).collect();
    }
    text
}

/// An escape for each of the one or two units that a character has in UTF-16.
fn escape(c: char) -> String {
    c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_terminal_could_obey_is_escaped_and_means_the_same() {
        let value = json!({"a\u{202e}": "\u{1b}[31m\u{9b}2J\u{2060}\u{e0041}", "b": "École 数据 👩\u{200d}💻\n"});
        let text = json_text(&value);
        assert!(!text.contains(|c: char| c != '\n' && is_unsafe_char(c)), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("JSON"), value);
        assert!(text.contains("École 数据 👩\u{200d}💻"));
    }
}
