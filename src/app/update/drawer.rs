//! The drawer of filters: what is typed in it narrows the values of all facets at once, and is forgotten when the keyboard
//! leaves it.

use super::explore;
use crate::app::{App, FilterRow, MeasurePart, Pane, Screen, Toward};

/// Whether what is typed goes into the field of the drawer.
pub(super) fn is_typed_in(app: &App) -> bool {
    let has_keyboard = app.screen == Screen::Explore && app.focus == Pane::Filters;
    has_keyboard && !app.is_typing && app.range.is_none() && app.overlays.is_empty()
}

/// What is typed has changed: the first value that it may mean comes under the cursor.
pub(super) fn narrow(app: &mut App) {
    app.filter_cursor = None;
    explore::show_rows(app);
}

/// Forgets what was typed once the keyboard is elsewhere.
pub(super) fn leave(app: &mut App) {
    if app.focus != Pane::Filters && !app.narrowing.value().is_empty() {
        app.narrowing.reset();
        explore::show_rows(app);
    }
}

/// Goes to the first value of the next facet, or of the one before; round at the ends.
pub(super) fn go_to_facet(app: &mut App, toward: Toward) {
    let is_heading =
        |row: &FilterRow| matches!(row, FilterRow::Heading(_) | FilterRow::Measure(MeasurePart::Heading, _));
    let headings: Vec<usize> = (0..app.filter_rows.len()).filter(|row| is_heading(&app.filter_rows[*row])).collect();
    let Some(last) = headings.len().checked_sub(1) else { return };
    let here = app.filter_row().unwrap_or(0);
    let own = headings.iter().rposition(|heading| *heading <= here).unwrap_or(0);
    let next = match toward {
        Toward::Next if own == last => 0,
        Toward::Next => own + 1,
        Toward::Previous if own == 0 => last,
        Toward::Previous => own - 1,
    };
    app.filter_cursor = app.filter_rows[headings[next]..].iter().find_map(FilterRow::cursor);
    // The name of the facet comes into sight with its first value.
    app.tops.filters = app.tops.filters.min(headings[next]);
}
