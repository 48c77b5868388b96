//! The map: opening it on the current view, moving from program to program, and changing its axis.

use std::sync::Arc;

use super::found::start_facts;
use crate::app::{App, MapAction, Screen, Toward};
use crate::catalog::ProgramIx;
use crate::map::{Axis, Coverage, Direction, map};

/// Shows the programs of the current view as points.
pub(super) fn open(app: &mut App) {
    let axis = app.map.as_ref().map_or(Axis::Price, |map| map.axis);
    draw(app, axis);
    app.query.is_typing = false;
    app.screen = Screen::Map;
    app.tops.page = 0;
}

pub(super) fn perform(app: &mut App, action: MapAction) {
    match action {
        MapAction::Go(direction) => go(app, direction),
        MapAction::Here(toward) => go_here(app, toward),
        MapAction::Axis => change_axis(app),
        MapAction::Estimates => turn_estimates(app),
    }
}

/// Changes the horizontal axis.
pub(super) fn change_axis(app: &mut App) {
    let axis = app.map.as_ref().map(|map| map.axis.next()).unwrap_or_default();
    draw(app, axis);
}

fn draw(app: &mut App, axis: Axis) {
    let programs: Vec<ProgramIx> = app.found.hits.iter().map(|hit| hit.program).collect();
    let all = map(app.catalog(), &programs, axis);
    app.map = Some(Arc::new(match app.coverage {
        Coverage::OnRecord => all.on_record(),
        Coverage::WithEstimates => all,
    }));
}

/// Shows or hides programs whose place is estimated.
fn turn_estimates(app: &mut App) {
    app.coverage = app.coverage.other();
    let axis = app.map.as_ref().map_or(Axis::Price, |map| map.axis);
    draw(app, axis);
}

/// Selects the first program of the list that has a place on the map, if any has.
fn first_on_it(app: &mut App) {
    let Some(map) = &app.map else { return };
    let first = app.found.hits.iter().map(|hit| hit.program).find(|ix| map.point(*ix).is_some());
    if let Some(first) = first {
        select(app, first);
    }
}

/// Selects the next program in a direction.
pub(super) fn go(app: &mut App, direction: Direction) {
    let (Some(map), Some(selected)) = (&app.map, app.selected) else { return };
    match map.toward(selected, direction) {
        Some(next) => select(app, next),
        // From a program without a place, every direction leads onto the map.
        None if map.point(selected).is_none() => first_on_it(app),
        None => app.notice = Some("There is no program further that way.".to_owned()),
    }
}

/// Selects the next or previous program at the same place.
pub(super) fn go_here(app: &mut App, toward: Toward) {
    let (Some(map), Some(selected)) = (&app.map, app.selected) else { return };
    let here = map.here(selected);
    let Some(place) = here.iter().position(|ix| *ix == selected) else { return };
    let step = match toward {
        Toward::Next => 1,
        Toward::Previous => here.len() - 1,
    };
    select(app, here[(place + step) % here.len()]);
}

fn select(app: &mut App, program: ProgramIx) {
    app.selected = Some(program);
    start_facts(app);
    app.tops.page = 0;
}
