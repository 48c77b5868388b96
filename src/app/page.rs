//! What each pane and overlay says, as documents made for a width. The sizes that scrolling needs come from the same
//! documents that are drawn.

mod blocks;
mod compare;
mod guide;
mod help;
mod interview;
mod kept;
mod map;
mod nothing;
mod palette;
mod pickers;
mod plan;
mod program;
mod sources;

use super::layout::{Area, body, layout};
use super::{App, Overlay, Screen};
use crate::page::{Doc, Role};

pub use interview::{
    TYPED, leaning, question, question_cursor_line, question_side, result, result_cursor_line, review, review_top,
    what_if, what_if_side,
};
pub use kept::{ProfileRow, profile_rows, prompt_title};
pub use map::{map_areas, map_picture, map_programs_at, map_words};
pub use nothing::{first_steps, no_filters, nothing_found, way_out, ways_out};
pub use pickers::{Limit, LimitRow, change_rows, limit_rows, picker_rows, picker_words, show_picker_cursor};
pub use program::LEGEND;

/// Columns between the edge of a pane and its text.
pub const MARGIN: u16 = 1;

/// The rows and columns of a pane that its text may take. The legend of a tall detail pane is not part of it.
pub fn text_area(area: Area) -> Area {
    Area { x: area.x + MARGIN, cols: area.cols.saturating_sub(2 * MARGIN), ..area }
}

/// Where the facts of the detail pane stand: a tall pane keeps its last three rows for the legend.
pub fn detail_area(area: Area) -> Area {
    let text = text_area(area);
    if has_legend(area) { Area { rows: text.rows - 3, ..text } } else { text }
}

/// Whether a detail pane has room for the legend of its marks.
pub fn has_legend(area: Area) -> bool {
    area.rows >= 14 && area.cols >= 40
}

/// The facts of the selected program.
pub fn detail(app: &App, cols: u16) -> Doc {
    app.selected_program().map_or_else(
        || nothing::no_program(app, usize::from(cols)),
        |program| program::program(app, program, usize::from(cols)),
    )
}

/// The comparison.
pub fn comparison(app: &App, cols: u16) -> Doc {
    compare::comparison(app, usize::from(cols))
}

/// The comparison in lines of words.
pub fn comparison_in_words(app: &App) -> Vec<String> {
    compare::in_words(app)
}

/// What an overlay says.
pub fn overlay(app: &App, overlay: Overlay, cols: u16) -> Doc {
    let width = usize::from(cols);
    match overlay {
        Overlay::Help => help::help(app, width),
        Overlay::Guide => guide::guide(app, width),
        Overlay::Sources => app
            .current()
            .map_or_else(|| Doc::new(width), |ix| sources::sources(app.catalog(), app.catalog().program(ix), width)),
        Overlay::Program => {
            app.current().map_or_else(|| Doc::new(width), |ix| program::program(app, app.catalog().program(ix), width))
        }
        Overlay::WhyNot => interview::why_not(app, width),
        Overlay::Plan => plan::plan(app, width),
        Overlay::Notice => {
            let mut doc = Doc::new(width);
            doc.text(Role::Plain, app.notice.as_deref().unwrap_or_default());
            doc
        }
        Overlay::Prompt => Doc::new(width),
        Overlay::RemoveFilter
        | Overlay::Limits
        | Overlay::Changes
        | Overlay::Palette
        | Overlay::Kept
        | Overlay::Profiles => pickers::picker(app, overlay, width),
    }
}

/// The least columns at each side of an overlay that are worth seeing.
const LEAST_BESIDE: u16 = 12;

