//! What the mouse points at, as the action it asks for. A function of the state and of the same layout, lines and
//! documents that are drawn, as the table of keys is for keys; nothing is remembered from the last frame.

use super::{foot, head, question};
use crate::app::doc::Doc;
use crate::app::layout::{Area, body, layout};
use crate::app::{Action, App, Pane, Screen, Spot, page};
use crate::keys;

/// What a click asks for.
pub fn click(app: &App, x: u16, y: u16) -> Option<Action> {
    let (_, rows) = app.size;
    if app.is_too_small() {
        return None;
    }
    if y + 1 == rows {
        return foot::word_at(app, x).and_then(|word| keys::action_of(app, word));
    }
    if let Some(overlay) = app.overlays.last().copied() {
        let text = page::overlay_text_area(app, overlay);
        if !holds(page::overlay_area(app, overlay), x, y) {
            return Some(Action::Back);
        }
        let is_row = overlay.is_picker() && holds(text, x, y);
        return is_row.then(|| row_of(&page::overlay(app, overlay, text.cols), app.tops.overlay, text, y)).flatten();
    }
    match app.screen {
        Screen::Explore => in_explorer(app, x, y),
        Screen::Question | Screen::WhatIf => {
            let (doc, top, area) = question::choices(app);
            holds(area, x, y).then(|| row_of(&doc, top, area, y)).flatten()
        }
        Screen::Review => {
            let area = page::text_area(body(app.size.0, app.size.1));
            holds(area, x, y).then(|| row_of(&page::review(app, area.cols), page::review_top(app), area, y)).flatten()
        }
        Screen::Result => page::result_program_at(app, y).map(|place| Action::Point(Spot::Row(place))),
        Screen::Compare | Screen::Map => None,
    }
}

/// What turning the wheel asks for: to move what is under the pointer, whatever has the keyboard.
pub fn wheel(app: &App, x: u16, y: u16, is_down: bool) -> Option<Action> {
    (!app.is_too_small()).then(|| Action::Wheel(pane_at(app, x, y).unwrap_or(app.focus), is_down))
}

fn in_explorer(app: &App, x: u16, y: u16) -> Option<Action> {
    match y {
        0 => head::tab_at(app, x).map(|pane| Action::Point(Spot::Pane(pane))),
        1 => head::searched_at(app, x),
        _ => in_pane(app, x, y),
    }
}

fn in_pane(app: &App, x: u16, y: u16) -> Option<Action> {
    let pane = pane_at(app, x, y)?;
    let layout = layout(app);
    let spot = match pane {
        Pane::List => {
            let row = y.checked_sub(layout.list?.y + 1).map(|row| app.tops.list + usize::from(row));
            row.filter(|row| *row < app.found.hits.len()).map(Spot::Program)
        }
        Pane::Filters => Some(Spot::Filter(app.tops.filters + usize::from(y - layout.filters?.y))),
        Pane::Detail | Pane::Compare => None,
    };
    Some(Action::Point(spot.unwrap_or(Spot::Pane(pane))))
}

/// The pane of the explorer at a place.
fn pane_at(app: &App, x: u16, y: u16) -> Option<Pane> {
    let layout = layout(app);
    let panes = [
        (Pane::Filters, layout.filters),
        (Pane::List, layout.list),
        (Pane::Detail, layout.detail),
        (Pane::Compare, layout.compare),
    ];
    panes.into_iter().find(|(_, area)| area.is_some_and(|area| holds(area, x, y))).map(|(pane, _)| pane)
}

fn row_of(doc: &Doc, top: usize, area: Area, y: u16) -> Option<Action> {
    doc.row_at(top + usize::from(y - area.y)).map(|row| Action::Point(Spot::Row(row)))
}

fn holds(area: Area, x: u16, y: u16) -> bool {
    (area.x..area.x + area.cols).contains(&x) && (area.y..area.y + area.rows).contains(&y)
}
