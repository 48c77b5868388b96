//! The view and what it finds: searching, and the selection in a new list.

use crate::app::{App, NextSelected};
use crate::catalog::ProgramIx;
use crate::search::Results;

/// Searches the view at once.
pub(in crate::app) fn find(app: &mut App) {
    let found = app.world.index.find(&app.world.catalog, &app.view);
    take_found(app, found);
}

/// Updates everything that depends on the view. If searches run on a separate thread, the former results stay
/// until the new ones arrive.
pub(super) fn search(app: &mut App) {
    if !app.is_searching() {
        select(app);
    } else if !app.world.searches_beside {
        find(app);
    }
}

/// Takes results from the search thread, unless they are for an earlier view.
pub(super) fn hear_found(app: &mut App, found: Results) {
    if found.view == app.view {
        take_found(app, found);
    }
}

fn take_found(app: &mut App, found: Results) {
    app.found = found;
    show_rows(app);
}

pub(super) fn show_rows(app: &mut App) {
    app.forget_filter_rows();
    select(app);
}

/// Keeps both cursors in place as long as their rows are shown. After a new query they go to the best hit and the first
/// value, so that the outcome does not depend on which intermediate results were shown.
fn select(app: &mut App) {
    let is_anew = std::mem::take(&mut app.next_selected) == NextSelected::Best;
    if is_anew || app.selected_row().is_none() {
        app.selected = app.found.hits.first().map(|hit| hit.program);
        start_facts(app);
    }
    if is_anew {
        app.drawer.cursor = None;
        app.tops.filters = 0;
    }
}

/// Selects a program, if it is in the list.
pub(super) fn pick(app: &mut App, program: ProgramIx) {
    if app.selected != Some(program) && app.found.hits.row_of(program).is_some() {
        app.selected = Some(program);
        start_facts(app);
        app.tops.page = 0;
    }
}

/// Resets the facts to their first line, with the cursor on the first row.
pub(super) fn start_facts(app: &mut App) {
    app.tops.detail = 0;
    app.fact = None;
}