/// Where an overlay stands.
pub fn overlay_area(app: &App, overlay: Overlay) -> Area {
    let (cols, rows) = app.size;
    let (most_cols, most_rows) = match overlay {
        Overlay::RemoveFilter => (50, app.chips().len() as u16 + 4),
        Overlay::Limits | Overlay::Changes | Overlay::Kept | Overlay::Profiles => (110, rows),
        Overlay::Prompt => (90, 3),
        Overlay::Notice => (76, 8),
        // What cannot be done is told in the line below.
        Overlay::Palette => (110, rows.saturating_sub(3)),
        Overlay::Guide => (130, rows),
        Overlay::Help | Overlay::Sources | Overlay::Program | Overlay::WhyNot => (96, rows),
        Overlay::Plan => (120, rows),
    };
    // What lies behind is seen where enough of it is; a narrow strip of it at each side would only be noise.
    let cols_taken = if cols < most_cols + 2 * LEAST_BESIDE { cols } else { most_cols };
    let rows_taken = rows.saturating_sub(2).min(most_rows);
    Area { x: (cols - cols_taken) / 2, y: (rows - rows_taken) / 2, cols: cols_taken, rows: rows_taken }
}

/// The text of an overlay within its frame.
pub fn overlay_text_area(app: &App, overlay: Overlay) -> Area {
    let frame = overlay_area(app, overlay);
    let text =
        Area { x: frame.x + 2, y: frame.y + 1, cols: frame.cols.saturating_sub(4), rows: frame.rows.saturating_sub(2) };
    // What is typed stays in sight above what is found.
    let typed = if overlay == Overlay::Palette { 2.min(text.rows) } else { 0 };
    Area { y: text.y + typed, rows: text.rows - typed, ..text }
}

/// Lines of the detail pane and rows to show them.
pub fn detail_size(app: &App) -> (usize, usize) {
    layout(app).detail.map_or((0, 0), |area| {
        let area = detail_area(area);
        (detail(app, area.cols).lines.len(), usize::from(area.rows))
    })
}

/// Where the comparison stands on the present screen.
pub fn compare_area(app: &App) -> Option<Area> {
    let area = if app.screen == Screen::Compare { Some(body(app.size.0, app.size.1)) } else { layout(app).compare };
    area.map(text_area)
}

/// Lines of the comparison and rows to show them.
pub fn compare_size(app: &App) -> (usize, usize) {
    compare_area(app).map_or((0, 0), |area| (comparison(app, area.cols).lines.len(), usize::from(area.rows)))
}

/// Lines of an overlay and rows to show them.
pub fn overlay_size(app: &App, which: Overlay) -> (usize, usize) {
    let area = overlay_text_area(app, which);
    (overlay(app, which, area.cols).lines.len(), usize::from(area.rows))
}

/// Lines of the words beside the map and rows to show them.
pub fn map_size(app: &App) -> (usize, usize) {
    let area = map_areas(app).1;
    (map_words(app, area.cols).lines.len(), usize::from(area.rows))
}

/// Lines of the result and rows to show them.
pub fn result_size(app: &App) -> (usize, usize) {
    let area = text_area(body(app.size.0, app.size.1));
    (result(app, area.cols).lines.len(), usize::from(area.rows))
}

/// Puts the cursor of the result on a program that is in sight, if there is one.
pub fn bring_result_cursor(app: &mut App) {
    let area = text_area(body(app.size.0, app.size.1));
    let seen = app.tops.page..app.tops.page + usize::from(area.rows);
    let places = interview::result_places(app, area.cols);
    let is_seen = |(first, last): &(usize, usize)| *first < seen.end && *last >= seen.start;
    if places.get(app.interview.result_cursor).is_some_and(is_seen) {
        return;
    }
    if let Some(place) = places.iter().position(is_seen) {
        app.interview.result_cursor = place;
    }
}

/// The program of the result that stands in a row of the screen.
pub fn result_program_at(app: &App, y: u16) -> Option<usize> {
    let area = text_area(body(app.size.0, app.size.1));
    let row = usize::from(y.checked_sub(area.y).filter(|row| *row < area.rows)?) + app.tops.page;
    interview::result_places(app, area.cols).iter().position(|(first, last)| (*first..=*last).contains(&row))
}

/// Brings the program under the cursor of the result into sight.
pub fn show_result_cursor(app: &mut App) {
    let area = text_area(body(app.size.0, app.size.1));
    let (lines, rows) = result_size(app);
    let Some((first, last)) = result_cursor_line(app, area.cols) else { return };
    if app.interview.result_cursor == 0 {
        app.tops.page = 0;
    } else if first < app.tops.page || last >= app.tops.page + rows {
        app.tops.page = first.min(lines.saturating_sub(rows));
    }
}
