//! Decodes the bytes of a terminal into keys, pastes and clicks: one state machine with bounded memory that gives up
//! after a timeout if the rest of a sequence never comes.
//!
//! Whatever it does not understand (unrequested replies, truncated sequences, invalid UTF-8) is dropped as a whole and
//! never taken for keys. It does no I/O and reads no clock: the caller waits for more bytes as long as
//! [`Decoder::patience`] says, and then calls [`Decoder::give_up`].
//!
//! The grammar is ECMA-48 with the extensions of xterm and kitty. It is written here because parsers made for terminal
//! output read `ESC O P` and a lone `ESC` differently.

mod sequence;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use crate::catalog::without_escapes;

/// How long to wait for the rest of a sequence after `ESC`. Slow links deliver it within 25 to 50 ms; a longer wait
/// makes the Esc key itself feel slow.
const REST_OF_A_SEQUENCE: Duration = Duration::from_millis(40);

/// How long to wait for the rest of a control string. Its bytes are sent without a pause, so after
/// this time its end is lost.
const REST_OF_A_STRING: Duration = Duration::from_millis(300);

/// How long to wait for the rest of a paste. It is longer because the rest would otherwise be taken for keys.
const REST_OF_A_PASTE: Duration = Duration::from_secs(1);

/// Longest parameters of a control sequence, in bytes; no known input sequence is longer.
const MAX_SEQUENCE_BYTES: usize = 64;

/// Longest paste, in bytes; a longer one is cut. No field here takes text that long.
const MAX_PASTE_BYTES: usize = 1 << 20;

const CTRL_C: u8 = 0x03;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;
const ESC: u8 = 0x1b;
const BELL: u8 = 0x07;
const SINGLE_SHIFT: u8 = 0x8f;
const CONTROL_SEQUENCE: u8 = 0x9b;
const STRING_TERMINATOR: u8 = 0x9c;

/// What the bytes read so far may become.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum State {
    /// Nothing: the last sequence is complete.
    #[default]
    Ground,
    /// A character of several bytes, and the keys held with it.
    Utf8(Vec<u8>, KeyModifiers),
    /// An escape sequence, or a press of the Esc key.
    Escape,
    /// An escape sequence with intermediate bytes, of which this is the first; the key with Alt if nothing follows.
    Intermediate(u8),
    /// A control sequence (CSI): its parameter and intermediate bytes.
    Control(Vec<u8>, Introducer),
    /// A control sequence that is too long or contains an invalid byte; it is skipped up to its final byte.
    Skipped,
    /// A keypad or function key, after `ESC O`.
    SingleShift,
    /// A click in xterm's original encoding, and how many of its three bytes are still to come.
    Click(u8),
    /// A control string (OSC, DCS, APC, PM, SOS), which is skipped to its end.
    Text,
    /// A control string that began with one byte (C1) and may end with one.
    Text8,
    /// A control string after an `ESC` that may begin its terminator.
    TextEscape,
    /// The text of a bracketed paste, and the bytes that begin a control sequence there.
    Paste(Vec<u8>, Introducer),
}

/// The form of the control sequences around a paste. A terminal that sends C1 bytes ends a paste with one; in the paste
/// of any other terminal, that byte may be part of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Introducer {
    /// `ESC [`.
    Escape,
    /// The C1 byte.
    Byte,
}

impl Introducer {
    fn paste_end(self) -> &'static [u8] {
        match self {
            Self::Escape => b"\x1b[201~",
            Self::Byte => b"\x9b201~",
        }
    }
}

/// The decoder: its state, and the events not yet returned.
#[derive(Debug, Default)]
pub struct Decoder {
    state: State,
    events: Vec<Event>,
}

