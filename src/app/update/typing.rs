//! The line of the search: every change searches at once and selects the best hit.

use tui_input::InputRequest;

use super::explore::search;
use crate::app::{App, Edit, Pane, Screen};

/// The longest query that can be typed.
const LONGEST: usize = 200;

pub(super) fn start(app: &mut App) {
    app.screen = Screen::Explore;
    app.overlays.clear();
    app.focus = Pane::List;
    app.is_typing = true;
}

pub(super) fn edit(app: &mut App, edit: Edit) {
    let request = match edit {
        Edit::Insert(_) if app.input.value().chars().count() >= LONGEST => return,
        Edit::Insert(c) => InputRequest::InsertChar(c),
        Edit::Backspace => InputRequest::DeletePrevChar,
        Edit::Delete => InputRequest::DeleteNextChar,
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Home => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::DeleteWord => InputRequest::DeletePrevWord,
        Edit::DeleteToStart => InputRequest::DeleteLine,
    };
    app.input.handle(request);
    changed(app);
}

/// A pasted text is text: line breaks become blanks and control characters are left out.
pub(super) fn paste(app: &mut App, text: &str) {
    if !app.is_typing {
        return;
    }
    let room = LONGEST.saturating_sub(app.input.value().chars().count());
    let clean = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    for c in clean.filter(|c| !crate::catalog::is_unsafe_char(*c)).take(room) {
        app.input.handle(InputRequest::InsertChar(c));
    }
    changed(app);
}

pub(super) fn clear(app: &mut App) {
    if !app.view.query.is_empty() {
        app.input.reset();
        app.view.query.clear();
        search(app);
    }
}

fn changed(app: &mut App) {
    if app.view.query == app.input.value() {
        return;
    }
    app.view.query = app.input.value().to_owned();
    search(app);
    app.selected = app.hits.hits.first().map(|hit| hit.program);
}
