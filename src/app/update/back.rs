//! Esc: one step back, from the topmost page to the list.

use super::{advise, ask, questions, range, typing};
use crate::app::{App, Pane, Screen};

/// Goes one step back. In the list a query is cleared; after that nothing happens, because Esc never quits.
pub(super) fn back(app: &mut App) {
    if app.overlays.pop() {
        return;
    }
    if range::restore(app) {
        return;
    }
    match app.screen {
        Screen::Explore if app.query.is_typing => typing::stop(app),
        Screen::Explore if app.arrangement.is_zoomed => app.arrangement.is_zoomed = false,
        Screen::Explore if app.focus != Pane::List => app.focus = Pane::List,
        Screen::Explore => typing::clear(app),
        Screen::Compare => app.screen = app.interview.screen_behind_compare(),
        Screen::WhatIf => ask::leave_trial(app),
        Screen::Question if app.interview.has_text() => advise::stop_typing(app),
        Screen::Question if app.interview.returns_to.is_some() => questions::previous(app),
        Screen::Review if app.interview.is_review_of_result => questions::show_result(app),
        Screen::Question | Screen::Review | Screen::Result | Screen::Map => app.screen = Screen::Explore,
    }
}
