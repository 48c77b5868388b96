//! Bytes of a terminal to keys, pastes and clicks: one state machine, bounded in bytes, ended by time where the rest of a
//! sequence never comes. Whatever it does not understand (replies to questions that nobody asked, half of a sequence, bytes
//! that are no UTF-8) is dropped as a whole and never taken for keys. It reads nothing itself and knows no clock: whoever
//! feeds it asks [`Decoder::patience`] how long to wait for more, and says when that time is over.
//!
//! The grammar is ECMA-48 with xterm's and kitty's additions. A crate that decodes terminal output would take `ESC O P` and
//! a lone `ESC` for something else, which is why this one is our own.

mod sequence;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long the rest of a sequence may take after its `ESC`. Slow links deliver one within 25 to 50 ms; more than that
/// and a press of Esc itself feels late.
const REST_OF_A_SEQUENCE: Duration = Duration::from_millis(40);

/// How long a control string may pause. Its bytes come without a pause; after this one its end is not coming any more.
const REST_OF_A_STRING: Duration = Duration::from_millis(300);

/// How long a paste may pause: longer, because the rest of it would be taken for keys.
const REST_OF_A_PASTE: Duration = Duration::from_secs(1);

/// Parameters longer than this belong to no sequence that anybody sends as input.
const MAX_SEQUENCE_BYTES: usize = 64;

/// A paste beyond this is cut: nothing here takes text that long.
const MAX_PASTE_BYTES: usize = 1 << 20;

const CTRL_C: u8 = 0x03;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;
const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
const PASTE_END: &[u8] = b"\x1b[201~";

/// What the bytes so far are the start of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing.
    #[default]
    Ground,
    /// The bytes of one character.
    Utf8(Vec<u8>),
    /// A sequence, or the Esc key.
    Escape,
    /// A control sequence: its parameters and intermediate bytes.
    Control(Vec<u8>),
    /// A control sequence that is too long to be one; its end is still waited for.
    Overlong,
    /// A key of the keypad or a function key, `ESC O`.
    SingleShift,
    /// The three bytes that describe a click in xterm's first encoding, as far as they have come.
    Click(u8),
    /// A control string (OSC, DCS, APC, PM, SOS): dropped to its end.
    Text,
    /// The same, after an `ESC` that may be the start of its end.
    TextEscape,
    /// A paste.
    Paste(Vec<u8>),
}

/// The machine.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    events: Vec<Event>,
}

