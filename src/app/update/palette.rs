//! The palette: opened over whatever there is, closed without a trace, and what is under its cursor done.

use super::show;
use crate::app::palette::Palette;
use crate::app::{Action, App, Overlay, Spot};

pub(super) fn open(app: &mut App) {
    if app.overlays.contains(&Overlay::Palette) {
        close(app);
    }
    app.palette = Palette::of(app);
    show(app, Overlay::Palette);
}

/// Closes it; what lies under it is as it was.
pub(super) fn close(app: &mut App) {
    app.overlays.retain(|overlay| *overlay != Overlay::Palette);
    let palette = std::mem::take(&mut app.palette);
    (app.overlay_cursor, app.tops.overlay) = palette.under;
}

/// The steps that an action means in the palette: to do what is under the cursor, where that can be done.
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
            app.notice = Some(format!("Not possible now: {reason}."));
            Some(Vec::new())
        }
    }
}

/// What is typed has changed: the closest comes under the cursor.
pub(super) fn changed(app: &mut App) {
    app.palette.find();
    (app.overlay_cursor, app.tops.overlay) = (0, 0);
}
