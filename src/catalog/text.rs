//! `Text`: a read-only string of the catalogue. Most are dates, languages or names, so short strings are stored inline
//! and only long ones are allocated. This file also defines which characters a catalogue may not contain: its text is
//! data and must never reach a terminal as a command.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use compact_str::CompactString;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::english::capitalised;

/// A read-only string. Short ones are stored inline.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Text(CompactString);

impl Text {
    /// The string as a slice.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_str()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl From<&'static str> for Text {
    fn from(text: &'static str) -> Self {
        Self(CompactString::const_new(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl Visitor<'_> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, text: &str) -> Result<Text, E> {
                Ok(Text(text.into()))
            }
        }

        // JSON is checked field by field with a message for each. A compiled text was checked before it was written, so
        // an unsafe character in it is damage.
        let is_compiled = !deserializer.is_human_readable();
        let text: Self = deserializer.deserialize_str(TextVisitor)?;
        if is_compiled && has_unsafe_char(&text) {
            return Err(D::Error::custom("an unsafe character"));
        }
        Ok(text)
    }
}

/// Whether a character is forbidden in a catalogue: control characters, which start escape sequences, and invisible
/// characters that reverse the direction of text or take no space and so can make two titles look the same.
pub fn is_unsafe_char(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}')
}

/// ZERO WIDTH JOINER: joins two emoji into one; anywhere else it is invisible.
const JOINER: char = '\u{200d}';

/// Whether a text contains a forbidden character, or a joiner that does not follow an emoji.
pub fn has_unsafe_char(text: &str) -> bool {
    !is_plain(text) && unsafe_chars(text).any(|(_, is_unsafe)| is_unsafe)
}

/// Whether a text has only visible ASCII characters and blanks, as nearly every text of a catalogue does.
pub fn is_plain(text: &str) -> bool {
    // Without a branch for each byte, the comparison is vectorized.
    let are_plain = |bytes: &[u8]| bytes.iter().fold(true, |are, byte| are & (byte.wrapping_sub(b' ') <= b'~' - b' '));
    text.as_bytes().chunks(32).all(are_plain)
}

/// All characters of a text, each with whether it is forbidden there.
fn unsafe_chars(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut before = None;
    text.chars().map(move |c| {
        let is_stray_joiner = c == JOINER && !before.replace(c).is_some_and(is_emoji);
        before = Some(c);
        (c, is_unsafe_char(c) || is_stray_joiner)
    })
}

/// Whether a joiner may follow this character: symbols, pictographs and the emoji variation selector.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Replaces every character that a terminal could take for a command. For text from outside a checked catalogue, such
/// as a query, or a file name in a message.
pub fn printable(text: &str) -> Cow<'_, str> {
    if has_unsafe_char(text) {
        Cow::Owned(unsafe_chars(text).map(|(c, is_unsafe)| if is_unsafe { '\u{fffd}' } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// Makes each line of a text [`printable`] and keeps the line breaks. Every printer calls this last, so that no text
/// reaches a terminal as a command, whatever its source.
pub fn printable_lines(text: String) -> String {
    // Nearly every text is safe, so the common case must not allocate.
    if text.split('\n').any(has_unsafe_char) {
        text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
    } else {
        text
    }
}

/// Turns a fragment from the middle of a sentence into a sentence: capitalized, with a full stop.
pub fn sentence(text: &str) -> String {
    let stop = if text.is_empty() || text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{stop}", capitalised(text))
}

/// Removes whole escape sequences. Removing only the escape character would leave their letters in the text.
pub fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let introducer = match c {
            '\u{1b}' => chars.next(),
            '\u{9b}' => Some('['),
            '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => Some(']'),
            c => {
                plain.push(c);
                continue;
            }
        };
        match introducer {
            Some('[') => while chars.next().is_some_and(|c| !matches!(c, '\u{40}'..='\u{7e}')) {},
            Some(']' | 'P' | 'X' | '^' | '_') => skip_string(&mut chars),
            _ => {}
        }
    }
    plain
}

/// Skips a control string, which ends with BEL, ST or `ESC \`.
fn skip_string(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while let Some(c) = chars.next() {
        match c {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                chars.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_sequences_do_not_survive_printing() {
        assert_eq!(printable("a\u{1b}[31mb\u{9b}c\u{202e}d"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d");
        assert!(matches!(printable("École"), Cow::Borrowed("École")));
    }

    #[test]
    fn of_several_lines_each_is_made_printable_and_the_ends_stay() {
        assert_eq!(printable_lines("a\n\u{1b}[2J\n\r\n".to_owned()), "a\n\u{fffd}[2J\n\u{fffd}\n");
        assert_eq!(printable_lines("a\n\nb\n".to_owned()), "a\n\nb\n");
    }

    #[test]
    fn characters_that_nobody_sees_do_not_stand_in_a_catalogue() {
        for hidden in ["a\u{2060}b", "a\u{ad}b", "a\u{200d}b", "a\u{e0041}b", "a\u{206a}b"] {
            assert!(has_unsafe_char(hidden), "{}", hidden.escape_unicode());
        }
        for seen in ["👩\u{200d}💻", "❤\u{fe0f}\u{200d}🔥", "نامه\u{200c}ای", "naïve"] {
            assert!(!has_unsafe_char(seen), "{}", seen.escape_unicode());
        }
    }

    #[test]
    fn a_compiled_text_that_could_be_a_command_is_damage() {
        let packed = |text: &str| postcard::to_allocvec(&text.to_owned()).expect("bytes");
        assert!(postcard::from_bytes::<Text>(&packed("Data\u{1b}[31m")).is_err());
        assert_eq!(postcard::from_bytes::<Text>(&packed("Data")).expect("a text"), "Data");
    }
}
