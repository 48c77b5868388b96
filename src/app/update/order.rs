//! The order of the list: choosing one from a short list and reversing it. A new order puts the cursor at the top.

use super::found::search;
use crate::app::{App, NextSelected, OrderAction, Overlay, choices};
use crate::search::Sort;

pub(super) fn perform(app: &mut App, action: OrderAction) {
    match action {
        OrderAction::Show => show_orders(app),
        OrderAction::Turn => turn(app),
        OrderAction::By(sort) => put_in(app, sort),
    }
}

/// Shows the orders with the cursor on the present one.
fn show_orders(app: &mut App) {
    app.overlays.show(Overlay::Orders);
    let present = choices::order_rows(app).iter().position(|order| *order == choices::shown_order(app));
    app.overlays.set_cursor(present.unwrap_or(0));
}

/// Sorts the list in the order under the cursor and closes the choice.
pub(super) fn choose(app: &mut App) {
    let chosen = choices::order_rows(app).get(app.overlays.cursor()).copied();
    app.overlays.close(|open| *open == Overlay::Orders);
    if let Some(sort) = chosen {
        put_in(app, sort);
    }
}

/// Sorts the list in the reverse of the order under the cursor; the choice stays open.
fn turn(app: &mut App) {
    if let Some(sort) = choices::order_rows(app).get(app.overlays.cursor()) {
        put_in(app, sort.opposite());
    }
}

/// Sorts the list. The cursor goes to the top, because the user wants to see what comes first.
fn put_in(app: &mut App, sort: Sort) {
    if app.view.sort == sort {
        return;
    }
    app.view.sort = sort;
    app.next_selected = NextSelected::Best;
    search(app);
}
