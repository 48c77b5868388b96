//! The filters: choosing a value, removing one, and resetting them all.

use super::found::{search, show_rows};
use super::{drawer, range, typing};
use crate::app::{App, Chip, ChipTarget, FilterAction, FilterCursor, Overlay, page};
use crate::search::{Facet, Filters};

pub(super) fn perform(app: &mut App, action: FilterAction) {
    match action {
        FilterAction::Toggle => toggle(app),
        FilterAction::Choose(facet, value) => choose(app, facet, &value),
        FilterAction::Remove => remove(app),
        FilterAction::Clear => clear(app),
        FilterAction::GoTo(toward) => drawer::go_to_facet(app, toward),
    }
}

pub(super) fn toggle(app: &mut App) {
    typing::settle(app);
    if range::open(app) {
        return;
    }
    match app.filter_under_cursor() {
        Some(FilterCursor::Value(facet, value)) => choose(app, facet, &value),
        Some(FilterCursor::Fold(facet)) => fold(app, facet),
        Some(FilterCursor::Limit(_)) | None => {}
    }
}

/// Shows all values of a facet, or only the most frequent ones.
fn fold(app: &mut App, facet: Facet) {
    if app.drawer.unfolded.contains(&facet) {
        app.drawer.unfolded.retain(|open| *open != facet);
    } else {
        app.drawer.unfolded.push(facet);
    }
    show_rows(app);
}

/// Chooses a value of a facet, or removes it if it is chosen.
fn choose(app: &mut App, facet: Facet, value: &str) {
    app.view.filters.toggle(facet, value);
    search(app);
}

/// Removes the only active filter; if there are several, asks which.
fn remove(app: &mut App) {
    match app.chips().len() {
        0 => app.notice = Some("No filter is active.".to_owned()),
        1 => remove_chip(app, 0),
        _ => {
            app.overlays.show(Overlay::RemoveFilter);
            // If the list is empty, the cursor starts on the filter that hides the most.
            let most = page::ways_out(&app.found.hits).next();
            let is_most = |chip: &Chip| page::way_out(&app.found.hits, chip) == most;
            let place = most.and_then(|_| app.chips().iter().position(is_most));
            app.overlays.set_cursor(place.unwrap_or(0));
        }
    }
}

pub(super) fn remove_chip(app: &mut App, place: usize) {
    typing::settle(app);
    let chips = app.chips();
    let Some(chip) = chips.get(place) else { return };
    match &chip.target {
        ChipTarget::Filter(choice) => app.view.filters.remove(choice),
        ChipTarget::Query => {
            app.query.input.reset();
            app.view.query.clear();
        }
    }
    search(app);
    if app.overlays.last() == Some(&Overlay::RemoveFilter) && chips.len() <= 1 {
        app.overlays.pop();
    }
}

fn clear(app: &mut App) {
    app.query.input.reset();
    app.view.query.clear();
    app.view.filters = Filters::default();
    app.overlays.close(|open| *open == Overlay::RemoveFilter);
    app.notice = Some("The filters are reset: programs of the latest list.".to_owned());
    search(app);
}
