//! Translates terminal events into the types of [`crate::keys`] and then into actions. Key releases are
//! ignored; a paste is text.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Action, App, Toward};
use crate::keys::{Code, Held, Key, resolve};
use crate::ui::pointer;

/// The action for an event in the current state; `None` if the event means nothing there.
pub(super) fn action(app: &App, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) => resolve(app, translate(*key)?),
        // A paste into a window too small to show anything would be an invisible change.
        Event::Paste(_) if app.is_too_small() => None,
        Event::Paste(text) => Some(Action::Paste(text.clone())),
        Event::Resize(cols, rows) => Some(Action::Resize(*cols, *rows)),
        Event::Mouse(event) => point(app, *event),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// The action for a mouse event. `None` if it has no meaning, or while the mouse is left to the terminal.
fn point(app: &App, event: MouseEvent) -> Option<Action> {
    let (x, y) = (event.column, event.row);
    match event.kind {
        _ if !app.has_mouse => None,
        MouseEventKind::Down(MouseButton::Left) => pointer::click(app, x, y),
        MouseEventKind::ScrollDown => pointer::wheel(app, x, y, Toward::Next),
        MouseEventKind::ScrollUp => pointer::wheel(app, x, y, Toward::Previous),
        _ => None,
    }
}

/// Translates a key; `None` for a release and for keys without a meaning here.
fn translate(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let code = match key.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::F(number @ 1..=12) => Code::F(number),
        _ => return None,
    };
    Some(Key { code, held: held(key)? })
}

/// Returns the modifier held with the key; `None` for combinations that are never bound.
fn held(key: KeyEvent) -> Option<Held> {
    let (ctrl, alt) = (key.modifiers.contains(KeyModifiers::CONTROL), key.modifiers.contains(KeyModifiers::ALT));
    match (ctrl, alt) {
        (false, false) => Some(Held::Nothing),
        (true, false) => Some(Held::Ctrl),
        (false, true) => Some(Held::Alt),
        // Windows reports AltGr as Ctrl and Alt together; the character that it types is plain text.
        (true, true) => matches!(key.code, KeyCode::Char(_)).then_some(Held::Nothing),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn point_09_a_release_is_nothing_and_a_repeat_is_a_press() {
        let key = |kind| KeyEvent::new_with_kind(KeyCode::Char('j'), KeyModifiers::NONE, kind);
        assert_eq!(translate(key(KeyEventKind::Release)), None);
        assert_eq!(translate(key(KeyEventKind::Press)), Some(Key::char('j')));
        assert_eq!(translate(key(KeyEventKind::Repeat)), Some(Key::char('j')));
    }

    #[test]
    fn point_31_what_altgr_writes_is_text() {
        for c in "@#[{~ąłó".chars() {
            let key = KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL | KeyModifiers::ALT);
            assert_eq!(translate(key), Some(Key::char(c)));
        }
    }

    #[test]
    fn every_key_that_can_be_set_in_a_file_can_be_pressed() {
        let pressed = |code| translate(KeyEvent::new(code, KeyModifiers::NONE));
        assert_eq!(pressed(KeyCode::F(5)), Key::named("F5"));
        assert_eq!(pressed(KeyCode::PageDown), Key::named("PgDn"));
        assert_eq!(pressed(KeyCode::Char(' ')), Key::named("Space"));
    }
}
