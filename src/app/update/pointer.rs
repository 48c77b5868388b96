//! The mouse: the first click selects, the second opens; the wheel scrolls a pane.

use super::enter::open;
use super::found::start_facts;
use super::{advise, explore, facts, filters, range, scroll};
use crate::app::{App, Effect, FieldFocus, FilterRow, Pane, Screen, Spot, Step, Toward, page};

/// Steps per turn of the wheel.
const TURN: usize = 3;

pub(super) fn point(app: &mut App, spot: Spot) -> Effect {
    match spot {
        Spot::Pane(pane) => explore::focus(app, pane),
        Spot::Program(row) => return point_at_program(app, row),
        Spot::Filter(row) => point_at_filter(app, row),
        Spot::Column(quantity, place) => {
            explore::focus(app, Pane::Filters);
            range::reach(app, quantity, place);
        }
        Spot::Chip(place) => filters::remove_chip(app, place),
        Spot::Row(row) => return point_at_row(app, row),
    }
    Effect::None
}

fn point_at_program(app: &mut App, row: usize) -> Effect {
    let is_second = app.focus == Pane::List && app.selected_row() == Some(row);
    explore::focus(app, Pane::List);
    if is_second {
        return open(app);
    }
    app.selected = app.found.hits.get(row).map(|hit| hit.program);
    start_facts(app);
    Effect::None
}

fn point_at_filter(app: &mut App, row: usize) {
    explore::focus(app, Pane::Filters);
    if let Some(cursor) = app.filter_rows().get(row).and_then(FilterRow::cursor) {
        app.drawer.cursor = Some(cursor);
        filters::toggle(app);
    }
}

/// Clicks a row of the topmost overlay, or of the page that fills the screen.
fn point_at_row(app: &mut App, row: usize) -> Effect {
    let takes_many = app.screen == Screen::Question && app.interview.takes_many(&app.world);
    let Some(cursor) = cursor(app) else { return Effect::None };
    let is_second = std::mem::replace(cursor, row) == row;
    match (app.overlays.is_empty(), app.screen) {
        (true, Screen::Question) if takes_many => advise::toggle_choice(app),
        // Only a key adopts the tried answers, never a click.
        (true, Screen::WhatIf) => {}
        _ if is_second => return open(app),
        _ => {}
    }
    Effect::None
}

fn cursor(app: &mut App) -> Option<&mut usize> {
    match (app.overlays.last(), app.screen) {
        (Some(_), _) => app.overlays.topmost_mut().map(|layer| &mut layer.cursor),
        (None, Screen::Question) => {
            app.interview.focus = FieldFocus::Rows;
            Some(&mut app.interview.cursor)
        }
        (None, Screen::Review) => Some(&mut app.interview.review_cursor),
        (None, Screen::Result) => Some(&mut app.interview.result_cursor),
        (None, Screen::WhatIf) => app.interview.trial.as_mut().map(|trial| &mut trial.cursor),
        (None, Screen::Explore | Screen::Compare | Screen::Map) => None,
    }
}

/// Scrolls the pane under the pointer; the keyboard focus stays where it is.
pub(super) fn wheel(app: &mut App, pane: Pane, toward: Toward) {
    let focus = std::mem::replace(&mut app.focus, pane);
    for _ in 0..TURN {
        let step = if toward == Toward::Next { Step::Down } else { Step::Up };
        if page::has_fact_cursor(app) { facts::scroll(app, step) } else { scroll::go(app, step) }
    }
    app.focus = focus;
}
