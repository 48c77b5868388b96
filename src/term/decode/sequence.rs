//! Translates one complete control sequence into a key or a click. Sequences with missing, oversized or malformed
//! parameters mean nothing and yield `None`.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// The event for `ESC [`, these parameters and this final byte.
pub(super) fn meaning(parameters: &[u8], last: u8) -> Option<Event> {
    match (parameters.first(), last) {
        (Some(b'<'), b'M' | b'm') => click(&numbers(&parameters[1..])?, last),
        (Some(b'['), b'A'..=b'E') if parameters.len() == 1 => {
            Some(pressed(KeyCode::F(last - b'A' + 1), KeyModifiers::NONE))
        }
        _ => of_key(&numbers(parameters)?, last),
    }
}

/// The event for `ESC O` and this byte: arrow and function keys in one mode of the terminal, keypad keys in another.
pub(super) fn of_keypad(last: u8) -> Option<Event> {
    let code = match last {
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b'X' => KeyCode::Char('='),
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        _ => named(last)?,
    };
    Some(pressed(code, KeyModifiers::NONE))
}

/// A parameter with its subparameters, which are separated by colons.
type Parameter = Vec<u32>;

/// Parses the parameters; `None` if one is not a number. A missing number is 0.
fn numbers(parameters: &[u8]) -> Option<Vec<Parameter>> {
    let text = std::str::from_utf8(parameters).ok()?;
    let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse().ok() };
    text.split(';').map(|one| one.split(':').map(number).collect()).collect()
}

fn number(parameters: &[Parameter], place: usize) -> u32 {
    parameters.get(place).and_then(|one| one.first()).copied().unwrap_or_default()
}

fn of_key(parameters: &[Parameter], last: u8) -> Option<Event> {
    let held = held(parameters.get(1))?;
    match last {
        b'~' if number(parameters, 0) == 27 => of_character(number(parameters, 2), held),
        b'~' => Some(pressed(numbered(number(parameters, 0))?, held)),
        b'u' => of_kitty(parameters, held),
        b'Z' => Some(pressed(KeyCode::BackTab, KeyModifiers::NONE)),
        b'P' | b'Q' | b'S' => Some(pressed(KeyCode::F(last - b'P' + 1), held)),
        // `ESC [ 1 ; 2 R` may be Shift-F3 or a cursor position report, so it is ignored.
        _ => Some(pressed(named(last)?, held)),
    }
}

/// Returns the held modifier keys, which are sent as one plus a bit mask. `None` if the key is to be ignored: the
/// desktop handles Super, Hyper and Meta, and a 3 after a colon marks a release.
fn held(parameter: Option<&Parameter>) -> Option<KeyModifiers> {
    const OF_THE_DESKTOP: u32 = 8 | 16 | 32;
    let bits = parameter.and_then(|one| one.first()).copied().unwrap_or_default().saturating_sub(1);
    let is_release = parameter.and_then(|one| one.get(1)) == Some(&3);
    let each = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    let held = each.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, key)| key);
    (!is_release && bits & OF_THE_DESKTOP == 0).then(|| held.collect())
}

fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F((number - 10) as u8),
        17..=21 => KeyCode::F((number - 11) as u8),
        23 | 24 => KeyCode::F((number - 12) as u8),
        _ => return None,
    })
}

/// Returns a key in kitty's form: the key code, the code with Shift, the modifier keys, and the text that the key
/// produces.
fn of_kitty(parameters: &[Parameter], held: KeyModifiers) -> Option<Event> {
    if let Some(text) = parameters.get(2).and_then(|text| text.first()).filter(|text| **text > 0) {
        return of_character(*text, held - KeyModifiers::SHIFT);
    }
    let shifted = parameters.first().and_then(|key| key.get(1)).filter(|key| **key > 0);
    match (number(parameters, 0), shifted) {
        (_, Some(shifted)) if held.contains(KeyModifiers::SHIFT) => of_character(*shifted, held),
        (57_399..=57_408, _) => of_character(number(parameters, 0) - 57_399 + u32::from(b'0'), held),
        (57_409..=57_413, _) => of_character(u32::from(b"./*-+"[(number(parameters, 0) - 57_409) as usize]), held),
        (57_414, _) => Some(pressed(KeyCode::Enter, held)),
        (57_417..=57_426, _) => Some(pressed(KITTY_KEYPAD[(number(parameters, 0) - 57_417) as usize], held)),
        (key, _) => of_character(key, held),
    }
}

/// The keypad keys without Num Lock, from code 57417 on.
const KITTY_KEYPAD: [KeyCode; 10] = [
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Insert,
    KeyCode::Delete,
];

fn of_character(code: u32, held: KeyModifiers) -> Option<Event> {
    let is_shifted = held.contains(KeyModifiers::SHIFT);
    let key = match code {
        9 if is_shifted => KeyCode::BackTab,
        9 => KeyCode::Tab,
        13 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        _ => KeyCode::Char(typed(char::from_u32(code)?, is_shifted)?),
    };
    Some(pressed(key, held))
}

/// Returns the character that a key types. `None` for control characters, and for keys without a character, to which
/// kitty assigns code points in the private use area.
fn typed(c: char, is_shifted: bool) -> Option<char> {
    let is_text = !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&c);
    let mut upper = c.to_uppercase();
    let shifted = if is_shifted { upper.next().filter(|_| upper.next().is_none()) } else { None };
    is_text.then_some(shifted.unwrap_or(c))
}

fn pressed(code: KeyCode, held: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, held))
}

/// A click in xterm's SGR encoding: the button, then the column and the row, counted from 1.
fn click(parameters: &[Parameter], last: u8) -> Option<Event> {
    let kind = match (number(parameters, 0), last) {
        (0, b'M') => MouseEventKind::Down(MouseButton::Left),
        (0, _) => MouseEventKind::Up(MouseButton::Left),
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let place = |at| u16::try_from(number(parameters, at)).ok()?.checked_sub(1);
    Some(Event::Mouse(MouseEvent { kind, column: place(1)?, row: place(2)?, modifiers: KeyModifiers::NONE }))
}
