//! The line of the search: every change searches at once and selects the best hit.

use tui_input::InputRequest;

use super::explore::search;
use crate::app::{App, Edit, Pane, Screen, Typed};

/// The longest query that can be typed.
const LONGEST: usize = 200;

pub(super) fn start(app: &mut App) {
    app.screen = Screen::Explore;
    app.overlays.clear();
    app.focus = Pane::List;
    app.is_typing = true;
}

pub(super) fn edit(app: &mut App, edit: Edit) {
    if let Some(line) = line(app) {
        change(line, edit);
        changed(app);
    }
}

/// The line that is being typed, if one is.
fn line(app: &mut App) -> Option<&mut Typed> {
    match app.screen {
        Screen::Question => app.interview.input.as_mut(),
        _ => app.is_typing.then_some(&mut app.input),
    }
}

fn change(line: &mut Typed, edit: Edit) {
    let request = match edit {
        Edit::Insert(_) if line.value().chars().count() >= LONGEST => return,
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
    line.handle(request);
}

/// A pasted text is text: line breaks become blanks and control characters are left out.
pub(super) fn paste(app: &mut App, text: &str) {
    let Some(line) = line(app) else { return };
    let clean = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    for c in clean.filter(|c| !crate::catalog::is_unsafe_char(*c)).take(LONGEST) {
        change(line, Edit::Insert(c));
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
    if app.screen == Screen::Question {
        app.interview.cursor = 0;
        app.interview.look_ahead(&app.world);
        return;
    }
    if app.view.query == app.input.value() {
        return;
    }
    app.view.query = app.input.value().to_owned();
    search(app);
    app.selected = app.hits.hits.first().map(|hit| hit.program);
}
