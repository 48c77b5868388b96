//! Moving in lists and texts. After every action the scroll offsets are adjusted to the present sizes, so that the
//! state never has an invisible cursor or an offset past the end.

use super::found::start_facts;
use super::steps::{moved, scrolled, window};
use super::{facts, field, range};
use crate::app::layout::{Area, below_field, layout};
use crate::app::{App, FilterRow, Layer, Overlay, Pane, Screen, Step, choices, page};

pub(super) fn go(app: &mut App, step: Step) {
    if let Some(layer) = app.overlays.topmost() {
        return match layer.overlay {
            Overlay::Program(_) => facts::go(app, step),
            _ => app.overlays.put(gone(app, layer, step)),
        };
    }
    if app.drawer.range.is_some() {
        return range::go(app, step);
    }
    match (app.screen, app.focus) {
        (Screen::Explore, Pane::List) => go_in_list(app, step),
        (Screen::Explore, Pane::Filters) => go_in_filters(app, step),
        (Screen::Explore, Pane::Detail) => facts::go(app, step),
        (Screen::Explore, Pane::Compare) | (Screen::Compare, _) => {
            let (lines, rows) = page::compare_size(app);
            app.tops.compare = scrolled(app.tops.compare, step, lines, rows);
        }
        (Screen::Question, _) if app.interview.has_line && field::go(app, step) => {}
        (Screen::Question, _) => {
            let count = app.interview.choice_count(&app.world);
            app.interview.cursor = moved(app.interview.cursor, step, count, 8);
        }
        (Screen::Review, _) => {
            let count = app.interview.review_rows(&app.world);
            app.interview.review_cursor = moved(app.interview.review_cursor, step, count, 8);
        }
        (Screen::Result, _) => go_in_result(app, step),
        (Screen::Map, _) => {
            let (lines, rows) = page::map_size(app);
            app.tops.page = scrolled(app.tops.page, step, lines, rows);
        }
        (Screen::WhatIf, _) => {
            let count = app.interview.items(&app.world).len();
            if let Some(trial) = &mut app.interview.trial {
                trial.cursor = moved(trial.cursor, step, count, 8);
            }
        }
    }
}

/// In the result, up and down move from program to program.
fn go_in_result(app: &mut App, step: Step) {
    let count = app.interview.result_rows().len();
    match step {
        Step::Up | Step::Down | Step::First | Step::Last | Step::To(_) if count > 0 => {
            app.interview.result_cursor = moved(app.interview.result_cursor, step, count, 3);
        }
        _ => {
            let (lines, rows) = page::result_size(app);
            app.tops.page = scrolled(app.tops.page, step, lines, rows);
            app.interview.result_cursor = page::result_cursor_in_sight(app);
            return;
        }
    }
    app.tops.page = page::result_top(app);
}

/// The cursor and the scroll offset of an overlay after a step.
fn gone(app: &App, layer: &Layer, step: Step) -> (usize, usize) {
    if layer.overlay.is_picker() {
        let cursor = moved(layer.cursor, step, choices::row_count(app, &layer.overlay), 8);
        return (cursor, page::picker_top(app, layer, cursor));
    }
    let (lines, rows) = page::overlay_size(app, layer);
    (layer.cursor, scrolled(layer.top, step, lines, rows))
}

fn go_in_list(app: &mut App, step: Step) {
    let page = rows_of(layout(app).list).saturating_sub(1).max(1);
    let row = moved(app.selected_row().unwrap_or(0), step, app.found.hits.len(), page);
    let before = app.selected;
    app.selected = app.found.hits.get(row).map(|hit| hit.program);
    // If the query is erased, the program selected last by hand is selected again.
    app.selected_before = app.selected;
    if app.selected != before {
        start_facts(app);
    }
}

fn go_in_filters(app: &mut App, step: Step) {
    let page = rows_of(layout(app).filters.map(below_field)).max(1);
    let rows = app.filter_rows();
    let stops: Vec<usize> = (0..rows.len()).filter(|row| rows[*row].cursor().is_some()).collect();
    let place = app.filter_row().and_then(|row| stops.iter().position(|stop| *stop == row)).unwrap_or(0);
    let next = moved(place, step, stops.len(), page);
    app.drawer.cursor = stops.get(next).and_then(|row| rows.get(*row)).and_then(FilterRow::cursor);
}

pub(in crate::app) fn settle(app: &mut App) {
    facts::find_similar(app);
    let layout = layout(app);
    let list_rows = rows_of(layout.list).saturating_sub(1);
    // Until the results of a search arrive, the selection may be far down in the former list.
    if !app.is_searching() {
        app.tops.list = window(app.tops.list, app.selected_row(), app.found.hits.len(), list_rows);
    }
    if let Some(area) = layout.filters {
        settle_filters(app, usize::from(below_field(area).rows));
    }
    // A text at its first line stays there, whatever its length; so its length need not be computed.
    if layout.detail.is_some() && app.tops.detail > 0 {
        let (lines, rows) = page::detail_size(app);
        app.tops.detail = app.tops.detail.min(lines.saturating_sub(rows));
    }
    if (app.screen == Screen::Compare || layout.compare.is_some()) && app.tops.compare > 0 {
        let (lines, rows) = page::compare_size(app);
        app.tops.compare = app.tops.compare.min(lines.saturating_sub(rows));
    }
    if app.screen == Screen::Map && app.tops.page > 0 {
        let (lines, rows) = page::map_size(app);
        app.tops.page = app.tops.page.min(lines.saturating_sub(rows));
    }
    if app.screen == Screen::Result && app.tops.page > 0 {
        let (lines, rows) = page::result_size(app);
        app.tops.page = app.tops.page.min(lines.saturating_sub(rows));
    }
    if let Some(layer) = app.overlays.topmost() {
        app.overlays.put(settled(app, layer));
    }
}

/// The cursor and the scroll offset of an overlay, where its rows and lines may have become fewer.
fn settled(app: &App, layer: &Layer) -> (usize, usize) {
    let cursor = layer.cursor.min(choices::row_count(app, &layer.overlay).saturating_sub(1));
    if layer.top == 0 {
        return (cursor, 0);
    }
    let (lines, rows) = page::overlay_size(app, layer);
    (cursor, layer.top.min(lines.saturating_sub(rows)))
}

/// Scrolls the facets so that the cursor is visible in a window of `rows` rows.
fn settle_filters(app: &mut App, rows: usize) {
    let cursor = app.filter_row();
    app.tops.filters = window(app.tops.filters, cursor, app.filter_rows().len(), rows);
    if cursor == app.first_filter_stop() {
        app.tops.filters = 0;
    }
}

fn rows_of(area: Option<Area>) -> usize {
    area.map_or(0, |area| usize::from(area.rows))
}
