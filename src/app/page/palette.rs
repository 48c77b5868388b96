//! The palette as lines: a row for each action with its key, its description, and the reason if it is not possible.

use crate::app::{Palette, PaletteRow};
use crate::names::quoted;
use crate::page::{Doc, Line, Role, Target};
use crate::width;

/// Width of the key names with a blank after them, in columns.
const KEYS: usize = 11;
/// Below this width the descriptions need the space, and key names get less.
const NARROW: usize = 50;
const NARROW_KEYS: usize = 6;
/// From this width on, the names of actions are shown too.
const WIDE: usize = 100;
const NAMES: usize = 19;

/// The matching rows, and the lines of the one under the cursor.
pub(super) fn rows(palette: &Palette, cursor: usize, width: usize) -> (Doc, (usize, usize)) {
    let mut doc = Doc::new(width);
    let mut at_cursor = (0, 0);
    for (place, row) in palette.found().enumerate() {
        let first = doc.lines.len();
        doc.about(Target::Row(place), |doc| add(doc, row, place == cursor));
        if place == cursor {
            at_cursor = (first, doc.lines.len() - 1);
        }
    }
    if palette.count() == 0 {
        doc.text(Role::Dim, &format!("No action matches “{}”.", quoted(palette.input.value().trim())));
    }
    (doc, at_cursor)
}

/// A row with its reason at the right, or below if it does not fit.
fn add(doc: &mut Doc, row: &PaletteRow, is_under_cursor: bool) {
    let width = doc.width();
    let reason = row.way.as_ref().err().map(|reason| format!("({reason})"));
    let role = match (is_under_cursor, &reason) {
        (true, _) => Role::Selected,
        (false, Some(_)) => Role::Dim,
        (false, None) => Role::Plain,
    };
    let key = if reason.is_some() { Role::Dim } else { Role::Key };
    let name = if width < WIDE { String::new() } else { width::left(row.action.name().unwrap_or_default(), NAMES) };
    let mark = if is_under_cursor { "▌ " } else { "  " };
    let head = Line::of(Role::Focus, mark).and(key, keys(row, width)).and(Role::Label, name);
    let whole = head.clone().and(role, row.help);
    match reason {
        Some(reason) if whole.cols() + width::cols(&reason) + 2 <= width => {
            doc.line(whole.with_right(Line::of(Role::Dim, reason), width));
        }
        Some(reason) => {
            let indent = " ".repeat(head.cols());
            doc.hanging(head, role, row.help);
            doc.hanging(Line::of(Role::Plain, indent), Role::Dim, &reason);
        }
        None => doc.hanging(head, role, row.help),
    }
}

/// As many names of keys as fit, but at least one.
fn keys(row: &PaletteRow, width: usize) -> String {
    let room = if width < NARROW { NARROW_KEYS } else { KEYS };
    let mut shown = String::new();
    for key in row.keys.split(' ') {
        if !shown.is_empty() && width::cols(&shown) + width::cols(key) + 2 > room {
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(key);
    }
    let room = room.max(width::cols(&shown) + 1);
    width::left(&shown, room)
}
