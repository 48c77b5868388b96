//! Editing a single line of text. It does not depend on any particular input line of the explorer.

use tui_input::InputRequest;

use crate::app::{Edit, TextInput};

/// Longest query that can be typed, in characters.
pub(in crate::app) const MAX_QUERY_CHARS: usize = 200;

/// Edits a single line. Edits that need several lines have no effect.
pub(super) fn change(line: &mut TextInput, edit: Edit) {
    let request = match edit {
        Edit::Insert(_) if line.value().chars().count() >= MAX_QUERY_CHARS => return,
        Edit::Insert(c) => InputRequest::InsertChar(c),
        Edit::Backspace => InputRequest::DeletePrevChar,
        Edit::Delete => InputRequest::DeleteNextChar,
        Edit::Left => InputRequest::GoToPrevChar,
        Edit::Right => InputRequest::GoToNextChar,
        Edit::Home => InputRequest::GoToStart,
        Edit::End => InputRequest::GoToEnd,
        Edit::WordLeft => InputRequest::GoToPrevWord,
        Edit::WordRight => InputRequest::GoToNextWord,
        Edit::DeleteWord => InputRequest::DeletePrevWord,
        Edit::DeleteNextWord => InputRequest::DeleteNextWord,
        Edit::DeleteToStart => InputRequest::DeleteLine,
        Edit::NewLine | Edit::LineUp | Edit::LineDown => return,
    };
    line.handle(request);
}
