//! The view: `draw` is a function of the state and of a look, and changes neither. The content of a pane comes from
//! `app::page` and its position from `app::layout`; this room turns both into cells.

mod ascii;
mod direction;
mod filters;
mod foot;
mod head;
mod list;
pub mod look;
mod map;
mod overlay;
mod paint;
mod panes;
pub mod pointer;
mod question;
mod rules;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Modifier;

pub use look::Look;

use crate::app::layout::Area;
use crate::app::{App, Layer, Pane, Screen, layout, page};
use crate::page::Role;

/// The mark of the row under the cursor, and its ASCII form.
const MARKS: [&str; 2] = ["▌", ">"];

/// The maximum distance of the mark from the left edge of its pane, in columns.
const EDGE: u16 = 4;

/// Draws the whole screen.
pub fn draw(app: &App, look: Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, look.style(Role::Plain));
    let is_large_enough = layout::is_large_enough(area.width, area.height);
    // A frame may have a size that the state has not received yet; such a frame stays empty.
    let is_known_size = (area.width, area.height) == app.size;
    if is_large_enough && is_known_size {
        draw_screen(app, look, frame);
    } else if !is_large_enough {
        paint::too_small(frame.buffer_mut(), look);
    }
    if look.is_ascii {
        ascii::replace(frame.buffer_mut());
    }
    direction::keep_apart(frame.buffer_mut());
}

/// Returns where the hidden terminal cursor rests while nothing is typed: on the row under the cursor, for screen
/// readers and magnifiers that follow the terminal cursor. The row is found in the drawn buffer. `None` while something
/// is typed, or if the terminal is too small.
pub fn resting_place(app: &App, buffer: &Buffer) -> Option<(u16, u16)> {
    if typing_place(app).is_some() || app.is_too_small() {
        return None;
    }
    let area = focused_area(app);
    let is_mark = |place: &(u16, u16)| {
        let cell = buffer.cell(*place);
        cell.is_some_and(|cell| MARKS.contains(&cell.symbol()) || cell.modifier.contains(Modifier::REVERSED))
    };
    // The mark comes first in its row, at the left edge of its pane.
    let edge = |y| (area.x..area.x + EDGE).map(move |x| (x, y));
    let marked = (area.y..area.y + area.rows).flat_map(edge).find(is_mark);
    Some(marked.unwrap_or((area.x, area.y)))
}

/// The position of the text cursor; `None` if nothing is being typed.
fn typing_place(app: &App) -> Option<Position> {
    let field = || head::cursor(app).or_else(|| filters::cursor(app)).or_else(|| question::cursor(app));
    let below = field().filter(|_| app.overlays.is_empty());
    overlay::cursor(app).or(below)
}

/// The area that has the keyboard focus.
fn focused_area(app: &App) -> Area {
    let (cols, rows) = app.size;
    let layout = layout::layout(app);
    let pane = match app.focus {
        Pane::Filters => layout.filters,
        Pane::List => layout.list,
        Pane::Detail => layout.detail,
        Pane::Compare => layout.compare,
    };
    match (app.overlays.last(), app.screen) {
        (Some(overlay), _) => page::overlay_area(app, overlay),
        (None, Screen::Explore) => pane.unwrap_or_else(|| layout::body(cols, rows)),
        (None, Screen::Question) => layout::question_body(cols, rows),
        (None, Screen::Result) => layout::result_body(cols, rows),
        (None, _) => layout::body(cols, rows),
    }
}

/// Whether the first line names the page. The result begins with its verdict instead, except where an overlay would
/// cover all but the first line of it.
fn has_head(app: &App) -> bool {
    let covers = |layer: &Layer| page::overlay_area(app, &layer.overlay).y <= 1;
    app.screen != Screen::Result || app.overlays.layers().iter().any(covers)
}

fn draw_screen(app: &App, look: Look, frame: &mut Frame<'_>) {
    let buffer = frame.buffer_mut();
    match app.screen {
        Screen::Explore => panes::explore(app, look, buffer),
        Screen::Compare => panes::compare(app, look, buffer),
        Screen::Question => question::question(app, look, buffer),
        Screen::Review => panes::review(app, look, buffer),
        Screen::Result => panes::result(app, look, buffer),
        Screen::WhatIf => question::what_if(app, look, buffer),
        Screen::Map => map::map(app, look, buffer),
    }
    let has_head = has_head(app);
    if has_head {
        head::title(app, look, buffer);
    }
    for layer in app.overlays.layers() {
        paint::dim(u16::from(has_head), look, buffer);
        overlay::overlay(app, layer, look, buffer);
    }
    // Notices are drawn last, above everything else.
    foot::foot(app, look, buffer);
    if let Some(position) = typing_place(app) {
        frame.set_cursor_position(position);
    }
}