impl Decoder {
    /// Takes more bytes and returns the events that they complete.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        for &byte in bytes {
            self.step(byte);
        }
        std::mem::take(&mut self.events)
    }

    /// How long to wait for more bytes before calling [`Decoder::give_up`]; `None` if no sequence is open.
    pub fn patience(&self) -> Option<Duration> {
        match self.state {
            State::Ground => None,
            State::Text | State::Text8 | State::TextEscape => Some(REST_OF_A_STRING),
            State::Paste(..) => Some(REST_OF_A_PASTE),
            _ => Some(REST_OF_A_SEQUENCE),
        }
    }

    /// Ends an open sequence that nothing followed, and returns its events: a lone `ESC` is the Esc key, a paste ends,
    /// everything else is dropped.
    pub fn give_up(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.state) {
            State::Escape => self.key(KeyCode::Esc, KeyModifiers::NONE),
            State::Intermediate(byte) => self.press(byte, KeyModifiers::ALT),
            State::Paste(bytes, _) => self.paste(&bytes),
            _ => {}
        }
        std::mem::take(&mut self.events)
    }

    fn step(&mut self, byte: u8) {
        match std::mem::take(&mut self.state) {
            State::Ground => self.ground(byte),
            State::Utf8(bytes, held) => self.character(bytes, held, byte),
            State::Escape => self.escape(byte),
            State::Control(bytes, from) => self.control(bytes, from, byte),
            State::Intermediate(first) => self.intermediate(first, byte),
            State::Skipped => self.skipped(byte),
            State::SingleShift => self.single_shift(byte),
            State::Click(missing) => self.state = if missing > 1 { State::Click(missing - 1) } else { State::Ground },
            State::Text => self.text(byte, State::Text),
            State::Text8 if byte == STRING_TERMINATOR => {}
            State::Text8 => self.text(byte, State::Text8),
            State::TextEscape => self.text_escape(byte),
            State::Paste(bytes, from) => self.pasted(bytes, from, byte),
        }
    }

    fn ground(&mut self, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            0x80.. => self.high(byte, KeyModifiers::NONE),
            _ => self.press(byte, KeyModifiers::NONE),
        }
    }

    /// Handles a byte beyond ASCII where a character may begin. Bytes that begin no character are C1 controls, the
    /// one-byte forms of `ESC` and a letter.
    fn high(&mut self, byte: u8, held: KeyModifiers) {
        match byte {
            SINGLE_SHIFT => self.state = State::SingleShift,
            // DCS, SOS, OSC, PM and APC.
            0x90 | 0x98 | 0x9d..=0x9f => self.state = State::Text8,
            CONTROL_SEQUENCE => self.state = State::Control(Vec::new(), Introducer::Byte),
            0xc2..=0xf4 => self.state = State::Utf8(vec![byte], held),
            _ => {}
        }
    }

    /// Reports a key that sends one byte. Bytes that no key sends are dropped.
    fn press(&mut self, byte: u8, held: KeyModifiers) {
        let (code, with) = match byte {
            b'\r' | b'\n' => (KeyCode::Enter, KeyModifiers::NONE),
            b'\t' => (KeyCode::Tab, KeyModifiers::NONE),
            // Terminals differ in which of these two bytes Backspace sends.
            0x08 | 0x7f => (KeyCode::Backspace, KeyModifiers::NONE),
            0x00 => (KeyCode::Char(' '), KeyModifiers::CONTROL),
            0x01..=0x1a => (KeyCode::Char(char::from(byte - 1 + b'a')), KeyModifiers::CONTROL),
            0x1c..=0x1f => (KeyCode::Char(char::from(byte - 0x1c + b'4')), KeyModifiers::CONTROL),
            0x20..=0x7e => (KeyCode::Char(char::from(byte)), KeyModifiers::NONE),
            _ => return,
        };
        self.key(code, held | with);
    }

    /// Continues a multi-byte character. An invalid one is dropped with as many bytes as its first byte announced,
    /// because the rest would be taken for controls.
    fn character(&mut self, mut bytes: Vec<u8>, held: KeyModifiers, byte: u8) {
        if !(0x80..=0xbf).contains(&byte) {
            self.ground(byte);
            return;
        }
        bytes.push(byte);
        if bytes.len() < announced(bytes[0]) {
            self.state = State::Utf8(bytes, held);
            return;
        }
        match std::str::from_utf8(&bytes).unwrap_or_default().chars().next() {
            // xterm encodes its C1 controls like all other characters.
            Some(c @ '\u{80}'..='\u{9f}') => self.high(c as u8, held),
            Some(c) => self.key(KeyCode::Char(c), held),
            None => {}
        }
    }

    fn escape(&mut self, byte: u8) {
        match byte {
            // Some terminals send `ESC ESC [ A` for Alt and an arrow. Esc followed by an arrow gives the same bytes if
            // they are read together, and is more frequent.
            ESC => {
                self.key(KeyCode::Esc, KeyModifiers::NONE);
                self.state = State::Escape;
            }
            b'[' => self.state = State::Control(Vec::new(), Introducer::Escape),
            b'O' => self.state = State::SingleShift,
            b']' | b'P' | b'X' | b'^' | b'_' => self.state = State::Text,
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            0x20..=0x2f => self.state = State::Intermediate(byte),
            b'\r' | b'\n' | b'\t' | 0x08 | 0x30..=0x7f => self.press(byte, KeyModifiers::ALT),
            0x80.. => self.high(byte, KeyModifiers::ALT),
            _ => {}
        }
    }

    fn intermediate(&mut self, first: u8, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            0x20..=0x2f => self.state = State::Intermediate(first),
            0x80.. => self.high(byte, KeyModifiers::ALT),
            _ => {}
        }
    }

    fn control(&mut self, mut bytes: Vec<u8>, from: Introducer, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            CANCEL | SUBSTITUTE => {}
            // The Linux console sends F1 to F5 as `ESC [ [ A` to `ESC [ [ E`.
            b'[' if bytes.is_empty() => self.state = State::Control(vec![b'['], from),
            0x20..=0x3f if bytes.len() < MAX_SEQUENCE_BYTES => {
                bytes.push(byte);
                self.state = State::Control(bytes, from);
            }
            b'M' if bytes.is_empty() => self.state = State::Click(3),
            b'~' if bytes == b"200" => self.state = State::Paste(Vec::new(), from),
            0x40..=0x7e => self.events.extend(sequence::meaning(&bytes, byte)),
            _ => self.state = State::Skipped,
        }
    }

    fn skipped(&mut self, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            CANCEL | SUBSTITUTE | 0x40..=0x7e => {}
            _ => self.state = State::Skipped,
        }
    }

    fn single_shift(&mut self, byte: u8) {
        match byte {
            ESC => self.state = State::Escape,
            0x80.. => self.high(byte, KeyModifiers::ALT),
            _ => self.events.extend(sequence::of_keypad(byte)),
        }
    }

    fn text(&mut self, byte: u8, here: State) {
        match byte {
            CTRL_C => self.press(byte, KeyModifiers::NONE),
            BELL | CANCEL | SUBSTITUTE => {}
            ESC => self.state = State::TextEscape,
            _ => self.state = here,
        }
    }

    fn text_escape(&mut self, byte: u8) {
        match byte {
            b'\\' => {}
            ESC => self.state = State::TextEscape,
            // Another sequence has begun: the terminator of the string was lost.
            _ => self.escape(byte),
        }
    }

    fn pasted(&mut self, mut bytes: Vec<u8>, from: Introducer, byte: u8) {
        if byte == CTRL_C {
            self.paste(&bytes);
            self.press(byte, KeyModifiers::NONE);
            return;
        }
        // A paste that is too long keeps its latest bytes, so that the end marker is still recognized.
        let end = from.paste_end();
        if bytes.len() == MAX_PASTE_BYTES + end.len() {
            bytes.remove(MAX_PASTE_BYTES);
        }
        bytes.push(byte);
        match bytes.strip_suffix(end) {
            // The first byte of the end marker may have been encoded as a UTF-8 character.
            Some(text) => self.paste(text.strip_suffix(b"\xc2").unwrap_or(text)),
            None => self.state = State::Paste(bytes, from),
        }
    }

    fn paste(&mut self, bytes: &[u8]) {
        let text = &bytes[..bytes.len().min(MAX_PASTE_BYTES)];
        // Text copied from a terminal may contain colour sequences, which would match nothing in a search.
        self.events.push(Event::Paste(without_escapes(&String::from_utf8_lossy(text))));
    }

    fn key(&mut self, code: KeyCode, held: KeyModifiers) {
        self.events.push(Event::Key(KeyEvent::new(code, held)));
    }
}

/// The length of a character that starts with this byte, in bytes.
fn announced(first: u8) -> usize {
    match first {
        0xf0.. => 4,
        0xe0.. => 3,
        _ => 2,
    }
}

#[cfg(test)]
mod tests;
