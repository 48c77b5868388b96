//! The field of a note: a text of several lines, typed and pasted as it is. A line break in it is a line of the note
//! and never ends the input, so that nothing after it is interpreted as commands.

use tui_input::InputRequest;

use super::line::change;
use crate::app::{App, Edit, Prompt, TextInput, Toward, page};

/// Longest note that can be typed, in characters. The editor takes longer ones.
const MAX_CHARS: usize = 4000;

/// Whether a note is being written.
pub(super) fn is_open(app: &App) -> bool {
    app.overlays.prompt().is_some_and(Prompt::is_note)
}

pub(super) fn edit(app: &mut App, edit: Edit) {
    let Some(overlay) = app.overlays.last() else { return };
    let cols = usize::from(page::overlay_text_area(app, overlay).cols);
    let Some(line) = line(app) else { return };
    match edit {
        Edit::NewLine => insert(line, '\n'),
        Edit::Insert(c) => insert(line, c),
        Edit::LineUp => line.go_row(cols, Toward::Previous),
        Edit::LineDown => line.go_row(cols, Toward::Next),
        other => change(line, other),
    }
}

/// Inserts pasted text with its lines. Other white space becomes blanks, and control characters are dropped.
pub(super) fn paste(app: &mut App, text: &str) {
    let Some(line) = line(app) else { return };
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let clean = text.chars().map(|c| if c.is_whitespace() && c != '\n' { ' ' } else { c });
    let clean = clean.filter(|c| *c == '\n' || !crate::catalog::is_unsafe_char(*c));
    clean.take(MAX_CHARS).for_each(|c| insert(line, c));
}

fn line(app: &mut App) -> Option<&mut TextInput> {
    app.overlays.prompt_mut().map(|prompt| &mut prompt.input)
}

fn insert(line: &mut TextInput, c: char) {
    if line.value().chars().count() < MAX_CHARS {
        line.handle(InputRequest::InsertChar(c));
    }
}