impl Decoder {
    /// What more bytes mean, together with those before.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        for &byte in bytes {
            self.step(byte);
        }
        std::mem::take(&mut self.events)
    }

    /// How long to wait for more bytes before [`Decoder::give_up`]; nothing where the bytes so far are complete.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Text | State::TextEscape => Some(REST_OF_A_STRING),
            State::Paste(_) => Some(REST_OF_A_PASTE),
            _ => Some(REST_OF_A_SEQUENCE),
        }
    }

    /// What the bytes so far mean if no more come: a lone `ESC` is the key, a paste ends, anything else is dropped.
    pub fn give_up(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.state) {
            State::Escape => self.key(KeyCode::Esc, KeyModifiers::NONE),
            State::Paste(bytes) => self.paste(&bytes),
            _ => {}
        }
        std::mem::take(&mut self.events)
    }

    fn step(&mut self, byte: u8) {
        match std::mem::take(&mut self.state) {
            State::Ground => self.ground(byte),
            State::Utf8(bytes) => self.character(bytes, byte),
            State::Escape => self.escape(byte),
            State::Control(bytes) => self.control(bytes, byte),
            State::Overlong => self.overlong(byte),
            State::SingleShift => self.single_shift(byte),
            State::Click(missing) => self.state = if missing > 1 { State::Click(missing - 1) } else { State::Ground },
            State::Text => self.text(byte),
            State::TextEscape => self.text_escape(byte),
            State::Paste(bytes) => self.pasted(bytes, byte),
        }
    }

    fn ground(&mut self, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            0xc2..=0xf4 => self.state = State::Utf8(vec![byte]),
            _ => self.press(byte, KeyModifiers::NONE),
        }
    }

    /// A key that sends one byte; bytes that start nothing are dropped.
    fn press(&mut self, byte: u8, held: KeyModifiers) {
        let (code, with) = match byte {
            b'\r' | b'\n' => (KeyCode::Enter, KeyModifiers::NONE),
            b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
            // Terminals differ in which of the two their Backspace sends.
            0x08 | 0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
            0x00 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
            0x01..=0x1a => (KeyCode::Char(char::from(byte - 1 + b'a')), KeyModifiers::CONTROL),
            0x1c..=0x1f => (KeyCode::Char(char::from(byte - 0x1c + b'4')), KeyModifiers::CONTROL),
            0x20..=0x7e => (KeyCode::Char(char::from(byte)), KeyModifiers::NONE),
            _ => return,
        };
        self.key(code, held | with);
    }

    fn character(&mut self, mut bytes: Vec<u8>, byte: u8) {
        if !(0x80..=0xbf).contains(&byte) {
            self.ground(byte);
            return;
        }
        bytes.push(byte);
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                for c in text.chars().filter(|c| !c.is_control()) {
                    self.key(KeyCode::Char(c), KeyModifiers::NONE);
                }
            }
            // Only what may still become a character is waited for.
            Err(error) if error.error_len().is_none() => self.state = State::Utf8(bytes),
            Err(_) => {}
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            ESC => {
                self.key(KeyCode::Esc, KeyModifiers::NONE);
                self.state = State::Escape;
            }
            b'[' => self.state = State::Control(Vec::new()),
            b'O' => self.state = State::SingleShift,
            b']' | b'P' | b'X' | b'^' | b'_' => self.state = State::Text,
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            b'\r' | b'\n' | b'\t' | 0x08 | 0x20.. => self.press(byte, KeyModifiers::ALT),
            _ => {}
        }
    }

    fn control(&mut self, mut bytes: Vec<u8>, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            _ if byte < 0x20 => {}
            // The console of Linux sends F1 to F5 as `ESC [ [ A` to `E`.
            b'[' if bytes.is_empty() => self.state = State::Control(vec![b'[']),
            0x20..=0x3f if bytes.len() < MAX_SEQUENCE_BYTES => {
                bytes.push(byte);
                self.state = State::Control(bytes);
            }
            0x20..=0x3f => self.state = State::Overlong,
            b'M' if bytes.is_empty() => self.state = State::Click(3),
            b'~' if bytes == b"200" => self.state = State::Paste(Vec::new()),
            0x40..=0x7e => self.events.extend(sequence::meaning(&bytes, byte)),
            _ => {}
        }
    }

    fn overlong(&mut self, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            0x20..=0x3f => self.state = State::Overlong,
            _ => {}
        }
    }

    fn single_shift(&mut self, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            _ => self.events.extend(sequence::of_keypad(byte)),
        }
    }

    fn text(&mut self, byte: u8) {
        match byte {
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            BELL | CANCEL | SUBSTITUTE => {}
            ESC => self.state = State::TextEscape,
            _ => self.state = State::Text,
        }
    }

    fn text_escape(&mut self, byte: u8) {
        match byte {
            b'\\' => {}
            ESC => self.state = State::TextEscape,
            // Another sequence has begun: the end of the string was lost.
            _ => self.escape(byte),
        }
    }

    fn pasted(&mut self, mut bytes: Vec<u8>, byte: u8) {
        if byte == CTRL_C {
            self.paste(&bytes);
            self.press(byte, KeyModifiers::NONE);
            return;
        }
        // The last bytes are kept even of a paste that is cut, because its end is among them.
        if bytes.len() == MAX_PASTE_BYTES + PASTE_END.len() {
            bytes.remove(MAX_PASTE_BYTES);
        }
        bytes.push(byte);
        match bytes.strip_suffix(PASTE_END) {
            Some(text) => self.paste(text),
            None => self.state = State::Paste(bytes),
        }
    }

    fn paste(&mut self, bytes: &[u8]) {
        let text = &bytes[..bytes.len().min(MAX_PASTE_BYTES)];
        self.events.push(Event::Paste(String::from_utf8_lossy(text).into_owned()));
    }

    fn key(&mut self, code: KeyCode, held: KeyModifiers) {
        self.events.push(Event::Key(KeyEvent::new(code, held)));
    }
}

#[cfg(test)]
mod tests;
