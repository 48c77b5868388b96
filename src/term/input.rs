//! What the terminal sends, in our own words. Releases of keys are nothing; a paste is text.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::app::{Action, App};
use crate::keys::{Code, Key, resolve};
use crate::ui::pointer;

/// Terminals send Alt and a letter as Esc and the letter, and so they cannot be told apart: it is both keys.
pub(super) fn apart(event: Event) -> Vec<Event> {
    match event {
        Event::Key(key) if key.modifiers.contains(KeyModifiers::ALT) => {
            let esc = KeyEvent { code: KeyCode::Esc, modifiers: KeyModifiers::NONE, ..key };
            let rest = KeyEvent { modifiers: key.modifiers - KeyModifiers::ALT, ..key };
            vec![Event::Key(esc), Event::Key(rest)]
        }
        event => vec![event],
    }
}

/// The action that an event asks for in the present state.
pub(super) fn action(app: &App, event: &Event) -> Option<Action> {
    match event {
        Event::Key(key) => resolve(app, translate(*key)?),
        Event::Paste(text) => Some(Action::Paste(text.clone())),
        Event::Resize(cols, rows) => Some(Action::Resize(*cols, *rows)),
        Event::Mouse(event) => point(app, *event),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// The action that the mouse asks for; nothing while it is left to the terminal.
fn point(app: &App, event: MouseEvent) -> Option<Action> {
    let (x, y) = (event.column, event.row);
    match event.kind {
        _ if !app.has_mouse => None,
        MouseEventKind::Down(MouseButton::Left) => pointer::click(app, x, y),
        MouseEventKind::ScrollDown => pointer::wheel(app, x, y, true),
        MouseEventKind::ScrollUp => pointer::wheel(app, x, y, false),
        _ => None,
    }
}

/// Our name for a key; nothing for a release and for keys that have no meaning here.
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
    Some(Key { code, ctrl: key.modifiers.contains(KeyModifiers::CONTROL) })
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
    fn every_key_that_can_be_set_in_a_file_can_be_pressed() {
        let pressed = |code| translate(KeyEvent::new(code, KeyModifiers::NONE));
        assert_eq!(pressed(KeyCode::F(5)), Key::named("F5"));
        assert_eq!(pressed(KeyCode::PageDown), Key::named("PgDn"));
        assert_eq!(pressed(KeyCode::Char(' ')), Key::named("Space"));
    }
}
