//! Translates mouse events into actions. Like the key bindings, it is a function of the state, here together with the
//! layout, lines and documents that are drawn; nothing is stored from the last frame.

use super::{foot, head, question};
use crate::app::layout::{Area, below_field, body, layout};
use crate::app::{Action, App, FilterRow, MeasurePart, Pane, Screen, Spot, Toward, page};
use crate::page::Doc;

/// Returns the action for a click; `None` if there is nothing to click.
pub fn click(app: &App, x: u16, y: u16) -> Option<Action> {
    let (_, rows) = app.size;
    if app.is_too_small() {
        return None;
    }
    if y + 1 == rows {
        return foot::action_at(app, x);
    }
    if let Some(layer) = app.overlays.topmost() {
        let text = page::overlay_text_area(app, &layer.overlay);
        if !holds(page::overlay_area(app, &layer.overlay), x, y) {
            return Some(Action::Back);
        }
        let is_row = layer.overlay.is_picker() && holds(text, x, y);
        return is_row.then(|| row_of(&page::overlay(app, layer, text.cols), layer.top, text, y)).flatten();
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
        Screen::Map => on_map(app, x, y),
        Screen::Compare => None,
    }
}

/// Returns the action for a click on the map: select the program there, or the next one if several share the position.
/// If the only program there is already selected, open it.
fn on_map(app: &App, x: u16, y: u16) -> Option<Action> {
    let here = page::map_programs_at(app, x, y);
    let place = here.iter().position(|program| Some(*program) == app.selected);
    match place {
        Some(_) if here.len() == 1 => Some(Action::Open),
        Some(place) => Some(Action::Pick(here[(place + 1) % here.len()])),
        None => here.first().map(|program| Action::Pick(*program)),
    }
}

/// Returns the action for a turn of the wheel: scroll the pane under the pointer, whichever has the keyboard focus.
pub fn wheel(app: &App, x: u16, y: u16, toward: Toward) -> Option<Action> {
    (!app.is_too_small()).then(|| Action::Wheel(pane_at(app, x, y).unwrap_or(app.focus), toward))
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
        Pane::Filters => {
            let rows = below_field(layout.filters?);
            y.checked_sub(rows.y).map(|row| on_filter(app, app.tops.filters + usize::from(row), x, rows))
        }
        Pane::Detail | Pane::Compare => None,
    };
    Some(Action::Point(spot.unwrap_or(Spot::Pane(pane))))
}

/// The row of the facets, or the column of a histogram, under the pointer.
fn on_filter(app: &App, row: usize, x: u16, area: Area) -> Spot {
    let column = usize::from(x).checked_sub(usize::from(area.x + page::MARGIN));
    match (app.filter_rows().get(row), column) {
        (Some(FilterRow::Measure(MeasurePart::Columns, histogram)), Some(column))
            if column < histogram.counts.len() =>
        {
            Spot::Column(histogram.quantity, column)
        }
        _ => Spot::Filter(row),
    }
}

/// The pane of the explorer at a place.
fn pane_at(app: &App, x: u16, y: u16) -> Option<Pane> {
    let layout = layout(app);
    let panes = [
        (Pane::Filters, layout.filters),
        (Pane::List, layout.list),
        (Pane::Detail, layout.detail.or(layout.brief)),
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
