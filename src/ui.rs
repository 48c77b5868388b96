//! The view: `draw` is a function of the state and of a look, and changes neither. What a pane says comes from
//! `app::page`; where it stands comes from `app::layout`; here it becomes cells.

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

pub use look::Look;

use crate::app::doc::Role;
use crate::app::{App, Screen, layout};

/// Draws the whole screen.
pub fn draw(app: &App, look: Look, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, look.style(Role::Plain));
    let is_large_enough = layout::is_large_enough(area.width, area.height);
    // A frame can be of a size that the state has not heard of yet; then there is nothing right to draw.
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

fn draw_screen(app: &App, look: Look, frame: &mut Frame<'_>) {
    let buffer = frame.buffer_mut();
    head::title(app, look, buffer);
    match app.screen {
        Screen::Explore => panes::explore(app, look, buffer),
        Screen::Compare => panes::compare(app, look, buffer),
        Screen::Question => question::question(app, look, buffer),
        Screen::Review => panes::review(app, look, buffer),
        Screen::Result => panes::result(app, look, buffer),
        Screen::WhatIf => question::what_if(app, look, buffer),
        Screen::Map => map::map(app, look, buffer),
    }
    foot::foot(app, look, buffer);
    for which in &app.overlays {
        overlay::overlay(app, *which, look, buffer);
    }
    if let Some(position) = head::cursor(app).or_else(|| question::cursor(app)).filter(|_| app.overlays.is_empty()) {
        frame.set_cursor_position(position);
    }
}
