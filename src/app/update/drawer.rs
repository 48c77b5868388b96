//! The drawer of filters. Typed text narrows the values of all facets, and is cleared when the drawer
//! loses the keyboard focus.

use super::found::show_rows;
use crate::app::{App, FilterRow, MeasurePart, Pane, Screen, Toward};

/// Whether typed text goes to the input line of the drawer.
pub(super) fn is_typed_in(app: &App) -> bool {
    let has_keyboard = app.screen == Screen::Explore && app.focus == Pane::Filters;
    has_keyboard && !app.query.is_typing && app.drawer.range.is_none() && app.overlays.is_empty()
}

/// Updates the rows after typing and puts the cursor on the first value.
pub(super) fn narrow(app: &mut App) {
    app.drawer.cursor = None;
    show_rows(app);
}

/// Clears the input line once the drawer has lost the keyboard focus.
pub(super) fn leave(app: &mut App) {
    if app.focus != Pane::Filters && !app.drawer.narrowing.value().is_empty() {
        app.drawer.narrowing.reset();
        show_rows(app);
    }
}

/// Goes to the first value of the next or previous facet, wrapping around at the ends.
pub(super) fn go_to_facet(app: &mut App, toward: Toward) {
    let is_heading =
        |row: &FilterRow| matches!(row, FilterRow::Heading(_) | FilterRow::Measure(MeasurePart::Heading, _));
    let rows = app.filter_rows();
    let headings: Vec<usize> = (0..rows.len()).filter(|row| is_heading(&rows[*row])).collect();
    let Some(last) = headings.len().checked_sub(1) else { return };
    let here = app.filter_row().unwrap_or(0);
    let own = headings.iter().rposition(|heading| *heading <= here).unwrap_or(0);
    let next = match toward {
        Toward::Next if own == last => 0,
        Toward::Next => own + 1,
        Toward::Previous if own == 0 => last,
        Toward::Previous => own - 1,
    };
    app.drawer.cursor = rows[headings[next]..].iter().find_map(FilterRow::cursor);
    // Scrolls so that the name of the facet is visible with its first value.
    app.tops.filters = app.tops.filters.min(headings[next]);
}
