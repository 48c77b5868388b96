//! The palette: opening it over any page, closing it without a trace, and applying the action under its cursor.

use super::overlays::{not_possible, show};
use crate::app::palette::Palette;
use crate::app::{Action, App, Overlay, Spot};

pub(super) fn open(app: &mut App) {
    if app.overlays.contains(&Overlay::Palette) {
        close(app);
    }
    app.palette = Palette::of(app);
    show(app, Overlay::Palette);
}

/// Closes the palette and restores what is under it.
pub(super) fn close(app: &mut App) {
    app.overlays.retain(|overlay| *overlay != Overlay::Palette);
    let palette = std::mem::take(&mut app.palette);
    (app.overlay_cursor, app.tops.overlay) = palette.under;
}

/// The steps that an action means while the palette is open: those of the row under the cursor, if that is possible.
/// `None` if the action is not about a row.
pub(super) fn asked(app: &mut App, action: &Action) -> Option<Vec<Action>> {
    let is_open = app.overlays.last() == Some(&Overlay::Palette);
    let is_asked = *action == Action::Open || *action == Action::Point(Spot::Row(app.overlay_cursor));
    let row = app.palette.found().nth(app.overlay_cursor).filter(|_| is_open && is_asked)?;
    match row.way.clone() {
        Ok(steps) => {
            close(app);
            app.overlays.retain(|overlay| *overlay != Overlay::Help);
            Some(steps)
        }
        Err(reason) => {
            app.notice = Some(not_possible(&reason));
            Some(Vec::new())
        }
    }
}

/// Updates the rows after typing and puts the cursor on the best match.
pub(super) fn changed(app: &mut App) {
    app.palette.find();
    (app.overlay_cursor, app.tops.overlay) = (0, 0);
}
