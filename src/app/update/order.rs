//! The order of the list: chosen from a short list, turned round there, and put in place with the cursor at the top.

use super::explore::search;
use super::show;
use crate::app::{App, Next, Overlay, page};
use crate::search::Sort;

/// Shows every order, with the cursor on the present one.
pub(super) fn show_orders(app: &mut App) {
    show(app, Overlay::Orders);
    let present = page::order_rows(app).iter().position(|order| *order == app.view.sort);
    app.overlay_cursor = present.unwrap_or(0);
}

/// Puts the list in the order under the cursor and closes the choice.
pub(super) fn choose(app: &mut App) {
    let chosen = page::order_rows(app).get(app.overlay_cursor).copied();
    app.overlays.retain(|overlay| *overlay != Overlay::Orders);
    if let Some(sort) = chosen {
        put_in(app, sort);
    }
}

/// Puts the list in the order under the cursor from its other end; the choice stays open.
pub(super) fn turn(app: &mut App) {
    if let Some(sort) = page::order_rows(app).get(app.overlay_cursor) {
        put_in(app, sort.opposite());
    }
}

/// Puts the list in an order: what comes first in it is what somebody wants to see, so the cursor goes to the top.
pub(super) fn put_in(app: &mut App, sort: Sort) {
    if app.view.sort == sort {
        return;
    }
    app.view.sort = sort;
    app.next_selected = Next::Best;
    search(app);
}
