//! The panes of the explorer: which one has the keyboard focus, and what Enter opens there.

use super::{comparison, facts, filters, typing};
use crate::app::layout::{Breadth, breadth, layout, shows_one_pane};
use crate::app::{App, Pane, Screen, Toward};

pub(super) fn focus(app: &mut App, pane: Pane) {
    app.screen = Screen::Explore;
    typing::stop(app);
    app.focus = pane;
}

/// Gives the keyboard focus to the next or previous pane, in screen order. On a narrow terminal
/// hidden panes take part too.
pub(super) fn next_pane(app: &mut App, toward: Toward) {
    typing::stop(app);
    let panes = round(app);
    let place = panes.iter().position(|pane| *pane == app.focus).unwrap_or(0);
    let step = if toward == Toward::Next { 1 } else { panes.len() - 1 };
    app.focus = panes[(place + step) % panes.len()];
}

/// The panes that Tab cycles through. The drawer of filters is not among them: there Tab goes from facet to facet.
fn round(app: &App) -> Vec<Pane> {
    let is_narrow = breadth(app.size.0) < Breadth::Three;
    let shows_compare = layout(app).compare.is_some() || (!app.basket.is_empty() && (shows_one_pane(app) || is_narrow));
    let mut panes = vec![Pane::List, Pane::Detail];
    if shows_compare {
        panes.push(Pane::Compare);
    }
    panes
}

pub(super) fn open(app: &mut App) {
    typing::stop(app);
    match app.focus {
        Pane::Filters => filters::toggle(app),
        Pane::List if app.selected.is_some() => app.focus = Pane::Detail,
        Pane::Detail => facts::open_claims(app),
        Pane::List => {}
        Pane::Compare => comparison::open(app),
    }
}
